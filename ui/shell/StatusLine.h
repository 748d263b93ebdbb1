// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace winnow::ui {

class ProgressPill;
class TextLabel;
class Theme;

/// The line under everything: who sits here, what is safe, how far I am; at its end the job that runs.
class StatusLine final : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const Theme& theme, QWidget* parent = nullptr);

    /// Facts in their order; empty ones are left out.
    void setFacts(const QStringList& facts, const QString& explained = {});
    [[nodiscard]] QString text() const;
    [[nodiscard]] ProgressPill* pill() const { return m_pill; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextLabel* m_text;
    ProgressPill* m_pill;
};

} // namespace winnow::ui
