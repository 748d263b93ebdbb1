// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Theme.h"

#include <QLabel>

namespace winnow::ui {

/// A text in one of the design's sizes, in ink or dim, that follows the theme. In a window that is read from right to
/// left it stands on the right, in whatever language it is: a Latin name does not leave its column.
class TextLabel : public QLabel {
    Q_OBJECT
public:
    TextLabel(const Theme& theme, Text size, const QString& text = {}, QWidget* parent = nullptr);
    void setDim(bool dim);

protected:
    virtual void dress();
    bool event(QEvent* event) override;
    const Theme& m_theme;

private:
    void keepSide();

    Text m_size;
    bool m_dim = false;
};

/// Head of a section: semi-bold, dim; in capitals (of an abstract, a form) or as written (side panels).
class SectionLabel final : public TextLabel {
    Q_OBJECT
public:
    enum class Case { Capitals, AsWritten };
    SectionLabel(const Theme& theme, const QString& text, Case letters = Case::Capitals, QWidget* parent = nullptr);

protected:
    void dress() override;

private:
    Case m_case;
};

} // namespace winnow::ui
