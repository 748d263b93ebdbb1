// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "project/Sharing.h"
#include "sharing/BundleReader.h"
#include "sharing/Codec.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_sharing_blind {

using namespace winnow;
using namespace winnow::test;

namespace {

QString numbers(const Result<std::vector<RecordId>>& ids)
{
    QString text;
    if (ids) {
        for (const RecordId id : *ids)
            text += QString::number(id.value) + QLatin1Char(' ');
    }
    return text + QLatin1Char('\n');
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything that the use cases tell the one who looks: lists, orders, counts, boxes, finds, exports, log, histories.
QString allThatIsSeen(Desk& desk)
{
    Project& project = *desk.project;
    const auto review = project.review();
    QString text;
    for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
        const Screening screening(project, stage);
        const auto progress = screening.progress();
        text += numbers(screening.queue()) + QStringLiteral("%1 of %2\n").arg(progress->done).arg(progress->left)
            + numbers(screening.noted());
        for (const Label& label : review->labels)
            text += numbers(screening.labelled(label.id));
        const auto conflicts = Conflicts(project, stage).list();
        for (const Conflict& conflict : *conflicts)
            text += QStringLiteral("conflict %1\n").arg(conflict.report.value);
        const auto agreement = Conflicts(project, stage).agreement();
        for (const PairAgreement& pair : *agreement)
            text += QStringLiteral("agreement of %1\n").arg(pair.a.value);
    }
    Records records(project);
    const auto reports = records.reports();
    text += numbers(reports);
    for (const char* box : {"awaiting_screening", "records_excluded", "records_screened", "dbr_sought_reports",
                            "awaiting_retrieval", "database_results", "new_reports", "dbr_excluded"})
        text += numbers(records.ofBox(QString::fromLatin1(box)));
    for (const char* word : {"quagga", "zebra", "One", "Wrong", "Ben"})
        text += numbers(records.find(QString::fromLatin1(word), {}, 100));
    for (const RecordId report : *reports) {
        const auto history = records.history(report);
        for (const LogEntry& entry : *history)
            text += entry.kind + entry.value + QLatin1Char('\n');
        text += words::wordOf(records.record(report)->place) + QLatin1Char('\n');
        const auto remarks = Screening(project, Stage::Title).remarks(report);
        for (const auto& note : remarks->notes)
            text += note.text + QLatin1Char('\n');
        text += QString::number(Conflicts(project, Stage::Title).cards(report)->size());
    }
    const auto log = History(project).entries(0, 10000);
    for (const LogEntry& entry : *log)
        text += entry.kind + entry.subject + entry.value + QLatin1Char('\n');
    for (const ExportSet set :
         {ExportSet::All, ExportSet::Included, ExportSet::Excluded, ExportSet::Conflicts, ExportSet::Unscreened}) {
        for (const char* name : {"seen.ris", "seen.csv"}) {
            const auto saved = Exports(project).save(desk.path(name), set, {});
            text += QString::fromUtf8(saved ? bytesOf(desk.path(name)) : QByteArray("nothing")) + QLatin1Char('\n');
        }
    }
    if (Flow(project).save(desk.path("seen-flow.csv"), {}))
        text += QString::fromUtf8(bytesOf(desk.path("seen-flow.csv")));
    const auto status = statusOf(project);
    for (const StageStatus& stage : status->stages)
        text += QStringLiteral("%1 %2 %3 %4 %5\n")
                    .arg(stage.reports)
                    .arg(stage.pending)
                    .arg(stage.conflicts)
                    .arg(stage.included)
                    .arg(stage.excluded);
    return text;
}

/// Authors of the personal changes that a bundle carries.
std::map<std::string, int> personalIn(const QString& file)
{
    std::map<std::string, int> authors;
    const auto bundle = sharing::BundleReader::open(file);
    if (!bundle || !(*bundle)->begin(QLatin1String(sharing::changesName)))
        qFatal("no bundle");
    for (auto block = (*bundle)->block(); block && !block->isEmpty(); block = (*bundle)->block()) {
        const auto changes = sharing::decodeChanges(*block);
        for (const store::PortableChange& change : *changes) {
            if (store::isPersonal(change.kind))
                ++authors[change.author];
        }
    }
    return authors;
}

} // namespace

