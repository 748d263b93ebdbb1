// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sharing/Manifest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <set>

namespace winnow::sharing {
namespace {

constexpr std::array kinds{"start", "work", "conflicts", "copy"};
constexpr qint64 largestEntry = qint64(1) << 38; // 256 GB
constexpr qint64 mostRecords = 1'000'000'000;

QString hex(const std::string& bytes)
{
    return QString::fromLatin1(QByteArray::fromStdString(bytes).toHex());
}

QJsonObject person(const QString& name, const QString& uid)
{
    return {{QStringLiteral("name"), name}, {QStringLiteral("uid"), uid}};
}

QJsonObject runObject(const RunEntry& run)
{
    QJsonArray origins;
    for (const std::string& origin : run.head.origins)
        origins.append(QString::fromStdString(origin));
    return {{QStringLiteral("hash"), hex(run.head.hash)},
            {QStringLiteral("file"), run.head.fileName},
            {QStringLiteral("format"), run.head.format},
            {QStringLiteral("encoding"), run.head.encoding},
            {QStringLiteral("bytes"), run.head.bytes},
            {QStringLiteral("records"), run.head.records},
            {QStringLiteral("unreadable"), run.head.unreadable},
            {QStringLiteral("origins"), origins},
            {QStringLiteral("columns"), QString::fromStdString(run.head.columns)},
            {QStringLiteral("mends"), QString::fromStdString(run.head.mends)},
            {QStringLiteral("search"), QString::fromStdString(run.head.search)},
            {QStringLiteral("included"), run.included}};
}

qint64 number(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toInteger(-1);
}

QString text(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString();
}

bool runFrom(const QJsonObject& object, RunEntry& run)
{
    run.head.hash = QByteArray::fromHex(text(object, "hash").toLatin1()).toStdString();
    run.head.fileName = text(object, "file");
    run.head.format = text(object, "format");
    run.head.encoding = text(object, "encoding");
    run.head.bytes = number(object, "bytes");
    run.head.records = number(object, "records");
    run.head.unreadable = number(object, "unreadable");
    run.head.columns = text(object, "columns").toStdString();
    run.head.mends = text(object, "mends").toStdString();
    run.head.search = text(object, "search").toStdString();
    run.included = object[QLatin1String("included")].toBool();
    for (const QJsonValue origin : object[QLatin1String("origins")].toArray())
        run.head.origins.push_back(origin.toString().toStdString());
    return run.head.hash.size() == 10 && run.head.bytes >= 0 && run.head.bytes <= largestEntry && run.head.records >= 0
        && run.head.records <= mostRecords && run.head.unreadable >= 0 && !run.head.origins.empty();
}

bool entryFrom(const QJsonObject& object, Entry& entry)
{
    entry.name = text(object, "name");
    entry.bytes = number(object, "bytes");
    entry.sha256 = text(object, "sha256").toLatin1();
    return isOurName(entry.name) && entry.name != QLatin1String(manifestName) && entry.bytes >= 0
        && entry.bytes <= largestEntry && entry.sha256.size() == 64;
}

/// Every import that is said to come along has its two entries, and nothing else is there but the changes.
bool entriesFit(const Manifest& manifest)
{
    std::set<QString> expected{QLatin1String(changesName)};
    for (const RunEntry& run : manifest.runs) {
        if (run.included) {
            expected.insert(sourceName(run.head.hash));
            expected.insert(rowsName(run.head.hash));
        }
    }
    std::set<QString> found;
    for (const Entry& entry : manifest.entries)
        found.insert(entry.name);
    return found == expected && found.size() == manifest.entries.size();
}

bool infoFrom(const QJsonObject& root, BundleInfo& info)
{
    const QString kind = text(root, "kind");
    const auto known
        = std::find_if(kinds.begin(), kinds.end(), [&](const char* k) { return kind == QLatin1String(k); });
    if (known == kinds.end())
        return false;
    info.kind = BundleKind(known - kinds.begin());
    const QJsonObject project = root[QLatin1String("project")].toObject();
    info.projectUid = text(project, "uid");
    info.title = text(project, "title");
    const QJsonObject sender = root[QLatin1String("sender")].toObject();
    info.sender = text(sender, "name");
    info.senderUid = text(sender, "uid");
    const QJsonObject receiver = root[QLatin1String("receiver")].toObject();
    info.receiver = text(receiver, "name");
    info.receiverUid = text(receiver, "uid");
    info.copy = text(root, "copy");
    info.madeAt = QDateTime::fromString(text(root, "made_at"), Qt::ISODateWithMs);
    info.summary = text(root, "summary");
    info.changes = number(root, "changes");
    static const QRegularExpression uid(QStringLiteral("^[0-9a-f]{16}$"));
    return uid.match(info.projectUid).hasMatch() && info.changes >= 0 && info.madeAt.isValid();
}

} // namespace

QString sourceName(const std::string& hash)
{
    return QStringLiteral("runs/%1/source").arg(hex(hash));
}

QString rowsName(const std::string& hash)
{
    return QStringLiteral("runs/%1/rows").arg(hex(hash));
}

bool isOurName(const QString& name)
{
    static const QRegularExpression ours(
        QStringLiteral("\\A(?:manifest\\.json|changes|runs/[0-9a-f]{20}/(?:source|rows))\\z"));
    return ours.match(name).hasMatch();
}

QByteArray toJson(const Manifest& m)
{
    QJsonArray runs;
    for (const RunEntry& run : m.runs)
        runs.append(runObject(run));
    QJsonArray entries;
    for (const Entry& entry : m.entries)
        entries.append(QJsonObject{{QStringLiteral("name"), entry.name},
                                   {QStringLiteral("bytes"), entry.bytes},
                                   {QStringLiteral("sha256"), QString::fromLatin1(entry.sha256)}});
    const QJsonObject root{
        {QStringLiteral("winnow"), QStringLiteral("bundle")},
        {QStringLiteral("format"), formatVersion},
        {QStringLiteral("kind"), QLatin1String(kinds.at(size_t(m.info.kind)))},
        {QStringLiteral("summary"), m.info.summary},
        {QStringLiteral("project"),
         QJsonObject{{QStringLiteral("uid"), m.info.projectUid}, {QStringLiteral("title"), m.info.title}}},
        {QStringLiteral("sender"), person(m.info.sender, m.info.senderUid)},
        {QStringLiteral("receiver"), person(m.info.receiver, m.info.receiverUid)},
        {QStringLiteral("copy"), m.info.copy},
        {QStringLiteral("made_at"), m.info.madeAt.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("changes"), m.info.changes},
        {QStringLiteral("runs"), runs},
        {QStringLiteral("entries"), entries}};
    return QJsonDocument(root).toJson();
}

std::optional<BundleInfo> manifestInfo(const QByteArray& json)
{
    BundleInfo info;
    return infoFrom(QJsonDocument::fromJson(json).object(), info) ? std::optional(info) : std::nullopt;
}

Result<Manifest> manifestFrom(const QByteArray& json, const QString& file)
{
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::BundleDamaged, file, error.errorString());
    if (text(root, "winnow") != QLatin1String("bundle"))
        return fail(ErrorCode::NotABundle, file);
    if (number(root, "format") > formatVersion)
        return fail(ErrorCode::NewerBundle, file);
    Manifest manifest;
    bool fits = number(root, "format") >= 1 && infoFrom(root, manifest.info);
    for (const QJsonValue value : root[QLatin1String("runs")].toArray())
        fits = fits && runFrom(value.toObject(), manifest.runs.emplace_back());
    for (const QJsonValue value : root[QLatin1String("entries")].toArray())
        fits = fits && entryFrom(value.toObject(), manifest.entries.emplace_back());
    if (!fits || !entriesFit(manifest))
        return fail(ErrorCode::BundleUnsafe, file, QLatin1String(manifestName));
    for (const RunEntry& run : manifest.runs)
        manifest.info.imports += run.included;
    return manifest;
}

} // namespace winnow::sharing
