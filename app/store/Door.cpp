// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Door.h"

#include "store/Plausible.h"
#include "store/Resolutions.h"

#include <algorithm>
#include <charconv>

namespace winnow::store {
namespace {

constexpr size_t hashDigits = 20;

std::optional<qint64> numberIn(std::string_view text)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// The value is the number of an entity.
bool holdsEntity(const Edit& edit)
{
    return edit.kind == ChangeKind::StudyMember || edit.kind == ChangeKind::Referred
        || (edit.kind == ChangeKind::Reason && edit.slot == int(ReasonSlot::MergedInto))
        || (edit.kind == ChangeKind::Appraised && edit.slot == int(AppraisedSlot::Instrument))
        || (edit.kind == ChangeKind::Label && edit.slot == int(LabelSlot::MergedInto))
        || (edit.kind == ChangeKind::Criterion && edit.slot == int(CriterionSlot::MergedInto))
        || (edit.kind == ChangeKind::Run && edit.slot >= int(RunSlot::SourceOfOrigin));
}

qint64 findOrMake(WriteScope& scope, int type, std::string_view uid)
{
    Statement q = scope.db().prepare("SELECT id FROM entity WHERE uid = ?");
    q.bindBlob(1, uid);
    if (q.step())
        return q.integer(0);
    Statement make = scope.db().prepare("INSERT INTO entity(uid, type) VALUES(?, ?)");
    make.bindBlob(1, uid);
    make.bindOne(2, type);
    make.run();
    return scope.db().lastInsertId();
}

} // namespace

// ---- out

std::string Outward::entity(qint64 id)
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

std::string Outward::record(qint64 id)
{
    static constexpr char digits[] = "0123456789abcdef";
    const RunInfo* run = m_catalog.runOf(id);
    if (!run)
        return {};
    std::string text;
    for (const char byte : run->hash) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[byte & 15];
    }
    return text + '-' + std::to_string(id - run->first + 1);
}

std::string Outward::part(Ref ref, qint64 number)
{
    switch (ref) {
    case Ref::Entity: return entity(number);
    case Ref::Record: return record(number);
    case Ref::EntityAndStage: return std::to_string(number & 3) + '@' + entity(slotEntity(number));
    case Ref::None: break;
    }
    return std::to_string(number);
}

Value Outward::value(const Edit& edit)
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

std::optional<PortableChange> Outward::change(const Change& c)
{
    const KindSpec* spec = specOf(c.edit.kind);
    if (!spec)
        return {};
    PortableChange p{c.id, c.undoes, c.wall, c.step, c.edit.kind, entity(c.author.value), {}, {}, {}};
    p.subject = part(spec->subject, c.edit.subject);
    p.slot = part(spec->slot, c.edit.slot);
    if ((spec->subject == Ref::Record && p.subject.empty()) || (spec->slot == Ref::Record && p.slot.empty()))
        return {};
    p.value = value(c.edit);
    return p;
}

// ---- in

std::optional<qint64> Inward::entity(WriteScope& scope, const std::string& uid)
{
    if (uid.empty())
        return 0;
    const size_t colon = uid.find(':');
    if (colon == std::string::npos || uid.size() != colon + 17)
        return {};
    const auto type = numberIn(std::string_view(uid).substr(0, colon));
    if (!type || *type < int(EntityType::Reviewer) || *type > 99)
        return {};
    const auto [at, isNew] = m_entities.try_emplace(uid);
    if (isNew)
        at->second = findOrMake(scope, int(*type), std::string_view(uid).substr(colon + 1));
    return at->second;
}

