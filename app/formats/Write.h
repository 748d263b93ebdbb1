// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "formats/Format.h"

#include <memory>
#include <string>

namespace winnow::formats {

/// Writes records in one format: text in UTF-8 with LF, without a byte order mark, or the bytes of a packed one, which
/// all come with `end`. Each call appends to `out`; the caller writes `out` to the file and clears it as it likes. What
/// a writer writes, the reader of the same format reads back as an equal Record, marks and extra fields included.
class RecordWriter {
public:
    virtual ~RecordWriter() = default;
    virtual void begin(std::string& out) = 0;
    virtual void write(const Record& record, std::string& out) = 0;
    virtual void end(std::string& out) = 0;
    /// Empty unless something went wrong up to and with `end`: what the system said.
    [[nodiscard]] virtual std::string failure() const { return {}; }
};

/// nullptr if the format is only read.
[[nodiscard]] std::unique_ptr<RecordWriter> makeWriter(const Format& format);

} // namespace winnow::formats
