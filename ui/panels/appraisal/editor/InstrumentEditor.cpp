// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/InstrumentEditor.h"

#include "domain/Words.h"
#include "panels/appraisal/editor/AboutPage.h"
#include "panels/appraisal/editor/DomainPage.h"
#include "panels/appraisal/editor/FormPreview.h"
#include "panels/appraisal/editor/ItemPage.h"
#include "panels/appraisal/editor/LanguagesPage.h"
#include "panels/appraisal/editor/ListsPage.h"
#include "panels/appraisal/editor/OutlineView.h"
#include "project/Instruments.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <chrono>

namespace winnow::ui {

namespace {

constexpr int outlineWidth = 230;
constexpr int remarksShown = 4; ///< rows
constexpr std::chrono::seconds leavingPause{2};

} // namespace

InstrumentEditor::InstrumentEditor(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_back(new QPushButton(tr("Instruments"), this))
    , m_title(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_standing(new TextLabel(context.theme, Text::Small, {}, this))
    , m_undo(new QPushButton(this))
    , m_redo(new QPushButton(this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_keep(new QPushButton(tr("Keep in the review"), this))
    , m_outline(new OutlineView(context.theme, m_desk, this))
    , m_pages(new QStackedWidget(this))
    , m_about(new AboutPage(context.theme, m_desk, this))
    , m_lists(new ListsPage(context.theme, m_desk, context.dialogs, this))
    , m_languages(new LanguagesPage(context.theme, m_desk, context.dialogs, this))
    , m_domain(new DomainPage(context.theme, m_desk, this))
    , m_item(new ItemPage(context.theme, m_desk, this))
    , m_preview(new FormPreview(context.theme, m_desk, this))
    , m_remarks(new QListWidget(this))
    , m_banner(new Banner(context.theme, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    column->addWidget(makeBody(), 1);
    column->addWidget(m_banner);
    const auto refuse = [this](const QString& sentence) { m_banner->say(sentence, Tone::Exclude); };
    for (DraftPage* page :
         {static_cast<DraftPage*>(m_about), static_cast<DraftPage*>(m_domain), static_cast<DraftPage*>(m_item)})
        connect(page, &DraftPage::refused, this, refuse);
    connect(m_lists, &ListsPage::refused, this, refuse);
    connect(m_outline, &OutlineView::placeChosen, this, &InstrumentEditor::showPlace);
    connect(m_outline, &OutlineView::entered, this, [this] { m_pages->currentWidget()->setFocus(); });
    connect(&m_desk, &DraftDesk::changed, this, [this] {
        m_banner->clear();
        m_leaving.start();
        showSteps();
    });
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(leavingPause);
    connect(&m_leaving, &QTimer::timeout, this, &InstrumentEditor::leave);
    connect(&m_desk, &DraftDesk::examinedAnew, this, &InstrumentEditor::showRemarks);
    connect(m_desk.steps(), &QUndoStack::cleanChanged, this, &InstrumentEditor::showSteps);
}

QWidget* InstrumentEditor::makeTools()
{
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, this);
    setLook(*m_back, Look::Quiet);
    m_back->setIcon(m_context.icons.icon(Sign::Back));
    m_undo->setIcon(m_context.icons.icon(Sign::Undo));
    m_redo->setIcon(m_context.icons.icon(Sign::Redo));
    m_undo->setAccessibleName(tr("Undo"));
    m_redo->setAccessibleName(tr("Redo"));
    setLook(*m_keep, Look::Primary);
    m_standing->setDim(true);
    tools->addWidget(m_back);
    tools->addWidget(m_title);
    tools->addWidget(m_standing);
    tools->addStretch();
    for (QPushButton* button : {m_undo, m_redo, m_export, m_keep})
        tools->addWidget(button);
    connect(m_back, &QPushButton::clicked, this, &InstrumentEditor::back);
    connect(m_undo, &QPushButton::clicked, m_desk.steps(), &QUndoStack::undo);
    connect(m_redo, &QPushButton::clicked, m_desk.steps(), &QUndoStack::redo);
    connect(m_export, &QPushButton::clicked, this, &InstrumentEditor::askExport);
    connect(m_keep, &QPushButton::clicked, this, &InstrumentEditor::keep);
    return tools;
}

QWidget* InstrumentEditor::makeOutline()
{
    const Theme& theme = m_context.theme;
    auto* side = new Ground(theme, Ground::Kind::Window, this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_outline, 1);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(theme.px(8), theme.px(6), theme.px(8), theme.px(6));
    tools->setSpacing(theme.px(4));
    const auto tool = [&](const QString& text, const QString& tip, auto act) {
        auto* button = new QPushButton(text, side);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, m_outline, [this, act] {
            (m_outline->*act)();
            m_outline->setFocus();
        });
        tools->addWidget(button);
    };
    tool(tr("Question"), tr("Add a question (Insert)"), &OutlineView::addItem);
    tool(tr("Domain"), tr("Add a domain (Shift+Insert)"), &OutlineView::addDomain);
    tool(tr("Overall"), tr("Add the domain of the overall judgement"), &OutlineView::addOverall);
    tools->addStretch();
    auto* more = new QHBoxLayout;
    more->setContentsMargins(theme.px(8), 0, theme.px(8), theme.px(6));
    more->setSpacing(theme.px(4));
    const auto sign = [&](Sign icon, const QString& tip, auto act) {
        auto* button = new QPushButton(side);
        button->setIcon(m_context.icons.icon(icon));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        setLook(*button, Look::Quiet);
        connect(button, &QPushButton::clicked, m_outline, [this, act] {
            act(*m_outline);
            m_outline->setFocus();
        });
        more->addWidget(button);
    };
    sign(Sign::Up, tr("Move up (Alt+Up)"), [](OutlineView& view) { view.moveChosen(-1); });
    sign(Sign::Down, tr("Move down (Alt+Down)"), [](OutlineView& view) { view.moveChosen(1); });
    sign(Sign::Back, tr("Move out (Alt+Left)"), [](OutlineView& view) { view.indentChosen(-1); });
    sign(Sign::Forward, tr("Move in (Alt+Right)"), [](OutlineView& view) { view.indentChosen(1); });
    sign(Sign::Copy, tr("Copy (Ctrl+D)"), [](OutlineView& view) { view.copyChosen(); });
    sign(Sign::Delete, tr("Delete (Delete)"), [](OutlineView& view) { view.removeChosen(); });
    more->addStretch();
    column->addWidget(new Rule(theme, Qt::Horizontal, side));
    column->addLayout(tools);
    column->addLayout(more);
    side->setMinimumWidth(theme.px(220));
    return side;
}

QWidget* InstrumentEditor::makeBody()
{
    const Theme& theme = m_context.theme;
    auto* middle = new Ground(theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* page :
         {static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_lists), static_cast<QWidget*>(m_languages),
          static_cast<QWidget*>(m_domain), static_cast<QWidget*>(m_item)})
        m_pages->addWidget(page);
    column->addWidget(m_pages, 1);
    m_remarks->setAccessibleName(tr("What is still to be done"));
    m_remarks->setFrameShape(QFrame::NoFrame);
    m_remarks->setWordWrap(true);
    m_remarks->setMaximumHeight(remarksShown * theme.px(Theme::tableRow));
    m_remarks->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(new Rule(theme, Qt::Horizontal, middle));
    column->addWidget(m_remarks);
    connect(m_remarks, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { goToRemark(m_remarks->row(item)); });
    connect(m_remarks, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { goToRemark(m_remarks->row(item)); });
    auto* right = new Ground(theme, Ground::Kind::Page, this);
    auto* form = new QVBoxLayout(right);
    form->setContentsMargins(0, 0, 0, 0);
    form->addWidget(m_preview);
    auto* split = new QSplitter(this);
    split->setHandleWidth(1);
    split->setChildrenCollapsible(false);
    split->addWidget(makeOutline());
    split->addWidget(middle);
    split->addWidget(right);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setStretchFactor(2, 1);
    split->setSizes({theme.px(outlineWidth), theme.px(470), theme.px(330)});
    return split;
}

void InstrumentEditor::begin(appraisal::InstrumentDraft draft)
{
    m_outline->setPlace(place::about);
    m_desk.begin(std::move(draft));
    showPlace(place::about);
    showSteps();
    if (m_desk.draft().head.name.isEmpty())
        m_about->nameField()->setFocus();
    else
        m_outline->setFocus();
}

void InstrumentEditor::resume(const appraisal::InstrumentDraft& draft)
{
    m_desk.begin(draft);
    m_desk.setUnkept();
    m_leaving.stop();
    showPlace(place::about);
    showSteps();
}

void InstrumentEditor::leave()
{
    m_leaving.stop();
    const QByteArray json = m_desk.dirty() ? appraisal::writeDraft(m_desk.draft()) : QByteArray();
    m_context.hands.over(
        this, [project = &m_context.project, json] { return leaveDraft(*project, json); },
        [this](const Result<void>& left) {
            if (!left)
                m_banner->say(words::sentence(left.error()), Tone::Exclude);
        });
}

void InstrumentEditor::hideEvent(QHideEvent* event)
{
    if (m_leaving.isActive())
        leave();
    QWidget::hideEvent(event);
}

void InstrumentEditor::showPlace(int where)
{
    m_desk.seal();
    m_preview->setPlace(where);
    const auto bring = [this](QWidget* page, QWidget* first) {
        m_pages->setCurrentWidget(page);
        page->setFocusProxy(first);
    };
    if (where == place::about || where == place::lists || where == place::languages) {
        QWidget* page = where == place::about ? static_cast<QWidget*>(m_about)
            : where == place::lists           ? static_cast<QWidget*>(m_lists)
                                              : static_cast<QWidget*>(m_languages);
        return bring(page,
                     where == place::about       ? static_cast<QWidget*>(m_about->nameField())
                         : where == place::lists ? static_cast<QWidget*>(m_lists->addSetButton())
                                                 : static_cast<QWidget*>(m_languages->addButton()));
    }
    DraftPage* page = appraisal::findItem(m_desk.draft(), where) ? static_cast<DraftPage*>(m_item)
                                                                 : static_cast<DraftPage*>(m_domain);
    page->setPlace(where);
    bring(page, page->first());
}

void InstrumentEditor::showRemarks()
{
    const auto& remarks = m_desk.examination().remarks;
    m_remarks->clear();
    for (const appraisal::Remark& remark : remarks) {
        auto* item = new QListWidgetItem(remark.text, m_remarks);
        item->setIcon(m_context.icons.icon(remark.fault() ? Sign::Error : Sign::Warning));
        item->setToolTip(remark.text);
    }
    m_remarks->setVisible(!remarks.empty());
    const int faults = int(m_desk.examination().faults());
    const int notes = int(remarks.size()) - faults;
    QStringList parts;
    if (faults > 0)
        parts << tr("faults: %1").arg(faults);
    if (notes > 0)
        parts << tr("worth knowing: %1").arg(notes);
    m_standing->setText(parts.isEmpty() ? tr("nothing is missing") : parts.join(QStringLiteral(" · ")));
    showSteps();
}

void InstrumentEditor::goToRemark(int row)
{
    const auto& remarks = m_desk.examination().remarks;
    if (row < 0 || row >= int(remarks.size()))
        return;
    const appraisal::Remark remark = remarks[std::size_t(row)];
    m_outline->setPlace(placeOf(remark));
    if (remark.key == 0)
        return m_pages->currentWidget()->setFocus();
    if (auto* page = qobject_cast<DraftPage*>(m_pages->currentWidget()))
        page->goTo(remark);
}

QString InstrumentEditor::standing() const
{
    return m_standing->text();
}

/// What can be undone is said by name; what is kept already need not be kept.
void InstrumentEditor::showSteps()
{
    QUndoStack& steps = *m_desk.steps();
    const appraisal::Instrument& head = m_desk.draft().head;
    m_title->setText(head.name.isEmpty() ? tr("New instrument") : tr("%1, version %2").arg(head.name, head.version));
    m_undo->setEnabled(steps.canUndo());
    m_redo->setEnabled(steps.canRedo());
    m_undo->setToolTip(steps.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(steps.undoText()) : tr("Undo (Ctrl+Z)"));
    m_redo->setToolTip(steps.canRedo() ? tr("Redo: %1 (Ctrl+Y)").arg(steps.redoText()) : tr("Redo (Ctrl+Y)"));
    const QString whyNot = m_context.whyNot(Right::Extend);
    const bool sound = m_desk.examined() && m_desk.examination().sound();
    m_keep->setEnabled(whyNot.isEmpty() && sound);
    m_export->setEnabled(m_desk.examined());
    m_keep->setToolTip(!whyNot.isEmpty() ? whyNot
                           : sound       ? tr("From then on assessments of this review can use it (Ctrl+S)")
                                         : tr("First mend the faults that are told below"));
}

void InstrumentEditor::keep()
{
    if (!m_keep->isEnabled())
        return;
    m_context.hands.over(
        this,
        [project = &m_context.project, instrument = m_desk.examination().readable] {
            return storeInstrument(*project, instrument);
        },
        [this](const Result<InstrumentId>& id) {
            if (!id)
                return m_banner->say(words::sentence(id.error()), Tone::Exclude);
            m_desk.setKept();
            leave();
            m_banner->say(tr("%1, version %2, is in the review: assessments can use it.")
                              .arg(m_desk.draft().head.name, m_desk.draft().head.version));
            Q_EMIT kept(*id);
        });
}

void InstrumentEditor::askExport()
{
    const appraisal::Instrument& head = m_desk.draft().head;
    const FileQuestion question{tr("Export the instrument"),
                                tr("Instruments (*.json)"),
                                {},
                                head.id + QLatin1Char('-') + head.version + QStringLiteral(".json"),
                                QStringLiteral("json")};
    m_context.dialogs.saveFile(question, this, [this](const QString& path) {
        if (auto saved = writeInstrumentFile(appraisal::writeDraft(m_desk.draft()), path); !saved)
            return m_banner->say(words::sentence(saved.error()), Tone::Exclude);
        m_banner->say(
            m_desk.examination().sound()
                ? tr("Written to %1.").arg(path)
                : tr("Written to %1 as it stands; its faults are to be mended before it can be used.").arg(path));
    });
}

/// The window's own Undo would take back a step of the review, whatever has the focus here.
bool InstrumentEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) || key->matches(QKeySequence::Save))
            event->accept();
    }
    return QWidget::event(event);
}

void InstrumentEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo))
        return m_desk.steps()->undo();
    if (event->matches(QKeySequence::Redo))
        return m_desk.steps()->redo();
    if (event->matches(QKeySequence::Save))
        return keep();
    if (event->key() == Qt::Key_Escape) {
        if (!m_outline->hasFocus())
            return m_outline->setFocus();
        return Q_EMIT back();
    }
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
