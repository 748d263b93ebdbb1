// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/records/RecordFields.h"

#include "domain/Words.h"
#include "models/RecordsText.h"
#include "panels/records/FieldRow.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

/// In the order in which a reader looks for them.
constexpr std::array order{Field::Title, Field::Authors,  Field::Year, Field::Journal,  Field::Volume,   Field::Issue,
                           Field::Pages, Field::Abstract, Field::Doi,  Field::Pmid,     Field::Pmcid,    Field::Nct,
                           Field::Issn,  Field::Isbn,     Field::Type, Field::Language, Field::Keywords, Field::Url};

bool longText(Field field)
{
    return field == Field::Title || field == Field::Abstract || field == Field::Authors || field == Field::Keywords;
}

} // namespace

RecordFields::RecordFields(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_scroll(new QScrollArea(this))
    , m_extrasHead(new SectionLabel(context.theme, tr("Also in its file"), SectionLabel::Case::AsWritten, this))
    , m_extras(new QVBoxLayout)
    , m_membersHead(new SectionLabel(context.theme, tr("Joined with"), SectionLabel::Case::AsWritten, this))
    , m_members(new QVBoxLayout)
{
    const Theme& theme = context.theme;
    auto* ground = new Ground(theme, Ground::Kind::Page, m_scroll);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(Theme::margin));
    column->setSpacing(0);
    for (SectionLabel* head : {m_membersHead, m_extrasHead}) {
        head->setContentsMargins(theme.px(8), theme.px(Theme::gap), 0, theme.px(4));
        head->hide();
    }
    column->addWidget(m_membersHead);
    column->addLayout(m_members);
    addFieldRows(column);
    column->addWidget(m_extrasHead);
    column->addLayout(m_extras);
    column->addStretch(1);
    m_extras->setSpacing(0);
    m_members->setSpacing(0);
    m_scroll->setWidget(ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* home = new QVBoxLayout(this);
    home->setContentsMargins(0, 0, 0, 0);
    home->addWidget(m_scroll);
}

void RecordFields::addFieldRows(QVBoxLayout* column)
{
    for (const Field field : order) {
        auto* row = new FieldRow(m_context.theme, words::name(field), this);
        row->setOneLine(!longText(field));
        column->addWidget(row);
        m_rows[field] = row;
        m_order.push_back(row);
        connect(row, &FieldRow::saved, this, [this, field](const QString& text) { Q_EMIT saved(field, text); });
        connect(row, &FieldRow::moveRequested, this, [this, row](int by) { move(row, by); });
    }
}

FieldRow* RecordFields::row(Field field) const
{
    return m_rows.at(field);
}

void RecordFields::move(const FieldRow* from, int by)
{
    const auto at = std::find(m_order.begin(), m_order.end(), from);
    const auto next = int(at - m_order.begin()) + by;
    if (next < 0 || next >= int(m_order.size()))
        return;
    m_order[size_t(next)]->setFocus();
    m_scroll->ensureWidgetVisible(m_order[size_t(next)]);
}

void RecordFields::setRecord(const RecordView& view)
{
    const QString whyNot = m_context.whyNot(Right::Work);
    for (const Field field : order) {
        FieldRow* row = m_rows.at(field);
        row->setWritable(whyNot);
        row->setText(recordsText::text(fieldText(view.record, field)));
        row->setEdited(std::find(view.edited.begin(), view.edited.end(), field) != view.edited.end());
    }
    setExtras(view.record);
    setMembers(view);
}

void RecordFields::setExtras(const Record& record)
{
    m_extrasHead->setVisible(!record.extra.empty());
    for (size_t i = 0; i < std::max(record.extra.size(), m_extraRows.size()); ++i) {
        if (i == m_extraRows.size()) {
            auto* row = new FieldRow(m_context.theme, {}, this);
            row->setFocusPolicy(Qt::NoFocus);
            m_extras->addWidget(row);
            m_extraRows.push_back(row);
        }
        const bool used = i < record.extra.size();
        m_extraRows[i]->setVisible(used);
        if (used) {
            m_extraRows[i]->setName(recordsText::text(record.extra[i].first));
            m_extraRows[i]->setText(recordsText::text(record.extra[i].second));
        }
    }
}

void RecordFields::setMembers(const RecordView& view)
{
    for (QWidget* row : m_memberRows)
        row->deleteLater();
    m_memberRows.clear();
    m_partButtons.clear();
    m_membersHead->setVisible(view.members.size() > 1);
    for (const RecordId member : view.members) {
        if (member == view.id)
            continue;
        if (const auto other = Records(m_context.project).record(member))
            addMember(*other, view.record.title);
    }
}

void RecordFields::addMember(const RecordView& member, const std::string& ownTitle)
{
    const Theme& theme = m_context.theme;
    auto* home = new QWidget(this);
    auto* row = new QHBoxLayout(home);
    row->setContentsMargins(theme.px(8), theme.px(2), theme.px(8), theme.px(2));
    const auto review = m_context.project.review();
    const winnow::Source* source = review->source(member.source);
    const QString where = source ? source->name : QString();
    auto* text = new TextLabel(theme, Text::Body, {}, home);
    // The same title over again would only fill the page.
    text->setText(tr("%1 · %2").arg(
        where, member.record.title == ownTitle ? tr("same title") : recordsText::title(member.record.title)));
    text->setWordWrap(true);
    auto* show = new QPushButton(tr("Show"), home);
    auto* part = new QPushButton(tr("These are different"), home);
    setLook(*show, Look::Link);
    setLook(*part, Look::Plain);
    allow(*part, m_context.whyNot(Right::Work));
    part->setAccessibleName(tr("Different from %1").arg(recordsText::title(member.record.title)));
    row->addWidget(text, 1);
    row->addWidget(show, 0, Qt::AlignTop);
    row->addWidget(part, 0, Qt::AlignTop);
    m_members->addWidget(home);
    m_memberRows.push_back(home);
    m_partButtons.push_back(part);
    connect(show, &QPushButton::clicked, this, [this, id = member.id] { Q_EMIT recordRequested(id); });
    connect(part, &QPushButton::clicked, this, [this, id = member.id] { Q_EMIT partRequested(id); });
}

void RecordFields::stopEditing()
{
    for (FieldRow* row : m_order)
        row->stopEditing();
}

bool RecordFields::editing() const
{
    return std::any_of(m_order.begin(), m_order.end(), [](const FieldRow* row) { return row->editing(); });
}

void RecordFields::takeFocus()
{
    m_order.front()->setFocus();
}

} // namespace winnow::ui
