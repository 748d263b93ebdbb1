// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/TrafficLight.h"

#include "figures/RiskDrawing.h"

#include <algorithm>
#include <cmath>

namespace winnow::figures {
namespace {

using namespace risk;

constexpr double rowHeight = 20;
constexpr double headHeight = 18;
constexpr double leastColumn = 30;
constexpr std::size_t manyColumns = 12;
constexpr double closeColumn = 20;
constexpr double mostName = 190;
constexpr double leastName = 60;
constexpr double legendWidth = 110;
constexpr double leastCaptions = 150;

class Grid {
public:
    Grid(const RiskTable& table, const RiskWords& words) : m_table(table), m_words(words) { measure(); }

    std::vector<Figure> pages(double pageHeight)
    {
        // Each page has the head and the foot; at least one row stands on it, however low the page.
        const double free = pageHeight - 2 * margin - headHeight - gap - footHeight();
        std::vector<Figure> pages;
        std::size_t row = 0;
        do {
            const std::size_t first = row;
            double used = 0;
            while (row < m_table.rows.size() && (row == first || used + needed(row, first) <= free)) {
                used += needed(row, first);
                ++row;
            }
            pages.push_back(page(first, row));
        } while (row < m_table.rows.size());
        number(pages);
        return pages;
    }

private:
    void measure()
    {
        m_name = std::max(leastName, textWidth(m_words.study, strongType) + 2 * padding);
        for (const RiskRow& row : m_table.rows)
            m_name = std::max(m_name, std::min(mostName, textWidth(row.name, bodyType) + 2 * padding + 1));
        // Many columns, as of a checklist, stand closer, so that the sheet stays upright.
        const double least = m_table.domains.size() > manyColumns ? closeColumn : leastColumn;
        for (std::size_t i = 0; i < m_table.domains.size(); ++i) {
            double widest = textWidth(m_table.domains[i].code, strongType);
            for (const RiskRow& row : m_table.rows)
                widest = std::max(widest, textWidth(textIn(row, i), strongType));
            m_columns.push_back(std::max(least, widest + 2 * padding));
        }
        m_width = m_name;
        for (const double column : m_columns)
            m_width += column;
        m_width = std::max(m_width, legendWidth + gap + leastCaptions);
    }

    double captionsWidth() const { return m_width - legendWidth - gap; }
    QString captionOf(const RiskDomain& domain) const { return m_words.caption.arg(domain.code, domain.label); }

    /// Those whose code does not say it all.
    std::vector<RiskDomain> explained() const
    {
        std::vector<RiskDomain> domains = m_table.domains;
        std::erase_if(domains, [](const RiskDomain& domain) { return domain.code == domain.label; });
        return domains;
    }

    double footHeight() const
    {
        double captions = lineHeight(strongType);
        for (const RiskDomain& domain : explained())
            captions += paragraphHeight(captionOf(domain), captionsWidth(), noteType) + 2;
        const double legend = lineHeight(strongType) + double(usedLevels(m_table).size()) * (2 * discRadius + 3);
        return std::max(captions, legend) + noteHeight(m_table, m_width) + lineHeight(noteType);
    }

    bool startsGroup(std::size_t row, std::size_t first) const
    {
        const QString& group = m_table.rows[row].group;
        return !group.isEmpty() && (row == first || m_table.rows[row - 1].group != group);
    }
    double heightOf(std::size_t row) const
    {
        const double text = paragraphHeight(m_table.rows[row].name, m_name - 2 * padding, bodyType);
        return std::max(rowHeight, text + 2 * padding);
    }
    double needed(std::size_t row, std::size_t first) const
    {
        return heightOf(row) + (startsGroup(row, first) ? headHeight : 0);
    }

    Figure page(std::size_t from, std::size_t to)
    {
        Figure figure;
        figure.title = m_words.trafficLight;
        double y = head(figure, margin);
        for (std::size_t row = from; row < to; ++row) {
            if (startsGroup(row, from))
                y = groupHead(figure, m_table.rows[row].group, y);
            y = drawRow(figure, row, y);
        }
        y = foot(figure, y + gap);
        figure.size = QSizeF(std::ceil(m_width + 2 * margin), std::ceil(y + margin));
        figure.description = inWords(from, to);
        return figure;
    }

    double head(Figure& figure, double y) const
    {
        double x = margin;
        const auto cell = [&](const QString& text, double width, Anchor anchor) {
            figure.marks.emplace_back(RectMark{{x, y, width, headHeight}, Role::Strip});
            const double at = anchor == Anchor::Start ? x + padding : x + width / 2;
            addLine(figure, text, {at, middleBaseline(y, y + headHeight, strongType)}, strongType, Role::Heading,
                    anchor);
            x += width;
        };
        cell(m_words.study, m_name, Anchor::Start);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            cell(m_table.domains[i].code, m_columns[i], Anchor::Middle);
        return y + headHeight;
    }

