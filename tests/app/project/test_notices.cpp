// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/Shelf.h"

#include "project/Notices.h"
#include "support/Suite.h"

namespace suite_notices {

using namespace winnow;
using namespace winnow::test;

/// Retractions, concerns and corrections.
class NoticesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noticesComeWithRecords();
    void noticesAreLookedFor();
};

void NoticesTest::noticesComeWithRecords()
{
    Shelf shelf(std::map<qint64, FakeWork>{{1, {.retracted = true}}, {2, {}}});
    QCOMPARE(shelf.add("1\n2").records, 2);
    const std::vector<RecordId> ids{shelf.desk.record(1), shelf.desk.record(2)};
    const auto briefs = Records(*shelf.desk.project).briefs(ids);
    MUST(briefs);
    QVERIFY(briefs->at(0).notice == NoticeKind::Retraction);
    QVERIFY(!briefs->at(1).notice);
    RecordNotices notices(*shelf.desk.project);
    QCOMPARE(notices.of(ids[0])->size(), size_t(1));
    QVERIFY(notices.of(ids[0])->at(0).reference.startsWith(QLatin1String("J Ex. 2021;1:1")));
    QVERIFY(!notices.lastChecked()->isValid());
    MUST(History(*shelf.desk.project).undo());
    QVERIFY(notices.noticed()->empty());
}

void NoticesTest::noticesAreLookedFor()
{
    Shelf shelf({{1, {}}, {2, {}}});
    MUST(shelf.desk.import(
        "a.ris",
        {{.title = "Work 1", .doi = "10.5555/1"}, {.title = "Work 2", .doi = "10.5555/2"}, {.title = "No number"}}));
    RecordNotices notices(*shelf.desk.project);
    const auto nothing = notices.check(shelf.online, {});
    MUST(nothing);
    QCOMPARE(nothing->asked, 2);
    QCOMPARE(nothing->without, 1);
    QCOMPARE(nothing->fresh, 0);
    QVERIFY(notices.lastChecked()->isValid());
    shelf.library.change(2, {.concern = true});
    const auto found = notices.check(shelf.online, {});
    MUST(found);
    QCOMPARE(found->fresh, 1);
    QCOMPARE(notices.noticed().value(), std::vector<RecordId>{shelf.desk.record(2)});
    const RecordNotice notice = notices.of(shelf.desk.record(2))->at(0);
    QVERIFY(notice.kind == NoticeKind::Concern);
    QCOMPARE(notice.reference, QStringLiteral("doi: 10.5555/notice"));
    QCOMPARE(notice.source, QStringLiteral("Crossref"));
    QCOMPARE(notices.check(shelf.online, {})->fresh, 0);
    shelf.library.fail("crossref");
    QCOMPARE(notices.check(shelf.online, {})->troubles.size(), 1);
    QCOMPARE(shelf.desk.faults(), QString());
}

WINNOW_TEST(NoticesTest)

} // namespace suite_notices

#include "test_notices.moc"
