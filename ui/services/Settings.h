// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <memory>

namespace winnow::ui {

/// What this laptop remembers; never part of a project. Name and default of each stand in one table (Settings.cpp).
enum class Setting {
    RecentFiles, ///< list of paths, newest first
    LastFolder, ///< where files were last chosen
    WhoAmI, ///< per project: name of the reviewer who sits here (rules.md D1)
    ProjectFile, ///< per project: where my copy of it was last opened
    ColourScheme, ///< int of Scheme
    ReadingSize, ///< pixels
    Language, ///< "de"; empty: the system's
    WindowGeometry, ///< QWidget::saveGeometry
    PanelLayout, ///< per panel: QSplitter::saveState
    TableLayout, ///< per table: QHeaderView::saveState
    ListShown, ///< per panel: the list beside the reader is open
    KeyPreset, ///< int of Keys::Preset
    KeyBindings, ///< own bindings: list of "include=I, Y"
    SingleKeys, ///< single letters act
    AutoAdvance, ///< after a vote go to the next
    QueueOrder, ///< per project and stage
    QueueFilter, ///< per project and stage
    QueuePosition, ///< per project and stage: number of the record where I was
    LibraryLink, ///< OpenURL base of my library
    ContactAddress, ///< e-mail address that services may write to
    LastPlace, ///< per project: the workspace that was open
};

/// Reads and writes settings by name. A scope is what a setting is "per": a project's id, a panel's name.
class Settings final {
public:
    explicit Settings(std::unique_ptr<QSettings> store);
    /// The user's own, in the place the platform keeps such things.
    [[nodiscard]] static Settings ofUser();
    /// In a file of its own: for tests.
    [[nodiscard]] static Settings inFile(const QString& path);

    /// The value, or the default of the table. Values of the wrong type count as absent.
    [[nodiscard]] QVariant value(Setting setting, const QString& scope = {}) const;
    void set(Setting setting, const QVariant& value, const QString& scope = {});
    void forget(Setting setting, const QString& scope = {});

    [[nodiscard]] QString text(Setting setting, const QString& scope = {}) const;
    [[nodiscard]] bool flag(Setting setting, const QString& scope = {}) const;
    [[nodiscard]] int number(Setting setting, const QString& scope = {}) const;

    /// Recent project files, newest first, at most ten; the path is made absolute.
    [[nodiscard]] QStringList recentFiles() const;
    void addRecentFile(const QString& path);
    void dropRecentFile(const QString& path);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace winnow::ui
