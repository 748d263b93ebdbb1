// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Background.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace winnow {

void workInBackground()
{
#ifdef Q_OS_LINUX
    // Qt's priorities say nothing to Linux' scheduler; niceness is kept for each thread there, and this is that of
    // nice(1). A thread that may not be told so works on as before.
    setpriority(PRIO_PROCESS, id_t(gettid()), 10);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace winnow
