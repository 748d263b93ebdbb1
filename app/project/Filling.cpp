// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Filling.h"

#include "deduplication/Title.h"
#include "domain/Words.h"
#include "project/LongSteps.h"
#include "project/LookUp.h"
#include "project/Writing.h"
#include "store/FoundCells.h"
#include "store/RecordRows.h"

#include <array>
#include <set>

namespace winnow {
namespace {

constexpr std::array fillable{Field::Abstract, Field::Doi, Field::Pmid, Field::Pmcid, Field::Nct};

/// A record that lacks something, as far as it is known by now.
struct Lacking {
    RecordId id;
    Record known; ///< title, identifiers and abstract only
};

/// Entries of registers have neither DOI nor PMID, and most papers no trial number: nothing of that is missed.
bool lacks(const Record& record)
{
    const bool registered = !record.nct.empty() && record.doi.empty() && record.pmid.empty();
    return record.abstract.empty() || (!registered && (record.doi.empty() || record.pmid.empty()));
}

/// Some identifiers are shared by all abstracts of a supplement, and some are mistyped.
bool sameWork(const Record& a, const Record& b)
{
    using namespace deduplication;
    if (a.title.empty() || b.title.empty())
        return true;
    const Likeness alike = likeness(titleOf(a.title), titleOf(b.title));
    return alike != Likeness::Different && alike != Likeness::Missing;
}

std::vector<Lacking> lackingRecords(store::Reader& reader)
{
    std::vector<Lacking> all;
    for (const qint64 id : store::allRecords(reader)) {
        const auto record = store::fullRecord(reader, id);
        if (!record || !lacks(*record))
            continue;
        Lacking one{RecordId(id), {}};
        one.known.title = record->title;
        for (const Field field : fillable)
            setFieldText(one.known, field, fieldText(*record, field));
        all.push_back(std::move(one));
    }
    return all;
}

/// Which records a service is asked about, and by what.
struct FillWay {
    const char* way;
    bool byDoi;
    bool byPmid;
};
constexpr std::array fillWays{FillWay{"by-pmid", false, true}, FillWay{"by-europepmc", true, true},
                              FillWay{"by-doi-crossref", true, false}, FillWay{"by-doi", true, false}};

class FillPlanner {
public:
    FillPlanner(std::vector<Lacking> lacking, FillPlan& plan) : m_lacking(std::move(lacking)), m_plan(plan)
    {
        for (const Lacking& one : m_lacking)
            ++(one.known.doi.empty() && one.known.pmid.empty() ? plan.without : plan.lookedAt);
    }

    Result<void> ask(Online& online, const FillWay& by, const JobContext& job)
    {
        std::multimap<std::string, size_t> asked;
        std::set<std::string> ids;
        for (size_t i = 0; i < m_lacking.size(); ++i) {
            const Record& known = m_lacking[i].known;
            if (!lacks(known))
                continue;
            const std::string id = by.byPmid && !known.pmid.empty() ? known.pmid : by.byDoi ? known.doi : std::string();
            if (id.empty())
                continue;
            asked.emplace(id, i);
            ids.insert(id);
        }
        const QString name = sources::askedName(*sources::findService(QString::fromLatin1(by.way)));
        return lookUp(online, {by.way, {ids.begin(), ids.end()}}, job, [&](const Record& said) {
            for (const std::string& id : {said.pmid, said.doi}) {
                const auto [from, to] = asked.equal_range(id);
                for (auto at = from; !id.empty() && at != to; ++at)
                    if (sameWork(m_lacking[at->second].known, said))
                        learn(m_lacking[at->second], said, name);
            }
        });
    }

private:
    void learn(Lacking& lacking, const Record& said, const QString& service)
    {
        for (const Field field : fillable) {
            const std::string text = fieldText(said, field);
            if (text.empty() || !fieldText(lacking.known, field).empty())
                continue;
            setFieldText(lacking.known, field, text);
            m_plan.fields.push_back({lacking.id, field, text, service});
        }
    }

    std::vector<Lacking> m_lacking;
    FillPlan& m_plan;
};

} // namespace

std::map<Field, qint64> FillPlan::byField() const
{
    std::map<Field, qint64> counts;
    for (const Filled& one : fields)
        ++counts[one.field];
    return counts;
}

std::map<QString, qint64> FillPlan::byService() const
{
    std::map<QString, qint64> counts;
    for (const Filled& one : fields)
        ++counts[one.service];
    return counts;
}

Result<FillPlan> Filling::plan(Online& online, const JobContext& job) const
{
    auto lacking = m_project.store().read([](store::Reader& reader) { return lackingRecords(reader); });
    if (!lacking)
        return Failure(lacking.error());
    FillPlan plan;
    FillPlanner planner(std::move(*lacking), plan);
    for (const FillWay& way : fillWays) {
        const auto asked = planner.ask(online, way, job);
        if (!asked && asked.error().code == ErrorCode::SearchStopped)
            return Failure(asked.error());
        if (!asked)
            plan.troubles.append(words::sentence(asked.error()));
    }
    return plan;
}

Result<qint64> Filling::fill(const FillPlan& plan, const JobContext& job)
{
    const auto by = acting(*m_project.store().catalog(), m_project.me(), Right::Work);
    if (!by)
        return Failure(by.error());
    auto edits = m_project.store().read([&](store::Reader& reader) {
        std::vector<store::Edit> empty;
        for (const Filled& one : plan.fields) {
            const auto record = store::fullRecord(reader, one.record.value);
            if (!record || !fieldText(*record, one.field).empty())
                continue;
            empty.push_back(edit(store::ChangeKind::Field, one.record.value, one.field, store::Value(one.text)));
            empty.push_back(edit(store::ChangeKind::FilledFrom, one.record.value, one.field, text(one.service)));
        }
        return empty;
    });
    if (!edits)
        return Failure(edits.error());
    const auto fields = qint64(edits->size() / 2);
    if (edits->empty())
        return 0;
    if (const auto written = writeStep(m_project, *by, std::move(*edits), job); !written)
        return Failure(written.error());
    return fields;
}

Result<std::map<Field, QString>> Filling::filled(RecordId record) const
{
    return m_project.store().read([&](store::Reader& reader) {
        std::map<Field, QString> fields;
        for (const auto& [slot, service] : store::filledFrom(reader, record.value))
            fields[Field(slot)] = QString::fromStdString(service);
        return fields;
    });
}

} // namespace winnow
