// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "figures/Figure.h"

#include <QByteArray>
#include <QStringList>

#include <vector>

namespace winnow::figures {

/// Figures as files. SVG and PDF are vector with text as text, the page as large as the figure, no margins;
/// PNG is drawn at 300 dots an inch and says so. Title and description go into the file's metadata.
/// Needs a QGuiApplication.

/// "svg", "pdf", "png", in the order to offer them.
[[nodiscard]] QStringList figureSuffixes();

/// The file's bytes. BadInput for a suffix (any case, no dot) that is not in `figureSuffixes`.
[[nodiscard]] Result<QByteArray> figureBytes(const Figure& figure, const QString& suffix);

/// Writes by the extension of `path`; the file appears whole or not at all, an older one stays until then.
/// BadInput: unknown extension. FileNotWritable, DiskFull: with what the system said. FileNotWritable also when
/// something other than a plain file has that name.
[[nodiscard]] Result<void> saveFigure(const Figure& figure, const QString& path);

/// A figure of several pages: a PDF holds them all, of other kinds each page is a file of its own, "plot.svg",
/// "plot-2.svg" …; gives the names. Pages that were written stay if a later one fails. Errors as saveFigure; BadInput
/// without pages.
[[nodiscard]] Result<QStringList> saveFigures(const std::vector<Figure>& pages, const QString& path);

} // namespace winnow::figures
