// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/Asking.h"

#include <QCoreApplication>

#include <algorithm>

namespace winnow::sources {
namespace {

constexpr qsizetype longestAddress = 2000; // servers take 4,000 to 8,000

} // namespace

QByteArray encoded(const QList<Parameter>& parameters)
{
    QByteArray query;
    for (const auto& [name, value] : parameters) {
        if (value.isEmpty())
            continue;
        if (!query.isEmpty())
            query += '&';
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return query;
}

net::Request asking(const QString& url, const QList<Parameter>& parameters, net::Content content)
{
    QUrl address(url);
    address.setQuery(QString::fromLatin1(encoded(parameters)), QUrl::StrictMode);
    return {address, {}, {}, content};
}

net::Request askingAtLength(const QString& url, const QList<Parameter>& parameters, net::Content content)
{
    const QByteArray query = encoded(parameters);
    if (query.size() <= longestAddress)
        return asking(url, parameters, content);
    return {QUrl(url), query, {}, content};
}

bool readAnswer(formats::JsonDocument& document, const QByteArray& body, QByteArray& text)
{
    using End = formats::JsonDocument::End;
    text = body;
    if (document.parse({text.constData(), size_t(text.size())}) == End::Complete)
        return true;
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    return document.parse({text.constData(), size_t(text.size())}) == End::Complete;
}

qint64 numberIn(const formats::JsonDocument& document, std::uint32_t node)
{
    const std::string text = document.text(node);
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos || text.size() > 15)
        return -1;
    return std::stoll(text);
}

std::uint32_t memberAt(const formats::JsonDocument& document, std::initializer_list<const char*> path)
{
    std::uint32_t node = formats::JsonDocument::root;
    for (const char* name : path)
        node = document.member(node, name);
    return node;
}

QString words(const char* sentence)
{
    return QCoreApplication::translate("Words", sentence);
}

} // namespace winnow::sources
