// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Methods.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <optional>

namespace winnow::words {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Methods", text);
}

/// Small numbers as words, as journals want them.
QString inWords(int n)
{
    static constexpr std::array names{QT_TRANSLATE_NOOP("Methods", "no"),    QT_TRANSLATE_NOOP("Methods", "one"),
                                      QT_TRANSLATE_NOOP("Methods", "two"),   QT_TRANSLATE_NOOP("Methods", "three"),
                                      QT_TRANSLATE_NOOP("Methods", "four"),  QT_TRANSLATE_NOOP("Methods", "five"),
                                      QT_TRANSLATE_NOOP("Methods", "six"),   QT_TRANSLATE_NOOP("Methods", "seven"),
                                      QT_TRANSLATE_NOOP("Methods", "eight"), QT_TRANSLATE_NOOP("Methods", "nine")};
    return n >= 0 && n < int(names.size()) ? tr(names[size_t(n)]) : QString::number(n);
}

QString subjectOf(Stage stage)
{
    return stage == Stage::Title ? tr(QT_TRANSLATE_NOOP("Methods", "Titles and abstracts"))
                                 : tr(QT_TRANSLATE_NOOP("Methods", "Full texts"));
}

QString byWhom(int votes)
{
    if (votes <= 1)
        return tr(QT_TRANSLATE_NOOP("Methods", "%1 were screened by one reviewer each."));
    return tr(QT_TRANSLATE_NOOP("Methods", "%1 were screened by %2 reviewers, independently and blind to each other."));
}

QString dealtSentence(const Allocation& a, int screeners)
{
    QString text;
    if (a.perReport <= 1) {
        text = tr(QT_TRANSLATE_NOOP("Methods", "They were divided at random among %1 reviewers."))
                   .arg(inWords(screeners));
    } else if (a.sharedPercent >= 100) {
        text = tr(QT_TRANSLATE_NOOP("Methods", "Each was allocated at random to %1 of %2 reviewers."))
                   .arg(inWords(a.perReport), inWords(screeners));
    } else {
        text = tr(QT_TRANSLATE_NOOP("Methods",
                                    "They were divided at random among %1 reviewers; a random %2 % were screened by %3 "
                                    "of them independently."))
                   .arg(inWords(screeners), QString::number(a.sharedPercent), inWords(a.perReport));
    }
    return text;
}

QString joined(const QStringList& sentences)
{
    QStringList some = sentences;
    some.removeAll(QString());
    return some.join(QLatin1Char(' '));
}

} // namespace

QString screeningSentence(Stage stage, const MethodsFacts& facts)
{
    const StageRules& rules = facts.settings.rules(stage);
    const bool dealt = rules.allocation.dealt;
    const bool single = dealt && (rules.allocation.perReport <= 1 || rules.allocation.sharedPercent < 100);
    const int votes = single ? 1 : dealt ? std::min(rules.votesNeeded, rules.allocation.perReport) : rules.votesNeeded;
    const QString pattern = byWhom(votes);
    const QString first = votes <= 1 ? pattern.arg(subjectOf(stage)) : pattern.arg(subjectOf(stage), inWords(votes));
    return dealt ? joined({first, dealtSentence(rules.allocation, facts.screeners)}) : first;
}

