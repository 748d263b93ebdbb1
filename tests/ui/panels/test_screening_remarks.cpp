// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScreeningRoom.h"

#include "panels/screening/AbstractSections.h"
#include "panels/screening/CriterionTick.h"
#include "panels/screening/RecordLinks.h"
#include "support/Suite.h"

#include <QDesktopServices>

namespace suite_screening_remarks {

using namespace winnow;
using namespace winnow::ui;
using winnow::test::ScreeningRoom;

namespace {

/// Everything that can be read anywhere in a widget.
QString everyText(const QWidget& widget)
{
    QStringList texts;
    for (const QWidget* part : widget.findChildren<QWidget*>()) {
        texts << part->toolTip() << part->accessibleName() << part->accessibleDescription();
        for (const char* property : {"text", "plainText", "placeholderText"})
            texts << part->property(property).toString();
    }
    return texts.join(QLatin1Char('\n'));
}

/// How wide the words of each line of a criterion are painted, in pixels; the sign at its side left out.
std::vector<int> inkWidths(CriterionTick& tick, Qt::LayoutDirection direction, const Theme& theme)
{
    tick.setLayoutDirection(direction);
    const QImage image = tick.grab().toImage().convertToFormat(QImage::Format_Grayscale8);
    const int sign = theme.px(20);
    const int left = direction == Qt::LeftToRight ? sign : 0;
    const int right = direction == Qt::LeftToRight ? image.width() : image.width() - sign;
    const int height = QFontMetrics(theme.font(Text::Body)).height();
    const int ground = image.constScanLine(0)[left];
    std::vector<int> widths;
    for (int top = (image.height() % height) / 2; top + height <= image.height(); top += height) {
        int first = right, last = left;
        for (int y = top; y < top + height; ++y) {
            for (int x = left; x < right; ++x) {
                if (std::abs(image.constScanLine(y)[x] - ground) > 60) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
            }
        }
        widths.push_back(last - first);
    }
    return widths;
}

} // namespace

/// Notes, labels, criteria, links; fields that type; what stays hidden of others.
class TestScreeningRemarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersInTheNoteType();
    void aNoteOutlivesTheNextVote();
    void aNoteOutlivesTheRoom();
    void labelsByKey();
    void ticksByKey();
    void wrappedCriteriaKeepTheirLetters();
    void othersStayHidden();
    void linksByKey();
    void noAbstractIsSaid();
    void authorsOnAClick();
    void readingSizeByKey();
    void whoMayNotVote();
    void theNextPersonSeesNothingOfTheLast();
    void sectionsOfAnAbstract_data();
    void sectionsOfAnAbstract();
    void linksOfARecord();
    void openUrl(const QUrl& url) { m_opened << url; }

private:
    QList<QUrl> m_opened;
};

void TestScreeningRemarks::lettersInTheNoteType()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_N);
    QVERIFY(room.side()->note()->hasFocus());
    room.type(QStringLiteral("emi 123 /u"));
    QCOMPARE(room.side()->note()->toPlainText(), QStringLiteral("emi 123 /u"));
    room.press(Qt::Key_Escape);
    QVERIFY(room.reader()->hasFocus());
    QCOMPARE(room.side()->note()->toPlainText(), QStringLiteral("emi 123 /u"));
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    const auto remarks = Screening(*room.project, Stage::Title).remarks(room.queue()[0]);
    QCOMPARE(remarks->notes.size(), std::size_t(1));
    QCOMPARE(remarks->notes[0].text, QStringLiteral("emi 123 /u"));
}

void TestScreeningRemarks::aNoteOutlivesTheNextVote()
{
    ScreeningRoom room;
    room.open();
    room.side()->note()->setFocus();
    room.type(QStringLiteral("dose?"));
    QTest::mouseClick(room.part<VoteBar>()->button(Verdict::Include), Qt::LeftButton); // takes no focus
    room.settle();
    QCOMPARE(room.title(), QStringLiteral("Beta cells in humans"));
    QCOMPARE(room.side()->note()->toPlainText(), QString());
    QTRY_COMPARE(Screening(*room.project, Stage::Title).remarks(room.queue()[0])->notes.size(), std::size_t(1));
    room.reader()->setFocus();
    room.press(Qt::Key_Up);
    QCOMPARE(room.side()->note()->toPlainText(), QStringLiteral("dose?"));
}

