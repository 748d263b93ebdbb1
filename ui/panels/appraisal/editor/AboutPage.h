// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftPage.h"

class QLineEdit;

namespace winnow::ui {

/// What an instrument is called, what it is for, whose it is.
class AboutPage final : public DraftPage {
    Q_OBJECT

public:
    AboutPage(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);
    [[nodiscard]] QLineEdit* nameField() const { return m_name; }
    [[nodiscard]] QLineEdit* idField() const { return m_id; }
    [[nodiscard]] QLineEdit* versionField() const { return m_version; }

private:
    void addLists();

    QLineEdit* m_name;
    QLineEdit* m_id;
    QLineEdit* m_version;
};

} // namespace winnow::ui
