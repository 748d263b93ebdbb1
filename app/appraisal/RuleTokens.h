// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Rule.h"

namespace winnow::appraisal {

/// One word, sign or quoted text of a rule.
struct RuleToken {
    enum class Kind { Word, Quoted, Comma, Open, Close, Broken, End };
    Kind kind = Kind::End;
    QString text;
    int at = 0; ///< character, from 1

    /// A word of the language; case does not count.
    [[nodiscard]] bool is(const char* word) const
    {
        return kind == Kind::Word && text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0;
    }
};

/// The tokens of a text; the last one is End. A quote that never closes is Broken.
[[nodiscard]] std::vector<RuleToken> tokensOf(const QString& text);
/// "any of", "no domain", "at least", "exactly" …: a test of several begins here.
[[nodiscard]] bool startsGroup(const std::vector<RuleToken>& tokens, std::size_t at);
/// A word that no unquoted value holds.
[[nodiscard]] bool endsValue(const RuleToken& token);
/// A value as a rule writes it: quoted if it would be misread.
[[nodiscard]] QString quotedIfNeeded(const QString& value);

} // namespace winnow::appraisal
