// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/EndnoteXml.h"
#include "formats/Format.h"
#include "formats/Nbib.h"
#include "formats/Ris.h"
#include "formats/Table.h"
#include "formats/Write.h"

#include <QList>
#include <QString>

#include <array>

namespace winnow::formats {
namespace {

constexpr std::array formats{
    // id, name, extensions, reads, writes, likeness, read, writer
    Format{"ris", "RIS", "ris txt", true, true, risLikeness, readRis, makeRisWriter},
    Format{"nbib", "PubMed / MEDLINE", "nbib txt", true, false, nbibLikeness, readNbib, nullptr},
    Format{"endnote-xml", "EndNote XML", "xml", true, false, endnoteXmlLikeness, readEndnoteXml, nullptr},
    Format{"csv", "CSV table", "csv txt", true, true, csvLikeness, readTable, makeCsvWriter},
    Format{"tsv", "Tab-separated table", "tsv tab txt", true, false, tsvLikeness, readTable, nullptr},
};

} // namespace

std::span<const Format> registry()
{
    return formats;
}

const Format* findFormat(QStringView id)
{
    for (const Format& format : formats) {
        if (id.compare(QLatin1String(format.id), Qt::CaseInsensitive) == 0)
            return &format;
    }
    return nullptr;
}

bool hasExtension(const Format& format, QStringView fileName)
{
    const QString extensions = QString::fromLatin1(format.extensions);
    for (const QStringView extension : QStringView(extensions).split(QLatin1Char(' '))) {
        if (fileName.endsWith(QString(QLatin1Char('.') + extension.toString()), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

const Format* findWriter(QStringView fileName)
{
    for (const Format& format : formats) {
        const QString usual = QString::fromLatin1(format.extensions).section(QLatin1Char(' '), 0, 0);
        if (format.writes && fileName.endsWith(QString(QLatin1Char('.') + usual), Qt::CaseInsensitive))
            return &format;
    }
    return nullptr;
}

std::unique_ptr<RecordWriter> makeWriter(const Format& format)
{
    return format.makeWriter ? format.makeWriter() : nullptr;
}

} // namespace winnow::formats
