// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace winnow::ui {

class TextLabel;
class Theme;

/// Before a study is assessed: what the instrument is for, whose it is, and, where it judges results, which one
/// (rules.md G1).
class BeginPage final : public QWidget {
    Q_OBJECT

public:
    explicit BeginPage(const Theme& theme, QWidget* parent = nullptr);

    void setInstrument(const appraisal::Instrument& instrument);
    /// `fit`: a sentence that warns where the instrument does not suit the study's design (rules.md G1).
    void setStudy(const QString& name, const QString& fit);
    [[nodiscard]] QString fitText() const;
    [[nodiscard]] ResultOf result() const;
    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] QLineEdit* outcome() const { return m_outcome; }
    [[nodiscard]] QString about() const;

Q_SIGNALS:
    void begin();

private:
    [[nodiscard]] QLineEdit* field(const QString& label, const QString& hint);
    void ready();

    const Theme& m_theme;
    bool m_needsResult = false;
    QWidget* m_fields;
    TextLabel* m_study;
    TextLabel* m_about;
    TextLabel* m_fit;
    QLineEdit* m_outcome;
    QLineEdit* m_comparison;
    QLineEdit* m_measure;
    QLineEdit* m_time;
    QPushButton* m_button;
};

} // namespace winnow::ui
