// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/Credits.h"

#include "sources/PubTator.h"
#include "sources/Service.h"
#include "sources/Unpaywall.h"

namespace winnow {

QStringList creditsOfFinding()
{
    QStringList credits;
    for (const sources::Service& service : sources::waysOfFinding())
        credits << QString::fromUtf8(service.credit);
    for (const sources::Service* service : {&sources::pubtator(), &sources::unpaywall()})
        credits << QString::fromUtf8(service->credit);
    credits.removeDuplicates();
    return credits;
}

} // namespace winnow
