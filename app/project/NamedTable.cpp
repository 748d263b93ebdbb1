// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/NamedTable.h"

#include "formats/Encoding.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace winnow {
namespace {

/// What parts the names of the header: the one of the usual three that is there most often.
char delimiterOf(std::string_view text)
{
    const std::string_view header = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    for (const char candidate : {';', '\t'}) {
        if (std::count(header.begin(), header.end(), candidate) > std::count(header.begin(), header.end(), best))
            best = candidate;
    }
    return best;
}

QString cellText(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), qsizetype(cell.size())).trimmed();
}

int placeOf(const formats::Row& header, const QString& name)
{
    for (size_t i = 0; i < header.cells.size(); ++i) {
        if (cellText(header.cells[i]).compare(name, Qt::CaseInsensitive) == 0)
            return int(i);
    }
    return -1;
}

} // namespace

Result<std::unique_ptr<NamedTable>> NamedTable::open(const QString& path, const QStringList& needed,
                                                     const QStringList& optional)
{
    std::unique_ptr<NamedTable> table(new NamedTable);
    if (auto opened = table->openFile(path); !opened)
        return Failure(opened.error());
    if (auto read = table->readHeader(path, needed, optional); !read)
        return Failure(read.error());
    return table;
}

Result<QStringList> NamedTable::headerOf(const QString& path)
{
    const auto table = open(path, {});
    if (!table)
        return Failure(table.error());
    QStringList names;
    for (const auto& cell : (*table)->m_row.cells)
        names << cellText(cell);
    return names;
}

Result<void> NamedTable::openFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileMissing, path);
    if (info.isDir())
        return fail(ErrorCode::IsDirectory, path);
    m_file.setFileName(path);
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, m_file.errorString());
    if (info.size() == 0)
        return fail(ErrorCode::EmptyFile, path);
    const QString encoding = formats::guessEncoding(m_file);
    auto decoder = formats::makeDecoder(encoding);
    if (!decoder)
        return fail(ErrorCode::FileUnreadable, path, encoding);
    m_input = std::make_unique<formats::TextInput>(m_file, std::move(decoder));
    return {};
}

Result<void> NamedTable::readHeader(const QString& path, const QStringList& needed, const QStringList& optional)
{
    m_input->fill();
    m_rows = std::make_unique<formats::TableRows>(*m_input, delimiterOf(m_input->buffered()));
    do {
        if (!m_rows->next(m_row))
            return fail(ErrorCode::EmptyFile, path);
    } while (m_row.blank());
    for (const QString& name : needed) {
        m_columns.push_back(placeOf(m_row, name));
        if (m_columns.back() < 0)
            return fail(ErrorCode::BadInput, path,
                        QCoreApplication::translate("Words", "it has no column “%1”").arg(name));
    }
    for (const QString& name : optional)
        m_columns.push_back(placeOf(m_row, name));
    return {};
}

bool NamedTable::next()
{
    while (m_rows->next(m_row)) {
        if (!m_row.blank())
            return true;
    }
    return false;
}

QString NamedTable::cell(int column) const
{
    const int place = m_columns[size_t(column)];
    return place < 0 || size_t(place) >= m_row.cells.size() ? QString() : cellText(m_row.cells[size_t(place)]);
}

} // namespace winnow
