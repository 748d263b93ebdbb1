// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/Door.h"
#include "store/Reader.h"
#include "store/RunFreight.h"

#include <set>

namespace winnow::store {

/// One moment of the file for as long as this stands, whatever is written meanwhile.
class ReadMoment {
public:
    explicit ReadMoment(Database& db);
    ~ReadMoment();
    ReadMoment(const ReadMoment&) = delete;
    ReadMoment& operator=(const ReadMoment&) = delete;

private:
    Database& m_db;
};

/// The changes that a bundle carries, page by page. It reads what the reader's viewer may see and no more: what others
/// said and did not disclose cannot leave through here.
class Outgoing {
public:
    /// With `personal` the viewer's own votes, notes, labels and ticks and those that were disclosed; without,
    /// nobody's.
    Outgoing(Reader& reader, const Catalog& catalog, bool personal);
    /// All that a file holds: for another copy of the same project, which its owner handed over as it is.
    Outgoing(Database& db, const Catalog& catalog, const Replicas& replicas);

    /// Of what is said about records, only what is about these.
    void onlyRecords(std::set<qint64> records) { m_records = std::move(records); }
    /// The next up to `limit` rows of the log as they travel (fewer, where some are not to). False: no row was left.
    bool next(qint64 limit, std::vector<PortableChange>& page);
    /// Some of the changes tells of this import. None: it came with a bring-in that was set aside.
    [[nodiscard]] bool speakOf(const RunInfo& run);
    /// The import without its rows, with what was said of how to read it (even if the import was undone since).
    [[nodiscard]] RunHead headOf(const RunInfo& run);

private:
    std::string said(const RunInfo& run, RunSlot slot);
    [[nodiscard]] bool travels(const Change& change) const;

    Database& m_db;
    const Replicas& m_replicas;
    Outward m_outward;
    std::string m_from;
    bool m_personal = true;
    std::set<qint64> m_records;
    std::vector<ChangeId> m_unfinished; ///< steps that are on their way into the file: they travel when they are whole
    qint64 m_after = 0;
};

/// Changes of the viewer that arrived after `seq`.
[[nodiscard]] qint64 ownChangesAfter(Reader& reader, qint64 seq);
[[nodiscard]] qint64 lastArrival(Reader& reader);
/// The greatest stamp in the log.
[[nodiscard]] qint64 newestStamp(Reader& reader);

/// What this copy alone keeps for itself, by key; empty: nothing.
[[nodiscard]] std::string localNote(Database& db, const std::string& key);
void setLocalNote(WriteScope& scope, const std::string& key, const std::string& text);
[[nodiscard]] std::vector<std::pair<std::string, std::string>> localNotes(Database& db, const std::string& prefix);

} // namespace winnow::store
