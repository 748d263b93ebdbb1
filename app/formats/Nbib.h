// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/Format.h"
#include "formats/Write.h"

/// The MEDLINE text of PubMed (.nbib), as https://www.nlm.nih.gov/bsd/mms/medlineelements.html describes it, and as
/// ERIC and older servers write it.
namespace winnow::formats {

[[nodiscard]] int nbibLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readNbib(TextInput& input, ReadSink& sink);
[[nodiscard]] std::unique_ptr<RecordWriter> makeNbibWriter();

} // namespace winnow::formats
