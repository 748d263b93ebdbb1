// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace winnow {

/// Where "now" comes from; tests hand in their own.
class Clock {
public:
    virtual ~Clock() = default;
    /// Milliseconds since 1970-01-01 UTC.
    [[nodiscard]] virtual qint64 now() const = 0;
};

class SystemClock final : public Clock {
public:
    [[nodiscard]] qint64 now() const override;
};

} // namespace winnow
