// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/DirectionRow.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace winnow::ui {

DirectionRow::DirectionRow(const Theme& theme, const std::vector<appraisal::Direction>& directions,
                           const QString& domain, QWidget* parent)
    : QWidget(parent)
    , m_key(appraisal::directionKey(domain))
    , m_choice(new QComboBox(this))
    , m_others(new TextLabel(theme, Text::Small, {}, this))
{
    // Too many and too long for a row of keys.
    m_choice->addItem(tr("Not said"));
    for (const appraisal::Direction& direction : directions) {
        m_names << direction.name;
        m_choice->addItem(direction.label);
    }
    m_choice->setAccessibleName(tr("Direction of the bias"));
    m_others->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(4), 0, theme.px(10));
    column->setSpacing(theme.px(4));
    column->addWidget(
        new SectionLabel(theme, tr("Direction of the bias, if it can be told"), SectionLabel::Case::AsWritten, this));
    column->addWidget(m_choice, 0, Qt::AlignLeading);
    column->addWidget(m_others);
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        Said now = m_given;
        now.value = m_names.value(index - 1);
        Q_EMIT said(m_key, now.value.isEmpty() ? Said() : now);
    });
}

void DirectionRow::show(const Said& given)
{
    m_given = given;
    m_choice->setCurrentIndex(int(m_names.indexOf(given.value)) + 1);
}

void DirectionRow::showSaid(const QString& text, bool differ)
{
    m_others->setText(differ ? tr("≠ %1").arg(text) : text);
    m_others->setDim(!differ);
    m_others->setVisible(!text.isEmpty());
}

void DirectionRow::setReadOnly(bool readOnly)
{
    m_choice->setEnabled(!readOnly);
}

} // namespace winnow::ui
