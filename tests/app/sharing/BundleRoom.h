// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Words.h"
#include "project/Sharing.h"
#include "sharing/Codec.h"
#include "sharing/Manifest.h"
#include "store/Database.h"
#include "support/ReviewDsl.h"
#include "support/StateDump.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace winnow::test {

using sharing::decodeChanges;
using sharing::decodePage;

/// A bundle taken apart, to be put together wrongly.
struct Parts {
    QJsonObject manifest;
    QMap<QString, QByteArray> entries;

    static Parts of(const QString& path)
    {
        Parts parts;
        QuaZip zip(path);
        if (!zip.open(QuaZip::mdUnzip))
            qFatal("no zip");
        for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
            QuaZipFile file(&zip);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("no entry");
            parts.entries[zip.getCurrentFileName()] = file.readAll();
        }
        const QByteArray json = parts.entries.take(QStringLiteral("manifest.json"));
        parts.manifest = QJsonDocument::fromJson(json).object();
        return parts;
    }
    /// Sizes and hashes of the manifest as they are now.
    void agree()
    {
        QJsonArray list;
        for (auto it = entries.begin(); it != entries.end(); ++it) {
            const QByteArray hash = QCryptographicHash::hash(it.value(), QCryptographicHash::Sha256).toHex();
            list.append(QJsonObject{{QStringLiteral("name"), it.key()},
                                    {QStringLiteral("bytes"), it.value().size()},
                                    {QStringLiteral("sha256"), QString::fromLatin1(hash)}});
        }
        manifest[QLatin1String("entries")] = list;
    }
    void writeTo(const QString& path, quint32 attributes = 0) const
    {
        QuaZip zip(path);
        if (!zip.open(QuaZip::mdCreate))
            qFatal("cannot write");
        for (auto it = entries.begin(); it != entries.end(); ++it)
            add(zip, it.key(), it.value(), attributes);
        if (!manifest.isEmpty())
            add(zip, QStringLiteral("manifest.json"), QJsonDocument(manifest).toJson(), 0);
    }
    static void add(QuaZip& zip, const QString& name, const QByteArray& bytes, quint32 attributes)
    {
        QuaZipNewInfo info(name);
        info.externalAttr = attributes;
        QuaZipFile file(&zip);
        if (!file.open(QIODevice::WriteOnly, info) || file.write(bytes) != bytes.size())
            qFatal("cannot write entry");
        file.close();
    }
};

inline QByteArray blockOf(const QByteArray& bytes)
{
    const quint32 length = qToLittleEndian(quint32(bytes.size()));
    return QByteArray(reinterpret_cast<const char*>(&length), sizeof length) + bytes;
}

/// The blocks of an entry, each through `edit`.
template <class Edit> QByteArray edited(const QByteArray& entry, Edit edit)
{
    QByteArray out;
    for (qsizetype at = 0; at + 4 <= entry.size();) {
        const auto length = qFromLittleEndian<quint32>(entry.constData() + at);
        out += blockOf(edit(entry.mid(at + 4, length)));
        at += 4 + qsizetype(length);
    }
    return out;
}

using Change = store::PortableChange;

inline QByteArray editChanges(const QByteArray& entry, const std::function<void(Change&)>& edit)
{
    return edited(entry, [&](const QByteArray& block) {
        auto changes = *decodeChanges(block);
        for (Change& change : changes)
            edit(change);
        return sharing::encode(changes);
    });
}

/// Where Ana gets bundles that Ben never sent.
struct BundleRoom {
    std::unique_ptr<Desk> ana;
    std::unique_ptr<Desk> ben; ///< the file that is sent: another import and some votes
    Parts good;
    Lines before;

    /// Ana and Ben, who has another import and some votes, and what he sends.
    void meet()
    {
        ana = std::make_unique<Desk>();
        ana->as("Ana");
        MUST(ana->import("a.ris", {{"One"}, {"Two"}}, "PubMed"));
        const QString copy = ana->path("ben.winnow");
        MUST(ana->project->store().backupTo(copy));
        ben = std::make_unique<Desk>();
        ben->project.reset();
        auto opened = Project::open(copy, Project::Access::Write, ben->clock);
        MUST(opened);
        ben->project = std::move(*opened);
        ben->as("Ben");
        ben->clock.advance(5000);
        MUST(ben->import("b.ris", {{"Three"}, {"Four"}, {"Five"}}, "Embase"));
        MUST(ben->vote(Stage::Title, ben->record(3), Verdict::Exclude, "Wrong topic", "no"));
        MUST(Sharing(*ben->project).sendWork(file("good.winnowz"), {}));
        good = Parts::of(file("good.winnowz"));
        before = sharedState(ana->project->path());
    }
    QString file(const char* name = "x.winnowz") const { return ana->path(name); }

    /// Nothing came in, whatever was tried, and the sentence says so.
    void refused(ErrorCode expected, const char* what, const char* name = "x.winnowz")
    {
        const auto preview = Sharing(*ana->project).previewOf(file(name), {});
        const auto brought = Sharing(*ana->project).bringIn(file(name), {});
        QVERIFY2(!brought, what);
        QVERIFY2(brought.error().code == expected, qPrintable(QLatin1String(what) + outcome(brought)));
        QVERIFY(expected == ErrorCode::NotAProject
                || words::sentence(brought.error()).contains(QStringLiteral("nothing was")));
        // A preview reads the changes and not the records.
        const bool inRecords = expected == ErrorCode::BundleDamaged || expected == ErrorCode::MissingImport
            || expected == ErrorCode::NewerBundle;
        QVERIFY2(!preview || inRecords, what);
        QCOMPARE(difference(before, sharedState(ana->project->path())), QString());
        store::Database db(ana->project->path(), store::Database::Mode::ReadWrite);
        QCOMPARE(db.number("SELECT count(*) FROM batch"), 0);
        QCOMPARE(db.number("SELECT count(*) FROM change WHERE live = 0"), 0);
        QCOMPARE(db.number("SELECT count(*) FROM run WHERE loaded = 0"), 0);
        QCOMPARE(db.number("SELECT count(*) FROM record"), 2);
    }
    void refusedParts(Parts parts, ErrorCode expected, const char* what)
    {
        parts.writeTo(file());
        refused(expected, what);
    }
    /// Of the import that the receiver does not have.
    QString rowsName() const
    {
        for (const QJsonValue& run : good.manifest[QLatin1String("runs")].toArray()) {
            if (run[QLatin1String("file")].toString() == QLatin1String("b.ris"))
                return QStringLiteral("runs/%1/rows").arg(run[QLatin1String("hash")].toString());
        }
        return {};
    }
    QString sourceName() const { return rowsName().replace(QStringLiteral("/rows"), QStringLiteral("/source")); }
};

} // namespace winnow::test
