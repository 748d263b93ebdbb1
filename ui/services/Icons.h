// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

#include <vector>

namespace winnow::ui {

class Theme;

/// The signs of the window. Each is one name of the Breeze icon theme; the table stands in Icons.cpp.
enum class Sign {
    Overview,
    Sources,
    Duplicates,
    Screening,
    FullTexts,
    Conflicts,
    RiskOfBias,
    Extraction,
    Synthesis,
    Report,
    Sharing,
    Open,
    New,
    Save,
    Import,
    Export,
    Print,
    Copy,
    Paste,
    Delete,
    Edit,
    Add,
    Remove,
    Close,
    Cancel,
    Ok,
    Undo,
    Redo,
    Find,
    Filter,
    Sort,
    Refresh,
    Settings,
    Keys,
    Help,
    Info,
    Warning,
    Error,
    Question,
    Back,
    Forward,
    Up,
    Down,
    More,
    Link,
    Note,
    Label,
    Person,
    People,
    Hidden,
    Shown,
    Lock,
    History,
    Folder,
    Document,
    Pdf,
    Chart,
    Table,
    List,
    ZoomIn,
    ZoomOut,
    FullScreen,
    Calendar,
    SidePanel,
};

/// Breeze icons by name, drawn in the theme's ink (so that light, dark and high contrast need no second set).
class Icons final {
public:
    explicit Icons(const Theme& theme) : m_theme(theme) { }

    /// For buttons, menus and actions: follows the theme while it lives, greys out when disabled.
    [[nodiscard]] QIcon icon(Sign sign) const;
    /// One drawing of it in `colour`, `size` design pixels square; empty if there is no icon theme at all.
    [[nodiscard]] QPixmap pixmap(Sign sign, int size, const QColor& colour, qreal ratio = 1) const;

    /// The Breeze name of a sign, and all signs: a test looks each of them up.
    [[nodiscard]] static QString nameOf(Sign sign);
    /// The drawing used at `size`; empty if Breeze is not installed.
    [[nodiscard]] static QString fileOf(Sign sign, int size);
    [[nodiscard]] static std::vector<Sign> all();
    /// Puts the folder of system icons on Qt's search path and chooses Breeze, light or dark.
    static void chooseTheme(bool dark);

private:
    const Theme& m_theme;
};

} // namespace winnow::ui
