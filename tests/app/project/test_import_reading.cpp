// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"
#include "support/Workbooks.h"

namespace suite_import_reading {

using namespace winnow;
using namespace winnow::test;

namespace {

const QByteArray macRoman = "TY  - JOUR\nTI  - Caf\x8E\nER  - \n";
const QByteArray twoBroken = "TY  - JOUR\nTI  - One\nAN  - 1\nER  - \n\nTY  - JOUR\nDB  - Embase\nER  - \n\n"
                             "TY  - JOUR\nPY  - 2019\nER  - \n";

} // namespace

/// How a file is read, told by a person: encoding, columns, another format in place of a wrong guess; and entries that
/// could not be read, mended.
class ImportReadingTest : public QObject {
    Q_OBJECT

private:
    static size_t records(Desk& desk) { return Records(*desk.project).all()->size(); }
    static std::string title(Desk& desk, int n) { return Records(*desk.project).record(desk.record(n))->record.title; }
    static ImportRequest request(Desk& desk, const char* name, const QByteArray& bytes)
    {
        ImportRequest request;
        request.file = put(desk.path(name), bytes);
        return request;
    }

private Q_SLOTS:
    void aWrongGuessIsTakenBackInOneStep()
    {
        Desk desk;
        desk.as("Ana");
        ImportRequest asked = request(desk, "a.ris", macRoman);
        asked.reading.encoding = QStringLiteral("windows-1252");
        const auto wrong = Imports(*desk.project).import(asked, {});
        MUST(wrong);
        QCOMPARE(title(desk, 1), std::string("Caf\xC5\xBD"));
        asked.reading.encoding = QStringLiteral("macintosh");
        asked.inPlaceOf = wrong->run;
        const auto right = Imports(*desk.project).import(asked, {});
        MUST(right);
        QVERIFY(right->run != wrong->run);
        QCOMPARE(right->encoding, QStringLiteral("macintosh"));
        QCOMPARE(records(desk), size_t(1));
        QCOMPARE(Records(*desk.project).record(Records(*desk.project).all()->front())->record.title,
                 std::string("Caf\xC3\xA9"));
        QCOMPARE(desk.flow().screened, 1);
        MUST(History(*desk.project).undo()); // one step: the first reading stands again
        QCOMPARE(records(desk), size_t(1));
        QCOMPARE(Records(*desk.project).record(Records(*desk.project).all()->front())->record.title,
                 std::string("Caf\xC5\xBD"));
        asked.reading.encoding = QStringLiteral("klingon");
        MUST_FAIL(Imports(*desk.project).import(asked, {}), ErrorCode::BadInput);
        QCOMPARE(records(desk), size_t(1));
        QCOMPARE(desk.faults(), QString());
    }

    void columnsMakeAnotherReading()
    {
        const QByteArray table = "Nr;Was;Wer\n1;Eins;Lima, Ana\n2;Zwei;Burt, Ben\n";
        Desk here, there;
        here.as("Ana");
        there.as("Ana");
        ImportRequest asked = request(here, "t.csv", table);
        MUST_FAIL(Imports(*here.project).import(asked, {}), ErrorCode::NotABibliography);
        const auto unknown = Imports(*here.project).preview(asked.file);
        MUST(unknown);
        QVERIFY(!unknown->readable);
        QCOMPARE(unknown->columns.size(), size_t(3));
        QCOMPARE(unknown->columns[1].cells, (QStringList{QStringLiteral("Eins"), QStringLiteral("Zwei")}));
        asked.reading.columns = {{QStringLiteral("Was"), QStringLiteral("title")}};
        const auto known = Imports(*here.project).preview(asked.file, asked.reading);
        MUST(known);
        QVERIFY(known->readable);
        QCOMPARE(known->columns[1].field, QStringLiteral("title"));
        const auto first = Imports(*here.project).import(asked, {});
        MUST(first);
        QCOMPARE(first->records, 2);
        QCOMPARE(title(here, 2), std::string("Zwei"));
        asked.reading.columns.insert(QStringLiteral("Wer"), QStringLiteral("authors"));
        asked.inPlaceOf = first->run;
        const auto second = Imports(*here.project).import(asked, {});
        MUST(second);
        QVERIFY(second->run != first->run); // other records: other ids
        QCOMPARE(records(here), size_t(2));
        asked.file = put(there.path("renamed.csv"), table);
        asked.inPlaceOf = {};
        const auto elsewhere = Imports(*there.project).import(asked, {});
        MUST(elsewhere);
        QCOMPARE(Imports(*there.project).uid(elsewhere->run), Imports(*here.project).uid(second->run));
        QCOMPARE(Imports(*here.project).fromUid(Imports(*here.project).uid(second->run)), second->run);
        QCOMPARE(Imports(*here.project).fromUid(u"00"), RunId());
        QCOMPARE(here.faults(), QString());
    }

