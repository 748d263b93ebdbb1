// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Program.h"

namespace winnow::appraisal {
namespace {

QString joined(const QString& place, const QString& part)
{
    return part.isEmpty() ? place : place + QLatin1Char('.') + part;
}

} // namespace

QString placeOf(const Instrument& instrument, const Domain& domain, const QString& part)
{
    const auto index = &domain - instrument.domains.data();
    return joined(QStringLiteral("domains[%1]").arg(index), part);
}

QString placeOf(const Instrument& instrument, const Domain& domain, const Item& item, const QString& part)
{
    const auto index = &item - domain.items.data();
    return joined(placeOf(instrument, domain, QStringLiteral("items[%1]").arg(index)), part);
}

QString placeOfRule(const Instrument& instrument, const Domain& domain, bool applicability, std::size_t rule)
{
    const QString part = QStringLiteral("rules[%1]").arg(rule);
    return placeOf(instrument, domain, applicability ? QLatin1String("applicability.") + part : part);
}

} // namespace winnow::appraisal
