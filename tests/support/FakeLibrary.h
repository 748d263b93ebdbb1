// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/LocalServer.h"

#include <map>
#include <mutex>
#include <vector>

/// A small literature that exists in tests only, and the services that know it: PubMed, Europe PMC, OpenAlex, Crossref,
/// ClinicalTrials.gov, PubTator, Unpaywall. Work n has the PMID n, the DOI 10.5555/n and the title "Work n".
namespace winnow::test {

struct FakeWork {
    std::vector<qint64> cites = {};
    QByteArray abstract = "An abstract.";
    QByteArray title = {}; ///< empty: "Work n"
    bool inPubmed = true;
    bool inOpenAlex = true;
    bool inCrossref = true;
    bool retracted = false;
    bool abstractAtPubmed = true;
    bool concern = false; ///< as Crossref tells it
    QByteArray free = {}; ///< licence of a free full text: "cc-by", or "" for none
    bool freeWithoutLicence = false; ///< readable, nothing said of copying
    QByteArray pdf = {}; ///< what its address gives out
    QByteArray annotations = {}; ///< JSON array of PubTator, of the abstract
};

/// The base of each service is the server's address and its name: "/pubmed", "/openalex" …
class FakeLibrary {
public:
    explicit FakeLibrary(std::map<qint64, FakeWork> works);

    /// Points WINNOW_<D>_URL of every service here, for programs that are started.
    void announce() const;
    [[nodiscard]] QString base(const char* variable) const;
    [[nodiscard]] LocalServer& server() { return m_server; }
    void change(qint64 work, const FakeWork& to);
    /// Of those asked so far, the questions whose path holds `part`.
    [[nodiscard]] int asked(const char* part) const;
    /// Every service whose name this is answers with a fault.
    void fail(const QByteArray& service) { m_failing = service; }

private:
    Reply reply(const Asked& asked);
    Reply pubmed(const Asked& asked) const;
    Reply openAlex(const Asked& asked) const;
    Reply crossref(const Asked& asked) const;
    Reply europePmc(const Asked& asked) const;
    Reply trials(const Asked& asked) const;
    Reply pubtator(const Asked& asked) const;
    Reply unpaywall(const Asked& asked) const;

    mutable std::mutex m_mutex;
    std::map<qint64, FakeWork> m_works;
    QByteArray m_failing;
    LocalServer m_server;
};

} // namespace winnow::test
