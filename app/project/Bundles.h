// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Progress.h"
#include "domain/Sharing.h"
#include "project/Project.h"
#include "project/Sharing.h"
#include "sharing/BundleReader.h"
#include "store/Outgoing.h"

#include <QTemporaryDir>

#include <functional>
#include <set>
#include <string>

namespace winnow {

// What the use cases of Sharing have in common. Not for the window or the command line.

// Keys of what a copy keeps for itself, each with the uid of a person behind it.
inline constexpr char holdsKey[] = "holds:"; ///< hashes of the imports that the person's copy has, one a line
inline constexpr char heardKey[] = "heard:"; ///< when the person's last file was made, ms since 1970
inline constexpr char sentKey[]
    = "sent:"; ///< "arrival ms": how far and when that person's work was last sent from here

[[nodiscard]] QString personUid(const store::Catalog& catalog, ReviewerId person);
[[nodiscard]] ReviewerId personOf(const store::Catalog& catalog, const QString& uid);
/// Hashes in a note, as a set; and back.
[[nodiscard]] std::set<std::string> hashesIn(const std::string& note);
[[nodiscard]] std::string noteOf(const std::set<std::string>& hashes);

struct PackedBundle {
    qint64 changes = 0;
    std::set<std::string> imports; ///< hashes of those that went in
    qint64 bytes = 0;
};
/// Writes changes, and those imports that `includes` says yes to. `db` must stand still meanwhile (store::ReadMoment).
Result<PackedBundle> pack(store::Database& db, const store::Catalog& catalog, store::Outgoing& changes, BundleInfo info,
                          const std::function<bool(const store::RunInfo&)>& includes, const QString& out,
                          const JobContext& job);

/// A start for `guest`; `personal`: with what the project's viewer may see of what people said.
Result<SentBundle> packStart(Project& project, ReviewerId guest, bool personal, const QString& out,
                             const JobContext& job);

/// A bundle that came. Another copy of the project (.winnow) is packed into one first, once it was found to be as ours
/// are.
struct ArrivedBundle {
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<sharing::BundleReader> reader;
};
/// Looked through and of this review; its contents are verified. Errors: as Sharing.
Result<ArrivedBundle> arrivedBundle(const Project& project, const QString& file, const JobContext& job);
[[nodiscard]] bool isProjectFile(const QString& file);

/// Brings a verified bundle in. Used on the file that becomes a copy, too.
struct BringInOutcome {
    qint64 batch = 0;
    qint64 added = 0, restored = 0, already = 0, imports = 0;
};
Result<BringInOutcome> bringInBundle(Project& project, sharing::BundleReader& bundle, const JobContext& job);

} // namespace winnow
