// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QPushButton>

namespace winnow::ui {

/// The roles of one person: a button that opens a menu of them, each with what it may do.
class RolesButton final : public QPushButton {
    Q_OBJECT
public:
    explicit RolesButton(QWidget* parent = nullptr);

    [[nodiscard]] Roles roles() const { return m_roles; }
    /// Silent.
    void setRoles(Roles roles);

Q_SIGNALS:
    void rolesChanged(winnow::Roles roles);

private:
    void choose(Role role, bool on);

    Roles m_roles = Role::Reviewer;
};

} // namespace winnow::ui
