// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Clock.h"
#include "models/QueueModel.h"
#include "project/Imports.h"
#include "support/Suite.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace suite_queue {

using namespace winnow;
using namespace winnow::ui;

namespace {

std::vector<RecordId> idsOf(std::initializer_list<int> numbers)
{
    std::vector<RecordId> ids;
    for (const int n : numbers)
        ids.emplace_back(n);
    return ids;
}

/// A project of `n` records "Title 1" …, with years that go round, and Ana sitting there.
struct Room {
    explicit Room(int n)
    {
        NewReview review;
        review.reviewers = {{{}, QStringLiteral("Ana"), Role::Lead}};
        project = std::move(*Project::create(folder.filePath(QStringLiteral("q.winnow")), review, clock));
        project->setMe(project->review()->reviewers.front().id);
        QByteArray ris;
        for (int i = 1; i <= n; ++i) {
            const QByteArray number = QByteArray::number(i);
            ris += "TY  - JOUR\nTI  - Title " + number + "\nAU  - Burt, R.\nAU  - Second, S.\nPY  - "
                + QByteArray::number(2000 + i % 7) + "\nJO  - JAMA\n" + (i % 2 ? "AB  - Text.\n" : "") + "ER  - \n\n";
        }
        QFile file(folder.filePath(QStringLiteral("q.ris")));
        if (!file.open(QIODevice::WriteOnly) || file.write(ris) != ris.size())
            qFatal("cannot write");
        file.close();
        ImportRequest request;
        request.file = file.fileName();
        if (!Imports(*project).import(request, {}))
            qFatal("no import");
    }
    QueueSnapshot load(QueueOrder order, QueueFilter filter = {QueueFilter::Kind::All, {}})
    {
        return *loadQueue(*project, {Stage::Title, order, filter}, {});
    }
    void vote(RecordId id, Verdict verdict)
    {
        if (!Screening(*project, Stage::Title).vote({id, verdict, {}, {}}))
            qFatal("no vote");
    }
    QTemporaryDir folder;
    SystemClock clock;
    std::unique_ptr<Project> project;
};

QStringList titles(const QueueModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data().toString();
    return all;
}

} // namespace

class TestQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void filterWords_data();
    void filterWords();
    void randomOrderIsStableAndMine();
    void yearsUnknownLast();
    void titlesAsADictionary();
    void rowsOfAProject();
    void nextUnvotedGoesRound();
    void narrowedRows();
    void votesShowAndGo();
    void removedRows();
    void filters();
    void ordersOfAProject();
    void cancelledLoad();
};

void TestQueue::filterWords_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("label");
    QTest::newRow("unscreened") << "unscreened" << int(QueueFilter::Kind::Unscreened) << 0;
    QTest::newRow("label") << "label 12" << int(QueueFilter::Kind::Labelled) << 12;
    QTest::newRow("last") << "last-votes" << int(QueueFilter::Kind::LastVotes) << 0;
    QTest::newRow("label without number") << "label" << int(QueueFilter::Kind::Unscreened) << 0;
    QTest::newRow("nonsense") << "colour blue" << int(QueueFilter::Kind::Unscreened) << 0;
    QTest::newRow("nothing") << "" << int(QueueFilter::Kind::Unscreened) << 0;
}

void TestQueue::filterWords()
{
    QFETCH(QString, word);
    QFETCH(int, kind);
    QFETCH(int, label);
    const QueueFilter filter = parseQueueFilter(word);
    QCOMPARE(int(filter.kind), kind);
    QCOMPARE(filter.label.value, qint64(label));
    QCOMPARE(parseQueueFilter(wordOf(filter)), filter);
}

