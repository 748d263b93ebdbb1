// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "cli/RecordColumns.h"
#include "cli/Where.h"
#include "project/ShortNames.h"

#include <algorithm>
#include <unordered_set>

namespace winnow::cli {
namespace {

constexpr size_t outEvery = size_t(256) << 10; ///< bytes of answer that are collected before they are written

class ListRecords : public Command {
public:
    void addOptions(CLI::App& app) override
    {
        addProject(app, m_path);
        const auto takeWhere = [this](const QString& expression) {
            std::string wrong;
            m_terms = parseWhere(expression.toStdString(), wrong).value_or(std::vector<Term>());
            return wrong;
        };
        addOption(app, "--where", takeWhere, whereHelp(), {.type = "EXPR"});
        const auto takeFields = [this](const QString& list) { return takeColumns(list); };
        addOption(app, "--fields", takeFields, "with commas between: " + names(), {.type = "LIST"});
        addCount(app, "--limit", m_limit, "no more than this many");
        addViewer(app, m_as);
    }

    Result<void> run(Context& context) override
    {
        const auto project = context.open(m_path, Project::Access::Read, m_as);
        if (!project)
            return Failure(project.error());
        const Records records(**project);
        nameByUid(records);
        const auto candidates = chooseCandidates(records, *(*project)->review());
        if (!candidates)
            return Failure(candidates.error());
        if (m_columns.empty())
            m_columns = usualColumns(context.json());
        if (std::find(m_columns.begin(), m_columns.end(), recordColumn("name")) != m_columns.end()) {
            auto named = shortNames(**project);
            if (!named)
                return Failure(named.error());
            m_names = std::move(*named);
        }
        return list(context, records, *(*project)->review(), *candidates);
    }

private:
    using Columns = std::vector<const RecordColumn*>;

    static std::string names()
    {
        std::string names;
        for (const RecordColumn& column : recordColumns())
            names += (names.empty() ? "" : ",") + std::string(column.name);
        return names;
    }

    std::string takeColumns(const QString& list)
    {
        for (const QString& name : list.split(QLatin1Char(','))) {
            const RecordColumn* column = recordColumn(name.trimmed().toStdString());
            if (!column)
                return "“" + name.toStdString() + "” is none of " + names();
            if (std::find(m_columns.begin(), m_columns.end(), column) == m_columns.end())
                m_columns.push_back(column);
        }
        return {};
    }

    static Columns usualColumns(bool json)
    {
        if (!json)
            return {recordColumn("id"), recordColumn("number"), recordColumn("year"), recordColumn("authors"),
                    recordColumn("title")};
        Columns columns;
        for (const RecordColumn& column : recordColumns())
            columns.push_back(&column);
        return columns;
    }

    /// "id=#1204" asks for the record with that number.
    void nameByUid(const Records& records)
    {
        for (Term& term : m_terms) {
            if (term.isBox() || term.column->name != std::string_view("id"))
                continue;
            if (const RecordId record = records.fromUid(QString::fromStdString(term.value)))
                term.value = records.uid(record).toStdString();
        }
    }

    const Term* termOn(std::string_view name) const
    {
        const auto found = std::find_if(m_terms.begin(), m_terms.end(), [&](const Term& term) {
            return term.op == Term::Op::Equal && (term.isBox() ? name == "box" : name == term.column->name);
        });
        return found == m_terms.end() ? nullptr : &*found;
    }

    /// The narrowest list that the store can give; the terms are then looked at one by one.
    Result<std::vector<RecordId>> chooseCandidates(const Records& records, const Review& review) const
    {
        if (const Term* id = termOn("id")) {
            const RecordId record = records.fromUid(QString::fromStdString(id->value));
            return record ? std::vector{record} : std::vector<RecordId>();
        }
        if (termOn("box"))
            return inBoxes(records);
        if (const Term* source = termOn("source")) {
            const QString name = QString::fromStdString(source->value);
            for (const Source& candidate : review.sources) {
                if (candidate.name.compare(name, Qt::CaseInsensitive) == 0)
                    return records.ofSource(candidate.id);
            }
        }
        return records.all();
    }

    Result<std::vector<RecordId>> inBoxes(const Records& records) const
    {
        std::vector<RecordId> common;
        bool first = true;
        for (const Term& term : m_terms) {
            if (!term.isBox())
                continue;
            const auto box = records.ofBox(QString::fromStdString(term.value));
            if (!box)
                return box;
            if (first)
                common = *box;
            const std::unordered_set<RecordId> members(box->begin(), box->end());
            std::erase_if(common, [&](RecordId id) { return !members.contains(id); });
            first = false;
        }
        return common;
    }

    /// How many of the boxes asked for are not told before the viewer's own vote (rules.md C1).
    qint64 withheld(const Records& records) const
    {
        qint64 n = 0;
        for (const Term& term : m_terms)
            n += term.isBox() ? records.withheldFrom(QString::fromStdString(term.value)).value_or(0) : 0;
        return n;
    }

    bool matches(const RecordView& view, const Review& review) const
    {
        return std::all_of(m_terms.begin(), m_terms.end(),
                           [&](const Term& term) { return term.isBox() || term.matches(view, review); });
    }

    /// Writes as it reads: memory does not grow with the number of records.
    Result<void> list(Context& context, const Records& records, const Review& review, const std::vector<RecordId>& ids)
    {
        const JobContext job = context.job();
        std::string out = context.json() ? "{\"records\":[" : std::string();
        qint64 written = 0;
        for (size_t i = 0; i < ids.size() && (m_limit < 0 || written < m_limit); ++i) {
            if (job.cancelled() || !context.out().good())
                return fail(ErrorCode::Cancelled, m_path);
            auto view = records.record(ids[i]);
            if (!view)
                return Failure(view.error());
            view->name = m_names.value(view->report.value, view->name);
            if (!matches(*view, review))
                continue;
            append(out, *view, review, context.json(), written++ == 0);
            if (out.size() >= outEvery) {
                context.out().write(out);
                out.clear();
                job.report(qint64(i), qint64(ids.size()));
            }
        }
        const qint64 hidden = withheld(records);
        const std::string told = hidden > 0 ? ",\"withheld\":" + std::to_string(hidden) : std::string();
        context.out().write(out + (context.json() ? "]" + told + "}\n" : ""));
        return {};
    }

    void append(std::string& out, const RecordView& view, const Review& review, bool json, bool first) const
    {
        if (json)
            out += first ? "{" : ",\n{";
        for (const RecordColumn* column : m_columns) {
            const ColumnValue value = column->of(view, review);
            const bool leading = column == m_columns.front();
            if (json) {
                out += std::string(leading ? "\"" : ",\"") + column->name + "\":";
                appendJson(out, value);
            } else {
                out += (leading ? "" : "\t") + plainText(value);
            }
        }
        out += json ? "}" : "\n";
    }

    QString m_path;
    QString m_as;
    std::vector<Term> m_terms;
    Columns m_columns;
    QHash<qint64, QString> m_names; ///< of reports past title and abstract, with their letters
    qint64 m_limit = -1;
};

} // namespace

std::unique_ptr<Command> makeRecords()
{
    return std::make_unique<ListRecords>();
}

} // namespace winnow::cli
