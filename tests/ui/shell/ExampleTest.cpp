// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "support/Suite.h"
#include "widgets/Rail.h"

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QPushButton>
#include <QSet>

namespace suite_ExampleTest {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ShellRoom;

namespace {

/// More than a few colours stand in it: something was painted.
bool isBlank(const QImage& picture)
{
    QSet<QRgb> seen;
    for (int y = 0; y < picture.height(); y += 3)
        for (int x = 0; x < picture.width(); x += 3)
            seen.insert(picture.pixel(x, y));
    return seen.size() < 8;
}

/// What a screen reader says a widget is called.
QString nameOf(QWidget* widget)
{
    const QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(widget);
    return spoken ? spoken->text(QAccessible::Name).trimmed() : QString();
}

/// Visible, and the focus can come to it by itself: parts of a field that has it for them are the field's.
bool takesFocus(const QWidget& widget)
{
    return widget.isVisible() && widget.focusPolicy() != Qt::NoFocus && !widget.focusProxy()
        && !qobject_cast<const QAbstractSpinBox*>(widget.parentWidget())
        && !qobject_cast<const QComboBox*>(widget.parentWidget());
}

/// What somebody who does not see the window, or does not know its signs, would be left alone with.
QStringList namelessIn(const QWidget& window)
{
    QStringList problems;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const QString is = QString::fromLatin1(widget->metaObject()->className()) + QStringLiteral(" in ")
            + QString::fromLatin1(widget->parentWidget()->metaObject()->className());
        if (takesFocus(*widget) && nameOf(widget).isEmpty())
            problems << QStringLiteral("without a name: ") + is;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        if (button && button->isVisible() && button->text().isEmpty() && button->toolTip().isEmpty())
            problems << QStringLiteral("without text and tooltip: ") + is;
    }
    problems.removeDuplicates();
    return problems;
}

} // namespace

/// The example review in the real window, each workspace visited.
class ExampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWorkspaceShowsSomething()
    {
        ShellRoom room;
        room.dialogs.saveNames.push_back(room.file("example.winnow"));
        room.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return room.project() != nullptr; }, 300000));
        QVERIFY(QFileInfo::exists(room.file("example.winnow")));
        room.shell->session().setMe(room.project()->review()->reviewers.front().id);
        room.window().who()->hide();
        QTRY_VERIFY_WITH_TIMEOUT(!room.shell->session().open()->jobs.busy(), 300000);
        ReviewPage& page = *room.window().reviewPage();
        for (const ui::Place& place : places()) {
            if (place.where == Workspace::Sharing) // there are nine digits
                room.press(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
            else if (place.where == Workspace::Appraisal)
                room.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
            else
                room.press(Qt::Key(Qt::Key_1 + int(place.where)), Qt::ControlModifier);
            QCOMPARE(page.where(), place.where);
            QCoreApplication::sendPostedEvents();
            const QImage picture = page.current()->grab().toImage();
            QVERIFY2(!isBlank(picture), qPrintable(place.word));
            room.press(Qt::Key_F, Qt::ControlModifier); // goes to the field for finding, where there is one
            QVERIFY2(!room.shell->session().open()->jobs.busy(), qPrintable(place.word));
        }
    }

    void everythingThatTakesTheFocusHasAName()
    {
        ShellRoom room;
        QStringList problems;
        const auto look = [&](const QString& where) {
            for (const QString& problem : namelessIn(room.window()))
                problems << where + QStringLiteral(": ") + problem;
        };
        look(QStringLiteral("start"));
        room.window().showNewReview(room.folder.path(), {});
        look(QStringLiteral("new review"));
        room.press(Qt::Key_Escape);
        room.dialogs.saveNames.push_back(room.file("example.winnow"));
        room.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return room.project() != nullptr; }, 300000));
        look(QStringLiteral("who is it"));
        room.shell->session().setMe(room.project()->review()->reviewers.front().id);
        room.window().who()->hide();
        QTRY_VERIFY_WITH_TIMEOUT(!room.shell->session().open()->jobs.busy(), 300000);
        ReviewPage& page = *room.window().reviewPage();
        for (const ui::Place& place : places()) {
            page.go(place.where);
            QTest::qWait(0);
            QCOMPARE(page.where(), place.where);
            look(place.word);
        }
        page.go(Workspace::Screening);
        room.press(Qt::Key_F1);
        look(QStringLiteral("keys"));
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }

    void theExampleIsOpenedAgainNotWrittenAgain()
    {
        ShellRoom room;
        room.dialogs.saveNames = {room.file("example.winnow"), room.file("example.winnow")};
        room.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return room.project() != nullptr; }, 300000));
        const QString uid = room.project()->uid();
        room.shell->session().close();
        room.press(Qt::Key_E, Qt::ControlModifier);
        QVERIFY(QTest::qWaitFor([&] { return room.project() != nullptr; }, 300000));
        QCOMPARE(room.project()->uid(), uid);
    }
};

WINNOW_WINDOW_TEST(ExampleTest)

} // namespace suite_ExampleTest

#include "ExampleTest.moc"
