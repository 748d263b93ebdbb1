// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Bibtex.h"
#include "formats/Cochrane.h"
#include "formats/CrossrefJson.h"
#include "formats/CslJson.h"
#include "formats/CtgovJson.h"
#include "formats/CtgovXml.h"
#include "formats/EndnoteXml.h"
#include "formats/EuropePmcJson.h"
#include "formats/FieldRows.h"
#include "formats/Format.h"
#include "formats/IctrpXml.h"
#include "formats/Nbib.h"
#include "formats/NoteExpress.h"
#include "formats/OpenAlexJson.h"
#include "formats/Ovid.h"
#include "formats/PubmedXml.h"
#include "formats/Refer.h"
#include "formats/Refworks.h"
#include "formats/Ris.h"
#include "formats/ScopusJson.h"
#include "formats/Table.h"
#include "formats/Wos.h"
#include "formats/Write.h"
#include "formats/Xlsx.h"
#include "formats/ZoteroRdf.h"

#include <QList>
#include <QString>

#include <array>

namespace winnow::formats {
namespace {

constexpr Framing rowsUnderHeader{true, "", "\n", "\n"};
constexpr Framing sheetRows{true, "\f\n", "\n", "\n"}; // the mark of a sheet without a name
constexpr Framing endnoteRecords{false, "<xml><records>\n", "\n", "\n</records></xml>\n"};
constexpr Framing pubmedArticles{false, "<PubmedArticleSet>\n", "\n", "\n</PubmedArticleSet>\n"};
constexpr Framing jsonList{false, "[\n", ",\n", "\n]\n"};

constexpr std::array formats{
    // id, name, extensions, reads, writes, likeness, read, writer, reader with named columns, frame of single entries
    Format{"ris", "RIS", "ris txt", true, true, risLikeness, readRis, makeRisWriter},
    Format{"nbib", "PubMed / MEDLINE", "nbib txt", true, true, nbibLikeness, readNbib, makeNbibWriter},
    Format{"pubmed-xml", "PubMed XML", "xml", true, false, pubmedXmlLikeness, readPubmedXml, nullptr, nullptr,
           pubmedArticles},
    Format{"endnote-xml", "EndNote XML", "xml", true, true, endnoteXmlLikeness, readEndnoteXml, makeEndnoteXmlWriter,
           nullptr, endnoteRecords},
    Format{"bibtex", "BibTeX / BibLaTeX", "bib txt", true, true, bibtexLikeness, readBibtex, makeBibtexWriter},
    Format{"refer", "EndNote tagged / refer", "enw enl ref txt", true, false, referLikeness, readRefer, nullptr},
    Format{"wos", "Web of Science plain text", "ciw isi txt", true, false, wosLikeness, readWos, nullptr},
    Format{"wos-tab", "Web of Science table", "txt tsv", true, false, wosTabLikeness, readWosTab, nullptr, nullptr,
           rowsUnderHeader},
    Format{"refworks", "RefWorks tagged", "txt", true, false, refworksLikeness, readRefworks, nullptr},
    Format{"noteexpress", "NoteExpress", "txt net", true, false, noteExpressLikeness, readNoteExpress, nullptr},
    Format{"cochrane", "Cochrane Library text", "txt", true, false, cochraneLikeness, readCochrane, nullptr},
    Format{"ovid", "Ovid text", "txt", true, false, ovidLikeness, readOvid, nullptr},
    Format{"csv", "CSV table", "csv txt", true, true, csvLikeness, readTable, makeCsvWriter, readNamedTable,
           rowsUnderHeader},
    Format{"csv-fields", "CSV, a field a row (Embase)", "csv txt", true, false, fieldRowsLikeness, readFieldRows,
           nullptr},
    Format{"tsv", "Tab-separated table", "tsv tab txt", true, false, tsvLikeness, readTable, nullptr, readNamedTable,
           rowsUnderHeader},
    Format{"xlsx", "Excel table", "xlsx", true, true, xlsxLikeness, readXlsx, makeXlsxWriter, readNamedXlsx, sheetRows},
    Format{"csl-json", "CSL-JSON", "json", true, true, cslJsonLikeness, readCslJson, makeCslJsonWriter, nullptr,
           jsonList},
    Format{"ctgov-json", "ClinicalTrials.gov JSON", "json", true, false, ctgovJsonLikeness, readCtgovJson, nullptr},
    Format{"ctgov-xml", "ClinicalTrials.gov XML", "xml", true, false, ctgovXmlLikeness, readCtgovXml, nullptr},
    Format{"ictrp-xml", "WHO ICTRP XML", "xml", true, false, ictrpXmlLikeness, readIctrpXml, nullptr},
    Format{"europepmc-json", "Europe PMC JSON", "json", true, false, europePmcJsonLikeness, readEuropePmcJson, nullptr},
    Format{"openalex-json", "OpenAlex JSON", "json", true, false, openAlexJsonLikeness, readOpenAlexJson, nullptr},
    Format{"crossref-json", "Crossref JSON", "json", true, false, crossrefJsonLikeness, readCrossrefJson, nullptr,
           nullptr, jsonList},
    Format{"scopus-json", "Scopus JSON", "json", true, false, scopusJsonLikeness, readScopusJson, nullptr},
    Format{"zotero-rdf", "Zotero RDF", "rdf", true, false, zoteroRdfLikeness, readZoteroRdf, nullptr},
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
