// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/AppraisalSheets.h"
#include "store/WriteScope.h"

namespace winnow {

// What the acts on appraisals have in common: inside of one transaction. Not for the window or the command line.

/// An appraisal that is here, with the instrument that it is made with.
struct Under {
    Appraisal appraisal;
    appraisal::Instrument instrument;

    [[nodiscard]] bool isItem(const QString& key) const
    {
        return appraisal::findItem(instrument, appraisal.variant, key) != nullptr;
    }
};
[[nodiscard]] Appraisal appraisalOf(store::Database& db, const store::Catalog& catalog, const store::AppraisedRow& row);
/// BadInput: it is not in this review.
[[nodiscard]] Result<Under> appraisalUnder(store::Database& db, const store::Catalog& catalog, AppraisalId id);

/// One that is to be begun: with what the log has yet to say of it (nothing: it is there already).
struct Begun {
    Under under;
    std::vector<store::Edit> edits;
};
/// Errors as Appraisals::begin.
[[nodiscard]] Result<Begun> beginIn(store::WriteScope& scope, const Appraisals::Request& request);

[[nodiscard]] std::vector<AppraisalSheet> sheetsIn(store::WriteScope& scope, AppraisalId id);
/// Empty if that person has said nothing.
[[nodiscard]] AppraisalSheet sheetBy(const std::vector<AppraisalSheet>& sheets, ReviewerId by);
[[nodiscard]] AppraisalSheet agreedIn(store::WriteScope& scope, const Under& under);
[[nodiscard]] bool isOpened(store::WriteScope& scope, AppraisalId id);

/// It was given to others.
[[nodiscard]] Result<void> mayAppraise(const store::Catalog& catalog, const Under& under, ReviewerId me);
/// Whether all of it can be said on top of a sheet, as Appraisals::say tells; the context of an error is the key.
[[nodiscard]] Result<void> sayable(const Under& under, const AppraisalSheet& sheet,
                                   const std::map<QString, Said>& said);
[[nodiscard]] std::vector<store::Edit> saidEdits(const Under& under, const std::map<QString, Said>& said, bool agreed);
/// Everybody who appraises it, and at least two, have answered everything.
[[nodiscard]] Result<void> openable(store::WriteScope& scope, const Under& under);

} // namespace winnow
