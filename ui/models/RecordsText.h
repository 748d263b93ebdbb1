// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QString>
#include <QUrl>

#include <vector>

/// Records as the lines people read; the same wording in lists, details and cards.
namespace winnow::ui::recordsText {

[[nodiscard]] QString text(const std::string& utf8);
/// "Burt", "Burt, Muraro", "Burt et al.": for one line of a list.
[[nodiscard]] QString authors(const RecordBrief& brief);
/// "Burt RK, Balabanov R, Burman J and 9 more".
[[nodiscard]] QString authors(const Record& record);
/// "Authors · 2019 · JAMA 321(2):165", without what is not known.
[[nodiscard]] QString citation(const Record& record);
/// The title, or that there is none.
[[nodiscard]] QString title(const std::string& title);
/// Where the report stands, with the reason it was excluded for. Conflicts count as pending, as in the flow diagram.
[[nodiscard]] QString place(Place place, ReasonId reason, const Review& review);

struct Link {
    QString name;
    QUrl url;
};
/// DOI, PubMed, trial registry and the record's own link, in this order; only web addresses.
[[nodiscard]] std::vector<Link> links(const Record& record);

} // namespace winnow::ui::recordsText
