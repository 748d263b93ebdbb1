// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Archive.h"
#include "formats/Write.h"
#include "support/Suite.h"

#include <QTemporaryDir>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <zlib.h>

#include <optional>

namespace suite_archive {

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

/// `sizesFirst`: as most programs write it; else the size of a file stands behind it.
void zip(const QString& path, const QList<std::pair<QString, QByteArray>>& files, bool sizesFirst = false)
{
    QuaZip archive(path);
    archive.setDataDescriptorWritingEnabled(!sizesFirst);
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

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

/// Records that do not pack to nothing.
std::vector<Record> manyRecords()
{
    std::vector<Record> records;
    for (unsigned i = 0; i < 40; ++i) {
        Record r;
        r.title = "Trial " + std::to_string(i * 2654435761U) + " of honey";
        r.abstract = "Nothing of note in group " + std::to_string(i * 40503U) + ".";
        r.authors = {{"Lima", "Ana", "", false}};
        r.year = 1990 + int(i % 30);
        records.push_back(r);
    }
    return records;
}

QByteArray written(const char* format, const std::vector<Record>& records)
{
    const auto writer = makeWriter(*findFormat(QString::fromLatin1(format)));
    std::string out;
    writer->begin(out);
    for (const Record& record : records)
        writer->write(record, out);
    writer->end(out);
    return QByteArray::fromStdString(out);
}

struct Outcome {
    std::optional<Error> error;
    Collect read;
};

Outcome readPacked(const QString& path)
{
    Outcome outcome;
    const auto detected = detect(path);
    if (!detected)
        return {detected.error(), {}};
    if (const auto done = readFile(path, *detected, outcome.read); !done)
        outcome.error = done.error();
    return outcome;
}

/// All records but the last are as they were; what came last says that the file is damaged.
void isBeginningOf(const std::vector<Record>& whole, const Outcome& outcome)
{
    if (outcome.error) {
        QVERIFY(outcome.error->code == ErrorCode::FileUnreadable);
        QVERIFY(outcome.error->detail.contains(u"breaks off"));
        return;
    }
    const auto& records = outcome.read.records;
    QVERIFY(!records.empty() && records.size() <= whole.size());
    for (std::size_t i = 0; i + 1 < records.size(); ++i)
        QCOMPARE(records[i].title + records[i].abstract, whole[i].title + whole[i].abstract);
    QVERIFY(!outcome.read.bad.empty());
    QCOMPARE(outcome.read.bad.back().why, Unreadable::Why::Damaged);
    QCOMPARE(outcome.read.bad.size(), size_t(1)); // the entry and the cut in one sentence
    QVERIFY(outcome.read.bad.back().line >= outcome.read.spans.back().line);
    QVERIFY(!outcome.read.bad.back().text.empty());
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

    /// A download that broke off, at every place: what came whole is there, and that something is missing is told.
    void cutGzipGivesWhatCame_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char* format : {"ris", "nbib", "endnote-xml", "csv", "csl-json", "bibtex"})
            QTest::newRow(format) << QByteArray(format);
    }
    void cutGzipGivesWhatCame()
    {
        QFETCH(QByteArray, format);
        const std::vector<Record> whole = manyRecords();
        gzip(at("whole.gz"), written(format.constData(), whole));
        const QByteArray bytes = bytesOf(at("whole.gz"));
        std::size_t most = 0;
        for (qsizetype size = 4; size < bytes.size(); size += size + 64 < bytes.size() ? 59 : 1) {
            write(at("cut.gz"), bytes.left(size));
            const Outcome outcome = readPacked(at("cut.gz"));
            isBeginningOf(whole, outcome);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(outcome.error || outcome.read.records.size() >= most); // more bytes, never fewer records
            most = outcome.error ? 0 : outcome.read.records.size();
        }
        QCOMPARE(most, whole.size());
        QVERIFY(readPacked(at("whole.gz")).read.bad.empty());
    }

    /// A byte that came over wrong: it is told, whatever it made of the rest.
    void wrongByteInGzipIsTold()
    {
        const std::vector<Record> whole = manyRecords();
        gzip(at("whole.ris.gz"), written("ris", whole));
        const QByteArray bytes = bytesOf(at("whole.ris.gz"));
        for (qsizetype place = 10; place < bytes.size(); place += 73) {
            QByteArray wrong = bytes;
            wrong[place] = char(wrong[place] ^ 0x10);
            write(at("wrong.ris.gz"), wrong);
            const Outcome outcome = readPacked(at("wrong.ris.gz"));
            QVERIFY(outcome.error || outcome.read.bad.back().why == Unreadable::Why::Damaged);
        }
    }

