// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/NaiveCounts.h"

#include "domain/Decision.h"
#include "domain/Place.h"
#include "store/Catalog.h"
#include "store/Reports.h"
#include "store/Resolutions.h"
#include "store/Side.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <map>
#include <set>

namespace winnow::test {
namespace {

using namespace store;
using Stamp = std::pair<qint64, qint64>;

class Naive {
public:
    explicit Naive(const QString& path)
        : m_db(path, Database::Mode::ReadWrite)
        , m_replicas(m_db)
        , m_catalog(loadCatalog(m_db))
    {
        readRecords();
    }

    QStringList differences()
    {
        checkClusters();
        for (const auto& [report, members] : m_clusters)
            checkReport(report, members);
        checkTallies();
        return m_wrong;
    }

private:
    struct Row {
        qint64 report = 0, place = 0, reason = 0, origin = 0, flags = 0, accession = 0;
    };

    void say(const QString& what, qint64 id, qint64 expected, qint64 stored)
    {
        m_wrong << QStringLiteral("%1 of %2: %3, stored %4").arg(what).arg(id).arg(expected).arg(stored);
    }

    void readRecords()
    {
        Statement q = m_db.prepare("SELECT id, report, " + store::standingOf("record")
                                   + ", origin, flags, accession_key FROM record");
        while (q.step()) {
            if (!m_catalog.isLive(q.integer(0)))
                continue;
            m_rows[q.integer(0)] = {q.integer(1), q.integer(2), q.integer(3), q.integer(4), q.integer(5), q.integer(6)};
            m_clusters[q.integer(1)].insert(q.integer(0));
        }
    }

    /// A pair's standing word: a person's above an automatic one.
    std::map<std::pair<qint64, qint64>, int> words()
    {
        std::map<std::pair<qint64, qint64>, int> word;
        for (const int kind : {9, 10}) {
            Statement q = m_db.prepare("SELECT subject, slot, value FROM cell WHERE kind = ?");
            q.bind(kind);
            while (q.step()) {
                const std::pair pair(q.integer(0), q.integer(1));
                const bool live = m_rows.contains(pair.first) && m_rows.contains(pair.second);
                if (live && (q.integer(2) & 3) != 0)
                    word[pair] = int(q.integer(2) & 3);
            }
        }
        return word;
    }

    void checkClusters()
    {
        const auto word = words();
        std::map<qint64, std::set<qint64>> same;
        bool contradicted = false;
        for (const auto& [pair, w] : word) {
            const bool together = m_rows[pair.first].report == m_rows[pair.second].report;
            if (w == 1) {
                same[pair.first].insert(pair.second);
                same[pair.second].insert(pair.first);
            } else if (together) {
                say(QStringLiteral("told apart but together"), pair.first, 0, pair.second);
            }
            contradicted = contradicted || w == 2;
        }
        for (const auto& [report, members] : m_clusters) {
            const std::set<qint64> reached = reach(report, same, &members);
            if (reached != members)
                say(QStringLiteral("unlinked members"), report, qint64(reached.size()), qint64(members.size()));
            if (!contradicted && reach(report, same, nullptr) != members)
                say(QStringLiteral("members left out"), report, 0, qint64(members.size()));
            for (const qint64 member : members) {
                if (m_catalog.uidLess(member, report))
                    say(QStringLiteral("not the smallest"), report, member, report);
            }
        }
    }
    static std::set<qint64> reach(qint64 from, std::map<qint64, std::set<qint64>>& same, const std::set<qint64>* within)
    {
        std::set<qint64> seen{from};
        std::vector<qint64> open{from};
        while (!open.empty()) {
            const qint64 at = open.back();
            open.pop_back();
            for (const qint64 next : same[at]) {
                if ((!within || within->contains(next)) && seen.insert(next).second)
                    open.push_back(next);
            }
        }
        return seen;
    }

    Stamp stampOf(const Statement& q, int column) const
    {
        return {q.integer(column), m_replicas.uid(q.integer(column + 1))};
    }

    /// Votes and resolutions of a record up to this stamp are history: it was screened again.
    qint64 cut(qint64 record, Stage stage)
    {
        Statement q = m_db.prepare("SELECT value FROM cell WHERE kind = 26 AND subject = ? AND slot = ?");
        q.bind(record, int(stage));
        return q.step() && !q.isNull(0) ? q.integer(0) : 0;
    }

