// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"

#include <cstdio>
#include <string_view>

namespace winnow::cli {

/// Standard output as a stream of bytes. Goes on quietly after a failure, which `finish` then tells.
class Output {
public:
    explicit Output(std::FILE* file) : m_file(file) { }

    void write(std::string_view text);
    /// False: nobody can read any more of it (the reader of a pipe has gone, the disk is full).
    [[nodiscard]] bool good() const { return m_errno == 0; }
    /// The reader at the other end of the pipe went away.
    [[nodiscard]] bool closedByReader() const;
    /// FileNotWritable, DiskFull. A reader that went away early (`winnow records … | head`) is no failure.
    [[nodiscard]] Result<void> finish();

private:
    std::FILE* m_file;
    int m_errno = 0;
};

} // namespace winnow::cli
