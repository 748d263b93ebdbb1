// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Write.h"
#include "support/Suite.h"

#include <QTemporaryDir>

namespace suite_read {

using namespace winnow;
using namespace winnow::formats;

/// Detection, summary, cancelling: what an importer relies on.
class TestRead : public QObject {
    Q_OBJECT

    QTemporaryDir dir_;

    QString write(const char* name, const QByteArray& content)
    {
        const QString path = dir_.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        return path;
    }
    ErrorCode detectError(const QString& path)
    {
        const auto detected = detect(path);
        return detected ? ErrorCode::StoreFailed : detected.error().code;
    }

private Q_SLOTS:
    void refuses()
    {
        QCOMPARE(detectError(dir_.filePath(QStringLiteral("nothing.ris"))), ErrorCode::FileMissing);
        QCOMPARE(detectError(dir_.path()), ErrorCode::IsDirectory);
        QCOMPARE(detectError(write("empty.ris", {})), ErrorCode::EmptyFile);
        QCOMPARE(detectError(write("blank.ris", " \n\n")), ErrorCode::EmptyFile);
        QCOMPARE(detectError(write("prose.ris", "Dear Ana,\nthe title of my talk is below.\n")),
                 ErrorCode::NotABibliography);
        QCOMPARE(detectError(write("page.ris", "<html><head><title>Error</title></head></html>\n")),
                 ErrorCode::NotABibliography);
        QCOMPARE(detectError(write("picture.ris", QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16))),
                 ErrorCode::NotABibliography);
        QCOMPARE(detectError(write("numbers.csv", "age,score,Target\n14,3.5,1\n15,2.5,0\n")),
                 ErrorCode::NotABibliography);
        QCOMPARE(detectError(write("code.txt", "TAGS = {\n    'TY': 'type',\n    'TI': 'title',\n}\n")),
                 ErrorCode::NotABibliography);
        const auto unknown
            = detect(write("a.ris", "TY  - JOUR\nTI  - A\nER  - \n"), {QStringLiteral("papyrus"), {}, {}});
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, ErrorCode::UnknownFormat);
    }

    void contentDecides_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("format");
        QTest::newRow("ris") << QByteArray("TY  - JOUR\nTI  - A\nER  - \n") << QStringLiteral("ris");
        QTest::newRow("nbib") << QByteArray("PMID- 1\nOWN - NLM\nSTAT- X\nTI  - A\nAB  - B\n")
                              << QStringLiteral("nbib");
        QTest::newRow("endnote") << QByteArray(
            "<xml><records><record><titles><title>A</title></titles></record></records></xml>")
                                 << QStringLiteral("endnote-xml");
        QTest::newRow("csv") << QByteArray("Title,Authors,Year\nA,B,2001\n") << QStringLiteral("csv");
        QTest::newRow("tsv") << QByteArray("Title\tAuthors\tYear\nA\tB\t2001\n") << QStringLiteral("tsv");
    }
    void contentDecides()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, format);
        for (const char* name : {"x.ris", "x.nbib", "x.csv", "x.txt", "x"}) {
            const auto detected = detect(write(name, content));
            QVERIFY2(bool(detected), name);
            QCOMPARE(QLatin1String(detected->format->id), format);
        }
    }

    void summary()
    {
        const QByteArray content
            = "\xEF\xBB\xBFTY  - JOUR\nTI  - A\xC3\xA9\nER  - \nstray text\nTY  - JOUR\nTI  - B\nER  - \n";
        const QString path = write("two.ris", content);
        Collect sink;
        const auto summary = readFile(path, *detect(path), sink);
        QVERIFY(bool(summary));
        QCOMPARE(*summary, (ReadSummary{QStringLiteral("ris"), QStringLiteral("utf-8"), 2, 1, content.size()}));
        QCOMPARE(sink.bytes, content.toStdString());
        QCOMPARE(sink.lastProgress, qint64(content.size()));
        // The fast path for UTF-8: offset in the file = offset + length of the mark.
        const auto at = sink.spans[1].offset + byteOrderMarkLength(sink.bytes);
        QVERIFY(std::string_view(sink.bytes).substr(std::size_t(at)).starts_with("TY  - JOUR\nTI  - B"));
    }

    void spansOfOtherEncodings()
    {
        const QByteArray content(
            "TY  - JOUR\r\nTI  - \xC9t\xE9 \xE0 la mer, \xE9t\xE9\r\nER  - \r\nTY  - JOUR\r\nTI  - B\r\nER  - \r\n");
        const QString path = write("latin.ris", content);
        const auto detected = detect(path);
        QCOMPARE(detected->encoding, QStringLiteral("windows-1252"));
        Collect sink;
        QVERIFY(bool(readFile(path, *detected, sink)));
        QCOMPARE(QString::fromStdString(sink.records[0].title), QStringLiteral("Été à la mer, été"));
        const std::string decoded = decodeAll(sink.bytes, detected->encoding).value();
        const RawSpan span = sink.spans[1];
        QCOMPARE(decoded.substr(std::size_t(span.offset), std::size_t(span.length)),
                 std::string("TY  - JOUR\r\nTI  - B\r\nER  - "));
    }

    void nothingInIt()
    {
        const QString path = write("header.csv", "Title,Authors,Year\n");
        Collect sink;
        const auto summary = readFile(path, {findFormat(u"csv"), QStringLiteral("utf-8"), {}}, sink);
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, ErrorCode::NotABibliography);
    }

    void cancels()
    {
        QByteArray content;
        for (int i = 0; i < 1000; ++i)
            content += "TY  - JOUR\nTI  - A\nER  - \n";
        const QString path = write("many.ris", content);
        const auto detected = detect(path);
        Collect three;
        three.stopAfter = 3;
        QCOMPARE(readFile(path, *detected, three).error().code, ErrorCode::Cancelled);
        QCOMPARE(three.records.size(), std::size_t(3));
        Collect none;
        none.goOn = false;
        QCOMPARE(readFile(path, *detected, none).error().code, ErrorCode::Cancelled);
        QVERIFY(none.records.size() <= 1);
    }

    void registryLookups()
    {
        QCOMPARE(QLatin1String(findFormat(u"RIS")->id), QLatin1String("ris"));
        QVERIFY(!findFormat(u"none"));
        QCOMPARE(QLatin1String(findWriter(u"/a/b/Included.CSV")->id), QLatin1String("csv"));
        QVERIFY(!findWriter(u"a.enw"));
        QVERIFY(!makeWriter(*findFormat(u"refer")));
    }
};

WINNOW_TEST(TestRead)

} // namespace suite_read

#include "test_read.moc"
