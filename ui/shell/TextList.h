// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/team/OrderedList.h"

#include <QStringList>

/// An OrderedList whose rows are nowhere else yet: what is wanted of it happens at once.
namespace winnow::ui {

[[nodiscard]] QStringList textsOf(const OrderedList& list);
/// Rows as the digits will be: the first nine have one.
void setTexts(OrderedList& list, const QStringList& texts, bool digits);
/// Does what the list says is wanted.
void keepTexts(OrderedList& list, bool digits);

} // namespace winnow::ui
