// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Trial.h"

#include "appraisal/Check.h"

#include <algorithm>
#include <random>

namespace winnow::appraisal {
namespace {

void eachNode(const Node& node, const auto& visit)
{
    visit(node);
    for (const Node& part : node.parts)
        eachNode(part, visit);
}

} // namespace

Trial::Trial(const Program& program, const std::vector<const Node*>& roots, const std::vector<int>& variables)
    : asked(std::size_t(program.questionCount()), false)
    , m_program(program)
    , m_named(std::size_t(program.variableCount()), false)
    , m_values(std::size_t(program.variableCount()), unknown)
{
    for (const int variable : variables)
        addVariable(variable);
    for (const Node* root : roots)
        addNode(*root);
    sort();
}

void Trial::addNode(const Node& node)
{
    m_nodes.push_back(&node);
    eachNode(node, [this](const Node& part) {
        for (const Node::Member& member : part.of)
            addVariable(member.variable);
    });
}

void Trial::addVariable(int number)
{
    if (m_named[std::size_t(number)])
        return;
    m_named[std::size_t(number)] = true;
    if (number < m_program.questionCount() && m_program.questions()[std::size_t(number)].askedIf)
        addNode(*m_program.questions()[std::size_t(number)].askedIf);
}

/// Questions as they wait for one another, then what is judged.
void Trial::sort()
{
    for (const int question : m_program.order()) {
        const auto& condition = m_program.questions()[std::size_t(question)].askedIf;
        if (m_named[std::size_t(question)])
            m_variables.push_back({question, condition ? &*condition : nullptr, {}});
    }
    for (int number = m_program.questionCount(); number < m_program.variableCount(); ++number) {
        if (m_named[std::size_t(number)])
            m_variables.push_back({number, nullptr, {}});
    }
    for (Variable& variable : m_variables)
        group(variable);
}

std::size_t Trial::choiceCount(int number) const
{
    const auto at = std::size_t(number);
    const std::size_t questions = m_program.questions().size();
    if (at < questions)
        return m_program.questions()[at].answers->size();
    const Scale* scale = m_program.targets()[at - questions].scale;
    return scale ? scale->levels.size() : 0;
}

/// Two answers are the same to the rules if they lie in the same masks, and bring the same points where points are
/// looked at.
void Trial::group(Variable& variable) const
{
    std::vector<Mask> masks;
    bool scored = false;
    for (const Node* node : m_nodes) {
        eachNode(*node, [&](const Node& part) {
            for (const Node::Member& member : part.of) {
                if (member.variable == variable.number && part.kind == Condition::Kind::Score)
                    scored = true;
                else if (member.variable == variable.number)
                    masks.push_back(member.mask);
            }
        });
    }
    const auto same = [&](Value a, Value b) {
        const bool alike = std::all_of(masks.begin(), masks.end(), [a, b](Mask mask) {
            return ((mask >> unsigned(a)) & 1U) == ((mask >> unsigned(b)) & 1U);
        });
        return alike && (!scored || m_program.points(variable.number, a) == m_program.points(variable.number, b));
    };
    for (std::size_t i = 0; i < choiceCount(variable.number); ++i) {
        const auto value = Value(i);
        const auto found = std::find_if(variable.choices.begin(), variable.choices.end(),
                                        [&](const Choice& choice) { return same(choice.value, value); });
        if (found == variable.choices.end())
            variable.choices.push_back({value, 1, {value}});
        else {
            found->weight += 1;
            found->alike.push_back(value);
        }
    }
}

qint64 Trial::cost() const
{
    qint64 cost = 1;
    for (const Node* node : m_nodes)
        eachNode(*node, [&cost](const Node& part) { cost += 1 + qint64(part.of.size()); });
    return cost;
}

double Trial::product() const
{
    double product = 1;
    for (const Variable& variable : m_variables)
        product *= double(choiceCount(variable.number)) + (variable.askedIf ? 1 : 0);
    return product;
}

void Trial::run(TrialBudget& budget, const See& see)
{
    const qint64 cost = this->cost();
    const qint64 most = std::clamp<qint64>(budget.left / cost, 100, triedAtMost);
    // Counted first and seen afterwards, so that what is seen is either everything or a fair sample.
    const bool all = walk(0, 1, most, [](std::span<const Value>, double) {});
    budget.left -= tried * cost;
    std::fill(m_values.begin(), m_values.end(), unknown);
    combinations = 0;
    tried = 0;
    if (all) {
        walk(0, 1, most, see);
    } else {
        sampled = true;
        draw(std::min(most, sampleSize), see);
        combinations = product();
    }
    budget.left -= tried * cost;
}

bool Trial::walk(std::size_t depth, double weight, qint64 atMost, const See& see)
{
    if (depth == m_variables.size()) {
        combinations += weight;
        if (++tried > atMost)
            return false;
        see(m_values, weight);
        return true;
    }
    const Variable& variable = m_variables[depth];
    Value& value = m_values[std::size_t(variable.number)];
    if (variable.askedIf && m_program.truth(*variable.askedIf, m_values) != Truth::Yes) {
        value = skipped;
        return walk(depth + 1, weight, atMost, see);
    }
    if (variable.number < m_program.questionCount())
        asked[std::size_t(variable.number)] = true;
    for (const Choice& choice : variable.choices) {
        value = choice.value;
        if (!walk(depth + 1, weight * choice.weight, atMost, see))
            return false;
    }
    value = unknown;
    return true;
}

void Trial::draw(qint64 times, const See& see)
{
    std::mt19937 dice(1); // always the same draw: a check that passed passes again
    for (tried = 0; tried < times; ++tried) {
        for (const Variable& variable : m_variables) {
            Value& value = m_values[std::size_t(variable.number)];
            const bool out = variable.choices.empty()
                || (variable.askedIf && m_program.truth(*variable.askedIf, m_values) != Truth::Yes);
            value = out ? skipped : variable.choices[dice() % variable.choices.size()].value;
        }
        see(m_values, 1);
        std::fill(m_values.begin(), m_values.end(), unknown);
    }
}

bool Trial::bears(int question) const
{
    return m_named[std::size_t(question)];
}

QString Trial::nameOf(int variable) const
{
    const auto at = std::size_t(variable);
    const std::size_t questions = m_program.questions().size();
    return at < questions ? m_program.questions()[at].item->id : m_program.targets()[at - questions].key;
}

QString Trial::wordOf(int variable, Value value) const
{
    const auto at = std::size_t(variable);
    const std::size_t questions = m_program.questions().size();
    return at < questions ? (*m_program.questions()[at].answers)[std::size_t(value)].code
                          : m_program.targets()[at - questions].scale->levels[std::size_t(value)].name;
}

QString Trial::told(std::span<const Value> values) const
{
    QStringList parts;
    for (const Variable& variable : m_variables) {
        const Value value = values[std::size_t(variable.number)];
        if (value != skipped && value != unknown)
            parts.append(nameOf(variable.number) + QLatin1String(" = ") + wordOf(variable.number, value));
    }
    constexpr qsizetype shown = 12;
    if (parts.size() > shown)
        parts = parts.mid(0, shown) << QString(QChar(0x2026));
    return parts.join(QLatin1String(", "));
}

/// What is not asked follows from the rest and is not named; nor is an answer that could be any.
std::optional<Condition> Trial::condition(std::span<const Value> values) const
{
    std::vector<Condition> tests;
    for (const Variable& variable : m_variables) {
        const Value value = values[std::size_t(variable.number)];
        const auto choice = std::find_if(variable.choices.begin(), variable.choices.end(),
                                         [value](const Choice& one) { return one.value == value; });
        if (choice == variable.choices.end() || choice->alike.size() == choiceCount(variable.number))
            continue;
        Condition test;
        test.answer.ids = {nameOf(variable.number)};
        for (const Value alike : choice->alike)
            test.answer.values << wordOf(variable.number, alike);
        tests.push_back(std::move(test));
    }
    if (tests.empty())
        return std::nullopt;
    if (tests.size() == 1)
        return tests.front();
    Condition all;
    all.kind = Condition::Kind::And;
    all.parts = std::move(tests);
    return all;
}

} // namespace winnow::appraisal
