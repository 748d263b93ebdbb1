// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/RandomHistory.h"

#include "appraisal/Shipped.h"
#include "project/Allocations.h"
#include "project/AppraisalStudies.h"
#include "project/Merging.h"
#include "project/Pilots.h"
#include "project/Protocol.h"
#include "project/Sharing.h"

#include <QFileInfo>

#include <array>

namespace winnow::test {
namespace {

const std::array<std::vector<Entry>, randomFiles> files{{
    {{"Walking after stroke", "Lima, Ana", 2019, "10.1000/a", "E1"},
     {"Running after stroke", "Burt, Ben", 2018, "10.1000/b", "E2"},
     {"Dancing after stroke", "Cole, Cara", 2017, "10.1000/c", "E3"},
     {"Dancing after stroke", "Cole, Cara", 2017, "10.1000/c", "E3"},
     {"Rowing after stroke", "Dunn, Dora", 2016, "", "E4"},
     {"Sitting after stroke", "Eck, Eva", 2015, "", "E5"}},
    {{"Walking after stroke", "Lima, Ana", 2019, "10.1000/a", "R1", "ClinicalTrials.gov"},
     {"Lifting after stroke", "Fox, Fay", 2014, "", "R2", "ClinicalTrials.gov"},
     {"Running after stroke", "Burt, Ben", 2018, "10.1000/b", "P2", "PubMed"},
     {"Cycling after stroke", "Gray, Gil", 2013, "", "P3", "PubMed"}},
    {{"Rowing after stroke", "Dunn, Dora", 2016, "10.1000/d", "W1"}, {"A letter on rest", "Hall, Hal", 2012, "", "W2"}},
}};

const std::array names{"Ana", "Ben", "Cara"};

} // namespace

RecordId RandomHistory::record()
{
    const auto all = Records(m_project).all();
    if (!all || all->empty())
        return RecordId(1);
    // Few records are spoken of often, so that people meet.
    return (*all)[size_t(pick(pick(2) ? 3 : int(all->size()))) % all->size()];
}

Verdict RandomHistory::verdict(bool noneToo)
{
    static constexpr std::array verdicts{Verdict::Include, Verdict::Include, Verdict::Exclude,
                                         Verdict::Exclude, Verdict::Maybe,   Verdict::None};
    return verdicts[size_t(pick(noneToo ? 6 : 5))];
}

ReasonId RandomHistory::reason(Stage stage)
{
    const auto reasons = m_review->reasonsOf(stage);
    return reasons.empty() ? ReasonId() : oneOf(reasons).id;
}

QString RandomHistory::note(const char* what, const QString& came, const Error* error)
{
    refused = error != nullptr;
    if (error
        && (error->code == ErrorCode::StoreFailed || error->code == ErrorCode::ProjectDamaged
            || error->code == ErrorCode::DiskFull))
        broke = came;
    const Reviewer* me = m_review->reviewer(m_project.me());
    return QStringLiteral("%1 %2: %3").arg(me ? me->name : QString(), QString::fromLatin1(what), came);
}

bool RandomHistory::has(int n) const
{
    const auto review = m_project.review();
    const QString name = QStringLiteral("file%1.ris").arg(n);
    return std::any_of(review->runs.begin(), review->runs.end(), [&](const Run& run) { return run.fileName == name; });
}

Result<ImportReport> RandomHistory::import(int n)
{
    ImportRequest request;
    request.file = m_folder + QStringLiteral("/file%1.ris").arg(n);
    if (!QFileInfo::exists(request.file))
        put(request.file, ris(files[size_t(n)]));
    if (n == 0)
        request.source = QStringLiteral("Embase");
    if (n == 2) {
        request.source = QStringLiteral("Letters");
        request.kind = SourceKind::Citation;
    }
    request.details.removedBefore = n == 1 ? 2 : 0;
    return Imports(m_project).import(request, {});
}

QString RandomHistory::act()
{
    m_review = m_project.review();
    m_project.setMe(m_review->reviewer(QString::fromLatin1(names[size_t(pick(3))]))->id);
    const int dice = pick(100);
    if (dice < 29)
        return vote();
    if (dice < 32)
        return searching();
    if (dice < 40)
        return appraise();
    if (dice < 48)
        return remark();
    if (dice < 60)
        return join();
    if (dice < 70)
        return settle();
    if (dice < 80)
        return bookkeeping();
    if (dice < 82)
        return setup();
    if (dice < 84)
        return pick(2) ? allocate() : pick(2) ? pilot() : team();
    if (dice < 89)
        return reasons();
    if (dice < 93)
        return sources();
    return undoing();
}

QString RandomHistory::vote()
{
    const Stage at = stage();
    if (pick(8) == 0) {
        const std::vector<VoteRequest> many{{record(), verdict(false), reason(at), {}},
                                            {record(), verdict(false), reason(at), {}}};
        return note("votes many", Screening(m_project, at).voteMany(many));
    }
    const VoteRequest request{record(), verdict(true), pick(4) ? reason(at) : ReasonId(),
                              pick(6) ? QString() : QStringLiteral("because")};
    return note("votes", Screening(m_project, at).vote(request));
}

QString RandomHistory::remark()
{
    Screening screening(m_project, stage());
    const RecordId at = record();
    switch (pick(4)) {
    case 0: return note("notes", screening.note(at, QStringLiteral("note %1").arg(pick(9))));
    case 1:
        if (m_review->labels.size() < 2)
            return note("adds a label", Setup(m_project).addLabel(QStringLiteral("label %1").arg(pick(9))));
        return note("labels", screening.label({&at, 1}, oneOf(m_review->labels).id, pick(2) != 0));
    case 2: return note("ticks", screening.tick(at, oneOf(m_review->criteria).id, Tick(pick(4))));
    default:
        return note(
            "edits",
            Records(m_project).edit(at, pick(2) ? Field::Title : Field::Doi, "text " + std::to_string(pick(9))));
    }
}

QString RandomHistory::join()
{
    if (pick(3) == 0)
        return note("looks for duplicates", Duplicates(m_project).find({}));
    if (pick(6) == 0)
        return note("accepts the doubtful", Duplicates(m_project).acceptAbove(pick(10) / 10.0));
    if (pick(6) == 0)
        return note("links", Duplicates(m_project).link(record(), record()));
    const bool same = pick(5) < 3;
    return note(same ? "judges same" : "judges different", Duplicates(m_project).judge(record(), record(), same));
}

QString RandomHistory::settle()
{
    const Stage at = stage();
    Conflicts conflicts(m_project, at);
    if (mayOpen && pick(2) == 0)
        return note("opens", conflicts.openBatch());
    const auto list = conflicts.list();
    if (!list || list->empty())
        return note("opens nothing", list);
    if (pick(6) == 0) {
        const QString bundle = m_folder + QStringLiteral("/referred.winnowz");
        const ReviewerId person = oneOf(m_review->reviewers).id;
        return note("refers", Sharing(m_project).conflictsFor(at, person, bundle, {}));
    }
    const Conflicts::Decision decision{oneOf(*list).report, pick(2) ? Verdict::Include : Verdict::Exclude, reason(at)};
    return note("resolves", conflicts.resolve({&decision, 1}, ResolvedHow(1 + pick(3))));
}

QString RandomHistory::bookkeeping()
{
    Reports reports(m_project);
    const RecordId at = record();
    switch (pick(5)) {
    case 0: return note("sets aside", reports.setAside({&at, 1}, {SetAside::By(pick(3)), QStringLiteral("a tool")}));
    case 1: {
        const Reports::RetrievalRequest request{at, {Retrieval(pick(4)), QStringLiteral("library"), {}}};
        return note("retrieves", reports.setRetrieval({&request, 1}));
    }
    case 2: return note("classifies", reports.classify({&at, 1}, Classification(pick(3))));
    case 3: {
        const Reports::GroupRequest request{at, pick(4) ? QStringLiteral("Study %1").arg(pick(2)) : QString()};
        return note("groups", reports.group({&request, 1}));
    }
    default:
        return note("declares",
                    Flow(m_project).declare(oneOf(Flow::declarableBoxes()), pick(9), QStringLiteral("told")));
    }
}

QString RandomHistory::setup()
{
    ReviewSettings settings = m_review->settings;
    settings.titleStage.votesNeeded = 1 + pick(3);
    settings.fulltextStage.votesNeeded = 1 + pick(2);
    settings.titleStage.majority = pick(3) == 0;
    settings.fulltextStage.reasons = ReasonRule(pick(2));
    settings.titleStage.resolving = ResolveRule(pick(3));
    return note("changes rules", Setup(m_project).save(settings));
}

QString RandomHistory::reasons()
{
    Setup lists(m_project);
    const Stage at = pick(2) ? Stage::Title : Stage::Fulltext;
    switch (pick(5)) {
    case 0: return note("adds a reason", lists.addReason(at, QStringLiteral("Reason %1").arg(m_random() % 100000)));
    case 1:
        return note("renames a reason",
                    lists.renameReason(reason(at), QStringLiteral("Named %1").arg(m_random() % 100000)));
    case 2: return note("moves a reason", lists.moveReason(reason(at), pick(4)));
    case 3: return note("merges reasons", lists.mergeReason(reason(at), reason(at)));
    default: return note("removes a reason", lists.removeReason(reason(at)));
    }
}

QString RandomHistory::team()
{
    Setup lists(m_project);
    switch (pick(6)) {
    case 4:
        if (!m_review->labels.empty())
            return note("merges labels",
                        Merging(m_project).labels(oneOf(m_review->labels).id, oneOf(m_review->labels).id));
        [[fallthrough]];
    case 5: return criteria();
    case 0: return note("retires", lists.retire(oneOf(m_review->reviewers).id, pick(2) != 0));
    case 1:
        if (!m_review->labels.empty())
            return note("removes a label", lists.removeLabel(oneOf(m_review->labels).id));
        [[fallthrough]];
    case 2: {
        Reviewer person = oneOf(m_review->reviewers);
        person.roles = Roles(Role::Reviewer) | (pick(2) ? Role::Lead : Role::Resolver);
        return note("changes roles", lists.editReviewer(person));
    }
    default: {
        const ReasonId why = reason(stage());
        return note("screens again", Protocol(m_project).rescreen(why, QDate(2026, 5, 3), QStringLiteral("wider")));
    }
    }
}

QString RandomHistory::criteria()
{
    if (m_review->criteria.size() < 4 && pick(2))
        return note(
            "adds a criterion",
            Setup(m_project).addCriterion(pick(3) > 0, QStringLiteral("Criterion %1").arg(m_random() % 100000)));
    return note("merges criteria",
                Merging(m_project).criteria(oneOf(m_review->criteria).id, oneOf(m_review->criteria).id));
}

QString RandomHistory::pilot()
{
    Pilots pilots(m_project, stage());
    switch (pick(4)) {
    case 0: return note("starts a pilot", pilots.start(1 + pick(3), quint64(pick(9))));
    case 1:
        if (mayOpen)
            return note("opens a pilot", pilots.open());
        [[fallthrough]];
    case 2: return note("refines", pilots.refine(QStringLiteral("not clear")));
    default: return note("goes", pilots.go(QStringLiteral("fine")));
    }
}

QString RandomHistory::allocate()
{
    Allocations allocations(m_project, stage());
    if (pick(2)) {
        const std::vector<RecordId> some{record(), record()};
        std::vector<ReviewerId> people;
        for (int n = pick(3); n > 0; --n)
            people.push_back(oneOf(m_review->reviewers).id);
        return note("assigns", allocations.assign(some, people));
    }
    const Allocation rule{pick(3) != 0, 1 + pick(2), 50 * pick(3), quint64(pick(4))};
    return note("deals", allocations.set(rule, {}));
}

/// Few results under two instruments, so that people meet; answers that are often enough complete to be opened.
QString RandomHistory::appraise()
{
    Appraisals appraisals(m_project);
    const auto kept = appraisals.instruments();
    if (!kept || kept->size() < 2) {
        const char* next
            = kept && !kept->empty() && kept->front().instrument == QLatin1String("rob2") ? "syrcle" : "rob2";
        return note("keeps an instrument", appraisals.keep(*appraisal::findShipped(QLatin1String(next))));
    }
    const auto list = appraisals.all();
    if (!list || list->size() < 2 || pick(8) == 0) {
        const KeptInstrument one = oneOf(*kept);
        const QString outcome = one.instrument == QLatin1String("rob2") ? QStringLiteral("Death") : QString();
        return note("begins an appraisal", appraisals.begin({record(), one.id, {}, ResultOf{.outcome = outcome}}));
    }
    if (pick(8) == 0)
        return note("says a design",
                    setDesigns(m_project, {{record(), pick(4) ? QStringLiteral("cohort") : QString()}}));
    const AppraisalId at = oneOf(*list).id;
    if (pick(8) == 0)
        return note("copies an appraisal", appraisals.copy(oneOf(*list).id, at));
    const auto view = appraisals.view(at);
    const auto instrument = view ? appraisals.instrument(view->appraisal.instrument) : Failure(view.error());
    if (!instrument)
        return note("looks at an appraisal", instrument);
    std::map<QString, Said> said;
    const bool all = pick(2) != 0;
    for (const appraisal::Domain* domain : appraisal::domainsOf(*instrument, view->appraisal.variant)) {
        for (const appraisal::Item* item : appraisal::itemsOf(*domain, view->appraisal.variant)) {
            const auto& answers = appraisal::answersOf(*instrument, *item);
            if (all || pick(8) == 0)
                said[item->id] = {pick(9) ? oneOf(answers).code : QString(), QStringLiteral("p. %1").arg(pick(5)), {}};
        }
    }
    switch (pick(8)) {
    case 0: return note("assigns an appraisal", appraisals.assign({at}, {oneOf(m_review->reviewers).id}));
    case 1:
        return note("judges a domain",
                    appraisals.say(at, {{QStringLiteral("D1"), {QStringLiteral("High"), QStringLiteral("why"), {}}}}));
    case 2:
        if (mayOpen)
            return note("opens an appraisal", appraisals.open(at));
        [[fallthrough]];
    case 3: return note("settles an appraisal", appraisals.settle(at, said));
    default: return note("appraises", appraisals.say(at, said));
    }
}

QString RandomHistory::sources()
{
    Imports imports(m_project);
    switch (pick(4)) {
    case 0:
        if (pick(4))
            return note("imports", import(pick(randomFiles)));
        return searching();
    case 1:
        if (!m_review->sources.empty())
            return note("changes a source",
                        Setup(m_project).setSourceKind(oneOf(m_review->sources).id, SourceKind(1 + pick(6))));
        [[fallthrough]];
    case 2:
        if (!m_review->runs.empty())
            return note("takes an import back", imports.takeBack(oneOf(m_review->runs).id));
        [[fallthrough]];
    default:
        return m_review->runs.empty() ? note("imports", import(0))
                                      : note("brings an import back", imports.bringBack(oneOf(m_review->runs).id));
    }
}

QString RandomHistory::undoing()
{
    History history(m_project);
    return pick(3) ? note("undoes", history.undo()) : note("redoes", history.redo());
}

} // namespace winnow::test
