// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EntityNames.h"
#include "project/Entities.h"
#include "project/FreeTexts.h"
#include "project/Notices.h"

#include <QString>

#include <optional>
#include <vector>

namespace winnow::ui {

/// What was found out about a record, as its page shows it: notices over the title, quiet marks in title and abstract,
/// beside the links where its full text is free to read.
struct ReaderFindings {
    struct Line {
        QString text;
        bool grave = false; ///< retracted, or an expression of concern
    };
    std::vector<Line> notices;
    EntityNames marks;
    std::vector<QString> tips; ///< by the number that `marks` knows
    QString freePlace; ///< a web address; empty: none is known
};
[[nodiscard]] ReaderFindings findingsOf(const std::vector<RecordNotice>& notices,
                                        const std::vector<EntityMention>& entities,
                                        const std::optional<FreeText>& free = {});

/// A stretch of a text, in its own units, and the tip that stands over it; none: plain.
struct MarkedStretch {
    QString text;
    QString tip;

    bool operator==(const MarkedStretch&) const = default;
};
/// The text in pieces: all of it, in order.
[[nodiscard]] std::vector<MarkedStretch> markedText(const QString& text, const ReaderFindings& findings);

} // namespace winnow::ui