void TestQueue::randomOrderIsStableAndMine()
{
    const quint64 ana = queueSeed(QStringLiteral("p"), QStringLiteral("Ana"), 1);
    const quint64 ben = queueSeed(QStringLiteral("p"), QStringLiteral("Ben"), 1);
    QVERIFY(ana != ben);
    QCOMPARE(ana, queueSeed(QStringLiteral("p"), QStringLiteral("Ana"), 1));
    std::vector<RecordId> one;
    for (int i = 1; i <= 200; ++i)
        one.emplace_back(i);
    const std::vector<RecordId> imported = one;
    std::vector<RecordId> two = one;
    orderRandomly(one, ana);
    orderRandomly(two, ben);
    QVERIFY(one != two);
    QVERIFY(one != imported);
    // Twenty more slip in between: the others keep their order among themselves.
    std::vector<RecordId> more = imported;
    for (int i = 201; i <= 220; ++i)
        more.emplace_back(i);
    orderRandomly(more, ana);
    std::erase_if(more, [](RecordId id) { return id.value > 200; });
    QCOMPARE(more, one);
}

void TestQueue::yearsUnknownLast()
{
    std::vector<RecordId> ids = idsOf({1, 2, 3, 4, 5});
    const std::vector<int> years{2001, 0, 2010, 2001, 1999};
    std::vector<RecordId> newest = ids;
    orderByYear(newest, years, true);
    QCOMPARE(newest, idsOf({3, 1, 4, 5, 2}));
    orderByYear(ids, years, false);
    QCOMPARE(ids, idsOf({5, 1, 4, 3, 2}));
}

void TestQueue::titlesAsADictionary()
{
    std::vector<RecordId> ids = idsOf({1, 2, 3, 4, 5});
    orderByTitle(ids, {"zebra", "\"The Ähre", "[apple]", "A banana", "bänana"});
    const auto place = [&ids](int id) { return std::find(ids.begin(), ids.end(), RecordId(id)) - ids.begin(); };
    QVERIFY(place(3) < place(4)); // "apple" before "banana"
    QVERIFY(place(4) < place(1)); // … before "zebra"
    QCOMPARE(ids.size(), std::size_t(5));
}

void TestQueue::rowsOfAProject()
{
    Room room(70);
    QueueModel model(*room.project);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(room.load(QueueOrder::Imported).sheet);
    QCOMPARE(model.rowCount(), 70);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Title 1"));
    QCOMPARE(model.index(69).data().toString(), QStringLiteral("Title 70"));
    QCOMPARE(model.index(1).data(QueueModel::SourceRole).toString(), QStringLiteral("#2 · Burt et al. · 2002 · JAMA"));
    QVERIFY(!model.index(70).isValid());
    QVERIFY(!model.record(-1) && !model.record(70));
    QCOMPARE(model.rowOf(model.record(42)), 42);
    QCOMPARE(model.rowOf(RecordId(999999)), -1);
    QVERIFY(model.index(3).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not voted")));
}

void TestQueue::nextUnvotedGoesRound()
{
    Room room(4);
    QueueModel model(*room.project);
    model.show(room.load(QueueOrder::Imported).sheet);
    QCOMPARE(model.nextUnvoted(-1), 0);
    model.setVote(model.record(1), {Verdict::Exclude, {}, 1});
    QCOMPARE(model.nextUnvoted(0), 2);
    QCOMPARE(model.nextUnvoted(3), 0);
    for (const int row : {0, 2})
        model.setVote(model.record(row), {Verdict::Include, {}, 1});
    QCOMPARE(model.nextUnvoted(3), 3);
    model.setVote(model.record(3), {Verdict::Maybe, {}, 1});
    QCOMPARE(model.nextUnvoted(0), -1);
}

void TestQueue::narrowedRows()
{
    Room room(10);
    QueueModel model(*room.project);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(room.load(QueueOrder::Imported).sheet);
    const RecordId fourth = model.record(3);
    model.narrow(std::vector<int>{3, 7});
    QCOMPARE(titles(model), QStringList({QStringLiteral("Title 4"), QStringLiteral("Title 8")}));
    model.setVote(fourth, {Verdict::Include, {}, 1});
    QCOMPARE(model.nextUnvoted(0), 1);
    QCOMPARE(model.nextUnvoted(1), 1);
    model.narrow(std::vector<int>{});
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.nextUnvoted(-1), -1);
    model.narrow(std::nullopt);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.index(3).data(QueueModel::VerdictRole).toInt(), int(Verdict::Include));
}

