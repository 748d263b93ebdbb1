// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <span>
#include <vector>

namespace winnow {

enum class ChartUnit { Votes, Records, Reports };

/// One row of what a chart shows: a bar, a part of one or a point.
struct ChartMark {
    QString key; ///< names the records behind it, see Charts::records
    QStringList names; ///< what it is; names of the review and machine words (stage, kind of source), in English
    std::vector<std::optional<double>> numbers; ///< counts, or statistics; none: not defined

    bool operator==(const ChartMark&) const = default;
    [[nodiscard]] qint64 count(size_t number = 0) const { return qint64(numbers.at(number).value_or(0)); }
};

struct ChartData {
    std::vector<ChartMark> marks; ///< all of them: what a drawing leaves out stands in its table and in the file
    qint64 total = 0; ///< of what is counted, once each (a report may carry two labels)

    bool operator==(const ChartData&) const = default;
};

/// The records behind a mark. `hidden`: how many more there are which the viewer may not be told of yet (rules.md C1).
struct ChartRecords {
    std::vector<RecordId> ids;
    qint64 hidden = 0;
};

/// One kind of chart. How to add one: app/README.md.
struct ChartKind {
    const char* id; ///< word of the command line
    const char* summary; ///< for its help
    ChartUnit unit;
    std::vector<const char*> columns; ///< heads of the CSV: names, then numbers
    Result<ChartData> (*data)(Project&, const QTimeZone&);
    Result<ChartRecords> (*records)(Project&, const QTimeZone&, const QString& key);
};

[[nodiscard]] std::span<const ChartKind> chartKinds();
/// nullptr: no such kind. Case does not count.
[[nodiscard]] const ChartKind* chartKind(QStringView id);

/// The numbers behind the chart panels. Blind (rules.md C): counts of what the team has decided and of how many votes
/// each person cast, as the rail and the flow diagram show them, never what another person said of a record; labels
/// are the viewer's own and disclosed ones. Which records stand behind a count is told only of those that the viewer
/// has voted on at that stage, or whose votes were opened.
class Charts {
public:
    /// `zone`: whose days are counted. Votes count by the full hour, so that in zones of half hours midnight is half an
    /// hour off.
    explicit Charts(Project& project, const QTimeZone& zone = QTimeZone::utc()) : m_project(project), m_zone(zone) { }

    Result<ChartData> data(const ChartKind& kind) const { return kind.data(m_project, m_zone); }
    /// By the key of a mark. UnknownRecord for a key that no mark ever had.
    Result<ChartRecords> records(const ChartKind& kind, const QString& key) const
    {
        return kind.records(m_project, m_zone, key);
    }
    /// Writes the table as CSV (RFC 4180, UTF-8, LF); how many rows. IsDirectory, FileNotWritable.
    Result<qint64> save(const ChartKind& kind, const QString& path) const;

private:
    Project& m_project;
    QTimeZone m_zone;
};

/// The table of a chart as CSV.
[[nodiscard]] QByteArray chartCsv(const ChartKind& kind, const ChartData& data);

} // namespace winnow
