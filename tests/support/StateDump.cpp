// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/StateDump.h"

#include "store/AppraisalRows.h"
#include "store/Door.h"
#include "store/Reports.h"
#include "store/Resolutions.h"
#include "store/Side.h"

#include <QByteArray>

#include <algorithm>
#include <map>

namespace winnow::test {
namespace {

using namespace store;

/// The rows of a project file with local numbers turned into shared ids.
class Dump {
public:
    explicit Dump(const QString& path)
        : m_db(path, Database::Mode::ReadWrite)
        , m_replicas(m_db)
        , m_catalog(loadCatalog(m_db))
    {
    }
    Lines lines;

    void add(std::initializer_list<std::string> parts)
    {
        std::string line;
        for (const std::string& part : parts)
            line += part + '|';
        lines.push_back(std::move(line));
    }
    std::string entity(qint64 id) const
    {
        const auto found = m_catalog.uids.find(id);
        return found == m_catalog.uids.end() ? std::to_string(id)
                                             : QByteArray::fromStdString(found->second).toHex().toStdString();
    }
    std::string record(qint64 id) const { return recordUid(m_catalog, RecordId(id)).toStdString(); }
    std::string part(Ref ref, qint64 n) const
    {
        switch (ref) {
        case Ref::Entity: return entity(n);
        case Ref::Record: return record(n);
        case Ref::EntityAndStage: return entity(slotEntity(n)) + '@' + std::to_string(n & 3);
        case Ref::None: break;
        }
        return std::to_string(n);
    }
    std::string value(ChangeKind kind, qint64 slot, const Statement& q, int column) const
    {
        if (q.isNull(column))
            return "null";
        const bool names = kind == ChangeKind::StudyMember || kind == ChangeKind::Referred
            || (kind == ChangeKind::Reason && slot == qint64(ReasonSlot::MergedInto))
            || (kind == ChangeKind::Appraised && slot == qint64(AppraisedSlot::Instrument))
            || (kind == ChangeKind::Label && slot == qint64(LabelSlot::MergedInto))
            || (kind == ChangeKind::Criterion && slot == qint64(CriterionSlot::MergedInto))
            || (kind == ChangeKind::Run && slot >= qint64(RunSlot::SourceOfOrigin));
        if (names)
            return entity(q.integer(column));
        if (kind == ChangeKind::Vote)
            return vote(q.integer(column));
        return q.string(column);
    }
    std::string vote(qint64 packed) const
    {
        const VoteValue v = unpackVote(packed);
        return std::to_string(int(v.verdict)) + ' ' + (v.reason ? entity(v.reason.value) : "");
    }
    std::string id(const Statement& q, int column) const
    {
        return std::to_string(q.integer(column)) + '-' + std::to_string(m_replicas.uid(q.integer(column + 1)));
    }

