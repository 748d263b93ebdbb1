// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Bundles.h"
#include "project/Sharing.h"
#include "project/Writing.h"
#include "sharing/Codec.h"
#include "store/Batches.h"
#include "store/Log.h"
#include "store/Resolutions.h"

#include <algorithm>
#include <map>

namespace winnow {
namespace {

using store::ChangeId;
using store::ChangeKind;
using store::PortableChange;

/// A settlement as it travels: what it says, and which ones it stands in place of.
struct Settlement {
    ChangeId id;
    std::string answer; ///< verdict and reason
    std::vector<ChangeId> seen;
};
using Settlements = std::map<std::pair<std::string, std::string>, std::vector<Settlement>>; ///< by record and stage

Settlement settlementOf(ChangeId id, const std::string& packed, const std::string& reason)
{
    const store::ResolutionValue value = store::unpackResolution(packed);
    if (value.verdict == Verdict::None)
        return {id, {}, value.seen};
    return {id, std::to_string(int(value.verdict)) + '@' + reason, value.seen};
}

/// The answers that stand differ (rules.md B6).
bool clashes(const std::vector<Settlement>& all)
{
    std::set<std::string> answers;
    for (const Settlement& one : all) {
        const bool replaced = std::any_of(all.begin(), all.end(), [&](const Settlement& other) {
            return std::find(other.seen.begin(), other.seen.end(), one.id) != other.seen.end();
        });
        if (!replaced && !one.answer.empty())
            answers.insert(one.answer);
    }
    return answers.size() > 1;
}

qint64 NewWork::*counterOf(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Vote: return &NewWork::votes;
    case ChangeKind::Note: return &NewWork::notes;
    case ChangeKind::Tag: return &NewWork::labels;
    case ChangeKind::CriterionTick: return &NewWork::ticks;
    case ChangeKind::Reason: return &NewWork::reasons;
    case ChangeKind::Field: return &NewWork::edits;
    case ChangeKind::PairAuto:
    case ChangeKind::PairJudged: return &NewWork::joins;
    case ChangeKind::Opened: return &NewWork::openings;
    case ChangeKind::Resolution: return &NewWork::resolutions;
    case ChangeKind::Run:
    case ChangeKind::Source: return &NewWork::imports;
    default: return &NewWork::other;
    }
}

/// Counts what is new in a bundle, in one pass over it.
class Counting {
public:
    Counting(store::Reader& reader, const sharing::Manifest& manifest, qint64 now)
        : m_reader(reader)
        , m_outward(reader.db(), reader.catalog())
        , m_horizon(store::stampOf(now + store::clockTolerance))
    {
        for (const store::RunInfo& run : reader.catalog().runs)
            m_known.insert(run.hash);
        for (const sharing::RunEntry& run : manifest.runs) {
            if (run.included && m_known.insert(run.head.hash).second)
                preview.imports.push_back({run.head.fileName, run.head.records});
        }
        for (const Reviewer& person : reader.catalog().reviewers)
            m_names[m_outward.entity(person.id.value)] = person.name;
        m_me = m_outward.entity(reader.viewer().value);
        preview.info = manifest.info;
        preview.inMyName = !m_me.empty()
            && QByteArray::fromStdString(m_me.substr(2)).toHex() == manifest.info.senderUid.toLatin1()
            && manifest.info.copy.toStdString() != store::localNote(reader.db(), "copy");
    }
    BundlePreview preview;

    Result<void> take(const PortableChange& change)
    {
        const store::KindSpec* spec = store::specOf(change.kind);
        if (!spec)
            return fail(ErrorCode::NewerBundle, {}, QStringLiteral("kind %1").arg(int(change.kind)));
        if (spec->subject == store::Ref::Record && !recordIsHere(change.subject))
            return fail(ErrorCode::MissingImport);
        if (change.kind == ChangeKind::Resolution)
            noteSettlement(change);
        if (change.kind == ChangeKind::Reviewer && change.slot == "1")
            noteName(change);
        switch (store::whereIs(m_reader, change.id)) {
        case store::Here::Live: ++preview.already; return {};
        case store::Here::SetAside: ++preview.restored; break;
        case store::Here::No: ++preview.added; break;
        }
        preview.fromTheFuture += change.id.stamp > m_horizon;
        ++(m_work[change.author].*counterOf(change.kind));
        if (change.kind == ChangeKind::Resolution)
            m_touched.insert({change.subject, change.slot});
        return {};
    }

