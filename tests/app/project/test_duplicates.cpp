// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QRegularExpression>

namespace suite_duplicates {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;

QByteArray entry(const char* name, const QByteArray& more, const char* author = "Burt, Richard")
{
    return QByteArray("TY  - JOUR\nTI  - ") + name + "\nAU  - " + author + "\nPY  - 2019\nT2  - Neurology\n" + more
        + "ER  - \n\n";
}

constexpr const char* stem = "Stem cells in relapsing multiple sclerosis";
constexpr const char* vitamin = "Vitamin D and the risk of fracture in women";

/// One certain pair (the same place) and one doubtful (other pages).
QByteArray first()
{
    return entry(stem, "VL  - 12\nSP  - 100\nEP  - 108\n") + entry(stem, "VL  - 12\nSP  - 100\nEP  - 108\n")
        + entry(vitamin, "VL  - 12\nSP  - 200\nEP  - 210\n", "Smith, Ann")
        + entry(vitamin, "VL  - 12\nSP  - 301\nEP  - 310\n", "Smith, Ann");
}

/// `n` pairs of the same records: many enough that a run is written in portions.
QByteArray pairs(int n)
{
    QByteArray file;
    for (int i = 0; i < n; ++i) {
        const QByteArray doi = "10.1000/" + QByteArray::number(i);
        const QByteArray name = "Title number " + QByteArray::number(i * i);
        file += ris({{name.constData(), "Lima, Ana", 2019, doi.constData()},
                     {name.constData(), "Lima, Ana", 2019, doi.constData()}});
    }
    return file;
}

qint64 reports(Desk& desk)
{
    return qint64(Records(*desk.project).reports()->size());
}

} // namespace

