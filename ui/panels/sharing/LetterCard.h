// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Sharing.h"
#include "widgets/Frames.h"

class QPlainTextEdit;
class QPushButton;

namespace winnow::ui {

class TextLabel;

/// After a bundle was written: where it is, how large, and the text to paste into the mail that it goes with.
class LetterCard final : public QWidget {
    Q_OBJECT
public:
    explicit LetterCard(const Theme& theme, QWidget* parent = nullptr);

    void display(const SentBundle& sent);
    [[nodiscard]] QString said() const;
    [[nodiscard]] QPlainTextEdit* letter() const { return m_letter; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

private:
    TextLabel* m_what;
    QPlainTextEdit* m_letter;
    QPushButton* m_copy;
    QPushButton* m_folder;
    QString m_file;
};

} // namespace winnow::ui
