// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/DraftPage.h"

#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QVBoxLayout>

namespace winnow::ui {

DraftPage::DraftPage(const Theme& theme, DraftDesk& desk, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_heading(new TextLabel(theme, Text::Heading))
    , m_fields(new DraftFields(theme, desk))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* ground = new Ground(theme, Ground::Kind::Page, this);
    auto* whole = new QVBoxLayout(ground);
    whole->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                              theme.px(Theme::gap));
    m_column = new QVBoxLayout;
    m_column->setSpacing(theme.px(8));
    whole->addLayout(m_column);
    whole->addStretch(1);
    m_heading->setWordWrap(true);
    m_column->addWidget(m_heading);
    m_column->addWidget(m_fields);
    setWidget(ground);
    connect(m_fields, &DraftFields::refused, this, &DraftPage::sayRefused);
    connect(&desk, &DraftDesk::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&desk, &DraftDesk::examinedAnew, this, [this] {
        if (isVisible())
            showRemarks();
    });
}

void DraftPage::setPlace(int where)
{
    m_fields->setPlace(where);
    for (DraftTable* table : m_tables)
        table->setPlace(where);
    refresh();
}

void DraftPage::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void DraftPage::refresh()
{
    m_fields->refresh();
    for (DraftTable* table : m_tables)
        table->refresh();
    showRemarks();
}

void DraftPage::goTo(const appraisal::Remark&)
{
    if (m_first)
        m_first->setFocus();
}

void DraftPage::setHeading(const QString& heading)
{
    m_heading->setText(heading);
}

QString DraftPage::heading() const
{
    return m_heading->text();
}

void DraftPage::addHead(const QString& text)
{
    m_column->addSpacing(m_theme.px(8));
    m_column->addWidget(new SectionLabel(m_theme, text, SectionLabel::Case::AsWritten));
}

void DraftPage::addWidget(QWidget* widget)
{
    m_column->addWidget(widget);
}

DraftTable* DraftPage::addTable(const QString& name, std::vector<DraftTable::Column> columns, DraftTable::Access access)
{
    auto* table = new DraftTable(m_theme, m_desk, name, std::move(columns), std::move(access));
    connect(table, &DraftTable::refused, this, &DraftPage::sayRefused);
    m_column->addWidget(table);
    m_tables.push_back(table);
    return table;
}

TextLabel* DraftPage::addRemarks(const QString& part)
{
    auto* label = new TextLabel(m_theme, Text::Small);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    m_column->addWidget(label);
    m_remarks.push_back({part, label});
    return label;
}

void DraftPage::showRemarks()
{
    for (const Remarks& here : m_remarks) {
        QStringList lines;
        for (const appraisal::Remark& remark : m_desk.examination().remarks) {
            const bool its = here.part.isEmpty() ? remark.part != QLatin1String("rules")
                    && remark.part != QLatin1String("applicability.rules") && remark.part != QLatin1String("asked_if")
                                                 : remark.part == here.part;
            if (remark.key == place() && remark.key > 0 && its)
                lines << (remark.fault() ? QStringLiteral("✕ ") : QStringLiteral("! ")) + remark.text;
        }
        here.label->setText(lines.join(QLatin1Char('\n')));
        here.label->setVisible(!lines.isEmpty());
    }
}

void DraftPage::sayRefused(const QString& label, const QString& text)
{
    Q_EMIT refused(refusalOf(label, text));
}

} // namespace winnow::ui
