// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QListWidget;

namespace winnow::ui {

class Theme;

/// The fields of a database's query language with what they mean; Enter or a double click puts one into the query.
class TagHelp final : public QWidget {
    Q_OBJECT

public:
    explicit TagHelp(const Theme& theme, QWidget* parent = nullptr);

    void setDatabase(const QString& id);
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString& tag);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose();

    QListWidget* m_list;
    QLabel* m_none;
};

} // namespace winnow::ui
