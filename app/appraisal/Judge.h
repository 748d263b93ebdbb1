// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Instrument.h"

#include <map>
#include <memory>

/// From answers to judgements. The instrument proposes; the appraiser judges.
namespace winnow::appraisal {

/// What one appraiser has filled in for one study or result.
struct Filling {
    std::map<QString, QString> answers; ///< by item id: the code of the answer
    /// Set by hand, by domain id, applicabilityKey or directionKey: the name of a level or a direction.
    std::map<QString, QString> judgements;

    bool operator==(const Filling&) const = default;
};

enum class Asked { Yes, No, NotYet }; ///< NotYet: whether it is asked depends on what is still to be answered

struct ItemState {
    QString item;
    QString domain;
    Asked asked = Asked::Yes;
    QString answer; ///< empty: none yet, or it is not asked

    bool operator==(const ItemState&) const = default;
    [[nodiscard]] bool open() const { return asked == Asked::Yes && answer.isEmpty(); }
};

/// Where a proposal comes from, or why there is none.
enum class Ground {
    Rules, ///< they propose it; so they would whatever is still unanswered
    Unanswered, ///< something that they need is not answered yet
    Appraiser, ///< the method leaves it to the appraiser: no rules, or one that says so
    Gap, ///< all is answered and no rule speaks of it
    Clash, ///< two rules disagree: nothing is proposed
};

struct Points {
    double got = 0;
    double most = 0; ///< of the items that are asked

    bool operator==(const Points&) const = default;
};

/// One thing that is judged.
struct Outcome {
    QString key; ///< domain id, or its applicabilityKey
    QString scale;
    Ground ground = Ground::Unanswered;
    QString proposed = {}; ///< empty: nothing
    QString given = {}; ///< by hand; empty: nothing
    QStringList open = {}; ///< items of the domain that are asked and not answered
    std::vector<std::size_t> rules = {}; ///< those that hold, as they are numbered in the domain
    QStringList questions = {}; ///< of the rules that ask

    bool operator==(const Outcome&) const = default;
    [[nodiscard]] const QString& judgement() const { return given.isEmpty() ? proposed : given; }
    /// Set by hand against the proposal: wants a reason.
    [[nodiscard]] bool overruled() const { return !given.isEmpty() && !proposed.isEmpty() && given != proposed; }
};

struct Judged {
    std::vector<ItemState> items; ///< of the variant, in order
    std::vector<Outcome> outcomes; ///< of the judged domains in order, each before its applicability; overall last
    std::map<QString, Points> points; ///< by domain id, and overallId for the whole; of what has points
    QString next; ///< the first item that is asked and not answered; empty: none

    bool operator==(const Judged&) const = default;
    [[nodiscard]] const Outcome* outcome(const QString& key) const;
    [[nodiscard]] const ItemState* item(const QString& id) const;
    /// The first open item behind `id`, around the end; empty: none is open.
    [[nodiscard]] QString nextAfter(const QString& id) const;
    /// All that is asked is answered, and all that is judged has a judgement.
    [[nodiscard]] bool complete() const;
};

class Program;

/// One variant of an instrument, ready to judge. Cheap to copy; may be used on several threads.
class Judge {
public:
    /// `instrument` has no faults (Check.h), `variant` is one of variantIds.
    Judge(const Instrument& instrument, const QString& variant);

    [[nodiscard]] const Instrument& instrument() const;
    [[nodiscard]] const QString& variant() const;
    /// Answers that the instrument does not know count as not given.
    [[nodiscard]] Judged judge(const Filling& filling) const;

private:
    std::shared_ptr<const Program> m_program;
};

/// What a table says, as a code or level of the instrument: case does not count, labels and other spellings do.
/// None: there is no such answer. `key` is an item, or a key of Filling::judgements.
[[nodiscard]] std::optional<QString> understand(const Instrument& instrument, const QString& variant,
                                                const QString& key, const QString& text);
/// What can be said there, for a message; empty: there is no such key.
[[nodiscard]] QStringList choicesFor(const Instrument& instrument, const QString& variant, const QString& key);

} // namespace winnow::appraisal
