// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include <variant>
#include <vector>

namespace winnow::figures {

/// What a mark stands for. How it looks on paper is decided in one place, Style.cpp.
enum class Role {
    Box, ///< a computed box of the main column
    PendingBox, ///< something still waits here: dashed
    Title, ///< heading bar of a column
    OtherTitle, ///< heading bar of the "other methods" column
    SideBar, ///< the rotated phase bars
    Stamp, ///< "Interim"
    Flow, ///< lines and arrows between boxes
    PendingFlow, ///< the same to a pending box
    Body, ///< text in a box
    Heading, ///< text in bars and stamp
    Note, ///< footnotes
    Cell, ///< of a table
    Shaded, ///< a cell that stands out: the overall judgement, the name of a group
    Strip, ///< the head of a table
    Axis, ///< of a plot
    OnLight, ///< text on a light colour
    OnDark, ///< text on a dark one
};

/// Which point of the text `TextMark::at` is.
enum class Anchor { Start, Middle, End };

struct RectMark {
    QRectF rect;
    Role role = Role::Box;
    double radius = 0;

    bool operator==(const RectMark&) const = default;
};

struct LineMark {
    QPolygonF points;
    Role role = Role::Flow;

    bool operator==(const LineMark&) const = default;
};

/// A line with a head at its last point; the last leg must be longer than the head (`arrowHeadLength`).
struct ArrowMark {
    QPolygonF points;
    Role role = Role::Flow;

    bool operator==(const ArrowMark&) const = default;
};

/// One line of text. `at` lies on the baseline; the text is turned about it, `rotation` degrees clockwise.
struct TextMark {
    QString text;
    QPointF at;
    Role role = Role::Body;
    double size = 7.5; ///< points
    QFont::Weight weight = QFont::Normal;
    bool italic = false;
    Anchor anchor = Anchor::Start;
    double rotation = 0;

    bool operator==(const TextMark&) const = default;
};

/// A disc in a colour of the data's own, such as a judgement's, with a thin rule around it.
struct DiscMark {
    QPointF centre;
    double radius = 0;
    QColor colour;

    bool operator==(const DiscMark&) const = default;
};

/// The same as a rectangle.
struct BarMark {
    QRectF rect;
    QColor colour;

    bool operator==(const BarMark&) const = default;
};

using Mark = std::variant<RectMark, LineMark, ArrowMark, TextMark, DiscMark, BarMark>;

/// A place that can be clicked; `key` says of what: the PRISMA box of a flow figure ("dbr_excluded/Wrong population").
struct Region {
    QRectF rect;
    QString key;

    bool operator==(const Region&) const = default;
};

/// A print figure: marks in painting order, everything in points (1/72 inch), origin at the top left, y down.
/// The same value is painted on screen, in SVG, PDF and PNG.
struct Figure {
    QSizeF size;
    QString title; ///< goes into the file's metadata
    QString description; ///< the figure in words, for those who cannot see it; also metadata
    std::vector<Mark> marks;
    std::vector<Region> regions;

    bool operator==(const Figure&) const = default;
    /// The key under a point, the smallest region first; empty when there is none.
    [[nodiscard]] QString keyAt(QPointF point) const;
};

inline constexpr double arrowHeadLength = 6;
inline constexpr double arrowHeadWidth = 5;

} // namespace winnow::figures
