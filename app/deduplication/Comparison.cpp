// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Comparison.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace winnow::deduplication {
namespace {

constexpr std::size_t telling = 20; // letters of a title that say which document is meant
constexpr std::size_t longTitle = 60;

FieldMatch sameText(const std::string& a, const std::string& b)
{
    if (a.empty() || b.empty())
        return FieldMatch::Missing;
    return a == b ? FieldMatch::Equal : FieldMatch::Different;
}

YearMatch matchYears(int a, int b)
{
    if (a == 0 || b == 0)
        return YearMatch::Missing;
    const int apart = std::abs(a - b);
    return apart == 0 ? YearMatch::Equal : apart == 1 ? YearMatch::Next : YearMatch::Apart;
}

/// Some sources swap volume and issue, or give one of them as the other.
FieldMatch matchVolumes(const Traits& a, const Traits& b)
{
    const FieldMatch same = sameText(a.volume, b.volume);
    const bool swapped = !a.issue.empty() && a.volume == b.issue && b.volume == a.issue;
    return same == FieldMatch::Different && swapped ? FieldMatch::Equal : same;
}

bool isPrinted(const Traits& t)
{
    return !t.volume.empty() || !t.pages.empty();
}

bool kindsDiffer(const Traits& a, const Traits& b, const Comparison& c)
{
    if (a.kind == b.kind)
        return false;
    if (a.kind == DocumentKind::Unknown || b.kind == DocumentKind::Unknown) {
        const Traits& known = a.kind == DocumentKind::Unknown ? b : a;
        return known.kind == DocumentKind::RegistryEntry && isPrinted(&known == &a ? b : a);
    }
    const auto either = [&](DocumentKind kind) { return a.kind == kind || b.kind == kind; };
    // Sources disagree about what to call an article; two documents do not begin on one page of one volume.
    if (either(DocumentKind::Article) && either(DocumentKind::ConferenceAbstract))
        return !(c.volume == FieldMatch::Equal && c.pages >= PageMatch::First);
    return true;
}

/// Points for what agrees and against what does not, in the manner of Fellegi and Sunter (1969): roughly the logarithm
/// of how much more often it is seen in copies of one document than in two documents that were taken for a pair.
double points(const Comparison& c)
{
    double sum = 0;
    const double length = double(std::min<std::size_t>(c.titleLength, 100)) / 100;
    switch (c.title) {
    case Likeness::Equal: sum += 3 + 4 * length; break;
    case Likeness::Near: sum += 2 + 4 * length; break;
    case Likeness::Contained: sum += 1 + 3 * length; break;
    case Likeness::Similar: sum += 1 * length; break;
    case Likeness::Different: sum -= 6; break;
    case Likeness::Missing: break;
    }
    sum += c.authors == AuthorMatch::Same ? 3 : c.authors == AuthorMatch::Partly ? 0.5 : 0;
    sum -= c.authors == AuthorMatch::Different ? 3.5 : 0;
    sum += c.year == YearMatch::Equal ? 1 : c.year == YearMatch::Apart ? -3 : 0;
    sum += c.journal == JournalMatch::Same ? 1.5 : c.journal == JournalMatch::Different ? -2 : 0;
    sum += c.volume == FieldMatch::Equal ? 1.5 : c.volume == FieldMatch::Different ? -2.5 : 0;
    switch (c.pages) {
    case PageMatch::Both: sum += 5; break;
    case PageMatch::First: sum += 4; break;
    case PageMatch::Near: sum += 2; break;
    case PageMatch::Apart: sum -= 3.5; break;
    case PageMatch::Unlike:
    case PageMatch::Missing: break;
    }
    sum += c.abstract == AbstractMatch::Same ? 4 : c.abstract == AbstractMatch::Different ? -3 : 0;
    for (const FieldMatch number : {c.doi, c.pmid})
        sum += number == FieldMatch::Equal ? 8 : number == FieldMatch::Different ? -5 : 0;
    return sum;
}

bool samePlace(const Comparison& c)
{
    return c.pages >= PageMatch::First && c.volume != FieldMatch::Different && c.journal != JournalMatch::Different;
}

bool equalTitle(const Comparison& c)
{
    return c.title >= Likeness::Near;
}

/// By the same authors on the same pages of the same volume: no other article can stand there, whatever its title says
/// (often it is a translation of the other).
bool onSamePages(const Comparison& c)
{
    return c.filledPages && c.volume == FieldMatch::Equal && c.journal >= JournalMatch::Maybe
        && c.authors == AuthorMatch::Same && c.year == YearMatch::Equal;
}

/// Of two that fill the same pages one title is a translation: it may be worded in any way.
bool isTranslation(const Comparison& c)
{
    return c.translation && onSamePages(c) && c.abstract != AbstractMatch::Different;
}

/// What says that it is another document, or leaves it open, before any rule is asked; numbers in common outweigh the
/// place, which is often given for the print and the online version differently.
Doubt hindrance(const Comparison& c)
{
    if (c.kindsDiffer)
        return Doubt::Kind;
    if (c.noticesDiffer && !(c.onlyProtocolDiffers && onSamePages(c)))
        return Doubt::Notice;
    if (c.partsDiffer)
        return Doubt::Part;
    if (c.trial == FieldMatch::Different)
        return Doubt::Trial;
    if (c.pmid == FieldMatch::Different)
        return Doubt::Pmid;
    if (c.doi == FieldMatch::Different)
        return Doubt::Doi;
    const bool number = c.pmid == FieldMatch::Equal || c.doi == FieldMatch::Equal;
    if (c.title == Likeness::Different && !isTranslation(c))
        return Doubt::Title;
    if (c.title == Likeness::Similar && !number && !onSamePages(c))
        return Doubt::Title;
    if (number && equalTitle(c))
        return Doubt::None;
    if (c.pages == PageMatch::Apart)
        return Doubt::Pages;
    if (c.volume == FieldMatch::Different)
        return Doubt::Volume;
    if (c.year == YearMatch::Apart)
        return Doubt::Year;
    const bool exactPlace = c.volume == FieldMatch::Equal && c.pages >= PageMatch::First;
    if (c.journal == JournalMatch::Different && !exactPlace)
        return Doubt::Journal;
    const bool unmistakable = c.title == Likeness::Equal && c.titleLength >= longTitle && exactPlace
        && c.pages == PageMatch::Both && c.year == YearMatch::Equal && c.journal != JournalMatch::Different;
    if (c.authors == AuthorMatch::Different && !number && !unmistakable)
        return Doubt::Authors;
    if (c.abstract == AbstractMatch::Different && !number && !exactPlace)
        return Doubt::Abstract;
    return Doubt::None;
}

bool byPlace(const Comparison& c)
{
    if (c.pages < PageMatch::First)
        return false;
    const bool knownVolume = c.volume == FieldMatch::Equal
        || (c.year == YearMatch::Equal && c.authors == AuthorMatch::Same && c.journal != JournalMatch::Different);
    if (!knownVolume)
        return false;
    if (c.title == Likeness::Contained)
        return c.longPages && c.authors == AuthorMatch::Same && c.volume == FieldMatch::Equal;
    if (c.title == Likeness::Similar)
        return onSamePages(c);
    if (c.title == Likeness::Different)
        return isTranslation(c);
    const bool enough = c.titleLength >= telling || (c.authors == AuthorMatch::Same && c.year == YearMatch::Equal);
    return equalTitle(c) && enough && (c.year != YearMatch::Missing || c.authors == AuthorMatch::Same);
}

bool byJournal(const Comparison& c)
{
    const bool when = c.year == YearMatch::Equal || (c.year == YearMatch::Next && c.volume == FieldMatch::Equal);
    return equalTitle(c) && c.titleLength >= telling && c.authors == AuthorMatch::Same && when
        && c.journal == JournalMatch::Same && !(c.abstractOnly && c.volume != FieldMatch::Equal);
}

bool byAbstract(const Comparison& c)
{
    return equalTitle(c) && c.titleLength >= telling && c.abstract == AbstractMatch::Same
        && c.authors != AuthorMatch::Different && c.year != YearMatch::Missing;
}

bool byAll(const Comparison& c)
{
    return c.title == Likeness::Equal && c.titleLength >= telling && c.authors == AuthorMatch::Same
        && c.year == YearMatch::Equal && c.nowhere;
}

bool byNumber(const Comparison& c)
{
    // The number of a supplement stands on many abstracts: the title must agree, or all else must.
    return c.title >= Likeness::Similar || (c.title == Likeness::Missing && c.authors != AuthorMatch::Different)
        || (c.authors == AuthorMatch::Same && samePlace(c));
}

Rule ruleOf(const Comparison& c)
{
    if (c.pmid == FieldMatch::Equal && byNumber(c))
        return Rule::Pmid;
    if (c.doi == FieldMatch::Equal && byNumber(c))
        return Rule::Doi;
    if (byPlace(c))
        return Rule::TitleAndPages;
    if (byJournal(c))
        return Rule::TitleAndJournal;
    if (byAbstract(c))
        return Rule::TitleAndAbstract;
    return byAll(c) ? Rule::TitleYearAuthor : Rule::None;
}

/// Two things of the place differ: it appeared elsewhere.
bool elsewhere(const Comparison& c)
{
    const int apart = int(c.pages == PageMatch::Apart) + int(c.volume == FieldMatch::Different)
        + int(c.journal == JournalMatch::Different) + int(c.year == YearMatch::Apart);
    return apart >= 2;
}

bool isPossible(const Comparison& c, Doubt doubt)
{
    if (doubt == Doubt::Kind || doubt == Doubt::Part || doubt == Doubt::Trial)
        return false;
    const bool samePages = c.filledPages && c.volume == FieldMatch::Equal && c.year == YearMatch::Equal;
    if (samePages && c.journal >= JournalMatch::Maybe && c.authors != AuthorMatch::Different)
        return true;
    if (doubt == Doubt::Notice)
        return false;
    const bool number = c.pmid == FieldMatch::Equal || c.doi == FieldMatch::Equal;
    const bool exactPlace = samePlace(c) && c.volume == FieldMatch::Equal && c.year == YearMatch::Equal;
    if (number)
        return c.title != Likeness::Different || exactPlace;
    if (elsewhere(c) || c.authors == AuthorMatch::Different)
        return exactPlace && c.title >= Likeness::Contained;
    const bool sameIssue
        = c.volume == FieldMatch::Equal && c.journal >= JournalMatch::Maybe && c.year == YearMatch::Equal;
    if (c.title == Likeness::Similar)
        return (samePlace(c) || c.pages == PageMatch::Near) && (c.authors == AuthorMatch::Same || exactPlace);
    const bool told
        = c.titleLength >= telling || (sameIssue && c.authors == AuthorMatch::Same && c.pages != PageMatch::Apart);
    return c.title >= Likeness::Contained && told
        && (c.authors == AuthorMatch::Same || samePlace(c) || c.abstract == AbstractMatch::Same);
}

} // namespace

