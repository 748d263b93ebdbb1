// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::words {
namespace {

/// One value, its stable word, and what the window calls it.
template <class Enum> struct Naming {
    Enum value;
    const char* word;
    const char* name;
};

constexpr std::array rules{
    Naming<JoinRule>{JoinRule::None, "none", QT_TRANSLATE_NOOP("Words", "the same entry of one source")},
    Naming<JoinRule>{JoinRule::Pmid, "pmid", QT_TRANSLATE_NOOP("Words", "PubMed ID")},
    Naming<JoinRule>{JoinRule::Doi, "doi", QT_TRANSLATE_NOOP("Words", "DOI")},
    Naming<JoinRule>{JoinRule::TitleYearAuthor, "title-year-author",
                     QT_TRANSLATE_NOOP("Words", "title, authors and year")},
    Naming<JoinRule>{JoinRule::TitleAndPages, "title-and-pages", QT_TRANSLATE_NOOP("Words", "title and pages")},
    Naming<JoinRule>{JoinRule::TitleAndJournal, "title-and-journal", QT_TRANSLATE_NOOP("Words", "title and journal")},
    Naming<JoinRule>{JoinRule::TitleAndAbstract, "title-and-abstract",
                     QT_TRANSLATE_NOOP("Words", "title and abstract")},
    Naming<JoinRule>{JoinRule::Score, "score", QT_TRANSLATE_NOOP("Words", "a lowered threshold")},
};

constexpr std::array doubts{
    Naming<PairDoubt>{PairDoubt::None, "none", QT_TRANSLATE_NOOP("Words", "Nothing speaks against it")},
    Naming<PairDoubt>{PairDoubt::Kind, "kind", QT_TRANSLATE_NOOP("Words", "They are different kinds of report")},
    Naming<PairDoubt>{PairDoubt::Notice, "notice",
                      QT_TRANSLATE_NOOP("Words", "One is a correction, comment, reply or protocol")},
    Naming<PairDoubt>{PairDoubt::Part, "part", QT_TRANSLATE_NOOP("Words", "Their titles name different numbers")},
    Naming<PairDoubt>{PairDoubt::Title, "title", QT_TRANSLATE_NOOP("Words", "Their titles have different words")},
    Naming<PairDoubt>{PairDoubt::Trial, "trial", QT_TRANSLATE_NOOP("Words", "They name different trials")},
    Naming<PairDoubt>{PairDoubt::Journal, "journal", QT_TRANSLATE_NOOP("Words", "They appeared in different journals")},
    Naming<PairDoubt>{PairDoubt::Pages, "pages", QT_TRANSLATE_NOOP("Words", "They begin on different pages")},
    Naming<PairDoubt>{PairDoubt::Volume, "volume", QT_TRANSLATE_NOOP("Words", "They stand in different volumes")},
    Naming<PairDoubt>{PairDoubt::Year, "year", QT_TRANSLATE_NOOP("Words", "They are more than a year apart")},
    Naming<PairDoubt>{PairDoubt::Authors, "authors", QT_TRANSLATE_NOOP("Words", "They have different authors")},
    Naming<PairDoubt>{PairDoubt::Pmid, "pmid", QT_TRANSLATE_NOOP("Words", "They have different PubMed IDs")},
    Naming<PairDoubt>{PairDoubt::Doi, "doi", QT_TRANSLATE_NOOP("Words", "They have different DOIs")},
    Naming<PairDoubt>{PairDoubt::Abstract, "abstract", QT_TRANSLATE_NOOP("Words", "Their abstracts differ")},
    Naming<PairDoubt>{PairDoubt::FewFields, "few-fields",
                      QT_TRANSLATE_NOOP("Words", "Too little is given to be certain")},
    Naming<PairDoubt>{PairDoubt::Chain, "chain",
                      QT_TRANSLATE_NOOP("Words", "Joining them would join others that contradict each other")},
};

struct AspectNames {
    Aspect aspect;
    const char* same;
    const char* alike;
    const char* different;
};

constexpr std::array aspects{
    AspectNames{Aspect::Title, QT_TRANSLATE_NOOP("Words", "the same title"),
                QT_TRANSLATE_NOOP("Words", "a similar title"), QT_TRANSLATE_NOOP("Words", "another title")},
    AspectNames{Aspect::Authors, QT_TRANSLATE_NOOP("Words", "the same authors"),
                QT_TRANSLATE_NOOP("Words", "some of the authors"), QT_TRANSLATE_NOOP("Words", "other authors")},
    AspectNames{Aspect::Year, QT_TRANSLATE_NOOP("Words", "the same year"), QT_TRANSLATE_NOOP("Words", "a year apart"),
                QT_TRANSLATE_NOOP("Words", "another year")},
    AspectNames{Aspect::Journal, QT_TRANSLATE_NOOP("Words", "the same journal"),
                QT_TRANSLATE_NOOP("Words", "perhaps the same journal"), QT_TRANSLATE_NOOP("Words", "another journal")},
    AspectNames{Aspect::Volume, QT_TRANSLATE_NOOP("Words", "the same volume"),
                QT_TRANSLATE_NOOP("Words", "the same volume"), QT_TRANSLATE_NOOP("Words", "another volume")},
    AspectNames{Aspect::Pages, QT_TRANSLATE_NOOP("Words", "the same first page"),
                QT_TRANSLATE_NOOP("Words", "pages that go together"), QT_TRANSLATE_NOOP("Words", "other pages")},
    AspectNames{Aspect::Abstract, QT_TRANSLATE_NOOP("Words", "the same abstract"),
                QT_TRANSLATE_NOOP("Words", "a related abstract"), QT_TRANSLATE_NOOP("Words", "another abstract")},
    AspectNames{Aspect::Doi, QT_TRANSLATE_NOOP("Words", "the same DOI"), QT_TRANSLATE_NOOP("Words", "the same DOI"),
                QT_TRANSLATE_NOOP("Words", "another DOI")},
    AspectNames{Aspect::Pmid, QT_TRANSLATE_NOOP("Words", "the same PubMed ID"),
                QT_TRANSLATE_NOOP("Words", "the same PubMed ID"), QT_TRANSLATE_NOOP("Words", "another PubMed ID")},
    AspectNames{Aspect::Trial, QT_TRANSLATE_NOOP("Words", "the same trial number"),
                QT_TRANSLATE_NOOP("Words", "the same trial number"),
                QT_TRANSLATE_NOOP("Words", "another trial number")},
};

/// Numbers in a log may come from a later version: what is not known here is the first entry, "none".
template <class List, class Enum> const auto& entryIn(const List& list, Enum value)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const auto& entry) { return entry.value == value; });
    return found == list.end() ? list.front() : *found;
}

QString translated(const char* text)
{
    return QCoreApplication::translate("Words", text);
}

} // namespace

QString name(JoinRule rule)
{
    return translated(entryIn(rules, rule).name);
}
QString name(PairDoubt doubt)
{
    return translated(entryIn(doubts, doubt).name);
}
QString wordOf(JoinRule rule)
{
    return QString::fromLatin1(entryIn(rules, rule).word);
}
QString wordOf(PairDoubt doubt)
{
    return QString::fromLatin1(entryIn(doubts, doubt).word);
}

QString name(AspectAccord accord)
{
    for (const AspectNames& names : aspects) {
        if (names.aspect != accord.aspect)
            continue;
        switch (accord.accord) {
        case Accord::Same: return translated(names.same);
        case Accord::Alike: return translated(names.alike);
        case Accord::Different: return translated(names.different);
        case Accord::Missing: break;
        }
    }
    return {};
}

} // namespace winnow::words
