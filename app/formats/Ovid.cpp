// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Ovid.h"

#include "formats/Identifiers.h"
#include "formats/Names.h"
#include "formats/OvidSource.h"
#include "formats/Read.h"
#include "formats/SerialNumbers.h"
#include "formats/TaggedEntry.h"
#include "formats/Text.h"
#include "formats/TextInput.h"
#include "formats/Types.h"

#include <algorithm>
#include <utility>

namespace winnow::formats {
namespace {

using std::string_view;

/// A label of an entry and the lines of its value.
struct Labelled {
    std::string label;
    std::string value;
    bool used = false;
};
using LabelledEntry = std::vector<Labelled>;

class OvidAssembler {
public:
    explicit OvidAssembler(LabelledEntry& entry) : entry_(entry) { }

    Record take()
    {
        record_.abstract = paragraphs(raw({"abstract"}));
        authors(raw({"author", "authors"}));
        record_.title = text({"title", "article title", "chapter title", "book title", "original title"});
        source();
        withoutKind();
        keywords();
        identifiers();
        record_.language = withoutStop(text({"language"}));
        record_.type = withoutStop(text({"publication type", "document type"}));
        if (record_.type == "-")
            record_.type.clear();
        record_.database = text({"database"});
        record_.url = text({"link to the ovid full text or citation", "url"});
        for (const Labelled& field : entry_) {
            if (!field.used && !trimmed(field.value).empty())
                record_.extra.emplace_back(field.label, std::string(trimmed(field.value)));
        }
        takeSerialNumbers(record_);
        return std::move(record_);
    }

private:
    /// The first of these fields that says something; used up.
    std::string raw(std::initializer_list<string_view> lowerLabels)
    {
        for (const string_view label : lowerLabels) {
            for (Labelled& field : entry_) {
                if (field.used || trimmed(field.value).empty() || lowered(field.label) != label)
                    continue;
                field.used = true;
                return field.value;
            }
        }
        return {};
    }
    std::string text(std::initializer_list<string_view> lowerLabels) { return oneLine(raw(lowerLabels)); }
    [[nodiscard]] string_view peek(string_view lowerLabel) const
    {
        for (const Labelled& field : entry_) {
            if (lowered(field.label) == lowerLabel)
                return trimmed(field.value);
        }
        return {};
    }
    static std::string withoutStop(std::string text)
    {
        while (text.ends_with('.'))
            text.pop_back();
        return text;
    }

    /// "A title.[Review]": the kind stands in a field of its own, too; the field is kept as written.
    void withoutKind()
    {
        const auto open = record_.title.rfind('[');
        if (open == npos || open == 0 || !record_.title.ends_with(']') || record_.title.size() - open > 40)
            return;
        const std::string before(trimmed(string_view(record_.title).substr(0, open)));
        if (before.empty() || string_view(".?!").find(before.back()) == npos)
            return;
        record_.extra.emplace_back("Title", std::exchange(record_.title, before));
    }

    /// "Lima, Ana 1;  Burt, Bob 2" or "Lima A. Burt B." or one a line; the number is that of the address.
    void authors(string_view list)
    {
        const bool semicolons = list.find(';') != npos;
        const string_view separator = semicolons ? ";" : trimmed(list).find('\n') != npos ? "\n" : ". ";
        for (string_view name : pieces(list, separator)) {
            while (!name.empty() && (isDigit(name.back()) || isBlank(name.back()) || name.back() == '.'))
                name.remove_suffix(1);
            if (name.ends_with(']') && name.find('[') != npos)
                name = trimmed(name.substr(0, name.find('[')));
            if (!name.empty())
                record_.authors.push_back(authorFrom(oneLine(name)));
        }
    }

    /// "Journal of Examples.  28(2):103-106, April 2015." stays as it is among the extra fields, too.
    void source()
    {
        const std::string source = oneLine(peek("source"));
        record_.year = yearOf(peek("year of publication"));
        for (const string_view text : {string_view(source), peek("date of publication"), peek("publication date"),
                                       peek("status"), peek("entry date")}) {
            if (record_.year == 0)
                record_.year = lastYearOf(text);
        }
        if (record_.title.empty())
            record_.title = source;
        OvidSource parts = ovidSource(source);
        record_.journal = std::move(parts.journal);
        record_.volume = std::move(parts.volume);
        record_.issue = std::move(parts.issue);
        record_.pages = std::move(parts.pages);
    }

    void keywords()
    {
        for (const string_view label : {"author keywords", "keyword heading", "keywords", "subject headings",
                                        "mesh subject headings", "emtree heading"}) {
            const std::string list = withoutStop(raw({label}));
            for (const string_view line : pieces(list, "\n")) {
                for (const string_view word : pieces(line, ";"))
                    record_.keywords.emplace_back(word);
            }
        }
    }

