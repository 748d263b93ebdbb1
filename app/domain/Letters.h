// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sharing.h"

namespace winnow::words {

/// The text to paste into the mail that a bundle goes with, in the user's language.
[[nodiscard]] QString letter(const BundleInfo& info, const QString& fileName);
/// Why to wait with sharing, as a sentence.
[[nodiscard]] QString sentence(NotReady what);
/// What a bundle is, in one line, for whoever looks into the ZIP and for lists of bring-ins.
[[nodiscard]] QString summary(const BundleInfo& info);
/// "REVIEW – start – for Ben.winnowz" (rules.md E2, E5, E9), with nothing that a file system refuses.
[[nodiscard]] QString fileName(const BundleInfo& info);
/// A title as a file's name without its suffix.
[[nodiscard]] QString fileStem(const QString& title);

} // namespace winnow::words
