// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/EntityList.h"

#include "widgets/SectionLabel.h"

#include <QVBoxLayout>

namespace winnow::ui {

EntityList::EntityList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, theme.px(10), 0, 0);
    m_column->setSpacing(theme.px(4));
    m_column->addWidget(new SectionLabel(theme, tr("Entities"), SectionLabel::Case::AsWritten, this));
    for (int kind = 1; kind <= entityKinds; ++kind) {
        const QString plural = words::pluralOf(EntityKind(kind));
        auto* head = new TextLabel(theme, Text::Small, plural, this);
        head->setDim(true);
        auto* names = new TextLabel(theme, Text::Body, {}, this);
        names->setWordWrap(true);
        names->setTextFormat(Qt::RichText);
        names->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
        names->setAccessibleName(plural);
        connect(names, &QLabel::linkActivated, this, [this](const QString& url) { Q_EMIT linkChosen(QUrl(url)); });
        m_column->addWidget(head);
        m_column->addWidget(names);
        m_kinds.emplace_back(head, names);
    }
    auto* origin = new TextLabel(theme, Text::Small, tr("Seen by machines (PubTator): some are wrong."), this);
    origin->setDim(true);
    origin->setWordWrap(true);
    m_origin = origin;
    m_column->addWidget(m_origin);
    connect(&theme, &Theme::changed, this, &EntityList::write);
    hide();
}

void EntityList::showEntities(const std::vector<EntityMention>& entities)
{
    m_entities = entities;
    write();
}

QLabel* EntityList::names(EntityKind kind) const
{
    QLabel* label = m_kinds[std::size_t(kind) - 1].second;
    return label->isVisibleTo(this) ? label : nullptr;
}

QString EntityList::namesOf(EntityKind kind) const
{
    QStringList names;
    for (const EntityMention& mention : m_entities) {
        if (mention.entity.kind != kind)
            continue;
        // Words of one name stay together where the line ends.
        const QString name
            = QString::fromStdString(mention.entity.name).toHtmlEscaped().replace(QLatin1Char(' '), QChar(QChar::Nbsp));
        names << (mention.url.isEmpty()
                      ? name
                      : QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
                            .arg(mention.url.toHtmlEscaped(), m_theme.colours().accent.name(), name));
    }
    return names.join(QStringLiteral(", "));
}

void EntityList::write()
{
    for (int kind = 1; kind <= entityKinds; ++kind) {
        const auto& [head, names] = m_kinds[std::size_t(kind) - 1];
        const QString text = namesOf(EntityKind(kind));
        names->setText(text);
        head->setVisible(!text.isEmpty());
        names->setVisible(!text.isEmpty());
    }
    setVisible(!m_entities.empty());
}

} // namespace winnow::ui
