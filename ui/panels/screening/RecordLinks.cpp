// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/RecordLinks.h"

#include <QCoreApplication>
#include <QUrlQuery>

namespace winnow::ui {

namespace {

QString fromUtf8(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString linkWords(const char* words)
{
    return QCoreApplication::translate("RecordLinks", words);
}

QUrl doiUrl(const std::string& doi)
{
    // DOIs hold #, ?, < and the like: everything but slashes is encoded.
    const QByteArray encoded = QUrl::toPercentEncoding(fromUtf8(doi), "/");
    return doi.empty() ? QUrl() : QUrl(QStringLiteral("https://doi.org/") + QString::fromLatin1(encoded));
}

QUrl pubmedUrl(const std::string& pmid)
{
    return pmid.empty() ? QUrl() : QUrl(QStringLiteral("https://pubmed.ncbi.nlm.nih.gov/%1/").arg(fromUtf8(pmid)));
}

QUrl pubmedSearch(const std::string& title)
{
    QUrl url(QStringLiteral("https://pubmed.ncbi.nlm.nih.gov/"));
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("term"), QString::fromLatin1(QUrl::toPercentEncoding(fromUtf8(title))));
    url.setQuery(query);
    return title.empty() ? QUrl() : url;
}

QUrl registryUrl(const std::string& nct)
{
    return nct.empty() ? QUrl() : QUrl(QStringLiteral("https://clinicaltrials.gov/study/%1").arg(fromUtf8(nct)));
}

/// A record's own link, if it leads to the web: never a file, a script or another program.
QUrl webUrl(const std::string& written)
{
    const QUrl url(fromUtf8(written).trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && web && !url.host().isEmpty() ? url : QUrl();
}

QUrl fulltextUrl(const Record& record)
{
    if (!record.pmcid.empty())
        return QUrl(QStringLiteral("https://www.ncbi.nlm.nih.gov/pmc/articles/%1/").arg(fromUtf8(record.pmcid)));
    return webUrl(record.url);
}

QUrl libraryUrl(const Record& record, const QString& library)
{
    QUrl url(library.trimmed(), QUrl::StrictMode);
    if (library.trimmed().isEmpty() || !url.isValid())
        return {};
    QUrlQuery query(url);
    const auto add = [&query](const char* key, const QString& value) {
        if (!value.isEmpty())
            query.addQueryItem(QString::fromLatin1(key), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("ctx_ver", QStringLiteral("Z39.88-2004"));
    add("rft_val_fmt", QStringLiteral("info:ofi/fmt:kev:mtx:journal"));
    add("rft.atitle", fromUtf8(record.title));
    add("rft.jtitle", fromUtf8(record.journal));
    add("rft.date", record.year > 0 ? QString::number(record.year) : QString());
    add("rft.volume", fromUtf8(record.volume));
    add("rft.issue", fromUtf8(record.issue));
    add("rft.pages", fromUtf8(record.pages));
    add("rft_id", record.doi.empty() ? QString() : QString(QStringLiteral("info:doi/") + fromUtf8(record.doi)));
    add("rft_id", record.pmid.empty() ? QString() : QString(QStringLiteral("info:pmid/") + fromUtf8(record.pmid)));
    url.setQuery(query);
    return url;
}

} // namespace

std::vector<RecordLink> recordLinks(const Record& record)
{
    std::vector<RecordLink> links;
    const auto add = [&links](const QString& words, const QUrl& url, std::optional<Action> key) {
        if (!url.isEmpty())
            links.push_back({words, url, key});
    };
    add(linkWords(QT_TRANSLATE_NOOP("RecordLinks", "DOI")), doiUrl(record.doi), Action::OpenDoi);
    add(linkWords(QT_TRANSLATE_NOOP("RecordLinks", "PubMed")), pubmedUrl(record.pmid), Action::OpenPubmed);
    add(fromUtf8(record.nct), registryUrl(record.nct), std::nullopt);
    const QUrl full = fulltextUrl(record);
    if (full != doiUrl(record.doi))
        add(linkWords(QT_TRANSLATE_NOOP("RecordLinks", "full text")), full, Action::OpenFulltext);
    return links;
}

QUrl linkFor(Action action, const Record& record, const QString& library)
{
    switch (action) {
    case Action::OpenDoi: return doiUrl(record.doi);
    case Action::OpenPubmed: return record.pmid.empty() ? pubmedSearch(record.title) : pubmedUrl(record.pmid);
    case Action::OpenFulltext: {
        const QUrl full = fulltextUrl(record);
        if (!full.isEmpty())
            return full;
        return record.doi.empty() ? registryUrl(record.nct) : doiUrl(record.doi);
    }
    case Action::OpenLibrary: return libraryUrl(record, library);
    default: return {};
    }
}

} // namespace winnow::ui
