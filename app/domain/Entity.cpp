// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Entity.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow {
namespace {

struct EntityWord {
    EntityKind kind;
    const char* id;
    const char* plural;
};
constexpr std::array entityWords{
    EntityWord{EntityKind::Gene, "gene", QT_TRANSLATE_NOOP("Words", "Genes and proteins")},
    EntityWord{EntityKind::Chemical, "chemical", QT_TRANSLATE_NOOP("Words", "Chemicals")},
    EntityWord{EntityKind::Disease, "disease", QT_TRANSLATE_NOOP("Words", "Diseases")},
    EntityWord{EntityKind::Species, "species", QT_TRANSLATE_NOOP("Words", "Species")},
    EntityWord{EntityKind::Variant, "variant", QT_TRANSLATE_NOOP("Words", "Variants")},
    EntityWord{EntityKind::CellLine, "cell-line", QT_TRANSLATE_NOOP("Words", "Cell lines")},
};

const EntityWord& wordFor(EntityKind kind)
{
    const auto found = std::find_if(entityWords.begin(), entityWords.end(),
                                    [&](const EntityWord& word) { return word.kind == kind; });
    return found == entityWords.end() ? entityWords.front() : *found;
}

bool digitsOnly(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

/// Identifiers come from a service and go into an address: letters, digits and few signs.
bool isPlain(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-';
    });
}

QString termUrl(const std::string& id)
{
    const auto colon = id.find(':');
    const std::string number = colon == std::string::npos ? std::string() : id.substr(colon + 1);
    if (!isPlain(number))
        return {};
    if (id.starts_with("MESH:"))
        return QStringLiteral("https://meshb.nlm.nih.gov/record/ui?ui=") + QString::fromStdString(number);
    if (id.starts_with("OMIM:"))
        return QStringLiteral("https://omim.org/entry/") + QString::fromStdString(number);
    return {};
}

} // namespace

QString entityUrl(EntityKind kind, const std::string& id)
{
    const QString text = QString::fromStdString(id);
    switch (kind) {
    case EntityKind::Gene:
        return digitsOnly(id) ? QStringLiteral("https://www.ncbi.nlm.nih.gov/gene/") + text : QString();
    case EntityKind::Chemical:
    case EntityKind::Disease: return termUrl(id);
    case EntityKind::Species:
        return digitsOnly(id) ? QStringLiteral("https://www.ncbi.nlm.nih.gov/Taxonomy/Browser/wwwtax.cgi?id=") + text
                              : QString();
    case EntityKind::Variant:
        return id.starts_with("rs") && digitsOnly(id.substr(2))
            ? QStringLiteral("https://www.ncbi.nlm.nih.gov/snp/") + text
            : QString();
    case EntityKind::CellLine:
        return id.starts_with("CVCL_") && isPlain(id) ? QStringLiteral("https://www.cellosaurus.org/") + text
                                                      : QString();
    }
    return {};
}

std::optional<EntityKind> entityKindOf(std::string_view pubtator)
{
    const QString word = QString::fromUtf8(pubtator.data(), qsizetype(pubtator.size())).toLower();
    if (word == QLatin1String("gene") || word == QLatin1String("protein"))
        return EntityKind::Gene;
    if (word == QLatin1String("chemical"))
        return EntityKind::Chemical;
    if (word == QLatin1String("disease"))
        return EntityKind::Disease;
    if (word == QLatin1String("species"))
        return EntityKind::Species;
    if (word == QLatin1String("variant") || word.endsWith(QLatin1String("mutation")) || word == QLatin1String("snp"))
        return EntityKind::Variant;
    if (word == QLatin1String("cellline"))
        return EntityKind::CellLine;
    return std::nullopt;
}

QString words::idOf(EntityKind kind)
{
    return QString::fromLatin1(wordFor(kind).id);
}

std::optional<EntityKind> words::parseEntityKind(QStringView word)
{
    for (const EntityWord& known : entityWords) {
        if (word.compare(QLatin1String(known.id), Qt::CaseInsensitive) == 0)
            return known.kind;
    }
    return std::nullopt;
}

QString words::pluralOf(EntityKind kind)
{
    return QCoreApplication::translate("Words", wordFor(kind).plural);
}

} // namespace winnow
