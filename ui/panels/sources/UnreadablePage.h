// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Error.h"
#include "domain/Record.h"

#include <QAbstractTableModel>
#include <QWidget>

#include <map>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace winnow::ui {

class DenseTable;
class Theme;

/// Entries of a file that could not be read: line, why, and how they begin.
class UnreadableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Line, Why, Begins, columns };
    using QAbstractTableModel::QAbstractTableModel;

    void setEntries(std::vector<Unreadable> entries);
    [[nodiscard]] int rowOf(qint64 line) const;
    void remove(int row);
    void setWhy(int row, Unreadable::Why why);
    [[nodiscard]] const Unreadable* entryAt(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Unreadable> m_entries;
};

/// The list, and below it the chosen entry as it stands in the file: to be mended in place and read again.
class UnreadablePage final : public QWidget {
    Q_OBJECT

public:
    explicit UnreadablePage(const Theme& theme, QWidget* parent = nullptr);

    /// `whyNot`: why who sits here may mend nothing; empty: may.
    void show(const QString& file, std::vector<Unreadable> entries, const QString& whyNot);
    using QWidget::show;
    /// The whole entry at a line, where the list has only its beginning. What the user has typed stays.
    void setEntryText(qint64 line, const QString& text);
    /// It came in: gone from the list.
    void setMended(qint64 line, qint64 records);
    void setStillUnreadable(qint64 line, Unreadable::Why why);
    void setFailure(const Error& error);

    [[nodiscard]] UnreadableModel* model() const { return m_model; }
    [[nodiscard]] QPlainTextEdit* textField() const { return m_text; }
    [[nodiscard]] QPushButton* readButton() const { return m_read; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    void closed();
    void entryChosen(qint64 line);
    void mendRequested(qint64 line, const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeEditor(const Theme& theme);
    [[nodiscard]] const Unreadable* chosen() const;
    void choose();
    void keepDraft();
    void head();

    UnreadableModel* m_model;
    QString m_file;
    std::map<qint64, QString> m_drafts; ///< by line: what the user has typed
    std::map<qint64, QString> m_whole; ///< by line: as it stands in the file
    bool m_filling = false;
    QLabel* m_head;
    QPushButton* m_back;
    DenseTable* m_table;
    QPlainTextEdit* m_text;
    QLabel* m_sentence;
    QPushButton* m_read;
};

} // namespace winnow::ui
