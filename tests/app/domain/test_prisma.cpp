// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Prisma.h"
#include "support/Suite.h"

namespace suite_prisma {

using namespace winnow;

namespace {

/// All numbers add up, something is in every field that an identity reads.
FlowCounts good()
{
    FlowCounts c;
    c.databases = {{QStringLiteral("PubMed"), 600}, {QStringLiteral("Embase"), 450}, {QStringLiteral("Scopus"), 200}};
    c.registers = {{QStringLiteral("ClinicalTrials.gov"), 40}};
    c.websites = 5;
    c.organisations = 2;
    c.citations = 8;
    c.otherMethods = 1;
    c.duplicates = 310;
    c.removedAutomation = 5;
    c.removedOther = 5;
    c.screened = 970;
    c.titleExcluded = 850;
    c.awaitingScreening = 30;
    c.notReadStopped = 20;
    c.main = {70, 4, 63, {{QStringLiteral("Wrong population"), 20}, {QStringLiteral("No outcome"), 9}}, 25, 3, 6, 2, 1};
    c.other = {12, 1, 11, {{QStringLiteral("Wrong design"), 8}}, 3, 0, 0, 0, 0};
    c.newStudies = 22;
    c.newReports = 28;
    return c;
}

using Change = void (*)(FlowCounts&);

} // namespace

class TestPrisma : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sums()
    {
        const FlowCounts c = good();
        QCOMPARE(c.identifiedDatabases(), 1250);
        QCOMPARE(c.identifiedRegisters(), 40);
        QCOMPARE(c.identifiedOther(), 16);
        QCOMPARE(c.main.excludedTotal(), 29);
        QCOMPARE(FlowCounts{}.identifiedDatabases(), 0);
    }

    void nothingBroken()
    {
        QCOMPARE(brokenIdentities(good()), std::vector<QString>());
        QCOMPARE(brokenIdentities(FlowCounts{}), std::vector<QString>());
    }

    void eachBrokenCase_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* what, Change change, const char* name) {
            QTest::newRow(what) << change << QString::fromUtf8(name);
        };
        row(
            "a source more", [](FlowCounts& c) { c.databases[0].n += 1; }, "records_screened");
        row(
            "a register more", [](FlowCounts& c) { c.registers[0].n += 1; }, "records_screened");
        row(
            "a duplicate less", [](FlowCounts& c) { c.duplicates -= 1; }, "records_screened");
        row(
            "automation", [](FlowCounts& c) { c.removedAutomation += 1; }, "records_screened");
        row(
            "other reasons", [](FlowCounts& c) { c.removedOther += 1; }, "records_screened");
        row(
            "title excluded", [](FlowCounts& c) { c.titleExcluded += 1; }, "dbr_sought_reports");
        row(
            "awaiting screening", [](FlowCounts& c) { c.awaitingScreening += 1; }, "dbr_sought_reports");
        row(
            "not read", [](FlowCounts& c) { c.notReadStopped -= 1; }, "dbr_sought_reports");
        row(
            "not retrieved", [](FlowCounts& c) { c.main.notRetrieved += 1; }, "dbr_assessed");
        row(
            "awaiting retrieval", [](FlowCounts& c) { c.main.awaitingRetrieval -= 1; }, "dbr_assessed");
        row(
            "a reason more", [](FlowCounts& c) { c.main.excluded[1].n += 1; }, "dbr_included");
        row(
            "awaiting assessment", [](FlowCounts& c) { c.main.awaitingAssessment += 1; }, "dbr_included");
        row(
            "awaiting classification", [](FlowCounts& c) { c.main.awaitingClassification += 1; }, "dbr_included");
        row(
            "ongoing", [](FlowCounts& c) { c.main.ongoing += 1; }, "dbr_included");
        row(
            "other assessed", [](FlowCounts& c) { c.other.notRetrieved += 1; }, "other_assessed");
        row(
            "other included", [](FlowCounts& c) { c.other.excluded[0].n -= 1; }, "other_included");
        row(
            "more sought than found", [](FlowCounts& c) { c.websites = 0; }, "other_sought_reports");
        row(
            "reports", [](FlowCounts& c) { c.newReports += 1; }, "new_reports");
        row(
            "more studies than reports", [](FlowCounts& c) { c.newStudies = 29; }, "new_studies");
        row(
            "reports without a study", [](FlowCounts& c) { c.newStudies = 0; }, "new_studies");
    }

    void eachBrokenCase()
    {
        QFETCH(Change, change);
        QFETCH(QString, name);
        FlowCounts counts = good();
        change(counts);
        QCOMPARE(brokenIdentities(counts), std::vector<QString>{name});
    }

    void studiesWithoutReports()
    {
        FlowCounts counts;
        counts.newStudies = 1;
        QCOMPARE(brokenIdentities(counts), std::vector<QString>{QStringLiteral("new_studies")});
    }

    void negativeNumbersAreNamed()
    {
        FlowCounts counts = good(); // every identity still holds
        counts.duplicates = -1;
        counts.screened = 1281;
        counts.titleExcluded += 311;
        QCOMPARE(brokenIdentities(counts), std::vector<QString>{QStringLiteral("negative")});
        counts = good();
        counts.main.ongoing = -1;
        counts.main.awaitingClassification = 4;
        QCOMPARE(brokenIdentities(counts), std::vector<QString>{QStringLiteral("dbr_negative")});
        counts = good();
        counts.other.ongoing = -1;
        counts.other.awaitingAssessment = 1;
        QCOMPARE(brokenIdentities(counts), std::vector<QString>{QStringLiteral("other_negative")});
    }

    void severalAtOnce()
    {
        FlowCounts counts = good();
        counts.screened += 1;
        const std::vector<QString> both{QStringLiteral("records_screened"), QStringLiteral("dbr_sought_reports")};
        QCOMPARE(brokenIdentities(counts), both);
    }

    void interimWhileAnythingIsPending()
    {
        QVERIFY(!FlowCounts{}.interim());
        const Change pending[] = {
            [](FlowCounts& c) { c.awaitingScreening = 1; },        [](FlowCounts& c) { c.main.awaitingRetrieval = 1; },
            [](FlowCounts& c) { c.main.awaitingAssessment = 1; },  [](FlowCounts& c) { c.other.awaitingRetrieval = 1; },
            [](FlowCounts& c) { c.other.awaitingAssessment = 1; },
        };
        for (const Change change : pending) {
            FlowCounts counts;
            change(counts);
            QVERIFY(counts.interim());
        }
        FlowCounts ended; // boxes of their own, not pending
        ended.main.awaitingClassification = 2;
        ended.main.ongoing = 1;
        ended.notReadStopped = 5;
        QVERIFY(!ended.interim());
    }

    void declaredByBox()
    {
        FlowCounts counts;
        counts.declared = {{QStringLiteral("duplicates"), 5, QString(), QString(), 0}};
        QVERIFY(counts.isDeclared(QStringLiteral("duplicates")));
        QVERIFY(!counts.isDeclared(QStringLiteral("website_results")));
    }
};

WINNOW_TEST(TestPrisma)

} // namespace suite_prisma

#include "test_prisma.moc"
