// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/ImportPage.h"

#include "models/SourcesModel.h"
#include "panels/sources/ImportCard.h"
#include "project/ImportArchive.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/Frames.h"
#include "widgets/Ring.h"
#include "widgets/SectionLabel.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace winnow::ui {

ImportPage::ImportPage(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_head(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_line(new ProgressLine(context.theme, this))
    , m_percent(new TextLabel(context.theme, Text::Body, {}, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("Back to sources  Esc"), this))
    , m_import(new QPushButton(tr("Import  Ctrl+Enter"), this))
    , m_next(new QWidget(this))
    , m_banner(new Banner(context.theme, this))
    , m_column(nullptr)
    , m_tools(new ToolRow(context.theme, ToolRow::Line::Below, this))
{
    setFocusPolicy(Qt::ClickFocus);
    makeTools();
    auto* scroll = new QScrollArea(this);
    auto* ground = new Ground(context.theme, Ground::Kind::Window, scroll);
    m_column = new QVBoxLayout(ground);
    const int side = context.theme.px(Theme::margin);
    m_column->setContentsMargins(side, side, side, side);
    m_column->setSpacing(context.theme.px(Theme::gap));
    m_column->addStretch(1);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tools);
    makeNextSteps(column);
    column->addWidget(scroll, 1);
    connect(&context.jobs, &Jobs::progressed, this, &ImportPage::onProgress);
    connect(&context.jobs, &Jobs::ended, this, [this](int job) { onEnded(job); });
    refreshTools();
}

void ImportPage::makeTools()
{
    setLook(*m_import, Look::Primary);
    m_import->setToolTip(tr("Import all files that can be read"));
    m_tools->addWidget(m_head);
    m_tools->addStretch();
    for (QWidget* part :
         {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_cancel),
          static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_import)})
        m_tools->addWidget(part);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_context.jobs.cancel(m_job);
    });
    connect(m_back, &QPushButton::clicked, this, [this] {
        clearFinished();
        Q_EMIT closed();
    });
    connect(m_import, &QPushButton::clicked, this, &ImportPage::importAll);
}

void ImportPage::makeNextSteps(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout(m_next);
    const int side = m_context.theme.px(Theme::margin);
    row->setContentsMargins(side, m_context.theme.px(8), side, 0);
    row->addWidget(m_banner, 1);
    m_duplicates = new QPushButton(tr("Find duplicates"), m_next);
    auto* screen = new QPushButton(tr("Screen"), m_next);
    setLook(*m_duplicates, Look::Primary);
    row->addWidget(m_duplicates);
    row->addWidget(screen);
    column->addWidget(m_next);
    m_next->hide();
    connect(m_duplicates, &QPushButton::clicked, this, [this] { Q_EMIT go(Workspace::Duplicates); });
    connect(screen, &QPushButton::clicked, this, [this] { Q_EMIT go(Workspace::Screening); });
}

/// An archive is shown as what is in it: each file has a source of its own.
void ImportPage::addFiles(const QStringList& files)
{
    const bool archive = std::any_of(files.begin(), files.end(), [](const QString& file) {
        return file.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
    });
    if (!archive)
        return addCards(files);
    m_reading.over(
        this, [files] { return Result<QStringList>(unpackedNames(files)); },
        [this](const Result<QStringList>& names) { addCards(names.value_or(QStringList())); });
}

void ImportPage::addCards(const QStringList& files)
{
    if (!running())
        clearFinished();
    m_fresh = m_cards.empty();
    for (const QString& file : files) {
        const bool here = std::any_of(m_cards.begin(), m_cards.end(),
                                      [&file](const ImportCard* card) { return card->file() == file; });
        if (!here)
            addCard(file);
    }
    refreshTools();
}

void ImportPage::addCard(const QString& file)
{
    auto* card = new ImportCard(m_context, file, this);
    m_column->insertWidget(m_column->count() - 1, card);
    m_cards.push_back(card);
    connect(card, &ImportCard::readingChosen, this, [this, card] { readAs(card); });
    connect(card, &ImportCard::removeRequested, this, [this, card] { drop(card); });
    connect(card, &ImportCard::unreadableRequested, this, &ImportPage::unreadableRequested);
    connect(card, &ImportCard::marksRequested, this,
            [this, card](const VotesAs& votesAs) { importMarks(card, votesAs); });
    look(card);
}

/// A file that is in the review already is read again, and stands in place of what was read before.
void ImportPage::readAs(ImportCard* card)
{
    if (card->state() != ImportCard::State::Done)
        return look(card);
    auto request = card->request();
    if (request && !running())
        run({card}, {std::move(*request)});
}

void ImportPage::setUnreadable(RunId run, qint64 entries)
{
    for (ImportCard* card : m_cards) {
        if (card->report() && card->report()->run == run)
            card->setUnreadable(entries);
    }
}

void ImportPage::look(ImportCard* card)
{
    m_reading.over(
        card,
        [project = &m_context.project, file = card->file(), reading = card->reading()] {
            return Imports(*project).preview(file, reading);
        },
        [this, card, reading = card->reading()](const Result<ImportPreview>& preview) {
            const auto state = card->state();
            const bool gone = state == ImportCard::State::Waiting || state == ImportCard::State::Running
                || state == ImportCard::State::Done;
            if (gone || reading != card->reading()) // on its way in, or chosen anew meanwhile
                return;
            card->setPreview(preview);
            refreshTools();
            // Typing can begin where the first file is described.
            if (std::exchange(m_fresh, false) && !m_cards.empty()
                && m_cards.front()->state() == ImportCard::State::Ready)
                m_cards.front()->sourceField()->setFocus();
        });
}

