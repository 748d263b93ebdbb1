// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/FakeServices.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow::test {
namespace {

QByteArray num(qint64 n)
{
    return QByteArray::number(n);
}

QByteArray titleOf(qint64 n, const FakeSet& set)
{
    return (set.changed.contains(n) ? "Changed record " : "Record ") + num(n) + " on walking";
}

QByteArray abstractOf(qint64 n, const FakeSet& set)
{
    QByteArray text = "Abstract " + num(n);
    for (int i = 0; i < set.abstractWords; ++i)
        text += " word" + num((n * 31 + i * 7) % 997);
    return text + '.';
}

/// The numbers from `from` to `to` (without it) that are delivered, each as `entry` writes it.
template <class Entry> QByteArray listed(qint64 from, qint64 to, const FakeSet& set, const char* between, Entry entry)
{
    QByteArray list;
    for (qint64 n = from; n < to; ++n) {
        if (!set.missing.contains(n))
            list += (list.isEmpty() ? "" : between) + entry(n);
    }
    return list;
}

qint64 sizeAsked(const Asked& asked, const char* name, qint64 fallback, const FakeSet& set)
{
    bool ok = false;
    const qint64 size = asked.value(QString::fromLatin1(name)).toLongLong(&ok);
    return std::min(ok ? size : fallback, set.pageMost);
}

/// The cursor is the number of the first record of the page.
qint64 firstOf(const Asked& asked, const char* cursor)
{
    return std::max<qint64>(1, asked.value(QString::fromLatin1(cursor)).mid(1).toLongLong());
}

// ---- PubMed

QByteArray article(qint64 n, const FakeSet& set)
{
    return "<PubmedArticle><MedlineCitation Status=\"MEDLINE\"><PMID Version=\"1\">" + num(n)
        + "</PMID><Article><Journal><JournalIssue><PubDate><Year>2020</Year></PubDate></JournalIssue><Title>Journal of "
          "Examples</Title></Journal><ArticleTitle>"
        + titleOf(n, set) + "</ArticleTitle><Abstract><AbstractText>" + abstractOf(n, set)
        + "</AbstractText></Abstract><AuthorList><Author><LastName>Lima</LastName><ForeName>Ana</ForeName></Author>"
          "</AuthorList></Article><CommentsCorrectionsList><CommentsCorrections RefType=\"Cites\"><PMID>1</PMID>"
          "</CommentsCorrections></CommentsCorrectionsList></MedlineCitation></PubmedArticle>\n";
}

/// First and last number (behind it) of the records that a term finds.
std::pair<qint64, qint64> foundBy(const QString& term, const FakeSet& set)
{
    static const QRegularExpression created(
        QStringLiteral("\"(\\d{4}/\\d\\d/\\d\\d)\"\\[crdt\\] : \"(\\d{4}/\\d\\d/\\d\\d)\"\\[crdt\\]"));
    const auto match = created.match(term);
    if (!match.hasMatch())
        return {1, set.records + 1};
    const auto number = [&](int group, int dayAfter) {
        const QDate day = QDate::fromString(match.captured(group), QStringLiteral("yyyy/MM/dd")).addDays(dayAfter);
        return std::clamp<qint64>(set.firstCreated.daysTo(day) * set.perDay + 1, 1, set.records + 1);
    };
    return {number(1, 0), number(2, 1)};
}

Reply found(const Asked& asked, const FakeSet& set)
{
    const auto [from, to] = foundBy(asked.value(QStringLiteral("term")), set);
    QByteArray ids;
    for (qint64 n = from; n < std::min({to, from + sizeAsked(asked, "retmax", 20, set), from + 9999}); ++n)
        ids += "<Id>" + num(n) + "</Id>\n";
    const QByteArray history = asked.value(QStringLiteral("usehistory")) == QLatin1String("y")
        ? "<QueryKey>1</QueryKey><WebEnv>MCID_" + num(from) + "</WebEnv>"
        : QByteArray();
    return {.type = "text/xml",
            .body = "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<eSearchResult><Count>" + num(to - from) + "</Count>"
                + history + "<IdList>" + ids
                + "</IdList><QueryTranslation>\"walking\"[All Fields]</QueryTranslation></eSearchResult>\n"};
}

Reply fetched(const Asked& asked, const FakeSet& set)
{
    QByteArray articles;
    const QString ids = asked.value(QStringLiteral("id"));
    for (const QString& id : ids.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!set.missing.contains(id.toLongLong()))
            articles += article(id.toLongLong(), set);
    }
    if (ids.isEmpty()) {
        const qint64 from = asked.value(QStringLiteral("WebEnv")).mid(5).toLongLong()
            + asked.value(QStringLiteral("retstart")).toLongLong();
        const qint64 to = std::min(from + sizeAsked(asked, "retmax", 20, set), set.records + 1);
        articles = listed(from, to, set, "", [&](qint64 n) -> QByteArray { return article(n, set); });
    }
    return {.type = "text/xml",
            .body = "<?xml version=\"1.0\" ?>\n<PubmedArticleSet>\n" + articles + "</PubmedArticleSet>\n"};
}

} // namespace

