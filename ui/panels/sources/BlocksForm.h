// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/SearchPlans.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace winnow::ui {

class Theme;

/// The plan of the search in words: a row for each block (population, intervention …), with its words on one side and
/// its subject headings on the other, one on a line, and below what becomes of them in the chosen database.
class BlocksForm final : public QWidget {
    Q_OBJECT

public:
    explicit BlocksForm(const Theme& theme, QWidget* parent = nullptr);

    /// What is being typed stays. With nothing planned, rows for the parts of the question stand ready.
    void setBlocks(const std::vector<PlannedBlock>& blocks);
    [[nodiscard]] std::vector<PlannedBlock> blocks() const;
    /// The database whose syntax is shown.
    void setDatabase(const QString& id, const QString& name);
    void setWritable(const QString& whyNot);

    [[nodiscard]] int count() const { return int(m_rows.size()); }
    [[nodiscard]] QLineEdit* name(int row) const { return m_rows[size_t(row)].name; }
    [[nodiscard]] QPlainTextEdit* terms(int row) const { return m_rows[size_t(row)].terms; }
    [[nodiscard]] QPlainTextEdit* headings(int row) const { return m_rows[size_t(row)].headings; }
    [[nodiscard]] QPushButton* removeButton(int row) const { return m_rows[size_t(row)].remove; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* writeButton() const { return m_write; }
    [[nodiscard]] QPushButton* writeAllButton() const { return m_writeAll; }
    [[nodiscard]] QLabel* preview() const { return m_preview; }

Q_SIGNALS:
    /// Somebody ended typing: to be kept.
    void committed();
    void writeRequested(bool all);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Row {
        qint64 id = 0;
        QLineEdit* name = nullptr;
        QPlainTextEdit* terms = nullptr;
        QPlainTextEdit* headings = nullptr;
        QPushButton* remove = nullptr;
    };

    void arrange();
    void addRow(const PlannedBlock& block);
    void removeRow(const QPlainTextEdit* terms);
    void fillRow(Row& row, const PlannedBlock& block);
    void fillRows(const std::vector<PlannedBlock>& blocks);
    /// Offered, and nothing is written there yet: no block of the plan.
    [[nodiscard]] static bool standsReady(const Row& row);
    void clearRows();
    void placeRows();
    void show();
    [[nodiscard]] bool typing() const;

    const Theme& m_theme;
    std::vector<Row> m_rows;
    QString m_database;
    QString m_whyNot;
    bool m_filling = false;
    bool m_edited = false;
    QGridLayout* m_grid;
    QPushButton* m_add;
    QPushButton* m_write;
    QPushButton* m_writeAll;
    QLabel* m_head;
    QLabel* m_preview;
    QLabel* m_losses;
};

} // namespace winnow::ui
