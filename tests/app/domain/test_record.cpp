// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Record.h"
#include "support/Suite.h"

#include <array>

namespace suite_record {

using namespace winnow;

namespace {

constexpr std::array allFields{Field::Title,  Field::Abstract, Field::Authors,  Field::Year,     Field::Journal,
                               Field::Volume, Field::Issue,    Field::Pages,    Field::Doi,      Field::Pmid,
                               Field::Pmcid,  Field::Nct,      Field::Keywords, Field::Language, Field::Type,
                               Field::Url,    Field::Issn,     Field::Isbn};

Record typed(const char* type)
{
    Record r;
    r.type = type;
    return r;
}

} // namespace

class TestRecord : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void authorsArePacked()
    {
        const std::vector<Author> authors{{"Burt", "Richard K", "", false},
                                          {"King", "Martin Luther", "Jr", false},
                                          {"Prince", "", "", false},
                                          {"MS Study Group", "", "", true},
                                          {"Müller", "", "III", false}};
        const std::string packed = "Burt\tRichard K\nKing\tMartin Luther\tJr\nPrince\n=MS Study Group\nMüller\t\tIII";
        QCOMPARE(packAuthors(authors), packed);
        QVERIFY(unpackAuthors(packed) == authors);
    }
    void noAuthorsPackToNothing()
    {
        QCOMPARE(packAuthors({}), std::string());
        QVERIFY(unpackAuthors("").empty());
    }
    void oddPackedAuthorsDoNotHurt()
    {
        QVERIFY(unpackAuthors("=") == (std::vector<Author>{{"", "", "", true}}));
        QVERIFY(unpackAuthors("A\tB\tC\tD") == (std::vector<Author>{{"A", "B", "C", false}}));
    }
    void namesAsWritten()
    {
        QCOMPARE(displayName({"King", "Martin", "Jr", false}), std::string("King, Martin, Jr"));
        QCOMPARE(displayName({"King", "Martin", "", false}), std::string("King, Martin"));
        QCOMPARE(displayName({"MS Study Group", "", "", true}), std::string("MS Study Group"));
        QVERIFY(parseAuthor(" King ,  Martin , Jr ") == (Author{"King", "Martin", "Jr", false}));
        QVERIFY(parseAuthor("Prince") == (Author{"Prince", "", "", false}));
        QVERIFY(parseAuthor("") == Author());
    }
    void everyFieldComesBackAsItWasSet()
    {
        for (const Field field : allFields) {
            const std::string text = field == Field::Year ? "2019"
                : field == Field::Authors                 ? "Burt, Richard K\nKing, Martin, Jr"
                                                          : "line one\nline two";
            Record record;
            setFieldText(record, field, text);
            QCOMPARE(fieldText(record, field), text);
            for (const Field other : allFields) // and no other field was touched
                QVERIFY(other == field || fieldText(record, other).empty());
            setFieldText(record, field, "");
            QVERIFY(record == Record());
        }
    }
    void fieldsGoToTheirMembers()
    {
        Record r;
        setFieldText(r, Field::Title, "T");
        setFieldText(r, Field::Pmid, "123");
        setFieldText(r, Field::Year, "2019");
        setFieldText(r, Field::Keywords, " one \n\n two\n");
        setFieldText(r, Field::Authors, "Burt, R\n\nLoh, Y");
        QCOMPARE(r.title, std::string("T"));
        QCOMPARE(r.pmid, std::string("123"));
        QCOMPARE(r.year, 2019);
        QVERIFY(r.keywords == (std::vector<std::string>{"one", "two"}));
        QVERIFY(r.authors == (std::vector<Author>{{"Burt", "R", "", false}, {"Loh", "Y", "", false}}));
        QCOMPARE(fieldText(r, Field::Keywords), std::string("one\ntwo"));
    }
    void aYearThatIsNoneIsAbsent()
    {
        for (const char* text : {"", "in press", "99999999999999"}) {
            Record r;
            r.year = 2019;
            setFieldText(r, Field::Year, text);
            QCOMPARE(r.year, 0);
            QCOMPARE(fieldText(r, Field::Year), std::string());
        }
    }
    void whatNeedsNoRetrieval()
    {
        for (const char* type : {"registry entry", "Trial registry record", "Clinical Trial Record",
                                 "Conference Abstract", "Meeting Abstract", "Poster", "Congress"})
            QVERIFY2(needsNoRetrieval(typed(type)), type);
        for (const char* type : {"", "Journal Article", "conference paper", "Clinical Trial", "Review", "book"})
            QVERIFY2(!needsNoRetrieval(typed(type)), type);
    }
};

WINNOW_TEST(TestRecord)

} // namespace suite_record

#include "test_record.moc"
