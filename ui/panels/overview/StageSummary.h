// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Flow.h"
#include "project/Project.h"
#include "widgets/Frames.h"

class QGridLayout;

namespace winnow::ui {

class ProgressLine;
class TextLabel;

/// One stage in a card: how far it is, what became of its reports, and how many votes each person has cast: how many,
/// never which.
class StageSummary final : public QWidget {
    Q_OBJECT
public:
    StageSummary(const Theme& theme, Stage stage, QWidget* parent = nullptr);
    void display(const StageStatus& status, const Review& review);

private:
    void showPeople(const StageStatus& status, const Review& review);

    const Theme& m_theme;
    Stage m_stage;
    Card* m_card;
    ProgressLine* m_line;
    TextLabel* m_numbers;
    QWidget* m_people = nullptr;
};

} // namespace winnow::ui
