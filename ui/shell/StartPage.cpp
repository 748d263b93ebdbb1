// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/StartPage.h"

#include "services/Settings.h"
#include "services/Theme.h"
#include "shell/ChoiceButton.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int startWidth = 720;
constexpr int mostShown = 7;
constexpr int pathRole = Qt::UserRole;

QString keyText(QKeySequence::StandardKey key)
{
    return QKeySequence(key).toString(QKeySequence::NativeText);
}

} // namespace

StartPage::StartPage(const Theme& theme, Settings& settings, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_example(new ChoiceButton(theme, Sign::Shown, tr("Look at the example"),
                                 tr("A review under way, to walk through and to try things on."),
                                 QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText), this))
    , m_new(new ChoiceButton(theme, Sign::New, tr("Start a review"),
                             tr("A question, the people, and a file on your own disk."), keyText(QKeySequence::New),
                             this))
    , m_open(new ChoiceButton(theme, Sign::Open, tr("Open a file"),
                              tr("A .winnow file of yours or of a colleague. You can also drop it here."),
                              keyText(QKeySequence::Open), this))
    , m_recentHead(new SectionLabel(theme, tr("Recent reviews"), SectionLabel::Case::AsWritten, this))
    , m_files(new QStandardItemModel(0, 3, this))
    , m_recent(new DenseTable(theme, this))
{
    auto* ground = new Ground(theme, Ground::Kind::Window, this);
    auto* middle = new QWidget(ground);
    middle->setMaximumWidth(theme.px(startWidth));
    auto* title = new TextLabel(theme, Text::Title, tr("Winnow"), middle);
    auto* subtitle = new TextLabel(
        theme, Text::Body, tr("Systematic reviews from the first search to the flow diagram, on your own computer."),
        middle);
    subtitle->setWordWrap(true);
    subtitle->setDim(true);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(theme.px(Theme::gap));
    for (ChoiceButton* one : {m_example, m_new, m_open})
        choices->addWidget(one, 1, Qt::AlignTop);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(title);
    column->addWidget(subtitle);
    column->addSpacing(theme.px(12));
    column->addLayout(choices);
    column->addSpacing(theme.px(20));
    column->addWidget(m_recentHead);
    column->addWidget(m_recent);
    auto* sides = new QHBoxLayout;
    sides->addStretch(1);
    sides->addWidget(middle, 100);
    sides->addStretch(1);
    auto* height = new QVBoxLayout(ground);
    height->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    height->addStretch(2);
    height->addLayout(sides);
    height->addStretch(3);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(ground);
    buildRecent();
    connect(m_example, &QAbstractButton::clicked, this, &StartPage::exampleWanted);
    connect(m_new, &QAbstractButton::clicked, this, &StartPage::newWanted);
    connect(m_open, &QAbstractButton::clicked, this, &StartPage::openWanted);
    connect(m_recent, &DenseTable::rowOpened, this, [this](const QModelIndex& index) {
        Q_EMIT fileWanted(index.siblingAtColumn(0).data(pathRole).toString());
    });
}

void StartPage::buildRecent()
{
    m_recent->setModel(m_files);
    m_recent->setAccessibleName(m_recentHead->text());
    m_recent->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_recent->horizontalHeader()->hide();
    m_recent->horizontalHeader()->setStretchLastSection(false);
    m_recent->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_recent->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_recent->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->installEventFilter(this);
}

void StartPage::fillRecent()
{
    m_files->removeRows(0, m_files->rowCount());
    for (const QString& path : m_settings.recentFiles().mid(0, mostShown)) {
        const QFileInfo file(path);
        auto* name = new QStandardItem(file.completeBaseName());
        name->setData(path, pathRole);
        auto* folder = new QStandardItem(QDir::toNativeSeparators(file.absolutePath()));
        auto* date = new QStandardItem(file.exists() ? locale().toString(file.lastModified(), QLocale::ShortFormat)
                                                     : tr("not found"));
        for (QStandardItem* dim : {folder, date})
            dim->setForeground(m_theme.colours().dim);
        name->setFont(m_theme.font(Text::Strong));
        m_files->appendRow({name, folder, date});
    }
    const int rows = m_files->rowCount();
    m_recent->setFixedHeight(rows * m_recent->verticalHeader()->defaultSectionSize() + 2 * m_recent->frameWidth());
    m_recent->setVisible(rows > 0);
    m_recentHead->setVisible(rows > 0);
}

void StartPage::refresh()
{
    fillRecent();
    if (m_files->rowCount() > 0) {
        m_recent->setCurrentIndex(m_files->index(0, 0));
        m_recent->setFocus(Qt::OtherFocusReason);
    } else {
        m_example->setFocus(Qt::OtherFocusReason);
    }
}

bool StartPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_recent && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete && m_recent->currentIndex().isValid()) {
        m_settings.dropRecentFile(m_recent->currentIndex().siblingAtColumn(0).data(pathRole).toString());
        refresh();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::ui
