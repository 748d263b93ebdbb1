// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/Plot.h"
#include "project/Charts.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace winnow::ui {

/// What one kind of chart says and how it looks. Says a finding in one sentence, where there is one: a reader must not
/// have to find it.
class ChartFace {
public:
    virtual ~ChartFace() = default;
    /// The id of its ChartKind.
    [[nodiscard]] virtual const char* id() const = 0;
    [[nodiscard]] virtual QString name() const = 0;
    /// The finding, as the title. Only for data with marks.
    [[nodiscard]] virtual QString finding(const ChartData& data) const = 0;
    /// What stands there while there is nothing to show.
    [[nodiscard]] virtual QString nothing() const = 0;
    /// What a reader must know: what is counted, what is not drawn. May be empty.
    [[nodiscard]] virtual QString note(const ChartData& data) const = 0;
    /// Heads of the table: one for each name and number of a mark.
    [[nodiscard]] virtual QStringList heads() const = 0;
    /// A name of a mark as people read it.
    [[nodiscard]] virtual QString nameText(const ChartMark& mark, int name) const { return mark.names.value(name); }
    [[nodiscard]] virtual QString numberText(const ChartMark& mark, int number) const;
    [[nodiscard]] virtual Plot plot(const ChartData& data) const = 0;

    /// A cell of the table, names first.
    [[nodiscard]] QString cell(const ChartMark& mark, int column) const;
};

using ChartFaces = std::vector<std::unique_ptr<ChartFace>>;
/// All of them, in the order of the page.
[[nodiscard]] ChartFaces chartFaces();

// What they have in common.

[[nodiscard]] QString numberOf(double number);
/// "41 %", in the manner of the language; a share of 0 to 1.
[[nodiscard]] QString percentOf(double share);
/// "title" → "Title and abstract".
[[nodiscard]] QString stageName(const QString& word);
/// At most `most` bars of one series, the name of each from its mark; `number` is drawn.
[[nodiscard]] Plot barsOf(const ChartFace& face, const ChartData& data, size_t most, int name = 0, size_t number = 0);
/// "The 12 largest are drawn; 388 more, with 1,204 reports, stand in the table." Empty if all are drawn.
[[nodiscard]] QString restNote(const ChartData& data, size_t drawn, size_t number = 0);
inline constexpr size_t drawnBars = 8;

[[nodiscard]] std::unique_ptr<ChartFace> makeProgressFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeAgreementFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeSourcesFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeOverlapFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeYearsFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeJournalsFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeReasonsFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeLabelsFace();
[[nodiscard]] std::unique_ptr<ChartFace> makeEntitiesFace();

} // namespace winnow::ui
