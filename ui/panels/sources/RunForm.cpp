// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/RunForm.h"

#include "models/SourcesModel.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>

namespace winnow::ui {

namespace {

/// Digits with the separators people paste along ("1,204", "1 204"); -1 for nothing, none for anything else.
std::optional<qint64> countOf(const QString& written)
{
    static const QRegularExpression separators(QStringLiteral("[\\s.,'’\\x{00a0}\\x{202f}]"));
    QString digits = written;
    digits.remove(separators);
    if (digits.isEmpty())
        return -1;
    bool number = false;
    const qint64 count = digits.toLongLong(&number);
    return number && count >= 0 ? std::optional(count) : std::nullopt;
}

/// ISO, or the way the user's country writes it.
QDate dateOf(const QString& written)
{
    const QDate iso = QDate::fromString(written, Qt::ISODate);
    return iso.isValid() ? iso : QLocale().toDate(written, QLocale::ShortFormat);
}

constexpr int strategyHeight = 76;

} // namespace

QWidget* namedField(const Theme& theme, const QString& name, QWidget* field)
{
    auto* both = new QWidget(field->parentWidget());
    auto* label = new TextLabel(theme, Text::Small, name, both);
    label->setDim(true);
    label->setBuddy(field);
    field->setAccessibleName(name);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(4));
    column->addWidget(label);
    column->addWidget(field);
    return both;
}

RunForm::RunForm(const Theme& theme, Shape shape, QWidget* parent)
    : QWidget(parent)
    , m_platform(new QLineEdit(this))
    , m_searched(new QLineEdit(this))
    , m_hits(new QLineEdit(this))
    , m_removed(new QLineEdit(this))
    , m_strategy(new QPlainTextEdit(this))
    , m_problem(new TextLabel(theme, Text::Small, {}, this))
{
    m_platform->setPlaceholderText(tr("Ovid, EBSCO, Elsevier …"));
    m_searched->setPlaceholderText(tr("2026-05-03"));
    m_hits->setPlaceholderText(tr("not said"));
    m_removed->setPlaceholderText(tr("none"));
    m_strategy->setPlaceholderText(tr("The search as it was run, line by line"));
    m_strategy->setTabChangesFocus(true);
    m_strategy->setFixedHeight(theme.px(strategyHeight));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(Theme::gap));
    grid->setVerticalSpacing(theme.px(8));
    arrange(grid, shape, theme);
    setDetails({});
    const auto changed = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    connect(m_platform, &QLineEdit::textEdited, this, changed);
    connect(m_searched, &QLineEdit::textEdited, this, changed);
    connect(m_hits, &QLineEdit::textEdited, this, changed);
    connect(m_removed, &QLineEdit::textEdited, this, changed);
    connect(m_strategy, &QPlainTextEdit::textChanged, this, changed);
}

void RunForm::arrange(QGridLayout* grid, Shape shape, const Theme& theme)
{
    const int across = shape == Shape::Wide ? 4 : 2;
    QWidget* const fields[]
        = {namedField(theme, tr("Platform"), m_platform), namedField(theme, tr("Date of the search"), m_searched),
           namedField(theme, tr("Hits reported"), m_hits), namedField(theme, tr("Removed earlier"), m_removed)};
    int place = 0;
    for (QWidget* field : fields) {
        grid->addWidget(field, place / across, place % across, Qt::AlignTop);
        ++place;
    }
    for (int column = 0; column < across; ++column)
        grid->setColumnStretch(column, 1);
    m_removed->setToolTip(tr("Duplicates that were removed elsewhere, before this file was made"));
    const int below = place / across;
    grid->addWidget(m_problem, below, 0, 1, across);
    grid->addWidget(namedField(theme, tr("Search strategy"), m_strategy), below + 1, 0, 1, across);
}

void RunForm::setDetails(const RunDetails& details)
{
    m_filling = true;
    m_platform->setText(details.platform);
    m_platform->setCursorPosition(0); // a long name is shown from its beginning
    m_platform->setToolTip(details.platform);
    m_searched->setText(details.searched.isValid() ? details.searched.toString(Qt::ISODate) : QString());
    m_hits->setText(details.hits < 0 ? QString() : numberText(details.hits));
    m_removed->setText(details.removedBefore <= 0 ? QString() : numberText(details.removedBefore));
    m_strategy->setPlainText(details.strategy);
    m_problem->hide();
    m_filling = false;
}

void RunForm::complain(QLineEdit* field, const QString& sentence)
{
    m_problem->setText(sentence.arg(field->text().trimmed()));
    m_problem->show();
    field->setFocus();
}

std::optional<RunDetails> RunForm::details()
{
    const QString written = m_searched->text().trimmed();
    RunDetails details;
    details.searched = dateOf(written);
    if (!written.isEmpty() && !details.searched.isValid()) {
        complain(m_searched, tr("“%1” is not a date; write it as 2026-05-03."));
        return std::nullopt;
    }
    const auto hits = countOf(m_hits->text());
    const auto removed = countOf(m_removed->text());
    if (!hits || !removed) {
        complain(hits ? m_removed : m_hits, tr("“%1” is not a number."));
        return std::nullopt;
    }
    m_problem->hide();
    details.platform = m_platform->text().trimmed();
    details.hits = *hits;
    details.removedBefore = std::max<qint64>(*removed, 0);
    details.strategy = m_strategy->toPlainText().trimmed();
    return details;
}

} // namespace winnow::ui