    void gzipFilesBehindEachOther()
    {
        gzip(at("one.gz"), ris);
        gzip(at("other.gz"), "TY  - JOUR\nTI  - Swimming\nER  - \n");
        write(at("both.gz"), bytesOf(at("one.gz")) + bytesOf(at("other.gz")) + QByteArray(512, '\0'));
        const Outcome outcome = readPacked(at("both.gz"));
        QCOMPARE(outcome.read.records.size(), size_t(3));
        QCOMPARE(outcome.read.records[2].title, std::string("Swimming"));
        QVERIFY(outcome.read.bad.empty());
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

    /// Its sheets cannot be read without what stands behind them.
    void cutWorkbookIsRefused()
    {
        const QByteArray bytes = bytesOf(QStringLiteral(WINNOW_TEST_DATA "/formats/xlsx/ok/two.xlsx"));
        write(at("cut.xlsx"), bytes.left(bytes.size() * 3 / 4));
        QCOMPARE(refusal(at("cut.xlsx")).code, ErrorCode::FileUnreadable);
        QVERIFY(refusal(at("cut.xlsx")).detail.contains(u"breaks off"));
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

    /// An archive whose end is missing has lost its directory; its files are found by their own heads.
    void cutZipGivesWhatCame_data()
    {
        QTest::addColumn<bool>("sizesFirst");
        QTest::newRow("sizes before the files") << true;
        QTest::newRow("sizes behind the files") << false;
    }
    void cutZipGivesWhatCame()
    {
        QFETCH(bool, sizesFirst);
        const std::vector<Record> whole = manyRecords();
        zip(at("whole.zip"), {{QStringLiteral("a/two.ris"), ris}, {QStringLiteral("many.ris"), written("ris", whole)}},
            sizesFirst);
        const QByteArray bytes = bytesOf(at("whole.zip"));
        const qsizetype secondHead = bytes.indexOf("PK\x03\x04", 4);
        const qsizetype directory = bytes.indexOf("PK\x01\x02");
        for (qsizetype size = secondHead + 40; size < bytes.size(); size += 83) {
            write(at("cut.zip"), bytes.left(size));
            const auto files = filesIn(at("cut.zip"));
            QCOMPARE(files.value(), (QStringList{at("cut.zip/a/two.ris"), at("cut.zip/many.ris")}));
            const Outcome first = readPacked(files->first());
            QCOMPARE(first.read.records.size(), size_t(2));
            QVERIFY(first.read.bad.empty());
            const Outcome second = readPacked(files->last());
            if (size < directory + 4)
                isBeginningOf(whole, second);
            else // all files are whole
                QVERIFY(second.read.records.size() == whole.size() && second.read.bad.empty());
            if (QTest::currentTestFailed())
                return;
        }
    }

    void cutZipInItsFirstFile()
    {
        zip(at("one.zip"), {{QStringLiteral("many.ris"), written("ris", manyRecords())}}, true);
        write(at("cut.zip"), bytesOf(at("one.zip")).left(600));
        isBeginningOf(manyRecords(), readPacked(filesIn(at("cut.zip")).value().first()));
        write(at("cut.zip"), bytesOf(at("one.zip")).left(20));
        QCOMPARE(refusal(at("cut.zip")).code, ErrorCode::FileUnreadable);
    }

    void wrongByteInZipIsTold()
    {
        zip(at("good.zip"), {{QStringLiteral("many.ris"), written("ris", manyRecords())}});
        const QByteArray bytes = bytesOf(at("good.zip"));
        const qsizetype begin = 40;
        const qsizetype directory = bytes.indexOf("PK\x01\x02");
        for (qsizetype place = begin; place + 20 < directory; place += 79) {
            QByteArray wrong = bytes;
            wrong[place] = char(wrong[place] ^ 0x04);
            write(at("wrong.zip"), wrong);
            const Outcome outcome = readPacked(at("wrong.zip/many.ris"));
            QVERIFY(outcome.error || outcome.read.bad.back().why == Unreadable::Why::Damaged);
        }
    }

    /// One that lost its directory does not say how much it unpacks to.
    void cutBombIsRefused()
    {
        zip(at("bomb.zip"), {{QStringLiteral("blanks.ris"), QByteArray(100 << 20, ' ')}});
        cut(at("bomb.zip"), 30);
        const auto files = filesIn(at("bomb.zip"));
        QVERIFY(files);
        QCOMPARE(detect(files->first()).error().code, ErrorCode::BadInput);
    }
};

WINNOW_TEST(TestArchive)

} // namespace suite_archive

#include "test_archive.moc"
