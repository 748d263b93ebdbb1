// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Exact.h"
#include "formats/TaggedEntry.h"
#include "formats/Write.h"
#include "support/Suite.h"

#include <QDir>
#include <QRandomGenerator>

namespace suite_roundtrip {

using namespace winnow;
using namespace winnow::formats;

namespace {

/// Records that would break a naive writer.
class RandomRecords {
public:
    explicit RandomRecords(quint32 seed) : random_(seed) { }

    Record next()
    {
        Record r;
        r.title = pick(8) ? text() : "Title " + text();
        r.abstract = text();
        r.journal = text();
        r.volume = text();
        r.issue = text();
        r.pages = pick(2) ? "12-19" : text();
        r.doi = pick(2) ? "10.1234/abc" : text();
        r.pmid = pick(2) ? "123456" : text();
        r.pmcid = pick(2) ? "PMC77" : text();
        r.nct = pick(2) ? "NCT01234567" : text();
        r.issn = pick(2) ? "1234-5679; 2434-561X" : text();
        r.isbn = pick(2) ? "9783864903113" : text();
        r.language = text();
        r.type = pick(2) ? "Journal article" : text();
        r.url = text();
        r.sourceId = text();
        r.database = text();
        r.winnowId = text();
        r.winnowNumber = pick(2) ? "1204" : text();
        r.year = pick(3) ? 0 : int(random_.bounded(1500, 2100));
        for (quint32 n = random_.bounded(4); n > 0; --n)
            r.authors.push_back({text(), text(), text(), pick(4)});
        for (quint32 n = random_.bounded(4); n > 0; --n)
            r.keywords.push_back(text());
        for (quint32 n = random_.bounded(5); n > 0; --n)
            r.extra.emplace_back(tag(), text());
        for (quint32 n = random_.bounded(5); n > 0; --n)
            r.marks.push_back(mark());
        if (r.title.empty())
            r.title = "x"; // an entry without any content is no entry
        return r;
    }

private:
    bool pick(quint32 oneIn) { return random_.bounded(oneIn) == 0; }

    std::string text()
    {
        static const std::vector<std::string> parts{"",
                                                    " ",
                                                    "  ",
                                                    "\n",
                                                    "\r",
                                                    "\r\n",
                                                    "\t",
                                                    "\"",
                                                    "'",
                                                    "|",
                                                    "\\",
                                                    "\\n",
                                                    ";",
                                                    "; ",
                                                    ",",
                                                    "TY  - JOUR",
                                                    "\nER  - ",
                                                    "\nTI  - x",
                                                    "\n\nAU  - A, B",
                                                    "\n\n2.\n",
                                                    "\n\n<2>\n",
                                                    "WN  - exact | title | x",
                                                    "exact | authors",
                                                    "=1+1",
                                                    "NA",
                                                    "&amp;",
                                                    "<b>",
                                                    "\xC3\xA9",
                                                    "\xE4\xB8\xAD\xE6\x96\x87",
                                                    "\xF0\x9F\x98\x80",
                                                    "\xC2\xA0",
                                                    "\xEF\xBB\xBF",
                                                    "\xE2\x80\xA8",
                                                    "word",
                                                    "Two words",
                                                    "Family, Given",
                                                    "and",
                                                    " and ",
                                                    "2014",
                                                    "10.1234/x",
                                                    "https://doi.org/10.1/x",
                                                    "PMID: 12",
                                                    "\v",
                                                    "\f",
                                                    std::string("\0", 1),
                                                    "- ",
                                                    "[]",
                                                    "['a', 'b']",
                                                    ".",
                                                    "Group",
                                                    "Journal article"};
        std::string all;
        for (quint32 n = random_.bounded(5); n > 0; --n)
            all += parts[random_.bounded(quint32(parts.size()))];
        return all;
    }

    std::string tag()
    {
        static const std::vector<std::string> tags{"TY",           "SN",       "N1",    "AU", "ER",   "WN",
                                                   "STAT",         "Cited by", "extra", "",   "isbn", "IS",
                                                   "pdf-urls/url", "T2",       "UR",    "AB", "ti"};
        return pick(5) ? text() : tags[random_.bounded(quint32(tags.size()))];
    }

