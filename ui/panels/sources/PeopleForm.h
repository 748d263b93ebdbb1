// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Project.h"

#include <QMap>
#include <QWidget>

#include <vector>

class QComboBox;
class QPushButton;

namespace winnow::ui {

class Theme;

/// Who is who: people whose votes a file carries, each matched with a reviewer or left out.
class PeopleForm final : public QWidget {
    Q_OBJECT

public:
    PeopleForm(const Theme& theme, const Review& review, const QStringList& people, QWidget* parent = nullptr);

    /// Person in the file → reviewer; those left out are missing.
    [[nodiscard]] QMap<QString, QString> votesAs() const;
    [[nodiscard]] QComboBox* choiceOf(const QString& person) const;
    [[nodiscard]] QPushButton* button() const { return m_bring; }

Q_SIGNALS:
    void chosen(const QMap<QString, QString>& votesAs);

private:
    std::vector<std::pair<QString, QComboBox*>> m_rows;
    QPushButton* m_bring;
};

} // namespace winnow::ui
