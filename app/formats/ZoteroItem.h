// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// What a resource says that several items may share: a journal, a series, a note, an attached file.
struct ZoteroResource {
    std::string title;
    std::string volume;
    std::string issue;
    std::string text; ///< of a note
    std::vector<std::string> dois; ///< Zotero writes an article's DOI at its journal
    std::vector<std::pair<std::string, std::string>> extra; ///< ISSN, abbreviation and the like
};

/// One resource of Zotero RDF: an item with its fields, or something that items point to.
struct ZoteroItem {
    std::string about;
    bool item = false; ///< says itself that it is an entry of the library
    bool aside = false; ///< a note, an attachment, a collection: never an entry
    Record record;
    ZoteroResource container; ///< what stands inside the item as the work that it is part of
    ZoteroResource self; ///< for others that point here
    std::vector<std::string> partOf; ///< resources
    std::vector<std::string> links; ///< resources: notes and attachments
};

[[nodiscard]] ZoteroItem zoteroItem(std::string_view xml);
/// Puts what a container says where the record has nothing yet.
void addContainer(Record& record, const ZoteroResource& container, bool takeDoi);
/// Finds the identifiers that hide in Zotero's own fields, and sets the database.
void finishZotero(Record& record);

} // namespace winnow::formats
