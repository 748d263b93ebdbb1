// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Allow.h"

#include "domain/Words.h"

#include <QAction>
#include <QCoreApplication>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace winnow::ui {

namespace {

struct Allow {
    Q_DECLARE_TR_FUNCTIONS(winnow::ui::Allow)
};

constexpr const char* ownTip = "toolTipWhenAllowed";

/// What the role of a person lacks.
QString roleLacks(Right right)
{
    switch (right) {
    case Right::Vote: return Allow::tr("%1 takes part as %2, and cannot vote.");
    case Right::Settle: return Allow::tr("%1 takes part as %2, and cannot settle conflicts.");
    case Right::Work:
    case Right::Extend: return Allow::tr("%1 takes part as %2, and cannot change the review.");
    case Right::Lead: break;
    }
    return Allow::tr("Only the lead may change this; %1 takes part as %2.");
}

const Reviewer* personOf(const std::vector<Reviewer>& people, ReviewerId me)
{
    const auto found = std::find_if(people.begin(), people.end(), [me](const Reviewer& r) { return r.id == me; });
    return found == people.end() ? nullptr : &*found;
}

template <class Control> void tip(Control& control, const QString& why)
{
    const QVariant own = control.property(ownTip);
    if (!why.isEmpty()) {
        if (!own.isValid())
            control.setProperty(ownTip, control.toolTip());
        control.setToolTip(why);
    } else if (own.isValid()) {
        control.setToolTip(own.toString());
        control.setProperty(ownTip, QVariant());
    }
}

} // namespace

QString whyReadOnly()
{
    return Allow::tr("This review is open to be read only.");
}

QString whyNot(const std::vector<Reviewer>& people, ReviewerId me, Right right)
{
    const auto why = refusal(people, me, right);
    if (!why)
        return {};
    const Reviewer* person = personOf(people, me);
    if (!person)
        return Allow::tr("Say who you are first: press the name in the status bar.");
    if (why->code == ErrorCode::HasLeft)
        return Allow::tr("%1 has left this review; the lead can bring them back under Team.").arg(person->name);
    return roleLacks(right).arg(person->name, words::name(person->roles).toLower());
}

QString whyNotSettle(const std::vector<Reviewer>& people, ReviewerId me, const StageRules& rules)
{
    const QString why = whyNot(people, me, Right::Settle);
    if (!why.isEmpty() || !refusalToSettle(people, me, rules))
        return why;
    return Allow::tr("The team agreed that only named resolvers settle conflicts, and %1 is not one.")
        .arg(personOf(people, me)->name);
}

void allow(QWidget& control, const QString& whyNot, bool otherwise)
{
    tip(control, whyNot);
    control.setEnabled(whyNot.isEmpty() && otherwise);
}

void allow(QAction& action, const QString& whyNot, bool otherwise)
{
    tip(action, whyNot);
    action.setEnabled(whyNot.isEmpty() && otherwise);
}

void explain(QWidget& control, const QString& whyNot)
{
    tip(control, whyNot);
}

} // namespace winnow::ui
