// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace winnow::ui {

class Theme;

/// A short list of texts in the team's order, with a field to add one more. It changes nothing itself: it says what is
/// wanted, and its owner hands it the new rows. Alt+Up and Alt+Down move, F2 or Enter renames in place.
class OrderedList final : public QWidget {
    Q_OBJECT
public:
    struct Row {
        QString text;
        int digit = 0; ///< its digit key; 0: none

        bool operator==(const Row&) const = default;
    };
    enum Ability { Rename = 1, Move = 2, Merge = 4, Remove = 8 };
    Q_DECLARE_FLAGS(Abilities, Ability)

    /// `name` is what a screen reader says; `addHint` stands in the empty field ("Add a reason").
    OrderedList(const Theme& theme, Abilities abilities, const QString& name, const QString& addHint,
                QWidget* parent = nullptr);

    /// Keeps the chosen row where it is by text, else by place. Nothing happens if nothing differs.
    void setRows(const std::vector<Row>& rows);
    [[nodiscard]] const std::vector<Row>& rows() const { return m_rows; }
    [[nodiscard]] int current() const;
    void setCurrent(int row);
    void setEditable(bool on);
    /// Why who sits here may not add, rename and move, and not merge and remove; empty: may.
    void setWritable(const QString& whyNoAdding, const QString& whyNoRemoving);

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QLineEdit* addField() const { return m_add; }
    /// Wants what stands in the row to add, as Enter does there; nothing if it is empty.
    void add();

Q_SIGNALS:
    void addWanted(const QString& text);
    void renameWanted(int row, const QString& text);
    void moveWanted(int row, int to);
    void mergeWanted(int row);
    void removeWanted(int row);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPushButton* tool(const QString& text, Ability ability, const QString& key);
    void move(int by);
    void allowRenaming();
    void fit();
    void enableTools();

    const Theme& m_theme;
    Abilities m_abilities;
    bool m_editable = true;
    QString m_whyNoAdding;
    QString m_whyNoRemoving;
    std::vector<Row> m_rows;
    QListWidget* m_list;
    QLineEdit* m_add;
    QPushButton* m_addButton;
    std::vector<QPushButton*> m_tools;
};

} // namespace winnow::ui

Q_DECLARE_OPERATORS_FOR_FLAGS(winnow::ui::OrderedList::Abilities)
