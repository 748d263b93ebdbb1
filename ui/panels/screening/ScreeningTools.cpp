// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ScreeningTools.h"

#include "domain/Words.h"
#include "services/Allow.h"
#include "services/Style.h"
#include "widgets/KeyCap.h"
#include "widgets/Ring.h"
#include "widgets/SearchField.h"
#include "widgets/SectionLabel.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace winnow::ui {

namespace {

constexpr std::array orders{QueueOrder::Imported, QueueOrder::Newest, QueueOrder::Oldest, QueueOrder::Title,
                            QueueOrder::Random};
using Kind = QueueFilter::Kind;
constexpr std::array filters{Kind::Unscreened,      Kind::All,      Kind::MyIncludes,
                             Kind::MyExcludes,      Kind::MyMaybes, Kind::Noted,
                             Kind::WithoutAbstract, Kind::Noticed,  Kind::LastVotes};
constexpr std::size_t entitiesOffered = 15; // of each kind

} // namespace

ScreeningTools::ScreeningTools(const Theme& theme, const Icons& icons, const Keys& keys, Stage stage, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_progress(new TextLabel(theme, Text::Strong, {}, this))
    , m_line(new ProgressLine(theme, this))
    , m_order(menuButton(tr("Order of the queue")))
    , m_filter(menuButton(tr("Which records")))
    , m_find(new SearchField(theme, keys.keyText(Action::Find), this))
    , m_found(new TextLabel(theme, Text::Body, {}, this))
    , m_refresh(new QPushButton(icons.icon(Sign::Refresh), {}, this))
    , m_help(new QPushButton(tr("keys"), this))
    , m_more(new QPushButton(icons.icon(Sign::More), {}, this))
    , m_moreMenu(new QMenu(m_more))
{
    auto* row = new ToolRow(theme, ToolRow::Line::Below, this);
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(row);
    m_progress->setAccessibleName(tr("How far I am"));
    m_find->setMinimumWidth(theme.px(90));
    m_find->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_find->setMaximumWidth(theme.px(230));
    m_found->setDim(true);
    auto* where = new TextLabel(theme, Text::Body, words::name(stage), this);
    where->setDim(true);
    where->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    where->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_line),
                          static_cast<QWidget*>(m_order), static_cast<QWidget*>(m_filter)})
        row->addWidget(part);
    row->row()->addWidget(m_find, 2, Qt::AlignVCenter);
    row->addWidget(m_found);
    row->addWidget(m_refresh);
    row->row()->addWidget(where, 1, Qt::AlignVCenter);
    auto* cap = new KeyCap(theme, keys.keyText(Action::Help), this);
    row->addWidget(cap);
    row->addWidget(m_help);
    row->addWidget(m_more);
    setLook(*m_help, Look::Link);
    m_help->setAccessibleName(tr("Show the keys"));
    setLook(*m_refresh, Look::Link);
    m_refresh->setToolTip(tr("The queue has changed since it was read (F5)"));
    m_refresh->setText(tr("Refresh"));
    m_refresh->hide();
    buildMore(keys, stage);
    connect(m_help, &QPushButton::clicked, this, &ScreeningTools::helpWanted);
    connect(m_refresh, &QPushButton::clicked, this, &ScreeningTools::refreshWanted);
    connect(&keys, &Keys::changed, this, [this, cap, &keys] {
        m_find->setKey(keys.keyText(Action::Find));
        cap->setText(keys.keyText(Action::Help));
    });
    fillOrders();
    setProgress({});
}

QPushButton* ScreeningTools::menuButton(const QString& name)
{
    auto* button = new QPushButton(this);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setMenu(new QMenu(button));
    return button;
}

void ScreeningTools::buildMore(const Keys& keys, Stage stage)
{
    // Three dots say by themselves that there is more: no arrow beside them, and so no menu of the button's own.
    setLook(*m_more, Look::Quiet);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    QMenu* menu = m_moreMenu;
    connect(m_more, &QPushButton::clicked, this, [this] {
        const QSize size = m_moreMenu->sizeHint();
        const int x = layoutDirection() == Qt::RightToLeft ? 0 : m_more->width() - size.width();
        m_moreMenu->popup(m_more->mapToGlobal(QPoint(x, m_more->height())));
    });
    m_advance = menu->addAction(tr("Go on after a vote"));
    m_advance->setCheckable(true);
    connect(m_advance, &QAction::toggled, this, &ScreeningTools::autoAdvanceChosen);
    const auto add = [&](const QString& text, const QString& key, void (ScreeningTools::*signal)()) {
        QAction* action = menu->addAction(key.isEmpty() ? text : QString(text + QLatin1Char('\t') + key));
        connect(action, &QAction::triggered, this, signal);
        return action;
    };
    menu->addSeparator();
    add(tr("Show or hide the list"), keys.keyText(Action::ToggleList), &ScreeningTools::listWanted);
    add(tr("Read the queue anew"), QStringLiteral("F5"), &ScreeningTools::refreshWanted);
    if (stage != Stage::Title)
        return;
    menu->addSeparator();
    m_setAside = add(tr("Remove before screening…"), {}, &ScreeningTools::setAsideWanted);
    menu->setToolTipsVisible(true);
}

