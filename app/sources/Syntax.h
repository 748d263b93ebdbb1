// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <span>

/// The query languages of the databases, as data: what help and checks say of them and how blocks are written in them.
namespace winnow::sources {

/// A field tag, code or operator, as it is typed.
struct FieldTag {
    const char* text;
    const char* meaning; ///< translated in the context "Words"
};

struct Syntax {
    const char* service;
    /// How fields are named: "stroke[tiab]", "TITLE:stroke", "TITLE(stroke)", "AREA[Phase]PHASE3".
    enum class Fields { None, Brackets, Colon, Call, Area };
    Fields fields = Fields::None;
    const char* word; ///< a word or phrase of a block: "%1[tiab]"
    const char* heading; ///< a subject heading of a block; "": sought as words
    const char* alternatives; ///< around words joined by OR
    bool booleans = true; ///< AND, OR and NOT mean something
    bool stars = true; ///< knows walk*
    bool starsInPhrases = true;
    int lettersBeforeStar = 1;
    const char* mixed; ///< which of AND and OR binds where there are no brackets; "": they must be written
    std::span<const FieldTag> tags; ///< the most useful ones, for help
    std::span<const char* const> known = {}; ///< other tags that are right, in small letters; empty: not checked
};

/// nullptr: no such service.
[[nodiscard]] const Syntax* syntaxOf(QStringView service);

} // namespace winnow::sources
