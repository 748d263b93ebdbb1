// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace winnow::ui {

class TextLabel;
class Theme;

/// The passages that support one answer, each with its page, and a line to add one. Enter adds, Esc gives up.
class QuoteList final : public QWidget {
    Q_OBJECT

public:
    QuoteList(const Theme& theme, const QString& item, QWidget* parent = nullptr);

    void setQuotes(const std::vector<Quote>& quotes);
    void setReadOnly(bool readOnly);
    /// Opens the line for a new passage.
    void begin();

    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QLineEdit* text() const { return m_text; }
    [[nodiscard]] QSpinBox* page() const { return m_page; }
    /// What is shown, line by line.
    [[nodiscard]] QStringList lines() const;
    /// The file that the next passage is from: its hash.
    void setFile(const QString& hash, const QString& name);

Q_SIGNALS:
    void changed(const std::vector<winnow::Quote>& quotes);
    void left(); ///< the focus goes back to the answers
    void fileWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add();
    void addLine(std::size_t index);
    void end();

    const Theme& m_theme;
    std::vector<Quote> m_quotes;
    QString m_fileHash;
    bool m_readOnly = false;
    QWidget* m_shown;
    QVBoxLayout* m_list;
    QPushButton* m_add;
    QWidget* m_entry;
    QLineEdit* m_text;
    QSpinBox* m_page;
    QPushButton* m_file;
};

} // namespace winnow::ui
