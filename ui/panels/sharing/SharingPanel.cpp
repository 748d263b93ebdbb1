// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sharing/SharingPanel.h"

#include "domain/Words.h"
#include "models/StandingWords.h"
#include "panels/sharing/BringInsCard.h"
#include "panels/sharing/LetterCard.h"
#include "panels/sharing/Outbox.h"
#include "panels/sharing/PreviewPage.h"
#include "panels/sharing/SharingJob.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/Frames.h"
#include "widgets/ScrolledColumn.h"
#include "widgets/SectionLabel.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int pageWidth = 860;

QString fileFilter()
{
    return SharingPanel::tr("Files of coauthors (*.winnowz *.winnow);;All files (*)");
}

template <class T> T valueOr(Result<T> result, T otherwise)
{
    return result ? std::move(*result) : std::move(otherwise);
}

QString bundleIn(const QMimeData* data)
{
    for (const QUrl& url : data ? data->urls() : QList<QUrl>())
        if (url.isLocalFile() && url.path().endsWith(QStringLiteral(".winnowz"), Qt::CaseInsensitive))
            return url.toLocalFile();
    return {};
}

} // namespace

SharingPanel::SharingPanel(PanelContext& context, QWidget* parent)
    : Panel(parent)
    , m_context(context)
    , m_pages(new QStackedWidget(this))
    , m_banner(new Banner(context.theme, this))
    , m_standing(new TextLabel(context.theme, Text::Body, {}, this))
    , m_send(new QPushButton(tr("Send my work…  Ctrl+Shift+S"), this))
    , m_invite(new QPushButton(tr("Invite a coauthor…"), this))
    , m_conflicts(new QPushButton(tr("Send conflicts to settle…"), this))
    , m_outbox(new Outbox(context, this))
    , m_letter(new LetterCard(context.theme, this))
    , m_bringIns(new BringInsCard(context.theme, this))
    , m_neededCard(new Card(context.theme, tr("Still needed"), this))
    , m_code(new TextLabel(context.theme, Text::Heading, {}, this))
    , m_preview(new PreviewPage(context.theme, this))
{
    m_pages->addWidget(makeHome());
    m_pages->addWidget(m_preview);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    m_banner->hide();
    m_banner->setClosable(true);
    setAcceptDrops(true);
    connect(m_banner, &Banner::closed, m_banner, &QWidget::hide);
    connect(m_send, &QPushButton::clicked, this, &SharingPanel::sendWork);
    connect(m_invite, &QPushButton::clicked, this, &SharingPanel::invite);
    connect(m_conflicts, &QPushButton::clicked, this, &SharingPanel::sendConflicts);
    connect(m_outbox, &Outbox::written, this, [this](const SentBundle& sent) {
        m_letter->display(sent);
        refresh();
    });
    connect(m_outbox, &Outbox::teamWanted, this, [this] { Q_EMIT go(Workspace::Team); });
    connect(m_bringIns, &BringInsCard::fileWanted, this, &SharingPanel::askForFile);
    connect(m_bringIns, &BringInsCard::liveWanted, this, &SharingPanel::setLive);
    connect(m_preview, &PreviewPage::wanted, this, &SharingPanel::bringIn);
    connect(m_preview, &PreviewPage::left, this, &SharingPanel::showHome);
    connect(&context.project, &Project::changed, this, &SharingPanel::refresh);
    connect(&context.project, &Project::meChanged, this, &SharingPanel::refresh);
    refresh();
}

QWidget* SharingPanel::makeHome()
{
    const Theme& theme = m_context.theme;
    auto* area = new QScrollArea(this);
    QVBoxLayout* column = scrolledColumn(theme, area, pageWidth);
    column->addWidget(new TextLabel(theme, Text::Heading, tr("Work with coauthors"), area->widget()));
    auto* why = new TextLabel(theme, Text::Body,
                              tr("Everybody works on an own copy, blind, without a server. Copies are combined by "
                                 "passing files, in any order and any number of times: nothing is lost or doubled."),
                              area->widget());
    why->setDim(true);
    why->setWordWrap(true);
    column->addWidget(why);
    buildMine(column);
    column->addWidget(m_letter);
    column->addWidget(m_bringIns);
    buildNeeded(column);
    column->addStretch(1);
    return area;
}

void SharingPanel::buildMine(QVBoxLayout* column)
{
    auto* card = new Card(m_context.theme, tr("My work"), this);
    auto* hint = new TextLabel(m_context.theme, Text::Body,
                               tr("A file holds all your work so far, so that a lost mail costs nothing. Your votes "
                                  "stay hidden from the others until they have voted or conflicts are opened."),
                               card);
    hint->setDim(true);
    hint->setWordWrap(true);
    m_standing->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(m_context.theme.px(8));
    setLook(*m_send, Look::Primary);
    for (QPushButton* button : {m_send, m_invite, m_conflicts})
        buttons->addWidget(button);
    buttons->addStretch(1);
    card->column()->addWidget(m_standing);
    card->column()->addWidget(hint);
    card->column()->addLayout(buttons);
    column->addWidget(card);
}

void SharingPanel::buildNeeded(QVBoxLayout* column)
{
    column->addWidget(m_neededCard);
    auto* card = new Card(m_context.theme, tr("Check code"), this);
    auto* why
        = new TextLabel(m_context.theme, Text::Body,
                        tr("Two copies that show the same code hold the same work: read it to each other."), card);
    why->setDim(true);
    why->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setAccessibleName(tr("Check code"));
    card->column()->addWidget(m_code);
    card->column()->addWidget(why);
    column->addWidget(card);
}

void SharingPanel::refresh()
{
    allowByRole();
    m_again = m_reading;
    if (!m_reading)
        read();
}

