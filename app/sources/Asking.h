// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Json.h"
#include "net/Wire.h"

#include <QList>
#include <QString>

#include <string>
#include <utility>

/// What the services have in common.
namespace winnow::sources {

using Parameter = std::pair<QString, QString>;

/// Every value percent-encoded (also "+", "&", "#" and "%"); parameters without a value are left out.
[[nodiscard]] QByteArray encoded(const QList<Parameter>& parameters);
/// By GET.
[[nodiscard]] net::Request asking(const QString& url, const QList<Parameter>& parameters, net::Content content);
/// By GET, or as a form where the address would become too long.
[[nodiscard]] net::Request askingAtLength(const QString& url, const QList<Parameter>& parameters, net::Content content);

/// Reads an answer, which `text` keeps alive. A raw line end inside a text is no JSON; services send some, and no page
/// is lost for it. False: it is not whole.
[[nodiscard]] bool readAnswer(formats::JsonDocument& document, const QByteArray& body, QByteArray& text);
/// A number that JSON holds as such or as a text; -1: it is not there.
[[nodiscard]] qint64 numberIn(const formats::JsonDocument& document, std::uint32_t node);
/// Down a path of members; none if one of them is missing.
[[nodiscard]] std::uint32_t memberAt(const formats::JsonDocument& document, std::initializer_list<const char*> path);

[[nodiscard]] QString words(const char* sentence);

} // namespace winnow::sources
