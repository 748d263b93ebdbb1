// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QWidget>

class QLineEdit;

namespace winnow::ui {

class Segmented;
class TextLabel;
class Theme;

/// The judgement of a domain: what the answers propose, and another one by hand. Against the proposal it waits for a
/// reason, and only counts with it.
class JudgementRow final : public QWidget {
    Q_OBJECT

public:
    /// `head`: what is judged; `question`: that the instrument asks about it; may be empty.
    JudgementRow(const Theme& theme, const appraisal::Scale& scale, const QString& key, const QString& head,
                 const QString& question = {}, QWidget* parent = nullptr);

    void show(const appraisal::Outcome& outcome, const Said& given);
    void showSaid(const QString& text, bool differ);
    void setReadOnly(bool readOnly);

    [[nodiscard]] Segmented* levels() const { return m_levels; }
    [[nodiscard]] QLineEdit* reason() const { return m_reason; }
    [[nodiscard]] QString proposalText() const;
    [[nodiscard]] const QString& key() const { return m_key; }

Q_SIGNALS:
    void judged(const QString& key, const winnow::Said& said);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(int level);
    void sayReason();

    const Theme& m_theme;
    QString m_key;
    QStringList m_names;
    QStringList m_labels;
    QString m_proposed;
    Said m_given;
    TextLabel* m_proposal;
    Segmented* m_levels;
    QLineEdit* m_reason;
    TextLabel* m_others;
};

} // namespace winnow::ui
