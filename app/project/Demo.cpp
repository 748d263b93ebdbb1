// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Demo.h"

#include "domain/Words.h"
#include "project/Conflicts.h"
#include "project/Duplicates.h"
#include "project/Imports.h"
#include "project/NamedTable.h"
#include "project/Project.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "project/Setup.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <map>
#include <unordered_map>

/// Resources of a static library are linked in only when asked for; the macro must stand outside any namespace.
static void initExampleResources()
{
    Q_INIT_RESOURCE(example);
}

namespace winnow {
namespace {

QString resource(const QString& name)
{
    return QStringLiteral(":/example/") + name;
}

QStringList strings(const QJsonValue& array)
{
    QStringList list;
    for (const QJsonValue value : array.toArray())
        list << value.toString();
    return list;
}

SourceKind kindOf(const QString& word)
{
    return word == QLatin1String("register") ? SourceKind::Register : SourceKind::Database;
}

NewReview reviewOf(const QJsonObject& json)
{
    NewReview review;
    review.title = json[QLatin1String("title")].toString();
    review.question = json[QLatin1String("question")].toString();
    for (const QJsonValue person : json[QLatin1String("reviewers")].toArray()) {
        Roles roles;
        for (const QString& word : strings(person[QLatin1String("roles")]))
            roles |= words::parseRole(word).value_or(Role::Reader);
        review.reviewers.push_back({{}, person[QLatin1String("name")].toString(), roles});
    }
    const QJsonValue needed = json[QLatin1String("votes_needed")];
    review.titleVotes = needed[QLatin1String("title")].toInt(2);
    review.fulltextVotes = needed[QLatin1String("fulltext")].toInt(2);
    for (const QJsonValue criterion : json[QLatin1String("criteria")].toArray())
        review.criteria.push_back({{},
                                   criterion[QLatin1String("kind")].toString() == QLatin1String("include"),
                                   criterion[QLatin1String("text")].toString(),
                                   int(review.criteria.size())});
    const QJsonValue reasons = json[QLatin1String("reasons")];
    review.titleReasons = strings(reasons[QLatin1String("title")]);
    review.fulltextReasons = strings(reasons[QLatin1String("fulltext")]);
    return review;
}

/// The steps of the example, one after another, on a fresh project.
class Example {
public:
    Example(Project& project, const QJsonObject& json, const JobContext& job)
        : m_project(project)
        , m_json(json)
        , m_job(job)
    {
    }

    Result<void> run()
    {
        using Step = Result<void> (Example::*)();
        static constexpr Step steps[]
            = {&Example::labels,      &Example::sources,   &Example::join,          &Example::titleVotes,
               &Example::settleTitle, &Example::retrieval, &Example::fulltextVotes, &Example::settleFulltext,
               &Example::classify,    &Example::studies};
        qint64 done = 0;
        for (const Step step : steps) {
            if (m_job.cancelled())
                return fail(ErrorCode::Cancelled, m_project.path());
            actAs(lead());
            if (auto result = (this->*step)(); !result)
                return result;
            m_job.report(++done, qint64(std::size(steps)));
        }
        return {};
    }

private:
    QString lead() const { return m_json[QLatin1String("reviewers")][0][QLatin1String("name")].toString(); }

    bool actAs(const QString& name)
    {
        const auto review = m_project.review();
        const Reviewer* reviewer = review->reviewer(name);
        m_project.setMe(reviewer ? reviewer->id : ReviewerId());
        return reviewer != nullptr;
    }

    Result<void> labels()
    {
        for (const QString& name : strings(m_json[QLatin1String("labels")])) {
            if (auto added = Setup(m_project).addLabel(name); !added)
                return Failure(added.error());
        }
        return {};
    }

    /// Imports read files; those inside the program are put beside each other for that.
    Result<void> sources()
    {
        const QTemporaryDir folder;
        for (const QJsonValue source : m_json[QLatin1String("sources")].toArray()) {
            ImportRequest request;
            const QString name = source[QLatin1String("file")].toString();
            request.file = folder.filePath(name);
            if (!folder.isValid() || !QFile::copy(resource(name), request.file))
                return fail(ErrorCode::FileNotWritable, request.file, folder.errorString());
            request.source = source[QLatin1String("source")].toString();
            request.kind = kindOf(source[QLatin1String("kind")].toString());
            request.details.platform = source[QLatin1String("platform")].toString();
            request.details.searched = QDate::fromString(source[QLatin1String("searched")].toString(), Qt::ISODate);
            request.details.strategy = source[QLatin1String("strategy")].toString();
            request.details.hits = source[QLatin1String("hits")].toInteger(-1);
            if (auto imported = Imports(m_project).import(request, {m_job.stop, {}}); !imported)
                return Failure(imported.error());
        }
        return learnIds();
    }

