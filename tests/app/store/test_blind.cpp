// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ReviewDsl.h"
#include "support/Suite.h"

namespace suite_blind {

using namespace winnow;
using namespace winnow::test;

namespace {

constexpr Stage title = Stage::Title;

} // namespace

/// Nothing that another person said reaches a viewer before it is disclosed (rules.md C1–C3).
class BlindTest : public QObject {
    Q_OBJECT

private:
    /// Ana has voted on the first report, Ben on all three, with a note, a label and a tick.
    static void screen(Desk& desk)
    {
        desk.as("Ana");
        QVERIFY(desk.import("a.ris", {{"One"}, {"Two"}, {"Three"}}));
        const auto label = Setup(*desk.project).addLabel(QStringLiteral("zebra"));
        QVERIFY(label);
        QVERIFY(desk.vote(title, desk.record(1), Verdict::Include));
        desk.as("Ben");
        Screening ben(*desk.project, title);
        for (int n = 1; n <= 3; ++n)
            QVERIFY(desk.vote(title, desk.record(n), Verdict::Exclude, "Wrong topic", "quagga"));
        const RecordId two = desk.record(2);
        QVERIFY(ben.label({&two, 1}, *label, true));
        QVERIFY(ben.tick(two, desk.project->review()->criteria.front().id, Tick::No));
        QVERIFY(Imports(*desk.project).buildFindIndex({}));
    }
    /// Everything that the use cases tell the viewer of other people's marks, as one text.
    static QString told(Desk& desk)
    {
        QString text;
        Project& project = *desk.project;
        const ReviewerId me = project.me();
        const auto entries = [&](const std::vector<LogEntry>& list) {
            for (const LogEntry& e : list) {
                const bool personal = e.kind == QLatin1String("vote") || e.kind == QLatin1String("note")
                    || e.kind == QLatin1String("labelled") || e.kind == QLatin1String("tick");
                if (personal && e.by != me)
                    text += e.kind + QLatin1Char(' ') + e.value + QLatin1Char('\n');
            }
        };
        entries(*History(project).entries(0, 10000));
        Screening screening(project, title);
        for (int n = 1; n <= 3; ++n) {
            entries(*Records(project).history(desk.record(n)));
            const auto remarks = screening.remarks(desk.record(n));
            for (const auto& note : remarks->notes)
                text += note.by == me ? QString() : QString(note.text + QStringLiteral(" noted\n"));
            for (size_t i = 0; i < remarks->others.size(); ++i)
                text += QStringLiteral("label of another\n");
            const auto cards = Conflicts(project, title).cards(desk.record(n));
            for (const VoteCard& card : *cards)
                text += card.by == me ? QString() : QStringLiteral("card\n");
        }
        for (const char* word : {"quagga", "zebra"}) {
            const auto found = Records(project).find(QString::fromLatin1(word), {}, 10);
            text += found->empty() ? QString() : QStringLiteral("found %1\n").arg(QLatin1String(word));
        }
        const auto exported = Exports(project).save(desk.path("blind.ris"), ExportSet::All, {});
        QFile file(desk.path("blind.ris"));
        if (!exported || !file.open(QIODevice::ReadOnly))
            return outcome(exported);
        const QByteArray bytes = file.readAll();
        for (const char* word : {"quagga", "zebra", "Ben"}) {
            if (bytes.contains(word))
                text += QStringLiteral("exported %1\n").arg(QLatin1String(word));
        }
        return text;
    }

private Q_SLOTS:
    void nothingOfBenReachesAna()
    {
        Desk desk;
        screen(desk);
        desk.as("Ana");
        QCOMPARE(told(desk), QString());
        QCOMPARE(Screening(*desk.project, title).myVotes()->size(), size_t(1));
        QCOMPARE(Screening(*desk.project, title).progress()->done, 1);
        QCOMPARE(Screening(*desk.project, title).progress()->left, 2);
        QCOMPARE(*Screening(*desk.project, title).queue(),
                 (std::vector<RecordId>{desk.record(1), desk.record(2), desk.record(3)}));
        QVERIFY(Screening(*desk.project, title).noted()->empty());
        QVERIFY(Screening(*desk.project, title).labelled(desk.project->review()->labels.front().id)->empty());
    }

    void withNobodyLookingNobodysAreShown()
    {
        Desk desk;
        screen(desk);
        desk.as(nullptr);
        QCOMPARE(told(desk), QString());
        QVERIFY(Screening(*desk.project, title).myVotes()->empty());
        QFile file(desk.path("blind.ris"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("Ana;"));
    }

    void benSeesHisOwn()
    {
        Desk desk;
        screen(desk);
        desk.as("Ben");
        QCOMPARE(Screening(*desk.project, title).myVotes()->size(), size_t(3));
        QCOMPARE(Screening(*desk.project, title).noted()->size(), size_t(3));
        QCOMPARE(Records(*desk.project).find(QStringLiteral("quagga"), {}, 10)->size(), size_t(3));
        QCOMPARE(Records(*desk.project).find(QStringLiteral("zebra"), {}, 10)->size(), size_t(1));
    }

    void afterOpeningOnlyTheBatchIsSeen()
    {
        Desk desk;
        screen(desk);
        desk.as("Ana");
        MUST(Conflicts(*desk.project, title).openBatch()); // only the first report has its two votes
        QCOMPARE(Conflicts(*desk.project, title).cards(desk.record(1))->size(), size_t(2));
        QCOMPARE(Conflicts(*desk.project, title).cards(desk.record(2))->size(), size_t(0));
        const auto remarks = Screening(*desk.project, title).remarks(desk.record(1));
        MUST(remarks);
        QCOMPARE(remarks->notes.size(), size_t(1));
        QCOMPARE(remarks->notes.front().text, QStringLiteral("quagga"));
        QVERIFY(Screening(*desk.project, title).remarks(desk.record(2))->notes.empty());
    }

    void theAuthorizerDeniesTheTablesBehind()
    {
        Desk desk;
        screen(desk);
        desk.as("Ana");
        for (const char* sql : {"SELECT count(*) FROM mark", "SELECT value FROM mark", "SELECT max(seq) FROM change",
                                "SELECT n FROM tally", "SELECT 1 FROM record WHERE id IN (SELECT subject FROM mark)",
                                "DELETE FROM record", "UPDATE cell SET value = 1", "ATTACH ':memory:' AS other",
                                "CREATE TEMP VIEW visible_mark2 AS SELECT * FROM mark", "DROP VIEW visible_mark"}) {
            const auto read = desk.project->store().read([&](store::Reader& reader) {
                store::Statement q = reader.db().prepare(sql);
                while (q.step()) { }
            });
            QVERIFY2(!read, sql);
        }
        const auto votes = desk.project->store().read([](store::Reader& reader) {
            return reader.db().number("SELECT count(*) FROM visible_mark WHERE kind = 11");
        });
        MUST(votes);
        QCOMPARE(*votes, 1);
        const auto verdicts = desk.project->store().read([](store::Reader& reader) {
            return reader.db().number("SELECT count(*) FROM visible_tally WHERE dim = 3 AND c <> 0");
        });
        QCOMPARE(*verdicts, 1); // Ana's own include; how Ben voted is not told, only how often
    }
};

WINNOW_TEST(BlindTest)

} // namespace suite_blind

#include "test_blind.moc"
