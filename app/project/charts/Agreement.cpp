// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "project/Conflicts.h"
#include "project/charts/Kinds.h"
#include "store/Store.h"
#include "store/Trail.h"

#include <map>

/// How far each pair agrees at each stage, from the frozen votes (rules.md C2): nothing before conflicts are opened.
/// The parts of a mark are key/include, key/exclude and key/differ: which of the two said what is told card by card.
namespace winnow::charts {
namespace {

QString nameOf(const Review& review, ReviewerId id)
{
    const Reviewer* reviewer = review.reviewer(id);
    return reviewer ? reviewer->name : QString();
}

ChartMark markOf(const Review& review, Stage stage, const PairAgreement& pair)
{
    const screening::AgreementTable& t = pair.table;
    const screening::Agreement& a = pair.agreement;
    return {QStringLiteral("%1/%2/%3").arg(int(stage)).arg(pair.a.value).arg(pair.b.value),
            {words::wordOf(stage), nameOf(review, pair.a), nameOf(review, pair.b)},
            {double(t.n()), double(t.bothInclude), double(t.onlyA), double(t.onlyB), double(t.bothExclude), a.percent,
             a.kappa, a.kappaLow, a.kappaHigh, a.pabak, a.ac1}};
}

Result<ChartData> data(Project& project, const QTimeZone&)
{
    ChartData data;
    const auto review = project.review();
    for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
        const auto pairs = Conflicts(project, stage).agreement();
        if (!pairs)
            return Failure(pairs.error());
        for (const PairAgreement& pair : *pairs) {
            data.marks.push_back(markOf(*review, stage, pair));
            data.total += pair.table.n();
        }
    }
    return data;
}

/// Into which part of the bar two verdicts fall; empty: into none (maybe is no vote at full text).
QString partOf(Stage stage, Verdict a, Verdict b)
{
    const std::vector<screening::PairedVote> one{{a, b}};
    const screening::AgreementTable table = screening::tabulate(stage, one);
    if (table.n() == 0)
        return {};
    return table.bothInclude ? QStringLiteral("include")
        : table.bothExclude  ? QStringLiteral("exclude")
                             : QStringLiteral("differ");
}

ChartRecords behind(store::Reader& reader, Stage stage, ReviewerId a, ReviewerId b, const QString& part)
{
    std::map<qint64, std::pair<Verdict, Verdict>> pairs;
    for (const store::FrozenVote& vote : store::frozenVotes(reader, stage)) {
        if (vote.author == a)
            pairs[vote.report].first = vote.vote.verdict;
        if (vote.author == b)
            pairs[vote.report].second = vote.vote.verdict;
    }
    ChartRecords records;
    for (const auto& [report, votes] : pairs) {
        if (votes.first == Verdict::None || votes.second == Verdict::None)
            continue;
        const QString in = partOf(stage, votes.first, votes.second);
        if (part.isEmpty() ? !in.isEmpty() : in == part)
            records.ids.emplace_back(report);
    }
    return records;
}

Result<ChartRecords> records(Project& project, const QTimeZone&, const QString& key)
{
    const int stage = key.section(u'/', 0, 0).toInt();
    const ReviewerId a(key.section(u'/', 1, 1).toLongLong());
    const ReviewerId b(key.section(u'/', 2, 2).toLongLong());
    if (!a || !b || (stage != int(Stage::Title) && stage != int(Stage::Fulltext)))
        return fail(ErrorCode::UnknownRecord, key);
    return project.store().read(
        [&](store::Reader& reader) { return behind(reader, Stage(stage), a, b, key.section(u'/', 3, 3)); });
}

} // namespace

ChartKind agreement()
{
    return {"agreement",
            "how far each pair agrees, from opened votes",
            ChartUnit::Reports,
            {"stage", "a", "b", "n", "both_include", "only_a", "only_b", "both_exclude", "percent", "kappa",
             "kappa_low", "kappa_high", "pabak", "ac1"},
            data,
            records};
}

} // namespace winnow::charts
