// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace winnow::ui {

/// A paragraph of an abstract with the label it carries ("BACKGROUND"), if any.
struct AbstractSection {
    QString label;
    QString text;

    bool operator==(const AbstractSection&) const = default;
};

/// Takes a structured abstract apart. A label is a short stretch of capitals with a colon at the start of a sentence
/// or line, or one of the usual heads ("Methods:") there; everything else stays text. Nothing but white space and the
/// colons of labels is lost.
[[nodiscard]] std::vector<AbstractSection> abstractSections(const QString& abstract);

} // namespace winnow::ui
