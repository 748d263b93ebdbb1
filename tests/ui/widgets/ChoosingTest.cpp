// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Suite.h"
#include "ui/widgets/WidgetRoom.h"
#include "widgets/Chip.h"
#include "widgets/KeyCap.h"
#include "widgets/Rail.h"
#include "widgets/SearchField.h"
#include "widgets/Segmented.h"
#include "widgets/VerdictBadge.h"
#include "widgets/VoteButton.h"

#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>

namespace suite_ChoosingTest {

using namespace winnow;
using namespace winnow::ui;

class ChoosingTest final : public test::WidgetRoom {
    Q_OBJECT

private Q_SLOTS:
    void voteButtonIsPressed()
    {
        VoteButton* button
            = add(new VoteButton(m_theme, Tone::Include, QStringLiteral("Include"), QStringLiteral("I")));
        QCOMPARE(button->size(), QSize(190, 44));
        SearchField* reader = add(new SearchField(m_theme));
        reader->show();
        reader->setFocus();
        QSignalSpy clicks(button, &QAbstractButton::clicked);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicks.count(), 1);
        QVERIFY(reader->hasFocus());
        QVERIFY(!button->isChecked());
        QVERIFY(!button->hasFocus());
        button->setFocus(Qt::TabFocusReason);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(clicks.count(), 2);
        button->setEnabled(false);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(clicks.count(), 2);
    }

    void voteButtonNeverMoves()
    {
        VoteButton* button
            = add(new VoteButton(m_theme, Tone::Exclude, QStringLiteral("Exclude"), QStringLiteral("E")));
        const QSize size = button->sizeHint();
        button->setChecked(true);
        QCOMPARE(button->sizeHint(), size);
        button->setKey({});
        QCOMPARE(button->sizeHint(), size);
        button->setHasMenu(true);
        QCOMPARE(button->sizeHint(), size);
        const VoteButton wide(m_theme, Tone::Exclude, QStringLiteral("Ausschließen mit Begründung"),
                              QStringLiteral("E"));
        QVERIFY(wide.sizeHint().width() > 190);
    }

    void voteButtonMenu()
    {
        VoteButton* button
            = add(new VoteButton(m_theme, Tone::Exclude, QStringLiteral("Exclude"), QStringLiteral("E")));
        QVERIFY(button->menuArea().isEmpty());
        button->setHasMenu(true);
        QSignalSpy clicks(button, &QAbstractButton::clicked);
        QSignalSpy menus(button, &VoteButton::menuRequested);
        QTest::mouseClick(button, Qt::LeftButton, {}, button->menuArea().center());
        QCOMPARE(menus.count(), 1);
        QCOMPARE(clicks.count(), 0);
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(40, 20));
        QCOMPARE(clicks.count(), 1);
        QTest::keyClick(button, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(menus.count(), 2);
        button->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(button->menuArea().left() == 0);
    }

    void voteButtonSaysWhatItIs()
    {
        VoteButton button(m_theme, Tone::Maybe, QStringLiteral("Maybe"), QStringLiteral("M"));
        QCOMPARE(button.accessibleName(), QStringLiteral("Maybe"));
        QCOMPARE(button.accessibleDescription(), QStringLiteral("Key M"));
        button.setKey(QStringLiteral("U"));
        QCOMPARE(button.accessibleDescription(), QStringLiteral("Key U"));
    }

    void voteButtonWearsTheTheme()
    {
        VoteButton* button
            = add(new VoteButton(m_theme, Tone::Include, QStringLiteral("Include"), QStringLiteral("I")));
        QVERIFY(shows(button->grab().toImage(), QColor(0xe4f0fa), 3000));
        button->setChecked(true);
        QVERIFY(shows(button->grab().toImage(), QColor(0x0a6cb4), 3000));
        m_theme.setScheme(Scheme::Dark);
        QVERIFY(shows(button->grab().toImage(), QColor(0x6cb6f0), 3000));
    }

    void verdictLetters()
    {
        QCOMPARE(verdictBadge::letter(Tone::Include), QStringLiteral("I"));
        QCOMPARE(verdictBadge::letter(Tone::Exclude), QStringLiteral("E"));
        QCOMPARE(verdictBadge::letter(Tone::Maybe), QStringLiteral("M"));
        QCOMPARE(verdictBadge::letter(Tone::Neutral), QString());
    }