    void aMendedEntryComesInWithItsImport()
    {
        Desk desk;
        desk.as("Ana");
        const auto in = desk.import("a.ris", twoBroken, "Embase");
        MUST(in);
        QCOMPARE(in->records, 1);
        QCOMPARE(in->unreadableCount, 2);
        Imports imports(*desk.project);
        const auto whole = imports.entryText(in->run, 6);
        MUST(whole);
        QCOMPARE(*whole, std::string("TY  - JOUR\nDB  - Embase\nER  - "));
        const auto mended = imports.mend(
            in->run, {{6, "TY  - JOUR\nTI  - Two\nAU  - Lima, Ana\nER  - "}, {10, "TY  - JOUR\nPY  - 2019\nER  - "}},
            {});
        MUST(mended);
        QCOMPARE(mended->records, 1);
        QCOMPARE(mended->still.size(), size_t(1));
        QCOMPARE(mended->still.front().line, qint64(10));
        QCOMPARE(mended->still.front().why, Unreadable::Why::NoTitle);
        QCOMPARE(imports.unreadable(in->run)->size(), size_t(1));
        QCOMPARE(desk.project->review()->runs.front().unreadable, qint64(1));
        QCOMPARE(title(desk, 2), std::string("Two"));
        QVERIFY(Records(*desk.project).rawText(desk.record(2))->find("Lima") != std::string::npos);
        QCOMPARE(desk.flow().databases, (std::vector<NamedCount>{{QStringLiteral("Embase"), 2}}));
        QCOMPARE(desk.project->review()->runs.back().fileName, QStringLiteral("a.ris:6"));

        MUST(imports.takeBack(in->run)); // they stand and fall together
        QCOMPARE(records(desk), size_t(0));
        MUST(imports.bringBack(in->run));
        QCOMPARE(records(desk), size_t(2));
        MUST_FAIL(imports.mend(in->run, {{6, "TY  - JOUR\nTI  - Two\nER  - "}}, {}), ErrorCode::UnknownRecord);
        MUST(imports.takeBack(mended->run));
        QCOMPARE(imports.unreadable(in->run)->size(), size_t(2)); // it can be mended again
        desk.reopen();
        QCOMPARE(Imports(*desk.project).unreadable(in->run)->size(), size_t(2));
        QCOMPARE(desk.faults(), QString());
    }

    void theSameMendingMakesTheSameIdsAnywhere()
    {
        QStringList uids;
        for (int copy = 0; copy < 2; ++copy) {
            Desk desk;
            desk.as("Ana");
            const auto in = desk.import(copy ? "b.ris" : "a.ris", twoBroken);
            MUST(in);
            const auto mended = Imports(*desk.project).mend(in->run, {{6, "TY  - JOUR\nTI  - Two\nER  - "}}, {});
            MUST(mended);
            uids << Records(*desk.project).uid(desk.record(2));
        }
        QCOMPARE(uids[0].size(), 22);
        QCOMPARE(uids[0], uids[1]);
    }

