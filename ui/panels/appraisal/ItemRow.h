// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace winnow::ui {

class QuoteList;
class Segmented;
class TextLabel;
class Theme;

/// "a = Truly · b = Somewhat": what codes stand for; empty if they say it themselves.
[[nodiscard]] QString legendOf(const std::vector<appraisal::Answer>& answers);

/// One question of the form: its number and wording, the answers as keys 1–9, a line for what supports the answer,
/// and, once it is opened, what each appraiser had said. An item that is not asked is folded to one dim line.
class ItemRow final : public QWidget {
    Q_OBJECT

public:
    ItemRow(const Theme& theme, const appraisal::Instrument& instrument, const appraisal::Item& item,
            QWidget* parent = nullptr);

    [[nodiscard]] const QString& item() const { return m_item; }
    /// Shows an answer without saying that it changed.
    void show(const Said& said, appraisal::Asked asked);
    /// "Ana Y · Ben PN"; differing ones are marked. Empty: hidden.
    void showSaid(const QString& text, bool differ);
    void setReadOnly(bool readOnly);

    [[nodiscard]] Segmented* answers() const { return m_answers; }
    [[nodiscard]] QLineEdit* support() const { return m_support; }
    [[nodiscard]] QuoteList* quotes() const { return m_quotes; }
    /// What its answers mean; empty where the domain says it once for all.
    [[nodiscard]] QString legend() const;
    [[nodiscard]] QString saidText() const;

Q_SIGNALS:
    void said(const QString& item, const winnow::Said& said);
    void fileWanted(winnow::ui::QuoteList* quotes); ///< a passage is quoted: which file is it from?

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void sayNow();

    const Theme& m_theme;
    QString m_item;
    QStringList m_codes;
    Said m_said;
    QLabel* m_question;
    TextLabel* m_help = nullptr; ///< what the instrument says about the question; none: nothing
    TextLabel* m_legend = nullptr; ///< of answers that this question alone has
    TextLabel* m_folded;
    Segmented* m_answers;
    QLineEdit* m_support;
    QuoteList* m_quotes;
    TextLabel* m_others;
};

} // namespace winnow::ui
