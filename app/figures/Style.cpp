// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/Style.h"

#include <cmath>

namespace winnow::figures {
namespace {

constexpr double thinRule = 0.7;
constexpr double hairRule = 0.4;

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
constexpr QColor shadeColour(0xe6, 0xe6, 0xe6);
constexpr QColor ruleColour(0x9a, 0x9a, 0x9a);
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
    case Role::Heading:
    case Role::Axis:
    case Role::OnLight: return {solid(inkColour), Qt::NoBrush};
    case Role::Note: return {solid(mutedColour), Qt::NoBrush};
    case Role::Cell: return {solid(ruleColour, hairRule), QBrush(paperColour())};
    case Role::Shaded: return {solid(ruleColour, hairRule), QBrush(shadeColour)};
    case Role::Strip: return {solid(ruleColour, hairRule), QBrush(greyColour)};
    case Role::OnDark: return {solid(paperColour()), Qt::NoBrush};
    }
    return {};
}

Style filledWith(const QColor& colour)
{
    return {solid(inkColour, hairRule), QBrush(colour)};
}

Role contrastRole(const QColor& colour)
{
    // Relative luminance (WCAG 2.1); at 0.18 black and white stand out alike.
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double luminance
        = 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    return luminance > 0.18 ? Role::OnLight : Role::OnDark;
}

} // namespace winnow::figures
