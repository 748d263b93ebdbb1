// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace winnow::store {
namespace {

Same sameOf(qint64 value)
{
    return Same(value & 3);
}

/// Union–find over a handful of records that refuses a union which would bring a forbidden pair together.
class ApartSets {
public:
    explicit ApartSets(std::vector<qint64> records) : m_records(std::move(records)), m_parent(m_records.size())
    {
        std::iota(m_parent.begin(), m_parent.end(), size_t{0});
    }
    void forbid(qint64 a, qint64 b) { m_forbidden.emplace_back(index(a), index(b)); }
    void unite(qint64 a, qint64 b)
    {
        const size_t ra = root(index(a));
        const size_t rb = root(index(b));
        const bool apart = std::any_of(m_forbidden.begin(), m_forbidden.end(), [&](const auto& pair) {
            const size_t x = root(pair.first);
            const size_t y = root(pair.second);
            return (x == ra && y == rb) || (x == rb && y == ra);
        });
        if (!apart)
            m_parent[ra] = rb;
    }
    [[nodiscard]] std::vector<std::vector<qint64>> sets()
    {
        std::map<size_t, std::vector<qint64>> byRoot;
        for (size_t i = 0; i < m_records.size(); ++i)
            byRoot[root(i)].push_back(m_records[i]);
        std::vector<std::vector<qint64>> result;
        for (auto& [_, members] : byRoot)
            result.push_back(std::move(members));
        return result;
    }

private:
    size_t index(qint64 record) const
    {
        return size_t(std::lower_bound(m_records.begin(), m_records.end(), record) - m_records.begin());
    }
    size_t root(size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    std::vector<qint64> m_records; // sorted
    std::vector<size_t> m_parent;
    std::vector<std::pair<size_t, size_t>> m_forbidden;
};

struct Component {
    std::vector<qint64> records; // sorted
    std::vector<Edge> edges; // same and different ones among them
};

Component reach(Database& db, const Catalog& catalog, qint64 seed)
{
    Component component;
    std::set<qint64> seen{seed};
    std::vector<qint64> open{seed};
    std::set<std::pair<qint64, qint64>> known;
    while (!open.empty()) {
        const qint64 record = open.back();
        open.pop_back();
        for (const Edge& edge : edgesOf(db, record)) {
            const qint64 other = edge.a == record ? edge.b : edge.a;
            if (!catalog.isLive(other))
                continue;
            if (known.insert({edge.a, edge.b}).second)
                component.edges.push_back(edge);
            if (edge.same == Same::Yes && seen.insert(other).second)
                open.push_back(other);
        }
    }
    component.records.assign(seen.begin(), seen.end());
    return component;
}

std::vector<std::vector<qint64>> split(const Catalog& catalog, Component component)
{
    ApartSets sets(component.records);
    const auto inside
        = [&](qint64 record) { return std::binary_search(component.records.begin(), component.records.end(), record); };
    std::sort(component.edges.begin(), component.edges.end(), [&](const Edge& x, const Edge& y) {
        if (x.judged != y.judged)
            return x.judged;
        return x.a != y.a ? catalog.uidLess(x.a, y.a) : catalog.uidLess(x.b, y.b);
    });
    for (const Edge& edge : component.edges) {
        if (edge.same == Same::No && inside(edge.a) && inside(edge.b))
            sets.forbid(edge.a, edge.b);
    }
    for (const Edge& edge : component.edges) {
        if (edge.same == Same::Yes)
            sets.unite(edge.a, edge.b);
    }
    return sets.sets();
}

} // namespace

std::vector<Edge> edgesOf(Database& db, qint64 record)
{
    std::map<std::pair<qint64, qint64>, Edge> edges;
    const auto add = [&](qint64 kind, qint64 a, qint64 b, qint64 value) {
        Edge& edge = edges[{a, b}];
        edge.a = a;
        edge.b = b;
        const bool judged = kind == int(ChangeKind::PairJudged);
        if (sameOf(value) == Same::Unknown || (edge.judged && !judged))
            return;
        edge.same = sameOf(value);
        edge.judged = judged;
    };
    Statement from = db.prepare("SELECT kind, slot, value FROM cell WHERE kind IN (9, 10) AND subject = ?");
    from.bind(record);
    while (from.step())
        add(from.integer(0), record, from.integer(1), from.integer(2));
    Statement to = db.prepare("SELECT kind, subject, value FROM cell WHERE kind IN (9, 10) AND slot = ?");
    to.bind(record);
    while (to.step())
        add(to.integer(0), to.integer(1), record, to.integer(2));
    std::vector<Edge> result;
    for (const auto& [_, edge] : edges) {
        if (edge.same != Same::Unknown)
            result.push_back(edge);
    }
    return result;
}

Edit pairEdit(const Catalog& catalog, ChangeKind kind, qint64 a, qint64 b, Value value)
{
    if (catalog.uidLess(b, a))
        std::swap(a, b);
    return {kind, a, b, std::move(value)};
}

std::vector<std::vector<qint64>> regroup(Database& db, const Catalog& catalog, const std::set<qint64>& seeds)
{
    std::vector<std::vector<qint64>> clusters;
    std::set<qint64> done;
    for (const qint64 seed : seeds) {
        if (done.contains(seed))
            continue;
        if (!catalog.isLive(seed)) {
            clusters.push_back({seed});
            continue;
        }
        Component component = reach(db, catalog, seed);
        done.insert(component.records.begin(), component.records.end());
        if (component.records.size() == 1) {
            clusters.push_back(std::move(component.records));
            continue;
        }
        for (auto& members : split(catalog, std::move(component))) {
            std::sort(members.begin(), members.end(), [&](qint64 x, qint64 y) { return catalog.uidLess(x, y); });
            clusters.push_back(std::move(members));
        }
    }
    return clusters;
}

std::vector<qint64> membersOf(Database& db, qint64 report)
{
    std::vector<qint64> members{report};
    Statement q = db.prepare("SELECT id FROM record WHERE report = ? AND report <> id");
    q.bind(report);
    while (q.step())
        members.push_back(q.integer(0));
    return members;
}

} // namespace winnow::store
