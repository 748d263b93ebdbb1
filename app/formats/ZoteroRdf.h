// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"

/// Zotero RDF: items, and beside them the journals, notes and attachments that they point to. These come last in the
/// file, so an item that points to one waits for it: memory grows with the records here, not with the batch.
namespace winnow::formats {

[[nodiscard]] int zoteroRdfLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readZoteroRdf(TextInput& input, ReadSink& sink);

} // namespace winnow::formats
