// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Designs.h"
#include "cli/AppraisalActs.h"
#include "cli/Commands.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/AnswerTable.h"
#include "project/AppraisalAgreement.h"
#include "project/Instruments.h"

namespace winnow::cli {
namespace {

/// Answers from a table, as one person or as what all agreed on; then what the appraisals come to.
class Appraise : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addViewer(app, m_as);
        addText(app, "--instrument", m_instrument, "id or .json file", {.required = true, .type = "I"});
        addText(app, "--answers", m_answers,
                "a table with the columns study, item, answer[, support, quote, page, file, range], or one for robvis; "
                "without one, tells what there is",
                {.type = "FILE", .needs = "--as"});
        addText(app, "--variant", m_variant, "of the instrument; without it the first", {.type = "V"});
        addText(app, "--comparison", m_result.comparison, "of the result that is judged");
        addText(app, "--outcome", m_result.outcome, "of the result that is judged");
        addText(app, "--measure", m_result.measure, "of the result that is judged");
        addText(app, "--time", m_result.time, "of the result that is judged");
        addFlag(app, "--open", m_open, "disclose what the appraisers of these studies said", {.needs = "--answers"});
        addFlag(app, "--consensus", m_consensus, "the table holds what the appraisers agreed on",
                {.needs = "--answers"});
        m_acts.addTo(app);
    }