    void cells(bool who)
    {
        Statement q = m_db.prepare("SELECT kind, subject, slot, value, author, stamp, replica FROM cell");
        while (q.step()) {
            const auto kind = ChangeKind(q.integer(0));
            const KindSpec* spec = specOf(kind);
            if (kind == ChangeKind::Settled) {
                settlement(q.integer(1), q.integer(2), who);
                continue;
            }
            if (!who && q.isNull(3))
                continue;
            add({"cell", spec->name, part(spec->subject, q.integer(1)), part(spec->slot, q.integer(2)),
                 value(kind, q.integer(2), q, 3), who ? entity(q.integer(4)) : "", who ? id(q, 5) : ""});
        }
    }
    /// As resolutions: what stands of it, not what it stands in place of.
    void settlement(qint64 appraisal, qint64 slot, bool who)
    {
        const auto changes = changesAt(m_db, m_replicas, {ChangeKind::Settled, appraisal, slot, {}}, true);
        for (const Change& head : settledHeads(changes)) {
            const Value value = withoutSeen(head.edit.value);
            const auto* text = std::get_if<std::string>(&value);
            if (who || text)
                add({"settled", entity(appraisal), std::to_string(slot), text ? *text : "null",
                     who ? entity(head.author.value) + std::to_string(head.id.stamp) : ""});
        }
    }
    void marks(bool who)
    {
        Statement q = m_db.prepare("SELECT subject, kind, slot, author, value, stamp, replica FROM mark");
        while (q.step()) {
            const auto kind = ChangeKind(q.integer(1));
            if (!who && q.isNull(4))
                continue;
            add({"mark", specOf(kind)->name, part(specOf(kind)->subject, q.integer(0)),
                 part(specOf(kind)->slot, q.integer(2)), entity(q.integer(3)), value(kind, q.integer(2), q, 4),
                 who ? id(q, 5) : ""});
        }
    }
    void openings()
    {
        Statement q = m_db.prepare("SELECT subject, stage, author, stamp, replica FROM opened");
        while (q.step())
            add({"opened", record(q.integer(0)), std::to_string(q.integer(1)), entity(q.integer(2)), id(q, 3)});
        Statement f = m_db.prepare("SELECT subject, stage, author, value FROM frozen");
        while (f.step())
            add({"frozen", record(f.integer(0)), std::to_string(f.integer(1)), entity(f.integer(2)),
                 vote(f.integer(3))});
    }
    void resolutions(bool who)
    {
        Statement q = m_db.prepare("SELECT DISTINCT subject, stage FROM resolution");
        while (q.step()) {
            const auto stage = Stage(q.integer(1));
            for (const ResolutionHead& head : resolutionHeads(m_db, m_replicas, q.integer(0), stage)) {
                if (!who && head.value.verdict == Verdict::None)
                    continue;
                add({"head", record(q.integer(0)), std::to_string(q.integer(1)),
                     std::to_string(int(head.value.verdict)), entity(head.value.reason.value),
                     std::to_string(int(head.value.how)),
                     who ? entity(head.by.value) + std::to_string(head.id.stamp) : ""});
            }
        }
    }
    void records()
    {
        Statement q = m_db.prepare("SELECT id, report, " + standingOf("record") + " FROM record");
        while (q.step()) {
            if (m_catalog.isLive(q.integer(0)))
                add({"record", record(q.integer(0)), record(q.integer(1)), std::to_string(q.integer(2)),
                     q.integer(3) ? entity(q.integer(3)) : ""});
        }
    }
    void tallies()
    {
        Statement q = m_db.prepare("SELECT dim, a, b, c, n FROM tally WHERE n <> 0");
        while (q.step()) {
            const auto dim = Dim(q.integer(0));
            const bool named = dim == Dim::Voted || dim == Dim::VotedAt || dim == Dim::Studies || dim == Dim::Withheld
                || dim == Dim::Unasked || dim == Dim::PilotVoted;
            add({"tally", std::to_string(q.integer(0)), named ? entity(q.integer(1)) : std::to_string(q.integer(1)),
                 dim == Dim::Identified ? entity(q.integer(2)) : std::to_string(q.integer(2)),
                 dim == Dim::Places && q.integer(3) ? entity(q.integer(3)) : std::to_string(q.integer(3)),
                 std::to_string(q.integer(4))});
        }
    }
    void log()
    {
        Statement q = m_db.prepare("SELECT stamp, replica, author, kind, undoes FROM change WHERE live = 1");
        while (q.step())
            add({"change", id(q, 0), entity(q.integer(2)), std::to_string(q.integer(3)), q.string(4)});
    }

private:
    Database m_db;
    Replicas m_replicas;
    Catalog m_catalog;
};

} // namespace

Lines sharedState(const QString& path, bool log)
{
    Dump dump(path);
    dump.cells(true);
    dump.marks(true);
    dump.openings();
    dump.resolutions(true);
    dump.records();
    dump.tallies();
    if (log)
        dump.log();
    std::sort(dump.lines.begin(), dump.lines.end());
    return std::move(dump.lines);
}

Lines standingValues(const QString& path)
{
    Dump dump(path);
    dump.cells(false);
    dump.marks(false);
    dump.openings();
    dump.resolutions(false);
    dump.records();
    dump.tallies();
    std::sort(dump.lines.begin(), dump.lines.end());
    return std::move(dump.lines);
}

QString difference(const Lines& a, const Lines& b)
{
    QString text;
    int shown = 0;
    const auto show = [&](const Lines& from, const Lines& other, const char* sign) {
        for (const std::string& line : from) {
            if (!std::binary_search(other.begin(), other.end(), line) && shown++ < 12)
                text += QLatin1String(sign) + QString::fromStdString(line) + QLatin1Char('\n');
        }
    };
    show(a, b, "- ");
    show(b, a, "+ ");
    if (text.isEmpty() && a != b)
        text = QStringLiteral("the same lines, another number of times");
    return text;
}

} // namespace winnow::test
