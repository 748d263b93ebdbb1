// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace winnow::ui {

class Theme;

/// A field under its name, small and dim; the name is the field's buddy and its name for screen readers.
[[nodiscard]] QWidget* namedField(const Theme& theme, const QString& name, QWidget* field);

/// What PRISMA-S asks about one search (rules.md F2): platform, date, hits, removed earlier, strategy line by line.
class RunForm final : public QWidget {
    Q_OBJECT

public:
    enum class Shape { Wide, Narrow };
    RunForm(const Theme& theme, Shape shape, QWidget* parent = nullptr);

    void setDetails(const RunDetails& details);
    /// None while the date is no date or a number no number: a sentence under the field says so, and the field gets the
    /// focus.
    [[nodiscard]] std::optional<RunDetails> details();

    [[nodiscard]] QLineEdit* platformField() const { return m_platform; }
    [[nodiscard]] QLineEdit* dateField() const { return m_searched; }
    [[nodiscard]] QLineEdit* hitsField() const { return m_hits; }
    [[nodiscard]] QPlainTextEdit* strategyField() const { return m_strategy; }

Q_SIGNALS:
    /// By the user.
    void edited();

private:
    void complain(QLineEdit* field, const QString& sentence);
    void arrange(QGridLayout* grid, Shape shape, const Theme& theme);

    QLineEdit* m_platform;
    QLineEdit* m_searched;
    QLineEdit* m_hits;
    QLineEdit* m_removed;
    QPlainTextEdit* m_strategy;
    QLabel* m_problem;
    bool m_filling = false;
};

} // namespace winnow::ui
