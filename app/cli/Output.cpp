// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Output.h"

#include <cerrno>
#include <cstring>

namespace winnow::cli {

void Output::write(std::string_view text)
{
    if (m_errno != 0 || text.empty())
        return;
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), m_file) != text.size())
        m_errno = errno != 0 ? errno : EIO;
}

bool Output::closedByReader() const
{
    return m_errno == EPIPE;
}

Result<void> Output::finish()
{
    errno = 0;
    if (std::fflush(m_file) != 0 && m_errno == 0)
        m_errno = errno != 0 ? errno : EIO;
    if (m_errno == 0 || closedByReader())
        return {};
    const ErrorCode code = m_errno == ENOSPC ? ErrorCode::DiskFull : ErrorCode::FileNotWritable;
    return fail(code, QStringLiteral("standard output"), QString::fromLocal8Bit(std::strerror(m_errno)));
}

} // namespace winnow::cli