void TestQueue::votesShowAndGo()
{
    Room room(5);
    QueueModel model(*room.project);
    model.show(room.load(QueueOrder::Imported).sheet);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setVotesOf({{model.record(0), {Verdict::Include, {}, 1}}, {model.record(4), {Verdict::Exclude, {}, 2}}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(4).data(QueueModel::VerdictRole).toInt(), int(Verdict::Exclude));
    model.setVote(model.record(4), {});
    QCOMPARE(model.vote(model.record(4)), MyVote());
    model.setVotes(makeSheet(model.queue(), {}));
    QCOMPARE(model.nextUnvoted(-1), 0);
}

void TestQueue::removedRows()
{
    Room room(5);
    QueueModel model(*room.project);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(room.load(QueueOrder::Imported).sheet);
    model.narrow(std::vector<int>{1, 2, 4});
    model.remove({model.record(1)});
    QCOMPARE(titles(model), QStringList({QStringLiteral("Title 2"), QStringLiteral("Title 5")}));
    model.narrow(std::nullopt);
    QCOMPARE(model.rowCount(), 4);
}

void TestQueue::filters()
{
    Room room(6);
    const std::vector<RecordId> all = *room.load(QueueOrder::Imported).sheet.ids;
    room.vote(all[0], Verdict::Include);
    room.vote(all[1], Verdict::Exclude);
    room.vote(all[2], Verdict::Maybe);
    if (!Screening(*room.project, Stage::Title).note(all[5], QStringLiteral("see me")))
        QFAIL("no note");
    using Kind = QueueFilter::Kind;
    const auto rows = [&](Kind kind) {
        QString text;
        const QueueSnapshot queue = room.load(QueueOrder::Imported, {kind, {}});
        for (const RecordId id : *queue.sheet.ids)
            text += QString::number(std::find(all.begin(), all.end(), id) - all.begin());
        return text;
    };
    QCOMPARE(rows(Kind::All), QStringLiteral("012345"));
    QCOMPARE(rows(Kind::Unscreened), QStringLiteral("345"));
    QCOMPARE(rows(Kind::MyIncludes), QStringLiteral("0"));
    QCOMPARE(rows(Kind::MyExcludes), QStringLiteral("1"));
    QCOMPARE(rows(Kind::MyMaybes), QStringLiteral("2"));
    QCOMPARE(rows(Kind::Noted), QStringLiteral("5"));
    QCOMPARE(rows(Kind::WithoutAbstract), QStringLiteral("135"));
    QCOMPARE(rows(Kind::LastVotes), QStringLiteral("210"));
    QCOMPARE(rows(Kind::Labelled), QString());
}

void TestQueue::ordersOfAProject()
{
    Room room(9);
    QueueModel model(*room.project);
    model.show(room.load(QueueOrder::Newest).sheet);
    QCOMPARE(titles(model).first(), QStringLiteral("Title 6"));
    QCOMPARE(titles(model).last(), QStringLiteral("Title 7"));
    model.show(room.load(QueueOrder::Oldest).sheet);
    QCOMPARE(titles(model).mid(0, 3),
             QStringList({QStringLiteral("Title 7"), QStringLiteral("Title 1"), QStringLiteral("Title 8")}));
    model.show(room.load(QueueOrder::Title).sheet);
    QCOMPARE(titles(model).first(), QStringLiteral("Title 1"));
    model.show(room.load(QueueOrder::Random).sheet);
    QStringList drawn = titles(model);
    model.show(room.load(QueueOrder::Random).sheet);
    QCOMPARE(titles(model), drawn);
    drawn.sort();
    QCOMPARE(drawn.size(), 9);
}

void TestQueue::cancelledLoad()
{
    Room room(3);
    std::stop_source stop;
    stop.request_stop();
    const auto loaded = loadQueue(*room.project, {Stage::Title, QueueOrder::Title, {QueueFilter::Kind::All, {}}},
                                  {stop.get_token(), {}});
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::Cancelled);
}

WINNOW_TEST(TestQueue)

} // namespace suite_queue

#include "test_queue.moc"
