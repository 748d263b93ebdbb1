// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws all widgets of the kit on one page and saves it: light, dark, high contrast, right-to-left and at 200 %.
// widget_gallery FOLDER [SCALE]   (the scale is set before Qt starts, so that 200 % is a run of its own)
#include "services/Icons.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Banner.h"
#include "widgets/Chip.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/KeyCap.h"
#include "widgets/ProgressPill.h"
#include "widgets/Rail.h"
#include "widgets/Ring.h"
#include "widgets/SearchField.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"
#include "widgets/VerdictBadge.h"
#include "widgets/VoteButton.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>

using namespace winnow::ui;

namespace {

/// Paints with a function: for the badges that live in delegates, and for the sheet of icons.
class Canvas final : public QWidget {
public:
    Canvas(QSize size, std::function<void(QPainter&)> draw) : m_draw(std::move(draw)) { setFixedSize(size); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_draw(painter);
    }

private:
    std::function<void(QPainter&)> m_draw;
};

QPushButton* button(const QString& text, Look look = Look::Plain)
{
    auto* made = new QPushButton(text);
    setLook(*made, look);
    return made;
}

QPushButton* picker(const QString& text)
{
    QPushButton* made = button(text);
    auto* menu = new QMenu(made);
    menu->addAction(text);
    made->setMenu(menu);
    return made;
}

QWidget* rail(const Theme& theme)
{
    auto* made = new Rail(theme);
    made->add(Sign::Overview, QStringLiteral("Overview"));
    made->add(Sign::Sources, QStringLiteral("Sources"));
    made->add(Sign::Duplicates, QStringLiteral("Duplicates"));
    made->add(Sign::Screening, QStringLiteral("Screening"));
    made->add(Sign::FullTexts, QStringLiteral("Full texts"));
    made->add(Sign::Conflicts, QStringLiteral("Conflicts"));
    made->add(Sign::RiskOfBias, QStringLiteral("Risk of bias"));
    made->add(Sign::Extraction, QStringLiteral("Extraction"));
    made->add(Sign::Synthesis, QStringLiteral("Synthesis"));
    made->add(Sign::Report, QStringLiteral("Report"));
    made->add(Sign::Sharing, QStringLiteral("Sharing"));
    made->item(1)->setWaiting(3);
    made->item(2)->setWaiting(12);
    made->item(3)->setWaiting(1106);
    made->item(3)->setShare(0.52);
    made->item(4)->setWaiting(38);
    made->item(4)->setShare(0.06);
    made->item(5)->setWaiting(7);
    made->item(6)->setShare(0.0);
    made->item(7)->setShare(1.0);
    made->setCurrent(3);
    return made;
}

QWidget* toolRow(const Theme& theme)
{
    auto* row = new ToolRow(theme);
    row->addWidget(new TextLabel(theme, Text::Strong, QStringLiteral("1,204 done · 1,106 left")));
    auto* line = new ProgressLine(theme);
    line->setShare(0.52);
    row->addWidget(line);
    row->addWidget(picker(QStringLiteral("By relevance")));
    row->addWidget(picker(QStringLiteral("Unscreened")));
    row->addWidget(new SearchField(theme, QStringLiteral("/")));
    row->addStretch();
    row->addWidget(button(QStringLiteral("Copy")));
    row->addWidget(button(QStringLiteral("Export…"), Look::Primary));
    row->addWidget(new KeyCap(theme, QStringLiteral("?")));
    return row;
}

QWidget* voteRow(const Theme& theme)
{
    auto* row = new ToolRow(theme, ToolRow::Line::Above);
    row->setMinimumHeight(theme.px(74));
    auto* banner = new Banner(theme);
    banner->say(QStringLiteral("Excluded: wrong population."));
    banner->offer(QStringLiteral("undo"), QStringLiteral("U"));
    banner->setFixedWidth(theme.px(270));
    row->addWidget(banner);
    auto* exclude = new VoteButton(theme, Tone::Exclude, QStringLiteral("Exclude"), QStringLiteral("E"));
    exclude->setHasMenu(true);
    auto* include = new VoteButton(theme, Tone::Include, QStringLiteral("Include"), QStringLiteral("I"));
    include->setChecked(true);
    row->addWidget(exclude);
    row->addWidget(new VoteButton(theme, Tone::Maybe, QStringLiteral("Maybe"), QStringLiteral("M")));
    row->addWidget(include);
    auto* off = new VoteButton(theme, Tone::Maybe, QStringLiteral("Disabled"), QStringLiteral("M"));
    off->setEnabled(false);
    row->addWidget(off);
    row->addStretch();
    return row;
}

QWidget* badges(const Theme& theme)
{
    return new Canvas(QSize(300, 34), [&theme](QPainter& painter) {
        double x = 2;
        for (const Tone tone : {Tone::Include, Tone::Exclude, Tone::Maybe, Tone::Neutral}) {
            verdictBadge::paint(painter, theme, QRectF(x, 8, verdictBadge::side, verdictBadge::side), tone);
            x += 22;
        }
        for (const Judgement one :
             {Judgement::Low, Judgement::SomeConcerns, Judgement::High, Judgement::NoInformation, Judgement::None}) {
            judgementBadge::paint(painter, theme, QRectF(x + 8, 4, judgementBadge::side, judgementBadge::side), one);
            x += 36;
        }
    });
}

QWidget* icons(const Theme& theme)
{
    constexpr int perRow = 16;
    const int rows = (int(Icons::all().size()) + perRow - 1) / perRow;
    return new Canvas(QSize(perRow * 26, rows * 26), [&theme](QPainter& painter) {
        int at = 0;
        for (const Sign sign : Icons::all()) {
            const QRect where(at % perRow * 26, at / perRow * 26, 16, 16);
            Icons(theme).icon(sign).paint(&painter, where);
            ++at;
        }
    });
}

QWidget* controls(const Theme& theme)
{
    auto* card = new Card(theme, QStringLiteral("Controls"));
    auto* checks = new QHBoxLayout;
    auto* on = new QCheckBox(QStringLiteral("Per database"));
    on->setChecked(true);
    auto* partly = new QCheckBox(QStringLiteral("Partly"));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto* chosen = new QRadioButton(QStringLiteral("Dual"));
    chosen->setChecked(true);
    for (QWidget* one : std::initializer_list<QWidget*>{on, new QCheckBox(QStringLiteral("Other methods")), partly,
                                                        chosen, new QRadioButton(QStringLiteral("Single"))})
        checks->addWidget(one);
    card->column()->addLayout(checks);
    auto* fields = new QHBoxLayout;
    auto* combo = new QComboBox;
    combo->addItems({QStringLiteral("Databases and registers"), QStringLiteral("Other methods")});
    auto* spin = new QSpinBox;
    spin->setValue(2);
    auto* edit = new QLineEdit(QStringLiteral("Cell therapy"));
    auto* off = new QLineEdit(QStringLiteral("read only"));
    off->setEnabled(false);
    for (QWidget* one : std::initializer_list<QWidget*>{combo, spin, edit, off})
        fields->addWidget(one);
    card->column()->addLayout(fields);
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    card->column()->addWidget(slider);
    auto* tabs = new QTabBar;
    tabs->addTab(QStringLiteral("Title and abstract"));
    tabs->addTab(QStringLiteral("Full text"));
    card->column()->addWidget(tabs);
    auto* buttons = new QHBoxLayout;
    auto* disabled = button(QStringLiteral("Disabled"), Look::Primary);
    disabled->setEnabled(false);
    auto* tool = new QToolButton;
    tool->setIcon(Icons(theme).icon(Sign::Refresh));
    tool->setAutoRaise(true);
    auto* withIcon = button(QStringLiteral("Import files…"));
    withIcon->setIcon(Icons(theme).icon(Sign::Import));
    for (QWidget* one : std::initializer_list<QWidget*>{withIcon, button(QStringLiteral("Quiet"), Look::Quiet),
                                                        button(QStringLiteral("Link"), Look::Link), disabled, tool})
        buttons->addWidget(one);
    buttons->addStretch();
    card->column()->addLayout(buttons);
    return card;
}

QWidget* sidePanel(const Theme& theme)
{
    auto* ground = new Ground(theme, Ground::Kind::Window);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(16, 16, 16, 16);
    column->addWidget(new SectionLabel(theme, QStringLiteral("Labels"), SectionLabel::Case::AsWritten));
    auto* chips = new ChipRow(theme);
    chips->setTexts({QStringLiteral("NSC"), QStringLiteral("phase 1"), QStringLiteral("a rather long label"),
                     QStringLiteral("children")});
    column->addWidget(chips);
    auto* removable = new ChipRow(theme);
    removable->setRemovable(true);
    removable->setTexts({QStringLiteral("AHSCT"), QStringLiteral("EDSS")});
    column->addWidget(removable);
    column->addWidget(new SectionLabel(theme, QStringLiteral("Background")));
    column->addWidget(new SectionLabel(theme, QStringLiteral("Notes"), SectionLabel::Case::AsWritten));
    auto* note = new QPlainTextEdit;
    note->setPlaceholderText(QStringLiteral("Note"));
    note->setPlainText(QStringLiteral("one\ntwo\nthree\nfour\nfive\nsix\nseven"));
    note->setFixedHeight(74);
    column->addWidget(note);
    column->addWidget(badges(theme));
    auto* answers = new Segmented(theme);
    answers->setDigitsShown(true);
    answers->setOptions(
        {QStringLiteral("Y"), QStringLiteral("PY"), QStringLiteral("PN"), QStringLiteral("N"), QStringLiteral("NI")});
    answers->setCurrent(3);
    column->addWidget(answers);
    column->addStretch();
    ground->setFixedWidth(320);
    return ground;
}

QWidget* table(const Theme& theme, QObject* owner)
{
    auto* model = new QStandardItemModel(40, 4, owner);
    model->setHorizontalHeaderLabels(
        {QStringLiteral("Source"), QStringLiteral("Kind"), QStringLiteral("Records"), QStringLiteral("Searched")});
    for (int row = 0; row < model->rowCount(); ++row) {
        model->setItem(row, 0, new QStandardItem(row % 2 ? QStringLiteral("Scopus") : QStringLiteral("PubMed")));
        model->setItem(row, 1, new QStandardItem(QStringLiteral("Database")));
        model->setItem(row, 2, new QStandardItem(QStringLiteral("1,204")));
        model->setItem(row, 3, new QStandardItem(QStringLiteral("3 May 2026")));
    }
    auto* view = new DenseTable(theme);
    view->setModel(model);
    view->selectRow(1);
    view->setMinimumHeight(170);
    return view;
}

QWidget* page(const Theme& theme)
{
    auto* window = new QWidget;
    auto* outer = new QVBoxLayout(window);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* menus = new QMenuBar;
    for (const char* name : {"&File", "&Edit", "&Review", "&View", "&Help"})
        menus->addMenu(QString::fromLatin1(name));
    outer->addWidget(menus);
    outer->addWidget(new Rule(theme));
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(rail(theme));
    auto* work = new QVBoxLayout;
    work->setSpacing(0);
    work->addWidget(toolRow(theme));
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    auto* read = new Ground(theme, Ground::Kind::Page);
    auto* column = new QVBoxLayout(read);
    column->setContentsMargins(24, 16, 24, 16);
    auto* title = new TextLabel(theme, Text::Title, QStringLiteral("Neural precursor cells given intrathecally"));
    column->addWidget(title);
    auto* source = new TextLabel(theme, Text::Body, QStringLiteral("Author A, Author B, and 9 more · 2017"));
    source->setDim(true);
    column->addWidget(source);
    column->addWidget(
        new TextLabel(theme, Text::Reading, QStringLiteral("Example text that stands in for an abstract.")));
    auto* banner = new Banner(theme);
    banner->say(QStringLiteral("This record has no abstract."), Tone::Maybe);
    banner->offer(QStringLiteral("Open the DOI"), QStringLiteral("D"));
    banner->setClosable(true);
    column->addWidget(banner);
    column->addWidget(controls(theme));
    column->addWidget(table(theme, window), 1);
    column->addWidget(icons(theme));
    middle->addWidget(read, 1);
    middle->addWidget(new Rule(theme, Qt::Vertical));
    middle->addWidget(sidePanel(theme));
    work->addLayout(middle, 1);
    work->addWidget(voteRow(theme));
    body->addLayout(work, 1);
    outer->addLayout(body, 1);
    auto* status = new ToolRow(theme, ToolRow::Line::Above);
    status->setMinimumHeight(30);
    status->addWidget(new TextLabel(theme, Text::Body, QStringLiteral("Ana (reviewer)  ·  blind  ·  saved")));
    status->addStretch();
    auto* pill = new ProgressPill(theme);
    pill->start(QStringLiteral("importing scopus.ris"), 0);
    pill->report({63, 100, {}}, 60000);
    status->addWidget(pill);
    outer->addWidget(status);
    window->resize(1366, 860);
    return window;
}

QWidget* emptyPage(const Theme& theme)
{
    auto* ground = new Ground(theme, Ground::Kind::Page);
    auto* column = new QVBoxLayout(ground);
    auto* empty = new EmptyState(theme);
    empty->setSign(Sign::Sources);
    empty->setTitle(QStringLiteral("No records yet"));
    empty->setSentence(QStringLiteral("Sources are the databases and registers you searched. Import the files you "
                                      "exported there; each search is kept as PRISMA-S asks."));
    empty->setStep(QStringLiteral("Import files…"));
    empty->setOtherStep(QStringLiteral("Search PubMed"));
    column->addWidget(empty);
    ground->resize(700, 420);
    return ground;
}

QWidget* menu(const Theme& theme)
{
    auto* made = new QMenu;
    const Icons signs(theme);
    made->addAction(signs.icon(Sign::Open), QStringLiteral("&Open…"))->setShortcut(QKeySequence::Open);
    QAction* chosen = made->addAction(signs.icon(Sign::Import), QStringLiteral("&Import files…"));
    made->addSeparator();
    QAction* ticked = made->addAction(QStringLiteral("Advance after a vote"));
    ticked->setCheckable(true);
    ticked->setChecked(true);
    made->addMenu(QStringLiteral("Order by"))->addAction(QStringLiteral("Year"));
    made->addAction(signs.icon(Sign::Undo), QStringLiteral("Undo"))->setEnabled(false);
    made->setActiveAction(chosen);
    return made;
}

QWidget* question()
{
    auto* box
        = new QMessageBox(QMessageBox::Question, QStringLiteral("Winnow"), QStringLiteral("Delete the label “NSC”?"));
    box->setInformativeText(QStringLiteral("12 records lose it; undo brings it back."));
    box->addButton(QStringLiteral("Delete label"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    return box;
}

void save(QWidget* widget, const QString& file)
{
    widget->setAttribute(Qt::WA_DontShowOnScreen);
    widget->show();
    QCoreApplication::processEvents();
    widget->grab().save(file);
    delete widget;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 2)
        qputenv("QT_SCALE_FACTOR", argv[2]);
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    const QString suffix
        = argc > 2 ? QStringLiteral("-x%1.png").arg(QString::fromLocal8Bit(argv[2])) : QStringLiteral(".png");
    QDir().mkpath(folder);
    Theme theme;
    theme.applyTo(application);
    const std::pair<Scheme, const char*> schemes[]
        = {{Scheme::Light, "light"}, {Scheme::Dark, "dark"}, {Scheme::HighContrast, "contrast"}};
    for (const auto& [scheme, name] : schemes) {
        theme.setScheme(scheme);
        const QString base = QDir(folder).filePath(QString::fromLatin1(name));
        save(page(theme), base + suffix);
        save(emptyPage(theme), base + QStringLiteral("-empty") + suffix);
        save(menu(theme), base + QStringLiteral("-menu") + suffix);
        save(question(), base + QStringLiteral("-question") + suffix);
    }
    theme.setScheme(Scheme::Light);
    QApplication::setLayoutDirection(Qt::RightToLeft);
    save(page(theme), QDir(folder).filePath(QStringLiteral("rtl")) + suffix);
    return 0;
}