void TestScreeningRemarks::aNoteOutlivesTheRoom()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_N);
    room.type(QStringLiteral("unsaved"));
    room.reopen();
    QTRY_COMPARE(Screening(*room.project, Stage::Title).remarks(room.queue()[0])->notes.size(), std::size_t(1));
}

void TestScreeningRemarks::labelsByKey()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_L);
    QVERIFY(room.popover()->isVisible());
    room.type(QStringLiteral("phase 1"));
    QCOMPARE(room.popover()->shownTexts(), QStringList({QStringLiteral("New label “phase 1”")}));
    room.press(Qt::Key_Return);
    QTRY_COMPARE(room.side()->labels()->texts(), QStringList({QStringLiteral("phase 1")}));
    QVERIFY(room.reader()->hasFocus());
    room.press(Qt::Key_Down);
    QCOMPARE(room.side()->labels()->texts(), QStringList());
    room.press(Qt::Key_L);
    room.type(QStringLiteral("PHA"));
    room.press(Qt::Key_Return);
    QTRY_COMPARE(room.side()->labels()->texts(), QStringList({QStringLiteral("phase 1")}));
    QCOMPARE(room.project->review()->labels.size(), std::size_t(1));
    room.press(Qt::Key_L); // the same label again takes it off
    room.press(Qt::Key_Return);
    QTRY_COMPARE(room.side()->labels()->texts(), QStringList());
    room.press(Qt::Key_L);
    room.press(Qt::Key_Escape);
    QVERIFY(!room.popover()->isVisible() && room.reader()->hasFocus());
}

void TestScreeningRemarks::ticksByKey()
{
    ScreeningRoom room;
    const auto humans = Setup(*room.project).addCriterion(true, QStringLiteral("Humans"));
    const auto mice = Setup(*room.project).addCriterion(false, QStringLiteral("Mice"));
    QVERIFY(humans && mice);
    room.open();
    QTRY_COMPARE(room.side()->ticks().size(), std::size_t(2));
    CriterionTick* tick = room.side()->ticks()[0];
    QTest::keyClick(room.reader(), Qt::Key_Tab); // links of the text come first; Beta is not shown, Alpha has none
    QTRY_VERIFY(tick->hasFocus());
    room.press(Qt::Key_Space);
    QCOMPARE(tick->tick(), Tick::Yes);
    room.press(Qt::Key_Space);
    room.press(Qt::Key_Return);
    QCOMPARE(tick->tick(), Tick::Unclear);
    room.press(Qt::Key_Down);
    QVERIFY(room.side()->ticks()[1]->hasFocus());
    room.press(Qt::Key_N);
    const auto kept = [&] { return Screening(*room.project, Stage::Title).remarks(room.queue()[0])->ticks; };
    QTRY_COMPARE(kept()[mice->value], Tick::No);
    QCOMPARE(kept()[humans->value], Tick::Unclear);
    room.press(Qt::Key_Delete);
    QTRY_COMPARE(room.side()->ticks()[1]->tick(), Tick::Unset);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -")); // I, E, M typed there would vote nothing either
}

/// Each line of an English criterion is as wide in an Arabic window as in an English one: the first letter of a line
/// that was wrapped had been cut off by the blank of its end.
void TestScreeningRemarks::wrappedCriteriaKeepTheirLetters()
{
    const Theme theme;
    const Criterion criterion{CriterionId(1), true, QStringLiteral("Adults with diabetes at any stage of the disease")};
    CriterionTick tick(theme, criterion);
    for (int width = theme.px(110); width < theme.px(170); width += theme.px(12)) {
        tick.resize(width, tick.heightForWidth(width));
        const std::vector<int> lines = inkWidths(tick, Qt::LeftToRight, theme);
        QVERIFY(lines.size() > 1);
        const std::vector<int> mirrored = inkWidths(tick, Qt::RightToLeft, theme);
        QCOMPARE(mirrored.size(), lines.size());
        for (std::size_t i = 0; i < lines.size(); ++i)
            QVERIFY2(std::abs(mirrored[i] - lines[i]) <= 1,
                     qPrintable(QStringLiteral("%1 for %2 at %3").arg(mirrored[i]).arg(lines[i]).arg(width)));
    }
}

