// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Inflater.h"

#include <QIODevice>
#include <QString>

#include <memory>
#include <optional>

namespace winnow::formats {

/// Packed bytes: a gzip file, or a file in a ZIP.
class PackedStream {
public:
    /// nullptr: it cannot be opened, or is packed in a way that is not known.
    [[nodiscard]] static std::unique_ptr<PackedStream> ofGzip(const QString& path);
    [[nodiscard]] static std::unique_ptr<PackedStream> ofMember(const QString& archive, const QString& name);
    virtual ~PackedStream() = default;

    [[nodiscard]] virtual QIODevice& device() = 0;
    /// Back to the beginning.
    virtual bool restart() = 0;
    [[nodiscard]] virtual Inflater::Wrapping wrapping() const = 0;
    /// What the unpacked content must have, where the packing does not see to it.
    [[nodiscard]] virtual std::optional<quint32> crc() const { return {}; }
    /// The archive breaks off here, whatever the stream says.
    [[nodiscard]] virtual bool breaksOff() const { return false; }
    /// Of the whole archive.
    [[nodiscard]] virtual qint64 size() const = 0;
};

} // namespace winnow::formats
