// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ActingAs.h"

#include <utility>

namespace winnow {

namespace {

thread_local std::optional<ReviewerId> whoActsHere;

} // namespace

ActingAs::ActingAs(ReviewerId who) : m_before(std::exchange(whoActsHere, who)) { }

ActingAs::~ActingAs()
{
    whoActsHere = m_before;
}

std::optional<ReviewerId> ActingAs::here()
{
    return whoActsHere;
}

} // namespace winnow
