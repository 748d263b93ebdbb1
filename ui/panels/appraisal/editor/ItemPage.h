// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftPage.h"

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace winnow::ui {

/// A question: its words, what can be answered, when it is asked.
class ItemPage final : public DraftPage {
    Q_OBJECT

public:
    ItemPage(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);
    void goTo(const appraisal::Remark& remark) override;
    [[nodiscard]] QPlainTextEdit* question() const { return m_question; }
    [[nodiscard]] QLineEdit* idField() const { return m_id; }
    [[nodiscard]] QLineEdit* askedIf() const { return m_askedIf; }
    [[nodiscard]] QComboBox* answers() const { return m_answers; }
    [[nodiscard]] DraftTable* ownAnswers() const { return m_own; }

protected:
    void refresh() override;

private:
    void addAnswers();

    QPlainTextEdit* m_question = nullptr;
    QLineEdit* m_id = nullptr;
    QLineEdit* m_askedIf = nullptr;
    QComboBox* m_answers = nullptr;
    DraftTable* m_own = nullptr;
};

} // namespace winnow::ui
