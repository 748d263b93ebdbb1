// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string>
#include <utility>
#include <vector>

namespace winnow {

/// One author as the source wrote the name. A collective has its whole name in `family`.
/// Text of records is UTF-8 in std::string throughout: it comes from and goes to files and the store as bytes,
/// and only the few records on screen are ever turned into QString.
struct Author {
    std::string family;
    std::string given;
    std::string suffix;
    bool collective = false;

    bool operator==(const Author&) const = default;
};

/// "Family, Given, Suffix", or the collective's name.
[[nodiscard]] std::string displayName(const Author& author);

/// A decision, vote, note or label that a file carries for a record (our own exports, later Rayyan and ASReview).
struct CarriedMark {
    enum class Kind { Vote, Decision, Note, Label };
    Kind kind = Kind::Vote;
    std::string person; ///< as written in the file; empty for a Decision of the team
    std::string stage; ///< "title" or "fulltext"
    std::string value; ///< include | exclude | maybe, or the text of the note, or the label
    std::string reason; ///< exclusion reason, if any

    bool operator==(const CarriedMark&) const = default;
};

/// One entry as a source delivered it. Absent text is empty, an absent year 0.
struct Record {
    std::string title;
    std::string abstract;
    std::vector<Author> authors;
    int year = 0;
    std::string journal;
    std::string volume;
    std::string issue;
    std::string pages;
    std::string doi; ///< normalised: lower case, starts with "10."
    std::string pmid; ///< digits
    std::string pmcid; ///< "PMC" and digits
    std::string nct; ///< "NCT" and eight digits
    std::string issn; ///< "1234-567X", several parted by "; "
    std::string isbn; ///< thirteen digits, several parted by "; "
    std::vector<std::string> keywords;
    std::string language;
    std::string type; ///< as the source names it (journal article, conference abstract, registry entry …)
    std::string url;
    std::string sourceId; ///< the entry's own id or accession number in its file
    std::string database; ///< the database the entry names as its own, if it does
    std::string winnowId; ///< the record's id in the project that exported it, if it comes from Winnow
    std::vector<std::pair<std::string, std::string>> extra; ///< every other field, in file order, tag first
    std::vector<CarriedMark> marks;

    bool operator==(const Record&) const = default;
};

/// Where an entry's raw text stands: bytes of the file as decoded to UTF-8, and the line it starts on (from 1).
struct RawSpan {
    qint64 offset = 0;
    qint64 length = 0;
    qint64 line = 0;

    bool operator==(const RawSpan&) const = default;
};

/// An entry, or a stretch of a file, that could not be read.
struct Unreadable {
    enum class Why { NoTitle, NotAnEntry, Truncated, BadMarkup, WrongColumnCount, BadEncoding, Damaged };
    qint64 line = 0;
    std::string text; ///< the first 2,000 bytes of it
    Why why = Why::NotAnEntry;

    bool operator==(const Unreadable&) const = default;
};

/// Fields that a person can edit. The numbers stand in the change log: append only, never renumber.
enum class Field : int {
    Title = 1,
    Abstract = 2,
    Authors = 3,
    Year = 4,
    Journal = 5,
    Volume = 6,
    Issue = 7,
    Pages = 8,
    Doi = 9,
    Pmid = 10,
    Pmcid = 11,
    Nct = 12,
    Keywords = 13,
    Language = 14,
    Type = 15,
    Url = 16,
    Issn = 17,
    Isbn = 18,
};

/// A field as one text (authors and keywords one per line), and back. Used by edits, exports and the log.
[[nodiscard]] std::string fieldText(const Record& record, Field field);
void setFieldText(Record& record, Field field, const std::string& text);

/// Authors one per line, "family\tgiven\tsuffix" with a leading "=" for a collective: how the store keeps them.
[[nodiscard]] std::string packAuthors(const std::vector<Author>& authors);
[[nodiscard]] std::vector<Author> unpackAuthors(std::string_view packed);
/// "Family, Given, Suffix" (as people type it) to an Author.
[[nodiscard]] Author parseAuthor(std::string_view written);

/// Registry entries and abstract-only reports have no further text to retrieve (rules.md A7).
[[nodiscard]] bool needsNoRetrieval(const Record& record);

} // namespace winnow
