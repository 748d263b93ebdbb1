// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Resolutions.h"

#include <algorithm>
#include <charconv>

namespace winnow::store {
namespace {

/// Reads the next number of "1 22 1 333:444" and the character after it.
qint64 nextNumber(std::string_view& text)
{
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(size_t(end - text.data()));
    if (!text.empty())
        text.remove_prefix(1);
    return value;
}

} // namespace

std::string packResolution(const ResolutionValue& value)
{
    std::string packed = std::to_string(int(value.verdict)) + ' ' + std::to_string(value.reason.value) + ' '
        + std::to_string(int(value.how));
    for (const ChangeId& id : value.seen)
        packed += ' ' + std::to_string(id.stamp) + ':' + std::to_string(id.replica);
    return packed;
}

ResolutionValue unpackResolution(std::string_view packed)
{
    ResolutionValue value;
    value.verdict = Verdict(nextNumber(packed));
    value.reason = ReasonId(nextNumber(packed));
    value.how = ResolvedBy(nextNumber(packed));
    while (!packed.empty()) {
        const qint64 stamp = nextNumber(packed);
        value.seen.push_back({stamp, nextNumber(packed)});
    }
    return value;
}

std::vector<ResolutionHead> resolutionHeads(Database& db, const Replicas& replicas, qint64 record, Stage stage)
{
    std::vector<ResolutionHead> all;
    Statement q = db.prepare("SELECT stamp, replica, author, value FROM resolution WHERE subject = ? AND stage = ?");
    q.bind(record, int(stage));
    while (q.step())
        all.push_back(
            {replicas.global(q.integer(0), q.integer(1)), ReviewerId(q.integer(2)), unpackResolution(q.text(3))});
    std::vector<ResolutionHead> heads;
    for (const ResolutionHead& head : all) {
        const bool replaced = std::any_of(all.begin(), all.end(), [&](const ResolutionHead& other) {
            return std::find(other.value.seen.begin(), other.value.seen.end(), head.id) != other.value.seen.end();
        });
        if (!replaced)
            heads.push_back(head);
    }
    return heads;
}

} // namespace winnow::store
