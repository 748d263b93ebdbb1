// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "domain/Record.h"
#include "formats/Format.h"

/// Trials as the search portal of WHO's International Clinical Trials Registry Platform exports them: <Trial>.
namespace winnow::formats {

[[nodiscard]] int ictrpXmlLikeness(std::string_view head, QStringView fileName);
[[nodiscard]] Result<void> readIctrpXml(TextInput& input, ReadSink& sink);

/// One trial, whole or broken off. Its register's number is the sourceId. The portal gives no summary: inclusion
/// criteria and outcomes are in `extra` with everything else, under the names of their elements.
[[nodiscard]] Record ictrpRecord(std::string_view xml);

} // namespace winnow::formats
