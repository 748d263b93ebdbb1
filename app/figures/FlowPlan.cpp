// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/FlowPlan.h"

#include <QDateTime>
#include <QStringBuilder>

#include <algorithm>

namespace winnow::figures {
namespace {

const QString dagger = QStringLiteral("†");
const QString doubleDagger = QStringLiteral("‡");

FlowEntry heading(const QString& text, const QString& key = {})
{
    return {Paragraph{text, 0, 0}, key, 0};
}

/// Words the counts; notes which declared numbers it has met, for their footnotes.
class Planner {
public:
    Planner(const FlowCounts& counts, const FlowOptions& options, const FlowWords& words)
        : m_counts(counts)
        , m_options(options)
        , m_words(words)
    {
    }

    FlowPlan plan()
    {
        FlowPlan plan;
        plan.sideBars = {m_words.identification, m_words.screening, m_words.included};
        plan.titles.push_back(m_words.viaDatabases);
        addMainTop(plan);
        addReports(plan, m_counts.main, QStringLiteral("dbr_"), QString(), MainColumn);
        if (drawsOtherMethods(m_counts, m_options)) {
            plan.titles.push_back(m_words.viaOther);
            plan.cells[IdentifiedRow][OtherColumn] = {identifiedOther()};
            addReports(plan, m_counts.other, QStringLiteral("other_"), QStringLiteral("other_"), OtherColumn);
        }
        plan.cells[IncludedRow][MainColumn]
            = {FlowBox{{counted(m_words.newStudies, m_counts.newStudies, QStringLiteral("new_studies")),
                        counted(m_words.newReports, m_counts.newReports, QStringLiteral("new_reports"))},
                       false}};
        addNotes(plan);
        plan.stamp = stamp();
        return plan;
    }

private:
    QString count(qint64 n) const
    {
        return m_words.count.arg(m_words.numbers.toString(n)).replace(u' ', QChar(QChar::Nbsp));
    }

    bool isDeclared(const QString& key) const
    {
        return std::any_of(m_counts.declared.begin(), m_counts.declared.end(),
                           [&key](const Declared& d) { return d.box == key || d.box.startsWith(QString(key % u'/')); });
    }

    FlowEntry counted(const QString& label, qint64 n, const QString& key, int indent = 0)
    {
        QString text = label.simplified() % u' ' % count(n);
        if (isDeclared(key)) {
            text += dagger;
            m_marked.push_back({key, label});
        }
        if (key == u"records_screened" && m_counts.notReadStopped != 0)
            text += doubleDagger;
        return {Paragraph{text, 0, 0}, key, indent};
    }

    void addSources(FlowBox& box, const std::vector<NamedCount>& sources, const QString& label, const QString& key)
    {
        qint64 total = 0;
        for (const NamedCount& source : sources)
            total += source.n;
        box.entries.push_back(counted(label, total, key, 1));
        if (!m_options.perSource)
            return;
        for (const NamedCount& source : sources)
            box.entries.push_back(counted(source.name, source.n, key % u'/' % source.name, 2));
    }

    FlowBox identified()
    {
        FlowBox box{{heading(m_words.identifiedFrom)}, false};
        addSources(box, m_counts.databases, m_words.databases, QStringLiteral("database_results"));
        addSources(box, m_counts.registers, m_words.registers, QStringLiteral("register_results"));
        return box;
    }

    FlowBox identifiedOther()
    {
        FlowBox box{{heading(m_words.identifiedFrom)}, false};
        box.entries.push_back(counted(m_words.websites, m_counts.websites, QStringLiteral("website_results"), 1));
        box.entries.push_back(
            counted(m_words.organisations, m_counts.organisations, QStringLiteral("organisation_results"), 1));
        box.entries.push_back(counted(m_words.citations, m_counts.citations, QStringLiteral("citations_results"), 1));
        if (m_counts.otherMethods != 0)
            box.entries.push_back(
                counted(m_words.otherMethods, m_counts.otherMethods, QStringLiteral("other_results"), 1));
        return box;
    }

    FlowBox removed()
    {
        const Paragraph title{m_words.removed % m_words.beforeScreening % u':', m_words.removed.size(),
                              m_words.removed.size() + m_words.beforeScreening.size()};
        return {{FlowEntry{title, QString(), 0},
                 counted(m_words.duplicates, m_counts.duplicates, QStringLiteral("duplicates"), 1),
                 counted(m_words.automation, m_counts.removedAutomation, QStringLiteral("excluded_automatic"), 1),
                 counted(m_words.otherReasons, m_counts.removedOther, QStringLiteral("excluded_other"), 1)},
                false};
    }

    void addMainTop(FlowPlan& plan)
    {
        plan.cells[IdentifiedRow][MainColumn] = {identified()};
        plan.cells[IdentifiedRow][MainSideColumn] = {removed()};
        plan.cells[ScreenedRow][MainColumn]
            = {single(m_words.screened, m_counts.screened, QStringLiteral("records_screened"))};
        FlowStack& side = plan.cells[ScreenedRow][MainSideColumn];
        side = {single(m_words.titleExcluded, m_counts.titleExcluded, QStringLiteral("records_excluded"))};
        addUnlessZero(side, m_words.awaitingScreening, m_counts.awaitingScreening, QStringLiteral("awaiting_screening"),
                      true);
    }

