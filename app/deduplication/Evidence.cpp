// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Evidence.h"

#include "deduplication/Normalise.h"

#include <algorithm>

namespace winnow::deduplication {
namespace {

constexpr std::size_t longEnough = 20; // bytes of a title key that say which document is meant

template <class T> bool differ(const T& a, const T& b)
{
    return a != T() && b != T() && a != b;
}

bool titlesContradict(const std::string& a, const std::string& b)
{
    if (!differ(a, b))
        return false;
    const auto& [shorter, longer] = std::minmax(a, b, [](const auto& x, const auto& y) { return x.size() < y.size(); });
    return shorter.size() < longEnough || longer.find(shorter) == std::string::npos;
}

bool samePlace(const Evidence& a, const Evidence& b)
{
    return !a.volume.empty() && a.volume == b.volume && !a.firstPage.empty() && a.firstPage == b.firstPage;
}

bool isPrinted(const Evidence& e)
{
    return !e.volume.empty() || !e.firstPage.empty();
}

bool kindsContradict(const Evidence& a, const Evidence& b)
{
    if (a.kind != b.kind && (a.kind == DocumentKind::Unknown || b.kind == DocumentKind::Unknown)) {
        const Evidence& known = a.kind == DocumentKind::Unknown ? b : a;
        return known.kind == DocumentKind::RegistryEntry && isPrinted(&known == &a ? b : a);
    }
    if (a.kind == b.kind)
        return false;
    const auto either = [&](DocumentKind kind) { return a.kind == kind || b.kind == kind; };
    // Sources disagree about what to call an article; two documents do not begin on one page of one volume.
    if (either(DocumentKind::Article) && either(DocumentKind::ConferenceAbstract))
        return !samePlace(a, b);
    return true;
}

/// The same abstract given at two conferences is two reports (rules.md A2).
bool conferencesContradict(const Evidence& a, const Evidence& b)
{
    const bool sameNumber = agreesBy(Rule::Pmid, a, b) || agreesBy(Rule::Doi, a, b);
    return !sameNumber && !maybeSameJournal(a.journal, b.journal);
}

bool sameTitleYearAuthor(const Evidence& a, const Evidence& b)
{
    const bool same = !a.title.empty() && a.title == b.title && a.year != 0 && a.year == b.year && !a.family.empty()
        && a.family == b.family;
    // "Editorial" by one author in one year may be several documents.
    return same && (a.title.size() >= longEnough || samePlace(a, b));
}

} // namespace

Evidence evidenceOf(const Record& record)
{
    const std::string_view title = titleProper(record.title);
    Evidence e;
    e.title = titleKey(title);
    if (!record.authors.empty())
        e.family = familyKey(record.authors.front());
    e.doi = record.doi;
    e.pmid = record.pmid;
    e.nct = record.nct;
    e.volume = volumeKey(record.volume);
    e.firstPage = firstPageOf(record.pages);
    e.year = record.year;
    e.part = partNumber(title);
    e.notices = noticesOf(title);
    e.kind = kindOf(record);
    if (e.kind == DocumentKind::ConferenceAbstract)
        e.journal = journalKey(record.journal);
    return e;
}

std::optional<Contradiction> contradiction(const Evidence& a, const Evidence& b)
{
    if (differ(a.pmid, b.pmid))
        return Contradiction::Pmid;
    if (differ(a.doi, b.doi))
        return Contradiction::Doi;
    if (differ(a.nct, b.nct))
        return Contradiction::TrialNumber;
    if (titlesContradict(a.title, b.title))
        return Contradiction::Title;
    if (differ(a.year, b.year) && (a.year < b.year - 1 || a.year > b.year + 1))
        return Contradiction::Year;
    if (differ(a.volume, b.volume))
        return Contradiction::Volume;
    if (differ(a.firstPage, b.firstPage))
        return Contradiction::FirstPage;
    if (kindsContradict(a, b))
        return Contradiction::Kind;
    if (conferencesContradict(a, b))
        return Contradiction::Conference;
    if (!a.title.empty() && !b.title.empty() && a.notices != b.notices)
        return Contradiction::Notice;
    if (differ(a.part, b.part))
        return Contradiction::Part;
    return std::nullopt;
}

bool agreesBy(Rule rule, const Evidence& a, const Evidence& b)
{
    switch (rule) {
    case Rule::Pmid: return !a.pmid.empty() && a.pmid == b.pmid;
    case Rule::Doi: return !a.doi.empty() && a.doi == b.doi;
    case Rule::TitleYearAuthor: break;
    }
    return sameTitleYearAuthor(a, b);
}

} // namespace winnow::deduplication
