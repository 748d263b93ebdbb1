// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace winnow::ui {

class Theme;

/// What an empty workspace shows: what it is for, and the one next step. A second, quieter step is possible.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const Theme& theme, QWidget* parent = nullptr);

    void setSign(Sign sign);
    void setTitle(const QString& title);
    /// One sentence; broken at about 60 characters.
    void setSentence(const QString& sentence);
    /// Empty text hides the button.
    void setStep(const QString& verb);
    void setOtherStep(const QString& verb);

    [[nodiscard]] QPushButton* stepButton() const { return m_step; }
    [[nodiscard]] QPushButton* otherButton() const { return m_other; }

Q_SIGNALS:
    void step();
    void otherStep();

private:
    void dress();

    const Theme& m_theme;
    Icons m_icons;
    Sign m_sign = Sign::Info;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_step;
    QPushButton* m_other;
};

} // namespace winnow::ui
