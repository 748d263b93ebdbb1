// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/GapList.h"

#include "appraisal/Rule.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr int gapRowsShown = 7;

QString gapText(const appraisal::Undecided& gap, const QString& variant)
{
    const QString answers = gap.when ? appraisal::textOf(*gap.when) : GapList::tr("any answers");
    const QString text = gap.combinations == 1
        ? answers
        : QStringLiteral("%1 ×  %2").arg(QLocale().toString(gap.combinations, 'f', 0), answers);
    return variant.isEmpty() ? text : variant + QStringLiteral(": ") + text;
}

QStringList judgementsOf(const appraisal::Instrument& instrument, const QString& domain, bool applicability)
{
    QStringList names;
    for (const appraisal::Domain& one : instrument.domains) {
        const QString scale = applicability && one.applicability ? one.applicability->scale : one.scale;
        const appraisal::Scale* found = one.id == domain ? appraisal::findScale(instrument, scale) : nullptr;
        for (std::size_t i = 0; found && i < found->levels.size(); ++i)
            names << found->levels[i].name;
    }
    return names;
}

} // namespace

GapList::GapList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_head(new TextLabel(theme, Text::Small, {}, this))
    , m_list(new QListWidget(this))
{
    m_head->setWordWrap(true);
    m_head->setDim(true);
    m_list->setAccessibleName(tr("Combinations that no rule decides"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setLayoutDirection(Qt::LeftToRight); // as the rules themselves
    m_list->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(m_head);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { choose(-1); });
    hide();
}

void GapList::show(const appraisal::Examination& examination, const QString& domain, bool applicability)
{
    std::vector<Gap> gaps;
    qint64 groups = 0;
    bool sampled = false;
    for (const appraisal::Coverage& one : examination.coverage) {
        if (one.domain != domain || one.applicability != applicability)
            continue;
        groups += one.undecidedGroups;
        sampled = sampled || (one.sampled && one.undecidedGroups > 0);
        for (const appraisal::Undecided& gap : one.undecided)
            gaps.push_back({gap, gapText(gap, one.variant)});
    }
    m_levels = judgementsOf(examination.readable, domain, applicability);
    QStringList keys{tr("Enter begins a rule")};
    for (int i = 0; i < std::min<int>(9, int(m_levels.size())); ++i)
        keys << QStringLiteral("%1 %2").arg(i + 1).arg(m_levels[i]);
    QString head = qsizetype(gaps.size()) == groups
        ? tr("Undecided: %1.").arg(groups)
        : tr("Undecided: %1, the first %2 of them here.").arg(groups).arg(gaps.size());
    if (sampled)
        head += QLatin1Char(' ') + tr("They were drawn: there may be more.");
    m_head->setText(head + QLatin1Char(' ') + keys.join(QStringLiteral(" · ")));
    setVisible(!gaps.empty());
    if (gaps != m_gaps)
        fill(gaps);
}

void GapList::fill(const std::vector<Gap>& gaps)
{
    const int before = m_list->currentRow();
    const QString chosen = before < 0 ? QString() : m_list->item(before)->text();
    m_gaps = gaps;
    m_list->clear();
    for (const Gap& gap : m_gaps)
        m_list->addItem(gap.text);
    const auto same
        = std::find_if(m_gaps.begin(), m_gaps.end(), [&chosen](const Gap& gap) { return gap.text == chosen; });
    m_list->setCurrentRow(same != m_gaps.end() ? int(same - m_gaps.begin())
                                               : std::clamp(before, 0, std::max(0, m_list->count() - 1)));
    const int rows = std::clamp(m_list->count(), 1, gapRowsShown);
    const int bar = m_list->sizeHintForColumn(0) > m_list->viewport()->width() ? m_theme.px(14) : 0;
    m_list->setFixedHeight(rows * std::max(m_theme.px(20), m_list->sizeHintForRow(0)) + 2 * m_list->frameWidth() + bar);
}

QString GapList::heading() const
{
    return m_head->text();
}

/// `level` -1: it is still to be written.
void GapList::choose(int level)
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(m_gaps.size()))
        return;
    const std::optional<appraisal::Condition>& when = m_gaps[std::size_t(row)].what.when;
    if (level >= 0)
        return Q_EMIT ruleWanted(
            appraisal::textOf(appraisal::Rule{when, appraisal::Rule::Outcome::Judge, m_levels.value(level)}), true);
    Q_EMIT ruleWanted(when ? QStringLiteral("if %1 then ").arg(appraisal::textOf(*when)) : QStringLiteral("otherwise "),
                      false);
}

bool GapList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int digit = key->key() - Qt::Key_1;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        choose(-1);
    else if (key->modifiers() == Qt::NoModifier && digit >= 0 && digit < std::min<int>(9, int(m_levels.size())))
        choose(digit);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace winnow::ui
