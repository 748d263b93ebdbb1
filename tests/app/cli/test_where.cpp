// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Json.h"
#include "cli/Where.h"
#include "support/Suite.h"

namespace suite_where {

using namespace winnow;
using namespace winnow::cli;

class TestWhere : public QObject {
    Q_OBJECT

private:
    static RecordView sample()
    {
        RecordView view;
        view.uid = QStringLiteral("ab-1");
        view.reportUid = QStringLiteral("ab-0");
        view.place = Place::Included;
        view.record.title = "Honey AND stem cells: a trial";
        view.record.year = 2014;
        view.record.authors = {{"Núñez", "Ana", "", false}, {"Bee Group", "", "", true}};
        view.record.keywords = {"honey", "bees"};
        view.record.extra = {{"N1", "one"}, {"C1", "x"}, {"N1", "two"}};
        return view;
    }

    static bool holds(const char* expression)
    {
        std::string why;
        const auto terms = parseWhere(expression, why);
        if (!terms)
            qFatal("%s", why.c_str());
        const RecordView view = sample();
        const Review review;
        return std::all_of(terms->begin(), terms->end(), [&](const Term& t) { return t.matches(view, review); });
    }

private Q_SLOTS:
    void conditions_data()
    {
        QTest::addColumn<QByteArray>("expression");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* expression, bool expected) {
            QTest::newRow(expression) << QByteArray(expression) << expected;
        };
        row("title~STEM", true);
        row("title~stone", false);
        row("title=honey", false);
        row("keywords=HONEY", true);
        row("keywords!=honey", false);
        row("keywords!=wasps", true);
        row("authors~núñez", true);
        row("authors=Bee Group", true);
        row("year=2014", true);
        row("year>=2014", true);
        row("year>2014", false);
        row("year<=2014 and year>=2000", true);
        row("year<2014", false);
        row("place=included", true);
        row("place=sought", false);
        row("title~\"honey and stem\" and year=2014", true);
        row("  title ~ trial  ", true);
        row("doi=", true);
        row("volume>3", false); // none there
        row("extra~two", true);
        row("id=ab-1 and report=ab-0", true);
    }
    void conditions()
    {
        QFETCH(QByteArray, expression);
        QTEST(holds(expression.constData()), "expected");
    }

    void whatCannotBeUnderstood_data()
    {
        QTest::addColumn<QByteArray>("expression");
        for (const char* bad : {"", "title", "colour=red", "year>=soon", "box~x", "title~a and ", "title!a"})
            QTest::newRow(bad) << QByteArray(bad);
    }
    void whatCannotBeUnderstood()
    {
        QFETCH(QByteArray, expression);
        std::string why;
        QVERIFY(!parseWhere(expression.constData(), why));
        QVERIFY(!why.empty());
    }

    void aBoxIsNoColumn()
    {
        std::string why;
        const auto terms = parseWhere("box=\"dbr_excluded/Wrong and bad\" and year>2000", why);
        QVERIFY(terms);
        QCOMPARE(terms->size(), size_t(2));
        QVERIFY(terms->at(0).isBox());
        QCOMPARE(terms->at(0).value, std::string("dbr_excluded/Wrong and bad"));
    }

    void textAsJson()
    {
        std::string out;
        appendJson(out, std::string_view("a\"b\\c\nd\te\x01 é", 13));
        QCOMPARE(out, std::string("\"a\\\"b\\\\c\\nd\\te\\u0001 é\""));
    }

    void valuesAsJson()
    {
        const RecordView view = sample();
        const Review review;
        std::string out;
        appendJson(out, recordColumn("extra")->of(view, review));
        QCOMPARE(out, std::string("{\"N1\":\"one\\ntwo\",\"C1\":\"x\"}"));
        out.clear();
        appendJson(out, recordColumn("authors")->of(view, review));
        QCOMPARE(out, std::string("[\"Núñez, Ana\",\"Bee Group\"]"));
        out.clear();
        RecordView bare;
        appendJson(out, recordColumn("year")->of(bare, review));
        appendJson(out, recordColumn("doi")->of(bare, review));
        appendJson(out, recordColumn("keywords")->of(bare, review));
        QCOMPARE(out, std::string("null\"\"[]"));
    }
};

WINNOW_TEST(TestWhere)

} // namespace suite_where

#include "test_where.moc"