void TestScreeningRemarks::othersStayHidden()
{
    ScreeningRoom room;
    room.open();
    const std::vector<RecordId> queue = room.queue();
    room.sit(QStringLiteral("Ben"));
    Screening ben(*room.project, Stage::Title);
    const auto label = Setup(*room.project).addLabel(QStringLiteral("benslabel"));
    const std::vector<RecordId> first{queue[0]};
    QVERIFY(ben.vote({queue[0], Verdict::Exclude, {}, QStringLiteral("bensnote")}));
    QVERIFY(ben.label(first, *label, true));
    QVERIFY(ben.vote({queue[1], Verdict::Include, {}, {}}));
    room.sit(QStringLiteral("Ana"));
    room.reopen();
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QCOMPARE(room.progress(), QStringLiteral("0 done · 6 left"));
    QCOMPARE(room.model().rowCount(), 6); // Ben's excludes are in my queue as all others are
    QVERIFY(!room.part<VoteBar>()->button(Verdict::Exclude)->isChecked());
    for (const RecordId id : queue)
        QCOMPARE(room.model().vote(id), MyVote());
    QVERIFY2(!everyText(*room.panel).contains(QStringLiteral("bensnote")), "a note of somebody else shows");
    QCOMPARE(room.side()->labels()->texts(), QStringList());
    QVERIFY2(!everyText(*room.panel).contains(QStringLiteral("Ben")), "somebody else's name shows");
    room.press(Qt::Key_V); // my last votes are mine
    QCOMPARE(room.model().rowCount(), 0);
}

void TestScreeningRemarks::linksByKey()
{
    ScreeningRoom room;
    room.open();
    m_opened.clear();
    for (const char* scheme : {"http", "https"})
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), this, "openUrl");
    room.press(Qt::Key_D);
    QCOMPARE(room.said(), QStringLiteral("This record has no DOI."));
    room.press(Qt::Key_Down);
    room.press(Qt::Key_D);
    QCOMPARE(m_opened, QList<QUrl>({QUrl(QStringLiteral("https://doi.org/10.1000/beta"))}));
    room.press(Qt::Key_P);
    QCOMPARE(m_opened.last().toString(), QStringLiteral("https://pubmed.ncbi.nlm.nih.gov/?term=Beta cells in humans"));
    room.dialogs.texts.push_back(QStringLiteral("https://resolver.example.org/openurl?sid=w"));
    room.press(Qt::Key_O);
    const QString asked = m_opened.last().toString(QUrl::FullyEncoded);
    QVERIFY2(asked.startsWith(QStringLiteral("https://resolver.example.org/openurl?sid=w&ctx_ver=Z39.88-2004")),
             qPrintable(asked));
    QVERIFY(asked.contains(QStringLiteral("rft_id=info%3Adoi%2F10.1000%2Fbeta")));
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
}

void TestScreeningRemarks::noAbstractIsSaid()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_Down);
    room.press(Qt::Key_Down);
    QCOMPARE(room.title(), QStringLiteral("Gamma rays"));
    QVERIFY(room.reader()->toPlainText().contains(QStringLiteral("This record has no abstract.")));
    QVERIFY(room.reader()->toPlainText().contains(QStringLiteral("Look for the title in PubMed")));
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
}

void TestScreeningRemarks::authorsOnAClick()
{
    ScreeningRoom room;
    QByteArray many;
    for (int i = 0; i < 12; ++i)
        many += "AU  - Name" + QByteArray::number(i) + ", X.\n";
    room.open(ScreeningRoom::entry("Many", "First, F.", 2015, many));
    QVERIFY(room.reader()->toPlainText().contains(QStringLiteral("and 10 more")));
    QVERIFY(!room.reader()->toPlainText().contains(QStringLiteral("Name11")));
    Q_EMIT room.reader()->anchorClicked(QUrl(QStringLiteral("winnow:authors")));
    QVERIFY(room.reader()->toPlainText().contains(QStringLiteral("Name11")));
}

