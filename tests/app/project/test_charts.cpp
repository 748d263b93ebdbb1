// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Charts.h"
#include "support/RandomHistory.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <QFile>

namespace suite_charts {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;
constexpr qint64 hour = 3600000;

/// "pubmed + scopus|2|5": one line for each mark, its names and its numbers.
QStringList lines(Project& project, const char* kind, const QTimeZone& zone = QTimeZone::utc())
{
    const auto data = Charts(project, zone).data(*chartKind(QString::fromLatin1(kind)));
    if (!data)
        return {outcome(data)};
    QStringList all;
    for (const ChartMark& mark : data->marks) {
        QStringList cells = mark.names;
        for (const auto& number : mark.numbers)
            cells << (number ? QString::number(*number, 'g', 4) : QStringLiteral("-"));
        all << cells.join(u'|');
    }
    return all;
}

/// How many records stand behind each mark, and how many of them are hidden: "2" or "1+1 hidden".
QStringList behind(Project& project, const char* kind, const QString& part = {})
{
    const ChartKind& chart = *chartKind(QString::fromLatin1(kind));
    const Charts charts(project);
    QStringList all;
    const auto data = charts.data(chart);
    if (!data)
        return {outcome(data)};
    for (const ChartMark& mark : data->marks) {
        const auto records = charts.records(chart, mark.key + part);
        if (!records)
            all << outcome(records);
        else if (records->hidden)
            all << QStringLiteral("%1+%2 hidden").arg(records->ids.size()).arg(records->hidden);
        else
            all << QString::number(records->ids.size());
    }
    return all;
}

/// PubMed: four records, two of which Scopus has as well; Scopus: three, of which two are one report.
void twoSources(Desk& desk)
{
    desk.as("Ana");
    MUST(desk.import("p.ris",
                     ris({{"Walking after stroke", "Lima, Ana", 2019, "10.1000/one"},
                          {"Dancing after stroke", "Lima, Ana", 2020, "10.1000/two"},
                          {"Running after stroke", "Lima, Ana", 2020, "10.1000/three"},
                          {"Swimming after stroke", "Lima, Ana", 0, "10.1000/four"}}),
                     "PubMed"));
    MUST(desk.import("s.ris",
                     ris({{"Walking after stroke", "Lima, Ana", 2019, "10.1000/one"},
                          {"Dancing after stroke", "Lima, Ana", 2020, "10.1000/two"},
                          {"Cycling after stroke", "Lima, Ana", 2022, "10.1000/five"},
                          {"Cycling after stroke", "Lima, Ana", 2022, "10.1000/five"}}),
                     "Scopus"));
}

} // namespace

