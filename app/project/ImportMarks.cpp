// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ImportMarks.h"

#include "domain/Words.h"
#include "formats/ForeignMarks.h"
#include "project/Writing.h"
#include "store/Resolutions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace winnow {
namespace {

using store::ChangeKind;
using Edits = std::vector<store::Edit>;

Verdict verdict(const CarriedMark& mark)
{
    return words::parseVerdict(QString::fromStdString(mark.value)).value_or(Verdict::None);
}

/// Several reasons stand one a line.
QStringList reasonsOf(const CarriedMark& mark)
{
    return QString::fromStdString(mark.reason).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

const VotesOf* MarkEdits::said(const QString& person) const
{
    auto found = m_votesAs.constFind(person);
    if (found == m_votesAs.constEnd())
        found = m_votesAs.constFind(QStringLiteral("*"));
    return found == m_votesAs.constEnd() ? nullptr : &*found;
}

Stage MarkEdits::stageOf(const CarriedMark& mark, const VotesOf* who) const
{
    if (const auto stage = words::parseStage(QString::fromStdString(mark.stage)))
        return *stage;
    if (!who && !m_votesAs.isEmpty()) // the team's: what was said of its people
        who = &m_votesAs.first();
    return who ? who->stage.value_or(Stage::Title) : Stage::Title;
}

void MarkEdits::add(qint64 record, const CarriedMark& mark)
{
    if (mark.kind == CarriedMark::Kind::Decision) {
        decision(record, mark);
        return;
    }
    const QString name = QString::fromStdString(mark.person);
    const VotesOf* who = said(name);
    const Reviewer* reviewer = who ? m_scope.catalog().reviewer(who->reviewer) : nullptr;
    if (!reviewer) {
        m_unknown.insert(name);
        return;
    }
    const Stage stage = stageOf(mark, who);
    if (mark.kind == CarriedMark::Kind::Vote && !who->blind)
        m_seenAt.insert(stage);
    personal(record, mark, reviewer->id, stage);
}

void MarkEdits::personal(qint64 record, const CarriedMark& mark, ReviewerId by, Stage stage)
{
    Edits& edits = byAuthor[by.value];
    if (mark.kind == CarriedMark::Kind::Vote) {
        const CastVote vote{by, verdict(mark), reason(mark, stage)};
        if (vote.verdict == Verdict::None)
            return;
        edits.push_back({ChangeKind::Vote, record, int(stage), store::packVote({vote.verdict, vote.reason})});
        m_votes[{record, stage}].push_back(vote);
        if (stage == Stage::Fulltext)
            m_received.insert(record);
    } else if (mark.kind == CarriedMark::Kind::Note) {
        edits.push_back({ChangeKind::Note, record, int(stage), store::Value(mark.value)});
    } else {
        edits.push_back({ChangeKind::Tag, record, store::stageSlot(label(mark.value), stage), qint64(1)});
    }
    ++m_count;
}

void MarkEdits::decision(qint64 record, const CarriedMark& mark)
{
    const Verdict decided = verdict(mark);
    if (decided == Verdict::None)
        return;
    if (!m_decides) {
        ++m_left;
        return;
    }
    const Stage stage = stageOf(mark, said(QString()));
    m_decisions.push_back({record, stage, {{}, decided, reason(mark, stage)}});
    if (stage == Stage::Fulltext)
        m_received.insert(record);
    ++m_count;
}

bool MarkEdits::carriedByVotes(const TeamDecision& decision) const
{
    const auto votes = m_votes.find({decision.record, decision.stage});
    if (votes == m_votes.end())
        return false;
    const store::Catalog& catalog = m_scope.catalog();
    const auto derived = decide(decision.stage, catalog.settings.rules(decision.stage), votes->second, {},
                                catalog.reasonOrder(decision.stage));
    const ReasonId why = decision.value.reason;
    if (decision.value.verdict == Verdict::Exclude)
        return derived.state == StageState::Excluded && (!why || derived.reason == why);
    return derived.state == StageState::Included;
}

void MarkEdits::finish(ImportReport& report)
{
    for (const TeamDecision& decision : m_decisions) {
        // A team's decision needs no single voter; it comes in as settled, and is left out of kappa.
        if (!carriedByVotes(decision))
            shared.push_back({ChangeKind::Resolution, decision.record, int(decision.stage),
                              store::packResolution(
                                  {decision.value.verdict, decision.value.reason, store::ResolvedBy::Imported, {}})});
    }
    const QJsonArray received{int(Retrieval::Received), QString(), QString()};
    const std::string packed = QJsonDocument(received).toJson(QJsonDocument::Compact).toStdString();
    for (const qint64 record : m_received)
        shared.push_back({ChangeKind::Retrieval, m_scope.reportOf(record), 0, store::Value(packed)});
    for (const Stage stage : m_seenAt)
        shared.push_back(edit(ChangeKind::Run, m_run.value,
                              stage == Stage::Title ? store::RunSlot::SeenAtTitle : store::RunSlot::SeenAtFulltext,
                              qint64(1)));
    report.marks = m_count;
    report.decisionsLeft = m_left;
    report.unknownPeople = QStringList(m_unknown.begin(), m_unknown.end());
}

/// Of several the first in the team's order (rules.md F1); none of them known: the first one, made new.
ReasonId MarkEdits::reason(const CarriedMark& mark, Stage stage)
{
    const QStringList given = reasonsOf(mark);
    if (given.isEmpty())
        return {};
    for (const Reason& known : m_scope.catalog().reasons) {
        if (known.stage == stage && given.contains(known.text, Qt::CaseInsensitive))
            return known.id;
    }
    return newReason(given.front().trimmed().toStdString(), stage);
}

ReasonId MarkEdits::newReason(const std::string& name, Stage stage)
{
    auto& id = m_reasons[{int(stage), name}];
    if (!id) {
        id = m_scope.newEntity(store::EntityType::Reason);
        shared.push_back(edit(ChangeKind::Reason, id, store::ReasonSlot::Text, store::Value(name)));
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

std::vector<CarriedMark> decisionsOf(DecidedList list, const Record& record)
{
    using Kind = CarriedMark::Kind;
    const CarriedMark passed{Kind::Decision, {}, "title", "include", {}};
    switch (list) {
    case DecidedList::Irrelevant: return {{Kind::Decision, {}, "title", "exclude", formats::statedReason(record)}};
    case DecidedList::Passed: return {passed};
    case DecidedList::Excluded:
        return {passed, {Kind::Decision, {}, "fulltext", "exclude", formats::statedReason(record)}};
    case DecidedList::Included: return {passed, {Kind::Decision, {}, "fulltext", "include", {}}};
    }
    return {};
}

namespace {

/// Counts records as the import of the file did, and keeps nothing but their marks.
class MarkSink final : public formats::ReadSink {
public:
    MarkSink(const store::Catalog& catalog, const store::RunInfo& run, std::optional<DecidedList> list,
             const JobContext& job)
        : m_catalog(catalog)
        , m_list(list)
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
            for (CarriedMark& mark : m_list ? decisionsOf(*m_list, record) : std::move(record.marks))
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
    std::optional<DecidedList> m_list;
    qint64 m_next;
    qint64 m_bytes;
    const JobContext& m_job;
};

} // namespace

Result<void> importMarksAgain(Project& project, const ImportRequest& request, const formats::Detected& detected,
                              ImportReport& report, const JobContext& job)
{
    const auto catalog = project.store().catalog();
    MarkSink sink(*catalog, *catalog->run(report.run), request.list, job);
    if (const auto read = formats::readFile(request.file, detected, sink); !read)
        return Failure(read.error());
    if (sink.marks.empty())
        return {};
    return change(project, [&](store::WriteScope& scope) -> Result<void> {
        MarkEdits edits(scope, report.run, request);
        for (const auto& [record, mark] : sink.marks)
            edits.add(record, mark);
        edits.finish(report);
        if (!edits.shared.empty())
            scope.append(actor(scope.catalog(), project.me()), edits.shared);
        for (auto& [author, own] : edits.byAuthor)
            scope.append(ReviewerId(author), std::move(own));
        return {};
    });
}

} // namespace winnow
