// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "charts/Plot.h"

#include <QByteArray>

namespace winnow::ui {

/// A chart for print: its finding above, its note below, dark on white whatever the theme, greys told apart.
struct PrintedPlot {
    Plot plot;
    QString title;
    QString note;
    bool rightToLeft = false;
};

/// The bytes of a file by its extension: svg and pdf are vector with text as text, png has 300 dots an inch. BadInput
/// for any other one. On the window's thread.
[[nodiscard]] Result<QByteArray> plotBytes(const PrintedPlot& printed, const QString& suffix);
/// Whole or not at all. FileNotWritable, BadInput.
[[nodiscard]] Result<void> savePlot(const PrintedPlot& printed, const QString& path);

} // namespace winnow::ui
