// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ProgressPill.h"

#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Ring.h"
#include "widgets/SectionLabel.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace winnow::ui {

namespace {

// Guesses before this are noise.
constexpr qint64 firstGuessMs = 2000;

TextLabel* dimLabel(const Theme& theme, QWidget* parent)
{
    auto* label = new TextLabel(theme, Text::Body, {}, parent);
    label->setDim(true);
    return label;
}

} // namespace

QString timeLeft(qint64 done, qint64 total, qint64 elapsedMs)
{
    if (done <= 0 || total <= done || elapsedMs < firstGuessMs)
        return {};
    const double seconds = double(elapsedMs) / 1000 * double(total - done) / double(done);
    const auto text = [](const char* pattern, double number) {
        return QCoreApplication::translate("ProgressPill", pattern, nullptr, int(std::ceil(number)));
    };
    if (seconds < 60)
        return text(QT_TRANSLATE_NOOP("ProgressPill", "about %n s left"), std::max(1.0, seconds));
    if (seconds < 5400)
        return text(QT_TRANSLATE_NOOP("ProgressPill", "about %n min left"), seconds / 60);
    return text(QT_TRANSLATE_NOOP("ProgressPill", "about %n h left"), seconds / 3600);
}

ProgressPill::ProgressPill(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_what(dimLabel(theme, this))
    , m_line(new ProgressLine(theme, this))
    , m_percent(dimLabel(theme, this))
    , m_left(dimLabel(theme, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(10));
    m_line->setFixedWidth(theme.px(140));
    for (QWidget* part : std::initializer_list<QWidget*>{m_what, m_line, m_percent, m_left, m_cancel})
        row->addWidget(part, 0, Qt::AlignVCenter);
    setLook(*m_cancel, Look::Link);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    hide();
}

void ProgressPill::start(const QString& what, qint64 nowMs)
{
    m_startedAt = nowMs;
    m_cancel->setEnabled(true);
    report({0, 0, what}, nowMs);
    setVisible(true);
}

void ProgressPill::report(const Progress& progress, qint64 nowMs)
{
    if (!progress.what.isEmpty())
        m_what->setText(progress.what);
    const bool known = progress.total > 0;
    const double share = known ? double(progress.done) / double(progress.total) : -1;
    m_line->setShare(share);
    if (known)
        m_percent->setText(tr("%1 %").arg(std::min(100, int(share * 100))));
    else
        m_percent->setText(progress.done > 0 ? locale().toString(progress.done) : QString());
    m_left->setText(timeLeft(progress.done, progress.total, nowMs - m_startedAt));
    m_left->setVisible(!m_left->text().isEmpty());
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(m_what->text()));
    setAccessibleName(m_what->text() + QLatin1Char(' ') + m_percent->text());
}

void ProgressPill::finish()
{
    setVisible(false);
}

void ProgressPill::setCancellable(bool on)
{
    m_cancel->setVisible(on);
}

QString ProgressPill::percentText() const
{
    return m_percent->text();
}

QString ProgressPill::timeLeftText() const
{
    return m_left->text();
}

} // namespace winnow::ui
