// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/ImportArchive.h"
#include "support/ReviewDsl.h"
#include "support/Suite.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace suite_import_archive {

using namespace winnow;
using namespace winnow::test;

namespace {

const std::vector<Entry> two{{"One", "Lima, Ana", 2019, "", "E1"}, {"Two", "Burt, Ben", 2018, "", "E2"}};

void zip(const QString& path, const QList<std::pair<QString, QByteArray>>& files)
{
    QuaZip archive(path);
    archive.open(QuaZip::mdCreate);
    for (const auto& [name, content] : files) {
        QuaZipFile file(&archive);
        file.open(QIODevice::WriteOnly, QuaZipNewInfo(name));
        file.write(content);
        file.close();
    }
    archive.close();
}

} // namespace

/// Packed files in: each file of an archive is an import of its own, and what is kept can be shown again.
class ImportArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachFileIsARun()
    {
        Desk desk;
        desk.as("Ana");
        const QString path = desk.path("mixed.zip");
        zip(path,
            {{QStringLiteral("scopus.ris"), ris(two)},
             {QStringLiteral("readme.txt"), "Nothing to see here."},
             {QStringLiteral("book.json"), R"([{"type": "book", "title": "A book"}])"}});
        ImportRequest request;
        request.file = path;
        const auto whole = importWhole(*desk.project, request, {});
        MUST(whole);
        QCOMPARE(whole->total.records, qint64(3));
        QCOMPARE(whole->members.size(), size_t(2));
        QCOMPARE(whole->members[0].file, QString(path + QStringLiteral("/scopus.ris")));
        QCOMPARE(whole->failed.size(), size_t(1));
        QCOMPARE(whole->failed[0].code, ErrorCode::NotABibliography);
        const auto raw = Records(*desk.project).rawText(desk.record(3));
        MUST(raw);
        QCOMPARE(*raw, std::string(R"({"type": "book", "title": "A book"})"));
        QCOMPARE(desk.faults(), QString());
    }

    /// Packed or not, it is the same file, with the same records.
    void theSameFileUnpackedIsHere()
    {
        Desk desk;
        desk.as("Ana");
        const auto plain = desk.import("a.ris", two);
        MUST(plain);
        zip(desk.path("a.zip"), {{QStringLiteral("b.ris"), ris(two)}});
        ImportRequest request;
        request.file = desk.path("a.zip");
        const auto packed = importWhole(*desk.project, request, {});
        MUST(packed);
        QCOMPARE(packed->members.at(0).run, plain->run);
        QCOMPARE(packed->total.alreadyHere, qint64(2));
    }

    void aWorkbookKeepsItsRows()
    {
        Desk desk;
        desk.as("Ana");
        ImportRequest request;
        request.file = QStringLiteral(WINNOW_TEST_DATA "/formats/xlsx/ok/two.xlsx");
        const auto report = importWhole(*desk.project, request, {});
        MUST(report);
        QCOMPARE(report->total.records, qint64(2));
        QVERIFY(report->members.empty());
        const auto raw = Records(*desk.project).rawText(desk.record(2));
        MUST(raw);
        QCOMPARE(*raw, std::string("\"Rich text, too\"\t\t\t2015"));
        QCOMPARE(desk.faults(), QString());
    }

    /// Out as a workbook, as CSL-JSON and as EndNote XML, and back in: our own ids are known.
    void exportsComeHome_data()
    {
        QTest::addColumn<QString>("extension");
        for (const char* extension : {"xlsx", "json", "xml", "ris", "csv"})
            QTest::newRow(extension) << QString::fromLatin1(extension);
    }
    void exportsComeHome()
    {
        QFETCH(QString, extension);
        Desk desk;
        desk.as("Ana");
        MUST(desk.import("a.ris", two));
        const QString out = desk.path("out.") + extension;
        const auto saved = Exports(*desk.project).save(out, ExportSet::All, {});
        MUST(saved);
        QCOMPARE(saved->records, qint64(2));
        ImportRequest request;
        request.file = out;
        const auto back = importWhole(*desk.project, request, {});
        MUST(back);
        QCOMPARE(back->total.records, qint64(0));
        QCOMPARE(back->total.alreadyHere, qint64(2));
    }
};

WINNOW_TEST(ImportArchiveTest)

} // namespace suite_import_archive

#include "test_import_archive.moc"