Comparison compare(const Traits& a, const Traits& b)
{
    Comparison c;
    c.title = likeness(a.title, b.title);
    c.titleLength = std::min(a.title.letters.size(), b.title.letters.size());
    c.doi = sameText(a.doi, b.doi);
    c.pmid = sameText(a.pmid, b.pmid);
    const bool number = c.doi == FieldMatch::Equal || c.pmid == FieldMatch::Equal;
    const bool place = !a.pages.last.empty() && a.pages.first == b.pages.first && a.volume == b.volume;
    if (c.title == Likeness::Different && !number && !place)
        return c;
    c.authors = matchAuthors(a.authors, b.authors);
    c.year = matchYears(a.year, b.year);
    c.journal = matchJournals(a.journal, b.journal);
    c.volume = matchVolumes(a, b);
    c.pages = match(a.pages, b.pages);
    c.longPages = c.pages >= PageMatch::First && a.pages.isLong() && b.pages.isLong() && !isSupplementPage(a.pages);
    c.filledPages = c.longPages && c.pages == PageMatch::Both;
    c.abstract = matchAbstracts(a.abstract, b.abstract);
    c.trial = sameText(a.nct, b.nct);
    c.kindsDiffer = kindsDiffer(a, b, c);
    c.translation = a.translated != b.translated && a.pages.isThroughVolume() && b.pages.isThroughVolume();
    c.onlyProtocolDiffers = ((a.notices ^ b.notices) & ~unsigned(protocolNotice)) == 0;
    c.noticesDiffer = c.title != Likeness::Missing && a.notices != b.notices;
    c.partsDiffer = (a.part != b.part && a.part != 0 && b.part != 0) || numbersDiffer(a.title, b.title);
    c.nowhere = a.journal.empty() && b.journal.empty() && !isPrinted(a) && !isPrinted(b);
    c.abstractOnly = c.pages == PageMatch::Missing && (isSupplementPage(a.pages) || isSupplementPage(b.pages));
    return c;
}