    struct Said {
        std::set<qint64> to;
        qint64 round = 0;
    };
    Said said(const std::set<qint64>& members, Stage stage)
    {
        Said said;
        for (const qint64 member : members) {
            Statement q = m_db.prepare("SELECT kind, slot, value FROM cell WHERE kind IN (23, 24) AND subject = ?");
            q.bind(member);
            while (q.step()) {
                const bool at = (q.integer(1) & 3) == int(stage) && q.integer(2) != 0;
                if (at && q.integer(0) == 23)
                    said.to.insert(q.integer(1) >> 2);
                else if (at)
                    said.round = q.integer(2);
            }
        }
        std::erase_if(said.to, [&](qint64 who) {
            const Reviewer* r = m_catalog.reviewer(ReviewerId(who));
            return !r || !r->mayVote();
        });
        return said;
    }

    /// Who gets the report, of all people; none said and no deal: everybody.
    std::set<qint64> getters(qint64 report, const Said& said, Stage stage)
    {
        if (!said.to.empty())
            return said.to;
        const Allocation& rule = m_catalog.settings.rules(stage).allocation;
        std::set<qint64> people;
        if (!rule.dealt || said.round) {
            for (const Reviewer& r : m_catalog.reviewers)
                people.insert(r.id.value);
            return people;
        }
        const auto screeners = m_catalog.screeners(stage);
        for (size_t i = 0; i < screeners.size(); ++i) {
            if (isDealt(rule, screeners, i, m_catalog.scatterKey(report)))
                people.insert(screeners[i].id.value);
        }
        return people;
    }

    StageRules rulesFor(const std::set<qint64>& members, Stage stage)
    {
        StageRules rules = m_catalog.settings.rules(stage);
        const Said s = said(members, stage);
        const auto first = firstOf(members);
        if (s.to.empty() && (!rules.allocation.dealt || s.round)) {
            const auto all = qint64(m_catalog.screeners(stage).size());
            if (rules.allocation.dealt && s.round)
                rules.votesNeeded = std::clamp(int(all), 1, rules.votesNeeded);
            return rules;
        }
        rules.votesNeeded = std::clamp(int(getters(first, s, stage).size()), 1, rules.votesNeeded);
        return rules;
    }
    qint64 firstOf(const std::set<qint64>& members)
    {
        return *std::min_element(members.begin(), members.end(),
                                 [&](qint64 a, qint64 b) { return m_catalog.uidLess(a, b); });
    }

    std::map<qint64, CastVote> votes(const std::set<qint64>& members, Stage stage,
                                     std::map<qint64, Stamp>* stamps = nullptr)
    {
        std::map<qint64, CastVote> latest;
        std::map<qint64, Stamp> own;
        std::map<qint64, Stamp>& at = stamps ? *stamps : own;
        for (const qint64 member : members) {
            const qint64 history = cut(member, stage);
            Statement q = m_db.prepare("SELECT author, value, stamp, replica FROM mark "
                                       "WHERE kind = 11 AND subject = ? AND slot = ? AND value & 7");
            q.bind(member, int(stage));
            while (q.step()) {
                const qint64 by = q.integer(0);
                if (q.integer(2) <= history)
                    continue;
                if (at.contains(by) && stampOf(q, 2) < at[by])
                    continue;
                at[by] = stampOf(q, 2);
                latest[by]
                    = {ReviewerId(by), Verdict(q.integer(1) & 7), m_catalog.effective(ReasonId(q.integer(1) >> 3))};
            }
        }
        return latest;
    }

    StageDecision decided(const std::set<qint64>& members, Stage stage)
    {
        std::vector<CastVote> cast;
        for (const auto& [_, vote] : votes(members, stage)) {
            if (vote.verdict != Verdict::None)
                cast.push_back(vote);
        }
        std::vector<Resolution> heads;
        for (const qint64 member : members) {
            for (const ResolutionHead& h : resolutionHeads(m_db, m_replicas, member, stage)) {
                if (h.value.verdict != Verdict::None && h.id.stamp > cut(member, stage))
                    heads.push_back({h.by, h.value.verdict, m_catalog.effective(h.value.reason)});
            }
        }
        return decide(stage, rulesFor(members, stage), cast, heads, m_catalog.countedReasons(stage));
    }

    /// The number that the latest of the members' answers of one kind holds (the first of a JSON list).
    qint64 latest(const std::set<qint64>& members, ChangeKind kind)
    {
        Stamp at;
        qint64 value = 0;
        for (const qint64 member : members) {
            Statement q = m_db.prepare("SELECT value, stamp, replica FROM cell WHERE kind = ? AND subject = ?");
            q.bind(int(kind), member);
            if (!q.step() || stampOf(q, 1) < at)
                continue;
            at = stampOf(q, 1);
            value = q.isText(0)
                ? QJsonDocument::fromJson(QByteArray::fromStdString(q.string(0))).array().at(0).toInteger()
                : q.integer(0);
        }
        return value;
    }

