// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Door.h"
#include "store/RunFreight.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace winnow::sharing {

// The blocks that entries are made of: CBOR (RFC 8949), small enough to be held in memory one at a time. Texts are byte
// strings of UTF-8. A block that is not exactly what is written here reads as nothing.

/// An array of changes, each [stamp, replica, wall, step, kind, author, subject, slot, value, undoes, its replica].
[[nodiscard]] QByteArray encode(const std::vector<store::PortableChange>& changes);
[[nodiscard]] std::optional<std::vector<store::PortableChange>> decodeChanges(const QByteArray& block);

/// [table, [column …], [[place, value …] …]].
[[nodiscard]] QByteArray encode(const store::FactPage& page);
[[nodiscard]] std::optional<store::FactPage> decodePage(const QByteArray& block);

} // namespace winnow::sharing