/// Duplicates as the review keeps them (rules.md A2, B5): joined, asked about, judged, undone.
class DuplicatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joinsAndQueues()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        const auto dry = Duplicates(*desk.project).find({}, {DedupeOptions::usual, true});
        MUST(dry);
        QCOMPARE(dry->joined, 1);
        QCOMPARE(dry->reports, 3);
        QCOMPARE(reports(desk), 4); // nothing was written
        const auto report = Duplicates(*desk.project).find({});
        MUST(report);
        QCOMPARE(report->records, 4);
        QCOMPARE(report->reports, 3);
        QCOMPARE(report->joined, 1);
        QCOMPARE(report->doubtful, 1);
        QCOMPARE(report->untouched, 0);
        QCOMPARE(report->byRule, (std::map<JoinRule, qint64>{{JoinRule::TitleAndPages, 1}}));
        const auto queue = Duplicates(*desk.project).queue();
        MUST(queue);
        QCOMPARE(queue->size(), size_t(1));
        QCOMPARE(queue->front().a, desk.record(3));
        QCOMPARE(queue->front().b, desk.record(4));
        QCOMPARE(queue->front().doubt, PairDoubt::Pages);
        QVERIFY(queue->front().score > 0.3 && queue->front().score < 0.9);
        QCOMPARE(desk.faults(), QString());
    }
    void theLogSaysWhichRule()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        MUST(Duplicates(*desk.project).find({}));
        const auto by = Duplicates(*desk.project).joinedBy(desk.record(2));
        MUST(by);
        QVERIFY(by->has_value());
        QCOMPARE((*by)->rule, JoinRule::TitleAndPages);
        QVERIFY(!(*by)->byPerson);
        QStringList told;
        const auto entries = History(*desk.project).entries(0, 1000);
        MUST(entries);
        for (const LogEntry& line : *entries)
            told << line.value;
        QCOMPARE(told.filter(QRegularExpression(QStringLiteral("^same as .* by title-and-pages$"))).size(), 1);
        QCOMPARE(told.filter(QRegularExpression(QStringLiteral("^perhaps the same as .*in doubt for: pages$"))).size(),
                 1);
    }
    void looksOnlyAtWhatIsNew()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        QVERIFY(!Duplicates(*desk.project).find({})->nothingNew);
        const auto again = Duplicates(*desk.project).find({});
        MUST(again);
        QVERIFY(again->nothingNew);
        QCOMPARE(again->joined, 0);
        QCOMPARE(again->doubtful, 1); // still waits
        QCOMPARE(again->reports, 3);
        MUST(desk.import("b.ris", entry(stem, "VL  - 12\nSP  - 100\n"), "Scopus"));
        const auto third = Duplicates(*desk.project).find({});
        MUST(third);
        QVERIFY(!third->nothingNew);
        QCOMPARE(third->joined, 1);
        QCOMPARE(third->reports, 3);
        QCOMPARE(Duplicates(*desk.project).queue()->size(), size_t(1));
        QCOMPARE(desk.faults(), QString());
    }
    void anEditedRecordIsLookedAtAgain()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        MUST(Duplicates(*desk.project).find({}));
        MUST(Records(*desk.project).edit(desk.record(4), Field::Pages, "200-210"));
        const auto again = Duplicates(*desk.project).find({});
        MUST(again);
        QCOMPARE(again->joined, 1);
        QCOMPARE(again->doubtful, 0);
        QVERIFY(Duplicates(*desk.project).find({})->nothingNew);
    }
    void whatAPersonDecidedIsNotAskedAgain()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        MUST(Duplicates(*desk.project).find({}));
        MUST(Duplicates(*desk.project).judge(desk.record(3), desk.record(4), false));
        MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), false));
        QVERIFY(Duplicates(*desk.project).queue()->empty());
        QCOMPARE(reports(desk), 4);
        // Another threshold looks at everything again, but not against a person's word.
        const auto again = Duplicates(*desk.project).find({}, {0.3, false});
        MUST(again);
        QCOMPARE(again->joined, 0);
        QVERIFY(Duplicates(*desk.project).queue()->empty());
        QCOMPARE(reports(desk), 4);
    }
    void undoLeavesNoTrace()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        const FlowCounts before = desk.flow();
        MUST(Duplicates(*desk.project).find({}));
        QVERIFY(!(desk.flow() == before));
        MUST(History(*desk.project).undo());
        QVERIFY(desk.flow() == before);
        QVERIFY(Duplicates(*desk.project).queue()->empty());
        QCOMPARE(desk.faults(), QString());
        QCOMPARE(Duplicates(*desk.project).find({})->joined, 1); // and it can be looked for anew
    }
    /// A run of many joins goes through the lane in portions: votes go between, and it is one step all the same.
    void votesGoBetweenTheJoinsOfARun()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", pairs(300), "PubMed"));
        const RecordId last = desk.record(600);
        std::set<qint64> meanwhile; // how many reports there were when a vote came
        const auto voteBetween = [&](const Progress&) {
            desk.as("Ben");
            if (desk.vote(title, last, meanwhile.size() % 2 ? Verdict::Include : Verdict::Exclude))
                meanwhile.insert(reports(desk));
            desk.as("Ana");
        };
        const auto report = Duplicates(*desk.project).find({{}, voteBetween});
        MUST(report);
        QCOMPARE(report->joined, 300);
        QVERIFY2(meanwhile.size() > 3, qPrintable(QString::number(meanwhile.size())));
        QCOMPARE(reports(desk), 300);
        QCOMPARE(desk.faults(), QString());
        meanwhile.clear();
        const auto undone = History(*desk.project).undo({}, {{}, voteBetween});
        MUST(undone);
        QCOMPARE(undone->kind, QStringLiteral("join"));
        QCOMPARE(undone->changes, 301);
        QVERIFY(History::isLong(*undone));
        QVERIFY2(meanwhile.size() > 3, qPrintable(QString::number(meanwhile.size())));
        QCOMPARE(reports(desk), 600);
        MUST(History(*desk.project).redo());
        QCOMPARE(reports(desk), 300);
        QCOMPARE(desk.faults(), QString());
    }
    void cancelledWhileItIsWrittenLeavesNothing()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", pairs(300), "PubMed"));
        const FlowCounts before = desk.flow();
        const size_t entries = History(*desk.project).entries(0, 100'000)->size();
        std::stop_source stop;
        qint64 fewest = 600;
        const auto stopHalfWay = [&](const Progress&) {
            fewest = std::min(fewest, reports(desk));
            if (fewest < 500)
                stop.request_stop();
        };
        MUST_FAIL(Duplicates(*desk.project).find({stop.get_token(), stopHalfWay}), ErrorCode::Cancelled);
        QVERIFY2(fewest > 300 && fewest < 500, qPrintable(QString::number(fewest)));
        QCOMPARE(reports(desk), 600);
        QVERIFY(desk.flow() == before);
        QCOMPARE(History(*desk.project).entries(0, 100'000)->size(), entries);
        QCOMPARE(desk.faults(), QString());
        MUST(Duplicates(*desk.project).find({}));
        std::stop_source back;
        const auto stopUndo = [&](const Progress&) {
            if (reports(desk) > 400)
                back.request_stop();
        };
        MUST_FAIL(History(*desk.project).undo({}, {back.get_token(), stopUndo}), ErrorCode::Cancelled);
        QCOMPARE(reports(desk), 300);
        QCOMPARE(desk.faults(), QString());
        MUST(History(*desk.project).undo());
        QVERIFY(desk.flow() == before);
    }
    void votesFindTheirWayHome()
    {
        Desk desk(1);
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(desk.vote(title, desk.record(2), Verdict::Exclude));
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(Screening(*desk.project, title).remarks(desk.record(1))->votedTwice, true); // rules.md B5
        MUST(History(*desk.project).undo());
        QCOMPARE(desk.place(desk.record(1)), Place::Sought);
        QCOMPARE(desk.place(desk.record(2)), Place::TitleExcluded);
    }
    void acceptAboveIsOneStep()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(Duplicates(*desk.project).acceptAbove(0.99).value(), 0);
        QCOMPARE(Duplicates(*desk.project).acceptAbove(0.2).value(), 1);
        QCOMPARE(reports(desk), 2);
        QVERIFY(Duplicates(*desk.project).queue()->empty());
        MUST(History(*desk.project).undo());
        QCOMPARE(reports(desk), 3);
        QCOMPARE(Duplicates(*desk.project).queue()->size(), size_t(1));
    }
    void reportsOfOneStudyAreLinked()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        MUST(Duplicates(*desk.project).find({}));
        MUST(Duplicates(*desk.project).link(desk.record(3), desk.record(4)));
        QCOMPARE(reports(desk), 3);
        QVERIFY(Duplicates(*desk.project).queue()->empty());
        QCOMPARE(desk.project->review()->studies.size(), size_t(1));
        QCOMPARE(desk.project->review()->studies.front().name, QStringLiteral("Smith 2019"));
        MUST(History(*desk.project).undo());
        QCOMPARE(Duplicates(*desk.project).queue()->size(), size_t(1));
        MUST_FAIL(Duplicates(*desk.project).link(desk.record(3), desk.record(3)), ErrorCode::UnknownRecord);
    }
    void aContradictionIsShown()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", entry("One", {}) + entry("Two", {}) + entry("Three", {}), "PubMed"));
        Duplicates duplicates(*desk.project);
        MUST(duplicates.judge(desk.record(1), desk.record(2), true));
        MUST(duplicates.judge(desk.record(2), desk.record(3), true));
        QVERIFY(duplicates.contradictions()->empty());
        MUST(duplicates.judge(desk.record(1), desk.record(3), false));
        const auto found = duplicates.contradictions();
        MUST(found);
        QCOMPARE(found->size(), size_t(1));
        QCOMPARE(found->front().chain, (std::vector<RecordId>{desk.record(1), desk.record(2), desk.record(3)}));
        QCOMPARE(reports(desk), 2); // never closed over
        MUST(duplicates.judge(desk.record(2), desk.record(3), false));
        QVERIFY(duplicates.contradictions()->empty());
    }
    void orderOfImportDoesNotMatter()
    {
        const QByteArray other = entry(stem, "VL  - 12\nSP  - 100\n")
            + entry(vitamin, "VL  - 12\nSP  - 200\n", "Smith, Ann") + entry(vitamin, "VL  - 12\n", "Smith, Ann");
        const auto run = [&](bool swapped) {
            Desk desk;
            desk.as("Ana");
            const auto a = [&] { return desk.import("a.ris", first(), "PubMed"); };
            const auto b = [&] { return desk.import("b.ris", other, "Scopus"); };
            if (!(swapped ? b() : a()) || !(swapped ? a() : b()))
                qFatal("no import");
            const auto report = Duplicates(*desk.project).find({});
            return std::tuple(report->reports, report->joined, report->doubtful, report->byRule);
        };
        QCOMPARE(run(false), run(true));
    }
    void cancelledWritesNothing()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", first(), "PubMed"));
        std::stop_source stop;
        stop.request_stop();
        MUST_FAIL(Duplicates(*desk.project).find({stop.get_token(), {}}), ErrorCode::Cancelled);
        QCOMPARE(reports(desk), 4);
        QVERIFY(Duplicates(*desk.project).queue()->empty());
    }
};

WINNOW_TEST(DuplicatesTest)

} // namespace suite_duplicates

#include "test_duplicates.moc"
