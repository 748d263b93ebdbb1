// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace winnow::ui {

class Theme;

/// A few answers in one row of which at most one is chosen ("1 Y | 2 PY | 3 PN | 4 N | 5 NI").
/// Digits 1–9 choose, Left and Right move (mirrored in right-to-left), Delete clears if that is allowed.
class Segmented final : public QWidget {
    Q_OBJECT
public:
    explicit Segmented(const Theme& theme, QWidget* parent = nullptr);

    /// `names` are what a screen reader says; where missing, the text.
    void setOptions(const QStringList& texts, const QStringList& names = {});
    [[nodiscard]] int count() const { return int(m_texts.size()); }
    /// −1: none.
    [[nodiscard]] int current() const { return m_current; }
    /// Silent: changed() is said for the user's choices only.
    void setCurrent(int index);
    /// Digits before the texts.
    void setDigitsShown(bool on);
    /// Delete, or a click on the chosen answer, chooses none. Off at first.
    void setClearable(bool on) { m_clearable = on; }

    [[nodiscard]] QRect segment(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void changed(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);
    void describe();
    [[nodiscard]] int widthOf(int index) const;
    void paintSegment(QPainter& painter, int index) const;

    const Theme& m_theme;
    QStringList m_texts;
    QStringList m_names;
    int m_current = -1;
    bool m_digits = false;
    bool m_clearable = false;
};

} // namespace winnow::ui
