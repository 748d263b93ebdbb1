// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftDesk.h"
#include "project/Appraisals.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace winnow::ui {

class DomainForm;
class TextLabel;
class Theme;

/// The form as appraisers will see it, to be tried while it is built. What is answered here is nobody's answer.
class FormPreview final : public QWidget {
    Q_OBJECT

public:
    FormPreview(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);

    /// The domain around a place; anywhere else the one that was shown stays.
    void setPlace(int place);
    [[nodiscard]] DomainForm* form() const { return m_form; }

private:
    void refresh();
    void showForm();
    void listVariants();

    DraftDesk& m_desk;
    int m_domain = 0;
    AppraisalSheet m_sheet; ///< as it is tried
    std::shared_ptr<const appraisal::Judge> m_judge;
    QComboBox* m_variant;
    QPushButton* m_clear;
    TextLabel* m_empty;
    DomainForm* m_form;
};

} // namespace winnow::ui
