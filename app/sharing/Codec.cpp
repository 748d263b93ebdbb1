// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/Codec.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

namespace winnow::sharing {
namespace {

constexpr quint64 changeParts = 11;

void write(QCborStreamWriter& out, const std::string& text)
{
    out.appendByteString(text.data(), qsizetype(text.size()));
}

void write(QCborStreamWriter& out, const store::Value& value)
{
    if (const auto* number = std::get_if<qint64>(&value))
        out.append(*number);
    else if (const auto* text = std::get_if<std::string>(&value))
        write(out, *text);
    else
        out.appendNull();
}

/// Reads what must be there; the first thing that is not spoils the rest.
class Strict {
public:
    explicit Strict(const QByteArray& block) : m_in(block) { }

    [[nodiscard]] bool good() const { return m_good; }
    /// Goes into an array of known length; `length` or, where it is 0, any.
    quint64 enter(quint64 length = 0)
    {
        m_good = m_good && m_in.isArray() && m_in.isLengthKnown() && (length == 0 || m_in.length() == length);
        const quint64 n = m_good ? m_in.length() : 0;
        m_good = m_good && m_in.enterContainer();
        return m_good ? n : 0;
    }
    void leave() { m_good = m_good && !m_in.hasNext() && m_in.leaveContainer(); }
    qint64 number()
    {
        qint64 n = 0;
        if (m_good && m_in.isUnsignedInteger())
            m_good = m_in.toUnsignedInteger() <= quint64(std::numeric_limits<qint64>::max());
        else
            m_good = m_good && m_in.isNegativeInteger();
        if (m_good)
            n = m_in.toInteger();
        m_good = m_good && m_in.next();
        return n;
    }
    std::string text()
    {
        std::string text;
        m_good = m_good && m_in.isByteArray() && m_in.isLengthKnown();
        if (!m_good)
            return text;
        auto part = m_in.readByteArray();
        for (; part.status == QCborStreamReader::Ok; part = m_in.readByteArray())
            text.append(part.data.constData(), size_t(part.data.size()));
        m_good = part.status == QCborStreamReader::EndOfString;
        return text;
    }
    store::Value value()
    {
        if (m_good && m_in.isNull()) {
            m_good = m_in.next();
            return {};
        }
        if (m_good && m_in.isByteArray())
            return text();
        return number();
    }

private:
    QCborStreamReader m_in;
    bool m_good = true;
};

store::PortableChange changeFrom(Strict& in)
{
    store::PortableChange c;
    in.enter(changeParts);
    c.id.stamp = in.number();
    c.id.replica = in.number();
    c.wall = in.number();
    c.step = in.number();
    c.kind = store::ChangeKind(int(in.number() & 0x7fffffff));
    c.author = in.text();
    c.subject = in.text();
    c.slot = in.text();
    c.value = in.value();
    c.undoes.stamp = in.number();
    c.undoes.replica = in.number();
    in.leave();
    return c;
}

} // namespace

QByteArray encode(const std::vector<store::PortableChange>& changes)
{
    QByteArray block;
    QCborStreamWriter out(&block);
    out.startArray(quint64(changes.size()));
    for (const store::PortableChange& c : changes) {
        out.startArray(changeParts);
        for (const qint64 n : {c.id.stamp, c.id.replica, c.wall, c.step, qint64(c.kind)})
            out.append(n);
        for (const std::string* text : {&c.author, &c.subject, &c.slot})
            write(out, *text);
        write(out, c.value);
        out.append(c.undoes.stamp);
        out.append(c.undoes.replica);
        out.endArray();
    }
    out.endArray();
    return block;
}

std::optional<std::vector<store::PortableChange>> decodeChanges(const QByteArray& block)
{
    std::vector<store::PortableChange> changes;
    Strict in(block);
    const quint64 n = in.enter();
    for (quint64 i = 0; i < n && in.good(); ++i)
        changes.push_back(changeFrom(in));
    in.leave();
    return in.good() ? std::optional(std::move(changes)) : std::nullopt;
}

QByteArray encode(const store::FactPage& page)
{
    QByteArray block;
    QCborStreamWriter out(&block);
    out.startArray(3);
    write(out, page.table);
    out.startArray(quint64(page.columns.size()));
    for (const std::string& column : page.columns)
        write(out, column);
    out.endArray();
    out.startArray(quint64(page.rows.size()));
    for (const store::FactRow& row : page.rows) {
        out.startArray(quint64(row.size()));
        for (const store::Value& value : row)
            write(out, value);
        out.endArray();
    }
    out.endArray();
    out.endArray();
    return block;
}

std::optional<store::FactPage> decodePage(const QByteArray& block)
{
    store::FactPage page;
    Strict in(block);
    in.enter(3);
    page.table = in.text();
    const quint64 columns = in.enter();
    for (quint64 i = 0; i < columns && in.good(); ++i)
        page.columns.push_back(in.text());
    in.leave();
    const quint64 rows = in.enter();
    for (quint64 i = 0; i < rows && in.good(); ++i) {
        store::FactRow& row = page.rows.emplace_back();
        const quint64 values = in.enter();
        for (quint64 k = 0; k < values && in.good(); ++k)
            row.push_back(in.value());
        in.leave();
    }
    in.leave();
    in.leave();
    return in.good() ? std::optional(std::move(page)) : std::nullopt;
}

} // namespace winnow::sharing
