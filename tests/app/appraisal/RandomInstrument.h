// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

#include <random>

namespace winnow::appraisal {

/// Instruments that nobody has thought of: a few domains, items that wait for earlier ones, rules of any kind. They may
/// well contradict themselves; that is for the check to say.
class RandomInstrument {
public:
    explicit RandomInstrument(unsigned seed) : m_dice(seed) { }

    Instrument make()
    {
        Instrument instrument;
        instrument.id = QStringLiteral("made-up");
        instrument.version = QString::number(number(100));
        instrument.name = QStringLiteral("Made up");
        instrument.judges = number(2) != 0 ? Judges::Study : Judges::Result;
        instrument.draft = number(2) != 0;
        instrument.help = QStringLiteral("Lines\nof <b>help</b> & “quotes” \"too\"");
        instrument.scoreLabel = QStringLiteral("Points");
        instrument.scales = {{QStringLiteral("s"), {level("Low"), level("Some concerns"), level("High (very)")}}};
        instrument.answerSets = {{QStringLiteral("set"), {answer("Y", 2), answer("PY", 1.5), answer("N", {})}}};
        if (number(3) == 0)
            instrument.variants = {{QStringLiteral("v1"), QStringLiteral("One"), {}},
                                   {QStringLiteral("v2"), QStringLiteral("Two"), QStringLiteral("Help")}};
        for (int d = 0; d <= number(3); ++d)
            instrument.domains.push_back(domain(instrument, d));
        if (number(2) != 0)
            instrument.domains.push_back(overall());
        return instrument;
    }

    int number(int below) { return int(m_dice() % unsigned(below)); }

private:
    static Level level(const char* name)
    {
        return {.name = QString::fromLatin1(name),
                .label = QString::fromLatin1(name),
                .colour = QStringLiteral("#02C100"),
                .safeColour = QStringLiteral("#fed98e"),
                .symbol = QStringLiteral("+"),
                .exportAs = {},
                .ordered = true};
    }
    static Answer answer(const char* code, std::optional<double> points)
    {
        return {QString::fromLatin1(code), QString::fromLatin1(code), points, {}};
    }

    AnswerTest test(const QStringList& ids)
    {
        AnswerTest test;
        test.howMany = HowMany(number(ids.size() > 1 ? 7 : 1));
        if (test.howMany == HowMany::One)
            test.ids = {ids[number(int(ids.size()))]};
        else
            test.ids = ids;
        if (test.howMany >= HowMany::AtLeast)
            test.count = number(3);
        test.negated = number(4) == 0;
        test.values = {pick({"Y", "PY", "N", "NA"})};
        if (number(2) != 0)
            test.values.append(pick({"Y", "PY", "N"}));
        return test;
    }

    Condition condition(const QStringList& ids, int depth = 0)
    {
        if (depth > 1 || number(2) == 0)
            return {.answer = test(ids)};
        if (number(5) == 0) {
            const double low = number(5);
            return {.kind = Condition::Kind::Score, .score = {{}, low, low + 1, {}}};
        }
        Condition whole{.kind = depth % 2 == 0 ? Condition::Kind::And : Condition::Kind::Or};
        whole.parts = {condition(ids, depth + 1), condition(ids, depth + 1)};
        for (Condition& part : whole.parts) {
            if (part.kind == whole.kind)
                part = {.answer = test(ids)};
        }
        return whole;
    }

    Domain domain(const Instrument& instrument, int number)
    {
        Domain domain;
        domain.id = QStringLiteral("D%1").arg(number);
        domain.label = QStringLiteral("Domain %1").arg(number);
        domain.scale = QStringLiteral("s");
        domain.direction = this->number(2) != 0;
        QStringList ids;
        for (int i = 0; i <= this->number(4); ++i) {
            Item item;
            item.id = QStringLiteral("%1.%2").arg(number).arg(i);
            item.question = QStringLiteral("Is it so?");
            if (this->number(2) != 0)
                item.answerSet = QStringLiteral("set");
            else
                item.answers = instrument.answerSets[0].answers;
            if (!ids.isEmpty() && this->number(2) != 0)
                item.askedIf = Condition{.answer = test(ids)};
            item.indent = this->number(5);
            ids.append(item.id);
            domain.items.push_back(std::move(item));
        }
        rules(domain, ids);
        return domain;
    }

    void rules(Domain& domain, const QStringList& ids)
    {
        for (int i = number(4); i > 0; --i) {
            Rule rule{condition(ids), number(5) == 0 ? Rule::Outcome::Ask : Rule::Outcome::Judge, {}};
            rule.text = pick({"Low", "Some concerns", "High (very)"});
            domain.rules.push_back(std::move(rule));
        }
        if (number(2) != 0)
            domain.rules.push_back({std::nullopt, Rule::Outcome::Judge, QStringLiteral("Some concerns")});
    }

    Domain overall()
    {
        Domain domain;
        domain.id = overallId;
        domain.label = QStringLiteral("Overall");
        domain.scale = QStringLiteral("s");
        AnswerTest any;
        any.howMany = HowMany::Any;
        any.named = Named::Domains;
        any.values = {QStringLiteral("High (very)")};
        domain.rules = {{Condition{.answer = any}, Rule::Outcome::Judge, QStringLiteral("High (very)")},
                        {std::nullopt, Rule::Outcome::Judge, QStringLiteral("Low")}};
        return domain;
    }

    QString pick(const std::vector<const char*>& list)
    {
        return QString::fromLatin1(list[std::size_t(number(int(list.size())))]);
    }

    std::mt19937 m_dice;
};

} // namespace winnow::appraisal
