// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Walk.h"

namespace winnow::sources {

void Deliveries::add(const std::vector<std::string>& ids)
{
    for (const std::string& id : ids) {
        if (!m_ids.insert(hash64(id)).second)
            ++m_repeats;
    }
}

} // namespace winnow::sources
