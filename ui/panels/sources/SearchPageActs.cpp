// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/Accesses.h"
#include "panels/sources/BlocksForm.h"
#include "panels/sources/KeysForm.h"
#include "panels/sources/OpenSearches.h"
#include "panels/sources/QueryForm.h"
#include "panels/sources/SearchPage.h"
#include "panels/sources/SearchesView.h"
#include "project/SearchWords.h"
#include "widgets/Banner.h"
#include "widgets/Ring.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

// What the search page does: keeps the plan, counts, fetches, writes out.
namespace winnow::ui {
namespace {

using Reports = std::vector<SearchReport>;

constexpr int toldLetters = 90;

bool aboutKeys(ErrorCode code)
{
    return code == ErrorCode::KeyMissing || code == ErrorCode::KeyRefused || code == ErrorCode::NotEntitled;
}

Result<Reports> alone(Result<SearchReport> report)
{
    if (!report)
        return Failure(report.error());
    return Reports{std::move(*report)};
}

/// What came of a search, in plain words.
QStringList foundLines(const SearchReport& report, bool counted)
{
    using Page = SearchPage;
    const SearchRecord& search = report.search;
    QStringList lines;
    if (search.hits == 0)
        lines << Page::tr("%1 found no records; try fewer words, or take out a block or a filter.").arg(search.source);
    else if (counted)
        lines << Page::tr("%1 finds %2 records.").arg(search.source, numberText(search.hits));
    else
        lines << Page::tr("%1 found %2 records; %3 came in, %4 of them new.")
                     .arg(search.source, numberText(search.hits), numberText(search.records), numberText(search.fresh));
    const qint64 before = search.delivered - search.records - search.known - search.unreadable;
    if (report.resumed && before > 0)
        lines << Page::tr("%1 had come in before it was interrupted.").arg(numberText(before));
    if (search.known > 0)
        lines << Page::tr("%1 were here before and are the same.").arg(numberText(search.known));
    if (search.changed > 0)
        lines << Page::tr("%1 are not what they were; of these retracted: %2.")
                     .arg(numberText(search.changed), numberText(search.retractedIds.size()));
    if (!search.translated.isEmpty())
        lines << Page::tr("It understood: %1").arg(search.translated);
    lines << search.warnings;
    for (const sources::Gap& gap : search.gaps)
        lines << gapSentence(gap);
    return lines;
}

} // namespace

/// Empty: nothing is to be said, and takes no place.
void SearchPage::tell(const QString& sentence, Tone tone)
{
    m_mending = Mending::None;
    m_banner->say(sentence, tone);
    m_bannerHome->setVisible(!sentence.isEmpty());
}

void SearchPage::readPlan()
{
    struct Known {
        SearchPlan plan;
        bool licensed = false;
    };
    if (m_keeping > 0)
        return; // it is read when that is kept
    m_reading.over(
        this,
        [project = &m_context.project]() -> Result<Known> {
            const SearchPlans plans(*project);
            const auto plan = plans.plan();
            const auto licensed = plans.licensed(QStringLiteral("scopus"));
            if (!plan || !licensed)
                return Failure(plan ? licensed.error() : plan.error());
            return Known{*plan, *licensed};
        },
        [this, kept = m_kept](const Result<Known>& known) {
            if (kept != m_kept)
                return; // it was read before something was kept, and knows nothing of it
            if (!known)
                return tell(words::sentence(known.error()), Tone::Exclude);
            m_keys->setLicensed(known->licensed);
            showPlan(known->plan);
        });
}

/// A query that is being written here stays; the others are as the plan says.
void SearchPage::showPlan(const SearchPlan& plan)
{
    for (const Searchable& one : m_known) {
        const PlannedQuery* before = m_plan.queryFor(one.id);
        const PlannedQuery* now = plan.queryFor(one.id);
        sources::Query& draft = m_drafts[one.id];
        if (draft != (before ? before->query : sources::Query()))
            continue;
        const sources::Query planned = now ? now->query : sources::Query();
        if (draft == planned)
            continue;
        draft = planned;
        m_hits.remove(one.id);
        if (one.id == m_shown) {
            m_form->setQuery(draft);
            m_found->clear();
        }
    }
    m_plan = plan;
    m_blocks->setBlocks(plan.blocks);
    nameDatabases();
}

void SearchPage::keep(std::function<Result<void>()> work)
{
    beginKeeping();
    m_context.hands.over(this, std::move(work), [this](const Result<void>& done) {
        if (!done)
            tell(words::sentence(done.error()), Tone::Exclude);
        --m_keeping;
        readPlan();
    });
}

void SearchPage::beginKeeping()
{
    ++m_keeping;
    ++m_kept;
}

void SearchPage::keepQuery()
{
    if (m_shown.isEmpty() || !m_context.whyNot(Right::Extend).isEmpty())
        return;
    const PlannedQuery* kept = m_plan.queryFor(m_shown);
    const sources::Query now = m_form->query();
    if (now == (kept ? kept->query : sources::Query()))
        return;
    // As if it stood in the plan already: it is kept once.
    std::erase_if(m_plan.queries, [this](const PlannedQuery& one) { return one.database == m_shown; });
    m_plan.queries.push_back({m_shown, now});
    keep([project = &m_context.project, id = m_shown, now] { return SearchPlans(*project).setQuery(id, now); });
}

void SearchPage::keepBlocks()
{
    keep([project = &m_context.project, blocks = m_blocks->blocks()] {
        return SearchPlans(*project).setBlocks(blocks);
    });
}

/// From the blocks as they stand, for the chosen database or all of them.
void SearchPage::writeQueries(bool all)
{
    beginKeeping();
    const QStringList which = all ? QStringList() : QStringList{m_shown};
    m_context.hands.over(
        this,
        [project = &m_context.project, blocks = m_blocks->blocks(), which]() -> Result<QStringList> {
            SearchPlans plans(*project);
            if (const auto kept = plans.setBlocks(blocks); !kept)
                return Failure(kept.error());
            return plans.writeQueries(which);
        },
        [this, all](const Result<QStringList>& warnings) {
            --m_keeping;
            readPlan();
            if (!warnings)
                return tell(words::sentence(warnings.error()), Tone::Exclude);
            tell(QStringList(QStringList{all ? tr("The queries of all databases are written; undo brings back what "
                                                  "stood there.")
                                             : tr("The query is written; undo brings back what stood there.")}
                             + *warnings)
                     .join(QLatin1Char(' ')));
            if (!all)
                showPart(Part::Query);
        });
}

void SearchPage::count()
{
    if (running())
        return;
    const auto query = m_form->checked();
    if (!query)
        return;
    keepQuery();
    m_request = {m_shown, *query};
    start(tr("counting hits"), SearchJob::Kind::Count,
          [request = m_request](Searches& s, const JobContext& job) { return alone(s.count(request, job)); });
}

void SearchPage::fetch()
{
    if (running() || !m_fetch->isEnabled())
        return;
    const auto query = m_form->checked();
    if (!query)
        return;
    keepQuery();
    m_request = {m_shown, *query};
    start(tr("searching %1").arg(databaseName(m_shown)), SearchJob::Kind::Fetch,
          [request = m_request](Searches& s, const JobContext& job) { return alone(s.search(request, job)); });
}

void SearchPage::again(const SearchRecord& search)
{
    m_request = {search.database, search.query};
    start(tr("searching %1 again").arg(search.source), SearchJob::Kind::Fetch,
          [name = search.name](Searches& s, const JobContext& job) { return alone(s.rerun(name, job)); });
}

void SearchPage::resumeOpen()
{
    const std::vector<UnfinishedSearch>& open = m_unfinished->searches();
    if (running() || open.empty() || !m_unfinished->isEnabled() || !m_context.whyNot(Right::Extend).isEmpty())
        return;
    const auto same = [this](const UnfinishedSearch& one) { return Searches::same(one.request, m_request); };
    const auto failed = std::find_if(open.begin(), open.end(), same);
    const UnfinishedSearch chosen = failed == open.end() ? open.front() : *failed;
    showPart(Part::Query); // and what is being written in the keys is kept
    resume(chosen);
}

void SearchPage::resume(const UnfinishedSearch& search)
{
    m_request = search.request;
    start(tr("searching %1").arg(databaseName(search.request.database)), SearchJob::Kind::Fetch,
          [fetch = search.fetch](Searches& s, const JobContext& job) { return alone(s.resume(fetch, job)); });
}

/// What helps stands beside the sentence.
void SearchPage::offerMending()
{
    if (m_mending == Mending::Keys)
        m_banner->offer(tr("Keys and terms"), tr("Ctrl+Shift+K"));
    else if (m_mending == Mending::Resume && m_unfinished->resumeButton())
        m_banner->offer(tr("Resume"), tr("Ctrl+R"));
}

void SearchPage::mend()
{
    if (m_mending == Mending::Keys)
        openKeys(m_request.database);
    else
        resumeOpen();
}

void SearchPage::openKeys(const QString& service)
{
    showPart(Part::Keys);
    m_accesses->whenRead(this, [this, service] {
        if (m_pages->currentIndex() != int(Part::Keys))
            return;
        if (QLineEdit* field = m_keys->key(service); field && field->isEnabled()) {
            field->setFocus();
            qobject_cast<QScrollArea*>(m_pages->currentWidget())->ensureWidgetVisible(field);
        }
    });
}

/// The keys are read first: the keychain may ask for its password.
void SearchPage::start(const QString& name, SearchJob::Kind kind, SearchJob::Work work)
{
    tell({});
    m_found->clear();
    m_accesses->whenRead(this, [this, name, kind, work = std::move(work)] {
        if (!running())
            m_job->start(name, kind, work);
    });
}

void SearchPage::onProgress(const Progress& progress)
{
    m_line->setShare(progress.total > 0 ? double(progress.done) / double(progress.total) : 0);
    m_state->setText(
        progress.total > 0
            ? tr("%1 of %2  ·  %3").arg(numberText(progress.done), numberText(progress.total), progress.what)
            : progress.what);
    m_state->setToolTip(m_state->text());
}

void SearchPage::onEnded(const Reports& reports, const Error* error, bool cancelled)
{
    if (!reports.empty())
        showReports(reports);
    if (error && cancelled)
        tell(tr("The search in %1 was ended; what came stays.").arg(databaseName(m_request.database)));
    else if (error)
        tell(words::sentence(*error),
             error->code == ErrorCode::SearchStopped || error->code == ErrorCode::Cancelled ? Tone::Neutral
                                                                                            : Tone::Exclude);
    if (error && !cancelled)
        m_mending = aboutKeys(error->code) ? Mending::Keys : Mending::Resume;
    offerMending();
    refreshTools();
    readPlan();
    readSearches(cancelled);
}

void SearchPage::showReports(const Reports& reports)
{
    const bool counted = m_job->kind() == SearchJob::Kind::Count;
    QStringList lines;
    for (const SearchReport& report : reports)
        lines << foundLines(report, counted);
    const SearchRecord& last = reports.back().search;
    const bool edited = last.database == m_shown && !Searches::same({m_shown, m_form->query()}, m_request);
    if (edited) // written on meanwhile: it is not of what stands there now
        lines.prepend(tr("For “%1”:").arg(m_request.query.text.simplified().left(toldLetters)));
    if (counted && last.database == m_shown && !edited) {
        m_hits.insert(m_shown, last.hits);
        nameDatabases();
        m_fetch->show();
        if (last.hits > 0)
            m_fetch->setFocus();
    }
    if (last.database == m_shown && m_pages->currentIndex() == int(Part::Query))
        m_found->setText(lines.join(QLatin1Char('\n')));
    else
        tell(lines.join(QLatin1Char(' ')));
}

/// `letGo`: the search that ran last was cancelled, and is not to go on.
void SearchPage::readSearches(bool letGo)
{
    struct Known {
        std::vector<UnfinishedSearch> open;
        std::vector<SearchRecord> made;
    };
    m_reading.over(
        this,
        [project = &m_context.project, online = m_job->online()]() -> Result<Known> {
            const Searches searches(*project, *online);
            auto open = searches.unfinished();
            auto made = searches.made();
            if (!open || !made)
                return Failure(open ? made.error() : open.error());
            return Known{std::move(*open), std::move(*made)};
        },
        [this, letGo](const Result<Known>& known) {
            if (!known)
                return tell(words::sentence(known.error()), Tone::Exclude);
            std::vector<UnfinishedSearch> open = running() ? std::vector<UnfinishedSearch>() : known->open;
            const auto ended
                = [&](const UnfinishedSearch& one) { return letGo && Searches::same(one.request, m_request); };
            for (const UnfinishedSearch& one : open) {
                if (ended(one))
                    giveUp(one.fetch);
            }
            std::erase_if(open, ended);
            m_unfinished->setSearches(open);
            m_made->setSearches(known->made);
            offerMending();
        });
}

void SearchPage::giveUp(qint64 fetch)
{
    m_context.hands.over(
        this,
        [project = &m_context.project, online = m_job->online(), fetch] {
            return Searches(*project, *online).giveUp(fetch);
        },
        [this](const Result<void>& done) {
            if (!done)
                tell(words::sentence(done.error()), Tone::Exclude);
            readSearches();
        });
}

} // namespace winnow::ui