    void conclude()
    {
        for (auto& [author, work] : m_work) {
            work.person = m_names[author];
            work.isMe = author == m_me;
            preview.people.push_back(work);
        }
        std::sort(preview.people.begin(), preview.people.end(),
                  [](const NewWork& a, const NewWork& b) { return a.person.localeAwareCompare(b.person) < 0; });
        for (const auto& at : m_touched) {
            addOwnHeads(at);
            preview.clashes += clashes(m_settlements[at]);
        }
    }

private:
    bool recordIsHere(const std::string& uid) const
    {
        const QByteArray hash = QByteArray::fromHex(QByteArray::fromStdString(uid.substr(0, 20)));
        return m_known.contains(hash.toStdString());
    }
    void noteName(const PortableChange& change)
    {
        const auto* name = std::get_if<std::string>(&change.value);
        if (name && !m_names.contains(change.subject))
            m_names[change.subject] = QString::fromStdString(*name);
    }
    void noteSettlement(const PortableChange& change)
    {
        const auto* text = std::get_if<std::string>(&change.value);
        const size_t at = text ? text->find('@') : std::string::npos;
        if (at != std::string::npos)
            m_settlements[{change.subject, change.slot}].push_back(
                settlementOf(change.id, text->substr(0, at), text->substr(at + 1)));
    }
    void addOwnHeads(const std::pair<std::string, std::string>& at)
    {
        const RecordId record = store::recordFromUid(m_reader.catalog(), QString::fromStdString(at.first));
        const auto stage = Stage(QByteArray::fromStdString(at.second).toInt());
        if (!record)
            return;
        auto& all = m_settlements[at];
        for (const auto& head : store::resolutionHeads(m_reader.db(), m_reader.replicas(), record.value, stage)) {
            const bool known
                = std::any_of(all.begin(), all.end(), [&](const Settlement& s) { return s.id == head.id; });
            if (!known)
                all.push_back(settlementOf(head.id, store::packResolution(head.value),
                                           m_outward.entity(head.value.reason.value)));
        }
    }

    store::Reader& m_reader;
    store::Outward m_outward;
    qint64 m_horizon;
    std::string m_me;
    std::set<std::string> m_known; ///< hashes of imports
    std::map<std::string, QString> m_names;
    std::map<std::string, NewWork> m_work;
    Settlements m_settlements;
    std::set<std::pair<std::string, std::string>> m_touched;
};

} // namespace

Result<BundlePreview> Sharing::previewOf(const QString& file, const JobContext& job)
{
    const auto arrived = arrivedBundle(m_project, file, job);
    if (!arrived)
        return Failure(arrived.error());
    sharing::BundleReader& bundle = *arrived->reader;
    if (const auto begun = bundle.begin(QLatin1String(sharing::changesName)); !begun)
        return Failure(begun.error());
    return m_project.store().read([&](store::Reader& reader) -> Result<BundlePreview> {
        Counting counting(reader, bundle.manifest(), m_project.clock().now());
        for (;;) {
            if (job.cancelled())
                return fail(ErrorCode::Cancelled, file);
            const auto block = bundle.block();
            if (!block)
                return Failure(block.error());
            if (block->isEmpty())
                break;
            const auto changes = sharing::decodeChanges(*block);
            if (!changes)
                return fail(ErrorCode::BundleDamaged, file);
            for (const PortableChange& change : *changes) {
                if (const auto taken = counting.take(change); !taken)
                    return fail(taken.error().code, file, taken.error().detail);
            }
        }
        counting.conclude();
        return std::move(counting.preview);
    });
}

} // namespace winnow
