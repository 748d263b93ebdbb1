// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/ColumnsForm.h"

#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

constexpr int shownRows = 7; ///< more are scrolled to
constexpr int rowHeight = 32;
constexpr int headingWidth = 190;

/// A column's first cells, in one line that gives way to the window's width.
class SampleLabel final : public TextLabel {
public:
    SampleLabel(const Theme& theme, const QStringList& cells, QWidget* parent)
        : TextLabel(theme, Text::Body, {}, parent)
        , m_text(cells.join(QStringLiteral("  ·  ")))
    {
        setDim(true);
        setTextFormat(Qt::PlainText);
        setToolTip(cells.join(QLatin1Char('\n')));
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        TextLabel::resizeEvent(event);
        setText(fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
    }

private:
    QString m_text;
};

} // namespace

QString ColumnsForm::nameOf(const QString& field)
{
    struct Name {
        const char* field;
        QString name;
    };
    const std::array names{
        Name{"title", tr("Title")},
        Name{"abstract", tr("Abstract")},
        Name{"authors", tr("Authors")},
        Name{"year", tr("Year")},
        Name{"date", tr("Date")},
        Name{"journal", tr("Journal")},
        Name{"volume", tr("Volume")},
        Name{"issue", tr("Issue")},
        Name{"pages", tr("Pages")},
        Name{"start_page", tr("First page")},
        Name{"end_page", tr("Last page")},
        Name{"doi", tr("DOI")},
        Name{"pmid", tr("PMID")},
        Name{"pmcid", tr("PMCID")},
        Name{"nct", tr("Trial number (NCT)")},
        Name{"issn", tr("ISSN")},
        Name{"isbn", tr("ISBN")},
        Name{"keywords", tr("Keywords")},
        Name{"language", tr("Language")},
        Name{"type", tr("Type of publication")},
        Name{"url", tr("Link")},
        Name{"source_id", tr("Accession number")},
        Name{"database", tr("Database")},
        Name{"vote", tr("One person's votes")},
        Name{"decision", tr("The team's decision")},
        Name{"reason", tr("Exclusion reason")},
        Name{"label", tr("Labels")},
        Name{"note", tr("One person's notes")},
        Name{"remarks", tr("Remarks (DOI, PMID in them)")},
        Name{"keep", tr("Keep as it is")},
    };
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const Name& n) { return field == QLatin1String(n.field); });
    return found == names.end() ? field : found->name;
}

ColumnsForm::ColumnsForm(const Theme& theme, const std::vector<TableColumn>& columns, QWidget* parent) : QWidget(parent)
{
    auto* scroll = new QScrollArea(this);
    auto* rows = new QWidget(scroll);
    auto* grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, theme.px(8), 0);
    grid->setHorizontalSpacing(theme.px(Theme::gap));
    grid->setVerticalSpacing(theme.px(4));
    grid->setColumnMinimumWidth(0, theme.px(headingWidth));
    grid->setColumnStretch(1, 1);
    for (const TableColumn& column : columns) {
        const int at = int(m_rows.size());
        auto* heading = new SampleLabel(theme, {column.heading}, rows);
        heading->setDim(false);
        auto* choice = new QComboBox(rows);
        for (const QString& field : Imports::columnFields())
            choice->addItem(nameOf(field), field);
        choice->setCurrentIndex(choice->findData(column.field));
        choice->setAccessibleName(tr("Column %1 is").arg(column.heading));
        choice->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the list
        grid->addWidget(heading, at, 0);
        grid->addWidget(new SampleLabel(theme, column.cells, rows), at, 1);
        grid->addWidget(choice, at, 2);
        m_rows.push_back({column.heading, column.field, choice});
        connect(choice, &QComboBox::currentIndexChanged, this, [this] {
            if (!m_filling)
                Q_EMIT chosen();
        });
    }
    scroll->setWidget(rows);
    rows->setAutoFillBackground(false); // the card's ground shows
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(theme.px(rowHeight) * std::min(int(columns.size()), shownRows));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);
}

ColumnNames ColumnsForm::names() const
{
    ColumnNames names;
    for (const Row& row : m_rows) {
        const QString field = row.choice->currentData().toString();
        if (field != row.guess)
            names.insert(row.heading, field);
    }
    return names;
}

void ColumnsForm::setNames(const ColumnNames& names)
{
    m_filling = true;
    for (const Row& row : m_rows)
        row.choice->setCurrentIndex(row.choice->findData(names.value(row.heading, row.guess)));
    m_filling = false;
}

QComboBox* ColumnsForm::choiceOf(const QString& heading) const
{
    const auto found
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.heading == heading; });
    return found == m_rows.end() ? nullptr : found->choice;
}

QComboBox* ColumnsForm::first() const
{
    return m_rows.empty() ? nullptr : m_rows.front().choice;
}

} // namespace winnow::ui
