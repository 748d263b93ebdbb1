// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>

class QAbstractButton;

namespace winnow::ui {

class Theme;

/// How a push button looks: plain (white, one line), primary (accent, one per page), quiet (no frame until pointed at),
/// link (accent text, no frame).
enum class Look { Plain, Primary, Quiet, Link };
void setLook(QAbstractButton& button, Look look);
[[nodiscard]] Look lookOf(const QWidget* button);

/// Fusion with the calm lines of the design: flat fills, one-pixel borders, radius 6, a clear focus ring.
/// Enter presses the button that has the focus, as Space does.
/// Colours come from the theme, so that switching it costs one repaint; no style sheet is used anywhere.
class Style final : public QProxyStyle {
    Q_OBJECT
public:
    explicit Style(const Theme& theme);

    using QProxyStyle::polish;
    void polish(QWidget* widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget = nullptr) const override;
    QIcon standardIcon(StandardPixmap standard, const QStyleOption* option = nullptr,
                       const QWidget* widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* data = nullptr) const override;

private:
    [[nodiscard]] QRect scrollBarPart(const QStyleOptionComplex& option, SubControl part) const;

    QPointer<const Theme> m_theme;
};

} // namespace winnow::ui
