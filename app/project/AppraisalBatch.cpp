// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalCarrying.h"
#include "project/Writing.h"

#include <algorithm>

namespace winnow {
namespace {

using store::Edit;
using store::WriteScope;

/// Puts together what one call says of several studies.
class BatchWriter {
public:
    BatchWriter(WriteScope& scope, const Appraisals::Batch& batch, ReviewerId by)
        : m_scope(scope)
        , m_batch(batch)
        , m_by(by)
    {
    }

    Result<void> add(std::size_t study)
    {
        const auto& [record, said] = m_batch.studies[study];
        auto begun = beginIn(m_scope, {record, m_batch.instrument, m_batch.variant, m_batch.result});
        if (!begun && begun.error().code == ErrorCode::UnknownRecord) {
            refuse(study, {}, begun.error());
            return {};
        }
        if (!begun)
            return Failure(begun.error());
        const Under& under = begun->under;
        if (const auto may = allowed(under); !may) {
            refuse(study, {}, may.error());
            return {};
        }
        const AppraisalId id = under.appraisal.id;
        if (std::find(outcome.appraisals.begin(), outcome.appraisals.end(), id) == outcome.appraisals.end()) {
            outcome.appraisals.push_back(id);
            m_edits.insert(m_edits.end(), begun->edits.begin(), begun->edits.end());
        }
        std::map<QString, Said> rest = said;
        siftSaid(under, sheetOf(under), rest,
                 [&](const QString& key, const Error& error) { refuse(study, key, error); });
        const std::vector<Edit> edits = saidEdits(under, rest, m_batch.agreed);
        m_edits.insert(m_edits.end(), edits.begin(), edits.end());
        outcome.applied += qint64(rest.size());
        m_last[id] = study;
        return {};
    }

    void write()
    {
        if (!m_edits.empty())
            m_scope.append(m_by, std::move(m_edits));
        for (const auto& [id, study] : m_last) {
            if (m_batch.open)
                open(id, study);
        }
    }

    Appraisals::BatchOutcome outcome;

private:
    Result<void> allowed(const Under& under)
    {
        if (!m_batch.agreed)
            return mayAppraise(m_scope.catalog(), under, m_by);
        if (!isOpened(m_scope, under.appraisal.id))
            return fail(ErrorCode::NotInConflict, under.instrument.name);
        return {};
    }
    AppraisalSheet sheetOf(const Under& under)
    {
        return m_batch.agreed ? agreedIn(m_scope, under) : sheetBy(sheetsIn(m_scope, under.appraisal.id), m_by);
    }
    void open(AppraisalId id, std::size_t study)
    {
        const auto under = appraisalUnder(m_scope.db(), m_scope.catalog(), id);
        if (!under || isOpened(m_scope, id))
            return;
        if (const auto ready = openable(m_scope, *under); !ready)
            return refuse(study, {}, ready.error());
        m_scope.append(m_by, {{store::ChangeKind::AppraisalOpened, id.value, 0, qint64(1)}});
    }
    void refuse(std::size_t study, const QString& key, const Error& error)
    {
        outcome.refused.push_back({study, key, error});
    }

    WriteScope& m_scope;
    const Appraisals::Batch& m_batch;
    ReviewerId m_by;
    std::vector<Edit> m_edits;
    std::map<AppraisalId, std::size_t> m_last; ///< the study that each was last spoken of with
};

bool isOfDomain(const Under& under, const QString& key, const QString& domain)
{
    if (key == domain || key == appraisal::applicabilityKey(domain) || key == appraisal::directionKey(domain))
        return true;
    const appraisal::Domain* found = appraisal::findDomain(under.instrument, under.appraisal.variant, domain);
    return found
        && std::any_of(found->items.begin(), found->items.end(), [&key](const auto& item) { return item.id == key; });
}

} // namespace

Result<Appraisals::BatchOutcome> Appraisals::sayAll(const Batch& batch)
{
    BatchOutcome outcome;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), batch.agreed ? Right::Settle : Right::Vote);
        if (!by)
            return Failure(by.error());
        BatchWriter writer(scope, batch, *by);
        for (std::size_t study = 0; study < batch.studies.size(); ++study) {
            if (auto added = writer.add(study); !added)
                return added;
        }
        writer.write();
        outcome = std::move(writer.outcome);
        return {};
    });
    if (!written)
        return Failure(written.error());
    return outcome;
}

Result<Appraisals::Copied> Appraisals::copy(AppraisalId from, AppraisalId to, const QString& domain)
{
    Copied copied;
    const auto written = change(m_project, [&](WriteScope& scope) -> Result<void> {
        const auto by = acting(scope.catalog(), m_project.me(), Right::Vote);
        if (!by)
            return Failure(by.error());
        const auto under = appraisalUnder(scope.db(), scope.catalog(), to);
        if (!under)
            return Failure(under.error());
        if (auto may = mayAppraise(scope.catalog(), *under, *by); !may)
            return may;
        const AppraisalSheet source = sheetBy(sheetsIn(scope, from), *by);
        const AppraisalSheet target = sheetBy(sheetsIn(scope, to), *by);
        auto [said, lost] = carried(source, target, *under);
        std::erase_if(said,
                      [&](const auto& one) { return !domain.isEmpty() && !isOfDomain(*under, one.first, domain); });
        siftSaid(*under, target, said, [](const QString&, const Error&) {}); // stays to be judged there
        copied = {qint64(said.size()), lost};
        if (!said.empty())
            scope.append(*by, saidEdits(*under, said, false));
        return {};
    });
    if (!written)
        return Failure(written.error());
    return copied;
}

} // namespace winnow
