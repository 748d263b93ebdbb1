// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "domain/Rights.h"

#include <QString>

class QAction;
class QWidget;

namespace winnow::ui {

/// Why the person who sits here may not do it, in words for a tooltip; empty: may. The use cases refuse by the same
/// rule (domain/Rights.h).
[[nodiscard]] QString whyNot(const std::vector<Reviewer>& people, ReviewerId me, Right right);
/// The same for settling conflicts of the stage with these rules, which the team may have left to those named
/// beforehand.
[[nodiscard]] QString whyNotSettle(const std::vector<Reviewer>& people, ReviewerId me, const StageRules& rules);
/// Why nobody may change anything in a review that is open to be read only.
[[nodiscard]] QString whyReadOnly();

/// Greys what may not be used, with a tooltip that says why; its own tooltip comes back when it may. `otherwise` is
/// whether it could be used as things stand.
void allow(QWidget& control, const QString& whyNot, bool otherwise = true);
void allow(QAction& action, const QString& whyNot, bool otherwise = true);
/// The tooltip alone, for a field that stays readable.
void explain(QWidget& control, const QString& whyNot);

} // namespace winnow::ui
