// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

/// Keys and people's addresses stay between the reviewer and the service: what is kept, logged or shown has none.
namespace winnow::net {

/// The address as it may be seen: without the values of key, token, e-mail and password, and without a user's name.
[[nodiscard]] QString redacted(const QUrl& url);
/// A text of a service without the e-mail addresses in it and without what it calls a key ("api-key":"…" of NCBI holds
/// the key or the caller's address).
[[nodiscard]] QString redacted(const QString& text);
/// What a service said as one line for people: without markup, shortened, redacted.
[[nodiscard]] QString told(const QByteArray& body);

} // namespace winnow::net
