// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Program.h"

#include <functional>

namespace winnow::appraisal {

/// How much work may still go into trying combinations, counted in members of rules that are looked at: an instrument
/// that was made to be slow must not be.
struct TrialBudget {
    qint64 left = 150'000'000;
};

/// Goes through all combinations of answers that bear on some variables, with what is asked following from them.
/// Answers that no rule or condition tells apart are tried as one and counted as many.
class Trial {
public:
    /// `roots` are conditions, `variables` questions or targets whose values matter beside.
    Trial(const Program& program, const std::vector<const Node*>& roots, const std::vector<int>& variables = {});

    /// Sees each combination, and for how many it stands.
    using See = std::function<void(std::span<const Value> values, double weight)>;

    /// Answers in all; at most that many if they were not all tried.
    double combinations = 0;
    qint64 tried = 0;
    bool sampled = false;
    /// By question: it was asked in some combination.
    std::vector<bool> asked;

    void run(TrialBudget& budget, const See& see);

    /// "1.1 = Y, 1.2 = NA" of the variables that bear on it.
    [[nodiscard]] QString told(std::span<const Value> values) const;
    /// The same as a condition, with all answers that are tried as one with them; none: of any answers.
    [[nodiscard]] std::optional<Condition> condition(std::span<const Value> values) const;
    [[nodiscard]] bool bears(int question) const;

private:
    struct Choice {
        Value value;
        double weight;
        std::vector<Value> alike; ///< those that it stands for, itself first
    };
    struct Variable {
        int number;
        const Node* askedIf = nullptr;
        std::vector<Choice> choices;
    };
    void addVariable(int number);
    void addNode(const Node& node);
    void sort();
    void group(Variable& variable) const;
    bool walk(std::size_t depth, double weight, qint64 atMost, const See& see);
    void draw(qint64 times, const See& see);
    [[nodiscard]] QString nameOf(int variable) const;
    [[nodiscard]] QString wordOf(int variable, Value value) const;
    [[nodiscard]] std::size_t choiceCount(int number) const;
    [[nodiscard]] qint64 cost() const;
    [[nodiscard]] double product() const;

    const Program& m_program;
    std::vector<const Node*> m_nodes; ///< all that were given, and the conditions of what they name
    std::vector<bool> m_named; ///< by variable
    std::vector<Variable> m_variables;
    std::vector<Value> m_values;
};

} // namespace winnow::appraisal
