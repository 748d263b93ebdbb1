// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/MainWindow.h"

#include "services/WidgetDialogs.h"
#include "shell/InvitationPage.h"
#include "shell/KeysHelp.h"
#include "shell/NewReviewPage.h"
#include "shell/Notices.h"
#include "shell/ReviewPage.h"
#include "shell/StartPage.h"
#include "shell/StatusLine.h"
#include "widgets/Frames.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace winnow::ui {

namespace {

constexpr QSize usualSize(1180, 760);

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    if (!data)
        return files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

MainWindow::MainWindow(const Services& services)
    : m_settings(services.settings)
    , m_ownDialogs(services.dialogs ? nullptr : std::make_unique<WidgetDialogs>(*this, services.settings))
    , m_dialogs(services.dialogs ? services.dialogs : m_ownDialogs.get())
    , m_pages(new QStackedWidget(this))
    , m_notices(new Notices(services.theme, this))
    , m_who(new WhoStrip(services.theme, this))
    , m_start(new StartPage(services.theme, services.settings, this))
    , m_new(new NewReviewPage(services.theme, *m_dialogs, this))
    , m_invitation(new InvitationPage(services.theme, this))
    , m_status(new StatusLine(services.theme, this))
{
    auto* middle = new QWidget(this);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Rule(services.theme, Qt::Horizontal, middle));
    column->addWidget(m_notices);
    column->addWidget(m_who);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_new);
    m_pages->addWidget(m_invitation);
    setCentralWidget(middle);
    m_keysHelp = new KeysHelp(services.theme, services.keys, services.settings, middle);
    setAcceptDrops(true);
    setWindowTitle(tr("Winnow"));
    // Room is left for the frame and for the desktop's own bars.
    const QSize usual(services.theme.px(usualSize.width()), services.theme.px(usualSize.height()));
    resize(usual.boundedTo(screen()->availableSize() * 0.9));
    restoreGeometry(m_settings.value(Setting::WindowGeometry).toByteArray());
    showStart();
}

MainWindow::~MainWindow() = default;

void MainWindow::showStart()
{
    m_pages->setCurrentWidget(m_start);
    m_start->refresh();
}

void MainWindow::showNewReview(const QString& folder, const QString& myName)
{
    m_pages->setCurrentWidget(m_new);
    m_new->begin(folder, myName);
}

void MainWindow::showInvitation()
{
    m_pages->setCurrentWidget(m_invitation);
    m_invitation->yesButton()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::showHome()
{
    if (m_review)
        m_pages->setCurrentWidget(m_review);
    else
        showStart();
}

ReviewPage* MainWindow::openReview(const PanelContext& context)
{
    closeReview();
    m_review = new ReviewPage(context, m_pages);
    m_pages->addWidget(m_review);
    m_pages->setCurrentWidget(m_review);
    return m_review;
}

void MainWindow::closeReview()
{
    m_keysHelp->close();
    m_who->hide();
    delete std::exchange(m_review, nullptr);
    showStart();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    Q_EMIT dropped(localFiles(event->mimeData()));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (QWidget* field = focusWidget())
        field->clearFocus(); // saves what is being typed
    m_settings.set(Setting::WindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace winnow::ui
