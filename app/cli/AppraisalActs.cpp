// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AppraisalActs.h"

#include "cli/Options.h"
#include "cli/People.h"

#include <QJsonObject>

#include <algorithm>

namespace winnow::cli {

void AppraisalActs::addTo(CLI::App& app)
{
    addText(app, "--designs", m_designs, "a table with the columns study, design (empty: not said any more)",
            {.type = "FILE", .needs = "--as"});
    addText(app, "--appraisers", m_appraisers,
            "a table with the columns study, appraiser: these assess it, and nobody else; begins what is not begun",
            {.type = "FILE", .needs = "--as"});
    addText(app, "--copy-from", m_from,
            "an outcome: what I have said of it, where nothing is said yet of the one named by --outcome",
            {.needs = "--outcome"});
    addFlag(app, "--carry-over", m_carry,
            "what I have said under older versions of the instrument goes to this one, where nothing is said yet; what "
            "was agreed on comes along once this one is opened",
            {.needs = "--as"});
    addText(app, "--domain", m_domain, "copy what belongs to this domain alone", {.type = "D", .needs = "--copy-from"});
}

Result<void> AppraisalActs::run(const Place& place, Rejections& rejections)
{
    if (!m_designs.isEmpty()) {
        if (auto done = sayDesigns(place, rejections); !done)
            return done;
    }
    if (!m_appraisers.isEmpty()) {
        if (auto done = give(place, rejections); !done)
            return done;
    }
    if (m_carry) {
        if (auto done = carryOver(place); !done)
            return done;
    }
    return m_from.isEmpty() ? Result<void>() : copy(place);
}

Result<void> AppraisalActs::carryOver(const Place& place)
{
    const Appraisals appraisals(place.project);
    const auto to = appraisals.instrument(place.instrument);
    const auto views = to ? appraisals.views() : Failure(to.error());
    const auto studies = views ? studiesToAppraise(place.project) : Failure(views.error());
    if (!studies)
        return Failure(studies.error());
    auto moves = movesTo(place.project, *to, *studies, *views);
    if (!moves)
        return Failure(moves.error());
    std::vector<AppraisalId> from;
    for (const VersionMove& move : *moves)
        from.push_back(move.from);
    if (const auto moved = moveTo(place.project, *to, from); !moved)
        return Failure(moved.error());
    m_moves = std::move(*moves);
    return {};
}

QJsonArray AppraisalActs::carriedOver() const
{
    QJsonArray list;
    for (const VersionMove& move : m_moves) {
        QStringList lost;
        for (const appraisal::Lost& one : move.lost)
            lost << appraisal::sentence(one);
        list.append(QJsonObject{{QStringLiteral("study"), move.study},
                                {QStringLiteral("outcome"), move.result.outcome},
                                {QStringLiteral("from_version"), move.version},
                                {QStringLiteral("said"), move.carried},
                                {QStringLiteral("agreed"), move.agreed},
                                {QStringLiteral("lost"), QJsonArray::fromStringList(lost)},
                                {QStringLiteral("open"), QJsonArray::fromStringList(move.open)},
                                {QStringLiteral("reworded"), QJsonArray::fromStringList(move.reworded)}});
    }
    return list;
}

QString AppraisalActs::carriedOverText() const
{
    QString text;
    for (const VersionMove& move : m_moves) {
        QStringList parts{QStringLiteral("%1 %2").arg(move.study, move.result.outcome).trimmed(),
                          QStringLiteral("from version %1: %2 carried over").arg(move.version).arg(move.carried)};
        if (move.agreed > 0)
            parts << QStringLiteral("agreed on: %1").arg(move.agreed);
        for (const appraisal::Lost& one : move.lost)
            parts << appraisal::sentence(one);
        if (!move.open.isEmpty())
            parts << QStringLiteral("to be answered: %1").arg(move.open.join(QStringLiteral(", ")));
        if (!move.reworded.isEmpty())
            parts << QStringLiteral("asked in other words: %1").arg(move.reworded.join(QStringLiteral(", ")));
        text += parts.join(QStringLiteral("  ")) + QLatin1Char('\n');
    }
    return text;
}

Result<void> AppraisalActs::sayDesigns(const Place& place, Rejections& rejections)
{
    std::vector<std::pair<RecordId, QString>> designs;
    const Appraisals appraisals(place.project);
    const auto take = [&](const NamedTable& row) {
        const auto study = appraisals.studyNamed(row.cell(0));
        if (study)
            designs.emplace_back(*study, row.cell(1));
        else
            rejections.add(row.line(), study.error());
    };
    if (auto read
        = readRows(place.context, m_designs, {QStringLiteral("study"), QStringLiteral("design")}, {}, rejections, take);
        !read)
        return read;
    if (auto said = setDesigns(place.project, designs); !said)
        return said;
    m_designed = qint64(designs.size());
    return {};
}

Result<void> AppraisalActs::give(const Place& place, Rejections& rejections)
{
    Appraisals appraisals(place.project);
    std::vector<std::pair<RecordId, std::vector<ReviewerId>>> studies;
    const auto review = place.project.review();
    const auto take = [&](const NamedTable& row) {
        const auto study = appraisals.studyNamed(row.cell(0));
        const auto person = personNamed(*review, row.cell(1));
        if (!study || !person)
            return rejections.add(row.line(), !study ? study.error() : person.error());
        auto at = std::find_if(studies.begin(), studies.end(), [&](const auto& one) { return one.first == *study; });
        if (at == studies.end())
            at = studies.insert(studies.end(), {*study, {}});
        at->second.push_back(*person);
    };
    if (auto read = readRows(place.context, m_appraisers, {QStringLiteral("study"), QStringLiteral("appraiser")}, {},
                             rejections, take);
        !read)
        return read;
    // Those with the same people together: one step for all of them.
    std::map<std::vector<ReviewerId>, std::vector<AppraisalId>> byPeople;
    for (const auto& [study, people] : studies) {
        const auto id = appraisals.begin({study, place.instrument, place.variant, place.result});
        if (!id)
            return Failure(id.error());
        byPeople[people].push_back(*id);
    }
    for (const auto& [people, ids] : byPeople) {
        if (auto done = appraisals.assign(ids, people); !done)
            return done;
        m_given += qint64(ids.size());
    }
    return {};
}

Result<void> AppraisalActs::copy(const Place& place)
{
    const auto studies = studiesToAppraise(place.project);
    const auto all = Appraisals(place.project).all();
    if (!studies || !all)
        return Failure(!studies ? studies.error() : all.error());
    for (const AppraisedStudy& study : *studies) {
        if (auto done = copyOne(place, study, *all); !done)
            return done;
    }
    return {};
}

/// The result that is named is begun where the other one has been.
Result<void> AppraisalActs::copyOne(const Place& place, const AppraisedStudy& study, const std::vector<Appraisal>& all)
{
    const auto from = std::find_if(all.begin(), all.end(), [&](const Appraisal& one) {
        return one.instrument == place.instrument && one.variant == place.variant
            && one.result.outcome.compare(m_from.simplified(), Qt::CaseInsensitive) == 0
            && std::find(study.appraisals.begin(), study.appraisals.end(), one.id) != study.appraisals.end();
    });
    if (from == all.end())
        return {};
    Appraisals appraisals(place.project);
    const auto to = appraisals.begin({study.record, place.instrument, place.variant, place.result});
    if (!to)
        return Failure(to.error());
    const auto copied = appraisals.copy(from->id, *to, m_domain);
    if (!copied)
        return Failure(copied.error());
    m_copied += copied->said;
    return {};
}

} // namespace winnow::cli