Finding judge(const Comparison& c)
{
    constexpr double middle = 7; // points at which it is even
    constexpr double steepness = 2.5;
    Finding finding;
    finding.score = 1 / (1 + std::exp((middle - points(c)) / steepness));
    finding.doubt = hindrance(c);
    if (finding.doubt == Doubt::None)
        finding.rule = ruleOf(c);
    if (finding.rule != Rule::None) {
        finding.possible = true;
        finding.score = certainScore + (1 - certainScore) * finding.score;
        return finding;
    }
    if (finding.doubt == Doubt::None)
        finding.doubt = Doubt::FewFields;
    finding.possible = isPossible(c, finding.doubt);
    finding.score = std::min(finding.score, certainScore - 0.01);
    return finding;
}

bool excludes(const Comparison& comparison)
{
    Comparison c = comparison;
    const bool samePages = c.filledPages && c.volume == FieldMatch::Equal && c.year == YearMatch::Equal;
    if (samePages && c.authors == AuthorMatch::Same && c.title != Likeness::Missing) {
        // How titles are worded says nothing here, nor how the journal is written: a third record vouches for both.
        c.title = std::max(c.title, Likeness::Near);
        c.noticesDiffer = c.noticesDiffer && !c.onlyProtocolDiffers;
    }
    const Doubt doubt = hindrance(c);
    return doubt != Doubt::None && doubt != Doubt::Authors && doubt != Doubt::Abstract;
}

