// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Copies.h"
#include "support/NaiveCounts.h"

#include "store/Rebuild.h"

using namespace winnow;
using namespace winnow::test;

/// What is folded step by step is what a fold from scratch gives, tallies are what counting gives, and the numbers of
/// the flow diagram add up and have their records behind them, after every step of random histories.
class FoldLawsTest : public QObject {
    Q_OBJECT

private:
    static void seeds(quint32 first, int n)
    {
        QTest::addColumn<quint32>("seed");
        const int wanted = qEnvironmentVariableIntValue("WINNOW_HISTORIES");
        for (quint32 seed = first; seed < first + quint32(wanted ? wanted : n); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    static Lines derived(Project& project)
    {
        store::Database db(project.path(), store::Database::Mode::ReadWrite);
        return store::derivedLines(db);
    }

    /// The keys of the figure with their numbers; declared parts are none here.
    static std::vector<std::pair<QString, qint64>> boxes(const FlowCounts& f)
    {
        std::vector<std::pair<QString, qint64>> all;
        const auto add = [&](const char* key, qint64 n) { all.emplace_back(QString::fromLatin1(key), n); };
        add("database_results", f.identifiedDatabases());
        add("register_results", f.identifiedRegisters());
        for (const NamedCount& c : f.databases)
            all.emplace_back(QStringLiteral("database_results/") + c.name, c.n);
        for (const NamedCount& c : f.registers)
            all.emplace_back(QStringLiteral("register_results/") + c.name, c.n);
        add("website_results", f.websites);
        add("organisation_results", f.organisations);
        add("citations_results", f.citations);
        add("other_results", f.otherMethods);
        add("duplicates", f.duplicates);
        add("excluded_automatic", f.removedAutomation);
        add("excluded_other", f.removedOther);
        add("records_screened", f.screened);
        add("records_excluded", f.titleExcluded);
        add("awaiting_screening", f.awaitingScreening);
        add("new_reports", f.newReports);
        addColumn(all, f.main, QStringLiteral("dbr_"), QString());
        addColumn(all, f.other, QStringLiteral("other_"), QStringLiteral("other_"));
        return all;
    }
    static void addColumn(std::vector<std::pair<QString, qint64>>& all, const FlowColumn& c, const QString& arm,
                          const QString& pending)
    {
        all.emplace_back(arm + QStringLiteral("sought_reports"), c.sought);
        all.emplace_back(arm + QStringLiteral("notretrieved_reports"), c.notRetrieved);
        all.emplace_back(arm + QStringLiteral("assessed"), c.assessed);
        all.emplace_back(arm + QStringLiteral("excluded"), c.excludedTotal());
        for (const NamedCount& reason : c.excluded)
            all.emplace_back(arm + QStringLiteral("excluded/") + reason.name, reason.n);
        all.emplace_back(pending + QStringLiteral("awaiting_retrieval"), c.awaitingRetrieval);
        all.emplace_back(pending + QStringLiteral("awaiting_assessment"), c.awaitingAssessment);
        all.emplace_back(pending + QStringLiteral("awaiting_classification"), c.awaitingClassification);
        all.emplace_back(pending + QStringLiteral("ongoing"), c.ongoing);
    }

    /// Numbers removed before import are in the flow, but have no records.
    static qint64 removedBefore(Project& project, const QString& key)
    {
        const auto review = project.review();
        qint64 n = 0;
        for (const Run& run : review->runs) {
            if (!run.live || run.details.removedBefore <= 0)
                continue;
            const Source* source = review->source(run.sources.front());
            if (!source || armOf(source->kind) != Arm::Databases)
                continue;
            const QString box = source->kind == SourceKind::Register ? QStringLiteral("register_results")
                                                                     : QStringLiteral("database_results");
            if (key == QLatin1String("duplicates") || key == box || key == box + QLatin1Char('/') + source->name)
                n += run.details.removedBefore;
        }
        return n;
    }

    static QString flowFaults(Project& project)
    {
        const auto counts = Flow(project).counts();
        if (!counts)
            return outcome(counts);
        FlowCounts flow = *counts;
        QString text;
        for (const QString& identity : brokenIdentities(flow))
            text += identity + QLatin1Char('\n');
        if (!flow.declared.empty())
            return text;
        for (const auto& [key, n] : boxes(flow)) {
            const auto ids = Records(project).ofBox(key);
            const qint64 behind = ids ? qint64(ids->size()) + removedBefore(project, key) : -1;
            if (behind != n)
                text += QStringLiteral("%1 says %2, records %3\n").arg(key).arg(n).arg(behind);
        }
        return text;
    }

private Q_SLOTS:
    void everyStepAddsUp_data() { seeds(1, 30); }
    void everyStepAddsUp()
    {
        QFETCH(quint32, seed);
        Copies copies(1, seed + 300, Desk::newReview(1 + int(seed % 2), 1));
        Project& project = *copies.all[0].project;
        for (int i = 0; i < 25; ++i) {
            copies.act(0, 1);
            const QString wrong = naiveDifferences(project.path()).join(QLatin1Char('\n')) + flowFaults(project);
            QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n%2\n%3").arg(seed).arg(wrong, copies.story())));
        }
        QVERIFY2(copies.broken().isEmpty(), qPrintable(copies.broken()));
        QCOMPARE(faultsOf(project), QString());
    }

    void foldFromScratchIsTheFold_data() { seeds(1000, 30); }
    void foldFromScratchIsTheFold()
    {
        QFETCH(quint32, seed);
        Copies copies(2, seed, Desk::newReview(2, 1));
        copies.act(0, 15);
        copies.act(1, 15);
        MUST(copies.send(1, 0));
        copies.act(0, 5);
        Project& project = *copies.all[0].project;
        const Lines before = derived(project);
        MUST(repair(project, {}));
        const QString wrong = difference(before, derived(project));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1\n%2\n%3").arg(seed).arg(wrong, copies.story())));
        QCOMPARE(faultsOf(project), QString());
    }

    void aBatchGoesAndComesBack_data() { seeds(2000, 30); }
    void aBatchGoesAndComesBack()
    {
        QFETCH(quint32, seed);
        Copies copies(2, seed, Desk::newReview(2, 1));
        copies.act(1, 15);
        for (int n = 0; n < randomFiles; ++n) {
            if (copies.all[1].history->has(n) && !copies.all[0].history->has(n))
                MUST(copies.all[0].history->import(n));
        }
        Project& project = *copies.all[0].project;
        const Lines before = derived(project);
        MUST(copies.send(1, 0));
        const Lines with = derived(project);
        MUST(setBatch(project, 1, false));
        QString wrong = difference(before, derived(project));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1, taken back\n%2%3").arg(seed).arg(wrong, copies.story())));
        MUST(setBatch(project, 1, true));
        wrong = difference(with, derived(project));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1, restored\n%2%3").arg(seed).arg(wrong, copies.story())));
        // What is done since stays, and the file brought in again restores what was taken back.
        copies.act(0, 8);
        const Lines since = derived(project);
        MUST(setBatch(project, 1, false));
        QCOMPARE(naiveDifferences(project.path()), QStringList());
        QCOMPARE(faultsOf(project), QString());
        MUST(copies.send(1, 0));
        wrong = difference(since, derived(project));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("seed %1, brought in again\n%2%3").arg(seed).arg(wrong, copies.story())));
    }
};

QTEST_GUILESS_MAIN(FoldLawsTest)
#include "test_fold_laws.moc"