    double groupHead(Figure& figure, const QString& group, double y) const
    {
        double width = m_name;
        for (const double column : m_columns)
            width += column;
        figure.marks.emplace_back(RectMark{{margin, y, width, headHeight}, Role::Shaded});
        const QString name = breakLines({group, 0, 0}, width - 2 * padding, 0, strongType).front().front().text;
        addLine(figure, name, {margin + padding, middleBaseline(y, y + headHeight, strongType)}, strongType);
        return y + headHeight;
    }

    double drawRow(Figure& figure, std::size_t row, double y) const
    {
        const RiskRow& shown = m_table.rows[row];
        const double height = heightOf(row);
        figure.marks.emplace_back(RectMark{{margin, y, m_name, height}, Role::Cell});
        const double text = paragraphHeight(shown.name, m_name - 2 * padding, bodyType);
        addParagraph(figure, shown.name, {margin + padding, y + (height - text) / 2}, m_name - 2 * padding, bodyType);
        double x = margin + m_name;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            const QRectF cell(x, y, m_columns[i], height);
            const bool overall = m_table.overall && i + 1 == m_columns.size();
            const bool sum = m_table.domains[i].sum;
            figure.marks.emplace_back(RectMark{cell, overall || sum ? Role::Shaded : Role::Cell});
            if (sum)
                addLine(figure, textIn(shown, i),
                        {cell.center().x(), middleBaseline(cell.top(), cell.bottom(), strongType)}, strongType,
                        Role::Body, Anchor::Middle);
            const int level = i < shown.levels.size() ? shown.levels[i] : RiskRow::notJudged;
            if (level != RiskRow::notJudged)
                addDisc(figure, m_table.levels[std::size_t(level)], cell.center());
            figure.regions.push_back({cell, QStringLiteral("%1/%2").arg(row).arg(i)});
            x += m_columns[i];
        }
        return y + height;
    }

    static QString textIn(const RiskRow& row, std::size_t domain)
    {
        return domain < row.texts.size() ? row.texts[domain] : QString();
    }

    double foot(Figure& figure, double top) const
    {
        double y = top + ascent(strongType);
        addLine(figure, m_table.items ? m_words.items : m_words.domains, {margin, y}, strongType);
        y = top + lineHeight(strongType);
        for (const RiskDomain& domain : explained())
            y = addParagraph(figure, captionOf(domain), {margin, y}, captionsWidth(), noteType) + 2;
        const double x = margin + m_width - legendWidth;
        double legend = top + ascent(strongType);
        addLine(figure, m_table.items ? m_words.answer : m_words.judgement, {x, legend}, strongType);
        legend = top + lineHeight(strongType) + discRadius;
        for (const int level : usedLevels(m_table)) {
            const RiskLevel& shown = m_table.levels[std::size_t(level)];
            addDisc(figure, shown, {x + discRadius, legend});
            addLine(figure, shown.label, {x + 2 * discRadius + padding, middleBaseline(legend, legend, noteType)},
                    noteType);
            legend += 2 * discRadius + 3;
        }
        const double bottom = top + footHeight() - lineHeight(noteType);
        addNote(figure, m_table, {margin, bottom - noteHeight(m_table, m_width)}, m_width);
        return bottom + lineHeight(noteType);
    }

    void number(std::vector<Figure>& pages) const
    {
        for (std::size_t i = 0; pages.size() > 1 && i < pages.size(); ++i) {
            const QString text = m_words.page.arg(i + 1).arg(pages.size());
            const double baseline = pages[i].size.height() - margin - descent(noteType);
            addLine(pages[i], text, {margin, baseline}, noteType, Role::Note);
        }
    }

    /// Row by row, as a screen reader would have it.
    QString inWords(std::size_t from, std::size_t to) const
    {
        QStringList rows;
        for (std::size_t row = from; row < to; ++row) {
            QStringList judgements;
            for (std::size_t i = 0; i < m_columns.size(); ++i) {
                const auto& levels = m_table.rows[row].levels;
                const int level = i < levels.size() ? levels[i] : RiskRow::notJudged;
                const QString said = m_table.domains[i].sum ? textIn(m_table.rows[row], i)
                    : level == RiskRow::notJudged           ? m_words.notJudged
                                                            : m_table.levels[std::size_t(level)].label;
                judgements << m_table.domains[i].code + QLatin1Char(' ') + said;
            }
            rows << m_words.described.arg(m_table.rows[row].name, judgements.join(QStringLiteral(", ")));
        }
        return rows.join(QStringLiteral("; "));
    }

    const RiskTable& m_table;
    const RiskWords& m_words;
    double m_name = 0;
    double m_width = 0;
    std::vector<double> m_columns;
};

} // namespace

std::vector<Figure> trafficLight(const RiskTable& table, const RiskWords& words, double pageHeight)
{
    return Grid(table, words).pages(pageHeight);
}

} // namespace winnow::figures
