// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/AcceptRow.h"

#include "services/Allow.h"
#include "services/Style.h"
#include "services/Theme.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace winnow::ui {
namespace {

constexpr int steps = 100;
constexpr double atFirst = 0.85;

} // namespace

AcceptRow::AcceptRow(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_number(new QDoubleSpinBox(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    m_slider->setRange(0, steps);
    m_slider->setFixedWidth(theme.px(140));
    m_slider->setAccessibleName(tr("Score from which pairs are accepted"));
    m_number->setRange(0, 1);
    m_number->setSingleStep(0.05);
    m_number->setDecimals(2);
    m_number->setAccessibleName(m_slider->accessibleName());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(Theme::gap));
    row->addWidget(m_slider);
    row->addWidget(m_number);
    row->addWidget(m_text);
    row->addWidget(m_button);
    row->addStretch();
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { m_number->setValue(double(value) / steps); });
    connect(m_number, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(int(std::lround(value * steps)));
        tell();
    });
    connect(m_button, &QPushButton::clicked, this, [this] { Q_EMIT accepted(score()); });
    m_number->setValue(atFirst);
    tell();
}

void AcceptRow::setScores(const std::vector<double>& scores)
{
    m_scores = scores;
    tell();
}

void AcceptRow::setWritable(const QString& whyNot)
{
    m_whyNot = whyNot;
    tell();
}

double AcceptRow::score() const
{
    return m_number->value();
}

int AcceptRow::above() const
{
    return int(std::count_if(m_scores.begin(), m_scores.end(), [this](double s) { return s >= score(); }));
}

void AcceptRow::tell()
{
    m_text->setText(
        tr("%1 of %2 pairs score that or more").arg(locale().toString(above()), locale().toString(m_scores.size())));
    m_button->setText(tr("Accept all above"));
    allow(*m_button, m_whyNot, above() > 0);
}

} // namespace winnow::ui
