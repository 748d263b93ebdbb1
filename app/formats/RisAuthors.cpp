// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/RisAuthors.h"

#include "formats/Names.h"
#include "formats/RisSlots.h"
#include "formats/Text.h"

#include <algorithm>
#include <set>

namespace winnow::formats {
namespace {

using std::string_view;

/// Some write all authors in AU and the first ones, or all of them, in A1 again.
void dropTwice(const TaggedEntry& entry, Record& record)
{
    std::vector<Author> first, all;
    std::set<std::string> names;
    for (std::size_t i = 0; i < entry.size(); ++i) {
        if (isRisAuthor(entry.tag(i)) && !risSaysNothing(entry.tag(i), entry.value(i)))
            appendAuthors(entry.tag(i) == tagOf("A1") ? first : all, entry.value(i));
    }
    for (const Author& author : all)
        names.insert(displayName(author));
    const auto known = [&](const Author& author) { return names.count(displayName(author)) > 0; };
    if (std::all_of(first.begin(), first.end(), known))
        record.authors = std::move(all);
}

/// A field for each letter of "['Lima, Ana', 'Burt, B.']", as a program writes that takes such a list for its letters.
void joinLetters(const TaggedEntry& entry, std::size_t fields, Record& record)
{
    std::string list;
    for (std::size_t i = 0; i < entry.size(); ++i) {
        if (isRisAuthor(entry.tag(i)))
            list += entry.value(i).empty() ? string_view(" ") : entry.value(i);
    }
    if (fields > 4 && list.size() < fields * 5) // bytes of a letter
        record.authors = authorsFromOnlyField(list);
}

void familiesFirst(const TaggedEntry& entry, Record& record)
{
    record.authors.clear();
    for (std::size_t i = 0; i < entry.size(); ++i) {
        if (!isRisAuthor(entry.tag(i)))
            continue;
        for (const string_view name : pieces(entry.value(i), ";"))
            record.authors.push_back(authorFamilyFirst(name));
    }
}

} // namespace

bool isRisAuthor(Tag tag)
{
    return tag == tagOf("AU") || tag == tagOf("A1");
}

bool risSaysNothing(Tag tag, string_view value)
{
    if (value.empty() || value.size() > 4 || (value[0] | 0x20) != 'n')
        return false; // nearly all
    if (value != "NA" && value != "None" && value != "nan" && value != "null")
        return false;
    const Slot slot = slotOf(tag);
    return tag == tagOf("AB") || tag == tagOf("N2") || isRisAuthor(tag) || slot == VL || slot == IS || slot == SP
        || slot == EP || slot == DO || slot == PY;
}

void settleRisAuthors(const TaggedEntry& entry, Record& record)
{
    if (record.authors.empty())
        return;
    std::size_t fields = 0;
    std::size_t last = 0;
    bool first = false, all = false; // A1, AU
    for (std::size_t i = 0; i < entry.size(); ++i) {
        if (!isRisAuthor(entry.tag(i)))
            continue;
        (entry.tag(i) == tagOf("A1") ? first : all) = true;
        ++fields;
        last = i;
    }
    if (std::find(record.keywords.begin(), record.keywords.end(), "eppi-reviewer") != record.keywords.end())
        familiesFirst(entry, record);
    else if (first && all)
        dropTwice(entry, record);
    else if (fields == 1)
        record.authors = authorsFromOnlyField(entry.value(last));
    else if (record.authors.front().family == "[" && record.authors.back().family == "]")
        joinLetters(entry, fields, record);
}

} // namespace winnow::formats
