// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Migrator.h"

#include <QFile>

#include <array>

// Resources of a static library are registered by hand (Qt wants this outside of any namespace).
static void initSchemaResource()
{
    Q_INIT_RESOURCE(schema);
}

namespace winnow::store {
namespace {

constexpr std::array migrations{"0001_init",       "0002_exchange",   "0003_charts", "0004_serials",
                                "0005_long_steps", "0006_block_keys", "0007_ahead",  "0008_appraisals",
                                "0009_searches",   "0010_entities"};
constexpr qint64 applicationId = 0x574e4e57; // "WNNW", tells file(1) and us what the file is

} // namespace

int latestVersion()
{
    return int(migrations.size());
}

FileState stateOfFile(Database& db)
{
    const qint64 id = db.number("PRAGMA application_id");
    const qint64 version = db.number("PRAGMA user_version");
    if (id == 0 && version == 0 && db.number("SELECT count(*) FROM sqlite_master") == 0)
        return FileState::Fresh;
    if (id != applicationId || version < 1)
        return FileState::Foreign;
    if (version == latestVersion())
        return FileState::Current;
    return version < latestVersion() ? FileState::Older : FileState::Newer;
}

void migrate(Database& db)
{
    migrateTo(db, latestVersion());
}

void migrateTo(Database& db, int last)
{
    initSchemaResource();
    for (qint64 version = db.number("PRAGMA user_version"); version < last; ++version) {
        QFile script(QStringLiteral(":/schema/%1.sql").arg(QLatin1String(migrations[size_t(version)])));
        if (!script.open(QIODevice::ReadOnly))
            throw StoreError(1, "missing migration " + script.fileName().toStdString());
        Transaction transaction(db);
        db.execute(script.readAll().toStdString());
        db.execute("PRAGMA application_id = " + std::to_string(applicationId));
        db.execute("PRAGMA user_version = " + std::to_string(version + 1));
        transaction.commit();
    }
}

} // namespace winnow::store