    CarriedMark mark()
    {
        static const std::vector<std::string> stages{"title", "fulltext", ""};
        static const std::vector<std::string> values{"include", "exclude", "maybe"};
        const auto kind = CarriedMark::Kind(random_.bounded(4));
        return {kind, pick(3) ? std::string() : text(), pick(9) ? text() : stages[random_.bounded(3U)],
                pick(2) ? values[random_.bounded(3U)] : text(), text()};
    }

    QRandomGenerator random_;
};

std::string written(const Format& format, const std::vector<Record>& records)
{
    const auto writer = makeWriter(format);
    std::string out;
    writer->begin(out);
    for (const Record& record : records)
        writer->write(record, out);
    writer->end(out);
    return out;
}

Record plainRecord()
{
    Record r;
    r.winnowId = "3f2a-4";
    r.winnowNumber = "1204";
    r.title = "Walking after stroke";
    r.abstract = "BACKGROUND: one.\n\nMETHODS: two.";
    r.authors = {
        {"Lima", "Ana", "", false}, {"van der Berg", "Jan", "Jr", false}, {"World Health Organization", "", "", true}};
    r.year = 2014;
    r.journal = "Journal of Examples";
    r.pages = "101-109";
    r.doi = "10.1234/abc.5";
    r.pmid = "24000001";
    r.keywords = {"Stroke", "Walking"};
    r.type = "Journal article";
    r.sourceId = "2-s2.0-1";
    r.database = "Scopus";
    r.extra = {{"SN", "1234-5678"}, {"Cited by", "4"}};
    using Kind = CarriedMark::Kind;
    r.marks = {{Kind::Decision, "", "title", "include", ""},
               {Kind::Decision, "", "fulltext", "exclude", "wrong population"},
               {Kind::Vote, "Ana Lima", "title", "include", ""},
               {Kind::Vote, "Ben", "title", "exclude", "no trial"},
               {Kind::Label, "Ben", "title", "ask authors", ""},
               {Kind::Note, "Ana Lima", "title", "see Burt 2019", ""}};
    return r;
}

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Each writer of the registry, random records, read back equal: rules.md D3 and F1 rest on it.
    void randomRecords_data()
    {
        QTest::addColumn<QString>("id");
        for (const Format& format : registry()) {
            if (format.writes)
                QTest::newRow(format.id) << QString::fromLatin1(format.id);
        }
    }
    void randomRecords()
    {
        QFETCH(QString, id);
        const Format& format = *findFormat(id);
        for (quint32 seed = 1; seed <= 60; ++seed) {
            RandomRecords source(seed);
            std::vector<Record> records;
            for (int i = 0; i < 40; ++i)
                records.push_back(source.next());
            const std::string file = written(format, records);
            const Collect read = readText(qPrintable(id), file);
            QCOMPARE(read.records.size(), records.size());
            QVERIFY(read.bad.empty());
            for (std::size_t i = 0; i < records.size(); ++i) {
                if (read.records[i] == records[i])
                    continue;
                const std::string alone = written(format, {records[i]});
                std::string difference;
                for (const std::string& line : packDifferences(records[i], read.records[i]))
                    difference += line + "\n" + alone;
                QFAIL(qPrintable(QStringLiteral("seed %1, record %2:\n%3")
                                     .arg(seed)
                                     .arg(i)
                                     .arg(QString::fromStdString(difference))));
            }
        }
    }

    /// What any file held goes out in every format, and comes back as it was.
    void samples_data()
    {
        QTest::addColumn<QString>("id");
        for (const Format& format : registry())
            QTest::newRow(format.id) << QString::fromLatin1(format.id);
    }
    void samples()
    {
        QFETCH(QString, id);
        std::vector<Record> all;
        for (const char* kind : {"/ok", "/broken"}) {
            const QDir dir(QStringLiteral(WINNOW_TEST_DATA "/formats/") + id + QLatin1String(kind));
            for (const QString& name : dir.entryList(QDir::Files)) {
                const Collect read = readText(qPrintable(id), contentOf(dir.filePath(name)));
                std::copy_if(read.records.begin(), read.records.end(), std::back_inserter(all),
                             hasContent); // BibTeX knows entries that the others do not take for one
            }
        }
        QVERIFY(!all.empty());
        for (const Format& format : registry()) {
            if (format.writes)
                QVERIFY2(readText(format.id, written(format, all)).records == all, format.id);
        }
    }

