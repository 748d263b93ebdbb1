// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Sharing.h"
#include "store/RunFreight.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace winnow::sharing {

/// Raised when a reader of an earlier version would read a bundle wrongly.
inline constexpr int formatVersion = 1;

inline constexpr char manifestName[] = "manifest.json";
inline constexpr char changesName[] = "changes";

/// One file in the ZIP, as it is when unpacked.
struct Entry {
    QString name;
    qint64 bytes = 0;
    QByteArray sha256; ///< in hexadecimal

    bool operator==(const Entry&) const = default;
};

/// An import that the sender's copy has; `included`: its records come along.
struct RunEntry {
    store::RunHead head;
    bool included = false;

    bool operator==(const RunEntry&) const = default;
};

/// The table of contents of a bundle: who made it for whom, of what, and what must be found in it.
struct Manifest {
    BundleInfo info;
    std::vector<RunEntry> runs;
    std::vector<Entry> entries;

    bool operator==(const Manifest&) const = default;
};

[[nodiscard]] QByteArray toJson(const Manifest& manifest);
/// Errors: NotABundle, NewerBundle, BundleDamaged, BundleUnsafe (names or numbers that no Winnow writes).
[[nodiscard]] Result<Manifest> manifestFrom(const QByteArray& json, const QString& file);

/// Only what it says of itself; none if it cannot be read. For what was kept of a bundle that came.
[[nodiscard]] std::optional<BundleInfo> manifestInfo(const QByteArray& json);

/// Entries of a run: its source file in chunks, and its rows.
[[nodiscard]] QString sourceName(const std::string& hash);
[[nodiscard]] QString rowsName(const std::string& hash);
/// The name is one that Winnow gives: nothing that could lead out of the ZIP.
[[nodiscard]] bool isOurName(const QString& name);

} // namespace winnow::sharing