    Result<void> run(Context& context) override
    {
        const bool writes = !m_answers.isEmpty() || m_acts.any();
        const auto project = context.open(m_path, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto instrument = findInstrument(**project, m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        const auto variant = findVariant(*instrument, m_variant);
        if (!variant)
            return Failure(variant.error());
        if (m_acts.any()) {
            const auto kept = Appraisals(**project).keep(*instrument);
            if (!kept)
                return Failure(kept.error());
            if (auto done = m_acts.run({context, **project, *kept, *variant, m_result}, m_rejections); !done)
                return done;
        }
        if (!m_answers.isEmpty()) {
            if (auto applied = apply(context, **project, *instrument, *variant); !applied)
                return applied;
        } else if (auto found = findAll(**project, *instrument); !found) {
            return found;
        }
        return tell(context, **project, *instrument);
    }

private:
    Result<void> apply(Context& context, Project& project, const appraisal::Instrument& instrument,
                       const QString& variant)
    {
        AnswerTable table(instrument, variant);
        if (auto read = table.read(m_answers); !read)
            return read;
        if (context.cancelled())
            return fail(ErrorCode::Cancelled, m_answers);
        const auto kept = Appraisals(project).keep(instrument);
        if (!kept)
            return Failure(kept.error());
        const auto done = applyAnswers(project, table, {*kept, variant, m_result, {}, m_consensus, m_open});
        if (!done)
            return Failure(done.error());
        for (const RefusedLine& refused : done->refused)
            m_rejections.add(refused.line, refused.why);
        m_applied = done->applied;
        m_touched = done->appraisals;
        return {};
    }

    Result<void> findAll(Project& project, const appraisal::Instrument& instrument)
    {
        const Appraisals appraisals(project);
        const auto kept = appraisals.instruments();
        const auto all = appraisals.all();
        if (!kept || !all)
            return Failure(!kept ? kept.error() : all.error());
        for (const Appraisal& one : *all) {
            for (const KeptInstrument& version : *kept) {
                if (version.id == one.instrument && version.instrument == instrument.id)
                    m_touched.push_back(one.id);
            }
        }
        return {};
    }

    Result<void> tell(Context& context, Project& project, const appraisal::Instrument& instrument)
    {
        const Appraisals appraisals(project);
        QJsonArray judgements;
        QString text;
        for (const AppraisalId id : m_touched) {
            const auto view = appraisals.view(id);
            const auto kept = view ? appraisals.instrument(view->appraisal.instrument) : Failure(view.error());
            if (!kept)
                return Failure(kept.error());
            const auto study = appraisals.nameOfStudy(view->appraisal.record);
            if (!study)
                return Failure(study.error());
            tellOne(project, *view, appraisal::Judge(*kept, view->appraisal.variant), *study, judgements, text);
        }
        const auto agreement = agreementOf(project, instrument, text);
        if (!agreement)
            return Failure(agreement.error());
        QJsonObject more{{QStringLiteral("instrument"), instrument.id},
                         {QStringLiteral("judgements"), judgements},
                         {QStringLiteral("agreement"), *agreement}};
        if (const auto warned = warnings(project, instrument, text); !warned)
            return Failure(warned.error());
        else if (!warned->isEmpty())
            more[QLatin1String("warnings")] = QJsonArray::fromStringList(*warned);
        if (m_acts.any()) {
            more[QLatin1String("designs")] = m_acts.designs();
            more[QLatin1String("given")] = m_acts.given();
            more[QLatin1String("copied")] = m_acts.copied();
            more[QLatin1String("carried_over")] = m_acts.carriedOver();
            text += m_acts.carriedOverText();
            text += QStringLiteral("Designs said: %1, assessments given: %2, copied: %3\n")
                        .arg(m_acts.designs())
                        .arg(m_acts.given())
                        .arg(m_acts.copied());
        }
        if (m_answers.isEmpty() && !m_acts.any()) {
            context.answer(more, text);
        } else {
            more[QLatin1String("applied")] = m_applied;
            more[QLatin1String("rejected")] = m_rejections.json();
            context.answer(more, text + QStringLiteral("Applied: %1%2").arg(m_applied).arg(m_rejections.text()));
        }
        return {};
    }

    /// Studies that the instrument is not made for, by what the team said of their design (rules.md G1).
    Result<QStringList> warnings(Project& project, const appraisal::Instrument& instrument, QString& text) const
    {
        const auto studies = studiesToAppraise(project);
        if (!studies)
            return Failure(studies.error());
        QStringList warned;
        for (const AppraisedStudy& study : *studies) {
            const bool touched = std::any_of(study.appraisals.begin(), study.appraisals.end(), [this](AppraisalId id) {
                return std::find(m_touched.begin(), m_touched.end(), id) != m_touched.end();
            });
            const QString sentence = appraisal::fitSentence(instrument, study.design);
            if (touched && !sentence.isEmpty())
                warned << study.name + QStringLiteral(": ") + sentence;
        }
        for (const QString& line : warned)
            text += line + QLatin1Char('\n');
        return warned;
    }

    /// Of all opened appraisals with this version and variant (rules.md G2).
    Result<QJsonArray> agreementOf(Project& project, const appraisal::Instrument& instrument, QString& text) const
    {
        const auto variant = findVariant(instrument, m_variant);
        auto views = variant ? Appraisals(project).views() : Failure(variant.error());
        const auto kept = views ? Appraisals(project).instruments() : Failure(views.error());
        if (!kept)
            return Failure(kept.error());
        std::erase_if(*views, [&](const AppraisalView& view) {
            const bool same = std::any_of(kept->begin(), kept->end(), [&](const KeptInstrument& one) {
                return one.id == view.appraisal.instrument && one.instrument == instrument.id
                    && one.version == instrument.version;
            });
            return !same || view.appraisal.variant != *variant;
        });
        QJsonArray list;
        const auto review = project.review();
        for (const DomainAgreement& one : appraisalAgreement(*views, appraisal::Judge(instrument, *variant))) {
            const auto nameOf = [&review](ReviewerId id) {
                const Reviewer* person = review->reviewer(id);
                return person ? person->name : QString();
            };
            const QString a = nameOf(one.a);
            const QString b = nameOf(one.b);
            const auto orNull = [](std::optional<double> n) { return n ? QJsonValue(*n) : QJsonValue(); };
            list.append(QJsonObject{{QStringLiteral("domain"), one.domain},
                                    {QStringLiteral("a"), a},
                                    {QStringLiteral("b"), b},
                                    {QStringLiteral("n"), one.n},
                                    {QStringLiteral("left_out"), one.leftOut},
                                    {QStringLiteral("percent"), orNull(one.percent)},
                                    {QStringLiteral("weighted_kappa"), orNull(one.kappa)}});
            text += QStringLiteral("%1 and %2 on %3: %4 judged by both, weighted kappa %5\n")
                        .arg(a, b, one.domain)
                        .arg(one.n)
                        .arg(one.kappa ? QString::number(*one.kappa, 'f', 2) : QStringLiteral("–"));
        }
        return list;
    }

    static void tellOne(Project& project, const AppraisalView& view, const appraisal::Judge& judge,
                        const QString& study, QJsonArray& judgements, QString& text)
    {
        const AppraisalOutcome outcome = outcomeOf(view, judge);
        const auto review = project.review();
        const Reviewer* by = review->reviewer(outcome.by);
        const QString person = view.state == AppraisalState::Settled ? QStringLiteral("consensus")
            : by                                                     ? by->name
                                                                     : QString();
        for (const appraisal::Outcome& one : outcome.judged.outcomes) {
            const auto orNull = [](const QString& said) { return said.isEmpty() ? QJsonValue() : QJsonValue(said); };
            judgements.append(QJsonObject{{QStringLiteral("study"), study},
                                          {QStringLiteral("variant"), view.appraisal.variant},
                                          {QStringLiteral("comparison"), view.appraisal.result.comparison},
                                          {QStringLiteral("outcome"), view.appraisal.result.outcome},
                                          {QStringLiteral("measure"), view.appraisal.result.measure},
                                          {QStringLiteral("time"), view.appraisal.result.time},
                                          {QStringLiteral("domain"), one.key},
                                          {QStringLiteral("proposed"), orNull(one.proposed)},
                                          {QStringLiteral("final"), orNull(one.judgement())},
                                          {QStringLiteral("by"), orNull(person)}});
            text += QStringLiteral("%1  %2  %3  %4\n")
                        .arg(study, view.appraisal.result.outcome, one.key,
                             one.judgement().isEmpty() ? QStringLiteral("–") : one.judgement());
        }
        const bool said = !view.mine.empty() || !view.consensus.empty();
        for (const auto& [domain, points] : outcome.judged.points)
            text += QStringLiteral("%1  %2  %3 of %4\n")
                        .arg(study, domain, said ? QString::number(points.got) : QStringLiteral("–"))
                        .arg(points.most);
    }

    QString m_path;
    QString m_as;
    QString m_instrument;
    QString m_answers;
    QString m_variant;
    ResultOf m_result;
    AppraisalActs m_acts;
    bool m_open = false;
    bool m_consensus = false;
    Rejections m_rejections;
    std::vector<AppraisalId> m_touched;
    qint64 m_applied = 0;
};

} // namespace

std::unique_ptr<Command> makeAppraise()
{
    return std::make_unique<Appraise>();
}

} // namespace winnow::cli
