// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "support/Suite.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace suite_WordsTest {

using namespace winnow;

namespace {

/// The codes as the header lists them: a code that is added there is demanded here.
QStringList codesOfHeader()
{
    QFile header(QStringLiteral(WINNOW_SOURCE_DIR "/app/base/Error.h"));
    if (!header.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(header.readAll());
    const qsizetype from = text.indexOf(QLatin1String("enum class ErrorCode {"));
    const QString body = text.mid(from, text.indexOf(QLatin1Char('}'), from) - from);
    QStringList names;
    QRegularExpressionMatchIterator each
        = QRegularExpression(QStringLiteral("^\\s*([A-Z][A-Za-z]+),?\\s*$"), QRegularExpression::MultilineOption)
              .globalMatch(body);
    while (each.hasNext())
        names << each.next().captured(1);
    return names;
}

} // namespace

class WordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentence()
    {
        const QStringList names = codesOfHeader();
        QVERIFY(names.size() >= 30);
        QSet<QString> sentences;
        QSet<QString> words;
        for (int i = 0; i < names.size(); ++i) {
            const Error error{ErrorCode(i), QStringLiteral("Burt 2019a"), {}};
            const QString text = words::sentence(error);
            const QByteArray which = names.at(i).toUtf8();
            QVERIFY2(text.contains(QLatin1String("Burt 2019a")), which.constData());
            QVERIFY2(text.endsWith(QLatin1Char('.')) && !text.endsWith(QLatin1String("..")), which.constData());
            QVERIFY2(!text.contains(QLatin1Char('\n')) && !text.contains(QLatin1Char('%')), which.constData());
            // What happened; what it means; what to do.
            QVERIFY2(text.count(QLatin1String("; ")) >= 1 || names.at(i) == QLatin1String("FileExists"),
                     which.constData());
            QVERIFY2(words::wordOf(ErrorCode(i)) != QLatin1String("failed"), which.constData());
            sentences.insert(text);
            words.insert(words::wordOf(ErrorCode(i)));
        }
        QCOMPARE(sentences.size(), names.size());
        QCOMPARE(words.size(), names.size());
    }

    void sentenceOfKnownErrors()
    {
        QCOMPARE(words::sentence({ErrorCode::FileMissing, QStringLiteral("scopus.ris"), {}}),
                 QStringLiteral("There is no file scopus.ris; nothing was changed; check the name and the folder."));
        QCOMPARE(words::sentence({ErrorCode::EmptyFile, QStringLiteral("a %1 b"), {}}),
                 QStringLiteral("a %1 b is empty; nothing was imported; export it again from where it came."));
    }

    void detailStandsInBracketsOnOneLine()
    {
        const QString text = words::sentence(
            {ErrorCode::FileUnreadable, QStringLiteral("scopus.ris"), QStringLiteral("Permission\n denied.")});
        QVERIFY(text.startsWith(QLatin1String("scopus.ris (Permission denied) could not be read;")));
    }

    void withoutAnyContext()
    {
        QVERIFY(words::sentence({ErrorCode::Cancelled, {}, {}}).startsWith(QLatin1String("This was cancelled;")));
        QVERIFY(words::sentence({ErrorCode::StoreFailed, {}, QStringLiteral("disk I/O error")})
                    .contains(QLatin1String("disk I/O error")));
    }

    void unknownCodeStillSpeaks()
    {
        QCOMPARE(words::sentence({ErrorCode(9999), QStringLiteral("x"), {}}),
                 QStringLiteral("x could not be done; nothing was changed; try again."));
        QCOMPARE(words::wordOf(ErrorCode(9999)), QStringLiteral("failed"));
    }

