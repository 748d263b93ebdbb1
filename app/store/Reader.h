// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Catalog.h"
#include "store/Database.h"
#include "store/Replicas.h"

#include <memory>

namespace winnow::store {

/// A reading connection that sees what its viewer may see (rules.md C). What people voted, noted, labelled and ticked
/// can be reached through views only: `visible_mark` and `visible_change` hold the viewer's own and what was opened,
/// `visible_tally` leaves out how others voted; `undisclosed` holds on what others voted in secret, for Expected alone;
/// `known_change` tells that a change is here and nothing of what it says. An authorizer denies the tables behind them,
/// so that no query of a
/// list, a count or a find can pierce the blind by mistake.
class Reader {
public:
    /// Throws StoreError.
    Reader(const QString& path, Database::Mode mode);

    void setCatalog(std::shared_ptr<const Catalog> catalog) { m_catalog = std::move(catalog); }
    /// Whether pages are read in place (as from the beginning) or copied.
    void mapFile(bool mapped);
    /// None: nobody's undisclosed votes.
    void setViewer(ReviewerId viewer);

    [[nodiscard]] Database& db() { return m_db; }
    [[nodiscard]] const Catalog& catalog() const { return *m_catalog; }
    [[nodiscard]] std::shared_ptr<const Catalog> sharedCatalog() const { return m_catalog; }
    [[nodiscard]] const Replicas& replicas() const { return m_replicas; }
    [[nodiscard]] ReviewerId viewer() const { return m_viewer; }

private:
    Database m_db;
    Replicas m_replicas;
    std::shared_ptr<const Catalog> m_catalog;
    ReviewerId m_viewer{-1};
};

} // namespace winnow::store
