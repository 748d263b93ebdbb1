// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ShellRoom.h"

#include "widgets/Rail.h"

#include <QSet>

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
        }
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

QTEST_MAIN(ExampleTest)
#include "ExampleTest.moc"
