// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/DraftCheck.h"

#include "appraisal/InstrumentJson.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace winnow::appraisal {
namespace {

QString draftTr(const char* text)
{
    return QCoreApplication::translate("Appraisal", text);
}

/// A place of the JSON as a thing of the draft.
struct Spot {
    const DraftDomain* domain = nullptr;
    const DraftItem* item = nullptr;
    QString part; ///< without the number of a rule
    int rule = -1; ///< counted without empty lines
};

template <class T> const T* nth(const std::vector<T>& list, const QString& index)
{
    const int i = index.toInt();
    return i >= 0 && i < int(list.size()) ? &list[std::size_t(i)] : nullptr;
}

Spot spotOf(const InstrumentDraft& draft, const QString& place)
{
    static const QRegularExpression form(QStringLiteral("^domains\\[(\\d+)\\](?:\\.items\\[(\\d+)\\])?(?:\\.?(.*))$"));
    static const QRegularExpression rule(QStringLiteral("^(.*rules)\\[(\\d+)\\]$"));
    Spot spot;
    const auto match = form.match(place);
    if (!match.hasMatch()) {
        spot.part = place;
        return spot;
    }
    spot.domain = nth(draft.domains, match.captured(1));
    if (spot.domain && !match.captured(2).isEmpty())
        spot.item = nth(spot.domain->items, match.captured(2));
    spot.part = match.captured(3);
    if (const auto numbered = rule.match(spot.part); numbered.hasMatch()) {
        spot.part = numbered.captured(1);
        spot.rule = numbered.captured(2).toInt();
    }
    return spot;
}

/// The line that a rule stands on, empty ones counted.
int lineOf(const QStringList& lines, int rule)
{
    for (int line = 0; line < lines.size(); ++line) {
        if (!lines[line].trimmed().isEmpty() && rule-- == 0)
            return line;
    }
    return -1;
}

int lineOf(const Spot& spot)
{
    if (!spot.domain || spot.rule < 0)
        return -1;
    return lineOf(spot.part.startsWith(QLatin1String("applicability")) ? spot.domain->applicabilityRules
                                                                       : spot.domain->rules,
                  spot.rule);
}

QString nameOf(const QString& id, const QString& text)
{
    return !id.isEmpty() ? id : !text.isEmpty() ? text : QStringLiteral("?");
}

/// "scales[0].levels[1].colour" as "risk, Some concerns: colour".
QString listPlace(const InstrumentDraft& draft, const QString& place)
{
    static const QRegularExpression form(
        QStringLiteral("^(scales|answer_sets|variants)\\[(\\d+)\\](?:\\.(?:levels|answers)\\[(\\d+)\\])?\\.?(.*)$"));
    const auto match = form.match(place);
    if (!match.hasMatch())
        return place;
    QString list;
    QString inner;
    if (match.captured(1) == QLatin1String("scales")) {
        const Scale* scale = nth(draft.head.scales, match.captured(2));
        const Level* level = scale && !match.captured(3).isEmpty() ? nth(scale->levels, match.captured(3)) : nullptr;
        list = scale ? draftTr(QT_TRANSLATE_NOOP("Appraisal", "scale %1")).arg(nameOf(scale->id, {})) : QString();
        inner = level ? nameOf(level->name, level->label) : QString();
    } else if (match.captured(1) == QLatin1String("answer_sets")) {
        const AnswerSet* set = nth(draft.head.answerSets, match.captured(2));
        const Answer* answer = set && !match.captured(3).isEmpty() ? nth(set->answers, match.captured(3)) : nullptr;
        list = set ? draftTr(QT_TRANSLATE_NOOP("Appraisal", "answers %1")).arg(nameOf(set->id, {})) : QString();
        inner = answer ? nameOf(answer->code, answer->label) : QString();
    } else if (const Variant* variant = nth(draft.head.variants, match.captured(2))) {
        list = draftTr(QT_TRANSLATE_NOOP("Appraisal", "variant %1")).arg(nameOf(variant->id, variant->label));
    }
    QStringList parts{list, inner, match.captured(4)};
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

QString toldPlace(const InstrumentDraft& draft, const QString& place)
{
    const Spot spot = spotOf(draft, place);
    if (!spot.domain)
        return listPlace(draft, place);
    QStringList parts{nameOf(spot.item ? spot.item->item.id : spot.domain->domain.id,
                             spot.item ? spot.item->item.question : spot.domain->domain.label)};
    if (spot.part.startsWith(QLatin1String("applicability")))
        parts << draftTr(QT_TRANSLATE_NOOP("Appraisal", "applicability"));
    if (const int line = lineOf(spot); line >= 0)
        parts << draftTr(QT_TRANSLATE_NOOP("Appraisal", "rule %1")).arg(line + 1);
    else if (spot.part == QLatin1String("asked_if"))
        parts << draftTr(QT_TRANSLATE_NOOP("Appraisal", "asked if"));
    else if (!spot.part.isEmpty() && !spot.part.startsWith(QLatin1String("applicability")))
        parts << spot.part;
    return parts.join(QLatin1String(", "));
}

/// Where in its line a finding points to: it is one of what its sentence fills in.
int markOf(const Finding& finding)
{
    switch (finding.flaw) {
    case Flaw::RuleUnreadable: return finding.values.value(0).toInt();
    case Flaw::UnknownId:
    case Flaw::UnknownAnswer:
    case Flaw::UnknownDomain:
    case Flaw::DomainFromDomain:
    case Flaw::NoScore: return finding.values.value(1).toInt();
    default: return 0;
    }
}

Remark remarkOf(const InstrumentDraft& draft, Finding finding)
{
    const Spot spot = spotOf(draft, finding.place);
    Remark remark{.flaw = finding.flaw};
    remark.key = spot.item ? spot.item->key : spot.domain ? spot.domain->key : 0;
    remark.part = spot.part;
    remark.line = lineOf(spot);
    remark.at = markOf(finding);
    for (QString& value : finding.values) {
        if (value.startsWith(QLatin1String("domains[")) || value.startsWith(QLatin1String("scales["))
            || value.startsWith(QLatin1String("answer_sets[")))
            value = toldPlace(draft, value);
    }
    finding.place = toldPlace(draft, finding.place);
    remark.text = sentence(finding);
    return remark;
}

} // namespace

bool Examination::sound() const
{
    return faults() == 0;
}

std::size_t Examination::faults() const
{
    return std::size_t(
        std::count_if(remarks.begin(), remarks.end(), [](const Remark& remark) { return remark.fault(); }));
}

Examination examine(const InstrumentDraft& draft)
{
    Examination examination{.readable = readable(draft), .remarks = {}, .coverage = {}};
    // What the file has to say first; then the rules that can be read are tried all the same. Numbers of rules differ
    // between the two where some cannot be read, and so only a draft that reads as a whole is told of single rules.
    const std::vector<Finding> read = readInstrument(writeDraft(draft)).findings;
    Check tried = check(examination.readable);
    examination.coverage = std::move(tried.coverage);
    const bool whole = draftOf(examination.readable).domains.size() == draft.domains.size()
        && std::none_of(read.begin(), read.end(),
                        [](const Finding& finding) { return finding.flaw == Flaw::RuleUnreadable; });
    std::vector<Finding> findings = read;
    for (const Finding& finding : tried.findings) {
        if ((whole || finding.flaw == Flaw::Gap || finding.flaw == Flaw::Sampled)
            && std::find(findings.begin(), findings.end(), finding) == findings.end())
            findings.push_back(finding);
    }
    for (const Finding& finding : findings)
        examination.remarks.push_back(remarkOf(draft, finding));
    std::stable_partition(examination.remarks.begin(), examination.remarks.end(),
                          [](const Remark& remark) { return remark.fault(); });
    return examination;
}

QString coverageText(const Examination& examination, const QString& domain, bool applicability)
{
    QStringList lines;
    const QLocale locale;
    for (const Coverage& one : examination.coverage) {
        if (one.domain != domain || one.applicability != applicability)
            continue;
        const QString all = locale.toString(one.combinations, 'f', 0);
        QString line = one.sampled
            ? draftTr(QT_TRANSLATE_NOOP("Appraisal", "%1 of up to %2 combinations of answers are drawn and tried."))
                  .arg(locale.toString(one.tried), all)
            : draftTr(QT_TRANSLATE_NOOP("Appraisal", "All %1 combinations of answers are tried.")).arg(all);
        if (!one.variant.isEmpty())
            line = one.variant + QLatin1String(": ") + line;
        lines << line;
    }
    return lines.join(QLatin1Char(' '));
}

} // namespace winnow::appraisal
