// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "formats/Exact.h"
#include "formats/Text.h"
#include "formats/Utf8.h"
#include "formats/Xml.h"
#include "support/Suite.h"

#include <QStringConverter>

namespace suite_text {

using namespace winnow;
using namespace winnow::formats;

namespace {

QString guessOf(const QByteArray& bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    return guessEncoding(buffer);
}

std::vector<std::string> linesOf(std::string_view text)
{
    QByteArray bytes(text.data(), qsizetype(text.size()));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    TextInput input(buffer, makeDecoder(QStringLiteral("utf-8")));
    std::vector<std::string> lines;
    Line line;
    while (input.nextLine(line))
        lines.push_back(std::to_string(line.number) + "@" + std::to_string(line.offset) + ":" + std::string(line.text));
    return lines;
}

const char french[] = "TI  - La qualit\xC3\xA9 des soins \xC3\xA0 l'h\xC3\xB4pital am\xC3\xA9lior\xC3\xA9"
                      "e gr\xC3\xA2"
                      "ce \xC3\xA0 la recherche fran\xC3\xA7"
                      "aise\n";

} // namespace

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void utf8()
    {
        QVERIFY(isCleanUtf8("plain"));
        QVERIFY(isCleanUtf8("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"));
        QVERIFY(!isCleanUtf8(std::string_view("a\0b", 3)));
        for (const char* bad : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "\xC3", "\xE2\x82", "\x80"})
            QVERIFY2(!isCleanUtf8(bad), bad);
        std::string clean;
        appendClean(clean,
                    std::string_view("a\0\xFF\xFE"
                                     "b\xE2\x82",
                                     7));
        QCOMPARE(clean,
                 std::string("a\xEF\xBF\xBD"
                             "b\xEF\xBF\xBD"));
    }

    void guesses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("encoding");
        const QString text = QString::fromUtf8(french);
        QTest::newRow("ASCII") << QByteArray("TY  - JOUR\n") << QStringLiteral("utf-8");
        QTest::newRow("UTF-8") << QByteArray(french) << QStringLiteral("utf-8");
        QTest::newRow("UTF-8 with a broken byte") << QByteArray(french) + "\xFF" << QStringLiteral("utf-8");
        QTest::newRow("UTF-8 mark") << QByteArray("\xEF\xBB\xBF"
                                                  "abc")
                                    << QStringLiteral("utf-8");
        QTest::newRow("Latin-1") << text.toLatin1() << QStringLiteral("windows-1252");
        QTest::newRow("apostrophe of Windows")
            << QByteArray("the patient\x92s choice, it isn\x92t \x93quoted\x94") << QStringLiteral("windows-1252");
        QTest::newRow("MacRoman") << QByteArray("La qualit\x8E des soins \x88 l'h\x99pital am\x8Elior\x8E"
                                                "e gr\x89"
                                                "ce \x88 la recherche fran\x8D"
                                                "aise\r")
                                  << QStringLiteral("macintosh");
        const auto utf16 = [&](bool mark, QStringConverter::Encoding kind) {
            QStringEncoder encoder(kind, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
            return QByteArray(encoder(text));
        };
        QTest::newRow("UTF-16LE mark") << utf16(true, QStringConverter::Utf16LE) << QStringLiteral("utf-16le");
        QTest::newRow("UTF-16LE") << utf16(false, QStringConverter::Utf16LE) << QStringLiteral("utf-16le");
        QTest::newRow("UTF-16BE mark") << utf16(true, QStringConverter::Utf16BE) << QStringLiteral("utf-16be");
        QTest::newRow("UTF-16BE") << utf16(false, QStringConverter::Utf16BE) << QStringLiteral("utf-16be");
        QTest::newRow("late Latin-1") << QByteArray(3 << 20, 'x') + text.toLatin1() << QStringLiteral("windows-1252");
    }
    void guesses()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, encoding);
        QCOMPARE(guessOf(file), encoding);
    }

    /// Cut anywhere, the pieces give the same text.
    void decodesInPieces_data()
    {
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("utf8");
        QTest::newRow("utf-8") << QStringLiteral("utf-8") << QByteArray("\xEF\xBB\xBF\xC3\xA9x")
                               << QByteArray("\xC3\xA9x");
        QTest::newRow("utf-16le") << QStringLiteral("utf-16le") << QByteArray("\xFF\xFE\xE9\0\x3D\xD8\0\xDEx\0", 10)
                                  << QByteArray("\xC3\xA9\xF0\x9F\x98\x80x");
        QTest::newRow("utf-16be") << QStringLiteral("utf-16be") << QByteArray("\xFE\xFF\0\xE9\0x", 6)
                                  << QByteArray("\xC3\xA9x");
        QTest::newRow("windows-1252") << QStringLiteral("windows-1252") << QByteArray("\xE9\x92\x81x")
                                      << QByteArray("\xC3\xA9\xE2\x80\x99\xEF\xBF\xBDx");
        QTest::newRow("macintosh") << QStringLiteral("macintosh") << QByteArray("\x8Ex") << QByteArray("\xC3\xA9x");
        QTest::newRow("gb18030") << QStringLiteral("gb18030") << QByteArray("\xD6\xD0\xCE\xC4x")
                                 << QByteArray("\xE4\xB8\xAD\xE6\x96\x87x");
        QTest::newRow("cut") << QStringLiteral("gb18030") << QByteArray("a\xD6") << QByteArray("a\xEF\xBF\xBD");
    }
    void decodesInPieces()
    {
        QFETCH(QString, encoding);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, utf8);
        QCOMPARE(QByteArray::fromStdString(decodeAll(bytes.toStdString(), encoding).value()), utf8);
        const auto decoder = makeDecoder(encoding);
        std::string text;
        for (const char byte : bytes)
            decoder->append(std::string_view(&byte, 1), text);
        decoder->finish(text);
        QCOMPARE(QByteArray::fromStdString(text), utf8);
        QCOMPARE(decodeAll("x", QStringLiteral("no such thing")).error().code, ErrorCode::BadInput);
    }

    void lines()
    {
        using Lines = std::vector<std::string>;
        QCOMPARE(linesOf("a\nb\r\n\nc"), (Lines{"1@0:a", "2@2:b", "3@5:", "4@6:c"}));
        QCOMPARE(linesOf("a\rb\n"), (Lines{"1@0:a\rb"}));
        QCOMPARE(linesOf("a\rb\r"), (Lines{"1@0:a", "2@2:b"}));
        QCOMPARE(linesOf("a\rb\rc\r\nd"), (Lines{"1@0:a", "2@2:b", "3@4:c", "4@7:d"}));
        QCOMPARE(linesOf("\xEF\xBB\xBF"
                         "a\n"),
                 (Lines{"1@0:a"}));
        QCOMPARE(linesOf(std::string_view("a\0b\n\xFF"
                                          "c",
                                          6)),
                 (Lines{"1@0:ab",
                        "2@4:\xEF\xBF\xBD"
                        "c"}));
        QVERIFY(linesOf("").empty());
    }

    /// Lines and characters across the edge of the buffer.
    void oneLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray(" \n ") << QByteArray();
        QTest::newRow("short") << QByteArray("a b") << QByteArray("a b");
        QTest::newRow("long") << QByteArray("  one line of words, as titles are ")
                              << QByteArray("one line of words, as titles are");
        QTest::newRow("letters") << QByteArray("\xC3\xA9t\xC3\xA9 \xE2\x82\xAC\x20\xF0\x9F\x98\x80 z")
                                 << QByteArray("\xC3\xA9t\xC3\xA9 \xE2\x82\xAC\x20\xF0\x9F\x98\x80 z");
        QTest::newRow("other signs of control stay") << QByteArray("a\x01 b\x1F") << QByteArray("a\x01 b\x1F");
        // Two blanks, a tab and a line end at each place, where texts are looked at eight bytes at once.
        for (int at = 1; at < 20; ++at) {
            const QByteArray plain = QByteArray(at, 'x') + ' ' + QByteArray(20 - at, 'y');
            for (const char* blanks : {"  ", " \t", "\n", "\r\n", "\t"})
                QTest::addRow("blanks %d %s", at, QByteArray(blanks).toHex().constData())
                    << QByteArray(plain).replace(at, 1, blanks) << plain;
        }
    }
    void oneLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, line);
        QCOMPARE(oneLine(text.toStdString()), line.toStdString());
    }

    void sets()
    {
        constexpr CharSet set("{\\");
        QCOMPARE(set.findIn("ab\\c{"), size_t(2));
        QCOMPARE(set.findIn("ab\\c{", 3), size_t(4));
        QCOMPARE(set.findIn("\xC3\xBB"), size_t(2)); // none: the end
        QCOMPARE(set.findIn("{", 5), size_t(1));
    }

    void longLines()
    {
        std::string text;
        for (int i = 0; i < 3000; ++i)
            text += std::string(997, 'x') + "\xE2\x82\xAC\r\n";
        const auto lines = linesOf(text);
        QCOMPARE(lines.size(), std::size_t(3000));
        QCOMPARE(lines.back(), "3000@" + std::to_string(2999 * 1002) + ":" + std::string(997, 'x') + "\xE2\x82\xAC");
        QCOMPARE(linesOf(std::string(std::size_t(5) << 20, 'y')).size(), std::size_t(1));
    }

    void cells()
    {
        const std::vector<std::string_view> wanted{
            "vote", " lead", "trail ", "a|b\\c\nd\te\r", "", std::string_view("\0", 1), "  "};
        const std::string packed = packCells(wanted);
        QVERIFY(packed.find('\n') == std::string::npos);
        const auto got = unpackCells(packed);
        QCOMPARE(got.size(), wanted.size());
        for (std::size_t i = 0; i < got.size(); ++i)
            QCOMPARE(got[i], std::string(wanted[i]));
        QCOMPARE(packMark({CarriedMark::Kind::Vote, "Ana Lima", "title", "include", {}}),
                 std::string("vote | title | Ana Lima | include"));
    }

    void xml()
    {
        std::string text;
        XmlWalker walker("<a x='1 &amp; 2'><!-- <b> --><b/>t &lt;&#xe9;&#0;&k;<![CDATA[<raw>&amp;]]></a><broken");
        QCOMPARE(walker.next(), XmlWalker::Token::Start);
        QCOMPARE(walker.attribute("x"), std::string("1 & 2"));
        QCOMPARE(walker.next(), XmlWalker::Token::Start);
        QCOMPARE(walker.next(), XmlWalker::Token::End);
        while (walker.next() == XmlWalker::Token::Text)
            walker.appendText(text);
        QCOMPARE(text, std::string("t <\xC3\xA9\xEF\xBF\xBD&k;<raw>&amp;"));
        QCOMPARE(walker.next(), XmlWalker::Token::Start);
        QCOMPARE(walker.next(), XmlWalker::Token::Finished);
        QVERIFY(walker.brokenOff());
    }
};

WINNOW_TEST(TestText)

} // namespace suite_text

#include "test_text.moc"
