// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Finding.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::appraisal {
namespace {

struct Wording {
    Flaw flaw;
    bool fault;
    const char* word;
    /// Stands behind the place; %1 … are the finding's values.
    const char* sentence;
};

constexpr std::array wordings{
    Wording{Flaw::NotJson, true, "not-json",
            QT_TRANSLATE_NOOP("Appraisal", "this is not JSON (line %1, character %2: %3); mend the text there")},
    Wording{Flaw::TooLarge, true, "too-large",
            QT_TRANSLATE_NOOP("Appraisal",
                              "the text has %1 bytes and an instrument has %2 at most; take out what is "
                              "not part of it")},
    Wording{Flaw::NotAnInstrument, true, "not-an-instrument",
            QT_TRANSLATE_NOOP("Appraisal",
                              "this JSON is not an instrument of Winnow; it begins with "
                              "“winnow_instrument”: 1")},
    Wording{Flaw::NewerSchema, true, "newer-schema",
            QT_TRANSLATE_NOOP("Appraisal",
                              "the instrument is written for a newer Winnow (schema %1, known here is %2); "
                              "install the newer version")},
    Wording{Flaw::WrongType, true, "wrong-type",
            QT_TRANSLATE_NOOP("Appraisal", "here stands %1 where %2 belongs; put %2 there")},
    Wording{Flaw::Missing, true, "missing", QT_TRANSLATE_NOOP("Appraisal", "“%1” is missing; add it")},
    Wording{Flaw::UnknownKey, true, "unknown-key",
            QT_TRANSLATE_NOOP("Appraisal",
                              "there is no such thing as “%1” here; take it out, or correct it to one of "
                              "%2")},
    Wording{Flaw::UnknownWord, true, "unknown-word",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” is none of %2; write one of them")},
    Wording{Flaw::EmptyText, true, "empty-text", QT_TRANSLATE_NOOP("Appraisal", "the text is empty; write one")},
    Wording{Flaw::LongText, true, "long-text",
            QT_TRANSLATE_NOOP("Appraisal", "the text has %1 characters and may have %2; shorten it")},
    Wording{Flaw::HostileText, true, "hostile-text",
            QT_TRANSLATE_NOOP("Appraisal",
                              "the text holds the invisible character %1, which could hide what it says; "
                              "take it out")},
    Wording{Flaw::BadId, true, "bad-id",
            QT_TRANSLATE_NOOP("Appraisal",
                              "“%1” cannot be an id; ids are letters, digits, points, hyphens and "
                              "underscores, %2 at most")},
    Wording{Flaw::KeptWord, true, "kept-word",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” is a word of the rules and cannot be an id; choose another")},
    Wording{Flaw::TwiceTheSame, true, "twice-the-same",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” stands at %2 already; give one of them another name")},
    Wording{Flaw::TooMany, true, "too-many",
            QT_TRANSLATE_NOOP("Appraisal", "there are %1 and there may be %2; take some out")},
    Wording{Flaw::BadColour, true, "bad-colour",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” is not a colour; write it as #02C100")},
    Wording{Flaw::BadLink, true, "bad-link",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” is not a web address; write one that begins with https://")},
    Wording{Flaw::BadNumber, true, "bad-number",
            QT_TRANSLATE_NOOP("Appraisal", "%1 is out of bounds; write a number from %2 to %3")},
    Wording{Flaw::NothingToAnswer, true, "nothing-to-answer",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” has no answers; name a set of answers, or list its own")},
    Wording{Flaw::RuleUnreadable, true, "rule-unreadable",
            QT_TRANSLATE_NOOP("Appraisal",
                              "the rule cannot be read at character %1: there stands “%2”, and there should "
                              "stand %3")},
    Wording{Flaw::UnknownVariant, true, "unknown-variant",
            QT_TRANSLATE_NOOP("Appraisal", "there is no variant “%1”; add it to the variants, or correct the name")},
    Wording{Flaw::UnknownSet, true, "unknown-set",
            QT_TRANSLATE_NOOP("Appraisal",
                              "there is no set of answers “%1”; add it to the answer sets, or correct the "
                              "name")},
    Wording{Flaw::UnknownScale, true, "unknown-scale",
            QT_TRANSLATE_NOOP("Appraisal", "there is no scale “%1”; add it to the scales, or correct the name")},
    Wording{Flaw::UnknownId, true, "unknown-item",
            QT_TRANSLATE_NOOP("Appraisal",
                              "at character %2 there is no item or domain “%1” to look at in this variant; "
                              "correct the id")},
    Wording{Flaw::UnknownAnswer, true, "unknown-answer",
            QT_TRANSLATE_NOOP("Appraisal",
                              "at character %2: “%1” is no answer that can be given there; correct it, "
                              "capitals count")},
    Wording{Flaw::UnknownLevel, true, "unknown-level",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” is no judgement of the scale “%2”; correct it, capitals count")},
    Wording{Flaw::UnknownDomain, true, "unknown-domain",
            QT_TRANSLATE_NOOP("Appraisal", "at character %2 there is no domain “%1” in this variant; correct the id")},
    Wording{Flaw::DomainFromDomain, true, "domain-from-domain",
            QT_TRANSLATE_NOOP("Appraisal",
                              "at character %2 the rule looks at the judgement of “%1”; only rules of the "
                              "domain “overall” may, and not at its own; name items instead")},
    Wording{Flaw::TwoOtherwise, true, "two-otherwise",
            QT_TRANSLATE_NOOP("Appraisal", "there is an “otherwise” already at %1; one domain has one")},
    Wording{Flaw::NoScale, true, "no-scale",
            QT_TRANSLATE_NOOP("Appraisal", "there are rules, and no scale to judge on; name a scale")},
    Wording{Flaw::NoScore, true, "no-score",
            QT_TRANSLATE_NOOP("Appraisal",
                              "at character %2 the rule looks at a score, and no answer has points; give "
                              "the answers points")},
    Wording{Flaw::Cycle, true, "cycle",
            QT_TRANSLATE_NOOP("Appraisal",
                              "the conditions go in a circle, so that none of them can ever be asked: %1; "
                              "break it at one of them")},
    Wording{Flaw::Contradiction, true, "contradiction",
            QT_TRANSLATE_NOOP("Appraisal", "this rule says “%1” and %2 says “%3” when %4; make one of them narrower")},
    Wording{Flaw::Gap, false, "gap",
            QT_TRANSLATE_NOOP("Appraisal",
                              "no rule speaks of %1 of %2 combinations, such as %3; the appraiser judges "
                              "alone there; add a rule or an “otherwise” if that is not meant")},
    Wording{Flaw::NeverHolds, false, "never-holds",
            QT_TRANSLATE_NOOP("Appraisal", "this rule never holds, whatever is answered; take it out or correct it")},
    Wording{Flaw::NeverAsked, false, "never-asked",
            QT_TRANSLATE_NOOP("Appraisal", "“%1” is never asked, whatever is answered; correct its condition")},
    Wording{Flaw::Sampled, false, "sampled",
            QT_TRANSLATE_NOOP("Appraisal",
                              "there are too many combinations to try them all (up to %1); %2 of them were "
                              "drawn at random and tried")},
    Wording{Flaw::UnknownText, false, "unknown-text",
            QT_TRANSLATE_NOOP("Appraisal", "there is no text “%1” to translate; it is kept and not shown")},
};

const Wording& wordingOf(Flaw flaw)
{
    const auto found = std::find_if(wordings.begin(), wordings.end(),
                                    [flaw](const Wording& wording) { return wording.flaw == flaw; });
    return found == wordings.end() ? wordings.front() : *found;
}

/// All at once, so that a value with %1 in it stays as it is.
QString filled(const QString& pattern, const QStringList& values)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number = i + 1 < pattern.size() && pattern[i] == QLatin1Char('%') ? pattern[i + 1].digitValue() : -1;
        if (number < 1) {
            text += pattern[i];
            continue;
        }
        const QString value = values.value(number - 1);
        text += value.size() > 200 ? value.left(199) + QChar(0x2026) : value;
        ++i;
    }
    return text;
}

} // namespace

bool isFault(Flaw flaw)
{
    return wordingOf(flaw).fault;
}

bool hasFault(const std::vector<Finding>& findings)
{
    return std::any_of(findings.begin(), findings.end(), [](const Finding& finding) { return isFault(finding.flaw); });
}

QString wordOf(Flaw flaw)
{
    return QString::fromLatin1(wordingOf(flaw).word);
}

QString sentence(const Finding& finding)
{
    const QString pattern = QCoreApplication::translate("Appraisal", wordingOf(finding.flaw).sentence);
    const QString text = filled(pattern, finding.values);
    return (finding.place.isEmpty() ? text : finding.place + QLatin1String(": ") + text).simplified();
}

} // namespace winnow::appraisal