    /// The example's tables name records by their id in the source; where a file gives none, by PMID or NCT number.
    Result<void> learnIds()
    {
        const Records records(m_project);
        const auto ids = records.all();
        if (!ids)
            return Failure(ids.error());
        std::vector<RecordView> views;
        for (const RecordId id : *ids) {
            auto view = records.record(id);
            if (!view)
                return Failure(view.error());
            views.push_back(std::move(*view));
        }
        for (const RecordView& view : views)
            m_bySourceId.emplace(view.record.sourceId, view.id);
        for (const RecordView& view : views) {
            m_bySourceId.emplace(view.record.pmid, view.id);
            m_bySourceId.emplace(view.record.nct, view.id);
        }
        m_bySourceId.erase(std::string());
        return {};
    }

    Result<void> join()
    {
        if (auto joined = Duplicates(m_project).find({m_job.stop, {}}); !joined)
            return Failure(joined.error());
        return {};
    }

    RecordId record(const QString& sourceId) const
    {
        const auto found = m_bySourceId.find(sourceId.toStdString());
        return found == m_bySourceId.end() ? RecordId() : found->second;
    }

    ReasonId reason(Stage stage, const QString& text) const
    {
        const auto review = m_project.review();
        for (const Reason& reason : review->reasonsOf(stage)) {
            if (reason.text == text)
                return reason.id;
        }
        return {};
    }

    /// A row of the example that does not fit: a fault of the example, told with its place.
    static Failure misfit(const QString& file, qint64 line, const QString& why)
    {
        return fail(ErrorCode::BadInput, file, QStringLiteral("line %1: %2").arg(line).arg(why));
    }

    static Result<void> all(const QString& file, const std::vector<qint64>& lines,
                            const Result<Screening::BulkOutcome>& outcome)
    {
        if (!outcome)
            return Failure(outcome.error());
        if (outcome->rejected.empty())
            return {};
        const Screening::Rejected& first = outcome->rejected.front();
        return misfit(file, lines[first.index], words::sentence(first.error));
    }

    /// Reads one file of the example: `take` handles a row, false for one that does not fit.
    template <class Take> Result<void> rows(const QString& file, const QStringList& columns, Take take) const
    {
        auto table = NamedTable::open(resource(file), columns);
        if (!table)
            return Failure(table.error());
        while ((*table)->next()) {
            if (!take(**table))
                return misfit(file, (*table)->line(), QStringLiteral("unknown record or word"));
        }
        return {};
    }

    struct Ballot {
        std::vector<VoteRequest> requests;
        std::vector<qint64> lines;
    };

    Result<void> votes(Stage stage)
    {
        const QString file = QStringLiteral("votes.csv");
        std::map<QString, Ballot> ballots;
        const auto take = [&](const NamedTable& table) {
            if (words::parseStage(table.cell(1)) != stage)
                return true;
            Ballot& ballot = ballots[table.cell(2)];
            const auto verdict = words::parseVerdict(table.cell(3));
            const VoteRequest request{record(table.cell(0)), verdict.value_or(Verdict::None),
                                      reason(stage, table.cell(4)), table.cell(5)};
            ballot.requests.push_back(request);
            ballot.lines.push_back(table.line());
            return verdict && request.report && (table.cell(4).isEmpty() || request.reason);
        };
        const QStringList columns{QStringLiteral("source_id"), QStringLiteral("stage"),  QStringLiteral("reviewer"),
                                  QStringLiteral("vote"),      QStringLiteral("reason"), QStringLiteral("note")};
        if (auto read = rows(file, columns, take); !read)
            return read;
        for (const auto& [name, ballot] : ballots) {
            if (!actAs(name))
                return fail(ErrorCode::UnknownReviewer, name);
            if (auto cast = all(file, ballot.lines, Screening(m_project, stage).voteMany(ballot.requests)); !cast)
                return cast;
        }
        return {};
    }

    Result<void> titleVotes() { return votes(Stage::Title); }
    Result<void> fulltextVotes() { return votes(Stage::Fulltext); }

    struct Settling {
        std::vector<Conflicts::Decision> decisions;
        std::vector<qint64> lines;
    };

