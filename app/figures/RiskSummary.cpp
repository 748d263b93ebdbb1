// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RiskSummary.h"

#include "figures/RiskDrawing.h"
#include "figures/Style.h"

#include <algorithm>
#include <cmath>

namespace winnow::figures {
namespace {

using namespace risk;

constexpr double riskBarWidth = 300;
constexpr double barHeight = 16;
constexpr double riskBarGap = 7;
constexpr double mostLabel = 170;
constexpr double tick = 3;
constexpr double swatch = 12;
constexpr double besideSymbol = 3;

class Bars {
public:
    Bars(const RiskTable& table, bool weighted, const RiskWords& words)
        : m_table(table)
        , m_words(words)
        , m_weighted(weighted)
    {
        for (std::size_t i = 0; i < table.domains.size(); ++i)
            m_label = std::max(m_label, std::min(mostLabel, textWidth(labelOf(i), typeOf(i)) + 1));
    }

    Figure draw()
    {
        m_figure.title = m_words.summary;
        double y = margin;
        for (std::size_t i = 0; i < m_table.domains.size(); ++i) {
            if (!m_table.domains[i].sum)
                y = bar(i, y);
        }
        y = axis(y);
        y = legend(y + gap);
        addLine(m_figure, m_weighted ? m_words.weighted : m_words.unweighted, {left(), y + ascent(noteType)}, noteType,
                Role::Note);
        y += lineHeight(noteType);
        addNote(m_figure, m_table, {left(), y}, riskBarWidth);
        y += noteHeight(m_table, riskBarWidth);
        m_figure.size = QSizeF(std::ceil(left() + riskBarWidth + margin + gap), std::ceil(y + margin));
        m_figure.description = m_inWords.join(QStringLiteral("; "));
        return m_figure;
    }

private:
    bool isOverall(std::size_t domain) const { return m_table.overall && domain + 1 == m_table.domains.size(); }
    TextStyle typeOf(std::size_t domain) const { return isOverall(domain) ? strongType : bodyType; }
    QString labelOf(std::size_t domain) const
    {
        return isOverall(domain) ? m_words.overall : m_table.domains[domain].label;
    }
    double left() const { return margin + m_label + gap; }

    double bar(std::size_t domain, double y)
    {
        const double text = paragraphHeight(labelOf(domain), m_label, typeOf(domain));
        const double height = std::max(barHeight, text);
        addParagraph(m_figure, labelOf(domain), {margin, y + (height - text) / 2}, m_label, typeOf(domain));
        const std::vector<double> shares = riskShares(m_table, domain, m_weighted);
        double x = left();
        const double top = y + (height - barHeight) / 2;
        QStringList said;
        for (std::size_t level = 0; level < shares.size(); ++level) {
            const double width = shares[level] * riskBarWidth;
            if (width <= 0)
                continue;
            m_figure.marks.emplace_back(BarMark{{x, top, width, barHeight}, m_table.levels[level].colour});
            symbolOn(m_table.levels[level], {x, top, width, barHeight});
            said << m_table.levels[level].label + QLatin1Char(' ')
                    + m_words.percent.arg(std::round(shares[level] * 100));
            x += width;
        }
        m_inWords << m_words.described.arg(labelOf(domain),
                                           said.isEmpty() ? m_words.notJudged : said.join(QStringLiteral(", ")));
        return y + height + riskBarGap;
    }

    /// The symbol tells the parts apart in grey print, where it fits.
    void symbolOn(const RiskLevel& level, const QRectF& part)
    {
        if (level.symbol.isEmpty() || part.width() < textWidth(level.symbol, strongType) + besideSymbol)
            return;
        addLine(m_figure, level.symbol, {part.center().x(), middleBaseline(part.top(), part.bottom(), strongType)},
                strongType, contrastRole(level.colour), Anchor::Middle);
    }

    double axis(double y)
    {
        m_figure.marks.emplace_back(LineMark{{{left(), y}, {left() + riskBarWidth, y}}, Role::Axis});
        for (int percent = 0; percent <= 100; percent += 25) {
            const double x = left() + riskBarWidth * percent / 100;
            m_figure.marks.emplace_back(LineMark{{{x, y}, {x, y + tick}}, Role::Axis});
            addLine(m_figure, m_words.percent.arg(percent), {x, y + tick + 2 + ascent(noteType)}, noteType, Role::Body,
                    Anchor::Middle);
        }
        return y + tick + 2 + lineHeight(noteType);
    }

    /// Levels in use side by side, on as many lines as they need.
    double legend(double y)
    {
        double x = left();
        for (const int level : usedLevels(m_table)) {
            const RiskLevel& shown = m_table.levels[std::size_t(level)];
            const double width = swatch + padding + textWidth(shown.label, noteType);
            if (x > left() && x + width > left() + riskBarWidth) {
                x = left();
                y += swatch + padding;
            }
            m_figure.marks.emplace_back(BarMark{{x, y, swatch, swatch}, shown.colour});
            symbolOn(shown, {x, y, swatch, swatch}); // tells which is which in grey print
            addLine(m_figure, shown.label, {x + swatch + padding, middleBaseline(y, y + swatch, noteType)}, noteType);
            x += width + gap;
        }
        return y + swatch + gap;
    }

    const RiskTable& m_table;
    const RiskWords& m_words;
    bool m_weighted;
    double m_label = 0;
    Figure m_figure;
    QStringList m_inWords;
};

} // namespace

std::vector<double> riskShares(const RiskTable& table, std::size_t domain, bool weighted)
{
    std::vector<double> shares(table.levels.size(), 0);
    double whole = 0;
    for (const RiskRow& row : table.rows) {
        const int level = domain < row.levels.size() ? row.levels[domain] : RiskRow::notJudged;
        if (level == RiskRow::notJudged)
            continue;
        const double weight = weighted ? row.weight : 1;
        shares[std::size_t(level)] += weight;
        whole += weight;
    }
    for (double& share : shares)
        share = whole > 0 ? share / whole : 0;
    return shares;
}

Figure riskSummary(const RiskTable& table, bool weighted, const RiskWords& words)
{
    return Bars(table, weighted, words).draw();
}

} // namespace winnow::figures
