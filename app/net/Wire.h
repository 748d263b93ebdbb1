// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <utility>

/// What is asked of a service and what it answers, as values.
namespace winnow::net {

using Header = std::pair<QByteArray, QByteArray>;

/// What the body of a good answer has to be. A web page instead of it is somebody else who answers (a login page).
enum class Content { Any, Json, Xml };

struct Request {
    QUrl url;
    QByteArray form; ///< not empty: sent by POST, as a form
    QList<Header> headers;
    Content content = Content::Any;

    bool operator==(const Request&) const = default;
};

struct Answer {
    int status = 0;
    QList<Header> headers;
    QByteArray body;
    qint64 at = 0; ///< when it was there, ms since 1970

    bool operator==(const Answer&) const = default;
    /// Whatever the case of its name; "" if it is not there.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

/// Why no answer came.
enum class Trouble { None, NoRoute, NoHost, Tls, Proxy, TimedOut, Cut, TooLarge, Stopped };

/// One exchange: an answer, or a trouble with what the system said of it.
struct Outcome {
    Answer answer;
    Trouble trouble = Trouble::None;
    QString said;
};

} // namespace winnow::net
