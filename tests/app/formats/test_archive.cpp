// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Archive.h"

#include <QTemporaryDir>
#include <QTest>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <zlib.h>

using namespace winnow;
using namespace winnow::formats;

namespace {

const QByteArray ris = "TY  - JOUR\nTI  - Walking\nER  - \nTY  - JOUR\nTI  - Running\nER  - \n";
const QByteArray json = R"([{"type": "book", "title": "A book"}])";

void gzip(const QString& path, const QByteArray& content)
{
    const gzFile file = gzopen(QFile::encodeName(path).constData(), "wb");
    gzwrite(file, content.constData(), unsigned(content.size()));
    gzclose(file);
}

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

void cut(const QString& path, qint64 bytes)
{
    QFile file(path);
    QVERIFY(file.resize(file.size() - bytes));
}

Error refusal(const QString& path)
{
    const auto files = filesIn(path);
    return files ? Error{ErrorCode::StoreFailed, {}, {}} : files.error();
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;
    [[nodiscard]] QString at(const char* name) const { return folder_.filePath(QLatin1String(name)); }

private Q_SLOTS:
    void gzipIsRead()
    {
        gzip(at("two.ris.gz"), ris);
        QCOMPARE(filesIn(at("two.ris.gz")).value(), QStringList{at("two.ris.gz")});
        const auto detected = detect(at("two.ris.gz"));
        QVERIFY(detected && QLatin1String(detected->format->id) == u"ris");
        Collect read;
        const auto summary = readFile(at("two.ris.gz"), *detected, read);
        QCOMPARE(summary->records, qint64(2));
        QCOMPARE(summary->bytes, qint64(ris.size()));
        QCOMPARE(read.bytes, ris.toStdString()); // what is kept is what was packed: spans count in it
        QCOMPARE(read.spans[1].line, qint64(4));
    }

    /// A part of the search is missing: that must not pass for the whole.
    void cutGzipIsRefused()
    {
        gzip(at("cut.ris.gz"), ris.repeated(1000));
        cut(at("cut.ris.gz"), 20);
        const auto detected = detect(at("cut.ris.gz"));
        QVERIFY(!detected);
        QCOMPARE(detected.error().code, ErrorCode::FileUnreadable);
    }

    void zipHasFiles()
    {
        zip(at("mixed.zip"),
            {{QStringLiteral("a/two.ris"), ris},
             {QStringLiteral("book.json"), json},
             {QStringLiteral("__MACOSX/._two.ris"), "x"},
             {QStringLiteral(".DS_Store"), "x"}});
        const auto files = filesIn(at("mixed.zip"));
        QCOMPARE(files.value(), (QStringList{at("mixed.zip/a/two.ris"), at("mixed.zip/book.json")}));
        QCOMPARE(shownName(files->first()), QStringLiteral("mixed.zip/a/two.ris"));
        QCOMPARE(shownName(at("mixed.zip")), QStringLiteral("mixed.zip"));
        const auto first = detect(files->first());
        QVERIFY(first && QLatin1String(first->format->id) == u"ris");
        Collect read;
        QCOMPARE(readFile(files->first(), *first, read)->records, qint64(2));
        QCOMPARE(read.bytes, ris.toStdString());
        const auto second = detect(files->last());
        QVERIFY(second && QLatin1String(second->format->id) == u"csl-json");
        QCOMPARE(detect(at("mixed.zip/none.ris")).error().code, ErrorCode::FileUnreadable);
        QCOMPARE(detect(at("mixed.zip")).error().code, ErrorCode::NotABibliography);
    }

    void workbookIsNoArchive()
    {
        const QString path = QStringLiteral(WINNOW_TEST_DATA "/formats/xlsx/ok/two.xlsx");
        QCOMPARE(filesIn(path).value(), QStringList{path});
    }

    void badNamesAreRefused()
    {
        for (const char* name : {"../out.ris", "a/../../out.ris", "/etc/out.ris", "..\\out.ris", "C:\\out.ris"}) {
            zip(at("names.zip"), {{QStringLiteral("good.ris"), ris}, {QString::fromLatin1(name), ris}});
            QCOMPARE(refusal(at("names.zip")).code, ErrorCode::BadInput);
            QVERIFY(refusal(at("names.zip")).detail.contains(u"leads out"));
        }
        zip(at("nested.zip"), {{QStringLiteral("inner.zip"), "PK"}});
        QVERIFY(refusal(at("nested.zip")).detail.contains(u"archive inside"));
        zip(at("nothing.zip"), {{QStringLiteral(".hidden"), "x"}});
        QCOMPARE(refusal(at("nothing.zip")).code, ErrorCode::EmptyFile);
    }

    /// 100 MB of blanks pack to a thousandth.
    void bombsAreRefused()
    {
        const QByteArray blanks(100 << 20, ' ');
        zip(at("bomb.zip"), {{QStringLiteral("blanks.ris"), blanks}});
        QVERIFY(refusal(at("bomb.zip")).detail.contains(u"200 times"));
        gzip(at("bomb.gz"), blanks);
        const auto detected = detect(at("bomb.gz"));
        QVERIFY(!detected);
        QCOMPARE(detected.error().code, ErrorCode::BadInput);
    }

    void damagedZip()
    {
        zip(at("damaged.zip"), {{QStringLiteral("two.ris"), ris}});
        cut(at("damaged.zip"), 10);
        QCOMPARE(refusal(at("damaged.zip")).code, ErrorCode::FileUnreadable);
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "test_archive.moc"