/// A bring-in pierces no blind (rules.md C1–C3), and neither does a bundle that is sent on.
class SharingBlindTest : public QObject {
    Q_OBJECT

private:
    /// Ben's work on all records, in Ana's project.
    static Result<void> receive(Desk& ana)
    {
        const QString copy = ana.path("ben.winnow");
        if (const auto copied = ana.project->store().backupTo(copy); !copied)
            return copied;
        FixedClock clock(ana.clock.now() + 1000, 1);
        const auto ben = Project::open(copy, Project::Access::Write, clock);
        (*ben)->setMe(ana.person("Ben"));
        Screening title(**ben, Stage::Title);
        for (int n = 1; n <= 3; ++n) {
            const Verdict verdict = n == 2 ? Verdict::Include : Verdict::Exclude;
            if (const auto voted = title.vote({ana.record(n), verdict, {}, QStringLiteral("quagga")}); !voted)
                return voted;
            const RecordId record = ana.record(n);
            const auto labelled = title.label({&record, 1}, (*ben)->review()->labels.front().id, true);
            const auto ticked = title.tick(record, (*ben)->review()->criteria.front().id, Tick::No);
            if (!labelled || !ticked)
                return labelled ? ticked : labelled;
        }
        if (const auto sent = Sharing(**ben).sendWork(ana.path("b.winnowz"), {}); !sent)
            return Failure(sent.error());
        const auto brought = Sharing(*ana.project).bringIn(ana.path("b.winnowz"), {});
        return brought ? Result<void>() : Result<void>(Failure(brought.error()));
    }

private Q_SLOTS:
    void nothingShowsWhereIHaveNotVoted()
    {
        for (const char* who : {"Ana", static_cast<const char*>(nullptr)}) {
            Desk ana;
            ana.as("Ana");
            MUST(ana.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
            MUST(Setup(*ana.project).addLabel(QStringLiteral("zebra")));
            MUST(Imports(*ana.project).buildFindIndex({}));
            ana.as(who);
            const QString before = allThatIsSeen(ana);
            MUST(receive(ana));
            QCOMPARE(allThatIsSeen(ana), before);
            QVERIFY(before.contains(QStringLiteral("One")));
        }
    }

    void whatOthersSaidIsNotSentOn()
    {
        Desk ana;
        ana.as("Ana");
        MUST(ana.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        MUST(Setup(*ana.project).addLabel(QStringLiteral("zebra")));
        MUST(ana.vote(Stage::Title, ana.record(1), Verdict::Include, "", "mine"));
        MUST(receive(ana));
        MUST(Sharing(*ana.project).sendWork(ana.path("a.winnowz"), {}));
        auto sent = personalIn(ana.path("a.winnowz"));
        QCOMPARE(sent.size(), size_t(1));
        QCOMPARE(sent.begin()->second, 2);
        QVERIFY(!bytesOf(ana.path("a.winnowz")).contains("quagga"));
        for (const char* guest : {"Ben", "Cara"}) {
            MUST(Sharing(*ana.project).invite(ana.person(guest), ana.path("s.winnowz"), {}));
            QVERIFY(personalIn(ana.path("s.winnowz")).empty());
        }
        // What the opening discloses goes with it; the rest stays behind.
        MUST(Conflicts(*ana.project, Stage::Title).openBatch());
        MUST(Sharing(*ana.project).sendWork(ana.path("a2.winnowz"), {}));
        sent = personalIn(ana.path("a2.winnowz"));
        QCOMPARE(sent.size(), size_t(2));
        MUST(Sharing(*ana.project).conflictsFor(Stage::Title, ana.person("Cara"), ana.path("c.winnowz"), {}));
        QVERIFY(personalIn(ana.path("c.winnowz")).empty());
    }
};

WINNOW_TEST(SharingBlindTest)

} // namespace suite_sharing_blind

#include "test_sharing_blind.moc"