void SharingPanel::read()
{
    m_reading = true;
    m_again = false;
    m_hands.over(
        this,
        [&project = m_context.project] {
            const Sharing sharing(project);
            State state;
            if (project.me())
                if (Result<WorkToSend> work = sharing.workToSend())
                    state.toSend = *work;
            state.title = valueOr(sharing.stillNeeded(Stage::Title), {});
            state.fulltext = valueOr(sharing.stillNeeded(Stage::Fulltext), {});
            state.bringIns = valueOr(sharing.bringIns(), {});
            state.code = valueOr(sharing.checkCode(), {});
            return state;
        },
        [this](const State& state) {
            m_reading = false;
            display(state);
            if (m_again)
                read();
        });
}

void SharingPanel::allowByRole()
{
    for (QPushButton* button : {m_send, m_invite})
        allow(*button, m_context.whyNotAnything());
    allow(*m_conflicts, m_context.whyNot(Right::Settle));
    allow(*m_bringIns->bringInButton(), m_context.project.readOnly() ? whyReadOnly() : QString());
}

void SharingPanel::display(const State& state)
{
    m_standing->setText(state.toSend ? sendingWords(*state.toSend)
                                     : tr("Say who you are first: press the name in the status bar."));
    m_bringIns->display(state.bringIns);
    displayNeeded(state);
    m_code->setText(state.code.isEmpty() ? tr("…") : state.code);
}

void SharingPanel::displayNeeded(const State& state)
{
    const auto review = m_context.project.review();
    QStringList lines;
    for (const auto& [stage, needed] :
         {std::pair(Stage::Title, &state.title), std::pair(Stage::Fulltext, &state.fulltext)})
        for (const QString& line : neededWords(*needed, *review, m_context.project.me()))
            lines << tr("%1 – %2", "stage, what of whom").arg(words::name(stage), line);
    if (lines.isEmpty())
        lines << tr("Nothing: the votes that decisions need are here.");
    if (m_neededRows && lines == m_needed)
        return;
    m_needed = lines;
    delete m_neededRows;
    m_neededRows = new QWidget(m_neededCard);
    auto* rows = new QVBoxLayout(m_neededRows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(m_context.theme.px(6));
    for (const QString& line : lines) {
        auto* label = new TextLabel(m_context.theme, Text::Body, line, m_neededRows);
        label->setWordWrap(true);
        rows->addWidget(label);
    }
    m_neededCard->column()->addWidget(m_neededRows);
}

void SharingPanel::sendWork()
{
    showHome();
    if (m_send->isEnabled())
        m_outbox->sendWork();
}

void SharingPanel::invite()
{
    showHome();
    if (m_invite->isEnabled())
        m_outbox->invite();
}

void SharingPanel::sendConflicts()
{
    showHome();
    if (m_conflicts->isEnabled())
        m_outbox->sendConflicts();
}

void SharingPanel::askForFile()
{
    FileQuestion question;
    question.title = tr("Bring in");
    question.filter = fileFilter();
    m_context.dialogs.openFile(question, this, [this](const QString& file) { preview(file); });
}

void SharingPanel::preview(const QString& file)
{
    m_pages->setCurrentWidget(m_preview);
    m_preview->reading(file);
    const auto found = std::make_shared<BundlePreview>();
    m_banner->hide();
    runSharing(
        m_context, this, tr("Looking into %1").arg(QFileInfo(file).fileName()),
        [file, found](Sharing& sharing, const JobContext& job) -> Result<void> {
            Result<BundlePreview> preview = sharing.previewOf(file, job);
            if (!preview)
                return Failure(preview.error());
            *found = std::move(*preview);
            return {};
        },
        [this, file, found] { m_preview->display(file, *found); }, [this] { showHome(); });
}

void SharingPanel::bringIn(const QString& file)
{
    m_preview->bringInButton()->setEnabled(false);
    const auto brought = std::make_shared<BroughtIn>();
    m_banner->hide();
    runSharing(
        m_context, this, tr("Bringing in %1").arg(QFileInfo(file).fileName()),
        [file, brought](Sharing& sharing, const JobContext& job) -> Result<void> {
            Result<BroughtIn> in = sharing.bringIn(file, job);
            if (!in)
                return Failure(in.error());
            *brought = *in;
            return {};
        },
        [this, brought] {
            m_banner->say(
                brought->added + brought->restored == 1
                    ? tr("1 change was brought in.")
                    : tr("%1 changes were brought in.").arg(locale().toString(brought->added + brought->restored)),
                Tone::Accent);
            m_banner->show();
            showHome();
        },
        [this] { m_preview->bringInButton()->setEnabled(true); });
}

void SharingPanel::setLive(qint64 batch, bool live)
{
    m_banner->hide();
    runSharing(
        m_context, this, live ? tr("Bringing in again") : tr("Taking back"),
        [batch, live](Sharing& sharing, const JobContext& job) {
            return live ? sharing.bringBack(batch, job) : sharing.takeBack(batch, job);
        },
        [this] { refresh(); });
}

void SharingPanel::showHome()
{
    const bool away = m_pages->currentIndex() != 0;
    m_pages->setCurrentIndex(0);
    refresh();
    if (isVisible() && away)
        m_send->setFocus(Qt::OtherFocusReason);
}

void SharingPanel::activate()
{
    refresh();
    if (m_pages->currentWidget() != m_preview)
        m_send->setFocus(Qt::OtherFocusReason);
}

QString SharingPanel::standing() const
{
    return m_standing->text();
}

QString SharingPanel::code() const
{
    return m_code->text();
}

void SharingPanel::dragEnterEvent(QDragEnterEvent* event)
{
    if (!bundleIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SharingPanel::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    preview(bundleIn(event->mimeData()));
}

} // namespace winnow::ui
