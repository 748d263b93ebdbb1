// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Review.h"

#include <algorithm>
#include <array>

namespace winnow {

SourceKind defaultKind(const QString& sourceName)
{
    static const std::array registers{QStringLiteral("clinicaltrials"), QStringLiteral("ictrp"),
                                      QStringLiteral("isrctn"),         QStringLiteral("eudract"),
                                      QStringLiteral("euctr"),          QStringLiteral("anzctr"),
                                      QStringLiteral("prospero"),       QStringLiteral("drks")};
    const QString name = sourceName.toLower().remove(QLatin1Char(' ')).remove(QLatin1Char('.'));
    const bool isRegister
        = std::any_of(registers.begin(), registers.end(), [&](const QString& r) { return name.startsWith(r); });
    return isRegister ? SourceKind::Register : SourceKind::Database;
}

} // namespace winnow
