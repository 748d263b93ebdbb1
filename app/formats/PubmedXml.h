// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"

/// The XML of PubMed (and of MEDLINE's yearly files): <PubmedArticle> and <PubmedBookArticle>, after NLM's DTD
/// pubmed_250101. No DTD is fetched and no entity of a document is expanded.
namespace winnow::formats {

[[nodiscard]] int pubmedXmlLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readPubmedXml(TextInput& input, ReadSink& sink);

/// One article or book, whole or broken off. Only its own identifiers are taken, not those of works that it cites,
/// corrects or comments on; these are in `extra` with what was said about them. Headings and keywords that are the
/// main topic begin with an asterisk, as in PubMed's text format.
[[nodiscard]] Record pubmedRecord(std::string_view xml);

} // namespace winnow::formats
