// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Door.h"

#include "store/Resolutions.h"

#include <optional>
#include <unordered_map>

namespace winnow::store {
namespace {

/// Local numbers to uids. An entity travels as its type and uid ("2:<16 bytes>"), a record as its recordUid().
class Outward {
public:
    Outward(Database& db, const Catalog& catalog) : m_db(db), m_catalog(catalog) {}

    std::string entity(qint64 id)
    {
        if (id == 0)
            return {};
        const auto [at, isNew] = m_entities.try_emplace(id);
        if (isNew) {
            Statement q = m_db.prepare("SELECT type, uid FROM entity WHERE id = ?");
            q.bind(id);
            if (q.step())
                at->second = std::to_string(q.integer(0)) + ':' + std::string(q.blob(1));
        }
        return at->second;
    }
    std::string part(Ref ref, qint64 number)
    {
        switch (ref) {
        case Ref::Entity: return entity(number);
        case Ref::Record: return recordUid(m_catalog, RecordId(number)).toStdString();
        case Ref::EntityAndStage: return std::to_string(number & 3) + '@' + entity(slotEntity(number));
        case Ref::None: break;
        }
        return std::to_string(number);
    }
    Value value(const Edit& edit)
    {
        const auto* number = std::get_if<qint64>(&edit.value);
        if (edit.kind == ChangeKind::Vote && number)
            return std::to_string(*number & 7) + '@' + entity(unpackVote(*number).reason.value);
        if (holdsEntity(edit) && number)
            return entity(*number);
        if (const auto* packed = std::get_if<std::string>(&edit.value); packed && edit.kind == ChangeKind::Resolution) {
            ResolutionValue resolution = unpackResolution(*packed);
            const std::string reason = entity(resolution.reason.value);
            resolution.reason = {};
            return packResolution(resolution) + '@' + reason;
        }
        return edit.value;
    }
    static bool holdsEntity(const Edit& edit)
    {
        return edit.kind == ChangeKind::StudyMember
            || (edit.kind == ChangeKind::Reason && edit.slot == int(ReasonSlot::MergedInto))
            || (edit.kind == ChangeKind::Run && edit.slot >= int(RunSlot::SourceOfOrigin));
    }

private:
    Database& m_db;
    const Catalog& m_catalog;
    std::unordered_map<qint64, std::string> m_entities;
};

/// And back: entities that this copy has not met are made.
class Inward {
public:
    explicit Inward(WriteScope& scope) : m_scope(scope) {}

    qint64 entity(const std::string& uid)
    {
        const size_t colon = uid.find(':');
        if (colon == std::string::npos)
            return 0;
        const auto [at, isNew] = m_entities.try_emplace(uid);
        if (isNew)
            at->second = findOrMake(std::stoi(uid.substr(0, colon)), std::string_view(uid).substr(colon + 1));
        return at->second;
    }
    std::optional<qint64> part(Ref ref, const std::string& text)
    {
        switch (ref) {
        case Ref::Entity: return entity(text);
        case Ref::Record: {
            const RecordId id = recordFromUid(m_scope.catalog(), QString::fromStdString(text));
            return id ? std::optional(id.value) : std::nullopt;
        }
        case Ref::EntityAndStage: return entity(text.substr(2)) * 4 + (text[0] - '0');
        case Ref::None: break;
        }
        return std::stoll(text);
    }
    Value value(const Edit& edit, const Value& travelled)
    {
        const auto* text = std::get_if<std::string>(&travelled);
        if (!text)
            return travelled;
        const size_t at = text->find('@');
        if (edit.kind == ChangeKind::Vote)
            return packVote({Verdict(std::stoi(*text)), ReasonId(entity(text->substr(at + 1)))});
        if (Outward::holdsEntity(edit))
            return entity(*text);
        if (edit.kind == ChangeKind::Resolution) {
            ResolutionValue resolution = unpackResolution(std::string_view(*text).substr(0, at));
            resolution.reason = ReasonId(entity(text->substr(at + 1)));
            return packResolution(resolution);
        }
        return travelled;
    }

private:
    qint64 findOrMake(int type, std::string_view uid)
    {
        Statement q = m_scope.db().prepare("SELECT id FROM entity WHERE uid = ?");
        q.bindBlob(1, uid);
        if (q.step())
            return q.integer(0);
        Statement make = m_scope.db().prepare("INSERT INTO entity(uid, type) VALUES(?, ?)");
        make.bindBlob(1, uid);
        make.bindOne(2, type);
        make.run();
        return m_scope.db().lastInsertId();
    }
    WriteScope& m_scope;
    std::unordered_map<std::string, qint64> m_entities;
};

std::optional<Change> localChange(Inward& inward, const PortableChange& p)
{
    const KindSpec* spec = specOf(p.kind);
    if (!spec)
        return {};
    const auto subject = inward.part(spec->subject, p.subject);
    const auto slot = inward.part(spec->slot, p.slot);
    if (!subject || !slot)
        return {};
    Change change;
    change.id = p.id;
    change.undoes = p.undoes;
    change.wall = p.wall;
    change.step = p.step;
    change.author = ReviewerId(inward.entity(p.author));
    change.edit = {p.kind, *subject, *slot, {}};
    change.edit.value = inward.value(change.edit, p.value);
    return change;
}

} // namespace

std::vector<PortableChange> takeOut(Database& db, const Catalog& catalog, const Replicas& replicas, qint64 afterSeq,
                                    qint64 limit)
{
    std::vector<PortableChange> changes;
    Outward outward(db, catalog);
    Statement q = db.prepare("SELECT " + std::string(changeColumns)
                             + " FROM change WHERE seq > ? AND live = 1 ORDER BY seq LIMIT ?");
    q.bind(afterSeq, limit);
    while (q.step()) {
        const Change c = readChange(q, replicas);
        const KindSpec* spec = specOf(c.edit.kind);
        if (!spec)
            continue;
        changes.push_back({c.id, c.undoes, c.wall, c.step, c.edit.kind, outward.entity(c.author.value),
                           outward.part(spec->subject, c.edit.subject), outward.part(spec->slot, c.edit.slot),
                           outward.value(c.edit)});
    }
    return changes;
}

Result<qint64> bringIn(WriteScope& scope, const std::vector<PortableChange>& changes, const QString& label)
{
    Inward inward(scope);
    std::vector<Change> local;
    local.reserve(changes.size());
    for (const PortableChange& p : changes) {
        const auto change = localChange(inward, p);
        if (!change)
            return fail(ErrorCode::UnknownRecord, QString::fromStdString(p.subject));
        local.push_back(*change);
    }
    scope.db().prepare("INSERT INTO batch(at, label, live) VALUES(?, ?, 1)").bind(scope.now(), label).run();
    return scope.log().bringIn(local, scope.db().lastInsertId());
}

void setBatchLive(WriteScope& scope, qint64 batch, bool live) { scope.log().setBatchLive(batch, live); }

} // namespace winnow::store
