// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/BlocksForm.h"

#include "services/Allow.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace winnow::ui {
namespace {

constexpr int blockHeight = 84;

QStringList linesOf(const QPlainTextEdit& field)
{
    return field.toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

BlocksForm::BlocksForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_grid(new QGridLayout)
    , m_add(new QPushButton(tr("Add a block"), this))
    , m_write(new QPushButton(this))
    , m_writeAll(new QPushButton(tr("Write it for all databases"), this))
    , m_head(new SectionLabel(theme, {}, SectionLabel::Case::AsWritten, this))
    , m_preview(new TextLabel(theme, Text::Body, {}, this))
    , m_losses(new TextLabel(theme, Text::Small, {}, this))
{
    arrange();
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        placeRows();
        m_rows.back().name->setFocus();
    });
    connect(m_write, &QPushButton::clicked, this, [this] { Q_EMIT writeRequested(false); });
    connect(m_writeAll, &QPushButton::clicked, this, [this] { Q_EMIT writeRequested(true); });
    setBlocks({});
}

void BlocksForm::arrange()
{
    auto* hint = new TextLabel(m_theme, Text::Body,
                               tr("One idea of the question in each row, in all the words for it, one on a line; "
                                  "“walk*” stands for all that begins so. Any word of a row will do, and all rows have "
                                  "to be met. The query of each database is written from it, and can be edited then."),
                               this);
    hint->setWordWrap(true);
    hint->setDim(true);
    setLook(*m_write, Look::Primary);
    m_preview->setWordWrap(true);
    m_losses->setWordWrap(true);
    m_preview->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_grid->setHorizontalSpacing(m_theme.px(Theme::gap));
    m_grid->setVerticalSpacing(m_theme.px(8));
    m_grid->setColumnStretch(0, 2);
    m_grid->setColumnStretch(1, 4);
    m_grid->setColumnStretch(2, 3);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    buttons->addWidget(m_writeAll);
    buttons->addWidget(m_write);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_theme.px(Theme::gap));
    column->addWidget(hint);
    column->addLayout(m_grid);
    column->addLayout(buttons);
    column->addWidget(new Rule(m_theme, Qt::Horizontal, this));
    column->addWidget(m_head);
    column->addWidget(m_preview);
    column->addWidget(m_losses);
    column->addStretch(1);
}

bool BlocksForm::typing() const
{
    const QWidget* focus = QApplication::focusWidget();
    return m_edited && focus && isAncestorOf(focus);
}

void BlocksForm::setBlocks(const std::vector<PlannedBlock>& blocks)
{
    if (typing())
        return;
    if (!m_rows.empty() && !blocks.empty() && this->blocks() == blocks)
        return;
    m_filling = true;
    m_edited = false;
    if (blocks.empty()) {
        clearRows();
        for (const QString& part : {tr("Population"), tr("Intervention"), tr("Comparison"), tr("Outcome")})
            addRow({0, {part, {}, {}}});
    } else {
        fillRows(blocks);
    }
    placeRows();
    m_filling = false;
    show();
}

void BlocksForm::clearRows()
{
    while (!m_rows.empty())
        removeRow(m_rows.back().terms);
}

/// Where somebody has begun to write, the rows that stand ready for the other ideas stay where they are.
void BlocksForm::fillRows(const std::vector<PlannedBlock>& blocks)
{
    const bool begun = std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return !standsReady(row); });
    const auto stays = [&](const Row& row) {
        const QString name = row.name->text().simplified();
        return begun && standsReady(row) && std::none_of(blocks.begin(), blocks.end(), [&](const PlannedBlock& one) {
                   return one.block.name == name;
               });
    };
    size_t next = 0;
    for (size_t i = 0; i < m_rows.size();) {
        if (stays(m_rows[i]))
            ++i;
        else if (next < blocks.size())
            fillRow(m_rows[i++], blocks[next++]);
        else
            removeRow(m_rows[i].terms);
    }
    for (; next < blocks.size(); ++next)
        addRow(blocks[next]);
}

bool BlocksForm::standsReady(const Row& row)
{
    return row.id == 0 && linesOf(*row.terms).isEmpty() && linesOf(*row.headings).isEmpty();
}

/// What is the same is not written anew: the cursor stays where it is.
void BlocksForm::fillRow(Row& row, const PlannedBlock& block)
{
    row.id = block.id;
    if (row.name->text() != block.block.name)
        row.name->setText(block.block.name);
    if (linesOf(*row.terms) != block.block.terms)
        row.terms->setPlainText(block.block.terms.join(QLatin1Char('\n')));
    if (linesOf(*row.headings) != block.block.headings)
        row.headings->setPlainText(block.block.headings.join(QLatin1Char('\n')));
}

