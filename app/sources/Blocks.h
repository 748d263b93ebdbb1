// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace winnow::sources {

/// One idea of the question (population, intervention …) in all the words for it. Any word of a block will do; all
/// blocks have to be met.
struct Block {
    QString name;
    QStringList terms; ///< words and phrases, "walk*" for all that begins so
    QStringList headings; ///< subject headings (MeSH)

    bool operator==(const Block&) const = default;
    [[nodiscard]] bool isEmpty() const { return terms.isEmpty() && headings.isEmpty(); }
};

/// The blocks in a database's own syntax, to be edited further; `warnings` says what it cannot express. Empty blocks
/// are left out.
[[nodiscard]] QString written(const std::vector<Block>& blocks, QStringView service, QStringList& warnings);

} // namespace winnow::sources
