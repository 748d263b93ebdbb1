// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Suite.h"
#include "ui/widgets/WidgetRoom.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/FlowLayout.h"
#include "widgets/Frames.h"
#include "widgets/ProgressPill.h"
#include "widgets/Ring.h"
#include "widgets/SectionLabel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>

namespace suite_ShowingTest {

using namespace winnow;
using namespace winnow::ui;

class ShowingTest final : public test::WidgetRoom {
    Q_OBJECT

private Q_SLOTS:
    void flowBreaksRows()
    {
        QWidget box;
        auto* flow = new FlowLayout(5, &box);
        for (int i = 0; i < 3; ++i) {
            auto* part = new QWidget;
            part->setFixedSize(40, 20);
            flow->addWidget(part);
        }
        QCOMPARE(flow->heightForWidth(130), 20);
        QCOMPARE(flow->heightForWidth(129), 45);
        QCOMPARE(flow->heightForWidth(40), 70);
        box.setLayoutDirection(Qt::RightToLeft);
        flow->setGeometry(QRect(0, 0, 130, 20));
        QCOMPARE(flow->itemAt(0)->geometry(), QRect(90, 0, 40, 20));
    }

    void pillShowsAJob()
    {
        ProgressPill* pill = add(new ProgressPill(m_theme));
        QVERIFY(!pill->isVisible());
        pill->start(QStringLiteral("importing scopus.ris"), 1000);
        QVERIFY(pill->isVisible());
        QCOMPARE(pill->percentText(), QString());
        pill->report({500, 0, {}}, 1500);
        QCOMPARE(pill->percentText(), pill->locale().toString(500));
        pill->report({63, 100, {}}, 61000);
        QCOMPARE(pill->percentText(), QStringLiteral("63 %"));
        QCOMPARE(pill->timeLeftText(), QStringLiteral("about 36 s left"));
        QSignalSpy cancels(pill, &ProgressPill::cancelRequested);
        QTest::mouseClick(pill->cancelButton(), Qt::LeftButton);
        QTest::mouseClick(pill->cancelButton(), Qt::LeftButton);
        QCOMPARE(cancels.count(), 1);
        pill->finish();
        QVERIFY(!pill->isVisible());
        pill->start(QStringLiteral("again"), 0);
        QVERIFY(pill->cancelButton()->isEnabled());
    }

    void timeLeftInWords()
    {
        QCOMPARE(timeLeft(0, 100, 10000), QString());
        QCOMPARE(timeLeft(1, 100, 1999), QString());
        QCOMPARE(timeLeft(100, 100, 10000), QString());
        QCOMPARE(timeLeft(5, 0, 10000), QString());
        QCOMPARE(timeLeft(50, 100, 10000), QStringLiteral("about 10 s left"));
        QCOMPARE(timeLeft(10, 100, 20000), QStringLiteral("about 3 min left"));
        QCOMPARE(timeLeft(1, 100, 100000), QStringLiteral("about 3 h left"));
    }

    void bannerOffersAnAction()
    {
        Banner* banner = add(new Banner(m_theme));
        banner->say(QStringLiteral("Excluded: wrong population."));
        QVERIFY(!banner->actionButton()->isVisible());
        banner->offer(QStringLiteral("undo"), QStringLiteral("U"));
        QVERIFY(banner->actionButton()->isVisible());
        QSignalSpy actions(banner, &Banner::actionChosen);
        QTest::mouseClick(banner->actionButton(), Qt::LeftButton);
        QCOMPARE(actions.count(), 1);
        QCOMPARE(banner->accessibleName(), QStringLiteral("Excluded: wrong population."));
        const int height = banner->sizeHint().height();
        QVERIFY(height >= 34);
        banner->clear();
        QCOMPARE(banner->text(), QString());
        QVERIFY(!banner->actionButton()->isVisible());
        QCOMPARE(banner->sizeHint().expandedTo(banner->minimumSize()).height(), height);
    }

    void bannerInATone()
    {
        Banner* banner = add(new Banner(m_theme));
        banner->say(QStringLiteral("No abstract."), Tone::Maybe);
        QVERIFY(shows(banner->grab().toImage(), QColor(0xf5f1dc), 1000));
        banner->setClosable(true);
        QSignalSpy closed(banner, &Banner::closed);
        for (QPushButton* one : banner->findChildren<QPushButton*>()) {
            if (one != banner->actionButton())
                QTest::mouseClick(one, Qt::LeftButton);
        }
        QCOMPARE(closed.count(), 1);
        QCOMPARE(banner->text(), QString());
    }

    void emptyStateOffersTheNextStep()
    {
        EmptyState* empty = add(new EmptyState(m_theme));
        empty->setTitle(QStringLiteral("No records yet"));
        QVERIFY(!empty->stepButton()->isVisible());
        empty->setStep(QStringLiteral("Import files…"));
        QSignalSpy steps(empty, &EmptyState::step);
        QTest::mouseClick(empty->stepButton(), Qt::LeftButton);
        QCOMPARE(steps.count(), 1);
        QVERIFY(!empty->otherButton()->isVisible());
        QCOMPARE(empty->accessibleName(), QStringLiteral("No records yet"));
    }

    void tableHasNoTypeAhead()
    {
        QStandardItemModel model;
        for (const char* name : {"Embase", "PubMed", "Scopus"})
            model.appendRow(new QStandardItem(QString::fromLatin1(name)));
        DenseTable* table = add(new DenseTable(m_theme));
        table->setModel(&model);
        table->selectRow(0);
        table->setCurrentIndex(model.index(0, 0));
        QCOMPARE(table->rowHeight(0), 28);
        QTest::keyClick(table, Qt::Key_S);
        QCOMPARE(table->currentIndex().row(), 0);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 1);
        QSignalSpy opened(table, &DenseTable::rowOpened);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().at(0).toModelIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_End);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_Home);
        QCOMPARE(table->currentIndex().row(), 0);
    }

    void sectionLabelKeepsArabicJoined()
    {
        const SectionLabel latin(m_theme, QStringLiteral("Background"));
        QCOMPARE(latin.font().capitalization(), QFont::AllUppercase);
        QVERIFY(latin.font().letterSpacing() > 0.5);
        const SectionLabel arabic(m_theme, QStringLiteral("الخلفية"));
        QCOMPARE(arabic.font().letterSpacing(), 0.0);
        const SectionLabel plain(m_theme, QStringLiteral("Labels"), SectionLabel::Case::AsWritten);
        QCOMPARE(plain.font().capitalization(), QFont::MixedCase);
    }

    void toolRowMeasures()
    {
        ToolRow* row = add(new ToolRow(m_theme));
        QCOMPARE(row->height(), 44);
        const QImage image = row->grab().toImage();
        QCOMPARE(image.pixelColor(5, 43), QColor(0xdfdfda));
        QCOMPARE(image.pixelColor(5, 20), QColor(0xf6f6f4));
    }

    void progressLineClamps()
    {
        ProgressLine* line = add(new ProgressLine(m_theme));
        QCOMPARE(line->height(), 6);
        line->setShare(7);
        QCOMPARE(line->share(), 1.0);
        line->setShare(-0.2);
        QCOMPARE(line->share(), -1.0);
        line->setShare(0.5);
        QCOMPARE(line->accessibleName(), QStringLiteral("50 % done"));
        const QImage image = line->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 4, 3), QColor(0x1f6f8b));
        QCOMPARE(image.pixelColor(image.width() * 3 / 4, 3), QColor(0xdfdfda));
    }
};

WINNOW_WINDOW_TEST(ShowingTest)

} // namespace suite_ShowingTest

#include "ShowingTest.moc"
