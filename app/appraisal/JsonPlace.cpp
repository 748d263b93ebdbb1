// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "appraisal/JsonPlace.h"

#include "appraisal/InstrumentJson.h"
#include "appraisal/Rule.h"

#include <QCoreApplication>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace winnow::appraisal {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Appraisal", text);
}

QString typeOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool: return tr(QT_TRANSLATE_NOOP("Appraisal", "true or false"));
    case QJsonValue::Double: return tr(QT_TRANSLATE_NOOP("Appraisal", "a number"));
    case QJsonValue::String: return tr(QT_TRANSLATE_NOOP("Appraisal", "a text"));
    case QJsonValue::Array: return tr(QT_TRANSLATE_NOOP("Appraisal", "a list"));
    case QJsonValue::Object: return tr(QT_TRANSLATE_NOOP("Appraisal", "an object"));
    default: return tr(QT_TRANSLATE_NOOP("Appraisal", "nothing"));
    }
}

/// Controls, marks that turn the direction of writing, and halves of surrogate pairs: what is shown would not be what
/// is there.
std::optional<char16_t> hidden(const QString& text, bool lines)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool lineEnd = lines && (c == u'\n' || c == u'\t');
        const bool turns = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        const bool half = text[i].isSurrogate()
            && !(text[i].isHighSurrogate() ? i + 1 < text.size() && text[i + 1].isLowSurrogate()
                                           : i > 0 && text[i - 1].isHighSurrogate());
        const bool mark = c == 0xFEFF || c == 0x2028 || c == 0x2029 || c == 0xFFFE || c == 0xFFFF;
        if (((c < 0x20 || (c >= 0x7F && c < 0xA0)) && !lineEnd) || turns || half || mark)
            return c;
    }
    return std::nullopt;
}

bool isIdCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('.') || c == QLatin1Char('-') || c == QLatin1Char('_');
}

} // namespace

QString JsonPlace::at(const QString& part) const
{
    if (m_place.isEmpty() || part.isEmpty())
        return m_place + part;
    return m_place + QLatin1Char('.') + part;
}

void JsonPlace::tell(Flaw flaw, const QString& part, const QStringList& values)
{
    m_findings.push_back({flaw, at(part), values});
}

void JsonPlace::wrongType(const QString& part, const QJsonValue& value, const char* expected)
{
    tell(Flaw::WrongType, part, {typeOf(value), tr(expected)});
}

QJsonValue JsonPlace::take(const char* key, Need need)
{
    const QLatin1String name(key);
    m_asked.append(name);
    if (need == Need::Must && !m_object.contains(name))
        tell(Flaw::Missing, {}, {name});
    return m_object.value(name);
}

QString JsonPlace::checked(const QString& text, const QString& part, qsizetype longest, bool lines)
{
    if (text.size() > longest) {
        tell(Flaw::LongText, part, {QString::number(text.size()), QString::number(longest)});
        return {};
    }
    if (const auto c = hidden(text, lines)) {
        tell(Flaw::HostileText, part, {QStringLiteral("U+%1").arg(*c, 4, 16, QLatin1Char('0')).toUpper()});
        return {};
    }
    return lines ? text.trimmed() : text.simplified();
}

QString JsonPlace::text(const char* key, Need need, qsizetype longest)
{
    const QJsonValue value = take(key, need);
    if (value.isUndefined())
        return {};
    if (!value.isString()) {
        wrongType(QLatin1String(key), value, QT_TRANSLATE_NOOP("Appraisal", "a text"));
        return {};
    }
    const std::size_t before = m_findings.size();
    QString text = checked(value.toString(), QLatin1String(key), longest, false);
    if (text.isEmpty() && before == m_findings.size())
        tell(Flaw::EmptyText, QLatin1String(key), {});
    return text;
}

QString JsonPlace::prose(const char* key)
{
    const QJsonValue value = take(key, Need::May);
    if (value.isUndefined())
        return {};
    if (value.isString())
        return checked(value.toString(), QLatin1String(key), limits::textLength, true);
    wrongType(QLatin1String(key), value, QT_TRANSLATE_NOOP("Appraisal", "a text"));
    return {};
}

QString JsonPlace::id(const char* key)
{
    QString id = text(key, Need::Must, limits::textLength);
    if (id.isEmpty())
        return id;
    const bool good = id.size() <= limits::idLength && std::all_of(id.begin(), id.end(), isIdCharacter);
    if (!good)
        tell(Flaw::BadId, QLatin1String(key), {id, QString::number(limits::idLength)});
    else if (isKeptWord(id))
        tell(Flaw::KeptWord, QLatin1String(key), {id});
    return id;
}

