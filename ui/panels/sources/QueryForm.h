// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Searches.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace winnow::ui {

class ChoicesButton;
class Theme;

/// One search as it is asked for: the query in the database's own syntax, checked as it is typed, and filters that show
/// the text which they add.
class QueryForm final : public QWidget {
    Q_OBJECT

public:
    explicit QueryForm(const Theme& theme, QWidget* parent = nullptr);

    void setDatabase(const Searchable& database);
    /// Silent.
    void setQuery(const sources::Query& query);
    /// As it stands.
    [[nodiscard]] sources::Query query() const;
    /// None: something is not right, and the form says what.
    [[nodiscard]] std::optional<sources::Query> checked();
    /// Where the cursor is; a tag goes behind a chosen word, its brackets around it.
    void insertTag(const QString& tag);

    [[nodiscard]] QPlainTextEdit* text() const { return m_text; }
    [[nodiscard]] QLineEdit* from() const { return m_from; }
    [[nodiscard]] QLineEdit* to() const { return m_to; }
    [[nodiscard]] QLineEdit* most() const { return m_most; }
    [[nodiscard]] QCheckBox* humans() const { return m_humans; }
    [[nodiscard]] ChoicesButton* languages() const { return m_languages; }
    [[nodiscard]] ChoicesButton* types() const { return m_types; }
    [[nodiscard]] QLabel* phrasing() const { return m_phrasing; }
    [[nodiscard]] QLabel* remarks() const { return m_remarks; }
    [[nodiscard]] QLabel* problem() const { return m_problem; }

Q_SIGNALS:
    void edited();

private:
    void arrange(const Theme& theme);
    void offerFilters();
    void follow();
    void phrase();
    void remark();
    std::nullopt_t complain(QWidget* field, const QString& sentence);

    const Theme& m_theme;
    Searchable m_database;
    bool m_filling = false;
    QPlainTextEdit* m_text;
    QLineEdit* m_from;
    QLineEdit* m_to;
    QLineEdit* m_most;
    QCheckBox* m_humans;
    ChoicesButton* m_languages;
    ChoicesButton* m_types;
    QLabel* m_example;
    QLabel* m_remarks;
    QLabel* m_phrasing;
    QLabel* m_problem;
};

} // namespace winnow::ui
