// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/FilterWords.h"

#include "sources/Asking.h"

#include <array>

namespace winnow::sources {
namespace {

using enum FilterKind;

constexpr std::array rows{
    FilterWord{Language, "eng", QT_TRANSLATE_NOOP("Words", "English"), "english[la]", "LANG:eng", "LANGUAGE(english)",
               "en"},
    FilterWord{Language, "chi", QT_TRANSLATE_NOOP("Words", "Chinese"), "chinese[la]", "LANG:chi", "LANGUAGE(chinese)",
               "zh"},
    FilterWord{Language, "fre", QT_TRANSLATE_NOOP("Words", "French"), "french[la]", "LANG:fre", "LANGUAGE(french)",
               "fr"},
    FilterWord{Language, "ger", QT_TRANSLATE_NOOP("Words", "German"), "german[la]", "LANG:ger", "LANGUAGE(german)",
               "de"},
    FilterWord{Language, "ita", QT_TRANSLATE_NOOP("Words", "Italian"), "italian[la]", "LANG:ita", "LANGUAGE(italian)",
               "it"},
    FilterWord{Language, "jpn", QT_TRANSLATE_NOOP("Words", "Japanese"), "japanese[la]", "LANG:jpn",
               "LANGUAGE(japanese)", "ja"},
    FilterWord{Language, "por", QT_TRANSLATE_NOOP("Words", "Portuguese"), "portuguese[la]", "LANG:por",
               "LANGUAGE(portuguese)", "pt"},
    FilterWord{Language, "rus", QT_TRANSLATE_NOOP("Words", "Russian"), "russian[la]", "LANG:rus", "LANGUAGE(russian)",
               "ru"},
    FilterWord{Language, "spa", QT_TRANSLATE_NOOP("Words", "Spanish"), "spanish[la]", "LANG:spa", "LANGUAGE(spanish)",
               "es"},
    FilterWord{Type, "trial", QT_TRANSLATE_NOOP("Words", "Randomised trial"), "randomized controlled trial[pt]",
               "PUB_TYPE:\"Randomized Controlled Trial\"", "", "", "",
               "(AREA[StudyType]INTERVENTIONAL AND AREA[DesignAllocation]RANDOMIZED)"},
    FilterWord{Type, "observational", QT_TRANSLATE_NOOP("Words", "Observational study"), "observational study[pt]",
               "PUB_TYPE:\"Observational Study\"", "", "", "", "AREA[StudyType]OBSERVATIONAL"},
    FilterWord{Type, "systematic-review", QT_TRANSLATE_NOOP("Words", "Systematic review"), "systematic review[pt]",
               "PUB_TYPE:\"Systematic Review\""},
    FilterWord{Type, "review", QT_TRANSLATE_NOOP("Words", "Review"), "review[pt]", "PUB_TYPE:\"Review\"", "DOCTYPE(re)",
               "review"},
    FilterWord{Type, "article", QT_TRANSLATE_NOOP("Words", "Journal article"), "journal article[pt]",
               "PUB_TYPE:\"Journal Article\"", "DOCTYPE(ar)", "article", "journal-article"},
    FilterWord{Type, "conference", QT_TRANSLATE_NOOP("Words", "Conference paper"), "", "", "DOCTYPE(cp)", "",
               "proceedings-article"},
    FilterWord{Type, "preprint", QT_TRANSLATE_NOOP("Words", "Preprint"), "preprint[pt]", "SRC:PPR", "", "preprint",
               "posted-content"},
};

} // namespace

std::span<const FilterWord> filterWords()
{
    return rows;
}

const FilterWord* findFilterWord(FilterKind kind, QStringView id)
{
    for (const FilterWord& word : rows) {
        if (word.kind == kind && id.compare(QLatin1String(word.id), Qt::CaseInsensitive) == 0)
            return &word;
    }
    return nullptr;
}

QString wordIn(const FilterWord& word, QLatin1String service)
{
    const std::pair<const char*, const char*> said[]
        = {{"pubmed", word.pubmed},     {"europepmc", word.europePmc}, {"scopus", word.scopus},
           {"openalex", word.openAlex}, {"crossref", word.crossref},   {"clinicaltrials", word.trials}};
    for (const auto& [id, text] : said) {
        if (service == QLatin1String(id))
            return QString::fromLatin1(text);
    }
    return {};
}

QStringList filterTexts(FilterKind kind, const QStringList& ids, QLatin1String service, const QString& pattern)
{
    QStringList texts;
    for (const QString& id : ids) {
        const FilterWord* word = findFilterWord(kind, id);
        const QString text = word ? wordIn(*word, service) : QString();
        if (!text.isEmpty())
            texts.append(pattern.arg(text));
    }
    return texts;
}

QString anyOf(const QStringList& texts)
{
    const QString joined = texts.join(QStringLiteral(" OR "));
    return texts.size() > 1 ? QLatin1Char('(') + joined + QLatin1Char(')') : joined;
}

QString filterClause(const Filters& filters, QLatin1String service)
{
    QString clause;
    for (const auto& [kind, ids] :
         {std::pair(FilterKind::Language, filters.languages), std::pair(FilterKind::Type, filters.types)}) {
        const QString any = anyOf(filterTexts(kind, ids, service, QStringLiteral("%1")));
        if (!any.isEmpty())
            clause += QStringLiteral(" AND ") + any;
    }
    return clause;
}

void lackingFilters(const Filters& filters, QLatin1String service, const QString& name, QStringList& warnings)
{
    QStringList lacking;
    for (const auto& [kind, ids] :
         {std::pair(FilterKind::Language, filters.languages), std::pair(FilterKind::Type, filters.types)}) {
        for (const QString& id : ids) {
            const FilterWord* word = findFilterWord(kind, id);
            if (word && wordIn(*word, service).isEmpty())
                lacking.append(words(word->name));
        }
    }
    if (!lacking.isEmpty())
        warnings.append(words(QT_TRANSLATE_NOOP("Words", "%1 cannot filter by “%2”: it was left out."))
                            .arg(name, lacking.join(QStringLiteral("”, “"))));
}

} // namespace winnow::sources
