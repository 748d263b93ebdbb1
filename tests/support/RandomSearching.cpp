// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RandomHistory.h"

#include "project/Filling.h"
#include "project/Notices.h"
#include "project/SearchLog.h"
#include "project/SearchPlans.h"

#include <array>
#include <set>

namespace winnow::test {
namespace {

// Few databases and few blocks, so that people meet.
const std::array databases{"pubmed", "scopus", "clinicaltrials"};
const std::array terms{"stroke", "walk*", "brain attack", "gait"};

} // namespace

QString RandomHistory::searching()
{
    switch (pick(5)) {
    case 0: return note("searches", search());
    case 1: return findOut();
    default: return plan();
    }
}

/// One that found nothing: those that found something are imports besides.
Result<void> RandomHistory::search()
{
    SearchRecord made;
    made.name = QString::number(1 + pick(1000), 16);
    made.source = QStringLiteral("PubMed");
    made.sent = QStringLiteral("walking %1").arg(pick(9));
    made.hits = 0;
    const auto written
        = m_project.store().write(store::Priority::Person, [&](store::WriteScope& scope) -> Result<void> {
              scope.append(m_project.me(), {searchEdit(made)});
              return {};
          });
    return written ? Result<void>() : Result<void>(Failure(written.error()));
}

/// What services say of records that are here.
QString RandomHistory::findOut()
{
    const auto records = Records(m_project).all();
    if (!records || records->empty())
        return note("finds nothing out", records);
    const RecordId record = oneOf(*records);
    if (pick(2)) {
        FillPlan plan;
        plan.fields = {{record, Field::Pmid, std::to_string(100 + pick(9)), QStringLiteral("PubMed")}};
        return note("fills a field", Filling(m_project).fill(plan, {}));
    }
    const auto written
        = m_project.store().write(store::Priority::Person, [&](store::WriteScope& scope) -> Result<void> {
              scope.append(
                  m_project.me(),
                  {noticeEdit(record.value, {NoticeKind(1 + pick(3)), "doi: 10.5555/n"}, {}, pick(9)),
                   {store::ChangeKind::NoticesChecked, 0, 0, store::Value("[" + std::to_string(pick(9)) + ",1]")},
                   {store::ChangeKind::FulltextAt, record.value, 0,
                    store::Value(R"({"url":"https://example.org/)" + std::to_string(pick(9)) + "\"}")}});
              return {};
          });
    return note("notes what was published", written);
}

/// Blocks of words and the queries written from them: begun, edited, emptied, moved.
QString RandomHistory::plan()
{
    SearchPlans plans(m_project);
    const QString database = QString::fromLatin1(oneOf(databases));
    switch (pick(5)) {
    case 0: {
        std::vector<PlannedBlock> blocks;
        std::set<qint64> named;
        for (int n = pick(4); n > 0; --n) {
            PlannedBlock one{1 + pick(4), {QStringLiteral("Block %1").arg(pick(3)), {}, {}}};
            for (int words = pick(3); words > 0; --words)
                one.block.terms << QString::fromLatin1(oneOf(terms));
            if (named.insert(one.id).second)
                blocks.push_back(std::move(one));
        }
        return note("plans blocks", plans.setBlocks(blocks));
    }
    case 1: return note("writes queries", plans.writeQueries(pick(2) ? QStringList() : QStringList{database}));
    case 2: return note("licenses abstracts", plans.setLicensed(QStringLiteral("scopus"), pick(2) != 0));
    default: {
        sources::Query query;
        query.text = pick(4) ? QString::fromLatin1(oneOf(terms)) : QString();
        query.filters.humans = pick(2) != 0;
        query.limit = 50 * pick(2);
        return note("plans a query", plans.setQuery(database, query));
    }
    }
}

} // namespace winnow::test