QString JsonPlace::colour(const char* key)
{
    QString colour = text(key, Need::May, limits::textLength);
    const bool good = colour.size() == 7 && colour.startsWith(QLatin1Char('#'))
        && std::all_of(colour.begin() + 1, colour.end(), [](QChar c) {
                          return c.isDigit() ? c.unicode() < 0x80
                                             : c.toLower() >= QLatin1Char('a') && c.toLower() <= QLatin1Char('f');
                      });
    if (!colour.isEmpty() && !good)
        tell(Flaw::BadColour, QLatin1String(key), {colour});
    return colour;
}

QString JsonPlace::link(const char* key)
{
    QString link = text(key, Need::May, limits::textLength);
    const QUrl url(link, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!link.isEmpty() && !(url.isValid() && web && !url.host().isEmpty()))
        tell(Flaw::BadLink, QLatin1String(key), {link});
    return link;
}

bool JsonPlace::flag(const char* key, bool absent)
{
    const QJsonValue value = take(key, Need::May);
    if (!value.isUndefined() && !value.isBool())
        wrongType(QLatin1String(key), value, QT_TRANSLATE_NOOP("Appraisal", "true or false"));
    return value.toBool(absent);
}

std::optional<double> JsonPlace::number(const char* key, double low, double high)
{
    const QJsonValue value = take(key, Need::May);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isDouble()) {
        wrongType(QLatin1String(key), value, QT_TRANSLATE_NOOP("Appraisal", "a number"));
        return std::nullopt;
    }
    const double number = value.toDouble();
    if (number >= low && number <= high)
        return number;
    tell(Flaw::BadNumber, QLatin1String(key), {QString::number(number), QString::number(low), QString::number(high)});
    return std::nullopt;
}

QJsonArray JsonPlace::array(const char* key, qsizetype most)
{
    const QJsonValue value = take(key, Need::May);
    if (value.isUndefined())
        return {};
    if (!value.isArray()) {
        wrongType(QLatin1String(key), value, QT_TRANSLATE_NOOP("Appraisal", "a list"));
        return {};
    }
    const QJsonArray array = value.toArray();
    if (array.size() <= most)
        return array;
    tell(Flaw::TooMany, QLatin1String(key), {QString::number(array.size()), QString::number(most)});
    return {};
}

QStringList JsonPlace::words(const char* key, qsizetype longest, qsizetype most)
{
    QStringList words;
    const QJsonArray list = array(key, most);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString part = QStringLiteral("%1[%2]").arg(QLatin1String(key)).arg(i);
        if (!list[i].isString()) {
            wrongType(part, list[i], QT_TRANSLATE_NOOP("Appraisal", "a text"));
            continue;
        }
        const QString word = checked(list[i].toString(), part, longest, false);
        if (word.isEmpty())
            tell(Flaw::EmptyText, part, {});
        else
            words.append(word);
    }
    return words;
}

void JsonPlace::each(const char* key, qsizetype most, const std::function<void(JsonPlace&)>& take)
{
    const QJsonArray list = array(key, most);
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString part = QStringLiteral("%1[%2]").arg(QLatin1String(key)).arg(i);
        if (!list[i].isObject()) {
            wrongType(part, list[i], QT_TRANSLATE_NOOP("Appraisal", "an object"));
            continue;
        }
        JsonPlace inner(list[i].toObject(), at(part), m_findings);
        take(inner);
        inner.finish();
    }
}

void JsonPlace::one(const char* key, const std::function<void(JsonPlace&)>& take)
{
    const QJsonValue value = this->take(key, Need::May);
    if (value.isUndefined())
        return;
    if (!value.isObject()) {
        wrongType(QLatin1String(key), value, QT_TRANSLATE_NOOP("Appraisal", "an object"));
        return;
    }
    JsonPlace inner(value.toObject(), at(QLatin1String(key)), m_findings);
    take(inner);
    inner.finish();
}

void JsonPlace::eachText(const std::function<void(const QString& key, const QString& text)>& take)
{
    m_asked = m_object.keys();
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        const QString part = QLatin1Char('"') + it.key().left(limits::nameLength) + QLatin1Char('"');
        if (it->isString())
            take(it.key(), checked(it->toString(), part, limits::textLength, true));
        else
            wrongType(part, *it, QT_TRANSLATE_NOOP("Appraisal", "a text"));
    }
}

void JsonPlace::finish()
{
    const QString known = m_asked.join(QLatin1String(", "));
    const QSet<QString> asked(m_asked.begin(), m_asked.end());
    for (const QString& key : m_object.keys()) {
        if (!asked.contains(key))
            tell(Flaw::UnknownKey, {}, {key, known});
    }
}

} // namespace winnow::appraisal
