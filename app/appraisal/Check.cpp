// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Check.h"

#include "appraisal/Names.h"
#include "appraisal/Trial.h"

#include <QSet>

#include <map>
#include <set>

namespace winnow::appraisal {
namespace {

constexpr std::size_t toldAtMost = 10; ///< contradictions of one domain

QString number(double n)
{
    return n < 1e15 ? QString::number(qint64(n)) : QString::number(n, 'g', 3);
}

QString said(const Program::Target& target, const ProgramRule& rule)
{
    return rule.level >= 0 ? target.scale->levels[std::size_t(rule.level)].name : QStringLiteral("you decide");
}

/// Tries the rules of one domain.
class RuleTrial {
public:
    RuleTrial(const Program& program, const Program::Target& target, Check& check)
        : m_program(program)
        , m_target(target)
        , m_check(check)
        , m_holds(target.rules.size(), false)
    {
    }

    /// Questions that were asked somewhere, or may have been, are noted in `asked`.
    void run(TrialBudget& budget, std::vector<bool>& asked)
    {
        std::vector<const Node*> roots;
        for (const ProgramRule& rule : m_target.rules) {
            if (rule.when)
                roots.push_back(&*rule.when);
        }
        Trial trial(m_program, roots);
        trial.run(budget, [&](std::span<const Value> values, double weight) { see(trial, values, weight); });
        for (int i = 0; i < m_program.questionCount(); ++i) {
            if (trial.asked[std::size_t(i)] || (trial.sampled && trial.bears(i)))
                asked[std::size_t(i)] = true;
        }
        tell(trial);
    }

private:
    void see(const Trial& trial, std::span<const Value> values, double weight)
    {
        const Verdict verdict = verdictOf(m_program, m_target, values);
        for (const std::size_t rule : verdict.holding)
            m_holds[rule] = true;
        if (verdict.kind == Verdict::Kind::Gap) {
            if (m_gap == 0)
                m_gapExample = trial.told(values);
            m_gap += weight;
            leftOpen(trial, values, weight);
        }
        if (verdict.kind == Verdict::Kind::Clash && m_clashes.size() < toldAtMost)
            clash(trial, values, verdict);
    }

    /// Drawn ones come again: each is kept once, with how often it was drawn.
    void leftOpen(const Trial& trial, std::span<const Value> values, double weight)
    {
        if (!trial.sampled && m_undecided.size() == undecidedKept) {
            ++m_groups;
            return;
        }
        const auto [at, fresh] = m_known.try_emplace({values.begin(), values.end()}, m_undecided.size());
        if (!fresh) {
            if (at->second < m_undecided.size())
                m_undecided[at->second].combinations += weight;
            return;
        }
        ++m_groups;
        if (m_undecided.size() < undecidedKept)
            m_undecided.push_back({trial.condition(values), weight});
    }

    void clash(const Trial& trial, std::span<const Value> values, const Verdict& verdict)
    {
        for (std::size_t i = 0; i < verdict.holding.size(); ++i) {
            for (std::size_t j = i + 1; j < verdict.holding.size(); ++j) {
                const std::size_t a = verdict.holding[i], b = verdict.holding[j];
                if (differ(m_target.rules[a], m_target.rules[b]) && m_clashes.insert({a, b}).second)
                    m_check.findings.push_back({Flaw::Contradiction,
                                                place(b),
                                                {said(m_target, m_target.rules[b]), place(a),
                                                 said(m_target, m_target.rules[a]), trial.told(values)}});
            }
        }
    }

    static bool differ(const ProgramRule& a, const ProgramRule& b)
    {
        const bool ask = a.outcome == Rule::Outcome::Ask || b.outcome == Rule::Outcome::Ask;
        return !ask && (a.outcome != b.outcome || a.level != b.level);
    }

    [[nodiscard]] QString place(std::size_t rule) const
    {
        return placeOfRule(m_program.instrument(), *m_target.domain, m_target.applicability, rule);
    }

    void tell(const Trial& trial)
    {
        const QString domain = placeOf(m_program.instrument(), *m_target.domain);
        if (trial.sampled)
            m_check.findings.push_back(
                {Flaw::Sampled, domain, {number(trial.combinations), QString::number(trial.tried)}});
        if (m_gap > 0)
            m_check.findings.push_back(
                {Flaw::Gap,
                 domain,
                 {number(m_gap), number(trial.sampled ? double(trial.tried) : trial.combinations), m_gapExample}});
        for (std::size_t i = 0; !trial.sampled && i < m_holds.size(); ++i) {
            if (!m_holds[i])
                m_check.findings.push_back({Flaw::NeverHolds, place(i), {}});
        }
        m_check.coverage.push_back({m_program.variant(), m_target.domain->id, trial.combinations, trial.tried,
                                    trial.sampled, m_target.applicability, std::move(m_undecided), m_groups});
    }

    const Program& m_program;
    const Program::Target& m_target;
    Check& m_check;
    std::vector<bool> m_holds;
    std::set<std::pair<std::size_t, std::size_t>> m_clashes;
    double m_gap = 0;
    QString m_gapExample;
    std::vector<Undecided> m_undecided;
    std::map<std::vector<Value>, std::size_t> m_known; ///< where it stands among them
    qint64 m_groups = 0;
};

void tryItems(const Program& program, TrialBudget& budget, std::vector<bool>& asked, Check& check)
{
    for (const int question : program.order()) {
        const Program::Question& one = program.questions()[std::size_t(question)];
        if (!one.askedIf || asked[std::size_t(question)])
            continue;
        Trial trial(program, {}, {question});
        trial.run(budget, [](std::span<const Value>, double) {});
        if (!trial.sampled && !trial.asked[std::size_t(question)])
            check.findings.push_back({Flaw::NeverAsked,
                                      placeOf(program.instrument(), *one.domain, *one.item, QStringLiteral("asked_if")),
                                      {one.item->id}});
    }
}

void checkVariant(const Instrument& instrument, const QString& variant, TrialBudget& budget, Check& check)
{
    std::vector<Finding> wrong;
    const Program program(instrument, variant, &wrong);
    const std::vector<Finding> cycles = checkCycles(program);
    wrong.insert(wrong.end(), cycles.begin(), cycles.end());
    check.findings.insert(check.findings.end(), wrong.begin(), wrong.end());
    if (!wrong.empty())
        return;
    std::vector<bool> asked(program.questions().size(), false);
    for (const Program::Target& target : program.targets()) {
        if (!target.rules.empty())
            RuleTrial(program, target, check).run(budget, asked);
    }
    tryItems(program, budget, asked, check);
}

/// Variants share most of what they have, and so most of what is wrong with it.
void dropRepeats(std::vector<Finding>& findings)
{
    QSet<QString> seen;
    std::erase_if(findings, [&seen](const Finding& finding) {
        const QString key = finding.place + QChar(0) + wordOf(finding.flaw) + QChar(0) + finding.values.join(QChar(0));
        const qsizetype before = seen.size();
        seen.insert(key);
        return seen.size() == before;
    });
}

} // namespace

Check check(const Instrument& instrument)
{
    Check check;
    check.findings = checkNames(instrument);
    if (hasFault(check.findings))
        return check;
    TrialBudget budget;
    for (const QString& variant : variantIds(instrument))
        checkVariant(instrument, variant, budget, check);
    dropRepeats(check.findings);
    return check;
}

} // namespace winnow::appraisal
