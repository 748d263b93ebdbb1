// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/QueueLoad.h"
#include "project/Records.h"

#include <QAbstractListModel>
#include <QCache>

#include <optional>
#include <unordered_set>

namespace winnow::ui {

/// A screening queue as a list: one array of ids and one byte for each vote, whatever the size; briefs are read for
/// the pages that are looked at. Holds votes of one person only: mine.
class QueueModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        RecordRole = Qt::UserRole + 1, ///< qint64
        VerdictRole, ///< int of Verdict
        SourceRole, ///< "Burt et al. · 2019 · JAMA"
    };

    explicit QueueModel(Project& project, QObject* parent = nullptr);

    void show(VoteSheet sheet);
    /// Shows only these rows of the queue (what was found), given in order; none: the whole queue again.
    void narrow(std::optional<std::vector<int>> rows);
    [[nodiscard]] bool narrowed() const { return m_narrow.has_value(); }
    /// Takes reports out of the queue: they left the stage.
    void remove(const std::unordered_set<RecordId>& gone);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// The whole queue, narrowed or not.
    [[nodiscard]] const std::shared_ptr<const std::vector<RecordId>>& queue() const { return m_sheet.ids; }
    /// None outside the list.
    [[nodiscard]] RecordId record(int row) const;
    /// −1 if it is not in the list. Looks near `hint` first.
    [[nodiscard]] int rowOf(RecordId record, int hint = -1) const;
    [[nodiscard]] MyVote vote(RecordId record) const;
    /// My vote as it is to be shown from now on; Verdict::None takes it away.
    void setVote(RecordId record, const MyVote& vote, int hint = -1);
    /// The same for many at once.
    void setVotesOf(const std::vector<std::pair<RecordId, MyVote>>& votes);
    /// My votes as they are now. Of a queue that is no longer shown only the votes are taken.
    void setVotes(VoteSheet sheet);
    /// The next row after `row` that I have not voted on, going round at the end; −1 if there is none.
    [[nodiscard]] int nextUnvoted(int row) const;
    /// Reads briefs anew: records were edited or joined.
    void forgetBriefs();

private:
    using Page = std::vector<RecordBrief>;
    static constexpr int pageRows = 32;
    static constexpr int pagesKept = 48;

    [[nodiscard]] std::size_t place(int row) const
    {
        return m_narrow ? std::size_t((*m_narrow)[std::size_t(row)]) : std::size_t(row);
    }
    [[nodiscard]] Verdict verdict(int row) const { return Verdict(m_sheet.verdicts[place(row)]); }
    [[nodiscard]] const RecordBrief* brief(int row) const;
    void sayChanged(int first, int last);

    Project& m_project;
    VoteSheet m_sheet;
    std::optional<std::vector<int>> m_narrow;
    mutable QCache<int, Page> m_pages{pagesKept};
};

} // namespace winnow::ui