std::optional<qint64> Inward::record(WriteScope& scope, const std::string& uid)
{
    if (uid.size() < hashDigits + 2 || uid[hashDigits] != '-')
        return {};
    const std::string_view digits = std::string_view(uid).substr(0, hashDigits);
    const std::string hash = QByteArray::fromHex(QByteArray::fromRawData(digits.data(), digits.size())).toStdString();
    const auto place = numberIn(std::string_view(uid).substr(hashDigits + 1));
    const auto [at, isNew] = m_runs.try_emplace(hash);
    if (isNew) {
        const auto& runs = scope.catalog().runs;
        const auto run = std::find_if(runs.begin(), runs.end(), [&](const RunInfo& r) { return r.hash == hash; });
        if (run != runs.end())
            at->second = {run->first, run->run.records};
    }
    const Range& range = at->second;
    return place && *place >= 1 && *place <= range.records ? std::optional(range.first + *place - 1) : std::nullopt;
}

std::optional<qint64> Inward::part(WriteScope& scope, Ref ref, const std::string& text)
{
    switch (ref) {
    case Ref::Entity: return entity(scope, text);
    case Ref::Record: return record(scope, text);
    case Ref::EntityAndStage: {
        const bool staged = text.starts_with("1@") || text.starts_with("2@");
        const auto id = staged ? entity(scope, text.substr(2)) : std::nullopt;
        return id ? std::optional(stageSlot(*id, Stage(text[0] - '0'))) : std::nullopt;
    }
    case Ref::None: break;
    }
    return numberIn(text);
}

std::optional<Value> Inward::value(WriteScope& scope, const Edit& edit, const Value& travelled)
{
    const auto* text = std::get_if<std::string>(&travelled);
    const bool named = edit.kind == ChangeKind::Vote || edit.kind == ChangeKind::Resolution;
    if (!text && (named || holdsEntity(edit)))
        return std::holds_alternative<std::monostate>(travelled) ? std::optional(travelled) : std::nullopt;
    if (!text || (!named && !holdsEntity(edit)))
        return travelled;
    const size_t at = named ? text->find('@') : 0;
    const auto id = at == std::string::npos ? std::nullopt : entity(scope, named ? text->substr(at + 1) : *text);
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

Result<Change> Inward::change(WriteScope& scope, const PortableChange& p)
{
    const KindSpec* spec = specOf(p.kind);
    if (!spec)
        return fail(ErrorCode::NewerBundle, {}, QStringLiteral("kind %1").arg(int(p.kind)));
    const auto missing = [](Ref ref, const std::string& text) {
        const bool ofRecord = ref == Ref::Record && text.size() > hashDigits && text[hashDigits] == '-';
        return fail(ofRecord ? ErrorCode::MissingImport : ErrorCode::BundleDamaged, {}, QString::fromStdString(text));
    };
    const auto author = entity(scope, p.author);
    if (!author || (*author && !p.author.starts_with("1:")))
        return missing(Ref::Entity, "author");
    const auto subject = part(scope, spec->subject, p.subject);
    if (!subject)
        return missing(spec->subject, p.subject);
    const auto slot = part(scope, spec->slot, p.slot);
    if (!slot)
        return missing(spec->slot, p.slot);
    Change change;
    change.id = p.id;
    change.undoes = p.undoes;
    change.wall = p.wall;
    change.step = p.step;
    change.author = ReviewerId(*author);
    change.edit = {p.kind, *subject, *slot, {}};
    auto read = value(scope, change.edit, p.value);
    if (!read)
        return fail(ErrorCode::BundleDamaged, {}, QString::fromLatin1(spec->name));
    change.edit.value = std::move(*read);
    if (!isPlausible(change))
        return fail(ErrorCode::BundleDamaged, {}, QString::fromLatin1(spec->name));
    return change;
}

// ---- all at once

std::vector<PortableChange> takeOut(Database& db, const Catalog& catalog, const Replicas& replicas, qint64 afterSeq,
                                    qint64 limit)
{
    std::vector<PortableChange> changes;
    Outward outward(db, catalog);
    Statement q = db.prepare("SELECT " + std::string(changeColumns)
                             + " FROM change WHERE seq > ? AND live = 1 ORDER BY seq LIMIT ?");
    q.bind(afterSeq, limit);
    while (q.step()) {
        if (auto change = outward.change(readChange(q, replicas)))
            changes.push_back(std::move(*change));
    }
    return changes;
}

} // namespace winnow::store
