// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/Collect.h"
#include "support/Suite.h"

#include <map>

namespace suite_vendors {

using namespace winnow;
using namespace winnow::formats;

namespace {

using Fields = std::vector<std::pair<QString, QString>>;

/// What tests/data/formats/expected.txt says of a sample.
struct Sample {
    QString path;
    QString encoding;
    std::vector<Fields> records;
};

/// Blocks like "= ris/ok/x.ris utf-8", then lines "field | value"; "-" begins the next record.
std::vector<Sample> samples()
{
    std::vector<Sample> all;
    const QString text = QString::fromStdString(contentOf(QStringLiteral(WINNOW_TEST_DATA "/formats/expected.txt")));
    for (const QString& line : text.split(u'\n')) {
        if (line.startsWith(QLatin1String("= "))) {
            const QStringList words = line.split(u' ');
            all.push_back({words.value(1), words.value(2), {Fields()}});
        } else if (line == QLatin1String("-")) {
            all.back().records.emplace_back();
        } else if (const auto bar = line.indexOf(QLatin1String(" |")); bar > 0) {
            all.back().records.back().emplace_back(line.left(bar), line.mid(bar + 3));
        }
    }
    return all;
}

template <class List, class Show> std::string listed(const List& list, Show show)
{
    std::string text;
    for (const auto& item : list)
        text += (text.empty() ? "" : "; ") + show(item);
    return text;
}

std::string shown(const CarriedMark& mark)
{
    const char* kind = mark.kind == CarriedMark::Kind::Vote ? "vote"
        : mark.kind == CarriedMark::Kind::Decision          ? "decision"
        : mark.kind == CarriedMark::Kind::Note              ? "note"
                                                            : "label";
    std::string text = kind;
    for (const std::string& part : {mark.person, mark.stage, mark.value, mark.reason})
        text += part.empty() ? "" : " " + part;
    return text;
}

QString fieldOf(const Record& r, const QString& name)
{
    const auto same = [](const std::string& text) { return text; };
    const std::map<std::string, std::string> texts{
        {"title", r.title},
        {"abstract", r.abstract},
        {"authors", listed(r.authors, [](const Author& a) { return (a.collective ? "*" : "") + displayName(a); })},
        {"year", std::to_string(r.year)},
        {"journal", r.journal},
        {"volume", r.volume},
        {"issue", r.issue},
        {"pages", r.pages},
        {"doi", r.doi},
        {"pmid", r.pmid},
        {"pmcid", r.pmcid},
        {"nct", r.nct},
        {"issn", r.issn},
        {"isbn", r.isbn},
        {"keywords", listed(r.keywords, same)},
        {"language", r.language},
        {"type", r.type},
        {"url", r.url},
        {"sourceId", r.sourceId},
        {"database", r.database},
        {"marks", listed(r.marks, shown)},
    };
    const auto found = texts.find(name.toStdString());
    if (found == texts.end())
        return QStringLiteral("no such field");
    return QString::fromStdString(found->second).replace(u'\n', QLatin1String("\\n"));
}

/// Every difference, one a line.
QString differences(const Sample& sample, const std::vector<Record>& records)
{
    QString found;
    for (size_t i = 0; i < std::min(records.size(), sample.records.size()); ++i) {
        for (const auto& [name, value] : sample.records[i]) {
            if (const QString got = fieldOf(records[i], name); got != value)
                found += QStringLiteral("\n  %1 %2: \"%3\" instead of \"%4\"").arg(i + 1).arg(name, got, value);
        }
    }
    return found;
}

} // namespace

/// Files as databases, registers and programs write them, with what stands in them, field by field; nobody says what
/// they are.
class TestVendors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(!samples().empty()); }

    void file_data()
    {
        QTest::addColumn<int>("index");
        const auto all = samples();
        for (size_t i = 0; i < all.size(); ++i)
            QTest::newRow(qPrintable(all[i].path)) << int(i);
    }

    void file()
    {
        QFETCH(int, index);
        const Sample sample = samples()[size_t(index)];
        const QString path = QStringLiteral(WINNOW_TEST_DATA "/formats/") + sample.path;
        const auto detected = detect(path);
        QVERIFY(detected);
        QCOMPARE(QString::fromLatin1(detected->format->id), sample.path.section(u'/', 0, 0));
        QCOMPARE(detected->encoding, sample.encoding);
        Collect read;
        QVERIFY(readFile(path, *detected, read));
        const QString wrong = differences(sample, read.records);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        QCOMPARE(read.records.size(), sample.records.size());
        QCOMPARE(read.bad.size(), size_t(0));
    }
};

WINNOW_TEST(TestVendors)

} // namespace suite_vendors

#include "test_vendors.moc"