    FlowBox single(const QString& label, qint64 n, const QString& key) { return {{counted(label, n, key)}, false}; }

    void addUnlessZero(FlowStack& stack, const QString& label, qint64 n, const QString& key, bool pending)
    {
        if (n == 0)
            return;
        stack.push_back(single(label, n, key));
        stack.back().pending = pending;
    }

    /// Template order: the box is headed by its label, one line a reason; without reasons it is a plain count.
    FlowBox excluded(const FlowColumn& column, const QString& key)
    {
        if (column.excluded.empty())
            return single(m_words.excluded, 0, key);
        std::vector<NamedCount> reasons = column.excluded;
        if (m_options.reasonsByFrequency)
            std::stable_sort(reasons.begin(), reasons.end(),
                             [](const NamedCount& a, const NamedCount& b) { return a.n > b.n; });
        FlowBox box{{heading(m_words.excluded % u':', key)}, false};
        for (const NamedCount& reason : reasons)
            box.entries.push_back(counted(reason.name, reason.n, key % u'/' % reason.name, 1));
        return box;
    }

    /// From "sought" down. `prefix` heads the R package's keys, `pendingPrefix` those it does not know.
    void addReports(FlowPlan& plan, const FlowColumn& c, const QString& prefix, const QString& pendingPrefix, int at)
    {
        const auto side = static_cast<std::size_t>(at) + 1;
        const auto main = static_cast<std::size_t>(at);
        plan.cells[SoughtRow][main] = {single(m_words.sought, c.sought, prefix % u"sought_reports")};
        FlowStack& retrieval = plan.cells[SoughtRow][side];
        retrieval = {single(m_words.notRetrieved, c.notRetrieved, prefix % u"notretrieved_reports")};
        addUnlessZero(retrieval, m_words.awaitingRetrieval, c.awaitingRetrieval, pendingPrefix % u"awaiting_retrieval",
                      true);
        plan.cells[AssessedRow][main] = {single(m_words.assessed, c.assessed, prefix % u"assessed")};
        FlowStack& ends = plan.cells[AssessedRow][side];
        ends = {excluded(c, prefix % u"excluded")};
        addUnlessZero(ends, m_words.classification, c.awaitingClassification,
                      pendingPrefix % u"awaiting_classification", false);
        addUnlessZero(ends, m_words.ongoing, c.ongoing, pendingPrefix % u"ongoing", false);
        addUnlessZero(ends, m_words.awaitingAssessment, c.awaitingAssessment, pendingPrefix % u"awaiting_assessment",
                      true);
    }

    QString declaredNote(const Declared& d, const QString& label) const
    {
        const QString date = QDateTime::fromMSecsSinceEpoch(d.at, Qt::UTC).date().toString(Qt::ISODate);
        return dagger % u' '
            % m_words.declared.arg(label, m_words.numbers.toString(d.number), d.by, date, d.why.simplified());
    }

    void addNotes(FlowPlan& plan) const
    {
        for (const Declared& d : m_counts.declared) {
            const auto shown = std::find_if(m_marked.rbegin(), m_marked.rend(), [&d](const Marked& m) {
                return d.box == m.key || d.box.startsWith(QString(m.key % u'/'));
            });
            if (shown != m_marked.rend())
                plan.notes.push_back(heading(declaredNote(d, shown->label)));
        }
        if (m_counts.notReadStopped == 0)
            return;
        const QString text
            = m_options.stoppingRule.isEmpty() ? m_words.notRead : m_words.notReadBy.arg(m_options.stoppingRule);
        plan.notes.push_back(heading(doubleDagger % u' ' % text % u' ' % count(m_counts.notReadStopped),
                                     QStringLiteral("not_read_stopped")));
    }

    QString stamp() const
    {
        if (!m_counts.interim())
            return {};
        const qint64 reports = m_counts.main.awaitingRetrieval + m_counts.main.awaitingAssessment
            + m_counts.other.awaitingRetrieval + m_counts.other.awaitingAssessment;
        QStringList parts;
        if (m_counts.awaitingScreening != 0)
            parts << QString(m_words.recordsPending % u' ' % count(m_counts.awaitingScreening));
        if (reports != 0)
            parts << QString(m_words.reportsPending % u' ' % count(reports));
        return m_words.interim.arg(parts.join(QStringLiteral(", ")));
    }

    struct Marked {
        QString key;
        QString label;
    };

    const FlowCounts& m_counts;
    const FlowOptions& m_options;
    const FlowWords& m_words;
    std::vector<Marked> m_marked;
};

} // namespace

FlowPlan planFlow(const FlowCounts& counts, const FlowOptions& options, const FlowWords& words)
{
    return Planner(counts, options, words).plan();
}

} // namespace winnow::figures
