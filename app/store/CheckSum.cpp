// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CheckSum.h"

#include "base/Hash.h"

#include <array>
#include <cstring>

namespace winnow::store {
namespace {

quint64 termOf(ChangeId id)
{
    std::array<char, 16> bytes{};
    std::memcpy(bytes.data(), &id.stamp, sizeof id.stamp);
    std::memcpy(bytes.data() + 8, &id.replica, sizeof id.replica);
    return hash64({bytes.data(), bytes.size()});
}

qint64 meta(Database& db, const char* key)
{
    Statement q = db.prepare("SELECT value FROM meta WHERE key = ?");
    q.bind(key);
    return q.step() ? q.integer(0) : 0;
}

void setMeta(Database& db, const char* key, qint64 value)
{
    db.prepare("UPDATE meta SET value = ? WHERE key = ?").bind(value, key).run();
}

} // namespace

quint64 checkSum(Reader& reader)
{
    auto sum = quint64(meta(reader.db(), "code"));
    Statement q = reader.db().prepare("SELECT stamp, replica FROM known_change WHERE seq > ? AND live = 1");
    q.bind(meta(reader.db(), "code_upto"));
    while (q.step())
        sum += termOf(reader.replicas().global(q.integer(0), q.integer(1)));
    return sum;
}

QString checkCodeOf(quint64 sum)
{
    static constexpr char letters[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // 32, without 0 and O, 1 and I
    quint64 bits = sum ^ (sum >> 40);
    QString code;
    for (int i = 0; i < 8; ++i, bits >>= 5) {
        if (i == 4)
            code += QLatin1Char('-');
        code += QLatin1Char(letters[bits & 31]);
    }
    return code;
}

bool advanceCheckSum(WriteScope& scope, qint64 limit)
{
    Database& db = scope.db();
    qint64 upto = meta(db, "code_upto");
    auto sum = quint64(meta(db, "code"));
    qint64 seen = 0;
    Statement q = db.prepare("SELECT seq, stamp, replica, live FROM change WHERE seq > ? ORDER BY seq LIMIT ?");
    q.bind(upto, limit);
    for (; q.step(); ++seen) {
        upto = q.integer(0);
        if (q.integer(3))
            sum += termOf(scope.replicas().global(q.integer(1), q.integer(2)));
    }
    if (seen == 0)
        return false;
    setMeta(db, "code_upto", upto);
    setMeta(db, "code", qint64(sum));
    return true;
}

qint64 checkSumUpTo(WriteScope& scope)
{
    return meta(scope.db(), "code_upto");
}

void checkSumTurned(WriteScope& scope, ChangeId id, bool live)
{
    const auto sum = quint64(meta(scope.db(), "code"));
    setMeta(scope.db(), "code", qint64(live ? sum + termOf(id) : sum - termOf(id)));
}

void forgetArrivalsBeyondTheLast(WriteScope& scope)
{
    scope.db().execute("UPDATE meta SET value = min(value, (SELECT coalesce(max(seq), 0) FROM change)) "
                       "WHERE key = 'code_upto'");
}

} // namespace winnow::store
