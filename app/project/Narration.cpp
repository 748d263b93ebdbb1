// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Narration.h"

#include "domain/Words.h"
#include "project/Notices.h"
#include "project/SearchLog.h"
#include "store/AppraisalRows.h"
#include "store/Resolutions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {
namespace {

using store::Catalog;
using store::Change;
using store::ChangeKind;
using store::Edit;

QString plain(const store::Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        return QString::number(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    return {};
}

QString withReason(const Catalog& catalog, Verdict verdict, ReasonId reason)
{
    const Reason* known = catalog.reason(reason);
    const QString word = words::wordOf(verdict);
    return known ? QString(word + QStringLiteral(": ") + known->text) : word;
}

/// An entry that was merged into another one or removed is told of by the name it had.
QString entryName(const Catalog& catalog, ChangeKind kind, qint64 id)
{
    if (const auto former = catalog.formerNames.find(id); former != catalog.formerNames.end())
        return former->second;
    if (const Reason* r = kind == ChangeKind::Reason ? catalog.reason(ReasonId(id)) : nullptr)
        return r->text;
    if (const Label* l = kind == ChangeKind::Label ? catalog.label(LabelId(id)) : nullptr)
        return l->name;
    for (const Criterion& c : catalog.criteria) {
        if (kind == ChangeKind::Criterion && c.id.value == id)
            return c.text;
    }
    return {};
}

bool isMerging(const Edit& edit)
{
    return (edit.kind == ChangeKind::Reason && edit.slot == int(store::ReasonSlot::MergedInto))
        || (edit.kind == ChangeKind::Label && edit.slot == int(store::LabelSlot::MergedInto))
        || (edit.kind == ChangeKind::Criterion && edit.slot == int(store::CriterionSlot::MergedInto));
}

QString nameOfStudy(const Catalog& catalog, qint64 id)
{
    for (const Study& study : catalog.studies) {
        if (study.id.value == id)
            return study.name;
    }
    return {};
}

QString mergingTold(const Catalog& catalog, const Edit& edit)
{
    const auto* into = std::get_if<qint64>(&edit.value);
    return into ? QStringLiteral("merged into ") + entryName(catalog, edit.kind, *into) : QStringLiteral("not merged");
}

QString entityName(const Catalog& catalog, const Edit& edit)
{
    switch (edit.kind) {
    case ChangeKind::Reviewer:
        if (const Reviewer* r = catalog.reviewer(ReviewerId(edit.subject)))
            return r->name;
        break;
    case ChangeKind::Reason:
    case ChangeKind::Label:
    case ChangeKind::Criterion: return entryName(catalog, edit.kind, edit.subject);
    case ChangeKind::Source:
        if (const Source* s = catalog.source(SourceId(edit.subject)))
            return s->name;
        break;
    case ChangeKind::Run:
        if (const store::RunInfo* r = catalog.run(RunId(edit.subject)))
            return r->run.fileName;
        break;
    default: break;
    }
    return {};
}

/// "Pilot round 1: go: kappa is fine".
QString pilotTold(const Edit& edit)
{
    const QJsonArray round = QJsonDocument::fromJson(plain(edit.value).toUtf8()).array();
    QStringList parts{words::pilotName(int(store::slotEntity(edit.slot)))};
    if (!round.isEmpty())
        parts << words::wordOf(PilotRound::State(round.at(0).toInt())) << round.at(3).toString();
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

bool isOfAppraisal(ChangeKind kind)
{
    return kind >= ChangeKind::Appraised && kind <= ChangeKind::Settled;
}

/// "1.2 = PY: sealed envelopes, p. 3" of what was said; "RoB … 2019-08-22" of an instrument.
QString appraisalTold(const Catalog& catalog, const Edit& edit)
{
    const QByteArray json = plain(edit.value).toUtf8();
    if (edit.kind == ChangeKind::Instrument) {
        const QJsonObject head = QJsonDocument::fromJson(json).object();
        return head[QLatin1String("name")].toString() + QLatin1Char(' ') + head[QLatin1String("version")].toString();
    }
    if (edit.kind == ChangeKind::Appraiser) {
        const Reviewer* person = catalog.reviewer(ReviewerId(store::slotEntity(edit.slot)));
        const auto* on = std::get_if<qint64>(&edit.value);
        return (on && *on ? QString() : QStringLiteral("not ")) + (person ? person->name : QString());
    }
    if (edit.kind == ChangeKind::AppraisalOpened)
        return {};
    if (edit.kind == ChangeKind::Appraised)
        return edit.slot == qint64(store::AppraisedSlot::Instrument) ? QString() : plain(edit.value);
    const QJsonArray said = QJsonDocument::fromJson(json).array();
    if (said.size() < 4)
        return {};
    QStringList parts{said[0].toString() + QLatin1String(" = ") + said[1].toString(), said[2].toString()};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

/// "PubMed: walking AND stroke".
QString searchTold(const Edit& edit)
{
    const SearchRecord search = unpackSearch(edit.slot, plain(edit.value).toStdString());
    return search.source.isEmpty() ? QString() : search.source + QStringLiteral(": ") + search.sent;
}

/// "Population: stroke, apoplexy".
QString blockTold(const Edit& edit)
{
    const QJsonArray parts = QJsonDocument::fromJson(plain(edit.value).toUtf8()).array();
    if (parts.isEmpty())
        return QStringLiteral("removed");
    return QStringLiteral("%1: %2").arg(
        parts.at(0).toString(),
        QStringList(parts.at(2).toVariant().toStringList() + parts.at(3).toVariant().toStringList())
            .join(QStringLiteral(", ")));
}

/// "pubmed: walking[tiab]".
QString draftTold(const Edit& edit)
{
    const SearchRecord search = unpackSearch(edit.slot, plain(edit.value).toStdString());
    return search.database.isEmpty() ? QStringLiteral("removed")
                                     : search.database + QStringLiteral(": ") + search.query.text;
}

/// "retraction: Lancet. 2010 …".
QString noticeTold(const Edit& edit)
{
    const QString packed = plain(edit.value);
    if (packed.isEmpty())
        return QStringLiteral("none");
    const RecordNotice notice = unpackNotice(edit.slot, packed.toStdString());
    QStringList parts{words::idOf(notice.kind), notice.reference, notice.source};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

/// "1204 records against PubMed, Crossref".
QString checkTold(const Edit& edit)
{
    const QJsonArray said = QJsonDocument::fromJson(plain(edit.value).toUtf8()).array();
    QStringList services;
    for (qsizetype i = 2; i < said.size(); ++i)
        services.append(said.at(i).toString());
    return QStringLiteral("%1 records against %2").arg(said.at(1).toInteger()).arg(services.join(QStringLiteral(", ")));
}

/// "same as 3f2a…-12 by doi".
QString pairTold(const Catalog& catalog, const Edit& edit, qint64 number)
{
    const auto same = store::Same(number & 3);
    const QString other = store::recordUid(catalog, RecordId(edit.slot));
    const QString word = same == store::Same::Yes ? QStringLiteral("same as ")
        : same == store::Same::No                 ? QStringLiteral("different from ")
                                                  : QStringLiteral("not judged with ");
    const auto rule = JoinRule(store::unpackPair(number >> 2).why);
    const bool told = edit.kind == ChangeKind::PairAuto && same == store::Same::Yes && rule != JoinRule::None;
    return word + other + (told ? QStringLiteral(" by ") + words::wordOf(rule) : QString());
}

QString doubtTold(const Catalog& catalog, const Edit& edit, qint64 number)
{
    const store::PairValue pair = store::unpackPair(number);
    return QStringLiteral("perhaps the same as %1 (%2), in doubt for: %3")
        .arg(store::recordUid(catalog, RecordId(edit.slot)), QString::number(pair.permille / 1000.0),
             words::wordOf(PairDoubt(pair.why)));
}

QString valueOf(const Catalog& catalog, const Edit& edit)
{
    if (edit.kind == ChangeKind::Instrument || isOfAppraisal(edit.kind))
        return appraisalTold(catalog, edit);
    const auto* number = std::get_if<qint64>(&edit.value);
    switch (edit.kind) {
    case ChangeKind::Vote: {
        const store::VoteValue vote = store::unpackVote(number ? *number : 0);
        return withReason(catalog, vote.verdict, vote.reason);
    }
    case ChangeKind::Resolution: {
        const auto* packed = std::get_if<std::string>(&edit.value);
        const auto value = packed ? store::unpackResolution(*packed) : store::ResolutionValue();
        return withReason(catalog, value.verdict, value.reason);
    }
    case ChangeKind::PairAuto:
    case ChangeKind::PairJudged: return pairTold(catalog, edit, number ? *number : 0);
    case ChangeKind::PairDoubtful: return doubtTold(catalog, edit, number ? *number : 0);
    case ChangeKind::Reviewer:
        if (number && edit.slot == qint64(store::ReviewerSlot::Roles))
            return words::name(Roles(int(*number)));
        break;
    case ChangeKind::Tag:
        return (number && *number ? QString() : QStringLiteral("not "))
            + entryName(catalog, ChangeKind::Label, store::slotEntity(edit.slot));
    case ChangeKind::Reason:
    case ChangeKind::Label:
    case ChangeKind::Criterion:
        if (isMerging(edit))
            return mergingTold(catalog, edit);
        break;
    case ChangeKind::Assigned:
        if (const Reviewer* reviewer = catalog.reviewer(ReviewerId(store::slotEntity(edit.slot))))
            return (number && *number ? QString() : QStringLiteral("not ")) + reviewer->name;
        break;
    case ChangeKind::PilotMember: return number && *number ? words::pilotName(int(*number)) : QString();
    case ChangeKind::PilotRound: return pilotTold(edit);
    case ChangeKind::Rescreened: return QString();
    case ChangeKind::Search: return searchTold(edit);
    case ChangeKind::SearchBlock: return blockTold(edit);
    case ChangeKind::SearchDraft: return draftTold(edit);
    case ChangeKind::Protocol: return QJsonDocument::fromJson(plain(edit.value).toUtf8()).array().at(1).toString();
    case ChangeKind::Field: return words::wordOf(Field(edit.slot)) + QStringLiteral(": ") + plain(edit.value);
    case ChangeKind::FilledFrom: return words::wordOf(Field(edit.slot)) + QStringLiteral(": ") + plain(edit.value);
    case ChangeKind::Notice: return noticeTold(edit);
    case ChangeKind::NoticesChecked: return checkTold(edit);
    case ChangeKind::FulltextAt:
        return QJsonDocument::fromJson(plain(edit.value).toUtf8()).object()[QLatin1String("url")].toString();
    case ChangeKind::Classified: return words::wordOf(Classification(number ? *number : 0));
    case ChangeKind::CriterionTick: return words::wordOf(Tick(number ? *number : 0));
    case ChangeKind::Referred:
        if (const Reviewer* person = catalog.reviewer(ReviewerId(number ? *number : 0)))
            return person->name;
        return {};
    case ChangeKind::StudyMember: return nameOfStudy(catalog, number ? *number : 0);
    default: break;
    }
    return plain(edit.value);
}

/// By the first record of its study, so that one can jump there.
void nameAppraisal(store::Reader& reader, qint64 appraisal, LogEntry& entry)
{
    const auto row = store::appraisedRow(reader.db(), appraisal);
    if (!row)
        return;
    entry.subject = QString::fromStdString(row->study);
    entry.record = store::recordFromUid(reader.catalog(), entry.subject);
    entry.number = reader.catalog().numberOf(entry.record.value);
}

} // namespace

LogEntry narrate(store::Reader& reader, const Change& change)
{
    const Catalog& catalog = reader.catalog();
    const store::KindSpec* spec = store::specOf(change.edit.kind);
    LogEntry entry;
    entry.id = store::changeUid(change.id);
    entry.step = store::changeUid({change.step, change.id.replica});
    entry.at = change.wall;
    entry.by = change.author;
    entry.kind = spec ? QString::fromLatin1(spec->name) : QString::number(int(change.edit.kind));
    entry.undo = bool(change.undoes);
    if (spec && spec->subject == store::Ref::Record) {
        entry.record = RecordId(change.edit.subject);
        entry.subject = store::recordUid(catalog, entry.record);
        entry.number = catalog.numberOf(change.edit.subject);
    } else if (isOfAppraisal(change.edit.kind)) {
        nameAppraisal(reader, change.edit.subject, entry);
    } else {
        entry.subject = entityName(catalog, change.edit);
    }
    entry.value = valueOf(catalog, change.edit);
    return entry;
}

} // namespace winnow
