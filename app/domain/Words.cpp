// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"

#include <QCoreApplication>

#include <array>

namespace winnow::words {

namespace {

/// One value, its stable word, and what the window calls it.
template <class Enum> struct Entry {
    Enum value;
    const char* word;
    const char* name;
};

constexpr std::array stages{
    Entry<Stage>{Stage::Title, "title", QT_TRANSLATE_NOOP("Words", "Title and abstract")},
    Entry<Stage>{Stage::Fulltext, "fulltext", QT_TRANSLATE_NOOP("Words", "Full text")},
};

constexpr std::array verdicts{
    Entry<Verdict>{Verdict::None, "none", QT_TRANSLATE_NOOP("Words", "Not voted")},
    Entry<Verdict>{Verdict::Include, "include", QT_TRANSLATE_NOOP("Words", "Include")},
    Entry<Verdict>{Verdict::Exclude, "exclude", QT_TRANSLATE_NOOP("Words", "Exclude")},
    Entry<Verdict>{Verdict::Maybe, "maybe", QT_TRANSLATE_NOOP("Words", "Maybe")},
};

constexpr std::array places{
    Entry<Place>{Place::AwaitingScreening, "awaiting-screening", QT_TRANSLATE_NOOP("Words", "Awaiting screening")},
    Entry<Place>{Place::TitleConflict, "title-conflict", QT_TRANSLATE_NOOP("Words", "Conflict at title and abstract")},
    Entry<Place>{Place::RemovedAutomation, "removed-automation",
                 QT_TRANSLATE_NOOP("Words", "Removed before screening by automation")},
    Entry<Place>{Place::RemovedOther, "removed-other",
                 QT_TRANSLATE_NOOP("Words", "Removed before screening for other reasons")},
    Entry<Place>{Place::TitleExcluded, "title-excluded", QT_TRANSLATE_NOOP("Words", "Excluded at title and abstract")},
    Entry<Place>{Place::Sought, "sought", QT_TRANSLATE_NOOP("Words", "Full text sought")},
    Entry<Place>{Place::Requested, "requested", QT_TRANSLATE_NOOP("Words", "Full text requested")},
    Entry<Place>{Place::NotRetrieved, "not-retrieved", QT_TRANSLATE_NOOP("Words", "Full text not retrieved")},
    Entry<Place>{Place::AwaitingAssessment, "awaiting-assessment", QT_TRANSLATE_NOOP("Words", "Awaiting assessment")},
    Entry<Place>{Place::FulltextConflict, "fulltext-conflict", QT_TRANSLATE_NOOP("Words", "Conflict at full text")},
    Entry<Place>{Place::ReasonsDiffer, "reasons-differ", QT_TRANSLATE_NOOP("Words", "Excluded, reasons differ")},
    Entry<Place>{Place::FulltextExcluded, "fulltext-excluded", QT_TRANSLATE_NOOP("Words", "Excluded at full text")},
    Entry<Place>{Place::Included, "included", QT_TRANSLATE_NOOP("Words", "Included")},
    Entry<Place>{Place::AwaitingClassification, "awaiting-classification",
                 QT_TRANSLATE_NOOP("Words", "Awaiting classification")},
    Entry<Place>{Place::Ongoing, "ongoing", QT_TRANSLATE_NOOP("Words", "Ongoing study")},
};

constexpr std::array sourceKinds{
    Entry<SourceKind>{SourceKind::Database, "databases", QT_TRANSLATE_NOOP("Words", "Database")},
    Entry<SourceKind>{SourceKind::Register, "registers", QT_TRANSLATE_NOOP("Words", "Register")},
    Entry<SourceKind>{SourceKind::Website, "websites", QT_TRANSLATE_NOOP("Words", "Website")},
    Entry<SourceKind>{SourceKind::Organisation, "organisations", QT_TRANSLATE_NOOP("Words", "Organisation")},
    Entry<SourceKind>{SourceKind::Citation, "citations", QT_TRANSLATE_NOOP("Words", "Citation searching")},
    Entry<SourceKind>{SourceKind::Other, "other", QT_TRANSLATE_NOOP("Words", "Other method")},
};

constexpr std::array roles{
    Entry<Role>{Role::Lead, "lead", QT_TRANSLATE_NOOP("Words", "Lead")},
    Entry<Role>{Role::Reviewer, "reviewer", QT_TRANSLATE_NOOP("Words", "Reviewer")},
    Entry<Role>{Role::Resolver, "resolver", QT_TRANSLATE_NOOP("Words", "Resolver")},
    Entry<Role>{Role::Librarian, "librarian", QT_TRANSLATE_NOOP("Words", "Librarian")},
    Entry<Role>{Role::Reader, "reader", QT_TRANSLATE_NOOP("Words", "Reader")},
};

constexpr std::array retrievals{
    Entry<Retrieval>{Retrieval::Sought, "sought", QT_TRANSLATE_NOOP("Words", "Sought")},
    Entry<Retrieval>{Retrieval::Requested, "requested", QT_TRANSLATE_NOOP("Words", "Requested")},
    Entry<Retrieval>{Retrieval::Received, "received", QT_TRANSLATE_NOOP("Words", "Received")},
    Entry<Retrieval>{Retrieval::NotRetrieved, "not-retrieved", QT_TRANSLATE_NOOP("Words", "Not retrieved")},
};

constexpr std::array ticks{
    Entry<Tick>{Tick::Unset, "unset", QT_TRANSLATE_NOOP("Words", "Not answered")},
    Entry<Tick>{Tick::Yes, "yes", QT_TRANSLATE_NOOP("Words", "Yes")},
    Entry<Tick>{Tick::No, "no", QT_TRANSLATE_NOOP("Words", "No")},
    Entry<Tick>{Tick::Unclear, "unclear", QT_TRANSLATE_NOOP("Words", "Unclear")},
};

constexpr std::array classifications{
    Entry<Classification>{Classification::None, "none", QT_TRANSLATE_NOOP("Words", "Not classified apart")},
    Entry<Classification>{Classification::Awaiting, "awaiting", QT_TRANSLATE_NOOP("Words", "Awaiting classification")},
    Entry<Classification>{Classification::Ongoing, "ongoing", QT_TRANSLATE_NOOP("Words", "Ongoing study")},
};

constexpr std::array fields{
    Entry<Field>{Field::Title, "title", QT_TRANSLATE_NOOP("Words", "Title")},
    Entry<Field>{Field::Abstract, "abstract", QT_TRANSLATE_NOOP("Words", "Abstract")},
    Entry<Field>{Field::Authors, "authors", QT_TRANSLATE_NOOP("Words", "Authors")},
    Entry<Field>{Field::Year, "year", QT_TRANSLATE_NOOP("Words", "Year")},
    Entry<Field>{Field::Journal, "journal", QT_TRANSLATE_NOOP("Words", "Journal")},
    Entry<Field>{Field::Volume, "volume", QT_TRANSLATE_NOOP("Words", "Volume")},
    Entry<Field>{Field::Issue, "issue", QT_TRANSLATE_NOOP("Words", "Issue")},
    Entry<Field>{Field::Pages, "pages", QT_TRANSLATE_NOOP("Words", "Pages")},
    Entry<Field>{Field::Doi, "doi", QT_TRANSLATE_NOOP("Words", "DOI")},
    Entry<Field>{Field::Pmid, "pmid", QT_TRANSLATE_NOOP("Words", "PubMed ID")},
    Entry<Field>{Field::Pmcid, "pmcid", QT_TRANSLATE_NOOP("Words", "PubMed Central ID")},
    Entry<Field>{Field::Nct, "nct", QT_TRANSLATE_NOOP("Words", "Trial registration")},
    Entry<Field>{Field::Keywords, "keywords", QT_TRANSLATE_NOOP("Words", "Keywords")},
    Entry<Field>{Field::Language, "language", QT_TRANSLATE_NOOP("Words", "Language")},
    Entry<Field>{Field::Type, "type", QT_TRANSLATE_NOOP("Words", "Type")},
    Entry<Field>{Field::Url, "url", QT_TRANSLATE_NOOP("Words", "Link")},
    Entry<Field>{Field::Issn, "issn", QT_TRANSLATE_NOOP("Words", "ISSN")},
    Entry<Field>{Field::Isbn, "isbn", QT_TRANSLATE_NOOP("Words", "ISBN")},
};

constexpr std::array setAsides{
    Entry<SetAside::By>{SetAside::By::None, "none", QT_TRANSLATE_NOOP("Words", "Not removed")},
    Entry<SetAside::By>{SetAside::By::Automation, "automation", QT_TRANSLATE_NOOP("Words", "By automation")},
    Entry<SetAside::By>{SetAside::By::Other, "other", QT_TRANSLATE_NOOP("Words", "For other reasons")},
};

constexpr std::array unreadables{
    Entry<Unreadable::Why>{Unreadable::Why::NoTitle, "no-title", QT_TRANSLATE_NOOP("Words", "it has no title")},
    Entry<Unreadable::Why>{Unreadable::Why::NotAnEntry, "not-an-entry",
                           QT_TRANSLATE_NOOP("Words", "it is not an entry of this format")},
    Entry<Unreadable::Why>{Unreadable::Why::Truncated, "truncated",
                           QT_TRANSLATE_NOOP("Words", "it breaks off before its end")},
    Entry<Unreadable::Why>{Unreadable::Why::BadMarkup, "bad-markup",
                           QT_TRANSLATE_NOOP("Words", "its markup is broken")},
    Entry<Unreadable::Why>{Unreadable::Why::WrongColumnCount, "wrong-column-count",
                           QT_TRANSLATE_NOOP("Words", "it has more or fewer columns than the head")},
    Entry<Unreadable::Why>{Unreadable::Why::BadEncoding, "bad-encoding",
                           QT_TRANSLATE_NOOP("Words", "its characters are not in the file's encoding")},
    Entry<Unreadable::Why>{Unreadable::Why::Damaged, "damaged",
                           QT_TRANSLATE_NOOP("Words",
                                             "the packed file breaks off or is damaged here: what stood behind "
                                             "it is missing, so get the file again")},
};

constexpr std::array resolveRules{
    Entry<ResolveRule>{ResolveRule::Discussion, "discussion", QT_TRANSLATE_NOOP("Words", "By discussion")},
    Entry<ResolveRule>{ResolveRule::NamedResolvers, "resolvers", QT_TRANSLATE_NOOP("Words", "By named resolvers")},
    Entry<ResolveRule>{ResolveRule::IncludeWins, "include-wins", QT_TRANSLATE_NOOP("Words", "An include wins")},
};

constexpr std::array pilotStates{
    Entry<PilotRound::State>{PilotRound::State::None, "none", QT_TRANSLATE_NOOP("Words", "Not begun")},
    Entry<PilotRound::State>{PilotRound::State::Running, "running", QT_TRANSLATE_NOOP("Words", "Running")},
    Entry<PilotRound::State>{PilotRound::State::Go, "go", QT_TRANSLATE_NOOP("Words", "Go")},
    Entry<PilotRound::State>{PilotRound::State::Refine, "refine", QT_TRANSLATE_NOOP("Words", "Refine the criteria")},
};

template <class Table, class Enum> QString nameIn(const Table& table, Enum value)
{
    for (const auto& entry : table) {
        if (entry.value == value)
            return QCoreApplication::translate("Words", entry.name);
    }
    return {};
}

template <class Table, class Enum> QString wordIn(const Table& table, Enum value)
{
    for (const auto& entry : table) {
        if (entry.value == value)
            return QString::fromLatin1(entry.word);
    }
    return {};
}

template <class Enum, class Table> std::optional<Enum> parseIn(const Table& table, QStringView word)
{
    const QStringView bare = word.trimmed();
    for (const auto& entry : table) {
        if (bare.compare(QLatin1String(entry.word), Qt::CaseInsensitive) == 0)
            return entry.value;
    }
    return std::nullopt;
}

} // namespace

QString name(Stage stage)
{
    return nameIn(stages, stage);
}
QString name(Verdict verdict)
{
    return nameIn(verdicts, verdict);
}
QString name(Place place)
{
    return nameIn(places, place);
}
QString name(SourceKind kind)
{
    return nameIn(sourceKinds, kind);
}
QString name(Role role)
{
    return nameIn(roles, role);
}
QString name(Retrieval state)
{
    return nameIn(retrievals, state);
}
QString name(Tick tick)
{
    return nameIn(ticks, tick);
}
QString name(Classification classification)
{
    return nameIn(classifications, classification);
}
QString name(Field field)
{
    return nameIn(fields, field);
}
QString name(Unreadable::Why why)
{
    return nameIn(unreadables, why);
}

QString name(ResolveRule rule)
{
    return nameIn(resolveRules, rule);
}
QString name(PilotRound::State state)
{
    return nameIn(pilotStates, state);
}
QString pilotName(int number)
{
    return QCoreApplication::translate("Words", "Pilot round %1").arg(number);
}

QString name(Roles several)
{
    QStringList names;
    for (const auto& entry : roles) {
        if (several.testFlag(entry.value))
            names << QCoreApplication::translate("Words", entry.name);
    }
    return names.isEmpty() ? QCoreApplication::translate("Words", "no role") : names.join(QStringLiteral(", "));
}

QString wordOf(Stage stage)
{
    return wordIn(stages, stage);
}
QString wordOf(Verdict verdict)
{
    return wordIn(verdicts, verdict);
}
QString wordOf(Place place)
{
    return wordIn(places, place);
}
QString wordOf(SourceKind kind)
{
    return wordIn(sourceKinds, kind);
}
QString wordOf(Role role)
{
    return wordIn(roles, role);
}
QString wordOf(Retrieval state)
{
    return wordIn(retrievals, state);
}
QString wordOf(Tick tick)
{
    return wordIn(ticks, tick);
}
QString wordOf(Classification classification)
{
    return wordIn(classifications, classification);
}
QString wordOf(Field field)
{
    return wordIn(fields, field);
}
QString wordOf(SetAside::By by)
{
    return wordIn(setAsides, by);
}
QString wordOf(Unreadable::Why why)
{
    return wordIn(unreadables, why);
}

QString wordOf(ResolveRule rule)
{
    return wordIn(resolveRules, rule);
}
QString wordOf(PilotRound::State state)
{
    return wordIn(pilotStates, state);
}

std::optional<ResolveRule> parseResolveRule(QStringView word)
{
    return parseIn<ResolveRule>(resolveRules, word);
}

std::optional<Stage> parseStage(QStringView word)
{
    return parseIn<Stage>(stages, word);
}

std::optional<Verdict> parseVerdict(QStringView word)
{
    const std::optional<Verdict> verdict = parseIn<Verdict>(verdicts, word);
    return verdict == Verdict::None ? std::nullopt : verdict;
}

std::optional<SourceKind> parseSourceKind(QStringView word)
{
    return parseIn<SourceKind>(sourceKinds, word);
}
std::optional<Role> parseRole(QStringView word)
{
    return parseIn<Role>(roles, word);
}
std::optional<Retrieval> parseRetrieval(QStringView word)
{
    return parseIn<Retrieval>(retrievals, word);
}
std::optional<Tick> parseTick(QStringView word)
{
    return parseIn<Tick>(ticks, word);
}
std::optional<Field> parseField(QStringView word)
{
    return parseIn<Field>(fields, word);
}
std::optional<SetAside::By> parseSetAside(QStringView word)
{
    return parseIn<SetAside::By>(setAsides, word);
}

std::optional<Classification> parseClassification(QStringView word)
{
    return parseIn<Classification>(classifications, word);
}

} // namespace winnow::words
