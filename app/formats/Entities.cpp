// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Entities.h"

#include "formats/Text.h"
#include "formats/Utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::size_t longestName = 10;

/// The names of HTML for U+00A0 to U+00FF, in the order of the characters.
constexpr std::array<string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
/// Of U+03B1 to U+03C9; in capitals they are U+0391 to U+03A9.
constexpr std::array<string_view, 25> greek{
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigmaf",  "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};

struct Named {
    string_view name;
    char32_t character;
};
constexpr std::array others{
    Named{"amp", '&'},       Named{"lt", '<'},        Named{"gt", '>'},        Named{"quot", '"'},
    Named{"apos", '\''},     Named{"ndash", 0x2013},  Named{"mdash", 0x2014},  Named{"lsquo", 0x2018},
    Named{"rsquo", 0x2019},  Named{"sbquo", 0x201A},  Named{"ldquo", 0x201C},  Named{"rdquo", 0x201D},
    Named{"bdquo", 0x201E},  Named{"hellip", 0x2026}, Named{"bull", 0x2022},   Named{"prime", 0x2032},
    Named{"trade", 0x2122},  Named{"larr", 0x2190},   Named{"rarr", 0x2192},   Named{"minus", 0x2212},
    Named{"asymp", 0x2248},  Named{"ne", 0x2260},     Named{"le", 0x2264},     Named{"ge", 0x2265},
    Named{"thinsp", 0x2009}, Named{"ensp", 0x2002},   Named{"emsp", 0x2003},   Named{"euro", 0x20AC},
    Named{"OElig", 0x0152},  Named{"oelig", 0x0153},  Named{"Scaron", 0x0160}, Named{"scaron", 0x0161},
    Named{"infin", 0x221E},  Named{"permil", 0x2030},
};

template <std::size_t N> char32_t placeIn(const std::array<string_view, N>& list, string_view name, char32_t first)
{
    const auto found = std::find(list.begin(), list.end(), name);
    return found == list.end() ? 0 : first + static_cast<char32_t>(found - list.begin());
}

char32_t numbered(string_view digits)
{
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    digits.remove_prefix(hex ? 1 : 0);
    unsigned number = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number, hex ? 16 : 10);
    const bool whole = error == std::errc() && stop == end && !digits.empty();
    return whole && number >= 0x20 && number <= 0x10FFFF ? char32_t(number) : 0;
}

/// 0: it is none.
char32_t characterOf(string_view name)
{
    if (name.starts_with('#'))
        return numbered(name.substr(1));
    for (const Named& other : others) {
        if (other.name == name)
            return other.character;
    }
    if (const char32_t c = placeIn(latin, name, 0xA0))
        return c;
    if (const char32_t c = placeIn(greek, name, 0x3B1))
        return c;
    const std::string small = lowered(name.substr(0, 1)) + std::string(name.substr(1));
    return isUpper(name.front()) ? placeIn(greek, small, 0x391) : 0;
}

std::string decoded(string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (true) {
        const auto at = text.find('&');
        out += text.substr(0, at);
        if (at == npos)
            return out;
        text.remove_prefix(at + 1);
        const auto end = text.substr(0, longestName).find(';');
        const char32_t c = end == npos || end == 0 ? 0 : characterOf(text.substr(0, end));
        if (c == 0) {
            out += '&';
            continue;
        }
        appendCodePoint(out, c == 0xA0 ? U' ' : c);
        text.remove_prefix(end + 1);
    }
}

} // namespace

bool hasEntities(string_view text)
{
    for (auto at = text.find('&'); at != npos; at = text.find('&', at + 1)) {
        const auto end = text.substr(at + 1, longestName).find(';');
        if (end != npos && end > 0 && characterOf(text.substr(at + 1, end)) != 0)
            return true;
    }
    return false;
}

std::string withoutEntities(string_view text)
{
    std::string once = decoded(text);
    return hasEntities(once) ? decoded(once) : once;
}

} // namespace winnow::formats
