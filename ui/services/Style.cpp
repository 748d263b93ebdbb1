// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Style.h"

#include "services/Icons.h"
#include "services/StyleParts.h"
#include "services/Theme.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextEdit>
#include <QVariant>

namespace winnow::ui {

namespace {

constexpr const char* lookProperty = "winnowLook";

/// What a scroll bar lies on: the ground of the area that it scrolls.
QColor groundOf(const QWidget* bar, const QColor& otherwise)
{
    for (const QWidget* widget = bar; widget; widget = widget->parentWidget()) {
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(widget)) {
            const QWidget* port = area->viewport();
            return port->palette().color(port->backgroundRole());
        }
    }
    return otherwise;
}

/// Areas for writing look like fields: round corners, some room around the text.
bool isTextArea(const QWidget* widget)
{
    return qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

} // namespace

void setLook(QAbstractButton& button, Look look)
{
    button.setProperty(lookProperty, int(look));
    button.updateGeometry();
    button.update();
}

Look lookOf(const QWidget* button)
{
    return button ? Look(button->property(lookProperty).toInt()) : Look::Plain;
}

Style::Style(const Theme& theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(&theme) { }

void Style::polish(QWidget* widget)
{
    if (auto* button = qobject_cast<QPushButton*>(widget))
        button->setAutoDefault(true);
    QProxyStyle::polish(widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const
{
    if (!m_theme)
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const Colours& c = m_theme->colours();
    switch (element) {
    case PE_PanelButtonCommand: return styleParts::button(*painter, *option, *m_theme, lookOf(widget));
    case PE_PanelButtonTool: return styleParts::toolButton(*painter, *option, *m_theme);
    case PE_FrameLineEdit: return styleParts::field(*painter, *option, *m_theme);
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            return styleParts::field(*painter, *option, *m_theme);
        return painter->fillRect(option->rect, option->palette.base());
    }
    case PE_Frame:
        if (isTextArea(widget))
            return styleParts::field(*painter, *option, *m_theme);
        return styleParts::box(*painter, option->rect, 0, {}, c.line);
    case PE_FrameMenu:
    case PE_PanelMenu:
        return styleParts::box(*painter, option->rect, 0, element == PE_PanelMenu ? c.page : QColor(), c.line);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return styleParts::check(*painter, *option, *m_theme, false);
    case PE_IndicatorRadioButton: return styleParts::check(*painter, *option, *m_theme, true);
    case PE_FrameFocusRect:
        if (!qobject_cast<const QAbstractButton*>(widget) || !widget->inherits("QPushButton")) {
            if (option->state.testFlag(State_KeyboardFocusChange))
                styleParts::box(*painter, option->rect, 4, {}, c.accent, 2);
        }
        return;
    case PE_FrameTabBarBase:
        return painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), c.line);
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar: return;
    default: return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const
{
    if (!m_theme)
        return QProxyStyle::drawControl(element, option, painter, widget);
    switch (element) {
    case CE_PushButtonBevel: return styleParts::button(*painter, *option, *m_theme, lookOf(widget));
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
            const bool mnemonic = proxy()->styleHint(SH_UnderlineShortcut, option, widget) != 0;
            return styleParts::buttonLabel(*painter, *button, *m_theme, lookOf(widget), mnemonic);
        }
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return styleParts::headerSection(*painter, *option, *m_theme);
    case CE_HeaderLabel:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeaderV2 dim;
            dim.QStyleOptionHeader::operator=(*header);
            if (const auto* second = qstyleoption_cast<const QStyleOptionHeaderV2*>(option))
                dim = *second;
            dim.palette.setColor(QPalette::ButtonText, m_theme->colours().dim);
            // The head of a column stands over its cells, whose text begins at PM_FocusFrameHMargin and a pixel.
            dim.rect.adjust(m_theme->px(6), 0, -m_theme->px(6), 0);
            return QProxyStyle::drawControl(element, &dim, painter, widget);
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel: return;
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return styleParts::progress(*painter, *bar, *m_theme);
        break;
    case CE_Splitter: return painter->fillRect(option->rect, m_theme->colours().line);
    case CE_TabBarTabShape: return styleParts::tab(*painter, *option, *m_theme);
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            QStyleOptionMenuItem plain = *item;
            if (item->state.testFlag(State_Selected) && item->menuItemType != QStyleOptionMenuItem::Separator)
                styleParts::chooseMenuItem(*painter, plain, *m_theme);
            return QProxyStyle::drawControl(element, &plain, painter, widget);
        }
        break;
    case CE_MenuBarEmptyArea: return painter->fillRect(option->rect, m_theme->colours().window);
    case CE_MenuBarItem: {
        painter->fillRect(option->rect, m_theme->colours().window);
        if (option->state.testFlag(State_Selected))
            styleParts::menuItem(*painter, *option, *m_theme);
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        const int hide
            = proxy()->styleHint(SH_UnderlineShortcut, option, widget) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
        return drawItemText(painter, option->rect, Qt::AlignCenter | hide, option->palette,
                            option->state.testFlag(State_Enabled), item ? item->text : QString(),
                            option->state.testFlag(State_Selected) ? QPalette::HighlightedText : QPalette::WindowText);
    }
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (m_theme && control == CC_ComboBox) {
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return styleParts::comboBox(*painter, *combo, *m_theme);
    } else if (m_theme && control == CC_SpinBox) {
        if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option))
            return styleParts::spinBox(*painter, *spin, *m_theme,
                                       subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget),
                                       subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget));
    } else if (m_theme && slider && control == CC_ScrollBar) {
        return styleParts::scrollBar(*painter, *slider, *m_theme, groundOf(widget, m_theme->colours().window),
                                     scrollBarPart(*option, SC_ScrollBarSlider));
    } else if (m_theme && slider && control == CC_Slider && !(slider->subControls & SC_SliderTickmarks)) {
        return styleParts::slider(*painter, *slider, *m_theme,
                                  subControlRect(CC_Slider, option, SC_SliderGroove, widget),
                                  subControlRect(CC_Slider, option, SC_SliderHandle, widget));
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const
{
    if (!m_theme)
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    const int height = m_theme->px(28);
    switch (type) {
    case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        const Look look = lookOf(widget);
        const int side = m_theme->px(look == Look::Link ? 2 : look == Look::Quiet ? 8 : 12);
        const bool menu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        // Qt counts the width of its own arrow in for buttons with a menu: ours is about as wide.
        return {size.width() + 2 * side + (menu ? m_theme->px(3) : 0),
                std::max(size.height() + m_theme->px(8), height)};
    }
    case CT_LineEdit: return {size.width(), std::max(size.height(), m_theme->px(Theme::field))};
    case CT_ComboBox: return {size.width() + m_theme->px(42), std::max(size.height() + m_theme->px(8), height)};
    case CT_SpinBox:
        return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({0, m_theme->px(Theme::field)});
    case CT_ToolButton: return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({height, height});
    case CT_HeaderSection:
        return (QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(m_theme->px(8), 0))
            .expandedTo({0, m_theme->px(Theme::tableRow)});
    case CT_MenuItem: return QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(m_theme->px(8), 4);
    case CT_MenuBarItem: return size + QSize(m_theme->px(14), m_theme->px(10));
    case CT_TabBarTab:
        return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo({0, m_theme->px(34)});
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect Style::scrollBarPart(const QStyleOptionComplex& option, SubControl part) const
{
    const auto& bar = static_cast<const QStyleOptionSlider&>(option);
    const bool flat = bar.orientation == Qt::Horizontal;
    const int groove = flat ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const int least = std::min(groove, m_theme->px(28));
    const int length
        = range > 0 ? std::max(least, int(qint64(groove) * bar.pageStep / (range + bar.pageStep))) : groove;
    const int start
        = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, groove - length, bar.upsideDown);
    int from = 0;
    int size = groove;
    if (part == SC_ScrollBarSlider) {
        from = start;
        size = length;
    } else if (part == SC_ScrollBarSubPage) {
        size = start;
    } else if (part == SC_ScrollBarAddPage) {
        from = start + length;
        size = groove - from;
    } else if (part != SC_ScrollBarGroove) {
        return {};
    }
    const QRect logical = flat ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
                               : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
    return visualRect(bar.direction, bar.rect, logical);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const
{
    if (m_theme && control == CC_ScrollBar && qstyleoption_cast<const QStyleOptionSlider*>(option))
        return scrollBarPart(*option, part);
    if (m_theme && control == CC_ComboBox && part == SC_ComboBoxEditField) {
        const QRect inner(option->rect.left() + m_theme->px(9), option->rect.top() + 2,
                          option->rect.width() - m_theme->px(33), option->rect.height() - 4);
        return visualRect(option->direction, option->rect, inner);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (m_theme && element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(m_theme->px(6), 0, -m_theme->px(6), 0);
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    if (!m_theme)
        return QProxyStyle::pixelMetric(metric, option, widget);
    switch (metric) {
    case PM_ScrollBarExtent: return m_theme->px(12);
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_SplitterWidth: return 1;
    case PM_DefaultFrameWidth: return isTextArea(widget) ? m_theme->px(5) : 1;
    case PM_FocusFrameHMargin: return m_theme->px(7);
    case PM_SliderThickness:
    case PM_SliderControlThickness: return m_theme->px(18);
    case PM_SliderLength:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m_theme->px(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return m_theme->px(8);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return m_theme->px(16);
    case PM_MessageBoxIconSize: return m_theme->px(28);
    case PM_ToolTipLabelFrameWidth: return m_theme->px(5);
    case PM_TabBarTabHSpace: return m_theme->px(24);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap standard, const QStyleOption* option, const QWidget* widget) const
{
    if (!m_theme)
        return QProxyStyle::standardIcon(standard, option, widget);
    const Icons signs(*m_theme);
    switch (standard) {
    case SP_MessageBoxQuestion: return signs.icon(Sign::Question);
    case SP_MessageBoxInformation: return signs.icon(Sign::Info);
    case SP_MessageBoxWarning: return signs.icon(Sign::Warning);
    case SP_MessageBoxCritical: return signs.icon(Sign::Error);
    default: return QProxyStyle::standardIcon(standard, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_UnderlineShortcut: return m_theme && m_theme->highContrast();
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_Widget_Animation_Duration: return 0;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace winnow::ui
