// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"
#include "panels/Panel.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

/// Numbers that Winnow cannot compute: those declared so far, and a form to declare one (rules.md A8).
class DeclaredForm final : public QWidget {
    Q_OBJECT

public:
    explicit DeclaredForm(PanelContext& context, QWidget* parent = nullptr);

    void setDeclared(const std::vector<Declared>& declared);
    [[nodiscard]] QComboBox* boxChoice() const { return m_box; }
    [[nodiscard]] QLineEdit* numberField() const { return m_number; }
    [[nodiscard]] QLineEdit* whyField() const { return m_why; }
    [[nodiscard]] QPushButton* button() const { return m_declare; }
    /// What a declarable box is called.
    [[nodiscard]] static QString nameOf(const QString& box);

Q_SIGNALS:
    void declared(const QString& box, qint64 number, const QString& why);

private:
    void check();

    PanelContext& m_context;
    std::vector<Declared> m_known;
    QVBoxLayout* m_list;
    QComboBox* m_box;
    QLineEdit* m_number;
    QLineEdit* m_why;
    QPushButton* m_declare;
    QLabel* m_hint;
};

} // namespace winnow::ui
