// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Charts.h"
#include "project/Merging.h"
#include "project/Sharing.h"
#include "support/Copies.h"
#include "support/Suite.h"

namespace suite_merging {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;

LabelId labelOf(const Project& project, const char16_t* name)
{
    const auto review = project.review();
    for (const Label& label : review->labels) {
        if (label.name == QStringView(name))
            return label.id;
    }
    return {};
}

/// Ana labels the first record "Cohort"; Ben, in a copy of his own, the second "cohort": then she brings his work in.
class Apart : public Desk {
public:
    Apart()
    {
        as("Ana");
        must(import("a.ris", {{"First"}, {"Second"}, {"Third"}}));
        must(project->store().backupTo(path("ben.winnow")));
        auto copy = Project::open(path("ben.winnow"), Project::Access::Write, clock);
        must(copy);
        ben = std::move(*copy);
        ben->setMe(person("Ben"));
        label(*project, "Cohort", record(1));
        label(*ben, "cohort", record(2));
        bring(*ben, *project);
    }
    std::unique_ptr<Project> ben;

    template <class T> static void must(const Result<T>& result)
    {
        if (!result)
            qFatal("%s", qPrintable(outcome(result)));
    }
    static void label(Project& in, const char* name, RecordId record)
    {
        const auto made = Setup(in).addLabel(QString::fromLatin1(name));
        must(made);
        must(Screening(in, title).label({&record, 1}, *made, true));
    }
    void bring(Project& from, Project& to) const
    {
        must(Sharing(from).sendWork(path("sent.winnowz"), {}));
        must(Sharing(to).bringIn(path("sent.winnowz"), {}));
        QFile::remove(path("sent.winnowz"));
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList all;
        const auto review = project->review();
        for (const Label& one : review->labels)
            all << one.name;
        all.sort();
        return all;
    }
};

std::vector<RecordId> found(Project& project)
{
    const std::vector<RecordId> all = *Records(project).all();
    return *Records(project).find(QStringLiteral("cohort"), all, 100);
}

/// What everybody sees of lists and remarks, in the numbers that all copies share.
QStringList seen(Project& project)
{
    const auto catalog = project.store().catalog();
    const auto uid = [&](qint64 id) {
        return QString::fromLatin1(QByteArray::fromStdString(catalog->uids.at(id)).toHex().left(8));
    };
    QStringList lines;
    for (const Label& label : catalog->labels)
        lines << QStringLiteral("label ") + uid(label.id.value);
    for (const Criterion& criterion : catalog->criteria)
        lines << QStringLiteral("criterion ") + uid(criterion.id.value);
    const ReviewerId me = project.me();
    const auto records = Records(project).all();
    for (const Reviewer& person : catalog->reviewers) {
        project.setMe(person.id);
        for (const RecordId record : *records) {
            const auto remarks = Screening(project, title).remarks(record);
            const QString at = person.name + QLatin1Char(' ') + store::recordUid(*catalog, record) + QLatin1Char(' ');
            for (const LabelId label : remarks->labels)
                lines << at + uid(label.value);
            for (const auto& [criterion, tick] : remarks->ticks)
                lines << at + uid(criterion) + QString::number(int(tick));
        }
    }
    project.setMe(me);
    lines.sort();
    return lines;
}

} // namespace

