// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EndnoteXml.h"

#include "formats/EndnoteRecord.h"
#include "formats/Text.h"
#include "formats/XmlEntries.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;
constexpr std::array<string_view, 1> names{"record"};
constexpr std::array<std::string_view, 2> enclosing{"xml", "records"};
constexpr XmlEntryNames entries{"record", names, enclosing};

} // namespace

int endnoteXmlLikeness(string_view head, QStringView)
{
    if (findXmlEntry(head, entries) == npos)
        return 0;
    for (const string_view mark :
         {"<ref-type", "<rec-number", "<contributors", "<titles>", "<source-app name=\"EndNote\""}) {
        if (head.find(mark) != npos)
            return 95;
    }
    return 0;
}

Result<void> readEndnoteXml(TextInput& input, ReadSink& sink)
{
    readXmlEntries(input, sink, entries, endnoteRecord);
    return {};
}

} // namespace winnow::formats
