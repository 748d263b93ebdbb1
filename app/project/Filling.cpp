// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Filling.h"

#include "domain/Words.h"
#include "project/LongSteps.h"
#include "project/LookUp.h"
#include "project/SameWork.h"
#include "project/Writing.h"
#include "sources/Crossref.h"
#include "sources/EuropePmc.h"
#include "sources/Titles.h"
#include "store/FoundCells.h"
#include "store/RecordRows.h"

#include <array>
#include <set>
#include <span>

namespace winnow {
namespace {

constexpr std::array fillable{Field::Abstract, Field::Doi, Field::Pmid, Field::Pmcid, Field::Nct};
constexpr std::span<const Field> identifiers = std::span(fillable).subspan(1, 3); // DOI, PMID, PMCID

/// A record that lacks something, as far as it is known by now.
struct Lacking {
    RecordId id;
    Record known; ///< title, identifiers and abstract only; of those without identifiers all that tells works apart
};

bool hasIdentifier(const Record& record)
{
    return !record.doi.empty() || !record.pmid.empty() || !record.pmcid.empty();
}

/// What a register says of a trial is one report, what was published of it under the same title another.
bool isAskedByTitle(const Record& record)
{
    return !hasIdentifier(record) && record.nct.empty() && !record.title.empty();
}

/// Entries of registers have neither DOI nor PMID, and most papers no trial number: nothing of that is missed.
bool lacks(const Record& record)
{
    const bool registered = !record.nct.empty() && record.doi.empty() && record.pmid.empty();
    return record.abstract.empty() || (!registered && (record.doi.empty() || record.pmid.empty()));
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
        if (isAskedByTitle(*record)) {
            one.known.authors = record->authors;
            one.known.year = record->year;
            one.known.journal = record->journal;
            one.known.type = record->type;
            one.known.database = record->database;
        }
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
    bool byPmcid;

    [[nodiscard]] std::string idOf(const Record& known) const
    {
        if (byPmid && !known.pmid.empty())
            return known.pmid;
        if (byDoi && !known.doi.empty())
            return known.doi;
        return byPmcid ? known.pmcid : std::string();
    }
};
constexpr std::array fillWays{FillWay{"by-pmid", false, true, false}, FillWay{"by-europepmc", true, true, true},
                              FillWay{"by-doi-crossref", true, false, false}, FillWay{"by-doi", true, false, false}};

/// Who is asked by title, and whether an answer is one: what is none must not pass for "nobody has it".
struct FillTitleWay {
    TitleWay asked;
    Result<sources::Page> (*read)(const QByteArray& body);
};
/// Europe PMC has what PubMed has, and gives it in one answer.
const std::array titleWays{FillTitleWay{{"by-doi-crossref", sources::titleRequest}, sources::crossrefPage},
                           FillTitleWay{{"by-europepmc", sources::europePmcTitleRequest}, sources::europePmcPage}};

class FillPlanner {
public:
    FillPlanner(std::vector<Lacking> lacking, FillPlan& plan) : m_lacking(std::move(lacking)), m_plan(plan)
    {
        for (const Lacking& one : m_lacking)
            ++(hasIdentifier(one.known) ? plan.lookedAt : plan.without);
    }

    Result<void> findByTitle(Online& online, const FillTitleWay& by, const JobContext& job)
    {
        std::vector<QString> titles;
        std::vector<size_t> asked;
        for (size_t i = 0; i < m_lacking.size(); ++i) {
            if (!isAskedByTitle(m_lacking[i].known))
                continue;
            asked.push_back(i);
            titles.push_back(QString::fromStdString(m_lacking[i].known.title));
        }
        const sources::Service& service = *sources::findService(QString::fromLatin1(by.asked.way));
        const QString format = QString::fromLatin1(service.format);
        return askTitles(online, by.asked, titles, job, [&](size_t at, const QByteArray& body) -> Result<void> {
            if (const auto whole = by.read(body); !whole)
                return Failure(whole.error());
            const auto said = recordsIn(body, format);
            if (!said)
                return Failure(said.error());
            Lacking& lacking = m_lacking[asked[at]];
            const Record* work = theWork(lacking.known, *said);
            if (work && hasIdentifier(*work))
                found(lacking, *work, sources::askedName(service));
            return {};
        });
    }

    Result<void> ask(Online& online, const FillWay& by, const JobContext& job)
    {
        std::multimap<std::string, size_t> asked;
        std::set<std::string> ids;
        for (size_t i = 0; i < m_lacking.size(); ++i) {
            const Record& known = m_lacking[i].known;
            if (!lacks(known))
                continue;
            const std::string id = by.idOf(known);
            if (id.empty())
                continue;
            asked.emplace(id, i);
            ids.insert(id);
        }
        const QString name = sources::askedName(*sources::findService(QString::fromLatin1(by.way)));
        return lookUp(online, {by.way, {ids.begin(), ids.end()}}, job, [&](const Record& said) {
            for (const std::string& id : {said.pmid, said.doi, said.pmcid}) {
                const auto [from, to] = asked.equal_range(id);
                for (auto at = from; !id.empty() && at != to; ++at)
                    if (titlesMayAgree(m_lacking[at->second].known, said))
                        learn(m_lacking[at->second], said, name);
            }
        });
    }

private:
    /// By what it was found it is asked for like any other.
    void found(Lacking& lacking, const Record& work, const QString& service)
    {
        learn(lacking, work, service, identifiers);
        ++m_plan.byTitle;
        ++m_plan.lookedAt;
        --m_plan.without;
    }

    void learn(Lacking& lacking, const Record& said, const QString& service, std::span<const Field> fields = fillable)
    {
        for (const Field field : fields) {
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
    const auto outlived = [&](const Result<void>& asked) {
        if (!asked)
            plan.troubles.append(words::sentence(asked.error()));
        return asked || asked.error().code != ErrorCode::SearchStopped;
    };
    for (const FillTitleWay& way : titleWays) {
        if (const auto asked = planner.findByTitle(online, way, job); !outlived(asked))
            return Failure(asked.error());
    }
    for (const FillWay& way : fillWays) {
        if (const auto asked = planner.ask(online, way, job); !outlived(asked))
            return Failure(asked.error());
    }
    plan.troubles.removeDuplicates(); // a service is asked about titles and numbers
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
