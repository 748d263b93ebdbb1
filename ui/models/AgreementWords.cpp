// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/AgreementWords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace winnow::ui {

namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(winnow::ui::AgreementWords)
};

QString twoDecimals(double value)
{
    return QLocale().toString(value, 'f', 2);
}

} // namespace

QString agreementWords(const screening::Agreement& agreement)
{
    QStringList parts{Said::tr("n = %1").arg(QLocale().toString(agreement.n))};
    if (agreement.percent)
        parts << Said::tr("the same said: %1 %").arg(QLocale().toString(*agreement.percent * 100, 'f', 1));
    if (agreement.kappa && agreement.kappaLow && agreement.kappaHigh)
        parts << (agreement.kappaCut ? Said::tr("Cohen’s κ = %1 (95 % CI %2 to %3, cut at the bound of κ)")
                                     : Said::tr("Cohen’s κ = %1 (95 % CI %2 to %3)"))
                     .arg(twoDecimals(*agreement.kappa), twoDecimals(*agreement.kappaLow),
                          twoDecimals(*agreement.kappaHigh));
    else
        parts << Said::tr("κ is not defined: both gave one and the same answer throughout");
    if (agreement.pabak)
        parts << Said::tr("PABAK = %1").arg(twoDecimals(*agreement.pabak));
    if (agreement.ac1)
        parts << Said::tr("Gwet’s AC1 = %1").arg(twoDecimals(*agreement.ac1));
    return parts.join(QStringLiteral(" · "));
}

} // namespace winnow::ui
