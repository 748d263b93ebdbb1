// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Duplicates.h"
#include "project/Records.h"

#include <QJsonArray>
#include <QJsonObject>

namespace winnow::cli {
namespace {

class Pairs : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addHelper(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const Duplicates duplicates(**project);
        const Records records(**project);
        const auto queue = duplicates.queue();
        const auto contradictions = duplicates.contradictions();
        if (!queue || !contradictions)
            return Failure(queue ? contradictions.error() : queue.error());
        QJsonArray pairs;
        QStringList lines;
        for (const DoubtfulPair& pair : *queue) {
            const QString why = whyOf(duplicates, pair);
            pairs.append(QJsonObject{{QStringLiteral("a"), records.uid(pair.a)},
                                     {QStringLiteral("b"), records.uid(pair.b)},
                                     {QStringLiteral("score"), pair.score},
                                     {QStringLiteral("why"), why},
                                     {QStringLiteral("doubt"), words::wordOf(pair.doubt)}});
            lines << QStringLiteral("%1  %2  %3  %4")
                         .arg(QString::number(pair.score, 'f', 3), records.uid(pair.a), records.uid(pair.b), why);
        }
        QJsonArray broken;
        for (const PairContradiction& c : *contradictions) {
            broken.append(chainOf(records, c));
            lines << QStringLiteral("Contradiction: %1 and %2 are different, yet joined over %3 others.")
                         .arg(records.uid(c.a), records.uid(c.b))
                         .arg(c.chain.size() - 2);
        }
        if (lines.isEmpty())
            lines << QStringLiteral("No doubtful pairs.");
        context.answer({{QStringLiteral("pairs"), pairs}, {QStringLiteral("contradictions"), broken}},
                       lines.join(QLatin1Char('\n')));
        return {};
    }

private:
    /// "the same title, other pages: They begin on different pages".
    static QString whyOf(const Duplicates& duplicates, const DoubtfulPair& pair)
    {
        QStringList parts;
        if (const auto accords = duplicates.compare(pair.a, pair.b)) {
            for (const AspectAccord& accord : *accords)
                parts << words::name(accord);
        }
        return parts.join(QStringLiteral(", ")) + QStringLiteral(": ") + words::name(pair.doubt);
    }

    static QJsonObject chainOf(const Records& records, const PairContradiction& contradiction)
    {
        QJsonArray chain;
        for (const RecordId id : contradiction.chain)
            chain.append(records.uid(id));
        return {{QStringLiteral("a"), records.uid(contradiction.a)},
                {QStringLiteral("b"), records.uid(contradiction.b)},
                {QStringLiteral("chain"), chain}};
    }

    QString m_path;
    QString m_as;
};

} // namespace

std::unique_ptr<Command> makePairs()
{
    return std::make_unique<Pairs>();
}

} // namespace winnow::cli
