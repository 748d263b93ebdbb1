// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Rule.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

/// An instrument of critical appraisal as a value: what is asked, what can be answered, what follows. Any tool is made
/// of this; resources/instruments holds those that come with Winnow, in the JSON of InstrumentJson.h. Wordings are our
/// own paraphrases: `citation`, `guidance` and `licence` name the instrument they stand for.
namespace winnow::appraisal {

/// The id of the domain that holds the overall judgement; its rules may speak of the other domains.
inline constexpr QLatin1StringView overallId{"overall"};
/// The value of an item that is not asked.
inline constexpr QLatin1StringView notAsked{"NA"};

struct Answer {
    QString code; ///< what rules and files say: "PY", "a"
    QString label;
    std::optional<double> points; ///< none: it does not count towards a score
    QStringList also; ///< other ways in which tables write it

    bool operator==(const Answer&) const = default;
};

/// Answers that several items share.
struct AnswerSet {
    QString id;
    std::vector<Answer> answers;

    bool operator==(const AnswerSet&) const = default;
};

struct Item {
    QString id;
    QString question; ///< worded so that yes and no read without a double negative (rules.md G3)
    QString help;
    QStringList variants; ///< in which it is asked; empty: in all
    QString answerSet; ///< empty: `answers` are its own
    std::vector<Answer> answers;
    std::optional<Condition> askedIf; ///< none: always; otherwise it is passed over, and counts as NA
    int indent = 0; ///< how far it is moved in on the form, 0 to 4

    bool operator==(const Item&) const = default;
};

/// One judgement of a scale, and how it is drawn. Colours as "#rrggbb".
struct Level {
    QString name; ///< what rules, files and exports say: "Some concerns"
    QString label; ///< what the legend says: "Low risk"; never empty
    QString colour; ///< of the classic Cochrane palette
    QString safeColour; ///< of the colour-blind palette
    QString symbol; ///< one or two characters on the disc
    QString exportAs; ///< what robvis calls it; empty: the name
    bool ordered = true; ///< false: outside of the order, such as "No information" (rules.md G2)

    bool operator==(const Level&) const = default;
};

/// Judgements from the best to the worst.
struct Scale {
    QString id;
    std::vector<Level> levels;

    bool operator==(const Scale&) const = default;
};

/// Whether what was studied is what the review asks about; judged by the appraiser, beside the risk of bias.
struct Applicability {
    QString question;
    QString help;
    QString scale;
    std::vector<Rule> rules; ///< of the overall domain: "domains" are the applicability judgements of the others

    bool operator==(const Applicability&) const = default;
};

/// A part of the instrument. With a scale it is judged; without, its items only count or are only noted.
struct Domain {
    QString id; ///< may come twice if no variant has both
    QString label;
    QString help;
    QStringList variants; ///< to which it belongs; empty: to all
    QString scale; ///< empty: not judged
    std::vector<Item> items;
    std::vector<Rule> rules; ///< none: judged by the appraiser alone
    bool direction = false; ///< asks which way the bias goes
    std::optional<Applicability> applicability;

    bool operator==(const Domain&) const = default;
    [[nodiscard]] bool isOverall() const { return id == overallId; }
    [[nodiscard]] bool judged() const { return !scale.isEmpty(); }
};

struct Variant {
    QString id;
    QString label;
    QString help;

    bool operator==(const Variant&) const = default;
};

/// A way in which a bias can go.
struct Direction {
    QString name; ///< what files say: "Favours comparator"
    QString label; ///< never empty

    bool operator==(const Direction&) const = default;
};

/// What is appraised: a study as a whole, or one result of it (rules.md G1).
enum class Judges { Study, Result };

/// Texts in another language, by the keys of `textKeys`.
struct Translation {
    QString language; ///< "de", "pt-BR"
    std::map<QString, QString> texts;

    bool operator==(const Translation&) const = default;
};

struct Instrument {
    QString id;
    QString version;
    QString name;
    QString language = QStringLiteral("en");
    bool draft = false; ///< its authors say that it is one
    Judges judges = Judges::Study;
    QStringList designs; ///< of studies it is made for: "randomised", "cohort" …; empty: any
    QStringList cautions; ///< designs that it takes only with care: "cluster", "crossover"
    QString citation;
    QString link; ///< of the paper
    QString guidance; ///< link of the official guidance
    QString licence;
    QString help;
    std::vector<Variant> variants; ///< empty: there is one, without a name
    std::vector<Scale> scales;
    std::vector<Direction> directions;
    std::vector<AnswerSet> answerSets;
    std::vector<Domain> domains;
    QString scoreLabel; ///< "Stars"; empty: answers have no points
    QString scoreSymbol; ///< "★"; empty: a number
    std::vector<Translation> translations;

    bool operator==(const Instrument&) const = default;
};

// Looking things up. A pointer lives as long as the instrument is not changed; nullptr: there is no such thing.

/// Ids of the variants; one empty id if there are none.
[[nodiscard]] QStringList variantIds(const Instrument& instrument);
/// Domains of a variant in order, the overall one last.
[[nodiscard]] std::vector<const Domain*> domainsOf(const Instrument& instrument, const QString& variant);
[[nodiscard]] std::vector<const Item*> itemsOf(const Domain& domain, const QString& variant);
[[nodiscard]] const Domain* findDomain(const Instrument& instrument, const QString& variant, const QString& id);
[[nodiscard]] const Item* findItem(const Instrument& instrument, const QString& variant, const QString& id);
[[nodiscard]] const std::vector<Answer>& answersOf(const Instrument& instrument, const Item& item);
[[nodiscard]] const Scale* findScale(const Instrument& instrument, const QString& id);
[[nodiscard]] const Level* findLevel(const Scale& scale, const QString& name);
/// Some answers have points.
[[nodiscard]] bool hasScore(const Instrument& instrument);

/// Keys of judgements that are not a domain's risk of bias: "D1:applicability", "D1:direction".
[[nodiscard]] QString applicabilityKey(const QString& domain);
[[nodiscard]] QString directionKey(const QString& domain);

// Translations. A key names a text: "name", "help", "domain D1", "domain D1 help", "item 1.1", "item 1.1 help",
// "answer signalling Y", "answer S1 a", "level risk Low", "variant assignment", "concern D1", "score" …
// What comes in some variants only has the first of them behind its id: "item 2.3 in adhering".

/// All keys of an instrument with the texts of its own language.
[[nodiscard]] std::map<QString, QString> textKeys(const Instrument& instrument);
/// The keys alone, in the order of the form, those of texts that are empty among them.
[[nodiscard]] QStringList textKeysInOrder(const Instrument& instrument);
/// The instrument as its translation into `language` says it; what is not translated stays.
[[nodiscard]] Instrument inLanguage(const Instrument& instrument, const QString& language);

} // namespace winnow::appraisal
