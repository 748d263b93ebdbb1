// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/Conflicts.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

QJsonValue numberOrNull(const std::optional<double>& number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QString numberOrDash(const std::optional<double>& number)
{
    return number ? QString::number(*number, 'f', 3) : QStringLiteral("–");
}

/// Rows: a includes, a excludes; columns: b includes, b excludes.
QJsonArray tableOf(const screening::AgreementTable& table)
{
    return {QJsonArray{table.bothInclude, table.onlyA}, QJsonArray{table.onlyB, table.bothExclude}};
}

QString nameOf(const Review& review, ReviewerId id)
{
    const Reviewer* reviewer = review.reviewer(id);
    return reviewer ? reviewer->name : QString();
}

class TellAgreement : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addStage(app, m_stage);
        addViewer(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto review = (*project)->review();
        QString text;
        const auto pairs = tell(**project, *review, 0, text);
        if (!pairs)
            return Failure(pairs.error());
        // Pilot rounds are told apart: they are not the review's agreement (rules.md C2).
        QJsonArray pilots;
        for (const PilotRound& round : review->pilots) {
            if (round.stage != m_stage)
                continue;
            QString lines;
            const auto piloted = tell(**project, *review, round.number, lines);
            if (!piloted)
                return Failure(piloted.error());
            pilots.append(QJsonObject{{QStringLiteral("round"), round.number}, {QStringLiteral("pairs"), *piloted}});
            text += lines.isEmpty() ? QString() : QString(words::pilotName(round.number) + QLatin1Char('\n') + lines);
        }
        if (text.isEmpty())
            text = QStringLiteral("No votes are opened yet.");
        context.answer({{QStringLiteral("pairs"), *pairs}, {QStringLiteral("pilots"), pilots}}, text);
        return {};
    }

private:
    Result<QJsonArray> tell(Project& project, const Review& review, int round, QString& text) const
    {
        const auto pairs = Conflicts(project, m_stage).agreement(round);
        if (!pairs)
            return Failure(pairs.error());
        QJsonArray array;
        for (const PairAgreement& pair : *pairs) {
            array.append(json(review, pair));
            text += line(review, pair);
        }
        return array;
    }

    static QJsonObject json(const Review& review, const PairAgreement& pair)
    {
        const screening::Agreement& found = pair.agreement;
        return {{QStringLiteral("a"), nameOf(review, pair.a)},
                {QStringLiteral("b"), nameOf(review, pair.b)},
                {QStringLiteral("n"), found.n},
                {QStringLiteral("table"), tableOf(pair.table)},
                {QStringLiteral("percent"), numberOrNull(found.percent)},
                {QStringLiteral("kappa"), numberOrNull(found.kappa)},
                {QStringLiteral("kappa_low"), numberOrNull(found.kappaLow)},
                {QStringLiteral("kappa_high"), numberOrNull(found.kappaHigh)},
                {QStringLiteral("kappa_cut"), found.kappaCut},
                {QStringLiteral("pabak"), numberOrNull(found.pabak)},
                {QStringLiteral("ac1"), numberOrNull(found.ac1)}};
    }

    static QString line(const Review& review, const PairAgreement& pair)
    {
        const screening::Agreement& found = pair.agreement;
        return QStringLiteral("%1 and %2: n %3, agree %4, kappa %5 (%6 to %7%8), PABAK %9, AC1 %10\n")
            .arg(nameOf(review, pair.a), nameOf(review, pair.b))
            .arg(found.n)
            .arg(numberOrDash(found.percent), numberOrDash(found.kappa), numberOrDash(found.kappaLow),
                 numberOrDash(found.kappaHigh), found.kappaCut ? QStringLiteral(", cut at the bound") : QString(),
                 numberOrDash(found.pabak), numberOrDash(found.ac1));
    }

    QString m_path;
    QString m_as;
    Stage m_stage = Stage::Title;
};

} // namespace

std::unique_ptr<Command> makeAgreement()
{
    return std::make_unique<TellAgreement>();
}

} // namespace winnow::cli
