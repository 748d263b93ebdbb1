// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/StyleParts.h"

#include "services/Theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace winnow::ui::styleParts {

namespace {

class Kept final {
public:
    explicit Kept(QPainter& painter) : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Kept() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Kept)

private:
    QPainter& m_painter;
};

bool has(const QStyleOption& option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

bool focusShown(const QStyleOption& option)
{
    return has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange);
}

/// The ground under the pointer, under a press.
QColor touched(const QColor& ground, const QColor& ink, const QStyleOption& option)
{
    if (!has(option, QStyle::State_Enabled))
        return ground;
    if (has(option, QStyle::State_Sunken))
        return mixed(ground, ink, 0.12);
    return has(option, QStyle::State_MouseOver) ? mixed(ground, ink, 0.05) : ground;
}

/// Borders of things to be clicked stand out at 3 : 1.
QColor controlBorder(const Colours& c)
{
    return mixed(c.page, c.dim, 0.85);
}

} // namespace

void chevron(QPainter& painter, const QRect& where, const QColor& colour, double degrees)
{
    const Kept kept(painter);
    painter.translate(QRectF(where).center());
    painter.rotate(degrees);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{{-3.5, -1.75}, {0, 1.75}, {3.5, -1.75}});
}

void box(QPainter& painter, const QRect& where, double radius, const QColor& fill, const QColor& border, double width)
{
    const Kept kept(painter);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0;
    painter.drawRoundedRect(QRectF(where).adjusted(inset, inset, -inset, -inset), radius, radius);
}

void paragraph(QPainter& painter, const QRect& where, QString text)
{
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    QTextOption option((mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::WordWrap);
    QTextLayout layout(text.replace(QLatin1Char('\n'), QChar::LineSeparator), painter.font(), painter.device());
    layout.setTextOption(option);
    layout.beginLayout();
    double y = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(where.width());
        line.setPosition({0, y});
        y += line.height();
        if (y > where.height() + 1)
            break;
        line.draw(&painter, where.topLeft());
    }
    layout.endLayout();
}

void button(QPainter& painter, const QStyleOption& option, const Theme& theme, Look look)
{
    const Colours& c = theme.colours();
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool pointed = enabled && (has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken));
    QColor fill = touched(c.page, c.ink, option);
    QColor border = c.line;
    if (look == Look::Primary && enabled) {
        fill = touched(c.accent, c.accentText, option);
        border = fill;
    } else if (has(option, QStyle::State_On)) {
        fill = touched(c.selection, c.ink, option);
        border = c.accent;
    } else if (look == Look::Quiet || look == Look::Link) {
        fill = pointed && look == Look::Quiet ? touched(c.window, c.ink, option) : QColor();
        border = QColor();
    } else if (!enabled) {
        fill = c.window;
    } else if (const auto* push = qstyleoption_cast<const QStyleOptionButton*>(&option)) {
        // What Enter does in a dialog.
        if (push->features.testFlag(QStyleOptionButton::DefaultButton))
            border = c.accent;
    }
    box(painter, option.rect, theme.px(Theme::radius), fill, border);
    if (focusShown(option))
        box(painter, option.rect, theme.px(Theme::radius), {}, look == Look::Primary ? c.ink : c.accent, 2);
}

