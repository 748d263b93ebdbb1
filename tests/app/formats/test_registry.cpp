// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "app/formats/Shapes.h"
#include "formats/Write.h"
#include "support/Suite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSet>

namespace suite_registry {

using namespace winnow;
using namespace winnow::formats;

namespace {

QStringList samples(const char* format, const char* kind)
{
    const QDir dir(QStringLiteral(WINNOW_TEST_DATA "/formats/") + QLatin1String(format) + u'/' + QLatin1String(kind));
    QStringList paths;
    for (const QString& name : dir.entryList(QDir::Files, QDir::Name))
        paths.append(dir.filePath(name));
    return paths;
}

/// Of the text that spans count in; never more than the file itself, except for packed ones.
std::size_t textLength(const QString& id, const std::string& file)
{
    return isPacked(id) ? decodeAll(file, usualEncoding(qPrintable(id)))->size() : file.size();
}

/// Everything in it is UTF-8, and the spans follow each other within the text.
bool sound(const Collect& read, std::size_t length)
{
    qint64 end = 0;
    for (std::size_t i = 0; i < read.records.size(); ++i) {
        const RawSpan& span = read.spans[i];
        if (span.offset < end || span.length < 0 || span.line < 1 || span.offset + span.length > qint64(length))
            return false;
        end = span.offset + span.length;
        const Record& r = read.records[i];
        for (const std::string* text : {&r.title, &r.abstract, &r.journal, &r.url, &r.doi}) {
            if (!QString::fromStdString(*text).toUtf8().toStdString().starts_with(*text))
                return false;
        }
    }
    return true;
}

std::string hugeField(const QString& format, std::size_t size)
{
    const Shape& shape = *shapeOf(format);
    return fileOf(shape, {shape.entry({"T", std::string(size, 'x')})});
}

std::string manyAuthors(const QString& format, int count)
{
    const Shape& shape = *shapeOf(format);
    return fileOf(shape, {shape.entry({"T", "x", count})});
}

} // namespace

/// Walks the registry: what every format owes.
class TestRegistry : public QObject {
    Q_OBJECT

    static void everyFormat()
    {
        QTest::addColumn<QString>("id");
        for (const Format& format : registry())
            QTest::newRow(format.id) << QString::fromLatin1(format.id);
    }
    static void everyShape()
    {
        QTest::addColumn<QString>("id");
        for (const Shape& shape : shapes::all)
            QTest::newRow(shape.id) << QString::fromLatin1(shape.id);
    }

private Q_SLOTS:
    void isWhole()
    {
        QSet<QString> ids;
        for (const Format& format : registry()) {
            ids.insert(QString::fromLatin1(format.id));
            QVERIFY(format.reads && format.likeness && format.read);
            QCOMPARE(format.writes, format.makeWriter != nullptr);
            QVERIFY(*format.name && *format.extensions);
        }
        QCOMPARE(ids.size(), qsizetype(registry().size()));
    }

    void hasFuzzTarget()
    {
        const QString list
            = QString::fromStdString(contentOf(QStringLiteral(WINNOW_SOURCE_DIR "/tests/fuzz/CMakeLists.txt")));
        const QStringList fuzzed = list.section(QStringLiteral("foreach(format "), 1).section(u')', 0, 0).split(u' ');
        for (const Format& format : registry())
            QVERIFY2(fuzzed.contains(QLatin1String(format.id)), format.id);
    }

    void hasSamples_data() { everyFormat(); }
    void hasSamples()
    {
        QFETCH(QString, id);
        const QStringList good = samples(qPrintable(id), "ok");
        QVERIFY(!good.isEmpty());
        QVERIFY(!samples(qPrintable(id), "broken").isEmpty());
        for (const QString& path : good) {
            const auto detected = detect(path);
            QVERIFY2(detected && QLatin1String(detected->format->id) == id, qPrintable(path));
            Collect read;
            const auto summary = readFile(path, *detected, read);
            QVERIFY2(summary && summary->records > 0 && summary->unreadable == 0, qPrintable(path));
            QVERIFY2(sound(read, decodeAll(contentOf(path), detected->encoding)->size()), qPrintable(path));
        }
    }

    void cutAnywhere_data() { everyFormat(); }
    void cutAnywhere()
    {
        QFETCH(QString, id);
        for (const QString& path : samples(qPrintable(id), "ok") + samples(qPrintable(id), "broken")) {
            const std::string text = contentOf(path);
            std::size_t before = 0;
            for (std::size_t length = 0; length <= text.size(); ++length) {
                const Collect read = readText(qPrintable(id), std::string_view(text).substr(0, length));
                QVERIFY2(sound(read, textLength(id, text.substr(0, length))), qPrintable(path));
                QVERIFY2(read.records.size() + 1 >= before, qPrintable(path)); // no whole entry is lost again
                before = read.records.size();
            }
        }
    }

    void flippedBytes_data() { everyFormat(); }
    void flippedBytes()
    {
        QFETCH(QString, id);
        QRandomGenerator random(4711);
        for (const QString& path : samples(qPrintable(id), "ok")) {
            const std::string text = contentOf(path);
            for (int round = 0; round < 600; ++round) {
                std::string damaged = text;
                for (int n = 0; n <= round % 4; ++n)
                    damaged[random.bounded(quint32(damaged.size()))] = char(random.bounded(256));
                QVERIFY2(sound(readText(qPrintable(id), damaged), textLength(id, damaged)), qPrintable(path));
            }
        }
    }

    void hugeInput_data() { everyShape(); }
    void hugeInput()
    {
        QFETCH(QString, id);
        constexpr std::size_t size = 10'000'000;
        const Collect field = readText(qPrintable(id), hugeField(id, size));
        QCOMPARE(field.records.size(), std::size_t(1));
        if (shapeOf(id)->abstracts)
            QCOMPARE(field.records[0].abstract.size(), size);
        if (!shapeOf(id)->people)
            return;
        const Collect people = readText(qPrintable(id), manyAuthors(id, 100'000));
        QCOMPARE(people.records.size(), std::size_t(1));
        QCOMPARE(people.records[0].authors.size(), std::size_t(100'000));
        const Author last{"Name", "A", {}, false};
        QCOMPARE(people.records[0].authors.back(), last);
    }

    /// Hostile texts may hold nothing, but must end soon: a reader whose time grows with the square needs minutes.
    void endsSoon_data() { everyShape(); }
    void endsSoon()
    {
        QFETCH(QString, id);
        const auto repeated = [](std::string_view piece, std::size_t size) {
            std::string text;
            while (text.size() < size)
                text += piece;
            return text;
        };
        QElapsedTimer timer;
        timer.start();
        for (const std::string_view piece : {"<record>",
                                             "<record><a>",
                                             "</b>",
                                             "\"",
                                             "\"\n",
                                             "\",\"",
                                             ",",
                                             ";",
                                             "\t",
                                             "\n",
                                             "\r",
                                             "10.1234.",
                                             "&#",
                                             "TY  - ",
                                             "ER  - \n",
                                             "TY  - JOUR\nER  - \nAB  - x\n",
                                             "AB  - x\n",
                                             "PMID- \n",
                                             "Title,Year\n",
                                             "a b, ",
                                             "\xC3",
                                             "\xFF",
                                             "x"}) {
            const std::string text = repeated(piece, 200'000);
            readText(qPrintable(id), hugeField(id, 0) + text);
            readText(qPrintable(id), "TY  - JOUR\nTI  - T\nDO  - " + text);
        }
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }
};

WINNOW_TEST(TestRegistry)

} // namespace suite_registry

#include "test_registry.moc"
