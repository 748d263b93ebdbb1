// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace winnow::ui {

class TextLabel;
class Theme;

/// "Who sits here?" as a strip over the workspaces: one button per person of the review, and none of it in the way.
class WhoStrip final : public QWidget {
    Q_OBJECT
public:
    explicit WhoStrip(const Theme& theme, QWidget* parent = nullptr);
    /// `fresh`: this computer does not know the review yet, so the file may be a coauthor's.
    void ask(const std::vector<Reviewer>& people, bool fresh);
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }

Q_SIGNALS:
    void chosen(winnow::ReviewerId who);
    /// The file is a coauthor's: a copy of one's own is wanted.
    void copyWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextLabel* m_question;
    QPushButton* m_copy;
    QWidget* m_people = nullptr;
};

} // namespace winnow::ui
