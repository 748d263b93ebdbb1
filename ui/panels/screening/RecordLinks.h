// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "services/Keys.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace winnow::ui {

/// A way out to the record: what it is called, which key goes there (a link without one is for the pointer).
struct RecordLink {
    QString text;
    QUrl url;
    std::optional<Action> key;
};

/// Links of the record that are known for certain, in the order DOI, PubMed, registry, full text. Only web addresses.
[[nodiscard]] std::vector<RecordLink> recordLinks(const Record& record);

/// Where a key leads, also where it takes a search: PubMed by title where there is no number, the library by OpenURL
/// (NISO Z39.88) at `library`. Empty where there is nothing to go by.
[[nodiscard]] QUrl linkFor(Action action, const Record& record, const QString& library);

} // namespace winnow::ui
