// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/ZipSalvage.h"

#include "formats/Archive.h"

#include <QtEndian>

namespace winnow::formats {
namespace {

constexpr qint64 headSize = 30;
constexpr quint32 headMark = 0x04034B50;
constexpr quint32 directoryMark = 0x02014B50;
constexpr quint32 descriptorMark = 0x08074B50;
constexpr quint16 sealed = 1 << 0;
constexpr quint16 sizesFollow = 1 << 3;
constexpr quint16 utf8Name = 1 << 11;
constexpr quint32 in64 = 0xFFFFFFFF; ///< the size stands in an extra field

/// The head of one file, as far as it matters.
struct Head {
    quint16 flags = 0;
    quint16 method = 0;
    quint32 crc = 0;
    quint32 packed = 0;
    QString name;
    qint64 end = 0; ///< where the packed bytes begin
};

template <class Number> Number numberAt(const QByteArray& bytes, qsizetype at)
{
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

quint32 markAt(QIODevice& archive, qint64 at)
{
    const QByteArray mark = archive.seek(at) ? archive.read(4) : QByteArray();
    return mark.size() == 4 ? numberAt<quint32>(mark, 0) : 0;
}

std::optional<Head> headAt(QIODevice& archive, qint64 at)
{
    const QByteArray bytes = archive.seek(at) ? archive.read(headSize) : QByteArray();
    if (bytes.size() < headSize || numberAt<quint32>(bytes, 0) != headMark)
        return {};
    const qint64 nameSize = numberAt<quint16>(bytes, 26);
    const QByteArray name = archive.read(nameSize);
    if (name.size() < nameSize)
        return {};
    Head head{numberAt<quint16>(bytes, 6),
              numberAt<quint16>(bytes, 8),
              numberAt<quint32>(bytes, 14),
              numberAt<quint32>(bytes, 18),
              {},
              at + headSize + nameSize + numberAt<quint16>(bytes, 28)};
    head.name = head.flags & utf8Name ? QString::fromUtf8(name) : QString::fromLocal8Bit(name);
    return head;
}

/// Where the packed bytes end that do not say beforehand how many they are; none: they break off, or are too many.
std::optional<qint64> endOfDeflated(QIODevice& archive, qint64 begin)
{
    if (!archive.seek(begin))
        return {};
    Inflater inflater(archive, Inflater::Wrapping::Raw);
    QByteArray block(1 << 16, Qt::Uninitialized);
    qint64 unpacked = 0;
    for (qint64 n = 0; (n = inflater.read(block.data(), block.size())) > 0;) {
        unpacked += n;
        if (tooLarge(unpacked, archive.size()))
            return {};
    }
    if (!inflater.whole())
        return {};
    const qint64 end = archive.pos() - inflater.surplus();
    return end + (markAt(archive, end) == descriptorMark ? 16 : 12);
}

/// The head says how many bytes follow it.
bool tellsSize(const Head& head)
{
    return (head.flags & sizesFollow) == 0 && head.packed != in64;
}

bool canBeUnpacked(const Head& head)
{
    return (head.flags & sealed) == 0 && (head.method == Z_DEFLATED || (head.method == 0 && tellsSize(head)));
}

std::optional<qint64> endOf(QIODevice& archive, const Head& head)
{
    if (tellsSize(head))
        return head.end + head.packed;
    return head.method == Z_DEFLATED ? endOfDeflated(archive, head.end) : std::nullopt;
}

SalvagedEntry entryOf(const Head& head)
{
    const bool told = tellsSize(head);
    const auto wrapping = head.method == 0 ? Inflater::Wrapping::Stored : Inflater::Wrapping::Raw;
    return {head.name, head.end, told ? qint64(head.packed) : -1, wrapping,
            told ? std::optional<quint32>(head.crc) : std::nullopt};
}

} // namespace

std::vector<SalvagedEntry> salvageZip(QIODevice& archive)
{
    std::vector<SalvagedEntry> entries;
    qint64 at = 0;
    while (const auto head = headAt(archive, at)) {
        if (canBeUnpacked(*head))
            entries.push_back(entryOf(*head));
        const auto end = endOf(archive, *head);
        if (!end)
            break;
        at = *end;
    }
    if (!entries.empty() && markAt(archive, at) != directoryMark)
        entries.back().last = true;
    return entries;
}

} // namespace winnow::formats
