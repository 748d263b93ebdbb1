// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ImportMarks.h"

#include "domain/Words.h"
#include "project/Writing.h"
#include "store/Resolutions.h"

namespace winnow {
namespace {

using store::ChangeKind;
using Edits = std::vector<store::Edit>;

Verdict verdict(const CarriedMark& mark)
{
    return words::parseVerdict(QString::fromStdString(mark.value)).value_or(Verdict::None);
}

} // namespace

void MarkEdits::add(qint64 record, const CarriedMark& mark)
{
    const auto stage = words::parseStage(QString::fromStdString(mark.stage));
    if (!stage)
        return;
    if (mark.kind == CarriedMark::Kind::Decision) {
        decision(record, *stage, mark);
        return;
    }
    const ReviewerId by = person(QString::fromStdString(mark.person));
    if (!by)
        return;
    ++count;
    Edits& edits = byAuthor[by.value];
    if (mark.kind == CarriedMark::Kind::Vote)
        edits.push_back(
            {ChangeKind::Vote, record, int(*stage), store::packVote({verdict(mark), reason(mark, *stage)})});
    else if (mark.kind == CarriedMark::Kind::Note)
        edits.push_back({ChangeKind::Note, record, int(*stage), store::Value(mark.value)});
    else
        edits.push_back({ChangeKind::Tag, record, store::stageSlot(label(mark.value), *stage), qint64(1)});
}

ReviewerId MarkEdits::person(const QString& name)
{
    const QString as = m_votesAs.value(name, m_votesAs.value(QStringLiteral("*")));
    const Reviewer* reviewer = as.isEmpty() ? nullptr : m_scope.catalog().reviewer(as);
    if (!reviewer)
        unknown.insert(name);
    return reviewer ? reviewer->id : ReviewerId();
}

void MarkEdits::decision(qint64 record, Stage stage, const CarriedMark& mark)
{
    // A team's decision needs no single voter; it comes in as settled, and is left out of kappa.
    if (m_votesAs.isEmpty())
        return;
    store::ResolutionValue value{verdict(mark), reason(mark, stage), store::ResolvedBy::Rule, {}};
    shared.push_back({ChangeKind::Resolution, record, int(stage), packResolution(value)});
    ++count;
}

ReasonId MarkEdits::reason(const CarriedMark& mark, Stage stage)
{
    if (mark.reason.empty())
        return {};
    const QString name = QString::fromStdString(mark.reason);
    if (const Reason* known = m_scope.catalog().reason(stage, name))
        return known->id;
    auto& id = m_reasons[{int(stage), mark.reason}];
    if (!id) {
        id = m_scope.newEntity(store::EntityType::Reason);
        shared.push_back(edit(ChangeKind::Reason, id, store::ReasonSlot::Text, text(name)));
        shared.push_back(edit(ChangeKind::Reason, id, store::ReasonSlot::Stage, qint64(stage)));
        shared.push_back(edit(ChangeKind::Reason, id, store::ReasonSlot::Position,
                              qint64(m_scope.catalog().reasons.size() + m_reasons.size())));
    }
    return ReasonId(id);
}

qint64 MarkEdits::label(const std::string& name)
{
    if (const Label* known = m_scope.catalog().label(QString::fromStdString(name)))
        return known->id.value;
    auto& id = m_labels[name];
    if (!id) {
        id = m_scope.newEntity(store::EntityType::Label);
        shared.push_back(edit(ChangeKind::Label, id, store::LabelSlot::Name, store::Value(name)));
    }
    return id;
}

namespace {

/// Counts records as the import of the file did, and keeps nothing but their marks.
class MarkSink final : public formats::ReadSink {
public:
    MarkSink(const store::Catalog& catalog, const store::RunInfo& run, const JobContext& job)
        : m_catalog(catalog)
        , m_next(run.first)
        , m_bytes(run.bytes)
        , m_job(job)
    {
    }
    bool record(Record&& record, const RawSpan&) override
    {
        const bool ours
            = !record.winnowId.empty() && store::recordFromUid(m_catalog, QString::fromStdString(record.winnowId));
        if (!ours) {
            for (CarriedMark& mark : record.marks)
                marks.emplace_back(m_next, std::move(mark));
            ++m_next;
        }
        return !m_job.cancelled();
    }
    void unreadable(Unreadable&&) override { }
    bool progress(qint64 bytesRead) override
    {
        m_job.report(bytesRead, m_bytes);
        return !m_job.cancelled();
    }

    std::vector<std::pair<qint64, CarriedMark>> marks;

private:
    const store::Catalog& m_catalog;
    qint64 m_next;
    qint64 m_bytes;
    const JobContext& m_job;
};

} // namespace

Result<void> importMarksAgain(Project& project, const ImportRequest& request, const formats::Detected& detected,
                              ImportReport& report, const JobContext& job)
{
    const auto catalog = project.store().catalog();
    MarkSink sink(*catalog, *catalog->run(report.run), job);
    if (const auto read = formats::readFile(request.file, detected, sink); !read)
        return Failure(read.error());
    return change(project, [&](store::WriteScope& scope) -> Result<void> {
        MarkEdits edits(scope, request.votesAs);
        for (const auto& [record, mark] : sink.marks)
            edits.add(record, mark);
        scope.append(actor(scope.catalog(), project.me()), edits.shared);
        for (auto& [author, own] : edits.byAuthor)
            scope.append(ReviewerId(author), std::move(own));
        report.marks = edits.count;
        report.unknownPeople = QStringList(edits.unknown.begin(), edits.unknown.end());
        return {};
    });
}

} // namespace winnow
