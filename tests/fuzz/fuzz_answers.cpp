// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/ByIdentifier.h"
#include "sources/Citations.h"
#include "sources/PubTator.h"
#include "sources/Titles.h"
#include "sources/Unpaywall.h"

#include <cstdint>
#include <cstdlib>

using namespace winnow;
using namespace winnow::sources;

/// Whatever a service answers: read, or said to be unreadable; and no address comes out of it that is none of the web.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray body(reinterpret_cast<const char*>(data), qsizetype(size));
    if (const auto annotated = annotationsIn(body)) {
        for (const Annotated& one : *annotated) {
            for (const Mentioned& mentioned : one.entities) {
                const QString url = entityUrl(mentioned.entity.kind, mentioned.entity.id);
                if (mentioned.entity.id.empty() || (!url.isEmpty() && !url.startsWith(QLatin1String("https://"))))
                    std::abort();
            }
        }
    }
    if (const auto place = freePlaceIn({200, {}, body, 0}); place && *place) {
        for (const QString& url : {(*place)->url, (*place)->pdf}) {
            if (!url.isEmpty() && !url.startsWith(QLatin1String("http")))
                std::abort();
        }
    }
    (void)titleMatches(body);
    (void)citedPage(body);
    (void)openAlexDois(body);
    return 0;
}
