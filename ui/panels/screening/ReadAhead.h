// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Entities.h"
#include "project/FreeTexts.h"
#include "project/Notices.h"
#include "project/Records.h"
#include "project/Screening.h"

#include <QCache>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>
#include <vector>

namespace winnow::ui {

/// All that the room shows of one report.
struct ReadPage {
    RecordView view;
    Remarks remarks;
    std::vector<RecordNotice> notices; ///< the weightiest first
    std::vector<EntityMention> entities; ///< what the record speaks of, by kind
    RetrievalState retrieval; ///< at full text
    std::optional<FreeText> free; ///< at full text: where it may be read without paying, as far as it was looked for
    QString study; ///< at full text: name of the study it was grouped with; empty: on its own
};

/// Reads reports before they are asked for, on a thread of its own, so that the next abstract is there when a key is
/// pressed. What was not foreseen is read at once.
class ReadAhead final : public QObject {
    Q_OBJECT

public:
    ReadAhead(Project& project, Stage stage, QObject* parent = nullptr);
    ~ReadAhead() override;

    [[nodiscard]] Result<std::shared_ptr<const ReadPage>> page(RecordId record);
    /// Has these ready soon, the first first; what was still waiting from before is dropped.
    void prepare(std::vector<RecordId> records);
    [[nodiscard]] bool ready(RecordId record) const { return m_pages.contains(record.value); }
    /// Changed since it was read.
    void forget(RecordId record);
    void forgetAll();
    /// Waits until nothing is being read.
    void finish();

private:
    using Page = std::shared_ptr<const ReadPage>;
    static constexpr int pagesKept = 96;

    void keep(RecordId record, const Page& page, int era);

    Project& m_project;
    Stage m_stage;
    QCache<qint64, Page> m_pages{pagesKept};
    std::atomic<int> m_asked = 0; ///< the latest prepare(): older ones stop
    int m_era = 0; ///< moves on when something was forgotten: what was read before counts no more
    QThreadPool m_pool;
};

} // namespace winnow::ui
