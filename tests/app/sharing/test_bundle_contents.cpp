// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "BundleRoom.h"
#include "store/Log.h"
#include "store/Plausible.h"
#include "store/Resolutions.h"
#include "support/Suite.h"

namespace suite_bundle_contents {

using namespace winnow;
using namespace winnow::test;

/// What no Winnow writes, in a bundle that is whole: it changes nothing, and it is said why.
class BundleContentsTest : public QObject, private BundleRoom {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { meet(); }

    void changesThatNoWinnowWrites()
    {
        using Edit = std::function<void(Change&)>;
        const auto onVote = [](Edit edit) {
            return [edit](Change& c) {
                if (c.kind == store::ChangeKind::Vote)
                    edit(c);
            };
        };
        const std::vector<std::pair<const char*, Edit>> edits{
            {"stage 9", onVote([](Change& c) { c.slot = "9"; })},
            {"slot text", onVote([](Change& c) { c.slot = "one"; })},
            {"verdict 6", onVote([](Change& c) { c.value = std::string("6@"); })},
            {"vote number", onVote([](Change& c) { c.value = qint64(3); })},
            {"stamp 0", onVote([](Change& c) { c.id.stamp = 0; })},
            {"stamp of the year 9000", onVote([](Change& c) { c.id.stamp = std::numeric_limits<qint64>::max(); })},
            {"step after", onVote([](Change& c) { c.step = c.id.stamp + 1; })},
            {"author is a label", onVote([](Change& c) { c.author[0] = '4'; })},
            {"author cut", onVote([](Change& c) { c.author.pop_back(); })},
            {"subject is SQL", onVote([](Change& c) { c.subject = "1); DROP TABLE change; --"; })},
            {"place 0", onVote([](Change& c) { c.subject = c.subject.substr(0, 21) + "0"; })},
        };
        for (const auto& [what, edit] : edits) {
            Parts parts = good;
            parts.entries[QStringLiteral("changes")] = editChanges(parts.entries[QStringLiteral("changes")], edit);
            parts.agree();
            parts.writeTo(file());
            const auto brought = Sharing(*ana->project).bringIn(file(), {});
            QVERIFY2(!brought, what);
            refused(brought.error().code, what);
            QVERIFY2(brought.error().code == ErrorCode::BundleDamaged
                         || brought.error().code == ErrorCode::MissingImport,
                     what);
        }
        Parts garbage = good;
        garbage.entries[QStringLiteral("changes")] = blockOf("\x9f\x9f\x9f\x9f garbage");
        garbage.agree();
        refusedParts(garbage, ErrorCode::BundleDamaged, "no CBOR");
        Parts none = good;
        none.entries[QStringLiteral("changes")].clear();
        none.agree();
        refusedParts(none, ErrorCode::BundleDamaged, "fewer changes than told");
    }

    /// All that this version writes is let through; a number beyond it is not.
    void valuesInRange()
    {
        using store::ChangeKind;
        const auto plausible = [](ChangeKind kind, qint64 slot, store::Value value) {
            store::Change change;
            change.id = {store::stampOf(1'767'225'600'000), 7};
            change.step = change.id.stamp;
            change.edit = {kind, kind == ChangeKind::Setting ? 0 : 1, slot, std::move(value)};
            return store::isPlausible(change);
        };
        for (int how = 1; how <= 4; ++how)
            QVERIFY(plausible(ChangeKind::Resolution, 1,
                              store::packResolution({Verdict::Include, {}, store::ResolvedBy(how), {}})));
        QVERIFY(!plausible(ChangeKind::Resolution, 1, std::string("1 0 5")));
        QVERIFY(!plausible(ChangeKind::Resolution, 1, std::string("9 0 1")));
        QVERIFY(plausible(ChangeKind::Setting, int(store::SettingSlot::TitleVotes), qint64(3)));
        QVERIFY(!plausible(ChangeKind::Setting, int(store::SettingSlot::TitleVotes), qint64(0)));
        QVERIFY(!plausible(ChangeKind::Setting, int(store::SettingSlot::TitleVotes), std::string("3")));
        QVERIFY(plausible(ChangeKind::Setting, 90, std::string("of a later version")));
        QVERIFY(!plausible(ChangeKind::Vote, 3, qint64(1)));
        QVERIFY(!plausible(ChangeKind::Note, 1, std::string(size_t(5) << 20, 'x')));
        QVERIFY(plausible(ChangeKind::Note, 1, store::Value()));
    }