/// Entries of the team's lists that two people made apart are made one (rules.md B7, E).
class MergingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoLabelsBecomeOneAndPartAgain()
    {
        Apart desk;
        QCOMPARE(desk.names(), (QStringList{QStringLiteral("Cohort"), QStringLiteral("cohort")}));
        const auto alike = Merging(*desk.project).look();
        QCOMPARE(alike.size(), size_t(1));
        QCOMPARE(alike.front().list, AlikeEntries::List::Labels);
        const qint64 before = logSize(*desk.project);
        MUST(Merging(*desk.project).labels(labelOf(*desk.project, u"cohort"), labelOf(*desk.project, u"Cohort")));
        QCOMPARE(logSize(*desk.project), before + 1);
        QCOMPARE(desk.names(), QStringList{QStringLiteral("Cohort")});
        QVERIFY(Merging(*desk.project).look().empty());
        const auto told = History(*desk.project).entries(0, 1000);
        QCOMPARE(told->back().subject, QStringLiteral("cohort"));
        QCOMPARE(told->back().value, QStringLiteral("merged into Cohort"));

        desk.bring(*desk.project, *desk.ben);
        const LabelId one = labelOf(*desk.ben, u"Cohort"); // another number there
        QCOMPARE(Screening(*desk.ben, title).labelled(one).value(), std::vector{desk.record(2)});
        QCOMPARE(Screening(*desk.ben, title).remarks(desk.record(2))->labels, std::vector{one});
        QCOMPARE(found(*desk.ben), std::vector{desk.record(2)});

        MUST(History(*desk.project).undo());
        QCOMPARE(desk.names(), (QStringList{QStringLiteral("Cohort"), QStringLiteral("cohort")}));
        MUST(History(*desk.project).redo());
        QCOMPARE(desk.names(), QStringList{QStringLiteral("Cohort")});
        QCOMPARE(desk.faults(), QString());
    }

    /// Off is off, whichever of the two it was put on as.
    void itComesOffAsOne()
    {
        Apart desk;
        const RecordId second = desk.record(2);
        MUST(Merging(*desk.project).labels(labelOf(*desk.project, u"cohort"), labelOf(*desk.project, u"Cohort")));
        desk.bring(*desk.project, *desk.ben);
        const LabelId one = labelOf(*desk.ben, u"Cohort");
        MUST(Screening(*desk.ben, Stage::Fulltext).label({&second, 1}, one, true));
        QCOMPARE(Screening(*desk.ben, title).remarks(second)->labels, std::vector{one});
        MUST(Screening(*desk.ben, title).label({&second, 1}, one, false));
        QVERIFY(Screening(*desk.ben, title).remarks(second)->labels.empty());
        QVERIFY(Screening(*desk.ben, title).labelled(one)->empty());
        MUST(History(*desk.ben).undo());
        QCOMPARE(Screening(*desk.ben, title).remarks(second)->labels, std::vector{one});
    }

    /// A label that was put on a record before this became part of another report can be taken off there.
    void itComesOffEveryRecordOfAReport()
    {
        Desk desk;
        MUST(desk.as("Ana").import("a.ris", {{"First"}, {"Second"}}));
        Apart::label(*desk.project, "Check", desk.record(2));
        MUST(Duplicates(*desk.project).judge(desk.record(1), desk.record(2), true));
        const RecordId report = desk.record(1);
        const LabelId label = labelOf(*desk.project, u"Check");
        QCOMPARE(Screening(*desk.project, title).remarks(report)->labels, std::vector{label});
        MUST(Screening(*desk.project, title).label({&report, 1}, label, false));
        QVERIFY(Screening(*desk.project, title).remarks(report)->labels.empty());
    }

    void theLastTickOfMergedCriteriaStands()
    {
        Desk desk;
        MUST(desk.as("Ana").import("a.ris", {{"First"}, {"Second"}}));
        const CriterionId adults = desk.project->review()->criteria.front().id;
        const auto grown = Setup(*desk.project).addCriterion(true, QStringLiteral("adults."));
        MUST(grown);
        const auto tickOf = [&](int record) {
            const auto remarks = Screening(*desk.project, title).remarks(desk.record(record));
            const auto found = remarks->ticks.find(adults.value);
            return found == remarks->ticks.end() ? Tick::Unset : found->second;
        };
        MUST(Screening(*desk.project, title).tick(desk.record(1), adults, Tick::Yes));
        MUST(Screening(*desk.project, title).tick(desk.record(1), *grown, Tick::No));
        MUST(Screening(*desk.project, title).tick(desk.record(2), *grown, Tick::Unclear));
        const auto alike = Merging(*desk.project).look();
        QCOMPARE(alike.size(), size_t(1));
        QCOMPARE(alike.front().list, AlikeEntries::List::Criteria);
        MUST(Merging(*desk.project).criteria(*grown, adults));
        QCOMPARE(desk.project->review()->criteria.size(), size_t(1));
        QCOMPARE(tickOf(1), Tick::No);
        QCOMPARE(tickOf(2), Tick::Unclear);
        MUST(Screening(*desk.project, title).tick(desk.record(1), adults, Tick::Unset));
        QCOMPARE(tickOf(1), Tick::Unset);
        MUST(History(*desk.project).undo());
        QCOMPARE(tickOf(1), Tick::No);
        MUST(History(*desk.project).undo()); // the merging
        QCOMPARE(tickOf(1), Tick::Yes);
        QCOMPARE(tickOf(2), Tick::Unset);
    }

    void whatCannotBeMergedIsRefused()
    {
        Desk desk;
        desk.as("Ana");
        Setup setup(*desk.project);
        const auto label = setup.addLabel(QStringLiteral("Cohort"));
        const auto other = setup.addLabel(QStringLiteral("Series"));
        const auto children = setup.addCriterion(false, QStringLiteral("Children"));
        const CriterionId adults = desk.project->review()->criteria.front().id;
        const qint64 before = logSize(*desk.project);
        Merging merging(*desk.project);
        MUST_FAIL(merging.labels(*label, *label), ErrorCode::UnknownLabel);
        MUST_FAIL(merging.labels(*label, LabelId(9999)), ErrorCode::UnknownLabel);
        MUST_FAIL(merging.criteria(adults, *children), ErrorCode::BadInput); // the one includes, the other excludes
        MUST_FAIL(merging.criteria(adults, adults), ErrorCode::BadInput);
        desk.as("Ben");
        MUST_FAIL(merging.labels(*label, *other), ErrorCode::LeadOnly);
        QCOMPARE(logSize(*desk.project), before);
    }

    /// One name for two labels discloses nothing that was said with either (rules.md C1).
    void mergingDisclosesNothing()
    {
        Apart desk;
        const auto counted = [&] {
            QStringList lines;
            const auto data = Charts(*desk.project, QTimeZone::utc()).data(*chartKind(u"labels"));
            for (const ChartMark& mark : data->marks)
                lines << QString::number(mark.count());
            return lines;
        };
        const QStringList before = counted();
        MUST(Merging(*desk.project).labels(labelOf(*desk.project, u"Cohort"), labelOf(*desk.project, u"cohort")));
        const LabelId one = labelOf(*desk.project, u"cohort");
        QCOMPARE(before, QStringList{QStringLiteral("1")});
        QCOMPARE(counted(), before);
        QCOMPARE(Screening(*desk.project, title).labelled(one).value(), std::vector{desk.record(1)});
        const auto remarks = Screening(*desk.project, title).remarks(desk.record(2));
        QVERIFY(remarks->labels.empty() && remarks->others.empty());
        QCOMPARE(found(*desk.project), std::vector{desk.record(1)});
    }

    /// A into B here, B into A there: both come to the same one, also a third that was merged into either.
    void aRingHasOneNameEverywhere()
    {
        Apart desk;
        desk.bring(*desk.project, *desk.ben);
        const LabelId big = labelOf(*desk.project, u"Cohort");
        const LabelId small = labelOf(*desk.project, u"cohort");
        Apart::label(*desk.project, "Cohorts", desk.record(3));
        MUST(Merging(*desk.project).labels(labelOf(*desk.project, u"Cohorts"), big));
        MUST(Merging(*desk.project).labels(big, small));
        desk.ben->setMe({}); // while nobody acts the first person does
        MUST(Merging(*desk.ben).labels(labelOf(*desk.ben, u"cohort"), labelOf(*desk.ben, u"Cohort")));
        desk.ben->setMe(desk.person("Ana"));
        desk.bring(*desk.ben, *desk.project);
        desk.bring(*desk.project, *desk.ben);
        QCOMPARE(desk.names().size(), 1);
        QCOMPARE(seen(*desk.project), seen(*desk.ben));
    }

    void histories_data()
    {
        QTest::addColumn<quint32>("seed");
        const int n = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = 1; seed <= quint32(n ? n : 12); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    /// In whatever order copies are combined, all come to the same lists, and everybody's remarks to the same entries.
    void histories()
    {
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        Copies copies(3, seed + 7000, Desk::newReview(2, 1));
        for (int round = 0; round < 3; ++round) {
            for (size_t i = 0; i < 3; ++i) {
                copies.act(i, 6);
                Project& project = *copies.all[i].project;
                MUST(Setup(project).addLabel(QStringLiteral("label %1 of %2").arg(round).arg(i)));
                const std::vector<Label> labels = project.review()->labels;
                const auto at = [&] { return labels[random() % labels.size()].id; };
                const auto merged = Merging(project).labels(at(), at());
                QVERIFY(merged || merged.error().code != ErrorCode::StoreFailed);
            }
            MUST(copies.send(random() % 3, random() % 3));
        }
        MUST(copies.sendAll(random));
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        const QStringList first = seen(*copies.all[0].project);
        for (size_t i = 1; i < 3; ++i) {
            QVERIFY2(seen(*copies.all[i].project) == first, qPrintable(copies.story()));
            QCOMPARE(difference(copies.state(0), copies.state(i)), QString());
        }
    }
};

WINNOW_TEST(MergingTest)

} // namespace suite_merging

#include "test_merging.moc"
