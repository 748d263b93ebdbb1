// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace winnow::ui {

class TextLabel;

/// Criteria changed midway (rules.md B8): says why, and has all that were excluded for a reason screened again. Below,
/// what the methods section says of the review as it stands, to be copied.
class ProtocolCard final : public QWidget {
    Q_OBJECT
public:
    explicit ProtocolCard(PanelContext& context, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QComboBox* reason() const { return m_reason; }
    [[nodiscard]] QLineEdit* why() const { return m_why; }
    [[nodiscard]] QPushButton* noteButton() const { return m_note; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

Q_SIGNALS:
    void said(const QString& sentence, bool bad);

private:
    void allowByRole();
    void note();

    PanelContext& m_context;
    QComboBox* m_reason;
    QLineEdit* m_why;
    QPushButton* m_note;
    TextLabel* m_methods;
    QPushButton* m_copy;
};

} // namespace winnow::ui
