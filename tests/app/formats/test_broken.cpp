// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "app/formats/Shapes.h"
#include "support/Suite.h"

#include <QElapsedTimer>

namespace suite_broken {

using namespace winnow;
using namespace winnow::formats;

namespace {

const std::array<std::string, 5> titles{"Alpha study of walking", "Bravo study of running", "Charlie study of sleep",
                                        "Delta study of food", "Echo study of music"};
constexpr std::size_t damaged = 2; ///< which of them is damaged

std::vector<std::string> five(const Shape& shape)
{
    std::vector<std::string> written;
    for (const std::string& title : titles)
        written.push_back(shape.entry({title}));
    return written;
}

bool holds(const Collect& read, const std::string& title)
{
    return std::any_of(read.records.begin(), read.records.end(), [&](const Record& r) { return r.title == title; });
}

/// What the rules of a reader ask for: the undamaged ones are there, and the damaged one did not vanish silently.
std::string complaint(const Collect& read)
{
    for (std::size_t i = 0; i < titles.size(); ++i) {
        if (i != damaged && !holds(read, titles[i]))
            return "lost " + titles[i];
    }
    return read.records.size() + read.bad.size() < titles.size() ? "the damaged one is not named" : std::string();
}

} // namespace

/// Damage to one entry stays with it, in every text format of the registry.
class TestBroken : public QObject {
    Q_OBJECT

    static void everyShape()
    {
        QTest::addColumn<QString>("id");
        for (const Format& format : registry()) {
            if (!isPacked(QString::fromLatin1(format.id)))
                QTest::newRow(format.id) << QString::fromLatin1(format.id);
        }
    }

private Q_SLOTS:
    void undamaged_data() { everyShape(); }
    void undamaged()
    {
        QFETCH(QString, id);
        const Shape* shape = shapeOf(id);
        QVERIFY2(shape, "a text format needs its Shape in Shapes.h");
        const Collect read = readText(qPrintable(id), fileOf(*shape, five(*shape)));
        QCOMPARE(read.records.size(), titles.size());
        QVERIFY(read.bad.empty());
        for (std::size_t i = 0; i < titles.size(); ++i) {
            QCOMPARE(read.records[i].title, titles[i]);
            if (shape->abstracts)
                QCOMPARE(read.records[i].abstract, std::string("Some abstract."));
            if (shape->people)
                QCOMPARE(read.records[i].authors, (std::vector<Author>{{"Name", "A", {}, false}}));
        }
    }

    /// The middle one lacks its end, from any place on.
    void cut_data() { everyShape(); }
    void cut()
    {
        QFETCH(QString, id);
        const Shape& shape = *shapeOf(id);
        const auto whole = five(shape);
        for (std::size_t length = shape.begun; length < whole[damaged].size(); ++length) {
            auto written = whole;
            written[damaged].resize(length);
            const std::string what = complaint(readText(qPrintable(id), fileOf(shape, written)));
            QVERIFY2(what.empty(), (what + ":\n" + fileOf(shape, written)).c_str());
        }
    }

    /// The file ends within the last one.
    void cutFile_data() { everyShape(); }
    void cutFile()
    {
        QFETCH(QString, id);
        const Shape& shape = *shapeOf(id);
        const std::string before = fileOf(shape, {shape.entry({titles[0]}), shape.entry({titles[1]}), std::string()});
        const std::string last = shape.entry({titles[2]});
        const std::string opening = before.substr(0, before.size() - std::string(shape.closing).size());
        for (std::size_t length = shape.begun; length < last.size(); ++length) {
            const std::string file = opening + last.substr(0, length);
            const Collect read = readText(qPrintable(id), file);
            QVERIFY2(holds(read, titles[0]) && holds(read, titles[1]), file.c_str());
            QVERIFY2(read.records.size() + read.bad.size() >= 3, file.c_str());
        }
    }

    /// One byte of the middle one is another.
    void flipped_data() { everyShape(); }
    void flipped()
    {
        QFETCH(QString, id);
        const Shape& shape = *shapeOf(id);
        const auto whole = five(shape);
        for (const char byte : {'\0', '\xFF', 'x', ' ', '"', '<', '{', '}', '\\'}) {
            for (std::size_t at = 0; at < whole[damaged].size(); ++at) {
                auto written = whole;
                written[damaged][at] = byte;
                const std::string what = complaint(readText(qPrintable(id), fileOf(shape, written)));
                QVERIFY2(what.empty(), (what + ":\n" + fileOf(shape, written)).c_str());
            }
        }
    }

    /// A log-in page, saved in the middle of a download.
    void pageBetween_data() { everyShape(); }
    void pageBetween()
    {
        QFETCH(QString, id);
        const Shape& shape = *shapeOf(id);
        auto written = five(shape);
        written[damaged] = "<html><body class=\"login\">\n<p>Your session has expired.</p>\n</body></html>\n";
        const Collect read = readText(qPrintable(id), fileOf(shape, written));
        const std::string what = complaint(read);
        QVERIFY2(what.empty(), what.c_str());
        QVERIFY(!read.bad.empty());
    }

    /// Two hundred thousand levels deep, and the next one still comes in.
    void nested_data() { everyShape(); }
    void nested()
    {
        QFETCH(QString, id);
        const Shape& shape = *shapeOf(id);
        if (!*shape.nest)
            return; // nothing can be nested there
        auto written = five(shape);
        written[damaged] = shape.entry({shapes::repeated(shape.nest, 200'000) + "deep"});
        QElapsedTimer timer;
        timer.start();
        const std::string what = complaint(readText(qPrintable(id), fileOf(shape, written)));
        QVERIFY2(what.empty(), what.c_str());
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

WINNOW_TEST(TestBroken)

} // namespace suite_broken

#include "test_broken.moc"
