// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow {

/// A stretch of a text, in bytes, and what it names.
struct NamedStretch {
    std::size_t from = 0;
    std::size_t length = 0;
    qint64 what = 0;

    bool operator==(const NamedStretch&) const = default;
};

/// Names, looked for in texts: whole words only, the longest name that begins at a word, whatever the case, except that
/// short names (up to four letters: "MS", "WAS") must be written as they were learnt. A name that was learnt for
/// several things is the one's that it stood for most often. Linear in the text.
class EntityNames {
public:
    /// `times`: how often the name stood for it.
    void learn(const std::string& name, qint64 what, qint64 times = 1);
    [[nodiscard]] bool empty() const { return m_names.empty(); }
    [[nodiscard]] std::vector<NamedStretch> in(std::string_view text) const;

private:
    struct Meaning {
        qint64 what = 0;
        qint64 times = 0;
    };
    [[nodiscard]] const Meaning* meaningOf(std::string_view written) const;

    std::unordered_map<std::string, Meaning> m_names; ///< by folded name, or as written if it is short
    std::size_t m_longest = 0; ///< bytes of the longest name
};

} // namespace winnow
