// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSlider;

namespace winnow::ui {

class Theme;

/// "7 pairs score 0.80 or more": a slider and a number for the score, how many pairs stand above it, and a button that
/// takes them all.
class AcceptRow final : public QWidget {
    Q_OBJECT

public:
    explicit AcceptRow(const Theme& theme, QWidget* parent = nullptr);

    /// Highest first.
    void setScores(const std::vector<double>& scores);
    void setWritable(const QString& whyNot);
    [[nodiscard]] double score() const;
    [[nodiscard]] int above() const;
    [[nodiscard]] QDoubleSpinBox* number() const { return m_number; }
    [[nodiscard]] QPushButton* button() const { return m_button; }

Q_SIGNALS:
    void accepted(double score);

private:
    void tell();

    std::vector<double> m_scores;
    QString m_whyNot;
    QSlider* m_slider;
    QDoubleSpinBox* m_number;
    QLabel* m_text;
    QPushButton* m_button;
};

} // namespace winnow::ui
