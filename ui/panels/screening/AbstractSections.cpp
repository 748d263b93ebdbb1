// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/AbstractSections.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace winnow::ui {

namespace {

// Group 1 is the label. Capitals of any script that has them; a label of one word has at least four letters, so that
// "MRI: …" and "CI: …" within a text stay what they are.
const QRegularExpression& labelExpression()
{
    static const QRegularExpression expression(
        QStringLiteral(
            "(?:^|(?<=[.?!;)\\]%])\\s+|\\n\\s*)"
            "((?:AIM|\\p{Lu}[\\p{Lu}'’/&,() -]{2,58}\\p{Lu}(?:\\(S\\)|\\))?)"
            "|(?:(?:Background|Introduction|Importance|Rationale|Context|Objectives?|Aims?|Purpose|Hypothesis|"
            "Questions?|Designs?|Setting|Participants?|Patients?|Subjects?|Population|Interventions?|Exposures?|"
            "Materials?|Methods?|Methodology|Measurements?|Outcomes?|Results?|Findings|Interpretation|Discussion|"
            "Limitations?|Conclusions?|Relevance|Funding|Registration|Significance)"
            "(?:(?: and | & |/|, | )[\\p{L} ]{3,40})?))"
            "\\s*:\\s*(?=\\S)"),
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

void add(std::vector<AbstractSection>& sections, const QString& label, const QString& text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QString head = label.simplified();
    for (const QString& line : lines) {
        const QString paragraph = line.simplified();
        if (paragraph.isEmpty())
            continue;
        sections.push_back({head, paragraph});
        head.clear();
    }
    if (!head.isEmpty())
        sections.push_back({head, {}});
}

} // namespace

std::vector<AbstractSection> abstractSections(const QString& abstract)
{
    std::vector<AbstractSection> sections;
    QString label;
    qsizetype from = 0;
    QRegularExpressionMatchIterator matches = labelExpression().globalMatch(abstract);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        add(sections, label, abstract.mid(from, match.capturedStart() - from));
        label = match.captured(1);
        from = match.capturedEnd();
    }
    add(sections, label, abstract.mid(from));
    return sections;
}

} // namespace winnow::ui