void ImportPage::drop(ImportCard* card)
{
    std::erase(m_cards, card);
    card->deleteLater();
    refreshTools();
    if (m_cards.empty())
        Q_EMIT closed();
}

void ImportPage::clearFinished()
{
    for (ImportCard* card : std::vector<ImportCard*>(m_cards)) {
        if (card->state() == ImportCard::State::Done) {
            std::erase(m_cards, card);
            card->deleteLater();
        }
    }
    m_next->hide();
    refreshTools();
}

void ImportPage::importAll()
{
    if (running())
        return;
    std::vector<ImportCard*> cards;
    std::vector<ImportRequest> requests;
    for (ImportCard* card : m_cards) {
        const auto state = card->state();
        if (state != ImportCard::State::Ready && state != ImportCard::State::Failed
            && state != ImportCard::State::Cancelled)
            continue;
        auto request = card->request();
        if (!request)
            return;
        cards.push_back(card);
        requests.push_back(std::move(*request));
    }
    run(std::move(cards), std::move(requests));
}

void ImportPage::importMarks(ImportCard* card, const VotesAs& votesAs)
{
    auto request = card->request();
    if (!request || running())
        return;
    request->votesAs = votesAs;
    request->inPlaceOf = {};
    run({card}, {std::move(*request)});
}

void ImportPage::run(std::vector<ImportCard*> cards, std::vector<ImportRequest> requests)
{
    if (requests.empty())
        return;
    qint64 total = 0;
    for (ImportCard* card : cards) {
        card->setState(ImportCard::State::Waiting);
        total += card->bytes();
    }
    m_running = std::move(cards);
    m_results = std::make_shared<Results>();
    const QString name = requests.size() == 1 ? tr("importing %1").arg(QFileInfo(requests.front().file).fileName())
                                              : tr("importing %Ln files", nullptr, int(requests.size()));
    auto work = [project = &m_context.project, requests = std::move(requests), results = m_results,
                 total](const JobContext& job) -> Result<void> {
        qint64 before = 0;
        for (const ImportRequest& request : requests) {
            const auto told = [&](const Progress& p) { job.report(before + p.done, total, request.file); };
            told({});
            results->push_back(Imports(*project).import(request, JobContext{job.stop, told}));
            before += QFileInfo(request.file).size();
            if (job.cancelled())
                return fail(ErrorCode::Cancelled);
        }
        return {};
    };
    m_job = m_context.jobs.start(name, std::move(work));
    m_cancel->setEnabled(true);
    refreshTools();
    setFocus(); // the fields are gone; a key held down must not reach Cancel
}

void ImportPage::onProgress(int job, const Progress& progress)
{
    if (job != m_job || !m_job)
        return;
    const double share = progress.total > 0 ? double(progress.done) / double(progress.total) : -1;
    m_line->setShare(share);
    m_percent->setText(share < 0 ? QString() : tr("%1 %").arg(int(std::min(share, 1.0) * 100)));
    for (ImportCard* card : m_running) {
        if (card->file() == progress.what && card->state() == ImportCard::State::Waiting)
            card->setState(ImportCard::State::Running);
    }
}

void ImportPage::onEnded(int job)
{
    if (job != m_job || !m_job)
        return;
    m_job = 0;
    for (size_t i = 0; i < m_running.size(); ++i) {
        if (i < m_results->size())
            m_running[i]->setResult((*m_results)[i]);
        else
            m_running[i]->setState(ImportCard::State::Cancelled);
    }
    m_running.clear();
    tell();
    refreshTools();
    if (m_duplicates->isVisible() && (hasFocus() || !isAncestorOf(QApplication::focusWidget())))
        m_duplicates->setFocus();
    if (!Imports(m_context.project).findIndexComplete())
        m_context.jobs.start(tr("preparing find"), [project = &m_context.project](const JobContext& context) {
            return Imports(*project).buildFindIndex(context);
        });
}

void ImportPage::tell()
{
    qint64 records = 0;
    int done = 0;
    int open = 0;
    for (const ImportCard* card : m_cards) {
        done += card->state() == ImportCard::State::Done;
        open += card->state() == ImportCard::State::Failed || card->state() == ImportCard::State::Cancelled;
        records += card->report() ? card->report()->records : 0;
    }
    m_next->setVisible(done > 0);
    QString sentence = records == 1 ? tr("1 record came in.") : tr("%Ln records came in.", nullptr, int(records));
    if (open > 0)
        sentence += QLatin1Char(' ')
            + (open == 1 ? tr("One file did not; nothing of it is in the review.")
                         : tr("%Ln files did not; nothing of them is in the review.", nullptr, open));
    m_banner->say(sentence, open > 0 ? Tone::Neutral : Tone::Accent);
}

void ImportPage::refreshTools()
{
    const auto importable = std::count_if(m_cards.begin(), m_cards.end(), [](const ImportCard* card) {
        const auto s = card->state();
        return s == ImportCard::State::Ready || s == ImportCard::State::Failed || s == ImportCard::State::Cancelled;
    });
    m_head->setText(m_cards.size() == 1 ? tr("Import one file") : tr("Import %Ln files", nullptr, int(m_cards.size())));
    for (QWidget* part :
         {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_percent), static_cast<QWidget*>(m_cancel)})
        part->setVisible(running());
    m_back->setVisible(!running());
    m_import->setVisible(!running() && importable > 0);
}

void ImportPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier) && m_import->isVisible())
        return m_import->click();
    if (event->key() == Qt::Key_Escape && m_back->isVisible())
        return m_back->click();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
