// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Check.h"
#include "appraisal/Shipped.h"
#include "appraisal/Versions.h"
#include "cli/Commands.h"
#include "cli/InstrumentText.h"
#include "cli/JudgementJson.h"
#include "cli/Options.h"
#include "cli/Rows.h"
#include "project/AnswerTable.h"
#include "project/Instruments.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace winnow::cli {
namespace {

enum class Task { List, Show, Import, Export, Compare, Judge };

std::optional<Task> taskNamed(const QString& word)
{
    constexpr std::array names{std::pair("list", Task::List),       std::pair("show", Task::Show),
                               std::pair("import", Task::Import),   std::pair("export", Task::Export),
                               std::pair("compare", Task::Compare), std::pair("judge", Task::Judge)};
    for (const auto& [name, task] : names) {
        if (word == QLatin1String(name))
            return task;
    }
    return std::nullopt;
}

/// winnow instrument list | show I | import FILE | export I --out FILE | compare I J | judge --instrument I --answers
/// FILE. Where a word is a project, its own instruments are looked at, too.
class InstrumentCommand : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        const auto take = [this](const QString& word) {
            m_task = taskNamed(word);
            return m_task ? std::string()
                          : "“" + word.toStdString() + "” is none of list, show, import, export, compare, judge";
        };
        addOption(app, "what", take, "list, show, import, export, compare or judge",
                  {.required = true, .type = "WHAT"});
        addTexts(app, "instrument", m_named,
                 "id or .json file, of show, import and export; two for compare; a .winnow file among them: with the "
                 "instruments that this review keeps",
                 {.type = "I"});
        addText(app, "--instrument", m_instrument, "id or .json file", {.type = "I"});
        addViewer(app, m_as);
        addText(app, "--variant", m_variant, "of judge; without it the first", {.type = "V"});
        addText(app, "--answers", m_answers, "of judge: a table with the columns case, item, answer", {.type = "FILE"});
        addText(app, "--out", m_out, "of export: a .json file", {.type = "FILE"});
    }

    Result<void> run(Context& context) override
    {
        if (auto opened = openNamed(context); !opened)
            return opened;
        if (m_instrument.isEmpty() && !m_named.isEmpty())
            m_instrument = m_named.takeFirst();
        if (*m_task != Task::List && m_instrument.isEmpty())
            return fail(ErrorCode::BadInput, {}, QStringLiteral("a command that names no instrument"));
        switch (*m_task) {
        case Task::List: return list(context);
        case Task::Show: return show(context);
        case Task::Import: return keep(context);
        case Task::Export: return save(context);
        case Task::Compare: return compare(context);
        case Task::Judge: break;
        }
        return judge(context);
    }

private:
    /// The project among the words, if there is one.
    Result<void> openNamed(Context& context)
    {
        const auto found = std::find_if(m_named.begin(), m_named.end(), [](const QString& word) {
            return word.endsWith(QLatin1String(".winnow"), Qt::CaseInsensitive);
        });
        const bool writes = *m_task == Task::Import;
        if (found == m_named.end())
            return writes
                ? fail(ErrorCode::BadInput, {},
                       QStringLiteral("an import that names no review: winnow instrument import PROJECT FILE"))
                : Result<void>();
        auto opened = context.open(*found, writes ? Project::Access::Write : Project::Access::Read, m_as);
        if (!opened)
            return Failure(opened.error());
        m_project = std::move(*opened);
        m_named.erase(found);
        if (writes && m_as.isEmpty())
            actAsLead(*m_project);
        return {};
    }

    [[nodiscard]] Result<appraisal::Instrument> find(const QString& name) const
    {
        return m_project ? findInstrument(*m_project, name) : findInstrument(name);
    }

    Result<void> list(Context& context) const
    {
        QJsonArray instruments;
        QString text;
        const auto add = [&](const appraisal::Instrument& instrument, bool own) {
            QJsonObject head = instrumentHead(instrument);
            head[QLatin1String("own")] = own;
            instruments.append(head);
            text += instrumentLine(instrument);
        };
        for (const QString& id : appraisal::shippedIds())
            add(*appraisal::findShipped(id), false);
        if (m_project) {
            const auto own = ownInstruments(*m_project);
            if (!own)
                return Failure(own.error());
            for (const appraisal::Instrument& one : *own)
                add(one, true);
        }
        context.answer({{QStringLiteral("instruments"), instruments}}, text);
        return {};
    }

    /// Of a file: what is only worth knowing about it is told with it.
    Result<void> keep(Context& context) const
    {
        const auto instrument = find(m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        if (const auto kept = storeInstrument(*m_project, *instrument); !kept)
            return Failure(kept.error());
        QJsonArray findings;
        QString text
            = QStringLiteral("%1, version %2, is kept in this review\n").arg(instrument->name, instrument->version);
        for (const appraisal::Finding& finding : appraisal::check(*instrument).findings) {
            findings.append(findingJson(finding));
            text += appraisal::sentence(finding) + QLatin1Char('\n');
        }
        context.answer({{QStringLiteral("instruments"), QJsonArray{instrumentHead(*instrument)}},
                        {QStringLiteral("findings"), findings}},
                       text);
        return {};
    }

    Result<void> compare(Context& context) const
    {
        if (m_named.isEmpty())
            return fail(ErrorCode::BadInput, {}, QStringLiteral("a comparison that names one instrument only"));
        const auto before = find(m_instrument);
        const auto after = find(m_named.front());
        if (!before || !after)
            return Failure(before ? after.error() : before.error());
        QJsonArray differences;
        QString text;
        for (const appraisal::Difference& one : appraisal::compare(*before, *after)) {
            differences.append(differenceJson(one));
            text += differenceText(one);
        }
        context.answer({{QStringLiteral("before"), instrumentHead(*before)},
                        {QStringLiteral("after"), instrumentHead(*after)},
                        {QStringLiteral("differences"), differences}},
                       text.isEmpty() ? QStringLiteral("They say the same") : text);
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
            const auto found = find(m_instrument);
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
            findings.append(findingJson(finding));
            told += appraisal::sentence(finding) + QLatin1Char('\n');
        }
        QJsonObject answer{{QStringLiteral("findings"), findings}};
        if (reading.instrument)
            answer[QLatin1String("instrument")]
                = QJsonDocument::fromJson(appraisal::writeInstrument(*reading.instrument)).object();
        context.answer(answer, (reading.instrument ? instrumentText(*reading.instrument) : QString()) + told);
    }

    Result<void> save(Context& context) const
    {
        const auto instrument = find(m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        if (m_out.isEmpty())
            return fail(ErrorCode::BadInput, {}, QStringLiteral("an export without --out"));
        if (auto saved = saveInstrument(*instrument, m_out); !saved)
            return saved;
        context.answer(
            {{QStringLiteral("out"), m_out}, {QStringLiteral("instruments"), QJsonArray{instrumentHead(*instrument)}}},
            QStringLiteral("Wrote %1").arg(m_out));
        return {};
    }

    Result<void> judge(Context& context)
    {
        const auto instrument = find(m_instrument);
        if (!instrument)
            return Failure(instrument.error());
        const auto variant = findVariant(*instrument, m_variant);
        if (!variant)
            return Failure(variant.error());
        AnswerTable table(*instrument, *variant);
        const auto take
            = [&](const NamedTable& row) { table.add(row.line(), row.cell(0), row.cell(1), row.cell(2), {}); };
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
    QStringList m_named;
    QString m_as;
    std::unique_ptr<Project> m_project; ///< none: those that come with Winnow alone
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
