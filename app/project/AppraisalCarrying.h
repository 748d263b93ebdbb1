// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalWriting.h"

#include <functional>

namespace winnow {

// What goes along from one appraisal to another one. Not for the window or the command line.

using ToldUnsayable = std::function<void(const QString& key, const Error& error)>;

/// Takes out what cannot be said on top of a sheet and tells it, until the rest can be.
void siftSaid(const Under& under, const AppraisalSheet& sheet, std::map<QString, Said>& said,
              const ToldUnsayable& told);

struct Carried {
    std::map<QString, Said> said; ///< what has a place there and is not said there yet
    std::vector<appraisal::Lost> lost; ///< what has none
};
/// What of `source` can be said on top of `target`, by the ids of items and domains. A judgement that would overrule
/// what is proposed there without a reason is left out: it is to be judged anew.
[[nodiscard]] Carried carried(const AppraisalSheet& source, const AppraisalSheet& target, const Under& to);

} // namespace winnow
