// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Rights.h"
#include "support/Suite.h"

namespace suite_rights {

using namespace winnow;

/// Who may do what, by role.
class RightsTest : public QObject {
    Q_OBJECT

private:
    static std::vector<Reviewer> team()
    {
        std::vector<Reviewer> people;
        int number = 0;
        for (const Role role : {Role::Lead, Role::Reviewer, Role::Resolver, Role::Librarian, Role::Reader})
            people.push_back({ReviewerId(++number), QStringLiteral("Person %1").arg(number), role});
        return people;
    }

private Q_SLOTS:
    void everyRoleAndRight_data()
    {
        QTest::addColumn<int>("person");
        QTest::addColumn<QString>("may");
        QTest::newRow("lead") << 1 << "vote settle work extend lead";
        QTest::newRow("reviewer") << 2 << "vote settle work extend";
        QTest::newRow("resolver") << 3 << "vote settle work extend";
        QTest::newRow("librarian") << 4 << "work extend";
        QTest::newRow("reader") << 5 << "";
        QTest::newRow("nobody") << 0 << "extend lead";
        QTest::newRow("a stranger") << 9 << "extend lead";
    }
    void everyRoleAndRight()
    {
        QFETCH(int, person);
        QFETCH(QString, may);
        QStringList allowed;
        for (const auto& [right, word] :
             {std::pair(Right::Vote, "vote"), std::pair(Right::Settle, "settle"), std::pair(Right::Work, "work"),
              std::pair(Right::Extend, "extend"), std::pair(Right::Lead, "lead")}) {
            if (!refusal(team(), ReviewerId(person), right))
                allowed << QString::fromLatin1(word);
        }
        QCOMPARE(allowed.join(QLatin1Char(' ')), may);
    }

    void whyNot()
    {
        auto people = team();
        QCOMPARE(refusal(people, ReviewerId(5), Right::Vote),
                 (Error{ErrorCode::RoleForbids, QStringLiteral("Person 5"), {}}));
        QCOMPARE(refusal(people, ReviewerId(2), Right::Lead),
                 (Error{ErrorCode::LeadOnly, QStringLiteral("Person 2"), {}}));
        QCOMPARE(refusal(people, ReviewerId(), Right::Vote), (Error{ErrorCode::UnknownReviewer, {}, {}}));
        people[0].retired = true;
        QCOMPARE(refusal(people, ReviewerId(1), Right::Extend),
                 (Error{ErrorCode::HasLeft, QStringLiteral("Person 1"), {}}));
        // With the only lead gone the review is led by all who are left.
        QVERIFY(!refusal(people, ReviewerId(2), Right::Lead));
    }

    void namedResolvers()
    {
        StageRules rules;
        QVERIFY(!refusalToSettle(team(), ReviewerId(2), rules));
        rules.resolving = ResolveRule::NamedResolvers;
        QCOMPARE(refusalToSettle(team(), ReviewerId(2), rules),
                 (Error{ErrorCode::ResolversOnly, QStringLiteral("Person 2"), {}}));
        QVERIFY(!refusalToSettle(team(), ReviewerId(3), rules));
        QCOMPARE(refusalToSettle(team(), ReviewerId(5), rules),
                 (Error{ErrorCode::RoleForbids, QStringLiteral("Person 5"), {}}));
    }
};

WINNOW_TEST(RightsTest)

} // namespace suite_rights

#include "test_rights.moc"
