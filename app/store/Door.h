// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/WriteScope.h"

#include <string>
#include <vector>

namespace winnow::store {

/// A change as it travels: every local number has become the 128-bit id that all copies share.
struct PortableChange {
    ChangeId id;
    ChangeId undoes;
    qint64 wall = 0;
    qint64 step = 0;
    ChangeKind kind = ChangeKind::Setting;
    std::string author; ///< uid, with its entity type in front
    std::string subject; ///< uid of an entity or a record, or a number in digits
    std::string slot;
    Value value; ///< with uids in place of reasons, studies and sources

    bool operator==(const PortableChange&) const = default;
};

/// Live changes of this copy in order of arrival, from `afterSeq` on.
[[nodiscard]] std::vector<PortableChange> takeOut(Database& db, const Catalog& catalog, const Replicas& replicas,
                                                  qint64 afterSeq, qint64 limit);
/// Brings changes of another copy in, as one batch that can be taken back. Their facts (imports) must be here already:
/// UnknownRecord otherwise (and where a change cannot be read), and then nothing comes in. Returns how many were new.
Result<qint64> bringIn(WriteScope& scope, const std::vector<PortableChange>& changes, const QString& label);
/// Sets a batch aside in this copy, or takes it in again.
void setBatchLive(WriteScope& scope, qint64 batch, bool live);

} // namespace winnow::store
