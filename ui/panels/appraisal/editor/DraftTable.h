// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftDesk.h"

#include <QWidget>

#include <vector>

class QTableWidget;

namespace winnow::ui {

class Dialogs;
class Theme;

/// A short list of the draft (answers, levels, variants) as a table: cells are written in place, rows added, moved and
/// deleted by the buttons below it. Alt+Up and Alt+Down move, Insert adds, Ctrl+Delete deletes a row.
class DraftTable final : public QWidget {
    Q_OBJECT

public:
    using Draft = appraisal::InstrumentDraft;
    enum class Kind { Text, Colour, Tick };
    struct Column {
        QString head;
        int width = 0; ///< 0: what is left
        Kind kind = Kind::Text;
    };
    /// How the list is read and changed. A tick is "yes" or nothing.
    struct Access {
        std::function<std::vector<QStringList>(const Draft&)> rows;
        std::function<bool(Draft&, int row, int column, const QString& text)> set;
        std::function<bool(Draft&, int at)> add;
        std::function<bool(Draft&, int row)> remove;
        std::function<bool(Draft&, int row, int to)> move;
    };

    DraftTable(const Theme& theme, DraftDesk& desk, const QString& name, std::vector<Column> columns, Access access,
               QWidget* parent = nullptr);

    /// Colours are picked from a list, too: Space opens it.
    void offerColours(Dialogs& dialogs);
    void setPlace(int place) { m_place = place; }
    void refresh();
    [[nodiscard]] QTableWidget* table() const { return m_table; }
    void add();
    void removeChosen();
    void moveChosen(int by);

Q_SIGNALS:
    /// A name that is empty or taken.
    void refused(const QString& label, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool openColours();
    void put(int row, int column, const QString& text);
    void write(int row, int column);
    void fit();

    const Theme& m_theme;
    DraftDesk& m_desk;
    QString m_name;
    std::vector<Column> m_columns;
    Access m_access;
    int m_place = place::about;
    bool m_showing = false;
    QTableWidget* m_table;
};

/// How one list of the draft is changed, for tables that differ in what stands in a row only.
template <class T>
DraftTable::Access listAccess(std::function<std::vector<T>*(appraisal::InstrumentDraft&)> list,
                              std::function<QStringList(const T&)> row,
                              std::function<bool(appraisal::InstrumentDraft&, int, int, const QString&)> set,
                              std::function<T(const std::vector<T>&)> fresh)
{
    using Draft = appraisal::InstrumentDraft;
    return {[=](const Draft& draft) {
                std::vector<QStringList> rows;
                if (const std::vector<T>* all = list(const_cast<Draft&>(draft))) {
                    for (const T& one : *all)
                        rows.push_back(row(one));
                }
                return rows;
            },
            set,
            [=](Draft& draft, int at) {
                std::vector<T>* all = list(draft);
                if (all)
                    all->insert(all->begin() + at, fresh(*all));
                return all != nullptr;
            },
            [=](Draft& draft, int at) {
                std::vector<T>* all = list(draft);
                if (all)
                    all->erase(all->begin() + at);
                return all != nullptr;
            },
            [=](Draft& draft, int at, int to) {
                std::vector<T>* all = list(draft);
                if (all)
                    std::swap((*all)[std::size_t(at)], (*all)[std::size_t(to)]);
                return all != nullptr;
            }};
}

} // namespace winnow::ui
