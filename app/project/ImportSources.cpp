// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ImportSources.h"

#include "project/Writing.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <map>

namespace winnow {
namespace {

using store::ChangeKind;
using store::RunSlot;
using store::SourceSlot;
using store::WriteScope;
using Edits = std::vector<store::Edit>;

/// The source of that name, made if the review has none yet.
qint64 sourceNamed(WriteScope& scope, Edits& edits, std::map<QString, qint64>& made, const QString& name,
                   std::optional<SourceKind> kind)
{
    if (const Source* known = scope.catalog().source(name)) {
        if (kind && *kind != known->kind)
            edits.push_back(edit(ChangeKind::Source, known->id.value, SourceSlot::Kind, qint64(*kind)));
        return known->id.value;
    }
    if (const auto just = made.find(name.toLower()); just != made.end())
        return just->second;
    const qint64 id = scope.newEntity(store::EntityType::Source);
    made[name.toLower()] = id;
    edits.push_back(edit(ChangeKind::Source, id, SourceSlot::Name, text(name)));
    edits.push_back(edit(ChangeKind::Source, id, SourceSlot::Kind, qint64(kind.value_or(defaultKind(name)))));
    return id;
}

} // namespace

QString guessSource(const QString& file, const QString& format)
{
    static constexpr std::array known{"PubMed", "Scopus",     "Embase", "CENTRAL", "Cochrane",
                                      "CINAHL", "PsycINFO",   "LILACS", "ICTRP",   "ProQuest",
                                      "IEEE",   "Dimensions", "Lens",   "SciELO",  "ERIC"};
    const QString name = QFileInfo(file).completeBaseName();
    const auto found = std::find_if(known.begin(), known.end(), [&](const char* source) {
        return name.contains(QLatin1String(source), Qt::CaseInsensitive);
    });
    if (found != known.end())
        return QString::fromLatin1(*found);
    if (name.contains(QLatin1String("clinicaltrials"), Qt::CaseInsensitive)
        || name.contains(QLatin1String("ctgov"), Qt::CaseInsensitive))
        return QStringLiteral("ClinicalTrials.gov");
    if (name.contains(QLatin1String("web of science"), Qt::CaseInsensitive)
        || name.startsWith(QLatin1String("savedrecs"), Qt::CaseInsensitive))
        return QStringLiteral("Web of Science");
    return format == QLatin1String("nbib") ? QStringLiteral("PubMed") : name;
}

Edits sourceEdits(WriteScope& scope, RunId run, const ImportRequest& request, const QString& fallback,
                  const std::vector<std::string>& origins)
{
    Edits edits;
    std::map<QString, qint64> made;
    for (size_t i = 0; i < origins.size(); ++i) {
        const QString named = request.source.isEmpty() ? QString::fromStdString(origins[i]) : request.source;
        const qint64 source = sourceNamed(scope, edits, made, named.isEmpty() ? fallback : named, request.kind);
        edits.push_back({ChangeKind::Run, run.value, qint64(RunSlot::SourceOfOrigin) + qint64(i), source});
    }
    return edits;
}

std::vector<qint64> sourcesOf(const store::Catalog& catalog, const ImportRequest& request, const QString& fallback,
                              const std::vector<std::string>& origins)
{
    std::vector<qint64> sources;
    std::map<QString, qint64> fresh;
    for (const std::string& origin : origins) {
        const QString named = request.source.isEmpty() ? QString::fromStdString(origin) : request.source;
        const QString& name = named.isEmpty() ? fallback : named;
        const Source* known = catalog.source(name);
        sources.push_back(known ? known->id.value
                                : fresh.try_emplace(name.toLower(), -1 - qint64(fresh.size())).first->second);
    }
    return sources;
}

} // namespace winnow
