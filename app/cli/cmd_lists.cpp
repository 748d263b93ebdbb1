// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Options.h"
#include "cli/People.h"
#include "cli/Rows.h"
#include "domain/Words.h"
#include "project/Merging.h"
#include "project/Setup.h"

#include <QJsonArray>

#include <algorithm>

namespace winnow::cli {
namespace {

/// Of entries that are worded alike the one that is written just so, but not `other`; null: there is none.
template <class Entry, class Text>
const Entry* entryNamed(const std::vector<Entry>& entries, Text text, const QString& wanted, const Entry* other)
{
    for (const Qt::CaseSensitivity how : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
            return &entry != other && (entry.*text).compare(wanted, how) == 0;
        });
        if (found != entries.end())
            return &*found;
    }
    return nullptr;
}

QString listWord(AlikeEntries::List list)
{
    switch (list) {
    case AlikeEntries::List::Reasons: return QStringLiteral("reason");
    case AlikeEntries::List::Labels: return QStringLiteral("label");
    case AlikeEntries::List::Criteria: break;
    }
    return QStringLiteral("criterion");
}

/// The team's lists: exclusion reasons of a stage, criteria, labels.
class Lists : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
        const auto take = [this](const QString& word) {
            m_stage = words::parseStage(word);
            return m_stage ? std::string() : "“" + word.toStdString() + "” is none of title, fulltext";
        };
        addOption(app, "--stage", take, "whose reasons: title or fulltext", {.type = "title|fulltext"});
        const auto list = [&](const char* name, QStringList& target, const char* help, const char* type, bool stage) {
            addTexts(app, name, target, help, {.type = type, .needs = stage ? "--stage" : ""});
        };
        list("--add-reason", m_addReasons, "at the end of the list; may be repeated", "TEXT", true);
        list("--rename-reason", m_renameReasons, "as OLD=NEW; may be repeated", "OLD=NEW", true);
        list("--merge-reason", m_mergeReasons, "votes for FROM count as INTO, as FROM=INTO", "FROM=INTO", true);
        list("--remove-reason", m_removeReasons, "no longer offered; exclusions for it stay", "TEXT", true);
        list("--include", m_includes, "a criterion for including; may be repeated", "TEXT", false);
        list("--exclude", m_excludes, "a criterion for excluding; may be repeated", "TEXT", false);
        list("--remove-criterion", m_removeCriteria, "no longer shown; ticks stay in the log", "TEXT", false);
        list("--merge-criterion", m_mergeCriteria, "ticks of FROM count for INTO, as FROM=INTO", "FROM=INTO", false);
        list("--add-label", m_addLabels, "a label; may be repeated", "NAME", false);
        list("--merge-label", m_mergeLabels, "what is labelled FROM is labelled INTO, as FROM=INTO", "FROM=INTO",
             false);
        list("--remove-label", m_removeLabels, "no longer offered or shown", "NAME", false);
    }

    Result<void> run(Context& context) override
    {
        const bool changes
            = !(m_addReasons + m_renameReasons + m_mergeReasons + m_removeReasons + m_includes + m_excludes
                + m_removeCriteria + m_mergeCriteria + m_addLabels + m_removeLabels + m_mergeLabels)
                   .isEmpty();
        const auto project = context.open(m_path, changes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        if (changes && m_as.isEmpty())
            actAsLead(**project);
        for (const auto& step : {&Lists::reasons, &Lists::criteria, &Lists::labels}) {
            if (auto done = (this->*step)(**project); !done)
                return done;
        }
        answer(context, *(*project)->review(), Merging(**project).look());
        return {};
    }

private:
    Result<ReasonId> reasonNamed(const Project& project, const QString& text) const
    {
        const ReasonId reason = findReason(*project.review(), *m_stage, text);
        if (!reason)
            return fail(ErrorCode::UnknownReason, text);
        return reason;
    }

    /// Calls `work` with the reason named first and the other text.
    template <class Work> Result<void> eachPair(const Project& project, const QStringList& texts, Work work) const
    {
        for (const QString& text : texts) {
            const auto pair = parsePair(text);
            if (!pair)
                return fail(ErrorCode::BadInput, text);
            const auto reason = reasonNamed(project, pair->name);
            if (!reason)
                return Failure(reason.error());
            if (Result<void> done = work(*reason, pair->value); !done)
                return done;
        }
        return {};
    }

    Result<void> reasons(Project& project) const
    {
        Setup setup(project);
        for (const QString& text : m_addReasons) {
            if (const auto added = setup.addReason(*m_stage, text); !added)
                return Failure(added.error());
        }
        if (auto done
            = eachPair(project, m_renameReasons,
                       [&](ReasonId reason, const QString& text) { return setup.renameReason(reason, text); });
            !done)
            return done;
        const auto merge = [&](ReasonId reason, const QString& text) -> Result<void> {
            const auto into = reasonNamed(project, text);
            if (!into)
                return Failure(into.error());
            return setup.mergeReason(reason, *into);
        };
        if (auto done = eachPair(project, m_mergeReasons, merge); !done)
            return done;
        for (const QString& text : m_removeReasons) {
            const auto reason = reasonNamed(project, text);
            if (!reason)
                return Failure(reason.error());
            if (auto done = setup.removeReason(*reason); !done)
                return done;
        }
        return {};
    }

    Result<void> criteria(Project& project) const
    {
        Setup setup(project);
        for (const bool include : {true, false}) {
            for (const QString& text : include ? m_includes : m_excludes) {
                if (const auto added = setup.addCriterion(include, text); !added)
                    return Failure(added.error());
            }
        }
        for (const QString& text : m_removeCriteria) {
            const auto review = project.review();
            const auto found = std::find_if(review->criteria.begin(), review->criteria.end(), [&](const Criterion& c) {
                return c.text.compare(text, Qt::CaseInsensitive) == 0;
            });
            if (found == review->criteria.end())
                return fail(ErrorCode::BadInput, text);
            if (auto done = setup.removeCriterion(found->id); !done)
                return done;
        }
        return eachMerged(m_mergeCriteria, [&](const NamedValue& pair) -> Result<void> {
            const auto review = project.review();
            const Criterion* from = entryNamed<Criterion>(review->criteria, &Criterion::text, pair.name, nullptr);
            const Criterion* into = entryNamed(review->criteria, &Criterion::text, pair.value, from);
            if (!from || !into)
                return fail(ErrorCode::BadInput, from ? pair.value : pair.name);
            return Merging(project).criteria(from->id, into->id);
        });
    }

    Result<void> labels(Project& project) const
    {
        Setup setup(project);
        for (const QString& name : m_addLabels) {
            if (const auto added = setup.addLabel(name); !added)
                return Failure(added.error());
        }
        for (const QString& name : m_removeLabels) {
            const auto review = project.review();
            const Label* label = review->label(name);
            if (!label)
                return fail(ErrorCode::UnknownLabel, name);
            if (auto done = setup.removeLabel(label->id); !done)
                return done;
        }
        return eachMerged(m_mergeLabels, [&](const NamedValue& pair) -> Result<void> {
            const auto review = project.review();
            const Label* from = entryNamed<Label>(review->labels, &Label::name, pair.name, nullptr);
            const Label* into = entryNamed(review->labels, &Label::name, pair.value, from);
            if (!from || !into)
                return fail(ErrorCode::UnknownLabel, from ? pair.value : pair.name);
            return Merging(project).labels(from->id, into->id);
        });
    }

    template <class Work> static Result<void> eachMerged(const QStringList& texts, Work work)
    {
        for (const QString& text : texts) {
            const auto pair = parsePair(text);
            if (!pair)
                return fail(ErrorCode::BadInput, text);
            if (Result<void> done = work(*pair); !done)
                return done;
        }
        return {};
    }

    static void answer(Context& context, const Review& review, const std::vector<AlikeEntries>& alike)
    {
        QJsonArray reasons;
        QJsonArray criteria;
        QJsonArray labels;
        QString text;
        for (const Reason& r : review.reasons) {
            reasons.append(QJsonObject{{QStringLiteral("stage"), words::wordOf(r.stage)},
                                       {QStringLiteral("text"), r.text},
                                       {QStringLiteral("key"), r.key}});
            text += QStringLiteral("%1  %2\n").arg(words::wordOf(r.stage), r.text);
        }
        for (const Criterion& c : review.criteria) {
            criteria.append(QJsonObject{{QStringLiteral("include"), c.include}, {QStringLiteral("text"), c.text}});
            text += QStringLiteral("%1  %2\n")
                        .arg(c.include ? QStringLiteral("include") : QStringLiteral("exclude"), c.text);
        }
        for (const Label& l : review.labels) {
            labels.append(l.name);
            text += QStringLiteral("label  %1\n").arg(l.name);
        }
        QJsonArray twins;
        for (const AlikeEntries& pair : alike) {
            twins.append(QJsonObject{{QStringLiteral("list"), listWord(pair.list)},
                                     {QStringLiteral("from"), pair.fromText},
                                     {QStringLiteral("into"), pair.intoText}});
            text += QStringLiteral("alike  %1 “%2” and “%3”: --merge-%1 makes them one\n")
                        .arg(listWord(pair.list), pair.fromText, pair.intoText);
        }
        context.answer({{QStringLiteral("reasons"), reasons},
                        {QStringLiteral("criteria"), criteria},
                        {QStringLiteral("labels"), labels},
                        {QStringLiteral("alike"), twins}},
                       text);
    }

    QString m_path;
    QString m_as;
    std::optional<Stage> m_stage;
    QStringList m_addReasons, m_renameReasons, m_mergeReasons, m_removeReasons;
    QStringList m_includes, m_excludes, m_removeCriteria, m_mergeCriteria;
    QStringList m_addLabels, m_removeLabels, m_mergeLabels;
};

} // namespace

std::unique_ptr<Command> makeLists()
{
    return std::make_unique<Lists>();
}

} // namespace winnow::cli
