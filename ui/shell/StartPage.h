// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStandardItemModel;

namespace winnow::ui {

class ChoiceButton;
class DenseTable;
class SectionLabel;
class Settings;
class Theme;

/// What the window shows while no review is open: three ways to begin, and the reviews of late.
class StartPage final : public QWidget {
    Q_OBJECT
public:
    StartPage(const Theme& theme, Settings& settings, QWidget* parent = nullptr);

    /// Reads the recent files again and puts the focus on the first thing to do.
    void refresh();
    [[nodiscard]] ChoiceButton* example() const { return m_example; }
    [[nodiscard]] ChoiceButton* newReview() const { return m_new; }
    [[nodiscard]] ChoiceButton* openFile() const { return m_open; }
    [[nodiscard]] DenseTable* recent() const { return m_recent; }

Q_SIGNALS:
    void exampleWanted();
    void newWanted();
    void openWanted();
    void fileWanted(const QString& path);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildRecent();
    void fillRecent();

    const Theme& m_theme;
    Settings& m_settings;
    ChoiceButton* m_example;
    ChoiceButton* m_new;
    ChoiceButton* m_open;
    SectionLabel* m_recentHead;
    QStandardItemModel* m_files;
    DenseTable* m_recent;
};

} // namespace winnow::ui
