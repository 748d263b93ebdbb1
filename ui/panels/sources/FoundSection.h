// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Style.h"
#include "services/Theme.h"

#include <QWidget>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Card;

/// One thing that can be found out otherwise than by searching: what it is for, its buttons, what came of it.
class FoundSection final : public QWidget {
    Q_OBJECT

public:
    FoundSection(const Theme& theme, const QString& head, const QString& purpose, QWidget* parent = nullptr);

    /// Between the purpose and the buttons.
    void addInput(QWidget* input);
    QPushButton* addButton(const QString& verb, Look look = Look::Plain);
    /// Beside the button that was added last: how it does its work.
    QCheckBox* addChoice(const QString& words);
    /// What came of it, or what stands now; may hold links.
    void say(const QString& text, bool trouble = false);
    [[nodiscard]] QString said() const;
    /// Why nothing can be done here now; empty: it can.
    void setWhyNot(const QString& whyNot);
    /// Something runs: nothing else can be begun.
    void setBusy(bool busy);

Q_SIGNALS:
    void linkChosen(const QString& target);

private:
    void dress();

    const Theme& m_theme;
    Card* m_card;
    QVBoxLayout* m_inputs;
    QHBoxLayout* m_buttons;
    QLabel* m_result;
    QList<QPushButton*> m_all;
    QString m_whyNot;
    bool m_busy = false;
    bool m_trouble = false;
};

} // namespace winnow::ui
