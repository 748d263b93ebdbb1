// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AnswerTable.h"

#include "domain/Words.h"
#include "project/NamedTable.h"

#include <algorithm>

namespace winnow {
namespace {

/// Said of the variant where another one has the item.
QString noSuchItem(const appraisal::Instrument& instrument, const QString& variant, const QString& item)
{
    const bool elsewhere = std::any_of(instrument.variants.begin(), instrument.variants.end(), [&](const auto& other) {
        return appraisal::findItem(instrument, other.id, item) != nullptr;
    });
    return (elsewhere ? QStringLiteral("%1 has no item “%2” in its variant %3.").arg(instrument.name, item, variant)
                      : QStringLiteral("%1 has no item “%2”.").arg(instrument.name, item));
}

/// False: a quote is opened in this row and never closed.
bool isWholeRow(const NamedTable& row, AnswerTable& table)
{
    if (row.broken())
        table.refuse(row.line(), QStringLiteral("A quote is opened in this line and never closed."));
    return !row.broken();
}

} // namespace

std::map<QString, Said> AnsweredCase::said() const
{
    std::map<QString, Said> said;
    for (const auto* values : {&filling.answers, &filling.judgements}) {
        for (const auto& [key, value] : *values) {
            const auto support = supports.find(key);
            const auto quoted = quotes.find(key);
            said[key] = {value, support == supports.end() ? QString() : support->second,
                         quoted == quotes.end() ? std::vector<Quote>() : quoted->second};
        }
    }
    return said;
}

void AnswerTable::addQuote(const QString& name, const QString& item, const Quote& quote)
{
    if (m_byName.contains(name) && caseNamed(name).lines.contains(item))
        caseNamed(name).quotes[item].push_back(quote);
}

qint64 AnsweredCase::lineOf(const QString& item) const
{
    const auto at = lines.find(item);
    return at != lines.end() ? at->second : lines.empty() ? 0 : lines.begin()->second;
}

AnsweredCase& AnswerTable::caseNamed(const QString& name)
{
    const auto found = m_byName.constFind(name);
    if (found != m_byName.constEnd())
        return m_cases[*found];
    m_byName.insert(name, m_cases.size());
    m_cases.push_back({.name = name});
    return m_cases.back();
}

void AnswerTable::add(qint64 line, const QString& name, const QString& item, const QString& answer,
                      const QString& support)
{
    const QStringList choices = appraisal::choicesFor(m_instrument, m_variant, item);
    if (name.isEmpty())
        return refuse(line, QStringLiteral("The line names no case."));
    if (choices.isEmpty())
        return refuse(line, noSuchItem(m_instrument, m_variant, item));
    AnsweredCase& one = caseNamed(name);
    if (!support.isEmpty())
        one.supports[item] = support;
    const auto understood = appraisal::understand(m_instrument, m_variant, item, answer);
    const bool passedOver = answer.isEmpty() || answer.compare(appraisal::notAsked, Qt::CaseInsensitive) == 0;
    if (!understood && !passedOver)
        return refuse(
            line,
            QStringLiteral("“%1” is no answer to %2; it has %3.").arg(answer, item, choices.join(QLatin1String(", "))));
    if (!understood)
        return;
    const bool isItem = appraisal::findItem(m_instrument, m_variant, item) != nullptr;
    auto& said = isItem ? one.filling.answers : one.filling.judgements;
    if (const auto before = one.lines.find(item); before != one.lines.end() && said[item] != *understood)
        return refuse(
            line, QStringLiteral("%1 was answered otherwise in line %2, which stands.").arg(item).arg(before->second));
    said[item] = *understood;
    one.lines[item] = line;
}

/// The domains behind the columns of a table of robvis' kind: Study, the judged domains in their order, the overall
/// one, perhaps a weight. It goes by place, as robvis does. Empty: another kind of table.
QStringList AnswerTable::robvisDomains(const QStringList& header) const
{
    const bool study = !header.isEmpty() && header[0].compare(QLatin1String("study"), Qt::CaseInsensitive) == 0;
    if (!study || header.contains(QLatin1String("item"), Qt::CaseInsensitive))
        return {};
    QStringList domains;
    for (const appraisal::Domain* domain : appraisal::domainsOf(m_instrument, m_variant)) {
        if (domain->judged())
            domains << domain->id;
    }
    const bool weight = header.last().compare(QLatin1String("weight"), Qt::CaseInsensitive) == 0;
    return header.size() - 1 - int(weight) == domains.size() ? domains : QStringList();
}

Result<void> AnswerTable::read(const QString& path)
{
    const auto header = NamedTable::headerOf(path);
    if (!header)
        return Failure(header.error());
    if (const QStringList domains = robvisDomains(*header); !domains.isEmpty())
        return readRobvis(path, *header, domains);
    const auto rows
        = NamedTable::open(path, {QStringLiteral("study"), QStringLiteral("item"), QStringLiteral("answer")},
                           {QStringLiteral("support"), QStringLiteral("quote"), QStringLiteral("page"),
                            QStringLiteral("file"), QStringLiteral("range")});
    if (!rows)
        return Failure(rows.error());
    while ((*rows)->next()) {
        const NamedTable& row = **rows;
        if (!isWholeRow(row, *this))
            continue;
        add(row.line(), row.cell(0), row.cell(1), row.cell(2), row.cell(3));
        if (!row.cell(4).isEmpty())
            readQuote(row);
    }
    return {};
}

/// The answer counts all the same: only what the passage cannot be found by is told.
void AnswerTable::readQuote(const NamedTable& row)
{
    bool isNumber = row.cell(5).trimmed().isEmpty();
    const int page = isNumber ? 0 : row.cell(5).toInt(&isNumber);
    const auto range = rangeSaid(row.cell(7));
    if (!isNumber || page < 0)
        refuse(row.line(),
               QStringLiteral("“%1” is no page: a number, as in 7; the quote is kept without it.").arg(row.cell(5)));
    if (!range)
        refuse(row.line(),
               QStringLiteral("“%1” is no range of characters, as in 120-188; the quote is kept without it.")
                   .arg(row.cell(7)));
    addQuote(row.cell(0), row.cell(1), {row.cell(6), std::max(page, 0), range.value_or(QString()), row.cell(4)});
}

Result<void> AnswerTable::readRobvis(const QString& path, const QStringList& header, const QStringList& domains)
{
    const auto rows = NamedTable::open(path, header.mid(0, domains.size() + 1));
    if (!rows)
        return Failure(rows.error());
    while ((*rows)->next()) {
        for (int i = 0, all = isWholeRow(**rows, *this) ? int(domains.size()) : 0; i < all; ++i)
            add((*rows)->line(), (*rows)->cell(0), domains[i], (*rows)->cell(i + 1), {});
    }
    return {};
}

Result<AnswersApplied> applyAnswers(Project& project, const AnswerTable& table, Appraisals::Batch batch)
{
    Appraisals appraisals(project);
    AnswersApplied done{.appraisals = {}, .refused = table.refused()};
    std::vector<const AnsweredCase*> known;
    for (const AnsweredCase& one : table.cases()) {
        const auto study = appraisals.studyNamed(one.name);
        if (study) {
            batch.studies.emplace_back(*study, one.said());
            known.push_back(&one);
        } else {
            done.refused.push_back({one.lineOf({}), words::sentence(study.error())});
        }
    }
    const auto outcome = appraisals.sayAll(batch);
    if (!outcome)
        return Failure(outcome.error());
    for (const auto& refused : outcome->refused)
        done.refused.push_back({known[refused.study]->lineOf(refused.key), words::sentence(refused.error)});
    done.applied = outcome->applied;
    done.appraisals = outcome->appraisals;
    return done;
}

} // namespace winnow
