// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sharing/LetterCard.h"

#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int letterHeight = 112;

} // namespace

LetterCard::LetterCard(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_what(new TextLabel(theme, Text::Body, {}, this))
    , m_letter(new QPlainTextEdit(this))
    , m_copy(new QPushButton(tr("Copy the text"), this))
    , m_folder(new QPushButton(tr("Show the file"), this))
{
    auto* card = new Card(theme, tr("Ready to be sent"), this);
    m_what->setWordWrap(true);
    m_letter->setReadOnly(true);
    m_letter->setTabChangesFocus(true);
    m_letter->setFixedHeight(theme.px(letterHeight));
    m_letter->setAccessibleName(tr("Text for the mail"));
    setLook(*m_copy, Look::Primary);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_folder);
    buttons->addStretch(1);
    card->column()->addWidget(m_what);
    card->column()->addWidget(m_letter);
    card->column()->addLayout(buttons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_letter->toPlainText()); });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).absolutePath())); });
    hide();
}

void LetterCard::display(const SentBundle& sent)
{
    m_file = sent.file;
    const QString size = QLocale().formattedDataSize(sent.bytes, 1, QLocale::DataSizeSIFormat);
    QString what = tr("%1 is written (%2). Attach it to a mail with this text:", "file, size")
                       .arg(QFileInfo(sent.file).fileName(), size);
    if (sent.tooLargeForMail)
        what = tr("%1 is written (%2). That is too large for most mail: pass it as a link to a shared folder or on a "
                  "stick, with this text:",
                  "file, size")
                   .arg(QFileInfo(sent.file).fileName(), size);
    m_what->setText(what);
    m_letter->setPlainText(sent.letter);
    show();
    m_copy->setFocus(Qt::OtherFocusReason);
}

QString LetterCard::said() const
{
    return m_what->text();
}

} // namespace winnow::ui
