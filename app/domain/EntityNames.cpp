// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/EntityNames.h"

#include <algorithm>

namespace winnow {
namespace {

constexpr std::size_t shortName = 4;
constexpr std::size_t longestName = 120;

/// Bytes beyond ASCII count as letters: a name never ends within a character.
bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

std::string foldedName(std::string_view written)
{
    std::string folded(written);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return folded;
}

std::string keyOfName(std::string_view written)
{
    return written.size() <= shortName ? std::string(written) : foldedName(written);
}

} // namespace

void EntityNames::learn(const std::string& name, qint64 what, qint64 times)
{
    if (name.size() < 2 || name.size() > longestName || !isWordByte(name.front()))
        return;
    Meaning& meaning = m_names[keyOfName(name)];
    if (times > meaning.times)
        meaning = {what, times};
    m_longest = std::max(m_longest, name.size());
}

const EntityNames::Meaning* EntityNames::meaningOf(std::string_view written) const
{
    const auto found = m_names.find(keyOfName(written));
    return found == m_names.end() ? nullptr : &found->second;
}

std::vector<NamedStretch> EntityNames::in(std::string_view text) const
{
    std::vector<NamedStretch> found;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = isWordByte(text[at]) && (at == 0 || !isWordByte(text[at - 1]));
        if (!begins) {
            ++at;
            continue;
        }
        std::size_t length = 0;
        qint64 what = 0;
        const std::size_t last = std::min(text.size(), at + m_longest);
        for (std::size_t end = at + 1; end <= last; ++end) {
            const bool ends = end == text.size() || !isWordByte(text[end]) || !isWordByte(text[end - 1]);
            if (!ends)
                continue;
            if (const Meaning* meaning = meaningOf(text.substr(at, end - at))) {
                length = end - at;
                what = meaning->what;
            }
        }
        if (length > 0)
            found.push_back({at, length, what});
        at += std::max<std::size_t>(length, 1);
    }
    return found;
}

} // namespace winnow
