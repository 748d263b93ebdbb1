// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Check.h"
#include "appraisal/InstrumentDraft.h"

namespace winnow::appraisal {

/// What is wrong or worth knowing about a draft, and where it stands for somebody who looks at the form.
struct Remark {
    Flaw flaw = Flaw::NotJson;
    int key = 0; ///< domain or item; 0: elsewhere
    QString part = {}; ///< behind it: "rules", "applicability.rules", "asked_if", "scales[0].levels[1]" …
    int line = -1; ///< of the rules, as they are written
    int at = 0; ///< character of that line or of the condition, from 1; 0: the whole
    QString text = {}; ///< "D1, rule 2: this rule never holds …"

    bool operator==(const Remark&) const = default;
    [[nodiscard]] bool fault() const { return isFault(flaw); }
};

struct Examination {
    Instrument readable; ///< the draft as far as it can be read
    std::vector<Remark> remarks; ///< faults first
    std::vector<Coverage> coverage; ///< of the domains whose rules could be tried

    /// It can be used as it is.
    [[nodiscard]] bool sound() const;
    [[nodiscard]] std::size_t faults() const;
};

/// Reads and checks a draft as its file would be. May take some hundred milliseconds: not for the window's thread.
[[nodiscard]] Examination examine(const InstrumentDraft& draft);

/// One line about how the rules of a domain were tried: "All 25 combinations of answers are tried."; empty: they were
/// not, because something else has to be mended first.
[[nodiscard]] QString coverageText(const Examination& examination, const QString& domain, bool applicability);

} // namespace winnow::appraisal
