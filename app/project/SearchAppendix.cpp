// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/SearchAppendix.h"

#include "project/SearchWords.h"
#include "sources/FilterWords.h"
#include "sources/Service.h"
#include "store/Store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace winnow {
namespace {

constexpr char kind[] = "winnow-searches";

QString tr(const char* text)
{
    return QCoreApplication::translate("Words", text);
}

QString day(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date().toString(Qt::ISODate);
}

void addLine(QString& text, const QString& name, const QString& value)
{
    text
        += QStringLiteral("- %1: %2\n").arg(name, value.isEmpty() ? tr(QT_TRANSLATE_NOOP("Words", "not said")) : value);
}

/// As it was sent, each line as it is.
void addStrategy(QString& text, const QString& strategy)
{
    if (strategy.trimmed().isEmpty())
        return addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Strategy")), {});
    text += QStringLiteral("- %1:\n\n").arg(tr(QT_TRANSLATE_NOOP("Words", "Strategy")));
    for (const QString& line : strategy.trimmed().split(QLatin1Char('\n')))
        text += QStringLiteral("      %1\n").arg(line);
    text += QLatin1Char('\n');
}

QString limitsOf(const sources::Query& query)
{
    QStringList limits;
    if (query.filters.from.isValid())
        limits << tr(QT_TRANSLATE_NOOP("Words", "published from %1")).arg(query.filters.from.toString(Qt::ISODate));
    if (query.filters.to.isValid())
        limits << tr(QT_TRANSLATE_NOOP("Words", "published until %1")).arg(query.filters.to.toString(Qt::ISODate));
    if (query.filters.humans)
        limits << tr(QT_TRANSLATE_NOOP("Words", "humans"));
    for (const auto& [which, ids] : {std::pair(sources::FilterKind::Language, query.filters.languages),
                                     std::pair(sources::FilterKind::Type, query.filters.types)}) {
        for (const QString& id : ids) {
            if (const sources::FilterWord* word = sources::findFilterWord(which, id))
                limits << tr(word->name);
        }
    }
    if (query.limit > 0)
        limits << tr(QT_TRANSLATE_NOOP("Words", "at most %1 records")).arg(query.limit);
    return limits.isEmpty() ? tr(QT_TRANSLATE_NOOP("Words", "none")) : limits.join(QStringLiteral(", "));
}

QString told(const SearchRecord& search)
{
    QString text = QStringLiteral("## %1, %2\n\n").arg(search.source, day(search.ended));
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Platform")), search.platform);
    addStrategy(text, search.sent);
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Limits and filters")), limitsOf(search.query));
    if (!search.translated.isEmpty())
        addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Understood by the database as")), search.translated);
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Hits")), search.hits < 0 ? QString() : QString::number(search.hits));
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Records that came in")), QString::number(search.records));
    if (!search.by.isEmpty())
        addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Searched by")), search.by);
    if (!search.of.isEmpty())
        addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Repeats or continues")), search.of);
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Search")), search.name);
    if (const sources::Service* service = sources::findService(search.database)) // what its terms want to be said
        addLine(
            text, tr(QT_TRANSLATE_NOOP("Words", "Credit")),
            tr(QT_TRANSLATE_NOOP("Words", "%1, as of %2")).arg(QString::fromUtf8(service->credit), day(search.ended)));
    for (const QString& warning : search.warnings)
        text += QStringLiteral("- %1\n").arg(warning);
    for (const sources::Gap& gap : search.gaps)
        text += QStringLiteral("- %1\n").arg(gapSentence(gap));
    return text + QLatin1Char('\n');
}

QString told(const Review& review, const Run& run)
{
    const Source* source = run.sources.empty() ? nullptr : review.source(run.sources.front());
    QString text = QStringLiteral("## %1, %2\n\n")
                       .arg(source ? source->name : run.fileName,
                            run.details.searched.isValid() ? run.details.searched.toString(Qt::ISODate)
                                                           : tr(QT_TRANSLATE_NOOP("Words", "date not said")));
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Imported file")), run.fileName);
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Platform")), run.details.platform);
    addStrategy(text, run.details.strategy);
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Hits")),
            run.details.hits < 0 ? QString() : QString::number(run.details.hits));
    addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Records that came in")), QString::number(run.records));
    if (run.details.removedBefore > 0)
        addLine(text, tr(QT_TRANSLATE_NOOP("Words", "Duplicates removed before")),
                QString::number(run.details.removedBefore));
    return text + QLatin1Char('\n');
}

} // namespace

std::vector<Run> importedFiles(const Project& project)
{
    std::vector<Run> files;
    const auto catalog = project.store().catalog();
    for (const store::RunInfo& info : catalog->runs) {
        if (info.run.live && info.search.empty())
            files.push_back(info.run);
    }
    return files;
}

QString searchAppendix(const Review& review, const std::vector<SearchRecord>& searches, const std::vector<Run>& files)
{
    QString text
        = QStringLiteral("# %1\n\n%2\n\n")
              .arg(tr(QT_TRANSLATE_NOOP("Words", "Searches")),
                   tr(QT_TRANSLATE_NOOP("Words", "Reported after PRISMA-S (doi 10.1186/s13643-020-01542-z).")));
    for (const SearchRecord& search : searches)
        text += told(search);
    for (const Run& run : files)
        text += told(review, run);
    return text;
}

QByteArray searchesToJson(const std::vector<SearchRecord>& searches)
{
    QJsonArray array;
    for (SearchRecord search : searches) {
        search.answers.clear();
        QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(packSearch(search))).object();
        object.remove(QStringLiteral("answers"));
        object.insert(QStringLiteral("name"), search.name);
        array.append(object);
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("kind"), QLatin1String(kind)}, {QStringLiteral("searches"), array}})
        .toJson();
}

Result<std::vector<SearchRecord>> searchesFromJson(const QByteArray& json)
{
    const QJsonObject whole = QJsonDocument::fromJson(json).object();
    if (whole.value(QLatin1String("kind")).toString() != QLatin1String(kind))
        return fail(ErrorCode::BadInput);
    std::vector<SearchRecord> searches;
    for (const auto& value : whole.value(QLatin1String("searches")).toArray()) {
        const QJsonObject object = value.toObject();
        const QByteArray packed = QJsonDocument(object).toJson(QJsonDocument::Compact);
        searches.push_back(
            unpackSearch(searchNumber(object.value(QLatin1String("name")).toString()), packed.toStdString()));
    }
    return searches;
}

} // namespace winnow
