// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/HttpClient.h"
#include "sources/Walk.h"

#include <memory>

/// Records that somebody names by their identifiers, fetched from the service that keeps them: what is asked for is a
/// list, and what the service does not have is told by name. Facts: efetch leaves unknown numbers out; a filter of
/// OpenAlex and Crossref takes some fifty values; filter.ids of ClinicalTrials.gov is a list.
namespace winnow::sources {

/// One service that hands out records by identifier. Pure halves, as for pages.
struct IdentifierService {
    qint64 batch = 50; ///< identifiers of one request
    net::Request (*request)(const std::vector<std::string>& ids, const Access& access) = nullptr;
    /// The identifiers of the records in an answer, as they are asked for. Errors: AnswerUnreadable.
    Result<std::vector<std::string>> (*read)(const QByteArray& body) = nullptr;
};

/// The query's text is the identifiers, parted by blanks.
class IdentifierWalk final : public Walk {
public:
    IdentifierWalk(const IdentifierService& service, const Query& query, Access access);

    [[nodiscard]] std::optional<net::Request> next() const override;
    [[nodiscard]] std::optional<net::Judgement> ownWords(const net::Answer& answer) const override;
    Result<bool> take(const net::Answer& answer) override;
    [[nodiscard]] Summary summary() const override;

private:
    [[nodiscard]] std::vector<std::string> batch() const;

    IdentifierService m_service;
    Access m_access;
    std::vector<std::string> m_ids; ///< each once
    size_t m_done = 0;
    Deliveries m_delivered;
};

[[nodiscard]] std::vector<std::string> identifiersIn(const QString& text);
/// "doi:10.1/a|10.1/b": a value with a comma or a bar in it would end the filter, and is not asked for.
[[nodiscard]] QString alternatives(const QString& filter, const std::vector<std::string>& values);
/// Numbers, addresses and DOIs of works as they are asked for: "10.1/a", lower case.
[[nodiscard]] std::string bareDoi(const std::string& written);

[[nodiscard]] QString identifiersAsSent(const Query& query, QStringList& warnings);
[[nodiscard]] std::unique_ptr<Walk> beginPubmedById(const Query& query, const Access& access);
[[nodiscard]] std::unique_ptr<Walk> beginTrialsById(const Query& query, const Access& access);
[[nodiscard]] std::unique_ptr<Walk> beginOpenAlexById(const Query& query, const Access& access);
[[nodiscard]] std::unique_ptr<Walk> beginCrossrefById(const Query& query, const Access& access);
[[nodiscard]] std::unique_ptr<Walk> beginEuropePmcById(const Query& query, const Access& access);
[[nodiscard]] std::unique_ptr<Walk> beginEuropePmcByPmcid(const Query& query, const Access& access);

[[nodiscard]] net::Request pubmedByIdRequest(const std::vector<std::string>& ids, const Access& access);
[[nodiscard]] net::Request trialsByIdRequest(const std::vector<std::string>& ids, const Access& access);
[[nodiscard]] net::Request openAlexByIdRequest(const std::vector<std::string>& ids, const Access& access);
[[nodiscard]] net::Request crossrefByIdRequest(const std::vector<std::string>& ids, const Access& access);
/// DOIs, PMIDs and PMC numbers ("PMC123"), mixed.
[[nodiscard]] net::Request europePmcByIdRequest(const std::vector<std::string>& ids, const Access& access);
[[nodiscard]] Result<std::vector<std::string>> openAlexDois(const QByteArray& body);

} // namespace winnow::sources
