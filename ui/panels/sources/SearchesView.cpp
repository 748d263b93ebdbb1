// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SearchesView.h"

#include "models/SourcesModel.h"
#include "panels/sources/SearchesModel.h"
#include "project/SearchWords.h"
#include "services/Style.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>

#include <array>

namespace winnow::ui {
namespace {

constexpr int detailsWidth = 340;

QString momentText(qint64 at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
}

/// All that is known of a search, as a reader of the report would ask for it.
QString detailsText(const SearchRecord& search)
{
    using View = SearchesView;
    QStringList lines{View::tr("%1, through %2").arg(search.source, search.platform)};
    lines << View::tr("From %1 to %2").arg(momentText(search.began), momentText(search.ended));
    if (!search.by.isEmpty())
        lines << View::tr("By %1").arg(search.by);
    lines << QString() << View::tr("Asked:") << search.sent;
    if (!search.translated.isEmpty())
        lines << QString() << View::tr("Understood as:") << search.translated;
    lines << QString()
          << View::tr("Hits %1, fetched %2, came in %3, new %4")
                 .arg(search.hits < 0 ? View::tr("not said") : numberText(search.hits), numberText(search.delivered),
                      numberText(search.records), numberText(search.fresh));
    if (search.known > 0)
        lines << View::tr("Left out, since they are here and the same: %1").arg(numberText(search.known));
    if (search.changed > 0)
        lines << View::tr("Not what they were: %1").arg(numberText(search.changed));
    if (!search.changedIds.isEmpty())
        lines << View::tr("Changed: %1").arg(search.changedIds.mid(0, 20).join(QStringLiteral(", ")));
    if (!search.retractedIds.isEmpty())
        lines << View::tr("Retracted: %1").arg(search.retractedIds.mid(0, 20).join(QStringLiteral(", ")));
    if (search.unreadable > 0)
        lines << View::tr("Could not be read: %1").arg(numberText(search.unreadable));
    lines << search.warnings;
    for (const sources::Gap& gap : search.gaps)
        lines << gapSentence(gap);
    if (!search.answers.empty())
        lines << QString() << View::tr("Answers of the service, each with its SHA-256: %1").arg(search.answers.size());
    if (!search.of.isEmpty())
        lines << View::tr("Repeats or goes on with search %1").arg(search.of);
    lines << View::tr("Search %1").arg(search.name);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

SearchesView::SearchesView(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new SearchesModel(this))
    , m_table(new DenseTable(context.theme, this))
    , m_none(new TextLabel(context.theme, Text::Body, tr("No searches yet: count and fetch on the first page."), this))
    , m_details(new TextLabel(context.theme, Text::Body, {}, this))
    , m_again(new QPushButton(tr("Search again"), this))
    , m_records(new QPushButton(tr("Show its records"), this))
    , m_appendix(new QPushButton(tr("Appendix…"), this))
    , m_export(new QPushButton(tr("For a coauthor…"), this))
    , m_repeat(new QPushButton(tr("Repeat a coauthor's…"), this))
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Searches that were made"));
    constexpr std::array widths{152, 104, 170, 66, 78, 60, 140, 70};
    for (size_t i = 0; i < widths.size(); ++i)
        m_table->horizontalHeader()->resizeSection(int(i), context.theme.px(widths[i]));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(SearchesModel::Query, QHeaderView::Stretch);
    m_none->setAlignment(Qt::AlignCenter);
    m_appendix->setToolTip(tr("The appendix that PRISMA-S asks for: every search as it was made"));
    m_export->setToolTip(tr("Writes the searches without their answers, so that a coauthor can repeat them"));
    m_repeat->setToolTip(tr("Makes the searches of such a file here"));
    m_again->setToolTip(tr("Adds what is new, and what is not what it was"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_table, 1);
    row->addWidget(m_none, 1);
    row->addWidget(makeSide());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SearchesView::showChosen);
    connect(m_model, &QAbstractItemModel::modelReset, this, &SearchesView::showChosen);
    connect(m_table, &DenseTable::rowOpened, this, [this] { m_records->click(); });
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againRequested(*chosen()); });
    connect(m_records, &QPushButton::clicked, this, [this] { Q_EMIT recordsRequested(*chosen()); });
    connect(m_appendix, &QPushButton::clicked, this, &SearchesView::appendixRequested);
    connect(m_export, &QPushButton::clicked, this, &SearchesView::exportRequested);
    connect(m_repeat, &QPushButton::clicked, this, &SearchesView::repeatRequested);
    refreshTools();
}

QWidget* SearchesView::makeSide()
{
    const Theme& theme = m_context.theme;
    auto* side = new Ground(theme, Ground::Kind::Window, this);
    side->setFixedWidth(theme.px(detailsWidth));
    auto* scroll = new QScrollArea(side);
    auto* inner = new Ground(theme, Ground::Kind::Window, scroll);
    auto* text = new QVBoxLayout(inner);
    text->setContentsMargins(0, 0, 0, 0);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->addWidget(m_details);
    text->addStretch(1);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(side);
    const int margin = theme.px(Theme::margin);
    column->setContentsMargins(margin, theme.px(Theme::gap), margin, theme.px(Theme::gap));
    column->setSpacing(theme.px(8));
    column->addWidget(scroll, 1);
    auto* chosenRow = new QHBoxLayout;
    chosenRow->addWidget(m_again);
    chosenRow->addWidget(m_records);
    chosenRow->addStretch(1);
    column->addLayout(chosenRow);
    column->addWidget(new Rule(theme, Qt::Horizontal, side));
    column->addWidget(new SectionLabel(theme, tr("All searches"), SectionLabel::Case::AsWritten, side));
    for (QPushButton* button : {m_appendix, m_export, m_repeat}) {
        setLook(*button, Look::Link);
        column->addWidget(button, 0, Qt::AlignLeading);
    }
    return side;
}

void SearchesView::setSearches(std::vector<SearchRecord> searches)
{
    const bool none = m_model->rowCount() == 0;
    m_model->setSearches(std::move(searches));
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    refreshTools();
    if (none && m_model->rowCount() > 0 && m_repeat->hasFocus()) // there was nothing else to do before
        m_table->setFocus();
}

const SearchRecord* SearchesView::chosen() const
{
    return m_model->at(m_table->currentIndex().row());
}

void SearchesView::showChosen()
{
    const SearchRecord* search = chosen();
    m_details->setText(search ? detailsText(*search) : QString());
    refreshTools();
}

void SearchesView::setRunning(bool running)
{
    m_running = running;
    refreshTools();
}

void SearchesView::refreshTools()
{
    const bool any = m_model->rowCount() > 0;
    const SearchRecord* search = chosen();
    const QString whyNot = m_context.whyNot(Right::Extend);
    m_table->setVisible(any);
    m_none->setVisible(!any);
    allow(*m_again, whyNot, search && !m_running);
    m_records->setEnabled(search && search->records > 0);
    m_appendix->setEnabled(any || !m_context.project.review()->runs.empty());
    m_export->setEnabled(any);
    allow(*m_repeat, whyNot, !m_running);
}

} // namespace winnow::ui
