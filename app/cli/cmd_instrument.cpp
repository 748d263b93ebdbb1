// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Check.h"
#include "appraisal/Shipped.h"
#include "cli/Commands.h"
#include "cli/JudgementJson.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "project/AnswerTable.h"
#include "project/Instruments.h"

#include <QJsonDocument>

#include <array>

namespace winnow::cli {
namespace {

enum class Task { List, Show, Export, Judge };

std::optional<Task> taskNamed(const QString& word)
{
    constexpr std::array names{std::pair("list", Task::List), std::pair("show", Task::Show),
                               std::pair("export", Task::Export), std::pair("judge", Task::Judge)};
    for (const auto& [name, task] : names) {
        if (word == QLatin1String(name))
            return task;
    }
    return std::nullopt;
}

QJsonObject headOf(const appraisal::Instrument& instrument)
{
    return {
        {QStringLiteral("id"), instrument.id},
        {QStringLiteral("version"), instrument.version},
        {QStringLiteral("name"), instrument.name},
        {QStringLiteral("draft"), instrument.draft},
        {QStringLiteral("judges"),
         instrument.judges == appraisal::Judges::Result ? QStringLiteral("result") : QStringLiteral("study")},
        {QStringLiteral("variants"),
         QJsonArray::fromStringList(instrument.variants.empty() ? QStringList() : appraisal::variantIds(instrument))},
        {QStringLiteral("citation"), instrument.citation},
        {QStringLiteral("guidance"), instrument.guidance}};
}

/// The form as text: domains, questions, when they are asked, rules.
QString described(const appraisal::Instrument& instrument)
{
    QString text
        = QStringLiteral("%1, version %2%3\n%4\nGuidance: %5\nLicence: %6\n\n%7\n")
              .arg(instrument.name, instrument.version, instrument.draft ? QStringLiteral(" (draft)") : QString(),
                   instrument.citation, instrument.guidance, instrument.licence, instrument.help);
    for (const appraisal::Domain& domain : instrument.domains) {
        text += QStringLiteral("\n%1  %2%3\n")
                    .arg(domain.id, domain.label,
                         domain.variants.isEmpty()
                             ? QString()
                             : QStringLiteral(" [%1]").arg(domain.variants.join(QLatin1String(", "))));
        for (const appraisal::Item& item : domain.items) {
            text += QStringLiteral("  %1%2  %3\n")
                        .arg(QString(2 * item.indent, QLatin1Char(' ')), item.id, item.question);
            for (const appraisal::Answer& answer : item.answers)
                text += QStringLiteral("  %1    %2: %3%4\n")
                            .arg(QString(2 * item.indent, QLatin1Char(' ')), answer.code, answer.label,
                                 answer.points ? QStringLiteral(" (%1)").arg(*answer.points) : QString());
            if (item.askedIf)
                text += QStringLiteral("  %1    asked if %2\n")
                            .arg(QString(2 * item.indent, QLatin1Char(' ')), appraisal::textOf(*item.askedIf));
        }
        for (const appraisal::Rule& rule : domain.rules)
            text += QStringLiteral("    %1\n").arg(appraisal::textOf(rule));
    }
    return text;
}

/// winnow instrument list | show I | export I --out FILE | judge --instrument I --answers FILE.
class InstrumentCommand : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        const auto take = [this](const QString& word) {
            m_task = taskNamed(word);
            return m_task ? std::string() : "“" + word.toStdString() + "” is none of list, show, export, judge";
        };
        addOption(app, "what", take, "list, show, export or judge", {.required = true, .type = "WHAT"});
        addText(app, "instrument", m_named, "id or .json file, of show and export", {.type = "I"});
        addText(app, "--instrument", m_instrument, "id or .json file", {.type = "I"});
        addText(app, "--variant", m_variant, "of judge; without it the first", {.type = "V"});
        addText(app, "--answers", m_answers, "of judge: a table with the columns case, item, answer", {.type = "FILE"});
        addText(app, "--out", m_out, "of export: a .json file", {.type = "FILE"});
    }

    Result<void> run(Context& context) override
    {
        if (m_instrument.isEmpty())
            m_instrument = m_named;
        if (*m_task != Task::List && m_instrument.isEmpty())
            return fail(ErrorCode::BadInput, {}, QStringLiteral("a command that names no instrument"));
        switch (*m_task) {
        case Task::List: return list(context);
        case Task::Show: return show(context);
        case Task::Export: return save(context);
        case Task::Judge: break;
        }
        return judge(context);
    }

private:
    static Result<void> list(Context& context)
    {
        QJsonArray instruments;
        QString text;
        for (const QString& id : appraisal::shippedIds()) {
            const appraisal::Instrument& instrument = *appraisal::findShipped(id);
            instruments.append(headOf(instrument));
            text += QStringLiteral("%1 %2 %3%4\n")
                        .arg(id, -24)
                        .arg(instrument.version, -12)
                        .arg(instrument.name, instrument.draft ? QStringLiteral(" (draft)") : QString());
        }
        context.answer({{QStringLiteral("instruments"), instruments}}, text);
        return {};
    }

