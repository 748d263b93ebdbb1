// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/AnswerTable.h"
#include "cli/Commands.h"
#include "cli/Options.h"
#include "domain/Words.h"
#include "project/AppraisalAgreement.h"
#include "project/Instruments.h"

namespace winnow::cli {
namespace {

/// The domains behind the columns of a table of robvis' kind: Study, the judged domains in their order, the overall
/// one, perhaps a weight. It goes by place, as robvis does. Empty: another kind of table.
QStringList robvisDomains(const QStringList& header, const appraisal::Instrument& instrument, const QString& variant)
{
    const bool study = !header.isEmpty() && header[0].compare(QLatin1String("study"), Qt::CaseInsensitive) == 0;
    if (!study || header.contains(QLatin1String("item"), Qt::CaseInsensitive))
        return {};
    QStringList domains;
    for (const appraisal::Domain* domain : appraisal::domainsOf(instrument, variant)) {
        if (domain->judged())
            domains << domain->id;
    }
    const bool weight = header.last().compare(QLatin1String("weight"), Qt::CaseInsensitive) == 0;
    return header.size() - 1 - int(weight) == domains.size() ? domains : QStringList();
}

/// Answers from a table, as one person or as what all agreed on; then what the appraisals come to.
class Appraise : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        addViewer(app, m_as);
        addText(app, "--instrument", m_instrument, "id or .json file", {.required = true, .type = "I"});
        addText(app, "--answers", m_answers,
                "a table with the columns study, item, answer[, support], or one for robvis; without one, tells what "
                "there is",
                {.type = "FILE", .needs = "--as"});
        addText(app, "--variant", m_variant, "of the instrument; without it the first", {.type = "V"});
        addText(app, "--comparison", m_result.comparison, "of the result that is judged");
        addText(app, "--outcome", m_result.outcome, "of the result that is judged");
        addText(app, "--measure", m_result.measure, "of the result that is judged");
        addText(app, "--time", m_result.time, "of the result that is judged");
        addFlag(app, "--open", m_open, "disclose what the appraisers of these studies said", {.needs = "--answers"});
        addFlag(app, "--consensus", m_consensus, "the table holds what the appraisers agreed on",
                {.needs = "--answers"});
    }

    Result<void> run(Context& context) override
    {
        const bool writes = !m_answers.isEmpty();
        const auto project = context.open(m_path, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const auto instrument = findInstrument(**project, m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        const auto variant = findVariant(*instrument, m_variant);
        if (!variant)
            return Failure(variant.error());
        if (writes) {
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
        if (auto read = readAnswers(context, instrument, variant, table); !read)
            return read;
        Appraisals appraisals(project);
        const auto kept = appraisals.keep(instrument);
        if (!kept)
            return Failure(kept.error());
        for (const AnsweredCase& one : table.cases()) {
            if (context.cancelled())
                return fail(ErrorCode::Cancelled, m_answers);
            if (auto said = applyTo(appraisals, *kept, variant, one); !said)
                return said;
        }
        return {};
    }

    /// One answer a line; or one study a line with a judgement for each domain, as robvis has it.
    Result<void> readAnswers(Context& context, const appraisal::Instrument& instrument, const QString& variant,
                             AnswerTable& table)
    {
        const auto header = NamedTable::headerOf(m_answers);
        if (!header)
            return Failure(header.error());
        const QStringList judged = robvisDomains(*header, instrument, variant);
        if (!judged.isEmpty()) {
            const auto takeStudy = [&](const NamedTable& row) {
                for (int i = 0; i < judged.size(); ++i)
                    table.add(row.line(), row.cell(0), judged[i], row.cell(i + 1), {}, m_rejections);
            };
            return readRows(context, m_answers, header->mid(0, judged.size() + 1), {}, m_rejections, takeStudy);
        }
        const auto take = [&](const NamedTable& row) {
            table.add(row.line(), row.cell(0), row.cell(1), row.cell(2), row.cell(3), m_rejections);
        };
        const QStringList columns{QStringLiteral("study"), QStringLiteral("item"), QStringLiteral("answer")};
        return readRows(context, m_answers, columns, {QStringLiteral("support")}, m_rejections, take);
    }

    /// What keeps one study from being appraised is told at its first line; the others go on.
    Result<void> applyTo(Appraisals& appraisals, InstrumentId instrument, const QString& variant,
                         const AnsweredCase& one)
    {
        const qint64 line = one.lines.empty() ? 0 : one.lines.begin()->second;
        const auto study = appraisals.studyNamed(one.name);
        if (!study) {
            m_rejections.add(line, study.error());
            return {};
        }
        const auto id = appraisals.begin({*study, instrument, variant, m_result});
        if (!id)
            return Failure(id.error());
        if (std::find(m_touched.begin(), m_touched.end(), *id) == m_touched.end())
            m_touched.push_back(*id);
        say(appraisals, *id, one);
        if (!m_open)
            return {};
        if (const auto opened = appraisals.open(*id); !opened)
            m_rejections.add(line, opened.error());
        return {};
    }

    /// A judgement without a reason for overruling is left out and told, the rest is applied.
    void say(Appraisals& appraisals, AppraisalId id, const AnsweredCase& one)
    {
        std::map<QString, Said> said;
        const auto put = [&](const std::map<QString, QString>& values) {
            for (const auto& [key, value] : values) {
                const auto support = one.supports.find(key);
                said[key] = {value, support == one.supports.end() ? QString() : support->second, {}};
            }
        };
        put(one.filling.answers);
        put(one.filling.judgements);
        while (!said.empty()) {
            const auto done = m_consensus ? appraisals.settle(id, said) : appraisals.say(id, said);
            if (done) {
                m_applied += qint64(said.size());
                return;
            }
            const QString key = done.error().context;
            const auto line = one.lines.find(key);
            m_rejections.add(line == one.lines.end() ? one.lines.begin()->second : line->second, done.error());
            if (said.erase(key) == 0)
                return;
        }
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
        if (m_answers.isEmpty()) {
            context.answer(more, text);
        } else {
            more[QLatin1String("applied")] = m_applied;
            more[QLatin1String("rejected")] = m_rejections.json();
            context.answer(more, text + QStringLiteral("Applied: %1%2").arg(m_applied).arg(m_rejections.text()));
        }
        return {};
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
