// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/DraftCheck.h"

#include <QWidget>

class QListWidget;

namespace winnow::ui {

class TextLabel;
class Theme;

/// The combinations of answers that no rule of a domain decides. Enter begins a rule for the chosen one, a digit makes
/// it with that judgement of the scale.
class GapList final : public QWidget {
    Q_OBJECT

public:
    explicit GapList(const Theme& theme, QWidget* parent = nullptr);

    /// Hidden if there are none. What was chosen stays chosen if it is still open.
    void show(const appraisal::Examination& examination, const QString& domain, bool applicability);

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QString heading() const;

Q_SIGNALS:
    /// "if 1.1 is N then ": its end is still to be written, unless it is `whole`.
    void ruleWanted(const QString& rule, bool whole);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Gap {
        appraisal::Undecided what;
        QString text;

        bool operator==(const Gap&) const = default;
    };
    void fill(const std::vector<Gap>& gaps);
    void choose(int level);

    const Theme& m_theme;
    std::vector<Gap> m_gaps;
    QStringList m_levels; ///< of the scale that the domain is judged on
    TextLabel* m_head;
    QListWidget* m_list;
};

} // namespace winnow::ui
