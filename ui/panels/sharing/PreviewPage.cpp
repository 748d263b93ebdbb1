// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sharing/PreviewPage.h"

#include "panels/sharing/PreviewWords.h"
#include "services/Icons.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QFileInfo>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int cardWidth = 640;

} // namespace

PreviewPage::PreviewPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new TextLabel(theme, Text::Body, {}, this))
    , m_head(new TextLabel(theme, Text::Heading, {}, this))
    , m_card(new Card(theme, {}, this))
    , m_foot(new TextLabel(theme, Text::Body, {}, this))
    , m_bringIn(new QPushButton(tr("Bring in  Enter"), this))
    , m_leave(new QPushButton(tr("Leave it  Esc"), this))
{
    auto* ground = new Ground(theme, Ground::Kind::Window, this);
    m_card->setFixedWidth(theme.px(cardWidth));
    m_head->setWordWrap(true);
    m_foot->setWordWrap(true);
    m_name->setDim(true);
    m_foot->setDim(true);
    setLook(*m_bringIn, Look::Primary);
    m_card->column()->addWidget(m_name);
    m_card->column()->addWidget(m_head);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_bringIn);
    buttons->addWidget(m_leave);
    buttons->addStretch(1);
    auto* foot = new QVBoxLayout;
    foot->addWidget(m_foot);
    foot->addSpacing(theme.px(8));
    foot->addLayout(buttons);
    auto* across = new QHBoxLayout; // not by alignment: then the text's height would be that of the window's width
    across->addStretch(1);
    across->addWidget(m_card);
    across->addStretch(1);
    auto* inner = new QVBoxLayout(ground);
    inner->addStretch(2);
    inner->addLayout(across);
    inner->addStretch(3);
    m_card->column()->addLayout(foot);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(ground);
    connect(m_bringIn, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_file); });
    connect(m_leave, &QPushButton::clicked, this, &PreviewPage::left);
}

void PreviewPage::reading(const QString& file)
{
    m_file = file;
    m_said.clear();
    delete std::exchange(m_rows, nullptr);
    m_name->setText(QFileInfo(file).fileName());
    m_head->setText(tr("Reading what is in it…"));
    m_foot->clear();
    m_bringIn->setEnabled(false);
    m_leave->setFocus(Qt::OtherFocusReason);
}

void PreviewPage::addLine(const QString& text, bool warning)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(m_theme.px(8));
    if (warning) {
        auto* sign = new QLabel(m_rows);
        sign->setPixmap(Icons(m_theme).pixmap(Sign::Warning, 16, m_theme.colours().exclude, devicePixelRatioF()));
        sign->setAccessibleName(tr("Warning"));
        line->addWidget(sign, 0, Qt::AlignTop);
    }
    auto* label = new TextLabel(m_theme, Text::Body, text, m_rows);
    label->setWordWrap(true);
    line->addWidget(label, 1);
    static_cast<QVBoxLayout*>(m_rows->layout())->addLayout(line);
    m_said << text;
}

void PreviewPage::display(const QString& file, const BundlePreview& preview)
{
    reading(file);
    const PreviewWords words = wordsOf(preview);
    m_rows = new QWidget(m_card);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, m_theme.px(4), 0, m_theme.px(4));
    rows->setSpacing(m_theme.px(6));
    m_head->setText(words.head);
    for (const QString& line : words.brings)
        addLine(line, false);
    for (const QString& line : words.warnings)
        addLine(line, true);
    m_card->column()->insertWidget(m_card->column()->indexOf(m_head) + 1, m_rows);
    m_foot->setText(words.foot);
    m_bringIn->setEnabled(!preview.nothingNew());
    (preview.nothingNew() ? m_leave : m_bringIn)->setFocus(Qt::OtherFocusReason);
}

QString PreviewPage::text() const
{
    return (QStringList{m_head->text()} + m_said + QStringList{m_foot->text()}).join(QLatin1Char('\n'));
}

void PreviewPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
