// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace winnow {

/// From now on the calling thread comes after others when there are more of them than cores: for long work, so that a
/// key that is pressed meanwhile is answered first. For good: nothing but long work may follow on this thread. On an
/// idle machine it costs nothing.
void workInBackground();

} // namespace winnow
