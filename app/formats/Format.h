// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "formats/ColumnMap.h"

#include <QStringView>

#include <memory>
#include <span>
#include <string_view>

namespace winnow::formats {

class TextInput;
struct ReadSink;
class RecordWriter;

/// What makes single entries a file of the format again.
struct Framing {
    bool header = false; ///< a table: the header of the file they are from
    const char* before = "";
    const char* between = "\n\n";
    const char* after = "\n";
};

/// One bibliographic file format. All of them stand in registry.cpp, one line each; how to add one: app/README.md.
struct Format {
    const char* id; ///< as in `--format` and in the project file: "ris", "nbib" …
    const char* name; ///< what people call it; a proper name, not translated
    const char* extensions; ///< parted by blanks, the usual one first, without dots
    bool reads;
    bool writes;
    /// 0..100: how much the beginning of the file (decoded to UTF-8, some 128 kB, may be cut anywhere) looks like it.
    /// The content decides; an extension may add at most 2. 0: certainly not.
    int (*likeness)(std::string_view head, QStringView fileName);
    /// Reads all entries. A bad entry is handed to `sink.unreadable` and reading goes on with the next one.
    Result<void> (*read)(TextInput& input, ReadSink& sink);
    /// nullptr for formats that are only read.
    std::unique_ptr<RecordWriter> (*makeWriter)();
    /// Tables only: reads with what a person said of the columns (ColumnMap.h).
    Result<void> (*readColumns)(TextInput& input, ReadSink& sink, const ColumnMap& columns) = nullptr;
    Framing framing = {};
};

/// All formats, in the order in which they are listed to people.
[[nodiscard]] std::span<const Format> registry();
/// By id, whatever the case; nullptr if there is none.
[[nodiscard]] const Format* findFormat(QStringView id);
/// By the extension of a file name to be written; nullptr if no format that writes has it.
[[nodiscard]] const Format* findWriter(QStringView fileName);
/// True if the file name ends in one of the format's extensions.
[[nodiscard]] bool hasExtension(const Format& format, QStringView fileName);

} // namespace winnow::formats
