// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/RiskSupport.h"

#include "figures/RiskDrawing.h"

#include <algorithm>
#include <cmath>

namespace winnow::figures {
namespace {

using namespace risk;

constexpr double supportName = 120;
constexpr double supportJudgement = 110;
constexpr double supportText = 280;
constexpr double supportWidth = supportName + supportJudgement + supportText;
constexpr double stripHeight = 18;
constexpr double leastRow = 20;

std::vector<TextLine> linesOf(const QString& text, double width)
{
    std::vector<TextLine> lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        for (TextLine& line : breakLines({paragraph, 0, 0}, width - 2 * padding, 0, bodyType))
            lines.push_back(std::move(line));
    }
    return lines;
}

/// Pages filled from the top; what does not fit opens the next one.
class SupportPages {
public:
    SupportPages(const RiskTable& table, const RiskWords& words, double height)
        : m_table(table)
        , m_words(words)
        , m_bottom(height - margin - lineHeight(noteType) - noteHeight(table, supportWidth))
    {
        open();
    }

    std::vector<Figure> draw()
    {
        for (std::size_t domain = 0; domain < m_table.domains.size(); ++domain) {
            const RiskDomain& shown = m_table.domains[domain];
            m_domain = shown.code == shown.label ? shown.label : m_words.caption.arg(shown.code, shown.label);
            if (m_y + stripHeight + leastRow > m_bottom)
                open();
            strip(m_domain);
            for (const RiskRow& row : m_table.rows)
                add(row, domain);
        }
        close();
        for (std::size_t i = 0; m_pages.size() > 1 && i < m_pages.size(); ++i)
            addLine(m_pages[i], m_words.page.arg(i + 1).arg(m_pages.size()),
                    {margin, m_pages[i].size.height() - margin - descent(noteType)}, noteType, Role::Note);
        return std::move(m_pages);
    }

private:
    void open()
    {
        if (!m_page.marks.empty())
            close();
        m_page = Figure();
        m_page.title = m_words.support;
        m_y = margin;
        double x = margin;
        const auto cell = [&](const QString& text, double width) {
            m_page.marks.emplace_back(RectMark{{x, m_y, width, stripHeight}, Role::Strip});
            addLine(m_page, text, {x + padding, middleBaseline(m_y, m_y + stripHeight, strongType)}, strongType,
                    Role::Heading);
            x += width;
        };
        cell(m_words.study, supportName);
        cell(m_table.items ? m_words.answer : m_words.judgement, supportJudgement);
        cell(m_words.supportHead, supportText);
        m_y += stripHeight;
    }

    void close()
    {
        addNote(m_page, m_table, {margin, m_y}, supportWidth);
        m_y += noteHeight(m_table, supportWidth) + lineHeight(noteType);
        m_page.size = QSizeF(std::ceil(supportWidth + 2 * margin), std::ceil(m_y + margin));
        m_page.description = m_inWords.join(QStringLiteral("; "));
        m_inWords.clear();
        m_pages.push_back(std::move(m_page));
        m_page = Figure();
    }

    void strip(const QString& text)
    {
        m_page.marks.emplace_back(RectMark{{margin, m_y, supportWidth, stripHeight}, Role::Shaded});
        const QString line = breakLines({text, 0, 0}, supportWidth - 2 * padding, 0, strongType).front().front().text;
        addLine(m_page, line, {margin + padding, middleBaseline(m_y, m_y + stripHeight, strongType)}, strongType);
        m_y += stripHeight;
    }

    void add(const RiskRow& row, std::size_t domain)
    {
        const int level = domain < row.levels.size() ? row.levels[domain] : RiskRow::notJudged;
        const bool sum = m_table.domains[domain].sum && domain < row.texts.size();
        const QString said = sum          ? row.texts[domain]
            : level == RiskRow::notJudged ? m_words.notJudged
                                          : m_table.levels[std::size_t(level)].label;
        m_inWords << m_words.described.arg(m_domain, m_words.described.arg(row.name, said));
        const std::vector<TextLine> names = linesOf(row.name, supportName);
        const std::vector<TextLine> words = linesOf(said, supportJudgement - 2 * discRadius - padding);
        const std::vector<TextLine> texts
            = linesOf(domain < row.supports.size() ? row.supports[domain] : QString(), supportText);
        const std::size_t all = std::max({names.size(), words.size(), texts.size()});
        std::size_t from = 0;
        while (from < all) {
            const double free = m_bottom - m_y - 2 * padding;
            const auto fits = std::size_t(std::max(0.0, std::floor(free / lineHeight(bodyType))));
            // A row that a page can hold whole is not cut; a longer one fills what is left.
            const bool whole = all * lineHeight(bodyType) + 2 * padding < m_bottom - margin - 2 * stripHeight;
            if (fits == 0 || (whole && fits < all)) {
                open();
                strip(m_domain);
                continue;
            }
            const std::size_t to = std::min(all, from + fits);
            piece({names, words, texts}, from, to, from == 0 ? level : RiskRow::notJudged);
            from = to;
        }
    }

    void piece(const std::vector<std::vector<TextLine>>& columns, std::size_t from, std::size_t to, int level)
    {
        const double height = std::max(leastRow, double(to - from) * lineHeight(bodyType) + 2 * padding);
        const double widths[] = {supportName, supportJudgement, supportText};
        double x = margin;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            m_page.marks.emplace_back(RectMark{{x, m_y, widths[i], height}, Role::Cell});
            const double inset = i == 1 ? padding + 2 * discRadius + padding : padding;
            double baseline = m_y + padding + ascent(bodyType);
            for (std::size_t line = from; line < std::min(to, columns[i].size()); ++line) {
                for (const TextRun& run : columns[i][line])
                    addLine(m_page, run.text, {x + inset + run.x, baseline}, bodyType);
                baseline += lineHeight(bodyType);
            }
            if (i == 1 && level != RiskRow::notJudged)
                addDisc(m_page, m_table.levels[std::size_t(level)], {x + padding + discRadius, m_y + leastRow / 2});
            x += widths[i];
        }
        m_y += height;
    }

    const RiskTable& m_table;
    const RiskWords& m_words;
    double m_bottom;
    double m_y = 0;
    QString m_domain;
    Figure m_page;
    std::vector<Figure> m_pages;
    QStringList m_inWords;
};

} // namespace

std::vector<Figure> riskSupport(const RiskTable& table, const RiskWords& words, double pageHeight)
{
    return SupportPages(table, words, pageHeight).draw();
}

} // namespace winnow::figures
