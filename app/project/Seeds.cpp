// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Seeds.h"

#include "formats/Identifiers.h"
#include "project/LookUp.h"
#include "project/SameWork.h"
#include "project/Writing.h"
#include "store/FoundCells.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow {
namespace {

/// A title may speak of a number: "A comment on PMC1234567".
bool isOneIdentifier(const QString& word)
{
    static const QRegularExpression labelled(QStringLiteral("^(pmc(id)?\\s*:?\\s*)?\\S+$"),
                                             QRegularExpression::CaseInsensitiveOption);
    return labelled.match(word).hasMatch();
}

std::optional<Seed> identifierIn(const QString& word)
{
    const std::string text = word.toStdString();
    if (const std::string nct = formats::nctOf(text); !nct.empty())
        return Seed{Seed::Kind::Nct, QString::fromStdString(nct)};
    if (const std::string doi = formats::doiOfLink(text); !doi.empty())
        return Seed{Seed::Kind::Doi, QString::fromStdString(doi)};
    if (const std::string pmcid = formats::pmcidOf(text); !pmcid.empty() && isOneIdentifier(word))
        return Seed{Seed::Kind::Pmcid, QString::fromStdString(pmcid)};
    const std::string pmid = formats::pmidOf(text);
    if (!pmid.empty() && pmid.size() < 10 && pmid.front() != '0')
        return Seed{Seed::Kind::Pmid, QString::fromStdString(pmid)};
    return std::nullopt;
}

/// A line that is one identifier, or several of them with nothing between but signs.
std::vector<Seed> identifiersOfLine(const QString& line)
{
    if (const auto one = identifierIn(line))
        return {*one};
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    static const QRegularExpression labels(QStringLiteral("^(pmid|pmcid|pmc|doi|nct|pubmed):?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    std::vector<Seed> seeds;
    for (const QString& word : line.split(between, Qt::SkipEmptyParts)) {
        if (labels.match(word).hasMatch())
            continue;
        const auto seed = identifierIn(word);
        if (!seed)
            return {};
        seeds.push_back(*seed);
    }
    return seeds;
}

QString idsOf(const std::vector<Seed>& seeds)
{
    QStringList ids;
    for (const Seed& seed : seeds)
        ids.append(seed.text);
    return ids.join(QLatin1Char(' '));
}

std::vector<Seed> ofKind(const std::vector<Seed>& seeds, Seed::Kind kind)
{
    std::vector<Seed> some;
    std::copy_if(seeds.begin(), seeds.end(), std::back_inserter(some), [&](const Seed& s) { return s.kind == kind; });
    return some;
}

std::string seedKey(const Seed& seed)
{
    const char* const kinds[] = {"doi:", "pmid:", "nct:", "pmcid:", "title:"};
    return kinds[int(seed.kind)] + seed.text.toStdString();
}

} // namespace

std::vector<Seed> seedsIn(const QString& text)
{
    std::vector<Seed> seeds;
    const auto add = [&](const Seed& seed) {
        if (std::find(seeds.begin(), seeds.end(), seed) == seeds.end())
            seeds.push_back(seed);
    };
    for (const QString& written : text.split(QLatin1Char('\n'))) {
        const QString line = written.simplified();
        if (line.isEmpty())
            continue;
        const std::vector<Seed> ids = identifiersOfLine(line);
        std::for_each(ids.begin(), ids.end(), add);
        if (ids.empty())
            add({Seed::Kind::Title, line});
    }
    return seeds;
}

/// A title that is one work's for certain becomes its DOI; the others are left open.
Result<void> Seeds::readTitles(std::vector<Seed>& seeds, SeedsReport& report, const JobContext& job)
{
    std::vector<QString> titles;
    std::vector<Seed*> titled;
    for (Seed& seed : seeds) {
        if (seed.kind != Seed::Kind::Title)
            continue;
        titled.push_back(&seed);
        titles.push_back(seed.text);
    }
    return askTitles(m_online, {"crossref", sources::titleRequest}, titles, job,
                     [&](size_t at, const QByteArray& body) -> Result<void> {
                         const auto matches = sources::titleMatches(body);
                         if (!matches)
                             return Failure(matches.error());
                         const auto same = [&](const sources::TitleMatch& match) {
                             return sameTitle(match.title.toStdString(), titles[at].toStdString());
                         };
                         if (std::count_if(matches->begin(), matches->end(), same) == 1)
                             *titled[at] = {Seed::Kind::Doi, std::find_if(matches->begin(), matches->end(), same)->doi};
                         else
                             report.open.push_back({titles[at], *matches});
                         return {};
                     });
}

Result<std::vector<Seed>> Seeds::fetch(const char* service, const std::vector<Seed>& seeds, SeedsReport& report,
                                       const JobContext& job)
{
    if (seeds.empty())
        return std::vector<Seed>();
    SearchRequest request;
    request.database = QString::fromLatin1(service);
    request.query.text = idsOf(seeds);
    auto found = Searches(m_project, m_online).search(request, job);
    if (!found)
        return Failure(found.error());
    std::vector<Seed> missing;
    for (const sources::Gap& gap : found->search.gaps) {
        for (const Seed& seed : seeds) {
            if (std::find(gap.ids.begin(), gap.ids.end(), seed.text.toStdString()) != gap.ids.end())
                missing.push_back(seed);
        }
    }
    report.records += found->search.records;
    report.searches.push_back(std::move(*found));
    return missing;
}

Result<SeedsReport> Seeds::add(const std::vector<Seed>& all, const JobContext& job)
{
    SeedsReport report;
    report.asked = qint64(all.size());
    std::vector<Seed> named = all;
    if (const auto read = readTitles(named, report, job); !read)
        return Failure(read.error());
    std::vector<Seed> wanted;
    const auto known = m_project.store().read([](store::Reader& reader) { return store::recordsByIdentifier(reader); });
    if (!known)
        return Failure(known.error());
    for (const Seed& seed : named) {
        if (const auto here = known->find(seedKey(seed)); here != known->end())
            report.here.emplace_back(seed, RecordId(here->second));
        else if (std::find(wanted.begin(), wanted.end(), seed) == wanted.end())
            wanted.push_back(seed);
    }
    const auto lacking = [&](const Result<std::vector<Seed>>& missing) -> Result<void> {
        if (!missing)
            return Failure(missing.error());
        report.missing.insert(report.missing.end(), missing->begin(), missing->end());
        return {};
    };
    if (const auto ok = lacking(fetch("by-pmid", ofKind(wanted, Seed::Kind::Pmid), report, job)); !ok)
        return Failure(ok.error());
    if (const auto ok = lacking(fetch("by-pmcid", ofKind(wanted, Seed::Kind::Pmcid), report, job)); !ok)
        return Failure(ok.error());
    if (const auto ok = lacking(fetch("by-nct", ofKind(wanted, Seed::Kind::Nct), report, job)); !ok)
        return Failure(ok.error());
    const auto elsewhere = fetch("by-doi", ofKind(wanted, Seed::Kind::Doi), report, job);
    if (!elsewhere)
        return Failure(elsewhere.error());
    if (const auto ok = lacking(fetch("by-doi-crossref", *elsewhere, report, job)); !ok)
        return Failure(ok.error());
    return report;
}

} // namespace winnow