    void verdictsDifferWithoutColour()
    {
        std::vector<QImage> grey;
        for (const Tone tone : {Tone::Include, Tone::Exclude, Tone::Maybe, Tone::Neutral}) {
            QImage image(15, 15, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            verdictBadge::paint(painter, m_theme, QRectF(0, 0, 15, 15), tone);
            painter.end();
            grey.push_back(image.convertToFormat(QImage::Format_Mono));
        }
        for (std::size_t a = 0; a < grey.size(); ++a) {
            for (std::size_t b = a + 1; b < grey.size(); ++b)
                QVERIFY(grey[a] != grey[b]);
        }
    }

    void railByKeys()
    {
        Rail* rail = add(threePlaces());
        QSignalSpy chosen(rail, &Rail::chosen);
        rail->setFocus();
        QTest::keyClick(rail, Qt::Key_Down);
        QCOMPARE(rail->current(), 1);
        QTest::keyClick(rail, Qt::Key_End);
        QCOMPARE(rail->current(), 2);
        QTest::keyClick(rail, Qt::Key_Down);
        QCOMPARE(rail->current(), 2);
        QTest::keyClick(rail, Qt::Key_Home);
        QTest::keyClick(rail, Qt::Key_Up);
        QCOMPARE(rail->current(), 0);
        QCOMPARE(chosen.count(), 3);
        QVERIFY(rail->item(0)->isChecked());
        QVERIFY(!rail->item(2)->isChecked());
    }

    void railByMouse()
    {
        Rail* rail = add(threePlaces());
        QSignalSpy chosen(rail, &Rail::chosen);
        QTest::mouseClick(rail->item(2), Qt::LeftButton);
        QCOMPARE(rail->current(), 2);
        QTest::mouseClick(rail->item(2), Qt::LeftButton);
        QVERIFY(rail->item(2)->isChecked());
        QCOMPARE(chosen.count(), 1);
        rail->setCurrent(17);
        rail->setCurrent(-1);
        QCOMPARE(rail->current(), 2);
        QVERIFY(!rail->item(3));
    }

    void railSaysWhatWaits()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        RailItem item(m_theme, Sign::Screening, QStringLiteral("Screening"));
        QCOMPARE(item.accessibleName(), QStringLiteral("Screening"));
        item.setLocale(QLocale());
        item.setWaiting(1106);
        item.setShare(0.529);
        QCOMPARE(item.accessibleName(), QStringLiteral("Screening, 1,106 waiting, 52 % done"));
        item.setWaiting({});
        QCOMPARE(item.accessibleName(), QStringLiteral("Screening, 52 % done"));
    }

    /// The name of a place is never cut for its number, and the page beside does not jump while a number is worked off.
    void railGrowsWithItsNumbers()
    {
        Rail* rail = add(threePlaces());
        RailItem* item = rail->item(2);
        const int before = rail->width();
        item->setWaiting(12);
        QCOMPARE(rail->sizeHint().width(), before);
        item->setWaiting(1'102'000);
        QTRY_VERIFY(rail->width() > before);
        QVERIFY(item->width() >= item->sizeHint().width());
        const int grown = rail->width();
        item->setWaiting(9);
        QCOMPARE(rail->sizeHint().width(), grown);
    }

