// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace winnow::ui {

class Theme;

/// A small badge that shows a key: "E", "Ctrl+F". Not focusable; screen readers hear it through what it belongs to.
class KeyCap final : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const Theme& theme, const QString& text = {}, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    /// The same badge inside another widget's painting.
    [[nodiscard]] static QSize sizeOf(const Theme& theme, const QString& text);
    static void paint(QPainter& painter, const Theme& theme, const QRect& where, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_text;
};

} // namespace winnow::ui
