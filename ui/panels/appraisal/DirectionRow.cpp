// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/DirectionRow.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QVBoxLayout>

namespace winnow::ui {

DirectionRow::DirectionRow(const Theme& theme, const std::vector<appraisal::Direction>& directions,
                           const QString& domain, QWidget* parent)
    : QWidget(parent)
    , m_key(appraisal::directionKey(domain))
    , m_choice(new Segmented(theme, this))
    , m_others(new TextLabel(theme, Text::Small, {}, this))
{
    QStringList labels;
    for (const appraisal::Direction& direction : directions) {
        m_names << direction.name;
        labels << direction.label;
    }
    m_choice->setOptions(labels, labels);
    m_choice->setClearable(true);
    m_choice->setDigitsShown(true);
    m_choice->setFocusPolicy(Qt::StrongFocus);
    m_choice->setAccessibleName(tr("Direction of the bias"));
    m_others->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.px(4), 0, theme.px(10));
    column->setSpacing(theme.px(4));
    column->addWidget(
        new SectionLabel(theme, tr("Direction of the bias, if it can be told"), SectionLabel::Case::AsWritten, this));
    column->addWidget(m_choice, 0, Qt::AlignLeading);
    column->addWidget(m_others);
    connect(m_choice, &Segmented::changed, this, [this](int index) {
        Said now = m_given;
        now.value = m_names.value(index);
        Q_EMIT said(m_key, now.value.isEmpty() ? Said() : now);
    });
}

void DirectionRow::show(const Said& given)
{
    m_given = given;
    m_choice->setCurrent(int(m_names.indexOf(given.value)));
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
