// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Id.h"

namespace winnow {

using RecordId = Id<struct RecordTag>;
/// A report is a cluster of records that are the same document; its id is its smallest member's number.
using ReportId = RecordId;
using StudyId = Id<struct StudyTag>;
using ReviewerId = Id<struct ReviewerTag>;
using ReasonId = Id<struct ReasonTag>;
using LabelId = Id<struct LabelTag>;
using CriterionId = Id<struct CriterionTag>;
using SourceId = Id<struct SourceTag>;
using RunId = Id<struct RunTag>;
/// One version of an instrument of risk of bias that the project keeps.
using InstrumentId = Id<struct InstrumentTag>;
/// One study, or one result of it, under one instrument.
using AppraisalId = Id<struct AppraisalTag>;
/// One action of one person: the stamp of its first change.
using StepId = Id<struct StepTag>;

} // namespace winnow
