// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace winnow::ui {

class TextLabel;
class Theme;

/// "Who sits here?" as a strip over the workspaces: one button per person of the review, and none of it in the way.
class WhoStrip final : public QWidget {
    Q_OBJECT
public:
    explicit WhoStrip(const Theme& theme, QWidget* parent = nullptr);
    void ask(const std::vector<Reviewer>& people);

Q_SIGNALS:
    void chosen(winnow::ReviewerId who);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextLabel* m_question;
    QWidget* m_people = nullptr;
};

} // namespace winnow::ui