QString resolvingSentence(Stage stage, const MethodsFacts& facts)
{
    const StageRules& rules = facts.settings.rules(stage);
    const bool single = rules.allocation.dealt ? rules.allocation.perReport <= 1 : rules.votesNeeded <= 1;
    if (single)
        return {};
    QStringList parts;
    if (rules.majority && rules.votesNeeded > 2)
        parts << tr(QT_TRANSLATE_NOOP("Methods", "The majority decided; ties were conflicts."));
    switch (rules.resolving) {
    case ResolveRule::Discussion:
        parts << tr(QT_TRANSLATE_NOOP("Methods", "Disagreements were settled by discussion."));
        break;
    case ResolveRule::NamedResolvers:
        parts << (facts.resolvers.isEmpty()
                      ? tr(QT_TRANSLATE_NOOP("Methods", "Disagreements were settled by a third reviewer."))
                      : tr(QT_TRANSLATE_NOOP("Methods", "Disagreements were settled by %1."))
                            .arg(facts.resolvers.join(tr(QT_TRANSLATE_NOOP("Methods", " or ")))));
        break;
    case ResolveRule::IncludeWins:
        parts << (stage == Stage::Title
                      ? tr(QT_TRANSLATE_NOOP("Methods",
                                             "As agreed beforehand, what any reviewer included went on to full text."))
                      : tr(QT_TRANSLATE_NOOP("Methods",
                                             "As agreed beforehand, what any reviewer included was included.")));
        break;
    }
    if (stage == Stage::Fulltext)
        parts << (rules.reasons == ReasonRule::FirstInOrder
                      ? tr(QT_TRANSLATE_NOOP(
                          "Methods", "Where reasons to exclude differed, the first in the team's list was kept."))
                      : tr(QT_TRANSLATE_NOOP("Methods", "Where reasons to exclude differed, one was agreed on.")));
    return joined(parts);
}

QString pilotSentence(const MethodsFacts& facts)
{
    QStringList parts;
    std::optional<Stage> before;
    for (const PilotRound& round : facts.pilots) {
        const char* pattern = QT_TRANSLATE_NOOP("Methods",
                                                "The criteria were piloted on %1 reports drawn at random (seed %2), "
                                                "which all reviewers screened before the "
                                                "rest.");
        if (before == round.stage)
            pattern = QT_TRANSLATE_NOOP("Methods", "Another round of %1 (seed %2) followed.");
        else if (before)
            pattern = QT_TRANSLATE_NOOP("Methods", "At full text they were piloted in the same way on %1 (seed %2).");
        parts << tr(pattern).arg(round.size).arg(round.seed);
        if (round.state == PilotRound::State::Refine)
            parts << tr(QT_TRANSLATE_NOOP("Methods", "The criteria were then refined."));
        before = round.stage;
    }
    if (parts.isEmpty() && facts.settings.pilotPlanned > 0)
        parts << tr(QT_TRANSLATE_NOOP("Methods",
                                      "The criteria were piloted on %1 records drawn at random, which all reviewers "
                                      "screened before the rest."))
                     .arg(facts.settings.pilotPlanned);
    return joined(parts);
}

QString protocolSentence(const ProtocolChange& change)
{
    const QString date = QLocale().toString(change.date, QLocale::LongFormat);
    if (change.reason.isEmpty())
        return tr(QT_TRANSLATE_NOOP("Methods", "On %1 the protocol was changed: %2.")).arg(date, change.text);
    return tr(QT_TRANSLATE_NOOP("Methods",
                                "On %1 the protocol was changed: %2; the %3 reports excluded for “%4” until then were "
                                "screened again."))
        .arg(date, change.text, QString::number(change.reports), change.reason);
}

QStringList methodsSection(const MethodsFacts& facts)
{
    QStringList paragraphs;
    for (const Stage stage : {Stage::Title, Stage::Fulltext})
        paragraphs << joined({screeningSentence(stage, facts), resolvingSentence(stage, facts)});
    paragraphs << pilotSentence(facts);
    const bool several = facts.settings.titleStage.votesNeeded > 1 || facts.settings.fulltextStage.votesNeeded > 1;
    if (several)
        paragraphs << tr(QT_TRANSLATE_NOOP(
            "Methods",
            "Agreement was measured on the independent votes, before any was discussed, with Cohen's kappa."));
    for (const ProtocolChange& change : facts.protocol)
        paragraphs << protocolSentence(change);
    paragraphs.removeAll(QString());
    return paragraphs;
}

} // namespace winnow::words
