// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ByIdentifier.h"
#include "sources/Citations.h"
#include "sources/ClinicalTrials.h"
#include "sources/Crossref.h"
#include "sources/EuropePmc.h"
#include "sources/OpenAlex.h"
#include "sources/Pubmed.h"
#include "sources/Scopus.h"
#include "sources/Service.h"

#include <array>

namespace winnow::sources {
namespace {

constexpr std::array services{
    Service{"pubmed", "PubMed", "NCBI E-utilities", "PUBMED", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
            "pubmed-xml", SourceKind::Database, Key::Optional, "Data of the U.S. National Library of Medicine",
            "(stroke[mh] OR stroke[tiab]) AND (walking[tiab] OR gait[tiab]) AND randomized controlled trial[pt]",
            pubmedManners, pubmedAsSent, beginPubmed},
    Service{"clinicaltrials", "ClinicalTrials.gov", "ClinicalTrials.gov API v2", "CLINICALTRIALS",
            "https://clinicaltrials.gov/api/v2", "ctgov-json", SourceKind::Register, Key::None,
            "Data of ClinicalTrials.gov, National Library of Medicine",
            "stroke AND (walking OR gait) AND AREA[Phase]PHASE3", clinicalTrialsManners, clinicalTrialsAsSent,
            beginClinicalTrials, clinicalTrialsBesides},
    Service{"europepmc", "Europe PMC", "Europe PMC REST API", "EUROPEPMC",
            "https://www.ebi.ac.uk/europepmc/webservices/rest", "europepmc-json", SourceKind::Database, Key::None,
            "Data of Europe PMC", "TITLE_ABS:stroke AND (TITLE_ABS:walking OR TITLE_ABS:gait) AND LANG:eng",
            europePmcManners, europePmcAsSent, beginEuropePmc},
    Service{"openalex", "OpenAlex", "OpenAlex API", "OPENALEX", "https://api.openalex.org", "openalex-json",
            SourceKind::Database, Key::Optional, "Data of OpenAlex (CC0)", "stroke AND (walking OR gait)",
            openAlexManners, openAlexAsSent, beginOpenAlex, openAlexBesides},
    Service{"crossref", "Crossref", "Crossref REST API", "CROSSREF", "https://api.crossref.org", "crossref-json",
            SourceKind::Database, Key::None, "Data of Crossref", "walking after stroke", crossrefManners,
            crossrefAsSent, beginCrossref, crossrefBesides},
    Service{"scopus", "Scopus", "Scopus Search API", "SCOPUS", "https://api.elsevier.com", "scopus-json",
            SourceKind::Database, Key::Required, "Data of Scopus, © Elsevier B.V.",
            "TITLE-ABS-KEY(stroke AND (walking OR gait)) AND DOCTYPE(ar)", scopusManners, scopusAsSent, beginScopus,
            nullptr, true},
};

constexpr const char* byHand = "Added by hand";

constexpr std::array ways{
    Service{"by-pmid", byHand, "NCBI E-utilities", "PUBMED", "https://eutils.ncbi.nlm.nih.gov/entrez/eutils",
            "pubmed-xml", SourceKind::Other, Key::Optional, "Data of the U.S. National Library of Medicine", "12345",
            pubmedManners, identifiersAsSent, beginPubmedById, nullptr, false, "PubMed"},
    Service{"by-nct", byHand, "ClinicalTrials.gov API v2", "CLINICALTRIALS", "https://clinicaltrials.gov/api/v2",
            "ctgov-json", SourceKind::Other, Key::None, "Data of ClinicalTrials.gov, National Library of Medicine",
            "NCT01234567", clinicalTrialsManners, identifiersAsSent, beginTrialsById, nullptr, false,
            "ClinicalTrials.gov"},
    Service{"by-doi", byHand, "OpenAlex API", "OPENALEX", "https://api.openalex.org", "openalex-json",
            SourceKind::Other, Key::Optional, "Data of OpenAlex (CC0)", "10.1000/182", openAlexManners,
            identifiersAsSent, beginOpenAlexById, nullptr, false, "OpenAlex"},
    Service{"by-doi-crossref", byHand, "Crossref REST API", "CROSSREF", "https://api.crossref.org", "crossref-json",
            SourceKind::Other, Key::None, "Data of Crossref", "10.1000/182", crossrefManners, identifiersAsSent,
            beginCrossrefById, nullptr, false, "Crossref"},
    Service{"by-europepmc", byHand, "Europe PMC REST API", "EUROPEPMC",
            "https://www.ebi.ac.uk/europepmc/webservices/rest", "europepmc-json", SourceKind::Other, Key::None,
            "Data of Europe PMC", "10.1000/182", europePmcManners, identifiersAsSent, beginEuropePmcById, nullptr,
            false, "Europe PMC"},
    Service{"by-pmcid", byHand, "Europe PMC REST API", "EUROPEPMC", "https://www.ebi.ac.uk/europepmc/webservices/rest",
            "europepmc-json", SourceKind::Other, Key::None, "Data of Europe PMC", "PMC1234567", europePmcManners,
            identifiersAsSent, beginEuropePmcByPmcid, nullptr, false, "Europe PMC"},
    Service{"citations", "Citation searching", "OpenAlex API", "OPENALEX", "https://api.openalex.org", "openalex-json",
            SourceKind::Citation, Key::Optional, "Data of OpenAlex (CC0)", "references citing: doi:10.1000/182",
            openAlexManners, chaseAsSent, beginChase, nullptr, false, "OpenAlex"},
};

QString variable(const QByteArray& name)
{
    return QString::fromUtf8(qgetenv(name.constData())).trimmed();
}

} // namespace

std::span<const Service> registry()
{
    return services;
}

std::span<const Service> waysOfFinding()
{
    return ways;
}

QString askedName(const Service& service)
{
    return QString::fromUtf8(service.asked ? service.asked : service.name);
}

const Service* findService(QStringView name)
{
    for (const std::span<const Service> all : {std::span<const Service>(services), std::span<const Service>(ways)}) {
        for (const Service& service : all) {
            if (name.compare(QLatin1String(service.id), Qt::CaseInsensitive) == 0
                || name.compare(QLatin1String(service.name), Qt::CaseInsensitive) == 0)
                return &service;
        }
    }
    return nullptr;
}

QString wholeQuery(const Service& service, const Query& query, QStringList& warnings)
{
    const QString sent = service.asSent(query, warnings);
    const QString besides = service.besides ? service.besides(query) : QString();
    return besides.isEmpty() ? sent : sent + QLatin1Char('\n') + besides;
}

Access accessFromEnvironment(const Service& service)
{
    const QByteArray stem = "WINNOW_" + QByteArray(service.variable);
    Access access{variable(stem + "_URL"), variable(stem + "_KEY"), variable(stem + "_INSTTOKEN"),
                  variable("WINNOW_EMAIL")};
    if (access.base.isEmpty())
        access.base = QString::fromLatin1(service.base);
    while (access.base.endsWith(QLatin1Char('/')))
        access.base.chop(1);
    return access;
}

} // namespace winnow::sources
