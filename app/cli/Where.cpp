// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Where.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>

namespace winnow::cli {
namespace {

QString lower(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size())).toCaseFolded();
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<double> number(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                     : std::nullopt;
}

/// Cuts at " and " outside of double quotes.
std::vector<std::string_view> cutAtAnd(std::string_view expression)
{
    constexpr std::string_view joint = " and ";
    std::vector<std::string_view> parts;
    bool quoted = false;
    size_t from = 0;
    for (size_t i = 0; i < expression.size(); ++i) {
        quoted = expression[i] == '"' ? !quoted : quoted;
        if (!quoted && expression.substr(i, joint.size()) == joint) {
            parts.push_back(trimmed(expression.substr(from, i - from)));
            from = i + joint.size();
        }
    }
    parts.push_back(trimmed(expression.substr(from)));
    return parts;
}

struct OpWord {
    std::string_view word;
    Term::Op op;
};
// the longer ones first
constexpr std::array ops{OpWord{">=", Term::Op::GreaterOrEqual},
                         OpWord{"<=", Term::Op::LessOrEqual},
                         OpWord{"!=", Term::Op::NotEqual},
                         OpWord{"~", Term::Op::Contains},
                         OpWord{"=", Term::Op::Equal},
                         OpWord{">", Term::Op::Greater},
                         OpWord{"<", Term::Op::Less}};

bool comparesNumbers(Term::Op op)
{
    return op != Term::Op::Contains && op != Term::Op::Equal && op != Term::Op::NotEqual;
}

std::string unquoted(std::string_view value)
{
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    return std::string(value);
}

std::optional<Term> parseTerm(std::string_view text, std::string& why)
{
    const size_t at = text.find_first_of("~=<>!");
    const auto op = at == std::string_view::npos
        ? ops.end()
        : std::find_if(ops.begin(), ops.end(), [&](const OpWord& o) { return text.substr(at).starts_with(o.word); });
    if (op == ops.end()) {
        why = "“" + std::string(text) + "” is no condition like title~stem";
        return std::nullopt;
    }
    Term term;
    const std::string_view name = trimmed(text.substr(0, at));
    term.column = recordColumn(name);
    term.op = op->op;
    term.value = unquoted(trimmed(text.substr(at + op->word.size())));
    if (!term.column && (name != "box" || term.op != Term::Op::Equal)) {
        why = "“" + std::string(name) + "” is no column of records";
        return std::nullopt;
    }
    if (comparesNumbers(term.op) && !number(term.value)) {
        why = "“" + term.value + "” is no number";
        return std::nullopt;
    }
    return term;
}

/// The texts that a value holds; one of them has to match.
std::vector<std::string> textsOf(const ColumnValue& value)
{
    if (const auto* several = std::get_if<std::vector<std::string>>(&value))
        return *several;
    return {std::holds_alternative<std::string>(value) ? std::get<std::string>(value) : plainText(value)};
}

bool compare(double left, Term::Op op, double right)
{
    switch (op) {
    case Term::Op::Less: return left < right;
    case Term::Op::LessOrEqual: return left <= right;
    case Term::Op::Greater: return left > right;
    default: return left >= right;
    }
}

} // namespace

bool Term::matches(const RecordView& view, const Review& review) const
{
    const std::vector<std::string> texts = textsOf(column->of(view, review));
    const QString wanted = lower(value);
    switch (op) {
    case Op::Contains:
        return std::any_of(texts.begin(), texts.end(), [&](const auto& t) { return lower(t).contains(wanted); });
    case Op::Equal: return std::any_of(texts.begin(), texts.end(), [&](const auto& t) { return lower(t) == wanted; });
    case Op::NotEqual:
        return std::none_of(texts.begin(), texts.end(), [&](const auto& t) { return lower(t) == wanted; });
    default: break;
    }
    const auto left = texts.empty() ? std::nullopt : number(texts.front());
    return left && compare(*left, op, *number(value));
}

std::optional<std::vector<Term>> parseWhere(std::string_view expression, std::string& why)
{
    std::vector<Term> terms;
    for (const std::string_view part : cutAtAnd(expression)) {
        auto term = parseTerm(part, why);
        if (!term)
            return std::nullopt;
        terms.push_back(std::move(*term));
    }
    return terms;
}

const char* whereHelp()
{
    return "conditions joined by “and”: COLUMN~TEXT (contains), COLUMN=TEXT, COLUMN!=TEXT, COLUMN>=N (<= > <), box=KEY "
           "for "
           "a PRISMA box. COLUMN is one of --fields. As in: year>=2010 and title~\"stem cell\" and source=PubMed; "
           "place=included; box=\"dbr_excluded/Wrong population\"; id=…";
}

} // namespace winnow::cli
