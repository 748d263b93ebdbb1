// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/SameWork.h"

#include "deduplication/Fields.h"
#include "deduplication/Names.h"
#include "deduplication/Title.h"

#include <algorithm>
#include <cstdlib>

namespace winnow {
namespace {

constexpr auto fewestWords = 6; // of a title that is known by nothing else

std::string firstFamily(const Record& record)
{
    if (record.authors.empty())
        return {};
    const std::string name = deduplication::authorNames({record.authors.front()});
    return name.substr(0, name.find('\t'));
}

bool sameYear(const Record& ours, const Record& said)
{
    return ours.year == 0 || (said.year != 0 && std::abs(ours.year - said.year) <= 1);
}

bool sameFirstAuthor(const Record& ours, const Record& said)
{
    const std::string family = firstFamily(ours);
    return family.empty() || family == firstFamily(said);
}

bool sameKind(const Record& ours, const Record& said)
{
    using deduplication::DocumentKind;
    const DocumentKind own = deduplication::kindOf(ours);
    const DocumentKind other = deduplication::kindOf(said);
    return own == other || own == DocumentKind::Unknown || other == DocumentKind::Unknown;
}

bool knownByTitle(const Record& record)
{
    if (record.year != 0 || !record.authors.empty())
        return true;
    const std::string words = deduplication::titleOf(record.title).words;
    return std::count(words.begin(), words.end(), ' ') + 1 >= fewestWords;
}

} // namespace

bool sameTitle(std::string_view a, std::string_view b)
{
    using namespace deduplication;
    return likeness(titleOf(a), titleOf(b)) == Likeness::Equal;
}

bool titlesMayAgree(const Record& a, const Record& b)
{
    using namespace deduplication;
    if (a.title.empty() || b.title.empty())
        return true;
    const Likeness alike = likeness(titleOf(a.title), titleOf(b.title));
    return alike != Likeness::Different && alike != Likeness::Missing;
}

const Record* theWork(const Record& ours, const std::vector<Record>& said)
{
    if (!knownByTitle(ours))
        return nullptr;
    const Record* found = nullptr;
    for (const Record& one : said) {
        if (!sameTitle(ours.title, one.title) || !sameYear(ours, one) || !sameFirstAuthor(ours, one)
            || !sameKind(ours, one))
            continue;
        if (found)
            return nullptr;
        found = &one;
    }
    return found;
}

} // namespace winnow
