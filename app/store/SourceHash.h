// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>

#include <string>
#include <string_view>

namespace winnow::store {

/// What names an import in every copy: the first 80 bits of BLAKE2b-256 over its reader and the bytes of its file,
/// packed or not. The reader is the format and what a person said of encoding and columns, since that makes other
/// records of the same bytes (formats::Detected::reader()).
class SourceHash {
public:
    explicit SourceHash(std::string_view reader) : m_hash(QCryptographicHash::Blake2b_256) { add(reader); }

    void add(std::string_view bytes) { m_hash.addData(QByteArrayView(bytes.data(), qsizetype(bytes.size()))); }
    [[nodiscard]] std::string result() const { return m_hash.result().left(10).toStdString(); }

private:
    QCryptographicHash m_hash;
};

} // namespace winnow::store