std::vector<AspectAccord> accords(const Comparison& c)
{
    const auto field = [](FieldMatch match) {
        return match == FieldMatch::Missing ? Accord::Missing
            : match == FieldMatch::Equal    ? Accord::Same
                                            : Accord::Different;
    };
    const auto graded = [](auto match, auto alike, auto same) {
        return int(match) == 0 ? Accord::Missing
            : match >= same    ? Accord::Same
            : match >= alike   ? Accord::Alike
                               : Accord::Different;
    };
    std::vector<AspectAccord> all{
        {Aspect::Title, graded(c.title, Likeness::Similar, Likeness::Equal)},
        {Aspect::Authors, graded(c.authors, AuthorMatch::Partly, AuthorMatch::Same)},
        {Aspect::Year, graded(c.year, YearMatch::Next, YearMatch::Equal)},
        {Aspect::Journal, graded(c.journal, JournalMatch::Maybe, JournalMatch::Same)},
        {Aspect::Volume, field(c.volume)},
        {Aspect::Pages,
         c.pages == PageMatch::Unlike ? Accord::Missing : graded(c.pages, PageMatch::Near, PageMatch::First)},
        {Aspect::Abstract, graded(c.abstract, AbstractMatch::Unclear, AbstractMatch::Same)},
        {Aspect::Doi, field(c.doi)},
        {Aspect::Pmid, field(c.pmid)},
        {Aspect::Trial, field(c.trial)},
    };
    std::erase_if(all, [](const AspectAccord& a) { return a.accord == Accord::Missing; });
    return all;
}

} // namespace winnow::deduplication
