// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AppraisalRoom.h"

#include "panels/appraisal/BeginPage.h"

#include <semaphore>
#include <utility>

namespace suite_appraisal_saving {

using namespace winnow;
using namespace winnow::ui;
using namespace winnow::test;

/// What the window shows between a key and the disk.
class AppraisalSavingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasReadBeforeAnAnswerWasSavedIsNotShown();
    void anotherPersonIsShownAtOnce();
};

namespace {

/// Keeps what is handed over from the file until it is let go.
class Held {
public:
    explicit Held(AppraisalRoom& room)
    {
        room.hands.over(
            room.project.get(),
            [this] {
                m_gate.acquire();
                return true;
            },
            [](bool) {});
    }
    ~Held() { letGo(); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    void letGo()
    {
        if (std::exchange(m_holds, false))
            m_gate.release();
    }

private:
    std::binary_semaphore m_gate{0};
    bool m_holds = true;
};

/// A study of SYRCLE's tool, with the focus on its first question.
void beginFirst(AppraisalPanel& panel)
{
    sitDown(panel, "syrcle");
    QTest::mouseClick(panel.beginPage()->button(), Qt::LeftButton);
    QTRY_VERIFY(panel.form()->isVisible());
    QTRY_VERIFY(panel.grid()->hasFocus());
    QTRY_VERIFY(!panel.reading());
    AppraisalRoom::press(Qt::Key_Return);
}

QString symbolOf(const AppraisalPanel& panel)
{
    return panel.model()->index(0, 1).data(GridModel::SymbolRole).toString();
}

} // namespace

void AppraisalSavingTest::whatWasReadBeforeAnAnswerWasSavedIsNotShown()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    beginFirst(panel);
    Held held(room);
    AppraisalRoom::press(Qt::Key_1);
    QCOMPARE(symbolOf(panel), s("+"));
    panel.activate(); // as when somebody comes back to the room: all is read, and the answer is not in the file yet
    QTRY_VERIFY(!panel.reading());
    QCOMPARE(symbolOf(panel), s("+"));
    QCOMPARE(panel.form()->items().front()->answers()->current(), 0);
    QVERIFY(room.first()->mine.answers.empty());
    held.letGo();
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(1));
    QTRY_VERIFY(!panel.reading());
    QCOMPARE(symbolOf(panel), s("+"));
}

/// Blindness does not wait for a disk.
void AppraisalSavingTest::anotherPersonIsShownAtOnce()
{
    AppraisalRoom room;
    AppraisalPanel panel(*room.context);
    beginFirst(panel);
    AppraisalRoom::press(Qt::Key_1);
    QTRY_COMPARE(room.first()->mine.answers.size(), size_t(1));
    const Held held(room);
    AppraisalRoom::press(Qt::Key_3);
    QCOMPARE(symbolOf(panel), s("?"));
    room.sit(s("Ben"));
    QTRY_COMPARE(symbolOf(panel), QString());
}

WINNOW_WINDOW_TEST(AppraisalSavingTest)

} // namespace suite_appraisal_saving

#include "test_appraisal_saving.moc"
