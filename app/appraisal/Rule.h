// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

/// Rules that propose a judgement, in a small table language that reads aloud: "if 1.2 is N or PN then High".
///
///     rule      = "if" condition "then" outcome | "otherwise" outcome
///     outcome   = level | "you decide" | "ask" "question for the appraiser"
///     condition = test { "and" test } | the same with "or"; "and" binds closer; ( … ) where both meet
///     test      = who "is" ["not"] answer { ", " | "or" answer } | "score" [ "of" domain ] "is" amount
///     who       = id | how many "of" id, id and id | how many "items" | how many "domains"
///     how many  = "any" | "all" | "no" | "none" | "at least" n | "at most" n | "exactly" n
///     amount    = n | "at least" n | "at most" n | "between" n "and" n
///
/// An item that is not asked has the value NA. Names that would be misread stand in quotes. Rules have no order: two
/// that hold at once and disagree are a fault of the instrument, never settled by which one stands first.
namespace winnow::appraisal {

/// Where a part of a rule began in its text, from 1; 0: nowhere. No part of what the rule says.
struct TextMark {
    int at = 0;
    friend constexpr bool operator==(TextMark, TextMark) { return true; }
};

/// For how many of those it names a test must hold.
enum class HowMany { One, Any, All, No, AtLeast, AtMost, Exactly };
/// Whom a test names: ids that it lists, all items of its domain (of all domains in an overall rule), all judged
/// domains.
enum class Named { Listed, Items, Domains };

/// "at least 2 of 6.2, 6.3 and 6.4 are Y or PY".
struct AnswerTest {
    HowMany howMany = HowMany::One;
    int count = 0; ///< of AtLeast, AtMost and Exactly
    Named named = Named::Listed;
    QStringList ids; ///< of Listed: items, in overall rules domains too
    bool negated = false;
    QStringList values; ///< codes of answers, or names of levels
    TextMark mark = {};

    bool operator==(const AnswerTest&) const = default;
};

/// "score of S is at least 3". Both ends count; none: open.
struct ScoreTest {
    QString domain; ///< empty: the whole score
    std::optional<double> low;
    std::optional<double> high;
    TextMark mark = {};

    bool operator==(const ScoreTest&) const = default;
};

struct Condition {
    enum class Kind { Answer, Score, And, Or };
    Kind kind = Kind::Answer;
    AnswerTest answer = {}; ///< of Answer
    ScoreTest score = {}; ///< of Score
    std::vector<Condition> parts = {}; ///< of And and Or: two or more, none of them of the same kind

    bool operator==(const Condition&) const = default;
};

struct Rule {
    /// Judge: proposes `level`. Decide: the method leaves it to the appraiser. Ask: a question to think about beside
    /// the proposal, which it does not touch.
    enum class Outcome { Judge, Decide, Ask };
    std::optional<Condition> when; ///< none: "otherwise", which holds when no other rule does
    Outcome outcome = Outcome::Judge;
    QString text; ///< the level, or the question

    bool operator==(const Rule&) const = default;
};

/// Where a rule could not be read, what stands there, and what should.
struct Misread {
    int at = 0; ///< character, from 1
    QString found; ///< empty: the end
    QString expected; ///< in the user's language

    bool operator==(const Misread&) const = default;
};

template <class T> struct RuleReading {
    std::optional<T> value;
    Misread misread; ///< when there is no value
};

[[nodiscard]] RuleReading<Rule> parseRule(const QString& text);
/// A condition without "if": what an item is asked for.
[[nodiscard]] RuleReading<Condition> parseCondition(const QString& text);

/// The one way to write it; reading that gives the same rule again.
[[nodiscard]] QString textOf(const Rule& rule);
[[nodiscard]] QString textOf(const Condition& condition);
/// Words that the language keeps for itself: no id may be one of them.
[[nodiscard]] bool isKeptWord(QStringView word);

} // namespace winnow::appraisal