    void importsThatAreNotThere()
    {
        Parts parts = good;
        parts.entries.remove(rowsName());
        parts.entries.remove(sourceName());
        QJsonArray runs = parts.manifest[QLatin1String("runs")].toArray();
        for (qsizetype i = 0; i < runs.size(); ++i) {
            QJsonObject run = runs[i].toObject();
            run[QLatin1String("included")] = false;
            runs[i] = run;
        }
        parts.manifest[QLatin1String("runs")] = runs;
        for (const QString& name : parts.entries.keys()) {
            if (name.startsWith(QStringLiteral("runs/")))
                parts.entries.remove(name);
        }
        parts.agree();
        refusedParts(parts, ErrorCode::MissingImport, "import");
    }

    void recordsThatAreNotOfTheirFile()
    {
        const auto change = [&](const std::function<void(store::FactPage&)>& edit) {
            Parts parts = good;
            for (const QString& name : parts.entries.keys()) {
                if (name.endsWith(QStringLiteral("/rows")))
                    parts.entries[name] = edited(parts.entries[name], [&](const QByteArray& block) {
                        auto page = *decodePage(block);
                        edit(page);
                        return sharing::encode(page);
                    });
            }
            parts.agree();
            return parts;
        };
        const auto set = [](store::FactPage& page, const char* column, const store::Value& value) {
            for (size_t i = 0; i < page.columns.size(); ++i) {
                for (store::FactRow& row : page.rows) {
                    if (page.columns[i] == column)
                        row[i + 1] = value;
                }
            }
        };
        refusedParts(change([&](auto& page) { set(page, "origin", qint64(7)); }), ErrorCode::BundleDamaged, "origin");
        refusedParts(change([&](auto& page) { set(page, "offset", qint64(-1)); }), ErrorCode::BundleDamaged, "offset");
        refusedParts(change([&](auto& page) { set(page, "title", qint64(5)); }), ErrorCode::BundleDamaged, "type");
        refusedParts(change([&](auto& page) { page.rows.pop_back(); }), ErrorCode::BundleDamaged, "too few");
        refusedParts(change([&](auto& page) { page.rows.push_back(page.rows.back()); }), ErrorCode::BundleDamaged,
                     "twice");
        refusedParts(change([&](auto& page) { page.table = "meta"; }), ErrorCode::NewerBundle, "table");
        Parts forged = good;
        for (const QString& name : forged.entries.keys()) {
            if (name.endsWith(QStringLiteral("/source")))
                forged.entries[name] = blockOf(QByteArray::fromStdString(store::compress("TY  - forged")));
        }
        forged.agree();
        refusedParts(forged, ErrorCode::BundleDamaged, "another source file");
        for (const QString& name : forged.entries.keys()) {
            if (name.endsWith(QStringLiteral("/source")))
                forged.entries[name] = blockOf(QByteArray::fromStdString(store::compress(std::string(8 << 20, 'x'))));
        }
        forged.agree();
        refusedParts(forged, ErrorCode::BundleDamaged, "a chunk that swells");
    }

    /// A file of the same length, under the name of the one that it stands in for.
    void aFileThatIsNotTheOneItIsNamedAfter()
    {
        const auto withSource = [&](const std::function<std::string(std::string)>& edit) {
            Parts parts = good;
            parts.entries[sourceName()] = edited(parts.entries[sourceName()], [&](const QByteArray& block) {
                const auto bytes = store::decompressed(block.toStdString(), 1 << 20);
                return QByteArray::fromStdString(store::compress(edit(bytes.value())));
            });
            return parts;
        };
        Parts forged = withSource([](std::string bytes) {
            std::replace(bytes.begin(), bytes.end(), 'e', 'a');
            return bytes;
        });
        forged.agree();
        refusedParts(forged, ErrorCode::BundleDamaged, "another file of that length");
        const auto refused = Sharing(*ana->project).bringIn(file(), {});
        QVERIFY2(refused.error().detail.contains(QStringLiteral("b.ris")), qPrintable(refused.error().detail));

        // The beginning of the file passed off as the end of what it was read with: the hash is the same.
        Parts shifted = withSource([](const std::string& bytes) { return bytes.substr(5); });
        QJsonArray runs = shifted.manifest[QLatin1String("runs")].toArray();
        for (qsizetype i = 0; i < runs.size(); ++i) {
            QJsonObject run = runs[i].toObject();
            if (run[QLatin1String("file")].toString() != QLatin1String("b.ris"))
                continue;
            run[QLatin1String("format")] = QStringLiteral("risTY  -");
            run[QLatin1String("bytes")] = run[QLatin1String("bytes")].toInteger() - 5;
            runs[i] = run;
        }
        shifted.manifest[QLatin1String("runs")] = runs;
        shifted.agree();
        refusedParts(shifted, ErrorCode::NewerBundle, "a format of that name");
    }
};

WINNOW_TEST(BundleContentsTest)

} // namespace suite_bundle_contents

#include "test_bundle_contents.moc"