    /// In the project file, and where people change them.
    void serialNumbersAreKept()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import(
            "a.ris", QByteArray("TY  - JOUR\nTI  - One\nSN  - 1234-5679 (Print)\nSN  - 978-3-86490-311-3\nER  - \n")));
        desk.reopen();
        const auto record = Records(*desk.project).record(desk.record(1));
        QCOMPARE(record->record.issn, std::string("1234-5679"));
        QCOMPARE(record->record.isbn, std::string("9783864903113"));
        QCOMPARE(record->record.extra.size(), size_t(1));
        MUST(Records(*desk.project).edit(desk.record(1), Field::Issn, "2434-561X"));
        QCOMPARE(Records(*desk.project).record(desk.record(1))->record.issn, std::string("2434-561X"));
        MUST(History(*desk.project).undo());
        QCOMPARE(Records(*desk.project).record(desk.record(1))->record.issn, std::string("1234-5679"));
        QCOMPARE(desk.faults(), QString());
    }

    void columnsOfAWorkbook()
    {
        Desk desk;
        desk.as("Ana");
        const QByteArray table = workbook({{"Nr|Was|Wer", "1|Eins|Lima, Ana", "2|Zwei"}, {"Title|Year", "Drei|2019"}});
        ImportRequest asked = request(desk, "t.xlsx", table);
        const auto asFound = Imports(*desk.project).preview(asked.file);
        MUST(asFound);
        QCOMPARE(asFound->columns.front().heading, QStringLiteral("Title")); // the sheet that can be read
        asked.reading.columns = {{QStringLiteral("Was"), QStringLiteral("title")}};
        const auto named = Imports(*desk.project).preview(asked.file, asked.reading);
        MUST(named);
        QVERIFY(named->readable);
        QCOMPARE(named->format, QStringLiteral("xlsx"));
        QCOMPARE(named->columns[1].field, QStringLiteral("title"));
        QCOMPARE(named->columns[2].cells, QStringList{QStringLiteral("Lima, Ana")});
        const auto in = Imports(*desk.project).import(asked, {});
        MUST(in);
        QCOMPARE(in->records, 3); // those of the other sheet, too
        QCOMPARE(title(desk, 2), std::string("Zwei"));
        QCOMPARE(title(desk, 3), std::string("Drei"));
        asked.reading.columns.insert(QStringLiteral("Warum"), QStringLiteral("abstract"));
        MUST_FAIL(Imports(*desk.project).import(asked, {}), ErrorCode::BadInput);
    }

    void aWorkbookThatNobodyKnows()
    {
        Desk desk;
        desk.as("Ana");
        const auto asked
            = request(desk, "t.xlsx", workbook({{"A note"}, {"Nr|Was|Wer", "1|Eins|Lima", "2|Zwei|Burt"}}));
        const auto preview = Imports(*desk.project).preview(asked.file);
        MUST(preview);
        QVERIFY(!preview->readable);
        QCOMPARE(preview->format, QStringLiteral("xlsx"));
        QCOMPARE(preview->columns.size(), size_t(3));
        QCOMPARE(preview->columns[1].cells, (QStringList{QStringLiteral("Eins"), QStringLiteral("Zwei")}));
        MUST_FAIL(Imports(*desk.project).import(asked, {}), ErrorCode::NotABibliography);
    }

    /// Each row under the header of its sheet, as it stands there and not as lists show it.
    void rowsOfAWorkbookAreMended()
    {
        Desk desk;
        desk.as("Ana");
        const auto in = desk.import("t.xlsx",
                                    workbook({{"Title|Year|Journal", "One\nmore|2019|A", "|2018|\"B\""},
                                              {"Year|Title", "2017|Two", "2016||x"}}));
        MUST(in);
        QCOMPARE(in->records, 2);
        Imports imports(*desk.project);
        const auto bad = imports.unreadable(in->run);
        MUST(bad);
        QCOMPARE(bad->size(), size_t(2));
        QCOMPARE((*bad)[0].line, qint64(3));
        QCOMPARE((*bad)[1].line, qint64(6)); // the third row of the second sheet
        QCOMPARE(*imports.entryText(in->run, 3), std::string("\t2018\t\"\"\"B\"\"\""));
        QCOMPARE(*imports.entryText(in->run, 6), std::string("2016\t\tx"));
        const auto mended = imports.mend(in->run, {{3, "Three\t2018\t\"\"\"B\"\"\""}, {6, "2016\tFour"}}, {});
        MUST(mended);
        QCOMPARE(mended->records, 2);
        QVERIFY(mended->still.empty());
        QVERIFY(imports.unreadable(in->run)->empty());
        const auto three = Records(*desk.project).record(desk.record(3));
        QCOMPARE(three->record.title, std::string("Three"));
        QCOMPARE(three->record.journal, std::string("\"B\""));
        const auto four = Records(*desk.project).record(desk.record(4));
        QCOMPARE(four->record.title, std::string("Four"));
        QCOMPARE(four->record.year, 2016);
        QCOMPARE(*Records(*desk.project).rawText(desk.record(4)), std::string("2016\tFour"));
        QCOMPARE(imports.mend(in->run, {{3, "\t2018"}}, {}).error().code, ErrorCode::UnknownRecord); // is mended
        QCOMPARE(desk.faults(), QString());
    }

    /// The first cell of a row may be what is missing.
    void aRowMayBeginWithNothing()
    {
        Desk desk;
        desk.as("Ana");
        const auto in = desk.import("t.tsv", QByteArray("Year\tTitle\tJournal\n2019\tOne\tA\n\t\tB\n"));
        MUST(in);
        Imports imports(*desk.project);
        QCOMPARE(*imports.entryText(in->run, 3), std::string("\t\tB"));
        MUST(imports.mend(in->run, {{3, "\tTwo\tB"}}, {}));
        QCOMPARE(title(desk, 2), std::string("Two"));
    }

    void aRowIsMendedUnderItsHeader()
    {
        Desk desk;
        desk.as("Ana");
        const auto in = desk.import("t.csv", QByteArray("\"QUERY\"\n\"x\"\nTitle,Year,Journal\nOne,2019,A\nTwo\n"));
        MUST(in);
        QCOMPARE(in->unreadableCount, 1);
        Imports imports(*desk.project);
        const auto whole = imports.entryText(in->run, 5);
        MUST(whole);
        QCOMPARE(*whole, std::string("Two"));
        MUST(imports.mend(in->run, {{5, "Two,2018,\"B, C\""}}, {}));
        const auto record = Records(*desk.project).record(desk.record(2));
        QCOMPARE(record->record.year, 2018);
        QCOMPARE(record->record.journal, std::string("B, C"));
        QCOMPARE(desk.faults(), QString());
    }
};

WINNOW_TEST(ImportReadingTest)

} // namespace suite_import_reading

#include "test_import_reading.moc"
