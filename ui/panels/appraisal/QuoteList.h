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

/// The passages that support one answer, each with its page and where it stands on it, and a line to add or change one.
/// Enter keeps it, Esc gives up. A passage that is pasted as this list shows it (“text” p. 7, 120–188) fills the
/// fields.
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
    /// Characters of the page: "120-188".
    [[nodiscard]] QLineEdit* range() const { return m_range; }
    /// What is wrong with what is written; empty: nothing.
    [[nodiscard]] QString complaint() const;
    /// Of a passage that is shown.
    [[nodiscard]] QPushButton* editButton(int line) const;
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
    void keep();
    void addLine(std::size_t index);
    void edit(std::size_t index);
    void takeApart(const QString& pasted);
    void complain(const QString& sentence);
    void end();

    const Theme& m_theme;
    std::vector<Quote> m_quotes;
    QString m_fileHash;
    std::optional<std::size_t> m_edited; ///< none: a new one is written
    qsizetype m_length = 0; ///< of what stood in the field
    bool m_readOnly = false;
    QWidget* m_shown;
    QVBoxLayout* m_list;
    QPushButton* m_add;
    QWidget* m_entry;
    QLineEdit* m_text;
    QSpinBox* m_page;
    QLineEdit* m_range;
    TextLabel* m_complaint;
    QPushButton* m_file;
};

} // namespace winnow::ui
