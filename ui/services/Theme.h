// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Colours.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace winnow::ui {

/// What the user asked for. System follows the desktop, also while running.
enum class Scheme { System, Light, Dark, HighContrast };

/// The kinds of text in the window, with the size of each in the design.
enum class Text {
    Body, ///< 13
    Strong, ///< 13 semi-bold
    Small, ///< 11.5: second line of a row, badges
    Section, ///< 11.5 semi-bold: heads of side panels, with 0.06 em spacing where in capitals
    Heading, ///< 17 semi-bold: head of a page or form
    Title, ///< 21 semi-bold, grows with the reading size: title of an abstract
    Reading, ///< 15.5, set by the user: the abstract
    Button, ///< 15 semi-bold: vote buttons
};

/// The look of the window: colours, sizes of text and measures. One object, made in main, handed to who needs it.
/// Widgets paint with colours() and repaint on changed(). It must outlive the widgets it was handed to.
class Theme final : public QObject {
    Q_OBJECT
public:
    /// Remembers the system's palette: make it before any palette is set.
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    /// What the desktop says about itself; comes from SystemAppearance.
    void setSystem(bool dark, bool highContrast);

    /// Style, palette, font and icon theme of the application: now, and again whenever the theme changes.
    void applyTo(QApplication& application);

    [[nodiscard]] const Colours& colours() const { return m_colours; }
    [[nodiscard]] bool dark() const { return m_dark; }
    [[nodiscard]] bool highContrast() const { return m_highContrast; }

    [[nodiscard]] QFont font(Text text) const;
    /// Size of abstracts in device-independent pixels at 96 dpi, 11–32 (design: 15.5).
    [[nodiscard]] double readingSize() const { return m_readingSize; }
    void setReadingSize(double size);
    /// One step larger (+1), smaller (−1) or back to the design's size (0): Ctrl + + / − / 0.
    void zoomReading(int step);
    /// Height of a reading line as a share of its size.
    static constexpr double readingLine = 1.6;
    /// Width of the text column of an abstract: 60–75 characters at the present reading size.
    [[nodiscard]] int readingMeasure() const;

    /// A measure of the design in pixels of this screen (grows with the desktop's font resolution).
    [[nodiscard]] int px(double designPixels) const;

    static constexpr double defaultReadingSize = 15.5;
    static constexpr int toolRow = 44;
    static constexpr int field = 30;
    static constexpr int listRow = 70;
    static constexpr int tableRow = 28;
    static constexpr int railItem = 32;
    static constexpr int radius = 6;
    static constexpr int margin = 16;
    static constexpr int gap = 12;

Q_SIGNALS:
    /// Colours or contrast changed: repaint.
    void changed();
    /// The reading size changed: set abstracts anew.
    void readingSizeChanged(double size);

private:
    void refresh();
    void dress();

    QPalette m_system;
    Scheme m_scheme = Scheme::System;
    bool m_systemDark = false;
    bool m_systemHighContrast = false;
    bool m_dark = false;
    bool m_highContrast = false;
    double m_readingSize = defaultReadingSize;
    Colours m_colours;
    QApplication* m_application = nullptr;
};

} // namespace winnow::ui
