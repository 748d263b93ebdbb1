// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Judge.h"

#include "appraisal/Program.h"

#include <algorithm>

namespace winnow::appraisal {
namespace {

/// Fills in one filling: first who is asked what, in the order in which conditions wait for one another, then the
/// domains, the overall one last.
class Run {
public:
    Run(const Program& program, const Filling& filling)
        : m_program(program)
        , m_filling(filling)
        , m_values(std::size_t(program.variableCount()), unknown)
        , m_asked(std::size_t(program.questionCount()), Asked::NotYet)
    {
    }

    Judged all()
    {
        for (const int question : m_program.order())
            ask(question);
        states();
        for (std::size_t i = 0; i < m_program.targets().size(); ++i)
            m_judged.outcomes.push_back(outcome(i));
        points();
        return std::move(m_judged);
    }

private:
    [[nodiscard]] const Program::Question& question(int i) const { return m_program.questions()[std::size_t(i)]; }

    [[nodiscard]] Value given(int i) const
    {
        const auto found = m_filling.answers.find(question(i).item->id);
        if (found == m_filling.answers.end())
            return unknown;
        const std::vector<Answer>& answers = *question(i).answers;
        const auto answer = std::find_if(answers.begin(), answers.end(),
                                         [&found](const Answer& one) { return one.code == found->second; });
        return answer == answers.end() ? unknown : Value(answer - answers.begin());
    }

    void ask(int i)
    {
        const auto at = std::size_t(i);
        const auto& condition = question(i).askedIf;
        const Truth asked = condition ? m_program.truth(*condition, m_values) : Truth::Yes;
        if (asked == Truth::Unknown)
            return;
        m_asked[at] = asked == Truth::Yes ? Asked::Yes : Asked::No;
        m_values[at] = asked == Truth::Yes ? given(i) : skipped;
    }

    void states()
    {
        for (int i = 0; i < m_program.questionCount(); ++i) {
            const Value value = m_values[std::size_t(i)];
            const bool answered = value != unknown && value != skipped;
            m_judged.items.push_back({question(i).item->id, question(i).domain->id, m_asked[std::size_t(i)],
                                      answered ? (*question(i).answers)[std::size_t(value)].code : QString()});
            if (m_judged.next.isEmpty() && m_judged.items.back().open())
                m_judged.next = m_judged.items.back().item;
        }
    }

    [[nodiscard]] QStringList openItems(const Domain& domain) const
    {
        QStringList open;
        for (int i = 0; i < m_program.questionCount(); ++i) {
            if (question(i).domain == &domain && m_judged.items[std::size_t(i)].open())
                open.append(question(i).item->id);
        }
        return open;
    }

    /// What was set by hand, if it is a level of the scale.
    [[nodiscard]] QString byHand(const Program::Target& target) const
    {
        const auto found = m_filling.judgements.find(target.key);
        const bool known
            = found != m_filling.judgements.end() && target.scale && findLevel(*target.scale, found->second) != nullptr;
        return known ? found->second : QString();
    }

    Outcome outcome(std::size_t i)
    {
        const Program::Target& target = m_program.targets()[i];
        const Verdict verdict = verdictOf(m_program, target, m_values);
        Outcome outcome{.key = target.key, .scale = target.scale ? target.scale->id : QString()};
        outcome.ground = groundOf(verdict.kind);
        if (verdict.level >= 0)
            outcome.proposed = target.scale->levels[std::size_t(verdict.level)].name;
        outcome.given = byHand(target);
        if (!target.applicability)
            outcome.open = openItems(*target.domain);
        outcome.rules = verdict.holding;
        const auto& rules = target.applicability ? target.domain->applicability->rules : target.domain->rules;
        for (const std::size_t rule : verdict.holding) {
            if (rules[rule].outcome == Rule::Outcome::Ask)
                outcome.questions.append(rules[rule].text);
        }
        remember(i, outcome.judgement());
        return outcome;
    }

    /// The overall rules look at what the domains came to.
    void remember(std::size_t target, const QString& judgement)
    {
        const Scale* scale = m_program.targets()[target].scale;
        const Level* level = scale ? findLevel(*scale, judgement) : nullptr;
        if (level)
            m_values[m_program.questions().size() + target] = Value(level - scale->levels.data());
    }

    static Ground groundOf(Verdict::Kind kind)
    {
        switch (kind) {
        case Verdict::Kind::Level: return Ground::Rules;
        case Verdict::Kind::Decide:
        case Verdict::Kind::NoRules: return Ground::Appraiser;
        case Verdict::Kind::Gap: return Ground::Gap;
        case Verdict::Kind::Clash: return Ground::Clash;
        case Verdict::Kind::Open: break;
        }
        return Ground::Unanswered;
    }

    void points()
    {
        for (int i = 0; i < m_program.questionCount(); ++i) {
            if (!question(i).scored || m_asked[std::size_t(i)] == Asked::No)
                continue;
            const double got = m_program.points(i, m_values[std::size_t(i)]);
            double most = 0;
            for (const Answer& answer : *question(i).answers)
                most = std::max(most, answer.points.value_or(0));
            for (const QString& key : {question(i).domain->id, QString(overallId)}) {
                Points& sum = m_judged.points[key];
                sum.got += got;
                sum.most += most;
                if (question(i).domain->isOverall())
                    break;
            }
        }
    }

    const Program& m_program;
    const Filling& m_filling;
    std::vector<Value> m_values;
    std::vector<Asked> m_asked;
    Judged m_judged;
};

} // namespace

const Outcome* Judged::outcome(const QString& key) const
{
    const auto found
        = std::find_if(outcomes.begin(), outcomes.end(), [&key](const Outcome& o) { return o.key == key; });
    return found == outcomes.end() ? nullptr : &*found;
}

const ItemState* Judged::item(const QString& id) const
{
    const auto found
        = std::find_if(items.begin(), items.end(), [&id](const ItemState& state) { return state.item == id; });
    return found == items.end() ? nullptr : &*found;
}

QString Judged::nextAfter(const QString& id) const
{
    const auto isOpen = [](const ItemState& state) { return state.open(); };
    const auto here
        = std::find_if(items.begin(), items.end(), [&id](const ItemState& state) { return state.item == id; });
    const auto behind = here == items.end() ? items.begin() : here + 1;
    auto found = std::find_if(behind, items.end(), isOpen);
    if (found == items.end())
        found = std::find_if(items.begin(), items.end(), isOpen);
    return found == items.end() ? QString() : found->item;
}

bool Judged::complete() const
{
    return std::none_of(items.begin(), items.end(),
                        [](const ItemState& state) { return state.open() || state.asked == Asked::NotYet; })
        && std::none_of(outcomes.begin(), outcomes.end(),
                        [](const Outcome& outcome) { return outcome.judgement().isEmpty(); });
}

Judge::Judge(const Instrument& instrument, const QString& variant)
    : m_program(std::make_shared<const Program>(instrument, variant))
{
}

const Instrument& Judge::instrument() const
{
    return m_program->instrument();
}

const QString& Judge::variant() const
{
    return m_program->variant();
}

Judged Judge::judge(const Filling& filling) const
{
    return Run(*m_program, filling).all();
}

} // namespace winnow::appraisal