    /// Conflicts are opened only where the example settles some: what is left open is there to be tried out.
    Result<void> settle(Stage stage)
    {
        const QString file = QStringLiteral("resolutions.csv");
        std::map<QString, Settling> settlings;
        const auto take = [&](const NamedTable& table) {
            if (words::parseStage(table.cell(1)) != stage)
                return true;
            Settling& settling = settlings[table.cell(2)];
            const auto verdict = words::parseVerdict(table.cell(3));
            const Conflicts::Decision decision{record(table.cell(0)), verdict.value_or(Verdict::Include),
                                               reason(stage, table.cell(4))};
            settling.decisions.push_back(decision);
            settling.lines.push_back(table.line());
            return verdict && decision.report && (table.cell(4).isEmpty() || decision.reason);
        };
        const QStringList columns{QStringLiteral("source_id"), QStringLiteral("stage"), QStringLiteral("reviewer"),
                                  QStringLiteral("vote"), QStringLiteral("reason")};
        if (auto read = rows(file, columns, take); !read || settlings.empty())
            return read;
        Conflicts conflicts(m_project, stage);
        if (auto opened = conflicts.openBatch(); !opened)
            return Failure(opened.error());
        for (const auto& [name, settling] : settlings) {
            if (!actAs(name))
                return fail(ErrorCode::UnknownReviewer, name);
            const auto outcome = conflicts.resolve(settling.decisions, ResolvedHow::ThirdPerson);
            if (auto done = all(file, settling.lines, outcome); !done)
                return done;
        }
        return {};
    }

    Result<void> settleTitle() { return settle(Stage::Title); }
    Result<void> settleFulltext() { return settle(Stage::Fulltext); }

    Result<void> retrieval()
    {
        const QString file = QStringLiteral("retrieval.csv");
        std::vector<Reports::RetrievalRequest> requests;
        std::vector<qint64> lines;
        const auto take = [&](const NamedTable& table) {
            const auto state = words::parseRetrieval(table.cell(1));
            const QDate date = QDate::fromString(table.cell(3), Qt::ISODate);
            requests.push_back({record(table.cell(0)), {state.value_or(Retrieval::Sought), table.cell(2), date}});
            lines.push_back(table.line());
            return state && requests.back().record && (table.cell(3).isEmpty() || date.isValid());
        };
        const QStringList columns{QStringLiteral("source_id"), QStringLiteral("state"), QStringLiteral("note"),
                                  QStringLiteral("date")};
        if (auto read = rows(file, columns, take); !read)
            return read;
        return all(file, lines, Reports(m_project).setRetrieval(requests));
    }

    Result<void> classify()
    {
        const QString file = QStringLiteral("classify.csv");
        std::map<Classification, std::pair<std::vector<RecordId>, std::vector<qint64>>> groups;
        const auto take = [&](const NamedTable& table) {
            const auto state = words::parseClassification(table.cell(1));
            auto& [records, lines] = groups[state.value_or(Classification::None)];
            records.push_back(record(table.cell(0)));
            lines.push_back(table.line());
            return state && records.back();
        };
        if (auto read = rows(file, {QStringLiteral("source_id"), QStringLiteral("state")}, take); !read)
            return read;
        for (const auto& [state, group] : groups) {
            if (auto done = all(file, group.second, Reports(m_project).classify(group.first, state)); !done)
                return done;
        }
        return {};
    }

    Result<void> studies()
    {
        const QString file = QStringLiteral("studies.csv");
        std::vector<Reports::GroupRequest> requests;
        std::vector<qint64> lines;
        const auto take = [&](const NamedTable& table) {
            requests.push_back({record(table.cell(0)), table.cell(1)});
            lines.push_back(table.line());
            return bool(requests.back().report);
        };
        if (auto read = rows(file, {QStringLiteral("source_id"), QStringLiteral("study")}, take); !read)
            return read;
        return all(file, lines, Reports(m_project).group(requests));
    }

    Project& m_project;
    const QJsonObject& m_json;
    const JobContext& m_job;
    std::unordered_map<std::string, RecordId> m_bySourceId;
};

/// The project file and what SQLite keeps beside it.
void removeProject(const QString& path)
{
    for (const QString& tail : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + tail);
}

} // namespace

Result<void> writeExample(const QString& path, const Clock& clock, const JobContext& job)
{
    initExampleResources();
    QFile file(resource(QStringLiteral("review.json")));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    auto project = Project::create(path, reviewOf(json), clock);
    if (!project)
        return Failure(project.error());
    auto done = Example(**project, json, job).run();
    project->reset(); // closed before it is taken away
    if (!done)
        removeProject(path);
    return done;
}

} // namespace winnow