    void identifiers()
    {
        for (const string_view label : {"doi number", "doi", "digital object identifier", "article identifier"}) {
            if (record_.doi.empty())
                record_.doi = findDoi(peek(label));
        }
        if (!record_.doi.empty() && isOnlyDoi(peek("doi number"), record_.doi))
            raw({"doi number"});
        record_.sourceId = withoutStop(text({"accession number", "unique identifier"}));
        for (const string_view label : {"pmid", "pubmed id", "medline pmid"}) {
            if (record_.pmid.empty())
                record_.pmid = pmidOf(withoutStop(std::string(peek(label))));
        }
        if (record_.pmid.empty() && holdsPmids(peek("database")))
            record_.pmid = pmidOf(record_.sourceId);
        record_.nct = findNct(peek("clinical trial number"));
    }

    LabelledEntry& entry_;
    Record record_;
};

class OvidReader {
public:
    OvidReader(TextInput& input, ReadSink& sink) : input_(input), sink_(sink) { }

    void run()
    {
        Line line;
        while (going_ && input_.nextLine(line))
            take(line);
        settle();
    }

private:
    void take(const Line& line)
    {
        const string_view text = trimmed(line.text);
        if (text.empty())
            return;
        if (isOvidNumber(line.text)) {
            settle();
            open_ = true;
            span_ = {line.offset, 0, line.number};
        } else if (!open_) {
            stray(text, line);
            return;
        } else if (!isBlank(line.text.front())) {
            label(text, line);
        } else if (entry_.empty()) {
            entry_.push_back({{}, std::string(text), false});
        } else {
            appendItem(entry_.back().value, text, "\n");
        }
        span_.length = line.offset + line.length - span_.offset;
    }

    /// A label that the entry has already begins the next one, whose number is lost.
    void label(string_view text, const Line& line)
    {
        if (!isLabel(text)) {
            stray(text, line);
            return;
        }
        const bool again = std::any_of(entry_.begin(), entry_.end(), [&](const Labelled& field) {
            return field.label == text && !field.value.empty();
        });
        if (again) {
            settle();
            open_ = true;
            span_ = {line.offset, 0, line.number};
        }
        entry_.push_back({std::string(text), {}, false});
    }
    static bool isLabel(string_view text)
    {
        return text.size() <= 80 && std::all_of(text.begin(), text.end(), [](char c) {
                   return isLetter(c) || string_view(" -/(),&'").find(c) != npos;
               });
    }

    void settle()
    {
        if (!stray_.text.empty() && going_)
            sink_.unreadable({stray_.line, excerpt(stray_.text), Unreadable::Why::NotAnEntry});
        stray_.text.clear();
        if (open_ && going_) {
            const std::string all = plainText();
            Record record = OvidAssembler(entry_).take();
            if (hasContent(record))
                going_ = sink_.record(std::move(record), span_);
            else
                sink_.unreadable({span_.line, all, Unreadable::Why::NoTitle});
        }
        entry_.clear();
        open_ = false;
    }
    [[nodiscard]] std::string plainText() const
    {
        std::string all;
        for (const Labelled& field : entry_) {
            if (all.size() <= 2000)
                appendItem(all, field.label + "\n  " + field.value.substr(0, 2001), "\n");
        }
        return excerpt(all);
    }
    void stray(string_view text, const Line& line)
    {
        if (stray_.text.empty())
            stray_.line = line.number;
        if (stray_.text.size() <= 2000)
            appendItem(stray_.text, text.substr(0, 2001), "\n");
    }

    TextInput& input_;
    ReadSink& sink_;
    LabelledEntry entry_;
    RawSpan span_;
    Unreadable stray_;
    bool open_ = false;
    bool going_ = true;
};

} // namespace

int ovidLikeness(string_view head, QStringView)
{
    int numbers = 0;
    int labels = 0;
    const char end = head.find('\n') == npos ? '\r' : '\n';
    while (!head.empty()) {
        const auto at = head.find(end);
        const string_view line = head.substr(0, at);
        numbers += isOvidNumber(line) ? 1 : 0;
        for (const string_view label : {"author", "authors", "title", "source", "abstract", "publication type"})
            labels += numbers > 0 && lowered(trimmed(line.substr(0, 40))) == label && !isBlank(line[0]) ? 1 : 0;
        head.remove_prefix(at == npos ? head.size() : at + 1);
    }
    return numbers > 0 && labels >= 2 ? 85 : 0;
}

Result<void> readOvid(TextInput& input, ReadSink& sink)
{
    OvidReader(input, sink).run();
    return {};
}

} // namespace winnow::formats
