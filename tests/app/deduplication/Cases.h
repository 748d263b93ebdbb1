// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deduplication/Comparison.h"

#include <functional>

/// Records that the tests of this folder compare.
namespace winnow::deduplication {

using Change = std::function<void(Record&)>;

/// An article with every field that is compared, except a trial number and an abstract.
inline Record article(const Change& change = {})
{
    Record r;
    r.title = "Effect of nonmyeloablative transplantation on disease progression";
    r.authors
        = {{"Burt", "Richard K", "", false}, {"Balabanov", "Roumen", "", false}, {"Burman", "Joachim", "", false}};
    r.year = 2019;
    r.journal = "Multiple Sclerosis Journal";
    r.volume = "321";
    r.issue = "2";
    r.pages = "165-174";
    r.doi = "10.1001/jama.2018.18743";
    r.pmid = "30644983";
    r.type = "Journal Article";
    if (change)
        change(r);
    return r;
}

inline Record withoutNumbers(const Change& change = {})
{
    return article([&](Record& r) {
        r.doi.clear();
        r.pmid.clear();
        if (change)
            change(r);
    });
}

/// Whatever is found one way must be found the other way.
inline Finding between(const Record& a, const Record& b)
{
    const Finding found = judge(compare(traitsOf(a), traitsOf(b)));
    const Finding back = judge(compare(traitsOf(b), traitsOf(a)));
    if (found.rule != back.rule || found.doubt != back.doubt || found.score != back.score
        || found.possible != back.possible)
        qFatal("not symmetric: %s", a.title.c_str());
    return found;
}

} // namespace winnow::deduplication
