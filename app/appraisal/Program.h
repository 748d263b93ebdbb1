// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"
#include "appraisal/Instrument.h"

#include <QHash>

#include <cstdint>
#include <span>

namespace winnow::appraisal {

/// Answers as bits: the first answer of an item is bit 0; that it is not asked is the last bit.
using Mask = std::uint64_t;
using Value = std::int8_t;
inline constexpr Value unknown = -1;
inline constexpr Value skipped = 63;

/// Kleene's three truths: what is not answered yet may turn out either way.
enum class Truth : std::int8_t { No, Unknown, Yes };

/// A condition with numbers instead of names.
struct Node {
    struct Member {
        int variable = 0;
        Mask mask = 0;
    };
    Condition::Kind kind = Condition::Kind::Answer;
    std::vector<Member> of; ///< Answer: who is looked at; Score: whose points are added up
    double low = 0; ///< how many of them, or how many points
    double high = 0;
    std::vector<Node> parts;
};

struct ProgramRule {
    std::optional<Node> when;
    Rule::Outcome outcome = Rule::Outcome::Judge;
    int level = -1;
};

/// The items and rules of one variant, numbered. Variables are its items, then what it judges.
class Program {
public:
    struct Question {
        const Item* item = nullptr;
        const Domain* domain = nullptr;
        const std::vector<Answer>* answers = nullptr;
        std::optional<Node> askedIf;
        bool scored = false;
    };
    struct Target {
        QString key;
        const Domain* domain = nullptr;
        const Scale* scale = nullptr;
        bool applicability = false;
        std::vector<ProgramRule> rules;
    };

    /// What does not fit together is left out, and told to `findings`.
    Program(const Instrument& instrument, const QString& variant, std::vector<Finding>* findings = nullptr);
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    [[nodiscard]] const Instrument& instrument() const { return m_instrument; }
    [[nodiscard]] const QString& variant() const { return m_variant; }
    [[nodiscard]] const std::vector<const Domain*>& domains() const { return m_domains; }
    [[nodiscard]] const std::vector<Question>& questions() const { return m_questions; }
    [[nodiscard]] const std::vector<Target>& targets() const { return m_targets; }
    [[nodiscard]] int questionCount() const { return int(m_questions.size()); }
    [[nodiscard]] int variableCount() const { return int(m_questions.size() + m_targets.size()); }
    /// Questions in an order in which each comes behind those that its condition names. Without those of a cycle.
    [[nodiscard]] const std::vector<int>& order() const { return m_order; }
    [[nodiscard]] Truth truth(const Node& node, std::span<const Value> values) const;
    /// Points of an answer; 0 of none.
    [[nodiscard]] double points(int question, Value value) const;

private:
    friend class ProgramBuilder;
    [[nodiscard]] Truth countTruth(const Node& node, std::span<const Value> values) const;
    [[nodiscard]] Truth scoreTruth(const Node& node, std::span<const Value> values) const;
    [[nodiscard]] std::pair<double, double> pointRange(int question) const;

    Instrument m_instrument;
    QString m_variant;
    std::vector<const Domain*> m_domains;
    std::vector<Question> m_questions;
    std::vector<Target> m_targets;
    std::vector<int> m_order;
};

/// What the rules of a target say of values that are partly unknown.
struct Verdict {
    enum class Kind { Level, Decide, Open, Gap, NoRules, Clash };
    Kind kind = Kind::Open;
    int level = -1;
    std::vector<std::size_t> holding; ///< rules that hold, those that ask among them
};
[[nodiscard]] Verdict verdictOf(const Program& program, const Program::Target& target, std::span<const Value> values);

/// The domain's place in the JSON, and a part of it.
[[nodiscard]] QString placeOf(const Instrument& instrument, const Domain& domain, const QString& part = {});
[[nodiscard]] QString placeOf(const Instrument& instrument, const Domain& domain, const Item& item,
                              const QString& part = {});
[[nodiscard]] QString placeOfRule(const Instrument& instrument, const Domain& domain, bool applicability,
                                  std::size_t rule);

} // namespace winnow::appraisal
