// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Settings.h"
#include "services/WidgetDialogs.h"
#include "support/ScriptedDialogs.h"
#include "support/Suite.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace suite_DialogsTest {

using namespace winnow;
using namespace winnow::ui;

class DialogsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(Settings::inFile(m_folder->filePath(QStringLiteral("s.ini"))));
        m_window = std::make_unique<QWidget>();
        m_window->show();
        m_dialogs = std::make_unique<WidgetDialogs>(*m_window, *m_settings);
        m_yes = m_no = 0;
    }

    void yesGoesOn()
    {
        ask();
        auto* box = shown<QMessageBox>();
        QVERIFY(box);
        QCOMPARE(box->text(), QStringLiteral("Delete the label?"));
        QCOMPARE(box->informativeText(), QStringLiteral("12 records lose it."));
        QTest::mouseClick(button(box, QStringLiteral("Delete label")), Qt::LeftButton);
        QCOMPARE(m_yes, 1);
        QCOMPARE(m_no, 0);
    }

    void enterDeclines()
    {
        ask();
        QTest::keyClick(shown<QMessageBox>(), Qt::Key_Return);
        QCOMPARE(m_yes, 0);
        QCOMPARE(m_no, 1);
    }

    void escapeDeclines()
    {
        ask();
        QTest::keyClick(shown<QMessageBox>(), Qt::Key_Escape);
        QCOMPARE(m_yes, 0);
        QCOMPARE(m_no, 1);
    }

    void nobodyLeftToAnswerTo()
    {
        {
            QObject context;
            m_dialogs->confirm({QStringLiteral("Go?"), {}, QStringLiteral("Go")}, &context, [this] { ++m_yes; });
        }
        QTest::mouseClick(button(shown<QMessageBox>(), QStringLiteral("Go")), Qt::LeftButton);
        QCOMPARE(m_yes, 0);
    }

    void textIsAsked()
    {
        QString answer;
        m_dialogs->askText({QStringLiteral("Note"), QStringLiteral("Note:"), QStringLiteral("old")}, this,
                           [&answer](const QString& text) { answer = text; });
        auto* dialog = shown<QInputDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->textValue(), QStringLiteral("old"));
        auto* field = dialog->findChild<QLineEdit*>();
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("new"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(answer, QStringLiteral("new"));
    }

    void oneIsChosen()
    {
        int chosen = -1;
        const QStringList options{QStringLiteral("Ana"), QStringLiteral("Ben"), QStringLiteral("Cara")};
        m_dialogs->choose({QStringLiteral("Who"), QStringLiteral("Who are you?"), options, 1}, this,
                          [&chosen](int index) { chosen = index; });
        auto* dialog = shown<QInputDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->textValue(), QStringLiteral("Ben"));
        auto* list = dialog->findChild<QListView*>();
        QVERIFY(list);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(chosen, 2);
    }

    void fileIsOpenedAndItsFolderKept()
    {
        QFile file(m_folder->filePath(QStringLiteral("scopus.ris")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        QString opened;
        FileQuestion question;
        question.title = QStringLiteral("Import");
        question.filter = QStringLiteral("Bibliographic files (*.ris);;All files (*)");
        question.folder = m_folder->path();
        m_dialogs->openFile(question, this, [&opened](const QString& name) { opened = name; });
        auto* dialog = shown<QFileDialog>();
        QVERIFY(dialog);
        QCOMPARE(dialog->nameFilters().size(), 2);
        auto* name = dialog->findChild<QLineEdit*>();
        QVERIFY(name);
        QTest::keyClicks(name, QStringLiteral("scopus.ris"));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(opened, file.fileName());
        QCOMPARE(m_settings->text(Setting::LastFolder), m_folder->path());
    }

    void savedNameGetsItsSuffix()
    {
        QString saved;
        FileQuestion question;
        question.filter = QStringLiteral("Winnow projects (*.winnow)");
        question.folder = m_folder->path();
        question.suggestion = QStringLiteral("review");
        question.suffix = QStringLiteral("winnow");
        m_dialogs->saveFile(question, this, [&saved](const QString& name) { saved = name; });
        auto* dialog = shown<QFileDialog>();
        QVERIFY(dialog);
        QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_COMPARE(saved, m_folder->filePath(QStringLiteral("review.winnow")));
    }

    void errorsAreSaidAsSentences()
    {
        m_dialogs->report({ErrorCode::EmptyFile, QStringLiteral("a.ris"), {}});
        auto* box = shown<QMessageBox>();
        QVERIFY(box);
        QCOMPARE(box->text(),
                 QStringLiteral("a.ris is empty; nothing was imported; export it again from where it came."));
        QTest::keyClick(box, Qt::Key_Escape);
    }

    void scriptedAnswersInOrder()
    {
        test::ScriptedDialogs scripted;
        scripted.confirmations = {true, false};
        scripted.files = {{QStringLiteral("a.ris"), QStringLiteral("b.ris")}};
        int no = 0;
        int yes = 0;
        for (int i = 0; i < 3; ++i)
            scripted.confirm(
                {QStringLiteral("Go?"), {}, {}}, this, [&yes] { ++yes; }, [&no] { ++no; });
        QCOMPARE(yes, 1);
        QCOMPARE(no, 2);
        QStringList opened;
        scripted.openFiles({}, this, [&opened](const QStringList& names) { opened += names; });
        scripted.openFiles({}, this, [&opened](const QStringList& names) { opened += names; });
        QCOMPARE(opened, (QStringList{QStringLiteral("a.ris"), QStringLiteral("b.ris")}));
        QCOMPARE(int(scripted.asked.size()), 5);
    }

    void cleanup()
    {
        m_dialogs.reset();
        m_window.reset();
    }

private:
    void ask()
    {
        m_dialogs->confirm(
            {QStringLiteral("Delete the label?"), QStringLiteral("12 records lose it."),
             QStringLiteral("Delete label")},
            this, [this] { ++m_yes; }, [this] { ++m_no; });
    }
    template <class Dialog> Dialog* shown()
    {
        auto* dialog = m_window->findChild<Dialog*>();
        return dialog && QTest::qWaitForWindowExposed(dialog, test::patienceMs) ? dialog : nullptr;
    }
    static QPushButton* button(QMessageBox* box, const QString& text)
    {
        for (QPushButton* one : box->findChildren<QPushButton*>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<WidgetDialogs> m_dialogs;
    int m_yes = 0;
    int m_no = 0;
};

WINNOW_WINDOW_TEST(DialogsTest)

} // namespace suite_DialogsTest

#include "DialogsTest.moc"
