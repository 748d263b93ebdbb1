// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/InstrumentText.h"

#include <QJsonArray>

namespace winnow::cli {

QJsonObject instrumentHead(const appraisal::Instrument& instrument)
{
    return {
        {QStringLiteral("id"), instrument.id},
        {QStringLiteral("version"), instrument.version},
        {QStringLiteral("name"), instrument.name},
        {QStringLiteral("draft"), instrument.draft},
        {QStringLiteral("judges"),
         instrument.judges == appraisal::Judges::Result ? QStringLiteral("result") : QStringLiteral("study")},
        {QStringLiteral("variants"),
         QJsonArray::fromStringList(instrument.variants.empty() ? QStringList() : appraisal::variantIds(instrument))},
        {QStringLiteral("citation"), instrument.citation},
        {QStringLiteral("guidance"), instrument.guidance}};
}

QString instrumentText(const appraisal::Instrument& instrument)
{
    QString text
        = QStringLiteral("%1, version %2%3\n%4\nGuidance: %5\nLicence: %6\n\n%7\n")
              .arg(instrument.name, instrument.version, instrument.draft ? QStringLiteral(" (draft)") : QString(),
                   instrument.citation, instrument.guidance, instrument.licence, instrument.help);
    for (const appraisal::Domain& domain : instrument.domains) {
        text += QStringLiteral("\n%1  %2%3\n")
                    .arg(domain.id, domain.label,
                         domain.variants.isEmpty()
                             ? QString()
                             : QStringLiteral(" [%1]").arg(domain.variants.join(QLatin1String(", "))));
        for (const appraisal::Item& item : domain.items) {
            text += QStringLiteral("  %1%2  %3\n")
                        .arg(QString(2 * item.indent, QLatin1Char(' ')), item.id, item.question);
            for (const appraisal::Answer& answer : item.answers)
                text += QStringLiteral("  %1    %2: %3%4\n")
                            .arg(QString(2 * item.indent, QLatin1Char(' ')), answer.code, answer.label,
                                 answer.points ? QStringLiteral(" (%1)").arg(*answer.points) : QString());
            if (item.askedIf)
                text += QStringLiteral("  %1    asked if %2\n")
                            .arg(QString(2 * item.indent, QLatin1Char(' ')), appraisal::textOf(*item.askedIf));
        }
        for (const appraisal::Rule& rule : domain.rules)
            text += QStringLiteral("    %1\n").arg(appraisal::textOf(rule));
    }
    return text;
}

QString instrumentLine(const appraisal::Instrument& instrument)
{
    return QStringLiteral("%1 %2 %3%4\n")
        .arg(instrument.id, -24)
        .arg(instrument.version, -12)
        .arg(instrument.name, instrument.draft ? QStringLiteral(" (draft)") : QString());
}

QJsonObject findingJson(const appraisal::Finding& finding)
{
    return {{QStringLiteral("kind"), appraisal::wordOf(finding.flaw)},
            {QStringLiteral("fault"), appraisal::isFault(finding.flaw)},
            {QStringLiteral("place"), finding.place},
            {QStringLiteral("text"), appraisal::sentence(finding)}};
}

namespace {

QString wordOf(appraisal::Difference::Kind kind)
{
    switch (kind) {
    case appraisal::Difference::Kind::Added: return QStringLiteral("added");
    case appraisal::Difference::Kind::Removed: return QStringLiteral("removed");
    case appraisal::Difference::Kind::Changed: break;
    }
    return QStringLiteral("changed");
}

/// Several lines each under the sign of their side, as a patch has them.
QString signedLines(const QString& text, char sign)
{
    if (text.isEmpty())
        return {};
    QString lines;
    for (const QString& line : text.split(QLatin1Char('\n')))
        lines += QStringLiteral("  %1 %2\n").arg(QLatin1Char(sign)).arg(line);
    return lines;
}

} // namespace

QJsonObject differenceJson(const appraisal::Difference& difference)
{
    return {{QStringLiteral("kind"), wordOf(difference.kind)},
            {QStringLiteral("place"), difference.place},
            {QStringLiteral("before"), difference.before},
            {QStringLiteral("after"), difference.after}};
}

QString differenceText(const appraisal::Difference& difference)
{
    return difference.place + QStringLiteral(" (%1)\n").arg(wordOf(difference.kind))
        + signedLines(difference.before, '-') + signedLines(difference.after, '+');
}

} // namespace winnow::cli
