// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Program.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

/// Whether a number between `least` and `most` lies within the node's bounds.
Truth within(const Node& node, double least, double most)
{
    if (least >= node.low && most <= node.high)
        return Truth::Yes;
    return most < node.low || least > node.high ? Truth::No : Truth::Unknown;
}

} // namespace

Truth Program::countTruth(const Node& node, std::span<const Value> values) const
{
    int sure = 0;
    int open = 0;
    for (const Node::Member& member : node.of) {
        const Value value = values[std::size_t(member.variable)];
        if (value == unknown)
            ++open;
        else if ((member.mask >> unsigned(value)) & 1U)
            ++sure;
    }
    return within(node, sure, sure + open);
}

double Program::points(int question, Value value) const
{
    const std::vector<Answer>& answers = *m_questions[std::size_t(question)].answers;
    return value < 0 || std::size_t(value) >= answers.size() ? 0 : answers[std::size_t(value)].points.value_or(0);
}

std::pair<double, double> Program::pointRange(int question) const
{
    const Question& asked = m_questions[std::size_t(question)];
    std::pair<double, double> range{asked.askedIf ? 0 : 1e9, asked.askedIf ? 0 : -1e9};
    for (const Answer& answer : *asked.answers) {
        range.first = std::min(range.first, answer.points.value_or(0));
        range.second = std::max(range.second, answer.points.value_or(0));
    }
    return range;
}

Truth Program::scoreTruth(const Node& node, std::span<const Value> values) const
{
    double least = 0;
    double most = 0;
    for (const Node::Member& member : node.of) {
        const Value value = values[std::size_t(member.variable)];
        const auto range = value == unknown ? pointRange(member.variable)
                                            : std::pair(points(member.variable, value), points(member.variable, value));
        least += range.first;
        most += range.second;
    }
    return within(node, least, most);
}

Truth Program::truth(const Node& node, std::span<const Value> values) const
{
    if (node.kind == Condition::Kind::Answer)
        return countTruth(node, values);
    if (node.kind == Condition::Kind::Score)
        return scoreTruth(node, values);
    const bool all = node.kind == Condition::Kind::And;
    Truth whole = all ? Truth::Yes : Truth::No;
    for (const Node& part : node.parts) {
        const Truth one = truth(part, values);
        whole = all ? std::min(whole, one) : std::max(whole, one);
    }
    return whole;
}

namespace {

void settle(Verdict& verdict, const ProgramRule& rule)
{
    const Verdict::Kind kind = rule.outcome == Rule::Outcome::Decide ? Verdict::Kind::Decide : Verdict::Kind::Level;
    const bool first = verdict.kind == Verdict::Kind::Open;
    if (!first && (verdict.kind != kind || verdict.level != rule.level)) {
        verdict.kind = Verdict::Kind::Clash;
        verdict.level = -1;
    } else {
        verdict.kind = kind;
        verdict.level = rule.level;
    }
}

} // namespace

Verdict verdictOf(const Program& program, const Program::Target& target, std::span<const Value> values)
{
    Verdict verdict;
    bool open = false;
    bool proposes = false;
    std::optional<std::size_t> otherwise;
    for (std::size_t i = 0; i < target.rules.size(); ++i) {
        const ProgramRule& rule = target.rules[i];
        const bool asks = rule.outcome == Rule::Outcome::Ask;
        proposes = proposes || !asks;
        if (!rule.when) {
            otherwise = i;
            continue;
        }
        const Truth truth = program.truth(*rule.when, values);
        open = open || (truth == Truth::Unknown && !asks);
        if (truth != Truth::Yes)
            continue;
        verdict.holding.push_back(i);
        if (!asks)
            settle(verdict, rule);
    }
    if (!proposes)
        verdict.kind = Verdict::Kind::NoRules;
    if (verdict.kind != Verdict::Kind::Open || open)
        return verdict;
    if (otherwise) {
        verdict.holding.push_back(*otherwise);
        settle(verdict, target.rules[*otherwise]);
    } else {
        verdict.kind = Verdict::Kind::Gap;
    }
    return verdict;
}

} // namespace winnow::appraisal
