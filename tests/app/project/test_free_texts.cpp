// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/Shelf.h"

#include "project/FreeTexts.h"
#include "support/Suite.h"

namespace suite_free_texts {

using namespace winnow;
using namespace winnow::test;

namespace {

/// Four reports that passed the title stage: free to copy, free to read, behind a wall, without a number.
void soughtReports(Shelf& shelf)
{
    MUST(shelf.desk.import("a.ris",
                           {{.title = "Work 1", .doi = "10.5555/1"},
                            {.title = "Work 2", .doi = "10.5555/2"},
                            {.title = "Work 3", .doi = "10.5555/3"},
                            {.title = "No number"}}));
    for (int n = 1; n <= 4; ++n)
        MUST(shelf.desk.vote(Stage::Title, shelf.desk.record(n), Verdict::Include));
}

const std::map<qint64, FakeWork> someFree{{1, {.inPubmed = false, .free = "cc-by", .pdf = "%PDF-1.7 one"}},
                                          {2, {.inPubmed = false, .freeWithoutLicence = true, .pdf = "%PDF-1.7 two"}},
                                          {3, {.inPubmed = false}}};

} // namespace

/// Full texts that may be read without paying.
class FreeTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freeTextsAreLookedFor();
    void freeTextsAreFetchedWhereAllowed();
};

void FreeTextsTest::freeTextsAreLookedFor()
{
    Shelf shelf(someFree);
    soughtReports(shelf);
    FreeTexts texts(*shelf.desk.project);
    const auto report = texts.look(shelf.online, {});
    MUST(report);
    QCOMPARE(report->asked, 3);
    QVERIFY(report->troubles.isEmpty());
    QCOMPARE(report->found.size(), size_t(2));
    QVERIFY(report->found[0].second.mayBeFetched());
    QCOMPARE(report->found[0].second.place.licence, QStringLiteral("cc-by"));
    QVERIFY(!report->found[1].second.mayBeFetched());
    QCOMPARE(report->missing, (std::vector<RecordId>{shelf.desk.record(3), shelf.desk.record(4)}));
    QCOMPARE(texts.of(shelf.desk.record(1))->value().source, QStringLiteral("Unpaywall"));
    QVERIFY(!texts.of(shelf.desk.record(3))->has_value());
    const auto list = texts.listForLibrary(report->missing);
    MUST(list);
    QCOMPARE(list->split('\n').at(0), QByteArray("number,title,authors,year,journal,doi,pmid"));
    QVERIFY(list->contains("3,\"Work 3\",\"Lima, Ana\",2020,"));
    QCOMPARE(list->count('\n'), 3);
    MUST(History(*shelf.desk.project).undo());
    QVERIFY(!texts.of(shelf.desk.record(1))->has_value());
}

void FreeTextsTest::freeTextsAreFetchedWhereAllowed()
{
    Shelf shelf(someFree);
    soughtReports(shelf);
    FreeTexts texts(*shelf.desk.project);
    MUST(texts.look(shelf.online, {}));
    const QString folder = shelf.desk.path("texts");
    const auto fetched = texts.fetch(shelf.online, folder, true, {});
    MUST(fetched);
    QCOMPARE(fetched->files.size(), size_t(1));
    QCOMPARE(fetched->notAllowed, 1);
    QVERIFY(fetched->failed.empty());
    QFile file(fetched->files[0].second);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("%PDF-1.7 one"));
    QVERIFY(Reports(*shelf.desk.project).retrieval(shelf.desk.record(1))->state == Retrieval::Received);
    QVERIFY(Reports(*shelf.desk.project).retrieval(shelf.desk.record(2))->state == Retrieval::Sought);
    QCOMPARE(shelf.library.asked("/pdf/2"), 0);
    shelf.library.change(1, {.free = "cc-by", .pdf = "<html>log in</html>"});
    QCOMPARE(texts.fetch(shelf.online, folder, false, {})->failed.size(), size_t(1));
}

WINNOW_TEST(FreeTextsTest)

} // namespace suite_free_texts

#include "test_free_texts.moc"