void ScreeningTools::setWritable(const QString& whyNot)
{
    if (m_setAside)
        allow(*m_setAside, whyNot);
}

void ScreeningTools::fillOrders()
{
    auto* group = new QActionGroup(m_order->menu());
    for (const QueueOrder order : orders) {
        QAction* action = m_order->menu()->addAction(nameOf(order));
        action->setCheckable(true);
        action->setData(int(order));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order] { Q_EMIT orderChosen(order); });
    }
}

void ScreeningTools::fillFilters(const std::vector<Label>& labels)
{
    QMenu* menu = m_filter->menu();
    menu->clear();
    const auto add = [&](const QString& name, const QueueFilter& filter) {
        QAction* action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked(filter == m_request.filter);
        connect(action, &QAction::triggered, this, [this, filter] { Q_EMIT filterChosen(filter); });
        if (filter == m_request.filter)
            m_filter->setText(name);
    };
    for (const Kind kind : filters) {
        if (kind == Kind::MyIncludes || kind == Kind::Noted || kind == Kind::LastVotes)
            menu->addSeparator();
        add(nameOf(kind), {kind, {}});
    }
    if (!labels.empty())
        menu->addSeparator();
    for (const Label& label : labels)
        add(tr("Label: %1").arg(label.name), {Kind::Labelled, label.id});
    addEntities(*menu);
}

/// A menu for each kind; the filter that is on shows its name, whether or not it is among those offered.
void ScreeningTools::addEntities(QMenu& menu)
{
    if (m_request.filter.kind == Kind::SpeaksOf)
        m_filter->setText(tr("Speaks of: %1").arg(QString::fromStdString(m_request.filter.entity.name)));
    if (m_entities.empty())
        return;
    menu.addSeparator();
    for (int kind = 1; kind <= entityKinds; ++kind) {
        QMenu* sub = nullptr;
        std::size_t offered = 0;
        for (const EntityTally& tally : m_entities) {
            if (tally.entity.kind != EntityKind(kind) || offered == entitiesOffered)
                continue;
            ++offered;
            if (!sub)
                sub = menu.addMenu(tr("Speaks of: %1").arg(words::pluralOf(EntityKind(kind)).toLower()));
            QString name = QString::fromStdString(tally.entity.name);
            name.replace(QLatin1Char('&'), QLatin1String("&&"));
            QAction* action
                = sub->addAction(tr("%1 (%2)", "entity (records)").arg(name, QLocale().toString(tally.records)));
            const QueueFilter filter{Kind::SpeaksOf, {}, tally.entity};
            action->setCheckable(true);
            action->setChecked(filter == m_request.filter);
            connect(action, &QAction::triggered, this, [this, filter] { Q_EMIT filterChosen(filter); });
        }
    }
}

void ScreeningTools::setEntities(const std::vector<EntityTally>& entities)
{
    if (m_entities == entities)
        return;
    m_entities = entities;
    fillFilters(m_labels);
}

void ScreeningTools::setRequest(const QueueRequest& request, const std::vector<Label>& labels)
{
    m_request = request;
    m_labels = labels;
    m_order->setText(nameOf(request.order));
    m_order->setEnabled(request.filter.kind != Kind::LastVotes);
    for (QAction* action : m_order->menu()->actions())
        action->setChecked(action->data().toInt() == int(request.order));
    fillFilters(labels);
}

void ScreeningTools::setProgress(const Progressed& progress)
{
    const QLocale locale;
    m_progress->setText(tr("%1 done · %2 left").arg(locale.toString(progress.done), locale.toString(progress.left)));
    const qint64 all = progress.done + progress.left;
    m_line->setShare(all > 0 ? double(progress.done) / double(all) : 0);
}

void ScreeningTools::setAutoAdvance(bool on)
{
    const QSignalBlocker quiet(m_advance);
    m_advance->setChecked(on);
}

void ScreeningTools::setStale(bool stale)
{
    m_refresh->setVisible(stale);
}

void ScreeningTools::setBusy(bool busy)
{
    m_order->setEnabled(!busy && m_request.filter.kind != Kind::LastVotes);
    m_filter->setEnabled(!busy);
}

void ScreeningTools::setFound(const QString& text)
{
    m_found->setText(text);
    m_found->setVisible(!text.isEmpty());
}

} // namespace winnow::ui
