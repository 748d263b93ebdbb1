// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Program.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

constexpr double endless = 1e12;

Mask bit(qsizetype index)
{
    return index >= 0 && index < 62 ? Mask(1) << unsigned(index) : 0;
}

/// A value by its name. Case counts: rules are written by the instrument.
Mask maskOfAnswer(const std::vector<Answer>& answers, const QString& value)
{
    Mask mask = value == notAsked ? Mask(1) << unsigned(skipped) : 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i].code == value)
            mask |= bit(qsizetype(i));
    }
    return mask;
}

Mask maskOfLevel(const Scale* scale, const QString& value)
{
    for (std::size_t i = 0; scale && i < scale->levels.size(); ++i) {
        if (scale->levels[i].name == value)
            return bit(qsizetype(i));
    }
    return 0;
}

/// How many of n members must be within.
std::pair<double, double> bounds(const AnswerTest& test, double n)
{
    switch (test.howMany) {
    case HowMany::One:
    case HowMany::Any: return {1, endless};
    case HowMany::All: return {n, endless};
    case HowMany::No: return {0, 0};
    case HowMany::AtLeast: return {test.count, endless};
    case HowMany::AtMost: return {0, test.count};
    case HowMany::Exactly: return {test.count, test.count};
    }
    return {1, endless};
}

} // namespace

/// Gives names their numbers. Where a condition stands decides what it may name: rules of the overall domain speak of
/// the other domains, all others of items alone.
class ProgramBuilder {
public:
    ProgramBuilder(Program& program, std::vector<Finding>* findings) : m_program(program), m_findings(findings) { }
    void build();

private:
    struct Scope {
        const Domain* domain = nullptr;
        bool overall = false;
        bool applicability = false;
        QString place;
    };
    void number();
    void addTarget(const Domain& domain, const QString& key, const QString& scale, bool applicability);
    void conditions();
    void rules(Program::Target& target);
    void order();
    Node node(const Condition& condition, const Scope& scope);
    Node answerNode(const AnswerTest& test, const Scope& scope);
    Node scoreNode(const ScoreTest& test, const Scope& scope);
    std::vector<int> members(const AnswerTest& test, const Scope& scope);
    std::optional<int> variable(const QString& id, const AnswerTest& test, const Scope& scope);
    Mask mask(int variable, const QString& value) const;
    void tell(Flaw flaw, const QString& place, const QStringList& values);

    Program& m_program;
    std::vector<Finding>* m_findings;
    QHash<QString, int> m_items;
    QHash<QString, int> m_judged; ///< by key
};

void ProgramBuilder::tell(Flaw flaw, const QString& place, const QStringList& values)
{
    if (m_findings)
        m_findings->push_back({flaw, place, values});
}

void ProgramBuilder::build()
{
    number();
    conditions();
    for (Program::Target& target : m_program.m_targets)
        rules(target);
    order();
}

void ProgramBuilder::addTarget(const Domain& domain, const QString& key, const QString& scale, bool applicability)
{
    const int number = int(m_program.m_questions.size() + m_program.m_targets.size());
    m_judged.insert(key, number);
    m_program.m_targets.push_back({key, &domain, findScale(m_program.m_instrument, scale), applicability, {}});
}

void ProgramBuilder::number()
{
    m_program.m_domains = domainsOf(m_program.m_instrument, m_program.m_variant);
    for (const Domain* domain : m_program.m_domains) {
        for (const Item* item : itemsOf(*domain, m_program.m_variant)) {
            m_items.insert(item->id, m_program.questionCount());
            const auto& answers = answersOf(m_program.m_instrument, *item);
            const bool scored = std::any_of(answers.begin(), answers.end(), [](const Answer& a) { return a.points; });
            m_program.m_questions.push_back({item, domain, &answers, std::nullopt, scored});
        }
    }
    for (const Domain* domain : m_program.m_domains) {
        if (domain->judged())
            addTarget(*domain, domain->id, domain->scale, false);
        if (domain->applicability)
            addTarget(*domain, applicabilityKey(domain->id), domain->applicability->scale, true);
    }
}

void ProgramBuilder::conditions()
{
    for (Program::Question& question : m_program.m_questions) {
        if (!question.item->askedIf)
            continue;
        const Scope scope{
            question.domain, false, false,
            placeOf(m_program.m_instrument, *question.domain, *question.item, QStringLiteral("asked_if"))};
        question.askedIf = node(*question.item->askedIf, scope);
    }
}

void ProgramBuilder::rules(Program::Target& target)
{
    const Domain& domain = *target.domain;
    const std::vector<Rule>& rules = target.applicability ? domain.applicability->rules : domain.rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const Scope scope{&domain, domain.isOverall(), target.applicability,
                          placeOfRule(m_program.m_instrument, domain, target.applicability, i)};
        ProgramRule rule{std::nullopt, rules[i].outcome, -1};
        if (rules[i].when)
            rule.when = node(*rules[i].when, scope);
        if (rule.outcome == Rule::Outcome::Judge && target.scale) {
            const Level* level = findLevel(*target.scale, rules[i].text);
            if (level)
                rule.level = int(level - target.scale->levels.data());
            else
                tell(Flaw::UnknownLevel, scope.place, {rules[i].text, target.scale->id});
        }
        target.rules.push_back(std::move(rule));
    }
}

Node ProgramBuilder::node(const Condition& condition, const Scope& scope)
{
    if (condition.kind == Condition::Kind::Answer)
        return answerNode(condition.answer, scope);
    if (condition.kind == Condition::Kind::Score)
        return scoreNode(condition.score, scope);
    Node whole{condition.kind, {}, 0, 0, {}};
    for (const Condition& part : condition.parts)
        whole.parts.push_back(node(part, scope));
    return whole;
}

