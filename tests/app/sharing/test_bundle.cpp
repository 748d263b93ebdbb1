// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BundleRoom.h"
#include "support/Suite.h"

namespace suite_bundle {

using namespace winnow;
using namespace winnow::test;

/// Damaged, hostile and foreign bundles change nothing and say why.
class BundleTest : public QObject, private BundleRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { meet(); }

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

WINNOW_TEST(BundleTest)

} // namespace suite_bundle

#include "test_bundle.moc"
