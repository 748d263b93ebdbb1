// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/WriteScope.h"

#include "store/AppraisalRows.h"
#include "store/Resolutions.h"
#include "store/Side.h"
#include "store/Undo.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace winnow::store {

Engine::Engine(Database& database, const Clock& clock, qint64 sessionUid)
    : db(database)
    , replicas(database)
    , reports(database, replicas)
    , fold(database, replicas, reports)
    , ahead(database, replicas, reports, fold)
    , log(database, replicas, fold, clock, sessionUid)
    , catalog(std::make_shared<Catalog>(loadCatalog(database)))
{
}

void WriteScope::tellSeen(std::vector<Edit>& edits)
{
    for (Edit& edit : edits) {
        if (edit.kind == ChangeKind::Settled)
            edit.value = withSeen(edit.value, settledHeads(changesAt(db(), replicas(), edit, true)));
        if (edit.kind != ChangeKind::Resolution)
            continue;
        const auto* packed = std::get_if<std::string>(&edit.value);
        ResolutionValue value = packed ? unpackResolution(*packed) : ResolutionValue();
        value.seen.clear();
        for (const ResolutionHead& head : resolutionHeads(db(), replicas(), edit.subject, Stage(edit.slot)))
            value.seen.push_back(head.id);
        edit.value = packResolution(value);
    }
}

ChangeId WriteScope::append(ReviewerId author, std::vector<Edit> edits, ChangeId undoes)
{
    tellSeen(edits);
    return m_engine.log.append(author, edits, undoes, ahead().holds(edits) ? &ahead() : nullptr);
}

qint64 WriteScope::newEntity(EntityType type)
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), random.size());
    const std::string_view uid(reinterpret_cast<const char*>(random.data()), sizeof random);
    Statement q = db().prepare("INSERT INTO entity(uid, type) VALUES(?, ?)");
    q.bindBlob(1, uid);
    q.bindOne(2, int(type));
    q.run();
    const qint64 id = db().lastInsertId();
    fold().addFresh(id);
    return id;
}

qint64 WriteScope::entitySaying(EntityType type, std::string_view text)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(int(type)).append(':'));
    hash.addData(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
    const QByteArray uid = hash.result().left(16);
    const std::string_view key(uid.constData(), std::size_t(uid.size()));
    Statement known = db().prepare("SELECT id FROM entity WHERE uid = ?");
    known.bindBlob(1, key);
    if (known.step())
        return known.integer(0);
    Statement q = db().prepare("INSERT INTO entity(uid, type) VALUES(?, ?)");
    q.bindBlob(1, key);
    q.bindOne(2, int(type));
    q.run();
    return db().lastInsertId();
}

Result<ChangeId> WriteScope::undo(ReviewerId author, ChangeId step)
{
    UndoPlan plan(author, step);
    if (const auto checked = plan.check(db(), replicas()); !checked)
        return Failure(checked.error());
    auto edits = plan.next(db(), replicas(), std::numeric_limits<qint64>::max());
    if (!edits)
        return Failure(edits.error());
    return append(author, std::move(*edits), step);
}

void WriteScope::restartFold()
{
    m_engine.reports.begin(m_nothing);
    m_engine.fold.begin(m_nothing);
    m_engine.ahead.startAnew();
    m_engine.fold.setCatalogChanged();
}

Place WriteScope::placeOf(qint64 record)
{
    Statement q = db().prepare("SELECT " + standingOf("record")
                               + " FROM record WHERE id = (SELECT report FROM record WHERE id = ?)");
    q.bind(record);
    return q.step() ? Place(q.integer(0)) : Place::AwaitingScreening;
}

qint64 WriteScope::reportOf(qint64 record)
{
    Statement q = db().prepare("SELECT report FROM record WHERE id = ?");
    q.bind(record);
    return q.step() ? q.integer(0) : 0;
}

} // namespace winnow::store
