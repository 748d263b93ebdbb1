// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/RiskPlots.h"

#include "figures/RiskSummary.h"
#include "figures/SaveFigure.h"
#include "figures/registry.h"
#include "project/Instruments.h"
#include "project/NamedTable.h"
#include "reporting/RiskTables.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace winnow {
namespace {

using figures::RiskDomain;
using figures::RiskLevel;
using figures::RiskRow;
using figures::RiskTable;

bool fitsResult(const ResultOf& asked, const ResultOf& result)
{
    const auto same = [](const QString& wanted, const QString& said) {
        return wanted.isEmpty() || wanted.simplified().compare(said, Qt::CaseInsensitive) == 0;
    };
    return same(asked.comparison, result.comparison) && same(asked.outcome, result.outcome)
        && same(asked.measure, result.measure) && same(asked.time, result.time);
}

QString resultName(const ResultOf& result)
{
    QStringList parts{result.comparison, result.outcome, result.measure, result.time};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

/// What supports a judgement: its own reason, then the answers with what was noted of each.
QString supportOf(const AppraisalSheet& sheet, const PlotColumn& column, const QString& variant)
{
    if (column.isSum())
        return {};
    QStringList parts;
    if (const auto own = sheet.judgements.find(column.key); own != sheet.judgements.end())
        parts << own->second.why.trimmed();
    const auto items = column.item ? std::vector{column.item} : appraisal::itemsOf(*column.domain, variant);
    for (const appraisal::Item* item : items) {
        const auto said = sheet.answers.find(item->id);
        if (said == sheet.answers.end())
            continue;
        QStringList noted{said->second.why.trimmed()};
        for (const Quote& quote : said->second.quotes)
            noted << QStringLiteral("“%1”%2").arg(
                quote.text, quote.page > 0 ? QStringLiteral(" (p. %1)").arg(quote.page) : QString());
        noted.removeAll(QString());
        if (!noted.isEmpty())
            parts << QStringLiteral("%1 %2: %3").arg(item->id, said->second.value, noted.join(QLatin1Char(' ')));
    }
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

/// What is judged or answered in a column; empty: nothing.
QString saidIn(const appraisal::Judged& judged, const PlotColumn& column)
{
    if (column.item) {
        const appraisal::ItemState* state = judged.item(column.item->id);
        return state ? state->answer : QString();
    }
    const appraisal::Outcome* outcome = judged.outcome(column.key);
    return outcome ? outcome->judgement() : QString();
}

/// "14/16".
QString sumOf(const appraisal::Judged& judged)
{
    const auto sum = judged.points.find(QString(appraisal::overallId));
    return sum == judged.points.end()
        ? QString()
        : QStringLiteral("%1/%2").arg(QString::number(sum->second.got), QString::number(sum->second.most));
}

const QString unsaidDesign = QStringLiteral("Design not said");

/// Rows of a table, one for each assessment of the instrument.
class PlotRows {
public:
    PlotRows(const RiskPlotRequest& request, const appraisal::Instrument& instrument, const QString& variant)
        : m_request(request)
        , m_judge(instrument, variant)
        , m_columns(plotColumns(m_judge.instrument(), variant, request.applicability))
        , m_levels(m_judge.instrument(), m_columns, request.palette)
    {
        table.levels = m_levels.levels;
        for (const PlotColumn& column : m_columns)
            table.domains.push_back({column.code, column.label, column.isSum()});
        table.items = plotsItems(m_columns);
        table.overall = !m_columns.empty() && !plotsItems(m_columns) && m_columns.back().domain->isOverall();
    }

    void add(const AppraisedStudy& study, const AppraisalView& view)
    {
        const AppraisalOutcome outcome = outcomeOf(view, m_judge);
        const bool agreed = view.state == AppraisalState::Settled;
        const AppraisalSheet& sheet = agreed ? view.consensus : view.mine;
        RiskRow row{.name = study.name, .levels = {}};
        row.year = study.year;
        if (const auto said = m_request.studies.find(study.name); said != m_request.studies.end()) {
            row.weight = said->second.weight;
            row.group = said->second.group;
        }
        if (m_request.groups == RiskGroups::Design)
            row.group = study.design.isEmpty() ? unsaidDesign : study.design;
        for (const PlotColumn& column : m_columns) {
            row.levels.push_back(m_levels.placeOf(column, saidIn(outcome.judged, column)));
            row.texts.push_back(column.isSum() && !sheet.empty() ? sumOf(outcome.judged) : QString());
            row.supports.push_back(supportOf(sheet, column, m_judge.variant()));
        }
        m_agreed += agreed;
        m_results.push_back(resultName(view.appraisal.result));
        table.rows.push_back(std::move(row));
    }

    /// Several results: each has its own heading (rules.md G1), where the team named no groups.
    void finish()
    {
        const bool several
            = std::any_of(m_results.begin(), m_results.end(), [this](const QString& r) { return r != m_results[0]; });
        const bool grouped = std::any_of(table.rows.begin(), table.rows.end(),
                                         [](const RiskRow& row) { return !row.group.isEmpty(); });
        for (std::size_t i = 0; several && i < table.rows.size(); ++i) {
            RiskRow& row = table.rows[i];
            if (grouped)
                row.name += QStringLiteral(": ") + m_results[i];
            else
                row.group = m_results[i];
        }
        if (m_agreed < table.rows.size())
            table.note += QStringLiteral("Agreed on by the appraisers: %1 of %2; the others are one appraiser’s own.")
                              .arg(m_agreed)
                              .arg(table.rows.size());
        // What nobody has said comes last.
        std::stable_partition(table.rows.begin(), table.rows.end(),
                              [](const RiskRow& row) { return row.group != unsaidDesign; });
        table = figures::inOrder(std::move(table), m_request.order);
    }

    RiskTable table;

private:
    const RiskPlotRequest& m_request;
    appraisal::Judge m_judge;
    std::vector<PlotColumn> m_columns;
    PlotLevels m_levels;
    std::size_t m_agreed = 0;
    QStringList m_results;
};

Result<appraisal::Instrument> plottedInstrument(const Appraisals& appraisals, const std::vector<AppraisalView>& views,
                                                const std::vector<KeptInstrument>& kept, const QString& id)
{
    for (const KeptInstrument& one : kept) {
        const bool used = std::any_of(views.begin(), views.end(), [&one](const AppraisalView& view) {
            return view.appraisal.instrument == one.id;
        });
        if (used && one.instrument.compare(id, Qt::CaseInsensitive) == 0)
            return appraisals.instrument(one.id);
    }
    return fail(ErrorCode::BadInput, id, QStringLiteral("nothing in this review was assessed with it"));
}

/// Of the same instrument in its version, and the variant and result that are asked for.
bool isPlotted(const AppraisalView& view, InstrumentId instrument, const QString& variant, const ResultOf& result)
{
    return view.appraisal.instrument == instrument && view.appraisal.variant == variant
        && fitsResult(result, view.appraisal.result);
}

Result<void> weighed(const RiskPlotRequest& request, const RiskTable& table)
{
    for (const RiskRow& row : table.rows) {
        if (request.weighted && row.weight <= 0)
            return fail(ErrorCode::BadInput, row.name,
                        QStringLiteral("a weighted summary needs the weight of every study in the meta-analysis"));
    }
    return {};
}

reporting::RiskTableText textOf(const RiskTable& table)
{
    reporting::RiskTableText text;
    text.overall = table.overall;
    for (const RiskDomain& domain : table.domains)
        text.domains.push_back({domain.code, domain.label});
    const auto levelOf
        = [&table](int level) { return level == RiskRow::notJudged ? nullptr : &table.levels[std::size_t(level)]; };
    for (const RiskRow& row : table.rows) {
        reporting::RiskRowText& line = text.rows.emplace_back();
        line.study = row.name;
        line.group = row.group;
        line.weight = row.weight;
        for (std::size_t i = 0; i < row.levels.size(); ++i) {
            const RiskLevel* level = levelOf(row.levels[i]);
            const QString& sum = row.texts[i];
            line.cells.push_back(level ? reporting::RiskCellText{level->tableName, level->label, level->symbol,
                                                                 level->colour.name(), row.supports[i]}
                                       : reporting::RiskCellText{sum, sum, {}, {}, row.supports[i]});
        }
    }
    for (std::size_t domain = 0; domain < table.domains.size(); ++domain) {
        if (table.domains[domain].sum)
            continue;
        const std::vector<double> shares = figures::riskShares(table, domain, false);
        const std::vector<double> weighted = figures::riskShares(table, domain, true);
        for (std::size_t level = 0; level < shares.size(); ++level)
            text.shares.push_back(
                {table.domains[domain].code, table.levels[level].label, shares[level], weighted[level]});
    }
    text.note = table.note;
    return text;
}

Result<std::vector<figures::Figure>> drawRisk(const QString& kind, const RiskTable& table, bool weighted)
{
    const figures::FigureKind* figure = figures::figureKind(kind);
    if (!figure)
        return fail(ErrorCode::BadInput, kind);
    figures::FigureInput input;
    input.risk = table;
    input.weighted = weighted;
    return figure->pages(input);
}

Result<QStringList> writeRiskFile(const QString& path, const QByteArray& bytes)
{
    if (QFileInfo(path).isDir())
        return fail(ErrorCode::IsDirectory, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return QStringList(path);
}

} // namespace

Result<std::map<QString, StudyInPlot>> readPlotStudies(const QString& path)
{
    const auto rows
        = NamedTable::open(path, {QStringLiteral("study")}, {QStringLiteral("weight"), QStringLiteral("group")});
    if (!rows)
        return Failure(rows.error());
    std::map<QString, StudyInPlot> studies;
    while ((*rows)->next()) {
        const QString weight = (*rows)->cell(1);
        bool number = true;
        const StudyInPlot study{weight.isEmpty() ? 0 : weight.toDouble(&number), (*rows)->cell(2)};
        if (!number || study.weight < 0 || (*rows)->broken())
            return fail(ErrorCode::BadInput, path,
                        QStringLiteral("line %1: “%2” is no weight").arg((*rows)->line()).arg(weight));
        studies[(*rows)->cell(0)] = study;
    }
    return studies;
}

Result<RiskTable> RiskPlots::table(const RiskPlotRequest& request) const
{
    const Appraisals appraisals(m_project);
    const auto views = appraisals.views();
    const auto kept = views ? appraisals.instruments() : Failure(views.error());
    const auto studies = kept ? studiesToAppraise(m_project) : Failure(kept.error());
    if (!studies)
        return Failure(studies.error());
    const auto instrument = plottedInstrument(appraisals, *views, *kept, request.instrument);
    const auto variant = instrument ? findVariant(*instrument, request.variant) : Failure(instrument.error());
    if (!variant)
        return Failure(variant.error());
    PlotRows rows(request, *instrument, *variant);
    if (rows.table.domains.empty())
        return fail(ErrorCode::BadInput, instrument->name, QStringLiteral("it has no judgements to be plotted"));
    for (const KeptInstrument& version : *kept) {
        if (version.instrument != instrument->id || version.version != instrument->version)
            continue;
        for (const AppraisedStudy& study : *studies) {
            for (const AppraisalView& view : *views) {
                const bool its = std::find(study.appraisals.begin(), study.appraisals.end(), view.appraisal.id)
                    != study.appraisals.end();
                if (its && isPlotted(view, version.id, *variant, request.result))
                    rows.add(study, view);
            }
        }
    }
    rows.finish();
    if (auto fit = weighed(request, rows.table); !fit)
        return Failure(fit.error());
    return std::move(rows.table);
}

Result<QStringList> RiskPlots::save(const QString& kind, const RiskPlotRequest& request, const QString& path) const
{
    const auto made = table(request);
    if (!made)
        return Failure(made.error());
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        return writeRiskFile(path, reporting::riskCsv(kind, textOf(*made), request.weighted));
    if (suffix == QLatin1String("docx"))
        return writeRiskFile(path, reporting::riskDocx(kind, textOf(*made), request.weighted));
    const auto pages = drawRisk(kind, *made, request.weighted);
    return pages ? figures::saveFigures(*pages, path) : Failure(pages.error());
}

} // namespace winnow
