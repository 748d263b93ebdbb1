// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/InstrumentJson.h"
#include "appraisal/Judge.h"

#include <cstdint>
#include <cstdlib>

using namespace winnow::appraisal;

/// Whatever the bytes are: an instrument that judges and is written as it was read, or faults that say why not.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const Reading reading
        = readInstrument(QByteArray::fromRawData(reinterpret_cast<const char*>(data), qsizetype(size)));
    if (reading.instrument.has_value() == hasFault(reading.findings))
        std::abort();
    for (const Finding& finding : reading.findings) {
        if (sentence(finding).isEmpty())
            std::abort();
    }
    if (!reading.instrument)
        return 0;
    for (const QString& variant : variantIds(*reading.instrument))
        (void)Judge(*reading.instrument, variant).judge({});
    const Reading again = readInstrument(writeInstrument(*reading.instrument));
    if (!again.instrument || !(*again.instrument == *reading.instrument))
        std::abort();
    return 0;
}