std::optional<int> ProgramBuilder::variable(const QString& id, const AnswerTest& test, const Scope& scope)
{
    if (const auto item = m_items.constFind(id); item != m_items.constEnd())
        return *item;
    const auto judged = m_judged.constFind(scope.applicability ? applicabilityKey(id) : id);
    if (judged == m_judged.constEnd())
        tell(Flaw::UnknownId, scope.place, {id, QString::number(test.mark.at)});
    else if (!scope.overall || id == overallId)
        tell(Flaw::DomainFromDomain, scope.place, {id, QString::number(test.mark.at)});
    else
        return *judged;
    return std::nullopt;
}

std::vector<int> ProgramBuilder::members(const AnswerTest& test, const Scope& scope)
{
    std::vector<int> members;
    if (test.named == Named::Listed) {
        for (const QString& id : test.ids) {
            if (const auto number = variable(id, test, scope))
                members.push_back(*number);
        }
        return members;
    }
    if (test.named == Named::Items) {
        for (int i = 0; i < m_program.questionCount(); ++i) {
            if (scope.overall || m_program.m_questions[std::size_t(i)].domain == scope.domain)
                members.push_back(i);
        }
    } else if (scope.overall) {
        for (std::size_t i = 0; i < m_program.m_targets.size(); ++i) {
            const Program::Target& target = m_program.m_targets[i];
            if (target.applicability == scope.applicability && !target.domain->isOverall())
                members.push_back(m_program.questionCount() + int(i));
        }
    } else {
        tell(Flaw::DomainFromDomain, scope.place, {QStringLiteral("domains"), QString::number(test.mark.at)});
        return members;
    }
    if (members.empty())
        tell(Flaw::UnknownId, scope.place,
             {test.named == Named::Items ? QStringLiteral("items") : QStringLiteral("domains"),
              QString::number(test.mark.at)});
    return members;
}

Mask ProgramBuilder::mask(int variable, const QString& value) const
{
    const auto& questions = m_program.m_questions;
    const auto index = std::size_t(variable);
    return index < questions.size() ? maskOfAnswer(*questions[index].answers, value)
                                    : maskOfLevel(m_program.m_targets[index - questions.size()].scale, value);
}

/// A value must be known to each of those that are listed, and to one of those that are not.
Node ProgramBuilder::answerNode(const AnswerTest& test, const Scope& scope)
{
    Node node{Condition::Kind::Answer, {}, 0, 0, {}};
    for (const int variable : members(test, scope))
        node.of.push_back({variable, 0});
    for (const QString& value : test.values) {
        std::size_t known = 0;
        for (Node::Member& member : node.of) {
            const Mask mask = this->mask(member.variable, value);
            known += mask ? 1 : 0;
            member.mask |= mask;
        }
        if (!node.of.empty() && (known == 0 || (test.named == Named::Listed && known < node.of.size())))
            tell(Flaw::UnknownAnswer, scope.place, {value, QString::number(test.mark.at), test.ids.value(0)});
    }
    for (Node::Member& member : node.of)
        member.mask = test.negated ? ~member.mask : member.mask;
    std::tie(node.low, node.high) = bounds(test, double(node.of.size()));
    return node;
}

Node ProgramBuilder::scoreNode(const ScoreTest& test, const Scope& scope)
{
    Node node{Condition::Kind::Score, {}, test.low.value_or(-endless), test.high.value_or(endless), {}};
    const bool known
        = test.domain.isEmpty() || findDomain(m_program.m_instrument, m_program.m_variant, test.domain) != nullptr;
    for (int i = 0; i < m_program.questionCount(); ++i) {
        const Program::Question& question = m_program.m_questions[std::size_t(i)];
        if (question.scored && (test.domain.isEmpty() || question.domain->id == test.domain))
            node.of.push_back({i, 0});
    }
    if (!known)
        tell(Flaw::UnknownDomain, scope.place, {test.domain, QString::number(test.mark.at)});
    else if (node.of.empty())
        tell(Flaw::NoScore, scope.place, {test.domain, QString::number(test.mark.at)});
    return node;
}

namespace {

void collect(const Node& node, std::vector<int>& variables)
{
    for (const Node::Member& member : node.of)
        variables.push_back(member.variable);
    for (const Node& part : node.parts)
        collect(part, variables);
}

} // namespace

/// Kahn 1962: takes away questions whose condition waits for nothing more. What is left over is a cycle, or behind one.
void ProgramBuilder::order()
{
    const std::size_t n = m_program.m_questions.size();
    std::vector<std::vector<int>> followers(n);
    std::vector<int> waits(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        std::vector<int> names;
        if (m_program.m_questions[i].askedIf)
            collect(*m_program.m_questions[i].askedIf, names);
        for (const int name : names) {
            followers[std::size_t(name)].push_back(int(i));
            ++waits[i];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        if (waits[i] == 0)
            m_program.m_order.push_back(int(i));
    }
    for (std::size_t at = 0; at < m_program.m_order.size(); ++at) {
        for (const int follower : followers[std::size_t(m_program.m_order[at])]) {
            if (--waits[std::size_t(follower)] == 0)
                m_program.m_order.push_back(follower);
        }
    }
}

Program::Program(const Instrument& instrument, const QString& variant, std::vector<Finding>* findings)
    : m_instrument(instrument)
    , m_variant(variant)
{
    ProgramBuilder(*this, findings).build();
}

} // namespace winnow::appraisal
