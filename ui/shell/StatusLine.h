// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace winnow::ui {

class ProgressPill;
class TextLabel;
class Theme;

/// The line under everything: who sits here, what is safe, how far I am; at its end the job that runs.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const Theme& theme, QWidget* parent = nullptr);

    /// Who sits here (a button: press to say otherwise; empty: none), then facts in their order; empty ones are left
    /// out.
    void setFacts(const QString& who, const QStringList& facts, const QString& explained = {});
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton* who() const { return m_who; }
    [[nodiscard]] ProgressPill* pill() const { return m_pill; }

Q_SIGNALS:
    void whoWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QPushButton* m_who;
    TextLabel* m_text;
    ProgressPill* m_pill;
};

} // namespace winnow::ui
