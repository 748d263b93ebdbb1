// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/InstrumentDraft.h"

#include <map>

namespace winnow::appraisal {

/// In the rules and conditions of one domain: old ids to new ones.
void renameIds(DraftDomain& domain, const std::map<QString, QString>& names);
/// Translations of texts that are gone go with them.
void dropTranslations(InstrumentDraft& draft);
/// After a change that only gave things other names: translations stay with what they translate.
void carryTranslations(const InstrumentDraft& before, InstrumentDraft& after);

} // namespace winnow::appraisal