void buttonLabel(QPainter& painter, const QStyleOptionButton& option, const Theme& theme, Look look, bool mnemonic)
{
    const Colours& c = theme.colours();
    QColor colour = option.palette.color(QPalette::ButtonText);
    if (has(option, QStyle::State_Enabled))
        colour = look == Look::Primary ? c.accentText : look == Look::Link ? c.accent : colour;
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | (mnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    const int gap = theme.px(6);
    const int text = option.text.isEmpty() ? 0 : option.fontMetrics.size(flags, option.text).width();
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width();
    const bool menu = option.features.testFlag(QStyleOptionButton::HasMenu);
    const int arrow = menu ? theme.px(9) : 0;
    int width = text + icon + arrow + (text && icon ? gap : 0) + (menu ? gap : 0);
    int x = option.rect.left() + std::max(0, (option.rect.width() - width) / 2);
    const auto place = [&](int w) {
        const QRect logical(x, option.rect.top(), w, option.rect.height());
        x += w + gap;
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    if (icon) {
        const QIcon::Mode mode = !has(option, QStyle::State_Enabled) ? QIcon::Disabled : QIcon::Normal;
        option.icon.paint(&painter, place(icon), Qt::AlignCenter, mode);
    }
    if (text) {
        painter.setPen(colour);
        painter.drawText(place(text), flags, option.text);
    }
    if (menu)
        chevron(painter, place(arrow), colour);
}

void toolButton(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const bool raised = has(option, QStyle::State_AutoRaise);
    button(painter, option, theme, raised ? Look::Quiet : Look::Plain);
}

void field(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const Colours& c = theme.colours();
    const bool focus = has(option, QStyle::State_HasFocus);
    const QColor fill = has(option, QStyle::State_Enabled) ? c.page : c.window;
    box(painter, option.rect, theme.px(Theme::radius), fill, focus ? c.accent : c.line,
        focus && theme.highContrast() ? 2 : 1);
}

void check(QPainter& painter, const QStyleOption& option, const Theme& theme, bool round)
{
    const Colours& c = theme.colours();
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const QRect r = option.rect;
    const double radius = round ? r.width() / 2.0 : 4;
    const QColor full = enabled ? c.accent : c.line;
    if (on || partly)
        box(painter, r, radius, full, full);
    else
        box(painter, r, radius, touched(c.page, c.ink, option), enabled ? controlBorder(c) : c.line);
    const Kept kept(painter);
    painter.setPen(QPen(c.accentText, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(QRectF(r).topLeft());
    painter.scale(r.width() / 16.0, r.height() / 16.0);
    if (partly) {
        painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    } else if (on && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accentText);
        painter.drawEllipse(QPointF(8, 8), 3, 3);
    } else if (on) {
        painter.drawPolyline(QPolygonF{{4.2, 8.3}, {7, 11}, {11.8, 5.2}});
    }
}

void comboBox(QPainter& painter, const QStyleOptionComboBox& option, const Theme& theme)
{
    if (option.editable)
        field(painter, option, theme);
    else if (option.frame)
        button(painter, option, theme, Look::Plain);
    const int arrow = theme.px(22);
    const QRect right(option.rect.right() - arrow, option.rect.top(), arrow, option.rect.height());
    chevron(painter, QStyle::visualRect(option.direction, option.rect, right), theme.colours().dim);
}

void spinBox(QPainter& painter, const QStyleOptionSpinBox& option, const Theme& theme, const QRect& up,
             const QRect& down)
{
    if (option.frame)
        field(painter, option, theme);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const Colours& c = theme.colours();
    const QColor off = mixed(c.page, c.dim, 0.4);
    chevron(painter, up, option.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled) ? c.ink : off, 180);
    chevron(painter, down, option.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled) ? c.ink : off);
}

void scrollBar(QPainter& painter, const QStyleOptionSlider& option, const Theme& theme, const QColor& ground,
               const QRect& handle)
{
    painter.fillRect(option.rect, ground);
    if (option.maximum <= option.minimum)
        return;
    const Colours& c = theme.colours();
    const double share = has(option, QStyle::State_Sunken) ? 0.9 : has(option, QStyle::State_MouseOver) ? 0.7 : 0.45;
    const int inset = theme.px(3);
    const QRect bar = handle.adjusted(inset, inset, -inset, -inset);
    box(painter, bar, std::min(bar.width(), bar.height()) / 2.0, mixed(ground, c.dim, share), {});
}

void slider(QPainter& painter, const QStyleOptionSlider& option, const Theme& theme, const QRect& groove,
            const QRect& handle)
{
    const Colours& c = theme.colours();
    const bool flat = option.orientation == Qt::Horizontal;
    const int thick = theme.px(4);
    const QPoint mid = groove.center();
    QRect track = flat ? QRect(groove.left(), mid.y() - thick / 2, groove.width(), thick)
                       : QRect(mid.x() - thick / 2, groove.top(), thick, groove.height());
    box(painter, track, thick / 2.0, theme.highContrast() ? mixed(c.page, c.line, 0.35) : c.line, {});
    if (flat && (option.upsideDown == (option.direction == Qt::RightToLeft)))
        track.setRight(handle.center().x());
    else if (flat)
        track.setLeft(handle.center().x());
    else
        track.setTop(handle.center().y());
    box(painter, track, thick / 2.0, has(option, QStyle::State_Enabled) ? c.accent : c.line, {});
    QRect knob(0, 0, theme.px(16), theme.px(16));
    knob.moveCenter(handle.center());
    box(painter, knob, knob.width() / 2.0, touched(c.page, c.ink, option), focusShown(option) ? c.ink : c.accent, 2);
}

void headerSection(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const Colours& c = theme.colours();
    painter.fillRect(option.rect, touched(c.window, c.ink, option));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), c.line);
}

void progress(QPainter& painter, const QStyleOptionProgressBar& option, const Theme& theme)
{
    const Colours& c = theme.colours();
    const int thick = std::min(theme.px(6), option.rect.height());
    QRect bar(option.rect.left(), option.rect.center().y() - thick / 2, option.rect.width(), thick);
    box(painter, bar, thick / 2.0, c.line, {});
    const qint64 span = qint64(option.maximum) - option.minimum;
    if (span <= 0)
        return;
    const double share = std::clamp(double(qint64(option.progress) - option.minimum) / double(span), 0.0, 1.0);
    const QRect whole = bar;
    bar.setWidth(int(bar.width() * share));
    box(painter, QStyle::visualRect(option.direction, whole, bar), thick / 2.0, c.accent, {});
}

void menuItem(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const int inset = theme.px(2);
    const QRect bar = option.rect.adjusted(inset, 0, -inset, 0);
    box(painter, bar, theme.px(4), theme.colours().selection, {});
}

void chooseMenuItem(QPainter& painter, QStyleOptionMenuItem& option, const Theme& theme)
{
    menuItem(painter, option, theme);
    option.state &= ~QStyle::State_Selected;
    if (!has(option, QStyle::State_Enabled) || !theme.highContrast())
        return;
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        option.palette.setColor(role, theme.colours().selectionText);
    if (!option.icon.isNull())
        option.icon = QIcon(option.icon.pixmap(QSize(theme.px(16), theme.px(16)), QIcon::Selected));
}

void tab(QPainter& painter, const QStyleOption& option, const Theme& theme)
{
    const Colours& c = theme.colours();
    const QRect& r = option.rect;
    if (has(option, QStyle::State_Selected))
        painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), c.accent);
    else if (has(option, QStyle::State_MouseOver))
        painter.fillRect(QRect(r.left(), r.bottom() - 1, r.width(), 2), c.line);
    if (focusShown(option))
        box(painter, r.adjusted(2, 2, -2, -4), theme.px(4), {}, c.accent, 2);
}

} // namespace winnow::ui::styleParts
