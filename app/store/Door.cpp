// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Door.h"

#include "store/Resolutions.h"

#include <charconv>
#include <optional>
#include <unordered_map>

namespace winnow::store {
namespace {

/// Local numbers to uids. An entity travels as its type and uid ("2:<16 bytes>"), a record as its recordUid().
class Outward {
public:
    Outward(Database& db, const Catalog& catalog) : m_db(db), m_catalog(catalog) { }

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

std::optional<qint64> numberIn(std::string_view text)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// And back: entities that this copy has not met are made. What cannot be read is nothing.
class Inward {
public:
    explicit Inward(WriteScope& scope) : m_scope(scope) { }

    std::optional<qint64> entity(const std::string& uid)
    {
        if (uid.empty())
            return 0;
        const size_t colon = uid.find(':');
        const auto type = numberIn(std::string_view(uid).substr(0, colon));
        if (!type || *type < int(EntityType::Reviewer) || *type > int(EntityType::Study) || uid.size() != colon + 17)
            return {};
        const auto [at, isNew] = m_entities.try_emplace(uid);
        if (isNew)
            at->second = findOrMake(int(*type), std::string_view(uid).substr(colon + 1));
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
        case Ref::EntityAndStage: {
            const bool staged = text.starts_with("1@") || text.starts_with("2@");
            const auto id = staged ? entity(text.substr(2)) : std::nullopt;
            return id ? std::optional(stageSlot(*id, Stage(text[0] - '0'))) : std::nullopt;
        }
        case Ref::None: break;
        }
        return numberIn(text);
    }
    std::optional<Value> value(const Edit& edit, const Value& travelled)
    {
        const auto* text = std::get_if<std::string>(&travelled);
        const bool named = edit.kind == ChangeKind::Vote || edit.kind == ChangeKind::Resolution;
        if (!text || (!named && !Outward::holdsEntity(edit)))
            return travelled;
        const size_t at = named ? text->find('@') : 0;
        const auto id = at == std::string::npos ? std::nullopt : entity(named ? text->substr(at + 1) : *text);
        if (!id)
            return {};
        if (!named)
            return Value(*id);
        const std::string_view head = std::string_view(*text).substr(0, at);
        if (edit.kind == ChangeKind::Vote) {
            const auto verdict = numberIn(head);
            const bool known = verdict && *verdict >= int(Verdict::None) && *verdict <= int(Verdict::Maybe);
            return known ? std::optional(Value(packVote({Verdict(*verdict), ReasonId(*id)}))) : std::nullopt;
        }
        ResolutionValue resolution = unpackResolution(head);
        resolution.reason = ReasonId(*id);
        return Value(packResolution(resolution));
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
    const auto author = inward.entity(p.author);
    const auto subject = inward.part(spec->subject, p.subject);
    const auto slot = inward.part(spec->slot, p.slot);
    if (!author || !subject || !slot)
        return {};
    Change change;
    change.id = p.id;
    change.undoes = p.undoes;
    change.wall = p.wall;
    change.step = p.step;
    change.author = ReviewerId(*author);
    change.edit = {p.kind, *subject, *slot, {}};
    auto value = inward.value(change.edit, p.value);
    if (!value)
        return {};
    change.edit.value = std::move(*value);
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

void setBatchLive(WriteScope& scope, qint64 batch, bool live)
{
    scope.log().setBatchLive(batch, live);
}

} // namespace winnow::store