    void verdictWords()
    {
        QCOMPARE(words::wordOf(Verdict::Include), QStringLiteral("include"));
        QCOMPARE(words::wordOf(Verdict::Exclude), QStringLiteral("exclude"));
        QCOMPARE(words::wordOf(Verdict::Maybe), QStringLiteral("maybe"));
        QVERIFY(words::parseVerdict(u" Include ") == Verdict::Include);
        QVERIFY(words::parseVerdict(u"EXCLUDE") == Verdict::Exclude);
        QVERIFY(!words::parseVerdict(u"none"));
        QVERIFY(!words::parseVerdict(u""));
        QVERIFY(!words::parseVerdict(u"included"));
        QVERIFY(!words::parseVerdict(u"in clude"));
    }

    void wordsOfTheCommandLine()
    {
        QVERIFY(words::parseStage(u"title") == Stage::Title);
        QVERIFY(words::parseStage(u"fulltext") == Stage::Fulltext);
        QVERIFY(!words::parseStage(u"abstract"));
        QVERIFY(words::parseSourceKind(u"databases") == SourceKind::Database);
        QVERIFY(words::parseSourceKind(u"registers") == SourceKind::Register);
        QVERIFY(words::parseSourceKind(u"websites") == SourceKind::Website);
        QVERIFY(words::parseSourceKind(u"organisations") == SourceKind::Organisation);
        QVERIFY(words::parseSourceKind(u"citations") == SourceKind::Citation);
        QVERIFY(words::parseSourceKind(u"other") == SourceKind::Other);
        QVERIFY(words::parseRetrieval(u"not-retrieved") == Retrieval::NotRetrieved);
        QVERIFY(words::parseRetrieval(u"received") == Retrieval::Received);
        QVERIFY(!words::parseRetrieval(u"not retrieved"));
        QVERIFY(words::parseSetAside(u"automation") == SetAside::By::Automation);
        QVERIFY(words::parseRole(u"Librarian") == Role::Librarian);
        QVERIFY(words::parseField(u"pmcid") == Field::Pmcid);
        QVERIFY(words::parseTick(u"unclear") == Tick::Unclear);
        QVERIFY(words::parseClassification(u"ongoing") == Classification::Ongoing);
    }

    void everyWordComesBack()
    {
        for (int i = 1; i <= 16; ++i)
            QVERIFY2(words::parseField(words::wordOf(Field(i))) == Field(i), QByteArray::number(i).constData());
        for (int i = 1; i <= 6; ++i)
            QVERIFY(words::parseSourceKind(words::wordOf(SourceKind(i))) == SourceKind(i));
        for (int i = 0; i <= 3; ++i)
            QVERIFY(words::parseRetrieval(words::wordOf(Retrieval(i))) == Retrieval(i));
        for (const Role role : {Role::Lead, Role::Reviewer, Role::Resolver, Role::Librarian, Role::Reader})
            QVERIFY(words::parseRole(words::wordOf(role)) == role);
    }

    void everyValueHasANameAndAWord()
    {
        QSet<QString> places;
        for (int i = 1; i <= 15; ++i) {
            QVERIFY(!words::name(Place(i)).isEmpty());
            places.insert(words::wordOf(Place(i)));
        }
        QCOMPARE(places.size(), 15);
        for (int i = 0; i <= int(Unreadable::Why::Damaged); ++i) {
            QVERIFY(!words::name(Unreadable::Why(i)).isEmpty());
            QVERIFY(!words::wordOf(Unreadable::Why(i)).isEmpty());
        }
        for (int i = 1; i <= 16; ++i)
            QVERIFY(!words::name(Field(i)).isEmpty());
        QCOMPARE(words::name(Stage::Title), QStringLiteral("Title and abstract"));
        QCOMPARE(words::name(Verdict::None), QStringLiteral("Not voted"));
        QCOMPARE(words::name(Roles(Role::Lead) | Role::Reviewer), QStringLiteral("Lead, Reviewer"));
        QCOMPARE(words::name(Roles()), QStringLiteral("no role"));
    }
};

WINNOW_TEST(WordsTest)

} // namespace suite_WordsTest

#include "WordsTest.moc"
