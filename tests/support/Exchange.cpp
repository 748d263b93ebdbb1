// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Exchange.h"

#include "store/Store.h"

namespace winnow::test {

using namespace store;

std::vector<PortableChange> changesOf(Project& project)
{
    Database db(project.path(), Database::Mode::ReadWrite);
    const Replicas replicas(db);
    return takeOut(db, loadCatalog(db), replicas, 0, 1'000'000);
}

Result<qint64> bring(Project& project, const std::vector<PortableChange>& changes, const char* label)
{
    qint64 added = 0;
    const auto written = project.store().write(Priority::Bulk, [&](WriteScope& scope) -> Result<void> {
        const auto n = bringIn(scope, changes, QString::fromLatin1(label));
        if (!n)
            return Failure(n.error());
        added = *n;
        return {};
    });
    if (!written)
        return Failure(written.error());
    return added;
}

Result<void> setBatch(Project& project, qint64 batch, bool live)
{
    const auto written = project.store().write(Priority::Bulk, [&](WriteScope& scope) -> Result<void> {
        setBatchLive(scope, batch, live);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return {};
}

qint64 logSize(Project& project)
{
    Database db(project.path(), Database::Mode::ReadWrite);
    return db.number("SELECT count(*) FROM change");
}

} // namespace winnow::test
