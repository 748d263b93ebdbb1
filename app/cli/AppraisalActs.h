// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Context.h"
#include "cli/Rows.h"
#include "project/AppraisalStudies.h"

namespace CLI {
class App;
}

namespace winnow::cli {

/// What `winnow appraise` does beside answering: designs of studies, who assesses which, copying between results.
class AppraisalActs {
public:
    void addTo(CLI::App& app);
    [[nodiscard]] bool any() const { return !m_designs.isEmpty() || !m_appraisers.isEmpty() || !m_from.isEmpty(); }

    struct Place {
        Context& context;
        Project& project;
        InstrumentId instrument;
        QString variant;
        ResultOf result;
    };
    /// Each act is one step. Lines that cannot be applied are rejected, the others go on.
    Result<void> run(const Place& place, Rejections& rejections);

    [[nodiscard]] qint64 designs() const { return m_designed; }
    [[nodiscard]] qint64 given() const { return m_given; }
    [[nodiscard]] qint64 copied() const { return m_copied; }

private:
    Result<void> sayDesigns(const Place& place, Rejections& rejections);
    Result<void> give(const Place& place, Rejections& rejections);
    Result<void> copy(const Place& place);
    Result<void> copyOne(const Place& place, const AppraisedStudy& study, const std::vector<Appraisal>& all);

    QString m_designs;
    QString m_appraisers;
    QString m_from;
    QString m_domain;
    qint64 m_designed = 0;
    qint64 m_given = 0;
    qint64 m_copied = 0;
};

} // namespace winnow::cli
