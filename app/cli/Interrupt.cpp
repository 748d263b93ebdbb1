// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Interrupt.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace winnow::cli {
namespace {

constexpr char stopByte = 's';
constexpr char quitByte = 'q';

// What a signal handler may touch: where to write. Signals have no other way to be handed an object.
volatile std::sig_atomic_t pipeEnd = -1;

extern "C" void onSignal(int)
{
    const int saved = errno;
    const ssize_t written = ::write(pipeEnd, &stopByte, 1);
    static_cast<void>(written);
    errno = saved;
}

void handle(int signal, void (*handler)(int), int flags)
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return;
    m_read = ends[0];
    m_write = ends[1];
    pipeEnd = m_write;
    m_thread = std::thread([this] { wait(); });
    handle(SIGINT, onSignal, SA_RESTART | int(SA_RESETHAND));
    handle(SIGTERM, onSignal, SA_RESTART | int(SA_RESETHAND));
}

Interrupt::~Interrupt()
{
    if (m_write < 0)
        return;
    handle(SIGINT, SIG_DFL, 0);
    handle(SIGTERM, SIG_DFL, 0);
    const ssize_t written = ::write(m_write, &quitByte, 1);
    static_cast<void>(written);
    m_thread.join();
    pipeEnd = -1;
    ::close(m_read);
    ::close(m_write);
}

void Interrupt::wait()
{
    char byte = 0;
    for (;;) {
        const ssize_t n = ::read(m_read, &byte, 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n == 1 && byte == stopByte) {
            m_stop.request_stop();
            continue;
        }
        return;
    }
}

} // namespace winnow::cli
