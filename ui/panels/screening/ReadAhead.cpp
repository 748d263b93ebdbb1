// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ReadAhead.h"

#include <algorithm>

namespace winnow::ui {

namespace {

/// The study that a report was put into last, as its history tells.
QString studyOf(Project& project, RecordId record)
{
    const Result<std::vector<LogEntry>> history = Records(project).history(record);
    if (!history)
        return {};
    const auto last = std::find_if(history->begin(), history->end(),
                                   [](const LogEntry& entry) { return entry.kind == QLatin1String("study"); });
    return last == history->end() ? QString() : last->value;
}

Result<std::shared_ptr<const ReadPage>> read(Project& project, Stage stage, RecordId record)
{
    Result<RecordView> view = Records(project).record(record);
    if (!view)
        return Failure(view.error());
    auto page = std::make_shared<ReadPage>();
    page->view = std::move(*view);
    if (auto notices = RecordNotices(project).of(record))
        page->notices = std::move(*notices);
    if (auto entities = Entities(project).of(record))
        page->entities = std::move(*entities);
    // While nobody acts there is nothing of mine to show; the record can be read all the same.
    if (project.me()) {
        Result<Remarks> remarks = Screening(project, stage).remarks(record);
        if (!remarks)
            return Failure(remarks.error());
        page->remarks = std::move(*remarks);
    }
    if (stage == Stage::Fulltext) {
        Result<RetrievalState> retrieval = winnow::Reports(project).retrieval(record);
        if (!retrieval)
            return Failure(retrieval.error());
        page->retrieval = std::move(*retrieval);
        if (auto free = FreeTexts(project).of(record))
            page->free = std::move(*free);
        page->study = studyOf(project, record);
    }
    return std::shared_ptr<const ReadPage>(std::move(page));
}

} // namespace

ReadAhead::ReadAhead(Project& project, Stage stage, QObject* parent)
    : QObject(parent)
    , m_project(project)
    , m_stage(stage)
{
    m_pool.setMaxThreadCount(1);
    // The thread keeps its connection to the file as long as the room is there.
    m_pool.setExpiryTimeout(-1);
}

ReadAhead::~ReadAhead()
{
    ++m_asked;
    m_pool.clear();
    m_pool.waitForDone();
}

Result<std::shared_ptr<const ReadPage>> ReadAhead::page(RecordId record)
{
    if (const Page* known = m_pages.object(record.value))
        return *known;
    Result<Page> fresh = read(m_project, m_stage, record);
    if (fresh)
        m_pages.insert(record.value, new Page(*fresh));
    return fresh;
}

void ReadAhead::prepare(std::vector<RecordId> records)
{
    std::erase_if(records, [this](RecordId id) { return !id || ready(id); });
    const int asked = ++m_asked;
    m_pool.clear();
    if (records.empty())
        return;
    m_pool.start([this, records = std::move(records), asked, era = m_era] {
        for (const RecordId record : records) {
            if (m_asked != asked)
                return;
            const Result<Page> page = read(m_project, m_stage, record);
            if (page) // what cannot be read is said when it is asked for
                QMetaObject::invokeMethod(this, [this, record, page = *page, era] { keep(record, page, era); });
        }
    });
}

void ReadAhead::keep(RecordId record, const Page& page, int era)
{
    if (era == m_era && !ready(record))
        m_pages.insert(record.value, new Page(page));
}

void ReadAhead::forget(RecordId record)
{
    ++m_era;
    m_pages.remove(record.value);
}

void ReadAhead::forgetAll()
{
    ++m_era;
    m_pages.clear();
}

void ReadAhead::finish()
{
    m_pool.waitForDone();
}

} // namespace winnow::ui