    void checkReport(qint64 report, const std::set<qint64>& members)
    {
        bool noRetrieval = false;
        std::map<qint64, std::set<std::pair<qint64, qint64>>> entries;
        Arm arm = Arm::OtherMethods;
        for (const qint64 id : members) {
            const Row& row = m_rows[id];
            noRetrieval = noRetrieval || (row.flags & NoRetrieval);
            const SourceId source = m_catalog.sourceOf(id, row.origin);
            entries[source.value].insert({row.accession, row.accession ? 0 : id});
            if (armOf(m_catalog.kindOf(source)) == Arm::Databases)
                arm = Arm::Databases;
        }
        const std::array decisions{decided(members, Stage::Title), decided(members, Stage::Fulltext)};
        const Place place
            = winnow::placeOf(decisions[0], decisions[1], SetAside::By(latest(members, ChangeKind::SetAside)),
                              Retrieval(latest(members, ChangeKind::Retrieval)), noRetrieval,
                              Classification(latest(members, ChangeKind::Classified)));
        const ReasonId reason = place == Place::TitleExcluded ? decisions[0].reason
            : place == Place::FulltextExcluded                ? decisions[1].reason
                                                              : ReasonId();
        const Row& row = m_rows[report];
        if (qint64(place) != row.place)
            say(QStringLiteral("place"), report, qint64(place), row.place);
        if (reason.value != row.reason)
            say(QStringLiteral("reason"), report, reason.value, row.reason);
        count(members, arm, place, reason, entries);
    }

    void count(const std::set<qint64>& members, Arm arm, Place place, ReasonId reason,
               const std::map<qint64, std::set<std::pair<qint64, qint64>>>& entries)
    {
        ++m_tallies[{1, qint64(arm), qint64(place), reason.value}];
        for (const auto& [source, distinct] : entries) {
            if (armOf(m_catalog.kindOf(SourceId(source))) == arm)
                m_tallies[{2, qint64(arm), source, 0}] += qint64(distinct.size());
        }
        for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
            const Said s = said(members, stage);
            const auto getting = getters(firstOf(members), s, stage);
            std::map<qint64, Stamp> at;
            for (const auto& [by, vote] : votes(members, stage, &at)) {
                if (vote.verdict == Verdict::None || !reached(place, stage))
                    continue;
                ++m_tallies[{3, by, qint64(stage), qint64(vote.verdict)}];
                ++m_tallies[{5, by, qint64(stage), (at[by].first >> 20) / 3600000}];
                if (s.round)
                    ++m_tallies[{13, by, qint64(stage), s.round}];
                if (!getting.contains(by))
                    ++m_tallies[{12, by, qint64(stage), 0}];
            }
            for (const Reviewer& r : m_catalog.reviewers) {
                if (reached(place, stage) && !getting.contains(r.id.value))
                    ++m_tallies[{11, r.id.value, qint64(stage), 0}];
            }
        }
        if (place == Place::Included)
            ++m_tallies[{4, latest(members, ChangeKind::StudyMember), 0, 0}];
    }

    void checkTallies()
    {
        std::map<std::array<qint64, 4>, qint64> stored;
        Statement q = m_db.prepare("SELECT dim, a, b, c, n FROM tally WHERE n <> 0");
        while (q.step())
            stored[{q.integer(0), q.integer(1), q.integer(2), q.integer(3)}] = q.integer(4);
        for (const auto& [key, n] : m_tallies) {
            if (stored[key] != n)
                say(QStringLiteral("tally %1/%2/%3").arg(key[0]).arg(key[1]).arg(key[2]), key[3], n, stored[key]);
        }
        for (const auto& [key, n] : stored) {
            if (n && !m_tallies.contains(key))
                say(QStringLiteral("tally %1/%2/%3").arg(key[0]).arg(key[1]).arg(key[2]), key[3], 0, n);
        }
    }

    Database m_db;
    Replicas m_replicas;
    Catalog m_catalog;
    std::map<qint64, Row> m_rows;
    std::map<qint64, std::set<qint64>> m_clusters;
    std::map<std::array<qint64, 4>, qint64> m_tallies;
    QStringList m_wrong;
};

} // namespace

QStringList naiveDifferences(const QString& path)
{
    return Naive(path).differences();
}

} // namespace winnow::test
