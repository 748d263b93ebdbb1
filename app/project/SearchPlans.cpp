// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/SearchPlans.h"

#include "project/SearchLog.h"
#include "project/Writing.h"
#include "sources/Service.h"
#include "store/Fetches.h"

#include <algorithm>
#include <set>

namespace winnow {
namespace {

using store::ChangeKind;

struct KeptBlock {
    PlannedBlock planned;
    int position = 0;
};

QStringList cleaned(const QStringList& lines)
{
    QStringList kept;
    for (const QString& line : lines) {
        if (!line.trimmed().isEmpty())
            kept << line.simplified();
    }
    kept.removeDuplicates();
    return kept;
}

store::Value packedBlock(const sources::Block& block, int position)
{
    return packed(QJsonArray{block.name, position, QJsonArray::fromStringList(block.terms),
                             QJsonArray::fromStringList(block.headings)});
}

QStringList plannedLines(const QJsonValue& value)
{
    QStringList lines;
    for (const QJsonValue& line : value.toArray())
        lines << line.toString();
    return lines;
}

KeptBlock unpackedBlock(qint64 id, const std::string& json)
{
    const QJsonArray parts = QJsonDocument::fromJson(QByteArray::fromStdString(json)).array();
    return {{id, {parts.at(0).toString(), plannedLines(parts.at(2)), plannedLines(parts.at(3))}}, parts.at(1).toInt()};
}

std::vector<KeptBlock> keptBlocks(store::Reader& reader)
{
    std::vector<KeptBlock> blocks;
    for (const auto& [slot, json] : store::plannedOf(reader, ChangeKind::SearchBlock))
        blocks.push_back(unpackedBlock(slot, json));
    std::stable_sort(blocks.begin(), blocks.end(),
                     [](const auto& a, const auto& b) { return a.position < b.position; });
    return blocks;
}

store::Edit draftEdit(const QString& database, const sources::Query& query)
{
    SearchRecord record;
    record.database = database;
    record.query = query;
    record.query.today = {};
    const bool none = query.text.trimmed().isEmpty() && query.filters == sources::Filters() && query.limit == 0;
    return {ChangeKind::SearchDraft, 0, store::keySlot(database.toStdString()),
            none ? store::Value() : store::Value(packSearch(record))};
}

const sources::Service* plannedService(const QString& database)
{
    return sources::findService(database);
}

/// One step of somebody who may.
Result<void> plan(Project& project, std::vector<store::Edit> edits)
{
    if (project.readOnly())
        return fail(ErrorCode::ReadOnlyProject, project.path());
    if (edits.empty())
        return {};
    return change(project, [&](store::WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), project.me(), Right::Extend);
        if (!by)
            return Failure(by.error());
        scope.append(*by, std::move(edits));
        return {};
    });
}

} // namespace

const PlannedQuery* SearchPlan::queryFor(const QString& database) const
{
    const auto found = std::find_if(queries.begin(), queries.end(),
                                    [&](const PlannedQuery& one) { return one.database == database; });
    return found == queries.end() ? nullptr : &*found;
}

std::vector<sources::Block> SearchPlan::words() const
{
    std::vector<sources::Block> all;
    for (const PlannedBlock& one : blocks)
        all.push_back(one.block);
    return all;
}

Result<SearchPlan> SearchPlans::plan() const
{
    return m_project.store().read([](store::Reader& reader) {
        SearchPlan plan;
        for (const KeptBlock& kept : keptBlocks(reader))
            plan.blocks.push_back(kept.planned);
        for (const auto& [slot, json] : store::plannedOf(reader, ChangeKind::SearchDraft)) {
            const SearchRecord record = unpackSearch(slot, json);
            plan.queries.push_back({record.database, record.query});
        }
        return plan;
    });
}

Result<void> SearchPlans::setBlocks(const std::vector<PlannedBlock>& blocks)
{
    const auto kept = m_project.store().read([](store::Reader& reader) { return keptBlocks(reader); });
    if (!kept)
        return Failure(kept.error());
    std::vector<store::Edit> edits;
    std::set<qint64> staying;
    int position = 0;
    for (const PlannedBlock& one : blocks) {
        const sources::Block block{one.block.name.simplified(), cleaned(one.block.terms), cleaned(one.block.headings)};
        if (block.isEmpty() && block.name.isEmpty())
            continue;
        const qint64 id = one.id ? one.id : searchNumber(newSearchName());
        staying.insert(id);
        const auto before
            = std::find_if(kept->begin(), kept->end(), [&](const KeptBlock& k) { return k.planned.id == id; });
        if (before == kept->end() || before->planned.block != block || before->position != position)
            edits.push_back({ChangeKind::SearchBlock, 0, id, packedBlock(block, position)});
        ++position;
    }
    for (const KeptBlock& before : *kept) {
        if (!staying.contains(before.planned.id))
            edits.push_back({ChangeKind::SearchBlock, 0, before.planned.id, {}});
    }
    return winnow::plan(m_project, std::move(edits));
}

Result<void> SearchPlans::setQuery(const QString& database, const sources::Query& query)
{
    const sources::Service* service = plannedService(database);
    if (!service)
        return fail(ErrorCode::UnknownDatabase, database);
    const QString id = QString::fromLatin1(service->id);
    const auto before = plan();
    if (!before)
        return Failure(before.error());
    const PlannedQuery* kept = before->queryFor(id);
    const store::Edit edit = draftEdit(id, query);
    if (edit == draftEdit(id, kept ? kept->query : sources::Query()))
        return {};
    return winnow::plan(m_project, {edit});
}

Result<QStringList> SearchPlans::writeQueries(const QStringList& databases)
{
    const auto before = plan();
    if (!before)
        return Failure(before.error());
    const auto blocks = before->words();
    if (std::all_of(blocks.begin(), blocks.end(), [](const sources::Block& block) { return block.isEmpty(); }))
        return fail(ErrorCode::BadInput, QStringLiteral("blocks"));
    QStringList wanted = databases;
    if (wanted.isEmpty()) {
        for (const sources::Service& service : sources::registry())
            wanted << QString::fromLatin1(service.id);
    }
    std::vector<store::Edit> edits;
    QStringList warnings;
    for (const QString& database : std::as_const(wanted)) {
        const sources::Service* service = plannedService(database);
        if (!service)
            return fail(ErrorCode::UnknownDatabase, database);
        const QString id = QString::fromLatin1(service->id);
        const PlannedQuery* kept = before->queryFor(id);
        sources::Query query = kept ? kept->query : sources::Query();
        query.text = sources::written(blocks, id, warnings);
        if (!kept || kept->query != query)
            edits.push_back(draftEdit(id, query));
    }
    if (const auto done = winnow::plan(m_project, std::move(edits)); !done)
        return Failure(done.error());
    warnings.removeDuplicates();
    return warnings;
}

Result<void> SearchPlans::setLicensed(const QString& database, bool licensed)
{
    const sources::Service* service = plannedService(database);
    if (!service)
        return fail(ErrorCode::UnknownDatabase, database);
    if (!service->abstractsNeedLicence)
        return fail(ErrorCode::BadInput, QString::fromUtf8(service->name));
    const std::string id(service->id);
    return winnow::plan(
        m_project,
        {{ChangeKind::AbstractLicence, 0, store::keySlot(id), licensed ? store::Value(id) : store::Value()}});
}

Result<bool> SearchPlans::licensed(const QString& database) const
{
    return m_project.store().read(
        [&](store::Reader& reader) { return store::abstractsLicensed(reader, database.toStdString()); });
}

} // namespace winnow
