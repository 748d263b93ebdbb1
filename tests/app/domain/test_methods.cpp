// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Methods.h"
#include "support/Suite.h"

#include <QLocale>

namespace suite_methods {

using namespace winnow;

class TestMethods : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void twoReviewersWithDiscussion()
    {
        MethodsFacts facts;
        facts.screeners = 2;
        const QStringList expected{
            QStringLiteral("Titles and abstracts were screened by two reviewers, independently and blind to each "
                           "other. Disagreements were settled by discussion."),
            QStringLiteral("Full texts were screened by two reviewers, independently and blind to each other. "
                           "Disagreements were settled by discussion. Where reasons to exclude differed, the first in "
                           "the team's list was kept."),
            QStringLiteral("Agreement was measured on the independent votes, before any was discussed, with Cohen's "
                           "kappa.")};
        QCOMPARE(words::methodsSection(facts), expected);
    }

    void dealtWithAPartReadByTwo()
    {
        MethodsFacts facts;
        facts.screeners = 4;
        facts.settings.titleStage.allocation = {true, 2, 20, 1};
        QCOMPARE(words::screeningSentence(Stage::Title, facts),
                 QStringLiteral("Titles and abstracts were screened by one reviewer each. They were divided at random "
                                "among four reviewers; a random 20 % were screened by two of them independently."));
        facts.settings.titleStage.allocation = {true, 2, 100, 1};
        QCOMPARE(words::screeningSentence(Stage::Title, facts),
                 QStringLiteral("Titles and abstracts were screened by two reviewers, independently and blind to each "
                                "other. Each was allocated at random to two of four reviewers."));
    }

    void whoSettles()
    {
        MethodsFacts facts;
        facts.resolvers = QStringList{QStringLiteral("Cara"), QStringLiteral("Dan")};
        facts.settings.titleStage.resolving = ResolveRule::NamedResolvers;
        QCOMPARE(words::resolvingSentence(Stage::Title, facts),
                 QStringLiteral("Disagreements were settled by Cara or Dan."));
        facts.settings.titleStage.resolving = ResolveRule::IncludeWins;
        QCOMPARE(words::resolvingSentence(Stage::Title, facts),
                 QStringLiteral("As agreed beforehand, what any reviewer included went on to full text."));
        facts.settings.titleStage.votesNeeded = 1;
        QVERIFY(words::resolvingSentence(Stage::Title, facts).isEmpty());
    }

    void pilotPlannedAndHeld()
    {
        MethodsFacts facts;
        QVERIFY(words::pilotSentence(facts).isEmpty());
        facts.settings.pilotPlanned = 50;
        QCOMPARE(words::pilotSentence(facts),
                 QStringLiteral("The criteria were piloted on 50 records drawn at random, which all reviewers screened "
                                "before the rest."));
        facts.pilots = {{Stage::Title, 1, 40, 1, PilotRound::State::Refine, {}},
                        {Stage::Title, 2, 30, 2, PilotRound::State::Go, {}}};
        QCOMPARE(words::pilotSentence(facts),
                 QStringLiteral("The criteria were piloted on 40 reports drawn at random (seed 1), which all "
                                "reviewers screened before the rest. The criteria were then refined. Another round of "
                                "30 (seed 2) followed."));
        facts.pilots.push_back({Stage::Fulltext, 1, 12, 7, PilotRound::State::Go, {}});
        QVERIFY(words::pilotSentence(facts).endsWith(
            QStringLiteral("followed. At full text they were piloted in the same way on 12 (seed 7).")));
    }

    void protocolChange()
    {
        const ProtocolChange change{1,
                                    QDate(2026, 5, 3),
                                    QStringLiteral("children count, too"),
                                    Stage::Title,
                                    QStringLiteral("Wrong population"),
                                    12};
        QCOMPARE(words::protocolSentence(change),
                 QStringLiteral("On Sunday, 3 May 2026 the protocol was changed: children count, too; the 12 reports "
                                "excluded for “Wrong population” until then were screened again."));
    }
};

WINNOW_TEST(TestMethods)

} // namespace suite_methods

#include "test_methods.moc"