void TestScreeningRemarks::readingSizeByKey()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(room.theme.readingSize(), 16.5);
    room.press(Qt::Key_Minus, Qt::ControlModifier);
    room.press(Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(room.settings.value(Setting::ReadingSize).toDouble(), 14.5);
    room.press(Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(room.theme.readingSize(), 15.5);
}

void TestScreeningRemarks::whoMayNotVote()
{
    ScreeningRoom room;
    QVERIFY(Setup(*room.project).addReviewer(QStringLiteral("Lib"), Role::Librarian));
    room.open();
    room.sit(QStringLiteral("Lib"));
    room.settle();
    QTRY_VERIFY(!room.part<VoteBar>()->button(Verdict::Include)->isEnabled());
    QVERIFY2(room.said().contains(QStringLiteral("librarian")), qPrintable(room.said()));
    room.press(Qt::Key_I);
    QCOMPARE(room.votes(), QStringLiteral("- - - - - -"));
    room.project->setMe({});
    room.settle();
    QVERIFY2(room.said().contains(QStringLiteral("who you are")), qPrintable(room.said()));
    QVERIFY(!room.title().isEmpty()); // reading needs no name
    room.sit(QStringLiteral("Ana"));
    room.settle();
    QTRY_VERIFY(room.part<VoteBar>()->button(Verdict::Include)->isEnabled());
    QCOMPARE(room.said(), QString());
}

void TestScreeningRemarks::theNextPersonSeesNothingOfTheLast()
{
    ScreeningRoom room;
    room.open();
    room.press(Qt::Key_I);
    QVERIFY2(room.said().contains(QStringLiteral("Included")), qPrintable(room.said()));
    room.project->setMe(room.person(QStringLiteral("Ben")));
    QCOMPARE(room.said(), QString()); // at once, before Ben's queue has been read
    QCOMPARE(room.model().rowCount(), 0);
    room.settle();
    QCOMPARE(room.said(), QString());
    QCOMPARE(room.title(), QStringLiteral("Alpha cells in mice"));
    QCOMPARE(room.model().vote(room.model().record(0)).verdict, Verdict::None);
}

void TestScreeningRemarks::sectionsOfAnAbstract_data()
{
    QTest::addColumn<QString>("abstract");
    QTest::addColumn<QStringList>("sections");
    const auto row = [](const char* name, const char* abstract, const QString& sections) {
        QTest::newRow(name) << QString::fromUtf8(abstract) << sections.split(QLatin1Char('#'), Qt::SkipEmptyParts);
    };
    row("plain", "One. Two: three.", QStringLiteral("|One. Two: three."));
    row("capitals", "BACKGROUND: Mice run. METHODS AND RESULTS: They ran (n=3). CONCLUSION(S): Run.",
        QStringLiteral("BACKGROUND|Mice run.#METHODS AND RESULTS|They ran (n=3).#CONCLUSION(S)|Run."));
    row("words", "Objective: To run. Methods: We ran. P: 0.05.",
        QStringLiteral("Objective|To run.#Methods|We ran. P: 0.05."));
    row("short capitals are text", "We did it. MRI: a scan.", QStringLiteral("|We did it. MRI: a scan."));
    row("lines", "First line.\nSecond line.", QStringLiteral("|First line.#|Second line."));
    row("lead in", "Short text. RESULTS: Yes.", QStringLiteral("|Short text.#RESULTS|Yes."));
    row("times", "At 10:30 we met. Ratio 1:2.", QStringLiteral("|At 10:30 we met. Ratio 1:2."));
    row("empty", "", {});
}

void TestScreeningRemarks::sectionsOfAnAbstract()
{
    QFETCH(QString, abstract);
    QFETCH(QStringList, sections);
    QStringList found;
    for (const AbstractSection& section : abstractSections(abstract))
        found << section.label + QLatin1Char('|') + section.text;
    QCOMPARE(found, sections);
}

void TestScreeningRemarks::linksOfARecord()
{
    Record record;
    QVERIFY(recordLinks(record).empty());
    record.doi = "10.1002/(sici)1097<1::aid#x>3.0.co;2-#";
    record.url = "javascript:alert(1)";
    record.nct = "NCT01234567";
    const auto links = recordLinks(record);
    QCOMPARE(links.size(), std::size_t(2));
    QCOMPARE(links[0].url.toString(QUrl::FullyEncoded),
             QStringLiteral("https://doi.org/10.1002/%28sici%291097%3C1%3A%3Aaid%23x%3E3.0.co%3B2-%23"));
    QCOMPARE(links[1].text, QStringLiteral("NCT01234567"));
    QCOMPARE(linkFor(Action::OpenFulltext, record, {}).host(), QStringLiteral("doi.org"));
    QVERIFY(linkFor(Action::OpenLibrary, record, {}).isEmpty());
    record.url = "file:///etc/passwd";
    QCOMPARE(recordLinks(record).size(), std::size_t(2));
}

WINNOW_WINDOW_TEST(TestScreeningRemarks)

} // namespace suite_screening_remarks

#include "test_screening_remarks.moc"
