// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/OpenSearches.h"

#include "models/SourcesModel.h"
#include "project/QueryLanguage.h"
#include "widgets/SectionLabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {
namespace {

constexpr int shownLetters = 90;

QString openText(const UnfinishedSearch& search)
{
    const sources::Service* service = sources::findService(search.request.database);
    QString query = search.request.query.text.simplified();
    if (query.size() > shownLetters)
        query = query.left(shownLetters) + QStringLiteral("…");
    return OpenSearches::tr("Not finished: %1, begun %2: “%3”")
        .arg(service ? QString::fromUtf8(service->name) : search.request.database,
             QLocale().toString(QDateTime::fromMSecsSinceEpoch(search.began), QLocale::ShortFormat), query);
}

} // namespace

OpenSearches::OpenSearches(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(context.theme.px(4));
    hide();
}

void OpenSearches::setSearches(const std::vector<UnfinishedSearch>& open)
{
    m_open = open;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setParent(nullptr);
        item->widget()->deleteLater();
        delete item;
    }
    for (const UnfinishedSearch& search : open)
        m_rows->addWidget(rowFor(search));
    setVisible(!open.empty());
}

QWidget* OpenSearches::rowFor(const UnfinishedSearch& search)
{
    auto* row = new QWidget(this);
    auto* text = new TextLabel(m_context.theme, Text::Body, openText(search), row);
    text->setWordWrap(true);
    auto* resume = new QPushButton(tr("Resume  Ctrl+R"), row);
    auto* giveUp = new QPushButton(tr("Let go"), row);
    resume->setObjectName(QStringLiteral("resume"));
    giveUp->setObjectName(QStringLiteral("give up"));
    resume->setToolTip(tr("Goes on where it stopped; what was fetched is not asked for again"));
    giveUp->setToolTip(tr("Ends this search where it is; what came in stays"));
    for (QPushButton* button : {resume, giveUp})
        allow(*button, m_context.whyNot(Right::Extend));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(text, 1);
    line->addWidget(resume);
    line->addWidget(giveUp);
    connect(resume, &QPushButton::clicked, this, [this, search] { Q_EMIT resumeRequested(search); });
    connect(giveUp, &QPushButton::clicked, this, [this, search] { Q_EMIT giveUpRequested(search); });
    return row;
}

QPushButton* OpenSearches::resumeButton() const
{
    return isHidden() ? nullptr : findChild<QPushButton*>(QStringLiteral("resume"));
}

QPushButton* OpenSearches::giveUpButton() const
{
    return isHidden() ? nullptr : findChild<QPushButton*>(QStringLiteral("give up"));
}

} // namespace winnow::ui
