// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Context.h"
#include "cli/Rows.h"
#include "project/AppraisalVersions.h"

#include <QJsonArray>

namespace CLI {
class App;
}

namespace winnow::cli {

/// What `winnow appraise` does beside answering: designs of studies, who assesses which, copying between results and
/// to a newer version of the instrument.
class AppraisalActs {
public:
    void addTo(CLI::App& app);
    [[nodiscard]] bool any() const
    {
        return !m_designs.isEmpty() || !m_appraisers.isEmpty() || !m_from.isEmpty() || m_carry;
    }

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
    /// What went to this version from older ones, study by study; for people, too.
    [[nodiscard]] QJsonArray carriedOver() const;
    [[nodiscard]] QString carriedOverText() const;

private:
    Result<void> sayDesigns(const Place& place, Rejections& rejections);
    Result<void> give(const Place& place, Rejections& rejections);
    Result<void> copy(const Place& place);
    Result<void> copyOne(const Place& place, const AppraisedStudy& study, const std::vector<Appraisal>& all);

    Result<void> carryOver(const Place& place);

    QString m_designs;
    QString m_appraisers;
    QString m_from;
    QString m_domain;
    bool m_carry = false;
    std::vector<VersionMove> m_moves;
    qint64 m_designed = 0;
    qint64 m_given = 0;
    qint64 m_copied = 0;
};

} // namespace winnow::cli