    void searchFieldKeepsItsText()
    {
        SearchField* field = add(new SearchField(m_theme, QStringLiteral("/")));
        auto* other = new QPushButton(m_window.get());
        m_window->layout()->addWidget(other);
        other->show();
        other->setFocus();
        auto* badge = field->findChild<KeyCap*>();
        QVERIFY(badge && badge->isVisible());
        QSignalSpy left(field, &SearchField::left);
        field->setFocus();
        QVERIFY(!badge->isVisible());
        QTest::keyClicks(field, QStringLiteral("eim"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QStringLiteral("eim"));
        QCOMPARE(left.count(), 1);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(left.count(), 2);
        other->setFocus();
        QVERIFY(!badge->isVisible());
        field->clear();
        QVERIFY(badge->isVisible());
        QCOMPARE(field->height(), 30);
    }

    void segmentsByKeys()
    {
        Segmented* answers = add(fiveAnswers());
        QSignalSpy changed(answers, &Segmented::changed);
        answers->setFocus();
        QTest::keyClick(answers, Qt::Key_4);
        QCOMPARE(answers->current(), 3);
        QTest::keyClick(answers, Qt::Key_Right);
        QTest::keyClick(answers, Qt::Key_Right);
        QCOMPARE(answers->current(), 4);
        QTest::keyClick(answers, Qt::Key_6);
        QTest::keyClick(answers, Qt::Key_Delete);
        QCOMPARE(answers->current(), 4);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(answers->accessibleDescription(), QStringLiteral("Chosen: No information"));
        answers->setClearable(true);
        QTest::keyClick(answers, Qt::Key_Delete);
        QCOMPARE(answers->current(), -1);
        QCOMPARE(changed.last().at(0).toInt(), -1);
        answers->setCurrent(2);
        QCOMPARE(changed.count(), 3);
    }

    void segmentsByMouse()
    {
        Segmented* answers = add(fiveAnswers());
        QTest::mouseClick(answers, Qt::LeftButton, {}, answers->segment(1).center());
        QCOMPARE(answers->current(), 1);
        QTest::mouseClick(answers, Qt::LeftButton, {}, answers->segment(1).center());
        QCOMPARE(answers->current(), 1);
        answers->setClearable(true);
        QTest::mouseClick(answers, Qt::LeftButton, {}, answers->segment(1).center());
        QCOMPARE(answers->current(), -1);
    }

    void segmentsMirrored()
    {
        Segmented* answers = add(fiveAnswers());
        answers->setLayoutDirection(Qt::RightToLeft);
        QVERIFY(answers->segment(0).left() > answers->segment(4).left());
        answers->setCurrent(1);
        QTest::keyClick(answers, Qt::Key_Left);
        QCOMPARE(answers->current(), 2);
    }

    void chipIsRemoved()
    {
        Chip* chip = add(new Chip(m_theme, QStringLiteral("NSC")));
        QSignalSpy removed(chip, &Chip::removeRequested);
        QSignalSpy clicked(chip, &QAbstractButton::clicked);
        QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(removed.count(), 0);
        chip->setRemovable(true);
        chip->resize(chip->sizeHint());
        QTest::keyClick(chip, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QTest::mouseClick(chip, Qt::LeftButton, {}, chip->crossArea().center());
        QCOMPARE(removed.count(), 2);
        QCOMPARE(clicked.count(), 0);
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(clicked.count(), 1);
    }

    void chipRowMayBeRebuiltFromItsOwnClick()
    {
        ChipRow* row = add(new ChipRow(m_theme));
        row->setRemovable(true);
        row->setTexts({QStringLiteral("NSC"), QStringLiteral("phase 1")});
        connect(row, &ChipRow::removeRequested, this, [row](const QString& text) {
            QStringList left = row->texts();
            left.removeAll(text);
            row->setTexts(left);
        });
        QTest::keyClick(row->chip(0), Qt::Key_Delete);
        QCOMPARE(row->texts(), QStringList{QStringLiteral("phase 1")});
        QSignalSpy adds(row, &ChipRow::addRequested);
        QTest::mouseClick(row->addButton(), Qt::LeftButton);
        QCOMPARE(adds.count(), 1);
        row->setAddable(false);
        QVERIFY(!row->addButton()->isVisible());
    }

private:
    Rail* threePlaces()
    {
        auto* rail = new Rail(m_theme);
        rail->add(Sign::Overview, QStringLiteral("Overview"));
        rail->add(Sign::Sources, QStringLiteral("Sources"));
        rail->add(Sign::Screening, QStringLiteral("Screening"));
        return rail;
    }
    Segmented* fiveAnswers()
    {
        auto* answers = new Segmented(m_theme);
        answers->setOptions({QStringLiteral("Y"), QStringLiteral("PY"), QStringLiteral("PN"), QStringLiteral("N"),
                             QStringLiteral("NI")},
                            {QStringLiteral("Yes"), QStringLiteral("Probably yes"), QStringLiteral("Probably no"),
                             QStringLiteral("No"), QStringLiteral("No information")});
        return answers;
    }
};

WINNOW_WINDOW_TEST(ChoosingTest)

} // namespace suite_ChoosingTest

#include "ChoosingTest.moc"