    /// A file with faults is shown as far as it goes: what is wrong with it.
    Result<void> show(Context& context) const
    {
        const bool file = m_instrument.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
        appraisal::Reading reading;
        if (file) {
            auto read = readInstrumentFile(m_instrument);
            if (!read)
                return Failure(read.error());
            reading = std::move(*read);
        } else {
            const auto found = findInstrument(m_instrument);
            if (!found)
                return Failure(found.error());
            reading = {*found, appraisal::check(*found).findings};
        }
        answerReading(context, reading);
        if (!reading.instrument)
            return Failure(unsound(m_instrument, reading.findings));
        return {};
    }

    static void answerReading(Context& context, const appraisal::Reading& reading)
    {
        QJsonArray findings;
        QString told;
        for (const appraisal::Finding& finding : reading.findings) {
            findings.append(QJsonObject{{QStringLiteral("kind"), appraisal::wordOf(finding.flaw)},
                                        {QStringLiteral("fault"), appraisal::isFault(finding.flaw)},
                                        {QStringLiteral("place"), finding.place},
                                        {QStringLiteral("text"), appraisal::sentence(finding)}});
            told += appraisal::sentence(finding) + QLatin1Char('\n');
        }
        QJsonObject answer{{QStringLiteral("findings"), findings}};
        if (reading.instrument)
            answer[QLatin1String("instrument")]
                = QJsonDocument::fromJson(appraisal::writeInstrument(*reading.instrument)).object();
        context.answer(answer, (reading.instrument ? described(*reading.instrument) : QString()) + told);
    }

    Result<void> save(Context& context) const
    {
        const auto instrument = findInstrument(m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        if (m_out.isEmpty())
            return fail(ErrorCode::BadInput, {}, QStringLiteral("an export without --out"));
        if (auto saved = saveInstrument(*instrument, m_out); !saved)
            return saved;
        context.answer(
            {{QStringLiteral("out"), m_out}, {QStringLiteral("instruments"), QJsonArray{headOf(*instrument)}}},
            QStringLiteral("Wrote %1").arg(m_out));
        return {};
    }

    Result<void> judge(Context& context)
    {
        const auto instrument = findInstrument(m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        const auto variant = findVariant(*instrument, m_variant);
        if (!variant)
            return Failure(variant.error());
        AnswerTable table(*instrument, *variant);
        const auto take = [&](const NamedTable& row) {
            table.add(row.line(), row.cell(0), row.cell(1), row.cell(2), {});
        };
        const QStringList columns{QStringLiteral("case"), QStringLiteral("item"), QStringLiteral("answer")};
        if (m_answers.isEmpty())
            return fail(ErrorCode::BadInput, {}, QStringLiteral("judging without --answers"));
        if (auto read = readRows(context, m_answers, columns, {}, m_rejections, take); !read)
            return read;
        for (const RefusedLine& refused : table.refused())
            m_rejections.add(refused.line, refused.why);
        return answerCases(context, *instrument, *variant, table);
    }

    Result<void> answerCases(Context& context, const appraisal::Instrument& instrument, const QString& variant,
                             const AnswerTable& table)
    {
        const appraisal::Judge judge(instrument, variant);
        QJsonArray judgements;
        QString text;
        for (const AnsweredCase& one : table.cases()) {
            if (context.cancelled())
                return fail(ErrorCode::Cancelled, m_answers);
            const appraisal::Judged judged = judge.judge(one.filling);
            for (const QJsonValue judgement : judgementsJson(judged, {{QStringLiteral("case"), one.name}})) {
                judgements.append(judgement);
                const QString said = judgement[QLatin1String("judgement")].toString();
                const QJsonValue most = judgement[QLatin1String("of")];
                text += QStringLiteral("%1  %2  %3%4\n")
                            .arg(one.name, judgement[QLatin1String("domain")].toString(),
                                 said.isEmpty() ? QStringLiteral("–") : said,
                                 most.isUndefined()
                                         || said != QString::number(judgement[QLatin1String("score")].toDouble())
                                     ? QString()
                                     : QStringLiteral(" of %1").arg(most.toDouble()));
            }
        }
        context.answer({{QStringLiteral("instrument"), instrument.id},
                        {QStringLiteral("version"), instrument.version},
                        {QStringLiteral("variant"), variant},
                        {QStringLiteral("judgements"), judgements},
                        {QStringLiteral("rejected"), m_rejections.json()}},
                       text + m_rejections.text());
        return {};
    }

    std::optional<Task> m_task;
    QString m_named;
    QString m_instrument;
    QString m_variant;
    QString m_answers;
    QString m_out;
    Rejections m_rejections;
};

} // namespace

std::unique_ptr<Command> makeInstrument()
{
    return std::make_unique<InstrumentCommand>();
}

} // namespace winnow::cli
