// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ClinicalTrials.h"

#include "sources/Asking.h"
#include "sources/FilterWords.h"

namespace winnow::sources {
namespace {

using formats::JsonDocument;

const QLatin1String trialsId("clinicaltrials");

/// What the API says as a text, with status 400.
Objection trialsObjection(const net::Answer& answer)
{
    const bool refused = answer.status == 400 && answer.body.toLower().contains("too complicated");
    return refused ? Objection::TooComplicated : Objection::None;
}

const PagedService trialsService{
    .pageSize = 1000, .request = clinicalTrialsRequest, .read = clinicalTrialsPage, .objection = trialsObjection};

QString postedDay(const QDate& date, QLatin1String otherwise)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString(otherwise);
}

QString advancedFilter(const Filters& filters)
{
    QStringList parts;
    if (filters.from.isValid() || filters.to.isValid())
        parts.append(
            QStringLiteral("AREA[StudyFirstPostDate]RANGE[%1,%2]")
                .arg(postedDay(filters.from, QLatin1String("MIN")), postedDay(filters.to, QLatin1String("MAX"))));
    const QString types = anyOf(filterTexts(FilterKind::Type, filters.types, trialsId, QStringLiteral("%1")));
    if (!types.isEmpty())
        parts.append(types);
    return parts.join(QStringLiteral(" AND "));
}

} // namespace

QString clinicalTrialsBesides(const Query& query)
{
    const QString filter = advancedFilter(query.filters);
    return filter.isEmpty() ? QString() : QStringLiteral("filter.advanced=") + filter;
}

net::Manners clinicalTrialsManners(const Access&)
{
    return {.spacing = 1000};
}

QString clinicalTrialsAsSent(const Query& query, QStringList& warnings)
{
    if (query.filters.humans)
        warnings.append(
            words(QT_TRANSLATE_NOOP("Words", "The register holds studies of humans only: no filter was added.")));
    lackingFilters(query.filters, trialsId, QStringLiteral("ClinicalTrials.gov"), warnings);
    return query.text.simplified();
}

std::unique_ptr<Walk> beginClinicalTrials(const Query& query, const Access& access)
{
    QStringList warnings;
    const QString sent = clinicalTrialsAsSent(query, warnings);
    return std::make_unique<PagedWalk>(trialsService, query, access, sent, warnings);
}

/// Without a sort the order of the register is any, and pages could overlap.
net::Request clinicalTrialsRequest(const PageAt& at, const Query& query, const Access& access)
{
    return asking(access.base + QStringLiteral("/studies"),
                  {{QStringLiteral("query.term"), at.query},
                   {QStringLiteral("filter.advanced"), advancedFilter(query.filters)},
                   {QStringLiteral("sort"), QStringLiteral("StudyFirstPostDate:asc")},
                   {QStringLiteral("format"), QStringLiteral("json")},
                   {QStringLiteral("countTotal"), QStringLiteral("true")},
                   {QStringLiteral("pageSize"), QString::number(at.size)},
                   {QStringLiteral("pageToken"), at.cursor}},
                  net::Content::Json);
}

Result<Page> clinicalTrialsPage(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const std::uint32_t studies = document.empty() ? JsonDocument::none : memberAt(document, {"studies"});
    if (!whole || studies == JsonDocument::none)
        return fail(ErrorCode::AnswerUnreadable);
    Page page;
    page.total = numberIn(document, memberAt(document, {"totalCount"}));
    page.cursor = QString::fromStdString(document.text(memberAt(document, {"nextPageToken"})));
    for (auto study = document.firstIn(studies); study != JsonDocument::none; study = document.after(study, studies)) {
        const auto section = document.member(study, "protocolSection");
        page.ids.push_back(document.text(document.member(section, "identificationModule"), "nctId"));
    }
    return page;
}

} // namespace winnow::sources