    /// Small records that once came back as others, or took the one before them along.
    void oddRecords_data()
    {
        QTest::addColumn<Record>("odd");
        const auto row = [](const char* name, const std::function<void(Record&)>& change) {
            Record record;
            record.title = "T";
            change(record);
            QTest::newRow(name) << record;
        };
        row("a PMID of blanks", [](Record& r) { r.pmid = " "; });
        row("control characters", [](Record& r) {
            r.title = "Walk\x1b[ing \x01\x1f";
            r.authors = {{"Lima", "A\x02", "", false}};
            r.extra = {{"ZZ", "\\x41 \x10"}};
        });
    }
    void oddRecords()
    {
        QFETCH(Record, odd);
        const std::vector<Record> records{plainRecord(), odd, plainRecord()};
        for (const Format& format : registry()) {
            if (format.writes)
                QVERIFY2(readText(format.id, written(format, records)).records == records, format.id);
        }
    }

    /// The ordinary case needs no second copy of anything, and people can read it.
    void risIsReadable()
    {
        const std::string file = written(*findFormat(u"ris"), {plainRecord()});
        QCOMPARE(
            QString::fromStdString(file),
            QStringLiteral(
                "TY  - JOUR\nAU  - Lima, Ana\nAU  - van der Berg, Jan, Jr\nAU  - World Health Organization,\nTI  - "
                "Walking after stroke\n"
                "T2  - Journal of Examples\nPY  - 2014\nSP  - 101\nEP  - 109\nDO  - 10.1234/abc.5\nPMID  - 24000001\n"
                "AB  - BACKGROUND: one.\n\nMETHODS: two.\nKW  - Stroke\nKW  - Walking\nDB  - Scopus\nID  - "
                "2-s2.0-1\nSN  - 1234-5678\n"
                "WN  - extra | Cited by | 4\nLB  - Winnow #1204\nWN  - id | 3f2a-4\nWN  - decision | title |  | "
                "include\n"
                "WN  - decision | fulltext |  | exclude | wrong population\nWN  - vote | title | Ana Lima | include\n"
                "WN  - vote | title | Ben | exclude | no trial\nWN  - label | title | Ben | ask authors\n"
                "WN  - note | title | Ana Lima | see Burt 2019\nER  - \n\n"));
        QVERIFY(readText("ris", file).records.at(0) == plainRecord());
    }

    void csvIsReadable()
    {
        const std::string file = written(*findFormat(u"csv"), {plainRecord()});
        QCOMPARE(QString::fromStdString(file),
                 QStringLiteral(
                     "winnow_id,winnow_number,title,abstract,authors,year,journal,volume,issue,pages,doi,pmid,pmcid,"
                     "nct,issn,isbn,"
                     "keywords,"
                     "language,type,url,source_id,"
                     "database,decision_title,reason_title,decision_fulltext,reason_fulltext,votes,labels,notes,extra_"
                     "fields,winnow_exact\n"
                     "3f2a-4,1204,Walking after stroke,\"BACKGROUND: one.\n\nMETHODS: two.\","
                     "\"Lima, Ana; van der Berg, Jan, Jr; World Health Organization,\",2014,Journal of "
                     "Examples,,,101-109,10.1234/abc.5,24000001,,,,,"
                     "\"Stroke; Walking\",,Journal article,,2-s2.0-1,Scopus,include,,exclude,wrong population,"
                     "\"vote | title | Ana Lima | include\nvote | title | Ben | exclude | no trial\",label | title | "
                     "Ben | ask authors,"
                     "note | title | Ana Lima | see Burt 2019,\"extra | SN | 1234-5678\nextra | Cited by | 4\",\n"));
        QVERIFY(readText("csv", file).records.at(0) == plainRecord());
    }

    /// What came from a RIS file goes out with all its tags.
    void foreignRisKeepsItsTags()
    {
        const Collect first = readText("ris", contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/ris/ok/two.ris")));
        const std::string file = written(*findFormat(u"ris"), first.records);
        for (const char* line :
             {"\nZZ  - kept as it is\n", "\nSN  - 1234-5678\n", "\nC3  - PUBMED 24000001,EMBASE 600001\n"})
            QVERIFY2(file.find(line) != std::string::npos, line);
        QVERIFY(readText("ris", file).records == first.records);
    }
};

WINNOW_TEST(TestRoundTrip)

} // namespace suite_roundtrip

#include "test_roundtrip.moc"
