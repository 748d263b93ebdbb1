// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/Shipped.h"

#include "appraisal/InstrumentJson.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>

/// Resources of a static library are linked in only when asked for; the macro must stand outside any namespace.
static void initInstruments()
{
    Q_INIT_RESOURCE(instruments);
}

namespace winnow::appraisal {
namespace {

/// Names of the files, which are the ids of the instruments.
constexpr std::array files{
    "rob2",        "robins-i-2016",
    "robins-i-v2", "quadas-2",
    "nos-cohort",  "nos-case-control",
    "jbi-rct",     "jbi-quasi-experimental",
    "jbi-cohort",  "jbi-case-series",
    "minors",      "ihe-case-series",
    "amstar-2",    "robis",
    "syrcle",      "rob1",
    "testex",
};

std::optional<Instrument> read(const char* name)
{
    initInstruments();
    QFile file(QStringLiteral(":/instruments/%1.json").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? readInstrument(file.readAll()).instrument : std::nullopt;
}

/// Each is read when it is first asked for: whoever wants one does not wait for the checks of all.
struct Slot {
    std::once_flag once;
    std::optional<Instrument> instrument;
};

const Instrument* instrumentAt(std::size_t index)
{
    static std::array<Slot, files.size()> slots;
    Slot& slot = slots[index];
    std::call_once(slot.once, [&slot, index] { slot.instrument = read(files[index]); });
    return slot.instrument ? &*slot.instrument : nullptr;
}

} // namespace

QStringList shippedIds()
{
    QStringList ids;
    for (const char* file : files)
        ids.append(QLatin1String(file));
    return ids;
}

const Instrument* findShipped(const QString& id)
{
    const auto found = std::find_if(files.begin(), files.end(), [&id](const char* file) {
        return id.compare(QLatin1String(file), Qt::CaseInsensitive) == 0;
    });
    return found == files.end() ? nullptr : instrumentAt(std::size_t(found - files.begin()));
}

bool isShipped(const Instrument& instrument)
{
    const Instrument* shipped = findShipped(instrument.id);
    return shipped && *shipped == instrument;
}

} // namespace winnow::appraisal
