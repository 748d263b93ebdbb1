// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/PairView.h"

#include "domain/Words.h"
#include "models/RecordsText.h"
#include "panels/duplicates/TextDifference.h"
#include "services/Theme.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

constexpr std::array compared{Field::Title,  Field::Authors, Field::Year,  Field::Journal,
                              Field::Volume, Field::Issue,   Field::Pages, Field::Doi,
                              Field::Pmid,   Field::Nct,     Field::Type,  Field::Abstract};

/// Runs of characters that differ stand on `ground`.
QString marked(const QString& text, const std::vector<bool>& differs, const QColor& ground)
{
    QString html;
    for (qsizetype from = 0, to = 0; from < text.size(); from = to) {
        const bool mark = differs[size_t(from)];
        while (to < text.size() && differs[size_t(to)] == mark)
            ++to;
        const QString run = text.mid(from, to - from).toHtmlEscaped();
        html += mark ? QStringLiteral("<span style=\"background-color:%1\">%2</span>").arg(ground.name(), run) : run;
    }
    return html;
}

} // namespace

PairView::PairView(const Theme& theme, QWidget* parent) : QTextBrowser(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAccessibleName(tr("The two records side by side"));
    document()->setDocumentMargin(0); // text stands below the sentence above
    setViewportMargins(theme.px(8), theme.px(8), theme.px(8), 0);
    connect(&theme, &Theme::changed, this, &PairView::write);
}

void PairView::setPair(const std::optional<RecordView>& left, const std::optional<RecordView>& right,
                       const Review& review)
{
    const auto nameOf = [&review](const std::optional<RecordView>& view) {
        const winnow::Source* source = view ? review.source(view->source) : nullptr;
        return source ? source->name : QString();
    };
    m_left = left;
    m_right = right;
    m_leftSource = nameOf(left);
    m_rightSource = nameOf(right);
    write();
}

QString PairView::row(const QString& name, const QString& left, const QString& right) const
{
    if (left.isEmpty() && right.isEmpty())
        return {};
    const Colours& c = m_theme.colours();
    const bool equal = left == right;
    const QString a = left.simplified();
    const QString b = right.simplified();
    const auto cell = [&](const QString& html) {
        return QStringLiteral("<td width=\"44%\" style=\"color:%1;padding:5px 8px\">%2</td>")
            .arg((equal ? c.dim : c.ink).name(), html);
    };
    const QString leftHtml = equal ? left.toHtmlEscaped() : marked(a, differingCharacters(a, b), c.maybeBack);
    const QString rightHtml = equal ? right.toHtmlEscaped() : marked(b, differingCharacters(b, a), c.maybeBack);
    return line({nameCell(name), cell(leftHtml), cell(rightHtml)});
}

/// On the window's side, whatever its letters.
QString PairView::nameCell(const QString& name) const
{
    return QStringLiteral(
               "<td width=\"12%\" align=\"%1\" style=\"color:%2;padding:5px 8px;white-space:nowrap\">%3</td>")
        .arg(QLatin1String(isRightToLeft() ? "right" : "left"), m_theme.colours().dim.name(), name.toHtmlEscaped());
}

/// Tables of Qt's text do not mirror.
QString PairView::line(QStringList cells) const
{
    if (isRightToLeft())
        std::reverse(cells.begin(), cells.end());
    return QStringLiteral("<tr>%1</tr>").arg(cells.join(QString()));
}

void PairView::write()
{
    if (!m_left || !m_right)
        return clear();
    const auto head = [this](const QString& source) {
        return QStringLiteral("<td style=\"color:%1;padding:5px 8px\"><b>%2</b></td>")
            .arg(m_theme.colours().ink.name(), source.toHtmlEscaped());
    };
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\">")
        + line({nameCell({}), head(m_leftSource), head(m_rightSource)});
    for (const Field field : compared)
        html += row(
            words::name(field),
            recordsText::text(fieldText(m_left->record, field)).replace(QLatin1Char('\n'), QStringLiteral("; ")),
            recordsText::text(fieldText(m_right->record, field)).replace(QLatin1Char('\n'), QStringLiteral("; ")));
    setHtml(html + QStringLiteral("</table>"));
    verticalScrollBar()->setValue(0);
}

void PairView::keyPressEvent(QKeyEvent* event)
{
    const bool up = event->key() == Qt::Key_PageUp;
    if (up || event->key() == Qt::Key_PageDown)
        return verticalScrollBar()->triggerAction(up ? QAbstractSlider::SliderPageStepSub
                                                     : QAbstractSlider::SliderPageStepAdd);
    if (event->matches(QKeySequence::Copy))
        return QTextBrowser::keyPressEvent(event);
    event->ignore(); // letters are the panel's
}

} // namespace winnow::ui
