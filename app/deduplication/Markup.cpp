// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deduplication/Markup.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace winnow::deduplication {
namespace {

struct Entity {
    std::u16string_view name;
    char16_t character;
};

/// Named entities as they occur in titles, by name. Accented letters are not listed: see `accented`.
constexpr std::array entities{
    Entity{u"AElig", u'Æ'},   Entity{u"Alpha", u'Α'},    Entity{u"Beta", u'Β'},   Entity{u"Delta", u'Δ'},
    Entity{u"ETH", u'Ð'},     Entity{u"Gamma", u'Γ'},    Entity{u"OElig", u'Œ'},  Entity{u"Omega", u'Ω'},
    Entity{u"Sigma", u'Σ'},   Entity{u"THORN", u'Þ'},    Entity{u"aelig", u'æ'},  Entity{u"alpha", u'α'},
    Entity{u"amp", u'&'},     Entity{u"apos", u'\''},    Entity{u"beta", u'β'},   Entity{u"bull", u'•'},
    Entity{u"chi", u'χ'},     Entity{u"copy", u'©'},     Entity{u"deg", u'°'},    Entity{u"delta", u'δ'},
    Entity{u"epsilon", u'ε'}, Entity{u"eta", u'η'},      Entity{u"eth", u'ð'},    Entity{u"gamma", u'γ'},
    Entity{u"ge", u'≥'},      Entity{u"gt", u'>'},       Entity{u"hellip", u'…'}, Entity{u"iota", u'ι'},
    Entity{u"kappa", u'κ'},   Entity{u"lambda", u'λ'},   Entity{u"ldquo", u'“'},  Entity{u"le", u'≤'},
    Entity{u"lsquo", u'‘'},   Entity{u"lt", u'<'},       Entity{u"mdash", u'—'},  Entity{u"micro", u'µ'},
    Entity{u"middot", u'·'},  Entity{u"minus", u'−'},    Entity{u"mu", u'μ'},     Entity{u"nbsp", u' '},
    Entity{u"ndash", u'–'},   Entity{u"nu", u'ν'},       Entity{u"oelig", u'œ'},  Entity{u"omega", u'ω'},
    Entity{u"phi", u'φ'},     Entity{u"pi", u'π'},       Entity{u"plusmn", u'±'}, Entity{u"psi", u'ψ'},
    Entity{u"quot", u'"'},    Entity{u"rdquo", u'”'},    Entity{u"reg", u'®'},    Entity{u"rho", u'ρ'},
    Entity{u"rsquo", u'’'},   Entity{u"shy", u'\u00ad'}, Entity{u"sigma", u'σ'},  Entity{u"szlig", u'ß'},
    Entity{u"tau", u'τ'},     Entity{u"theta", u'θ'},    Entity{u"thinsp", u' '}, Entity{u"times", u'×'},
    Entity{u"trade", u'™'},   Entity{u"upsilon", u'υ'},  Entity{u"xi", u'ξ'},     Entity{u"zeta", u'ζ'}};
static_assert(std::is_sorted(entities.begin(), entities.end(),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

/// "eacute" is an e: what is wanted of an accented letter here is its base letter.
std::optional<char16_t> accented(std::u16string_view name)
{
    constexpr std::array<std::u16string_view, 8> accents{u"acute", u"grave", u"circ",  u"uml",
                                                         u"tilde", u"cedil", u"caron", u"ring"};
    if (name == u"oslash" || name == u"Oslash")
        return u'o';
    const bool known = std::find(accents.begin(), accents.end(), name.substr(1)) != accents.end();
    return known ? std::optional(name.front()) : std::nullopt;
}

std::optional<QString> named(std::u16string_view name)
{
    const auto at = std::lower_bound(entities.begin(), entities.end(), name,
                                     [](const Entity& e, std::u16string_view n) { return e.name < n; });
    if (at != entities.end() && at->name == name)
        return QString(QChar(at->character));
    if (const auto letter = accented(name))
        return QString(QChar(*letter));
    return std::nullopt;
}

std::optional<QString> numbered(QStringView digits)
{
    const bool hex = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool ok = false;
    const uint code = hex ? digits.mid(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
    if (!ok || code == 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return std::nullopt;
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

/// The character that `body` (what stands between "&" and ";") means.
std::optional<QString> decoded(QStringView body)
{
    if (body.isEmpty())
        return std::nullopt;
    if (body.front() == u'#')
        return numbered(body.mid(1));
    return named(std::u16string_view(body.utf16(), std::size_t(body.size())));
}

QString entitiesDecoded(const QString& text)
{
    constexpr qsizetype longestName = 12;
    QString out;
    out.reserve(text.size());
    qsizetype from = 0;
    for (qsizetype at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at)) {
        const auto ahead = QStringView(text).mid(at, longestName);
        const qsizetype end = ahead.indexOf(u';');
        const auto character = end > 0 ? decoded(ahead.mid(1, end - 1)) : std::nullopt;
        out += QStringView(text).mid(from, at - from);
        out += character ? *character : QStringLiteral("&");
        at += character ? end + 1 : 1;
        from = at;
    }
    return out += QStringView(text).mid(from);
}

bool isNameCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u':' || c == u'-' || c == u'_';
}

/// Where the tag that starts at `from` ends (its ">"), or -1 if no tag starts there. After its name a tag has only
/// attributes, so that the "<" of "if x <y and z> 3" is none.
qsizetype tagEnd(const QString& text, qsizetype from)
{
    qsizetype i = from + 1;
    if (i < text.size() && text[i] == u'/')
        ++i;
    if (i >= text.size() || !text[i].isLetter())
        return -1;
    while (i < text.size() && isNameCharacter(text[i]))
        ++i;
    qsizetype end = i;
    while (end < text.size() && text[end] != u'>' && text[end] != u'<')
        ++end;
    if (end == text.size() || text[end] == u'<')
        return -1;
    const auto rest = QStringView(text).mid(i, end - i).trimmed();
    return rest.isEmpty() || rest == u"/" || rest.contains(u'=') ? end : -1;
}

QString tagsCut(const QString& text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text[i] == u'<' ? tagEnd(text, i) : -1;
        if (end < 0)
            out += text[i];
        else
            i = end;
    }
    return out;
}

} // namespace

QString withoutMarkup(const QString& text)
{
    QString out = text;
    if (out.contains(u'&'))
        out = entitiesDecoded(entitiesDecoded(out)); // "&amp;lt;" is common: encoded once by each of two programs
    return out.contains(u'<') ? tagsCut(out) : out;
}

} // namespace winnow::deduplication