Reply fakePubmed(const Asked& asked, const FakeSet& set)
{
    return asked.url.path().endsWith(QLatin1String("/esearch.fcgi")) ? found(asked, set) : fetched(asked, set);
}

Reply fakeTrials(const Asked& asked, const FakeSet& set)
{
    const qint64 from = firstOf(asked, "pageToken");
    const qint64 to = std::min(from + sizeAsked(asked, "pageSize", 10, set), set.records + 1);
    const QByteArray studies = listed(from, to, set, ",\n", [&](qint64 n) -> QByteArray {
        return "{\"protocolSection\":{\"identificationModule\":{\"nctId\":\"NCT" + num(n).rightJustified(8, '0')
            + "\",\"briefTitle\":\"" + titleOf(n, set) + "\"},\"descriptionModule\":{\"briefSummary\":\""
            + abstractOf(n, set) + "\"}}}";
    });
    const QByteArray total = from == 1 ? "\"totalCount\":" + num(set.records) + ',' : QByteArray();
    const QByteArray next = to <= set.records ? ",\"nextPageToken\":\"t" + num(to) + '"' : QByteArray();
    return {.body = '{' + total + "\"studies\":[" + studies + ']' + next + "}\n"};
}

Reply fakeEuropePmc(const Asked& asked, const FakeSet& set)
{
    const qint64 from = firstOf(asked, "cursorMark");
    const qint64 to = std::min(from + sizeAsked(asked, "pageSize", 25, set), set.records + 1);
    const QByteArray results = listed(from, to, set, ",\n", [&](qint64 n) -> QByteArray {
        return "{\"id\":\"" + num(n) + "\",\"source\":\"MED\",\"pmid\":\"" + num(n) + "\",\"title\":\""
            + titleOf(n, set) + "\",\"pubYear\":\"2020\",\"abstractText\":\"" + abstractOf(n, set) + "\"}";
    });
    return {.body = "{\"version\":\"6.9\",\"hitCount\":" + num(set.records) + ",\"nextCursorMark\":\"m" + num(to)
                + "\",\"resultList\":{\"result\":[" + results + "]}}\n"};
}

Reply fakeOpenAlex(const Asked& asked, const FakeSet& set)
{
    const qint64 size = sizeAsked(asked, "per-page", 25, set);
    const qint64 page = asked.value(QStringLiteral("page")).toLongLong();
    const qint64 from = page > 0 ? (page - 1) * size + 1 : firstOf(asked, "cursor");
    const qint64 to = std::min(from + size, set.records + 1);
    const QByteArray results = listed(from, to, set, ",\n", [&](qint64 n) -> QByteArray {
        return "{\"id\":\"https://openalex.org/W" + num(n) + "\",\"display_name\":\"" + titleOf(n, set)
            + "\",\"publication_year\":2020,\"authorships\":[],\"abstract_inverted_index\":{\"Abstract\":[0]}}";
    });
    const QByteArray next = to <= set.records ? "\"c" + num(to) + '"' : QByteArray("null");
    return {.body = "{\"meta\":{\"count\":" + num(set.records) + ",\"next_cursor\":" + next + "},\"results\":["
                + results + "]}\n"};
}

Reply fakeCrossref(const Asked& asked, const FakeSet& set)
{
    const qint64 from = firstOf(asked, "cursor");
    const qint64 to = std::min(from + sizeAsked(asked, "rows", 20, set), set.records + 1);
    const QByteArray items = listed(from, to, set, ",\n", [&](qint64 n) -> QByteArray {
        return "{\"DOI\":\"10.5555/r" + num(n) + "\",\"prefix\":\"10.5555\",\"member\":\"1\",\"title\":[\""
            + titleOf(n, set) + "\"]}";
    });
    return {.body = "{\"status\":\"ok\",\"message\":{\"total-results\":" + num(set.records) + ",\"next-cursor\":\"d"
                + num(to) + "\",\"items\":[" + items + "]}}\n"};
}

Reply fakeScopus(const Asked& asked, const FakeSet& set)
{
    const QString start = asked.value(QStringLiteral("start"));
    const qint64 from = start.isEmpty() ? firstOf(asked, "cursor") : start.toLongLong() + 1;
    const qint64 to = std::min(from + sizeAsked(asked, "count", 25, set), set.records + 1);
    QByteArray entries = listed(from, to, set, ",\n", [&](qint64 n) -> QByteArray {
        return "{\"eid\":\"2-s2.0-" + num(n) + "\",\"dc:identifier\":\"SCOPUS_ID:" + num(n) + "\",\"dc:title\":\""
            + titleOf(n, set) + "\",\"dc:description\":\"" + abstractOf(n, set) + "\"}";
    });
    if (entries.isEmpty())
        entries = "{\"@_fa\":\"true\",\"error\":\"Result set was empty\"}";
    return {.body = "{\"search-results\":{\"opensearch:totalResults\":\"" + num(set.records)
                + "\",\"cursor\":{\"@next\":\"s" + num(to) + "\"},\"entry\":[" + entries + "]}}\n"};
}

} // namespace winnow::test
