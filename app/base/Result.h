// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"

#include <tl/expected.hpp>

namespace winnow {

/// A value, or the Error that kept it from being made. Cannot be dropped without a warning.
template <class T> class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

using Failure = tl::unexpected<Error>;

[[nodiscard]] inline Failure fail(ErrorCode code, QString context = {}, QString detail = {})
{
    return Failure(Error{code, std::move(context), std::move(detail)});
}

} // namespace winnow
