// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "project/Sharing.h"
#include "sharing/Codec.h"
#include "sharing/Manifest.h"
#include "store/Database.h"
#include "store/Log.h"
#include "store/Plausible.h"
#include "store/Resolutions.h"
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

using namespace winnow;
using namespace winnow::test;
using sharing::decodeChanges;
using sharing::decodePage;

namespace {

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

QByteArray blockOf(const QByteArray& bytes)
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

QByteArray editChanges(const QByteArray& entry, const std::function<void(Change&)>& edit)
{
    return edited(entry, [&](const QByteArray& block) {
        auto changes = *decodeChanges(block);
        for (Change& change : changes)
            edit(change);
        return sharing::encode(changes);
    });
}

} // namespace

/// Damaged, hostile and foreign bundles change nothing and say why.
class BundleTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<Desk> ana;
    std::unique_ptr<Desk> ben; ///< the file that is sent: another import and some votes
    Parts good;
    Lines before;

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

private Q_SLOTS:
    void initTestCase()
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

    void whatIsNoBundle()
    {
        put(file(), "just text");
        refused(ErrorCode::NotABundle, "text");
        put(file(), "");
        refused(ErrorCode::NotABundle, "empty");
        Parts none;
        none.entries[QStringLiteral("changes")] = "x";
        refusedParts(none, ErrorCode::NotABundle, "no manifest");
        Parts other = good;
        other.manifest[QLatin1String("winnow")] = QStringLiteral("song");
        refusedParts(other, ErrorCode::NotABundle, "another ZIP");
        QFile::remove(file());
        refused(ErrorCode::FileMissing, "missing");
    }

    void cutOffAnywhere()
    {
        QFile whole(file("good.winnowz"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        // In the last record of a ZIP (22 bytes) only its own end can be lacking: all that it lists is there, and
        // whole.
        for (qsizetype n = 10; n <= bytes.size() - 22; n += bytes.size() / 17) {
            put(file(), bytes.left(n));
            refused(ErrorCode::BundleDamaged, "cut off");
        }
    }

    void aFlippedByteIsFound()
    {
        QFile whole(file("good.winnowz"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        int found = 0;
        for (qsizetype at = 0; at < bytes.size(); at += 23) {
            QByteArray flipped = bytes;
            flipped[at] = char(flipped[at] ^ 0x10);
            put(file(), flipped);
            const auto preview = Sharing(*ana->project).previewOf(file(), {});
            if (!preview)
                ++found;
            else // a date or an attribute in the ZIP's own table, which nobody reads
                QCOMPARE(preview->added, Sharing(*ana->project).previewOf(file("good.winnowz"), {})->added);
        }
        QVERIFY2(found > int(bytes.size() / 23) / 2, qPrintable(QString::number(found)));
    }

    void namesThatLeadElsewhere()
    {
        for (const char* name : {"../evil", "/etc/passwd", "runs/../../x", "C:\\x", "extra", "runs/zz/source",
                                 "changes/", "manifest.json/x"}) {
            Parts parts = good;
            parts.entries[QString::fromLatin1(name)] = "boo";
            refusedParts(parts, ErrorCode::BundleUnsafe, name);
            parts.agree(); // the manifest may name it or not
            refusedParts(parts, ErrorCode::BundleUnsafe, name);
        }
        good.writeTo(file(), 0120777U << 16);
        refused(ErrorCode::BundleUnsafe, "link");
    }

    void entriesAndManifestDisagree()
    {
        Parts hash = good;
        hash.entries[QStringLiteral("changes")][10] = '!';
        refusedParts(hash, ErrorCode::BundleDamaged, "wrong hash");
        Parts size = good;
        size.entries[QStringLiteral("changes")].append('x');
        refusedParts(size, ErrorCode::BundleDamaged, "wrong size");
        Parts less = good;
        less.entries.remove(rowsName());
        refusedParts(less, ErrorCode::BundleUnsafe, "entry not there");
        less.agree();
        refusedParts(less, ErrorCode::BundleUnsafe, "entry not named");
        Parts absurd = good;
        QJsonArray list = absurd.manifest[QLatin1String("entries")].toArray();
        QJsonObject first = list[0].toObject();
        first[QLatin1String("bytes")] = 9.0e18;
        list[0] = first;
        absurd.manifest[QLatin1String("entries")] = list;
        refusedParts(absurd, ErrorCode::BundleUnsafe, "absurd size");
    }

    void aBomb()
    {
        Parts bomb = good;
        bomb.entries[QStringLiteral("changes")] = QByteArray(80 << 20, '\0');
        bomb.agree();
        refusedParts(bomb, ErrorCode::BundleUnsafe, "bomb");
        Parts block = good;
        block.entries[QStringLiteral("changes")] = QByteArray("\xff\xff\xff\x7f", 4) + QByteArray(100, 'x');
        block.agree();
        refusedParts(block, ErrorCode::BundleDamaged, "block of two gigabytes");
    }

    void ofANewerWinnow()
    {
        Parts format = good;
        format.manifest[QLatin1String("format")] = 2;
        refusedParts(format, ErrorCode::NewerBundle, "format");
        Parts kind = good;
        kind.entries[QStringLiteral("changes")] = editChanges(kind.entries[QStringLiteral("changes")], [](Change& c) {
            if (c.kind == store::ChangeKind::Vote)
                c.kind = store::ChangeKind(977);
        });
        kind.agree();
        refusedParts(kind, ErrorCode::NewerBundle, "kind");
        Parts column = good;
        column.entries[rowsName()] = edited(column.entries[rowsName()], [](const QByteArray& block) {
            auto page = *decodePage(block);
            page.columns.back() = "colour";
            return sharing::encode(page);
        });
        column.agree();
        refusedParts(column, ErrorCode::NewerBundle, "column");
    }

    void changesThatNoWinnowWrites()
    {
        using Edit = std::function<void(Change&)>;
        const auto onVote = [](Edit edit) {
            return [edit](Change& c) {
                if (c.kind == store::ChangeKind::Vote)
                    edit(c);
            };
        };
        const std::vector<std::pair<const char*, Edit>> edits{
            {"stage 9", onVote([](Change& c) { c.slot = "9"; })},
            {"slot text", onVote([](Change& c) { c.slot = "one"; })},
            {"verdict 6", onVote([](Change& c) { c.value = std::string("6@"); })},
            {"vote number", onVote([](Change& c) { c.value = qint64(3); })},
            {"stamp 0", onVote([](Change& c) { c.id.stamp = 0; })},
            {"stamp of the year 9000", onVote([](Change& c) { c.id.stamp = std::numeric_limits<qint64>::max(); })},
            {"step after", onVote([](Change& c) { c.step = c.id.stamp + 1; })},
            {"author is a label", onVote([](Change& c) { c.author[0] = '4'; })},
            {"author cut", onVote([](Change& c) { c.author.pop_back(); })},
            {"subject is SQL", onVote([](Change& c) { c.subject = "1); DROP TABLE change; --"; })},
            {"place 0", onVote([](Change& c) { c.subject = c.subject.substr(0, 21) + "0"; })},
        };
        for (const auto& [what, edit] : edits) {
            Parts parts = good;
            parts.entries[QStringLiteral("changes")] = editChanges(parts.entries[QStringLiteral("changes")], edit);
            parts.agree();
            parts.writeTo(file());
            const auto brought = Sharing(*ana->project).bringIn(file(), {});
            QVERIFY2(!brought, what);
            refused(brought.error().code, what);
            QVERIFY2(brought.error().code == ErrorCode::BundleDamaged
                         || brought.error().code == ErrorCode::MissingImport,
                     what);
        }
        Parts garbage = good;
        garbage.entries[QStringLiteral("changes")] = blockOf("\x9f\x9f\x9f\x9f garbage");
        garbage.agree();
        refusedParts(garbage, ErrorCode::BundleDamaged, "no CBOR");
        Parts none = good;
        none.entries[QStringLiteral("changes")].clear();
        none.agree();
        refusedParts(none, ErrorCode::BundleDamaged, "fewer changes than told");
    }

    /// All that this version writes is let through; a number beyond it is not.
    void valuesInRange()
    {
        using store::ChangeKind;
        const auto plausible = [](ChangeKind kind, qint64 slot, store::Value value) {
            store::Change change;
            change.id = {store::stampOf(1'767'225'600'000), 7};
            change.step = change.id.stamp;
            change.edit = {kind, kind == ChangeKind::Setting ? 0 : 1, slot, std::move(value)};
            return store::isPlausible(change);
        };
        for (int how = 1; how <= 4; ++how)
            QVERIFY(plausible(ChangeKind::Resolution, 1,
                              store::packResolution({Verdict::Include, {}, store::ResolvedBy(how), {}})));
        QVERIFY(!plausible(ChangeKind::Resolution, 1, std::string("1 0 5")));
        QVERIFY(!plausible(ChangeKind::Resolution, 1, std::string("9 0 1")));
        QVERIFY(plausible(ChangeKind::Setting, int(store::SettingSlot::TitleVotes), qint64(3)));
        QVERIFY(!plausible(ChangeKind::Setting, int(store::SettingSlot::TitleVotes), qint64(0)));
        QVERIFY(!plausible(ChangeKind::Setting, int(store::SettingSlot::TitleVotes), std::string("3")));
        QVERIFY(plausible(ChangeKind::Setting, 90, std::string("of a later version")));
        QVERIFY(!plausible(ChangeKind::Vote, 3, qint64(1)));
        QVERIFY(!plausible(ChangeKind::Note, 1, std::string(size_t(5) << 20, 'x')));
        QVERIFY(plausible(ChangeKind::Note, 1, store::Value()));
    }

    void importsThatAreNotThere()
    {
        Parts parts = good;
        parts.entries.remove(rowsName());
        parts.entries.remove(sourceName());
        QJsonArray runs = parts.manifest[QLatin1String("runs")].toArray();
        for (qsizetype i = 0; i < runs.size(); ++i) {
            QJsonObject run = runs[i].toObject();
            run[QLatin1String("included")] = false;
            runs[i] = run;
        }
        parts.manifest[QLatin1String("runs")] = runs;
        for (const QString& name : parts.entries.keys()) {
            if (name.startsWith(QStringLiteral("runs/")))
                parts.entries.remove(name);
        }
        parts.agree();
        refusedParts(parts, ErrorCode::MissingImport, "import");
    }

    void recordsThatAreNotOfTheirFile()
    {
        const auto change = [&](const std::function<void(store::FactPage&)>& edit) {
            Parts parts = good;
            for (const QString& name : parts.entries.keys()) {
                if (name.endsWith(QStringLiteral("/rows")))
                    parts.entries[name] = edited(parts.entries[name], [&](const QByteArray& block) {
                        auto page = *decodePage(block);
                        edit(page);
                        return sharing::encode(page);
                    });
            }
            parts.agree();
            return parts;
        };
        const auto set = [](store::FactPage& page, const char* column, const store::Value& value) {
            for (size_t i = 0; i < page.columns.size(); ++i) {
                for (store::FactRow& row : page.rows) {
                    if (page.columns[i] == column)
                        row[i + 1] = value;
                }
            }
        };
        refusedParts(change([&](auto& page) { set(page, "origin", qint64(7)); }), ErrorCode::BundleDamaged, "origin");
        refusedParts(change([&](auto& page) { set(page, "offset", qint64(-1)); }), ErrorCode::BundleDamaged, "offset");
        refusedParts(change([&](auto& page) { set(page, "title", qint64(5)); }), ErrorCode::BundleDamaged, "type");
        refusedParts(change([&](auto& page) { page.rows.pop_back(); }), ErrorCode::BundleDamaged, "too few");
        refusedParts(change([&](auto& page) { page.rows.push_back(page.rows.back()); }), ErrorCode::BundleDamaged,
                     "twice");
        refusedParts(change([&](auto& page) { page.table = "meta"; }), ErrorCode::NewerBundle, "table");
        Parts forged = good;
        for (const QString& name : forged.entries.keys()) {
            if (name.endsWith(QStringLiteral("/source")))
                forged.entries[name] = blockOf(QByteArray::fromStdString(store::compress("TY  - forged")));
        }
        forged.agree();
        refusedParts(forged, ErrorCode::BundleDamaged, "another source file");
        for (const QString& name : forged.entries.keys()) {
            if (name.endsWith(QStringLiteral("/source")))
                forged.entries[name] = blockOf(QByteArray::fromStdString(store::compress(std::string(8 << 20, 'x'))));
        }
        forged.agree();
        refusedParts(forged, ErrorCode::BundleDamaged, "a chunk that swells");
    }

    /// A file of the same length, under the name of the one that it stands in for.
    void aFileThatIsNotTheOneItIsNamedAfter()
    {
        const auto withSource = [&](const std::function<std::string(std::string)>& edit) {
            Parts parts = good;
            parts.entries[sourceName()] = edited(parts.entries[sourceName()], [&](const QByteArray& block) {
                const auto bytes = store::decompressed(block.toStdString(), 1 << 20);
                return QByteArray::fromStdString(store::compress(edit(bytes.value())));
            });
            return parts;
        };
        Parts forged = withSource([](std::string bytes) {
            std::replace(bytes.begin(), bytes.end(), 'e', 'a');
            return bytes;
        });
        forged.agree();
        refusedParts(forged, ErrorCode::BundleDamaged, "another file of that length");
        const auto refused = Sharing(*ana->project).bringIn(file(), {});
        QVERIFY2(refused.error().detail.contains(QStringLiteral("b.ris")), qPrintable(refused.error().detail));

        // The beginning of the file passed off as the end of what it was read with: the hash is the same.
        Parts shifted = withSource([](const std::string& bytes) { return bytes.substr(5); });
        QJsonArray runs = shifted.manifest[QLatin1String("runs")].toArray();
        for (qsizetype i = 0; i < runs.size(); ++i) {
            QJsonObject run = runs[i].toObject();
            if (run[QLatin1String("file")].toString() != QLatin1String("b.ris"))
                continue;
            run[QLatin1String("format")] = QStringLiteral("risTY  -");
            run[QLatin1String("bytes")] = run[QLatin1String("bytes")].toInteger() - 5;
            runs[i] = run;
        }
        shifted.manifest[QLatin1String("runs")] = runs;
        shifted.agree();
        refusedParts(shifted, ErrorCode::NewerBundle, "a format of that name");
    }

    void aProjectFileThatIsNotBuiltAsOurs()
    {
        const auto tampered = [&](const char* sql) {
            QFile::remove(file("t.winnow"));
            if (!ben->project->store().backupTo(file("t.winnow")))
                qFatal("no copy");
            store::Database db(file("t.winnow"), store::Database::Mode::ReadWrite);
            db.execute(sql);
        };
        for (const char* sql :
             {"CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM change; END",
              "CREATE VIEW more AS SELECT * FROM change", "CREATE VIRTUAL TABLE v USING fts5(x)",
              "CREATE TABLE extra(x)", "DROP INDEX change_subject",
              "ALTER TABLE batch ADD COLUMN y GENERATED ALWAYS AS (abs(id)) VIRTUAL",
              "DROP TABLE cell; CREATE VIEW cell AS SELECT 1 AS kind, 2 AS subject, 3 AS slot, 4 AS value"}) {
            tampered(sql);
            refused(ErrorCode::ProjectUnsafe, sql, "t.winnow");
        }
        tampered("PRAGMA user_version = 99");
        refused(ErrorCode::NewerBundle, "newer", "t.winnow");
        tampered("PRAGMA application_id = 7");
        refused(ErrorCode::NotAProject, "another program's", "t.winnow");
        tampered("SELECT 1");
        const auto preview = Sharing(*ana->project).previewOf(file("t.winnow"), {});
        MUST(preview);
        QVERIFY(preview->added > 0);
    }

    void theGoodOneComesIn()
    {
        MUST(Sharing(*ana->project).bringIn(file("good.winnowz"), {}));
        QCOMPARE(difference(sharedState(ben->project->path()), sharedState(ana->project->path())), QString());
        QCOMPARE(ana->faults(), QString());
    }
};

QTEST_GUILESS_MAIN(BundleTest)
#include "test_bundle.moc"
