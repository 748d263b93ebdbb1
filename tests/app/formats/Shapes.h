// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

#include <array>
#include <string>
#include <vector>

/// How entries look in each text format of the registry: from it the tests build files that are too large, damaged
/// here and there, or nested too deep. A new format gets its `Shape` here; packed ones (gzip, XLSX) have none.
namespace winnow::formats {

struct ShapedEntry {
    std::string title;
    std::string abstract = "Some abstract.";
    int authors = 1; ///< all of them "Name, A"
};

struct Shape {
    const char* id;
    const char* opening; ///< before the first entry
    std::string (*entry)(const ShapedEntry&);
    const char* between; ///< between two entries
    const char* closing; ///< behind the last one
    const char* nest; ///< opens one more level inside a title; "" if the format knows no nesting
};

namespace shapes {

inline std::string repeated(const std::string& piece, int times)
{
    std::string text;
    text.reserve(piece.size() * std::size_t(times));
    for (int i = 0; i < times; ++i)
        text += piece;
    return text;
}

inline std::string listed(const std::string& item, const char* separator, int times)
{
    return times > 0 ? item + repeated(separator + item, times - 1) : std::string();
}

inline std::string ris(const ShapedEntry& e)
{
    return "TY  - JOUR\nTI  - " + e.title + "\n" + repeated("AU  - Name, A\n", e.authors) + "AB  - " + e.abstract
        + "\nER  - \n";
}
inline std::string nbib(const ShapedEntry& e)
{
    return "PMID- 123\nOWN - NLM\nTI  - " + e.title + "\nAB  - " + e.abstract + "\n"
        + repeated("FAU - Name, A\nAU  - Name A\n", e.authors);
}
inline std::string endnoteXml(const ShapedEntry& e)
{
    return "<record><contributors><authors>" + repeated("<author>Name, A</author>", e.authors)
        + "</authors></contributors><titles><title>" + e.title + "</title></titles><abstract>" + e.abstract
        + "</abstract></record>";
}
inline std::string csv(const ShapedEntry& e)
{
    return '"' + e.title + "\",2001,\"" + e.abstract + "\",\"" + listed("Name, A", "; ", e.authors) + '"';
}
inline std::string tsv(const ShapedEntry& e)
{
    return e.title + "\t2001\t" + e.abstract + "\t\"" + listed("Name, A", "; ", e.authors) + '"';
}

constexpr std::array all{
    // id, opening, entry, between, closing, nest
    Shape{"ris", "", ris, "\n", "\n", ""},
    Shape{"nbib", "", nbib, "\n", "\n", ""},
    Shape{"endnote-xml", "<xml><records>", endnoteXml, "\n", "</records></xml>", "<style>"},
    Shape{"csv", "Title,Year,Abstract,Authors\n", csv, "\n", "\n", ""},
    Shape{"tsv", "Title\tYear\tAbstract\tAuthors\n", tsv, "\n", "\n", ""},
};

} // namespace shapes

/// nullptr for packed formats.
inline const Shape* shapeOf(const QString& id)
{
    for (const Shape& shape : shapes::all) {
        if (id == QLatin1String(shape.id))
            return &shape;
    }
    return nullptr;
}

inline bool isPacked(const QString& id)
{
    return id == QLatin1String("xlsx");
}

/// A whole file; `written` are entries as shape.entry writes them.
inline std::string fileOf(const Shape& shape, const std::vector<std::string>& written)
{
    std::string text = shape.opening;
    for (std::size_t i = 0; i < written.size(); ++i)
        (text += i > 0 ? shape.between : "") += written[i];
    return text + shape.closing;
}

} // namespace winnow::formats