/// What the charts count, with literal values, and what stands behind each mark.
class ChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyReview()
    {
        Desk desk;
        for (const ChartKind& kind : chartKinds()) {
            const auto data = Charts(*desk.project).data(kind);
            MUST(data);
            QVERIFY2(data->marks.empty() && data->total == 0, kind.id);
        }
        QVERIFY(!chartKind(u"moon"));
        QCOMPARE(chartKind(u"YEARS")->id, "years");
    }

    void unknownKeys()
    {
        Desk desk;
        for (const ChartKind& kind : chartKinds()) {
            const auto records = Charts(*desk.project).records(kind, QStringLiteral("x/y/z"));
            QVERIFY2(!records, kind.id);
        }
    }

    void sourcesAndTheirOverlap()
    {
        Desk desk;
        twoSources(desk);
        QCOMPARE(lines(*desk.project, "sources"),
                 (QStringList{QStringLiteral("PubMed|databases|4|4"), QStringLiteral("Scopus|databases|4|4")}));
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(desk.flow().duplicates, 3);
        QCOMPARE(lines(*desk.project, "sources"),
                 (QStringList{QStringLiteral("PubMed|databases|4|2"), QStringLiteral("Scopus|databases|4|2")}));
        QCOMPARE(behind(*desk.project, "sources"), (QStringList{QStringLiteral("4"), QStringLiteral("4")}));
        QCOMPARE(behind(*desk.project, "sources", QStringLiteral("/alone")),
                 (QStringList{QStringLiteral("2"), QStringLiteral("2")}));
        QCOMPARE(lines(*desk.project, "overlap"),
                 (QStringList{QStringLiteral("PubMed|1|2"), QStringLiteral("PubMed + Scopus|2|2"),
                              QStringLiteral("Scopus|1|1")}));
        QCOMPARE(behind(*desk.project, "overlap"),
                 (QStringList{QStringLiteral("2"), QStringLiteral("2"), QStringLiteral("1")}));
        const auto data = Charts(*desk.project).data(*chartKind(u"overlap"));
        QCOMPARE(data->total, 5);
    }

    void anImportTakenBackIsNotCounted()
    {
        Desk desk;
        twoSources(desk);
        MUST(Duplicates(*desk.project).find({}));
        MUST(Imports(*desk.project).takeBack(desk.project->review()->runs[1].id));
        QCOMPARE(lines(*desk.project, "overlap"), QStringList{QStringLiteral("PubMed|1|4")});
        QCOMPARE(lines(*desk.project, "sources"), QStringList{QStringLiteral("PubMed|databases|4|4")});
        QCOMPARE(lines(*desk.project, "years"),
                 (QStringList{QStringLiteral("2019|1"), QStringLiteral("2020|2"), QStringLiteral("|1")}));
    }

    void yearsWithEdits()
    {
        Desk desk;
        twoSources(desk);
        MUST(Duplicates(*desk.project).find({}));
        QCOMPARE(lines(*desk.project, "years"),
                 (QStringList{QStringLiteral("2019|1"), QStringLiteral("2020|2"), QStringLiteral("2022|1"),
                              QStringLiteral("|1")}));
        MUST(Records(*desk.project).edit(desk.record(4), Field::Year, "1998"));
        QCOMPARE(lines(*desk.project, "years"),
                 (QStringList{QStringLiteral("1998|1"), QStringLiteral("2019|1"), QStringLiteral("2020|2"),
                              QStringLiteral("2022|1")}));
        QCOMPARE(behind(*desk.project, "years"),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("1")}));
    }

    void journalsHoweverTheyAreSpelt()
    {
        Desk desk;
        desk.as("Ana");
        const QByteArray journals[] = {"The Lancet", "LANCET", "lancet.", "J. Neurol", "J Neurol", "Ärzteblatt", ""};
        QByteArray text;
        for (const QByteArray& journal : journals)
            text += "TY  - JOUR\nTI  - A " + journal + "\n"
                + (journal.isEmpty() ? QByteArray() : QByteArray("T2  - " + journal + "\n")) + "ER  - \n\n";
        MUST(desk.import("j.ris", text));
        QCOMPARE(lines(*desk.project, "journals"),
                 (QStringList{QStringLiteral("The Lancet|3"), QStringLiteral("J. Neurol|2"),
                              QStringLiteral("Ärzteblatt|1"), QStringLiteral("|1")}));
        QCOMPARE(behind(*desk.project, "journals"),
                 (QStringList{QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1"), QStringLiteral("1")}));
    }

    void progressByDay()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        desk.clock.advance(22 * hour);
        MUST(desk.vote(title, desk.record(1), Verdict::Include));
        MUST(desk.vote(title, desk.record(2), Verdict::Exclude, "Wrong topic"));
        desk.clock.advance(3 * hour);
        MUST(desk.vote(title, desk.record(2), Verdict::Include)); // changed: it is of this day now
        desk.as("Ben");
        MUST(desk.vote(title, desk.record(1), Verdict::Exclude, "Wrong topic"));
        desk.as("Ana");
        const QString day = QStringLiteral("2026-01-01");
        const QString next = QStringLiteral("2026-01-02");
        QCOMPARE(lines(*desk.project, "progress"),
                 (QStringList{day + QStringLiteral("|Ana|title|1"), next + QStringLiteral("|Ana|title|1"),
                              next + QStringLiteral("|Ben|title|1")}));
        // Elsewhere in the world all of it was one day.
        QCOMPARE(lines(*desk.project, "progress", QTimeZone(3 * 3600)),
                 (QStringList{next + QStringLiteral("|Ana|title|2"), next + QStringLiteral("|Ben|title|1")}));
        QCOMPARE(behind(*desk.project, "progress"),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0+1 hidden")}));
        MUST(desk.vote(title, desk.record(2), Verdict::None)); // taken back
        QCOMPARE(lines(*desk.project, "progress"),
                 (QStringList{day + QStringLiteral("|Ana|title|1"), next + QStringLiteral("|Ben|title|1")}));
        QCOMPARE(desk.faults(), QString());
    }

    void agreementFromOpenedVotesOnly()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}, {"Four"}}));
        const Verdict ben[] = {Verdict::Include, Verdict::Exclude, Verdict::Exclude, Verdict::Include};
        for (int n = 1; n <= 4; ++n) {
            MUST(desk.as("Ana").vote(title, desk.record(n), n <= 2 ? Verdict::Include : Verdict::Exclude));
            if (n < 4)
                MUST(desk.as("Ben").vote(title, desk.record(n), ben[n - 1]));
        }
        QCOMPARE(lines(*desk.project, "agreement"), QStringList());
        MUST(Conflicts(*desk.project, title).openBatch());
        MUST(desk.as("Ben").vote(title, desk.record(4), ben[3])); // not opened: not counted
        QCOMPARE(lines(*desk.project, "agreement"),
                 QStringList{QStringLiteral("title|Ana|Ben|3|1|1|0|1|0.6667|0.4|-0.3681|1|0.3333|0.3333")});
        for (const char* part : {"/include", "/exclude", "/differ"})
            QCOMPARE(behind(*desk.project, "agreement", QLatin1String(part)), QStringList{QStringLiteral("1")});
        QCOMPARE(behind(*desk.project, "agreement"), QStringList{QStringLiteral("3")});
    }

    void reasonsAreThoseOfTheFigure()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        for (const char* who : {"Ana", "Ben"}) {
            desk.as(who);
            MUST(desk.vote(title, desk.record(1), Verdict::Exclude, "Wrong topic"));
            MUST(desk.vote(title, desk.record(2), Verdict::Exclude));
            MUST(desk.vote(title, desk.record(3), Verdict::Include));
        }
        MUST(
            Reports(*desk.project)
                .setRetrieval(std::vector<Reports::RetrievalRequest>{{desk.record(3), {Retrieval::Received, {}, {}}}}));
        for (const char* who : {"Ana", "Ben"})
            MUST(desk.as(who).vote(Stage::Fulltext, desk.record(3), Verdict::Exclude, "Wrong design"));
        QCOMPARE(lines(*desk.project, "reasons"),
                 (QStringList{QStringLiteral("title||1"), QStringLiteral("title|Wrong topic|1"),
                              QStringLiteral("fulltext|Wrong design|1")}));
        QCOMPARE(behind(*desk.project, "reasons"),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("1")}));
        // Cara has voted on nothing: what was decided is counted as in the flow diagram, of which reports is not told.
        desk.as("Cara");
        QCOMPARE(
            behind(*desk.project, "reasons"),
            (QStringList{QStringLiteral("0+1 hidden"), QStringLiteral("0+1 hidden"), QStringLiteral("0+1 hidden")}));
        desk.as("Ana");
        MUST(Conflicts(*desk.project, title).openBatch());
        desk.as("Cara");
        QCOMPARE(behind(*desk.project, "reasons"),
                 (QStringList{QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("0+1 hidden")}));
    }

    void labelsAreMineUntilOpened()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", {{"One"}, {"Two"}}));
        const auto rct = Setup(*desk.project).addLabel(QStringLiteral("RCT"));
        const auto mine = Setup(*desk.project).addLabel(QStringLiteral("mine"));
        MUST(rct);
        MUST(mine);
        const RecordId one = desk.record(1);
        const RecordId two = desk.record(2);
        MUST(Screening(*desk.project, title).label({&one, 1}, *mine, true));
        MUST(Screening(*desk.project, Stage::Fulltext).label({&one, 1}, *mine, true)); // of either stage, once
        MUST(desk.vote(title, one, Verdict::Include));
        desk.as("Ben");
        MUST(desk.vote(title, one, Verdict::Include));
        MUST(Screening(*desk.project, title).label({&one, 1}, *rct, true));
        MUST(Screening(*desk.project, title).label({&two, 1}, *rct, true));
        desk.as("Ana");
        QCOMPARE(lines(*desk.project, "labels"), QStringList{QStringLiteral("mine|1")});
        desk.as(nullptr);
        QCOMPARE(lines(*desk.project, "labels"), QStringList());
        desk.as("Ana");
        MUST(Conflicts(*desk.project, title).openBatch());
        QCOMPARE(lines(*desk.project, "labels"), (QStringList{QStringLiteral("RCT|1"), QStringLiteral("mine|1")}));
        QCOMPARE(behind(*desk.project, "labels"), (QStringList{QStringLiteral("1"), QStringLiteral("1")}));
        desk.as("Ben");
        QCOMPARE(lines(*desk.project, "labels"), (QStringList{QStringLiteral("RCT|2"), QStringLiteral("mine|1")}));
    }

    /// However Ben votes, labels and ticks, nothing that Ana's charts show or open differs (rules.md C1).
    void whatOthersVotedMovesNothing()
    {
        const auto shown = [](Verdict verdict) {
            Desk desk;
            desk.as("Ana");
            [&] { MUST(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}})); }();
            const auto label = Setup(*desk.project).addLabel(QStringLiteral("RCT"));
            desk.as("Ben");
            for (int n = 1; n <= 3; ++n)
                [&] {
                    MUST(desk.vote(title, desk.record(n), verdict, verdict == Verdict::Exclude ? "Wrong topic" : ""));
                }();
            const RecordId one = desk.record(1);
            if (verdict == Verdict::Exclude)
                [&] { MUST(Screening(*desk.project, title).label({&one, 1}, *label, true)); }();
            desk.as("Ana");
            QString text;
            for (const ChartKind& kind : chartKinds())
                text += lines(*desk.project, kind.id).join(u'\n') + u'\n' + behind(*desk.project, kind.id).join(u'\n');
            return text;
        };
        QCOMPARE(shown(Verdict::Exclude), shown(Verdict::Include));
    }

    void csvIsExact()
    {
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", ris({{"One", "Lima, Ana", 2020}, {"Two", "Lima, Ana", 2021}}),
                         "Web of \"Science\", A"));
        const QString out = desk.path("sources.csv");
        const auto rows = Charts(*desk.project).save(*chartKind(u"sources"), out);
        MUST(rows);
        QCOMPARE(*rows, 1);
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("source,kind,records,alone\n\"Web of \"\"Science\"\", A\",databases,2,2\n"));
        MUST_FAIL(Charts(*desk.project).save(*chartKind(u"years"), desk.dir.path()), ErrorCode::IsDirectory);
        MUST_FAIL(Charts(*desk.project).save(*chartKind(u"years"), desk.path("no/such/x.csv")),
                  ErrorCode::FileNotWritable);
    }

    /// Whatever people do: each mark opens as many records as it says, and the days add up to what the rail says.
    void marksOpenWhatTheySay_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 6; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void marksOpenWhatTheySay()
    {
        QFETCH(quint32, seed);
        Desk desk;
        RandomHistory history(*desk.project, desk.dir.path(), seed);
        desk.as("Ana");
        for (int n = 0; n < randomFiles; ++n)
            MUST(history.import(n));
        for (int i = 0; i < 120; ++i)
            history.act();
        desk.as("Ana");
        const Charts charts(*desk.project);
        for (const ChartKind& kind : chartKinds()) {
            const auto data = charts.data(kind);
            MUST(data);
            const size_t number = QLatin1String(kind.id) == QLatin1String("overlap") ? 1 : 0;
            for (const ChartMark& mark : data->marks) {
                const auto records = charts.records(kind, mark.key);
                MUST(records);
                QVERIFY2(qint64(records->ids.size()) + records->hidden == mark.count(number),
                         qPrintable(QStringLiteral("%1 %2: %3 + %4 of %5")
                                        .arg(QLatin1String(kind.id), mark.names.join(u' '))
                                        .arg(records->ids.size())
                                        .arg(records->hidden)
                                        .arg(mark.count(number))));
            }
        }
        const auto status = statusOf(*desk.project);
        MUST(status);
        qint64 cast = 0;
        for (const StageStatus& stage : status->stages) {
            for (const auto& [_, n] : stage.votes)
                cast += n;
        }
        QCOMPARE(charts.data(*chartKind(u"progress"))->total, cast);
        QCOMPARE(charts.data(*chartKind(u"overlap"))->total, status->reports);
        QCOMPARE(charts.data(*chartKind(u"years"))->total, status->reports);
    }
};

WINNOW_TEST(ChartsTest)

} // namespace suite_charts

#include "test_charts.moc"