void BlocksForm::addRow(const PlannedBlock& block)
{
    Row row{block.id, new QLineEdit(this), new QPlainTextEdit(this), new QPlainTextEdit(this),
            new QPushButton(tr("Remove"), this)};
    row.name->setAccessibleName(tr("Name of the block"));
    row.name->setPlaceholderText(tr("Name"));
    row.terms->setAccessibleName(tr("Words of the block, one on a line"));
    if (m_rows.empty()) { // of the population: in the other rows it would mislead
        row.terms->setPlaceholderText(tr("stroke\ncerebrovascular accident*"));
        row.headings->setPlaceholderText(tr("Stroke"));
    }
    row.headings->setAccessibleName(tr("Subject headings of the block, one on a line"));
    setLook(*row.remove, Look::Quiet);
    const auto changed = [this] {
        if (m_filling)
            return;
        m_edited = true;
        show();
    };
    for (QPlainTextEdit* field : {row.terms, row.headings}) {
        field->setTabChangesFocus(true);
        field->setFixedHeight(m_theme.px(blockHeight));
        field->installEventFilter(this);
        connect(field, &QPlainTextEdit::textChanged, this, changed);
    }
    row.name->installEventFilter(this);
    connect(row.name, &QLineEdit::textChanged, this, changed);
    connect(row.remove, &QPushButton::clicked, this, [this, terms = row.terms] {
        removeRow(terms);
        placeRows();
        m_add->setFocus();
        show();
        Q_EMIT committed();
    });
    m_rows.push_back(row);
    const bool filling = std::exchange(m_filling, true);
    fillRow(m_rows.back(), block);
    m_filling = filling;
}

void BlocksForm::removeRow(const QPlainTextEdit* terms)
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.terms == terms; });
    if (at == m_rows.end())
        return;
    for (QWidget* part : {static_cast<QWidget*>(at->name), static_cast<QWidget*>(at->terms),
                          static_cast<QWidget*>(at->headings), static_cast<QWidget*>(at->remove)}) {
        part->removeEventFilter(this);
        part->hide();
        part->deleteLater();
    }
    m_rows.erase(at);
}

void BlocksForm::placeRows()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (auto* label = qobject_cast<QLabel*>(item->widget()))
            label->deleteLater();
        delete item;
    }
    const QStringList heads{tr("Block"), tr("Words and phrases"), tr("Subject headings (MeSH)")};
    for (int i = 0; i < heads.size(); ++i)
        m_grid->addWidget(new SectionLabel(m_theme, heads[i], SectionLabel::Case::AsWritten, this), 0, i);
    int line = 1;
    QWidget* last = nullptr;
    for (const Row& row : m_rows) {
        m_grid->addWidget(row.name, line, 0, Qt::AlignTop);
        m_grid->addWidget(row.terms, line, 1);
        m_grid->addWidget(row.headings, line, 2);
        m_grid->addWidget(row.remove, line, 3, Qt::AlignTop);
        if (last)
            QWidget::setTabOrder(last, row.name);
        QWidget::setTabOrder(row.name, row.terms);
        QWidget::setTabOrder(row.terms, row.headings);
        QWidget::setTabOrder(row.headings, row.remove);
        last = row.remove;
        ++line;
    }
    if (last) {
        QWidget::setTabOrder(last, m_add);
        QWidget::setTabOrder(m_add, m_writeAll);
        QWidget::setTabOrder(m_writeAll, m_write);
    }
    setWritable(m_whyNot);
}

std::vector<PlannedBlock> BlocksForm::blocks() const
{
    std::vector<PlannedBlock> all;
    for (const Row& row : m_rows) {
        const sources::Block block{row.name->text().simplified(), linesOf(*row.terms), linesOf(*row.headings)};
        if (!standsReady(row))
            all.push_back({row.id, block});
    }
    return all;
}

void BlocksForm::setDatabase(const QString& id, const QString& name)
{
    m_database = id;
    m_head->setText(tr("In the syntax of %1").arg(name));
    m_write->setText(tr("Write it for %1  Ctrl+Enter").arg(name));
    show();
}

void BlocksForm::setWritable(const QString& whyNot)
{
    m_whyNot = whyNot;
    for (const Row& row : m_rows) {
        row.name->setReadOnly(!whyNot.isEmpty());
        row.terms->setReadOnly(!whyNot.isEmpty());
        row.headings->setReadOnly(!whyNot.isEmpty());
        allow(*row.remove, whyNot);
    }
    allow(*m_add, whyNot);
    show();
}

void BlocksForm::show()
{
    std::vector<sources::Block> all;
    for (const PlannedBlock& one : blocks())
        all.push_back(one.block);
    QStringList losses;
    const QString text = sources::written(all, m_database, losses);
    m_preview->setText(text.isEmpty() ? tr("Nothing yet: write some words above.") : text);
    m_losses->setText(losses.join(QLatin1Char('\n')));
    m_losses->setVisible(!losses.isEmpty());
    allow(*m_write, m_whyNot, !text.isEmpty());
    allow(*m_writeAll, m_whyNot, !text.isEmpty());
}

/// What was typed is kept when its field is left.
bool BlocksForm::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut && m_edited) {
        m_edited = false;
        Q_EMIT committed();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::ui
