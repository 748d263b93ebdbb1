// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Style.h"

namespace winnow::figures {
namespace {

constexpr double thinRule = 0.7;

QPen solid(QColor colour, double width = thinRule)
{
    return QPen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
}

QPen dashed(QColor colour)
{
    QPen pen = solid(colour);
    pen.setDashPattern({4, 3}); // in pen widths
    return pen;
}

constexpr QColor inkColour(0x22, 0x22, 0x22);
constexpr QColor lineColour(0x55, 0x55, 0x55);
constexpr QColor mutedColour(0x50, 0x50, 0x50);
constexpr QColor goldColour(0xf2, 0xd8, 0x8a);
constexpr QColor greyColour(0xdc, 0xdc, 0xdc);
constexpr QColor blueColour(0x9f, 0xc5, 0xe8);
constexpr QColor stampedColour(0x9c, 0x2a, 0x1c);

} // namespace

QColor paperColour()
{
    return Qt::white;
}

Style styleOf(Role role)
{
    switch (role) {
    case Role::Box: return {solid(inkColour), QBrush(paperColour())};
    case Role::PendingBox: return {dashed(inkColour), QBrush(paperColour())};
    case Role::Title: return {solid(inkColour), QBrush(goldColour)};
    case Role::OtherTitle: return {solid(inkColour), QBrush(greyColour)};
    case Role::SideBar: return {Qt::NoPen, QBrush(blueColour)};
    case Role::Stamp: return {solid(stampedColour, 1.0), Qt::NoBrush};
    case Role::Flow: return {solid(lineColour), QBrush(lineColour)};
    case Role::PendingFlow: return {dashed(lineColour), QBrush(lineColour)};
    case Role::Body:
    case Role::Heading: return {solid(inkColour), Qt::NoBrush};
    case Role::Note: return {solid(mutedColour), Qt::NoBrush};
    }
    return {};
}

} // namespace winnow::figures
