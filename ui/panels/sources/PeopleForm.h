// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Imports.h"
#include "project/Project.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QPushButton;

namespace winnow::ui {

class Theme;

/// Who is who, which stage, and whether the blind was on (rules.md F1): people whose votes a file carries, each matched
/// with a reviewer or left out.
class PeopleForm final : public QWidget {
    Q_OBJECT

public:
    /// `decisions`: of the team that made the file, which come in with its people's votes.
    PeopleForm(const Theme& theme, const Review& review, const QStringList& people, qint64 decisions,
               QWidget* parent = nullptr);

    /// Person in the file → reviewer; those left out are missing. Where the file carries decisions only: under no name.
    [[nodiscard]] VotesAs votesAs() const;
    [[nodiscard]] QComboBox* choiceOf(const QString& person) const;
    [[nodiscard]] QComboBox* stageChoice() const { return m_stage; }
    [[nodiscard]] QCheckBox* seenBox() const { return m_seen; }
    [[nodiscard]] QPushButton* button() const { return m_bring; }

Q_SIGNALS:
    void chosen(const winnow::VotesAs& votesAs);

private:
    void addPerson(const Theme& theme, const Review& review, const QString& person, QGridLayout* grid);

    std::vector<std::pair<QString, QComboBox*>> m_rows;
    qint64 m_decisions;
    QComboBox* m_stage;
    QCheckBox* m_seen;
    QPushButton* m_bring;
};

} // namespace winnow::ui
