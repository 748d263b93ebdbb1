// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/records/RecordDetail.h"

#include "domain/Words.h"
#include "models/RecordsLogModel.h"
#include "models/RecordsText.h"
#include "models/SourcesModel.h"
#include "panels/records/RecordFields.h"
#include "project/Duplicates.h"
#include "project/Notices.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/FlowLayout.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QDesktopServices>
#include <QFontDatabase>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

/// What was published about it, and where it stands.
QString standingOf(Project& project, const RecordView& view)
{
    QStringList lines;
    if (const auto notices = RecordNotices(project).of(view.id)) {
        for (const RecordNotice& notice : *notices)
            lines << QStringLiteral("\u26A0 ") + noticeSentence(notice);
    }
    lines << recordsText::place(view.place, view.reason, *project.review());
    return lines.join(QLatin1Char('\n'));
}

} // namespace

RecordDetail::RecordDetail(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_whole(new QStackedWidget(this))
    , m_title(new TextLabel(context.theme, Text::Heading, {}, this))
    , m_place(new TextLabel(context.theme, Text::Body, {}, this))
    , m_origin(new TextLabel(context.theme, Text::Body, {}, this))
    , m_links(new QWidget(this))
    , m_linkRow(new FlowLayout(context.theme.px(4), m_links))
    , m_tabs(new Segmented(context.theme, this))
    , m_banner(new Banner(context.theme, this))
    , m_pages(new QStackedWidget(this))
    , m_fields(new RecordFields(context, this))
    , m_raw(new QPlainTextEdit(this))
    , m_history(new DenseTable(context.theme, this))
    , m_log(new RecordsLogModel(context.project, this))
{
    m_tabs->setOptions({tr("Fields"), tr("As delivered"), tr("History")});
    m_tabs->setCurrent(Fields);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_raw->setReadOnly(true);
    m_raw->setTabChangesFocus(true);
    m_raw->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_raw->setFrameShape(QFrame::NoFrame);
    m_raw->setAccessibleName(tr("The entry as it stands in its file"));
    m_history->setModel(m_log);
    m_history->setAccessibleName(tr("History of the record"));
    m_history->horizontalHeader()->resizeSection(RecordsLogModel::When, context.theme.px(140));
    m_history->horizontalHeader()->resizeSection(RecordsLogModel::Who, context.theme.px(64));
    m_history->horizontalHeader()->resizeSection(RecordsLogModel::What, context.theme.px(150));
    m_history->hideColumn(RecordsLogModel::Subject);
    for (QWidget* page :
         {static_cast<QWidget*>(m_fields), static_cast<QWidget*>(m_raw), static_cast<QWidget*>(m_history)})
        m_pages->addWidget(page);
    m_pages->setSizePolicy(QSizePolicy::Preferred,
                           QSizePolicy::Ignored); // where room is short, no line of the head is cut
    auto* shown = new Ground(context.theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(new Rule(context.theme, Qt::Horizontal, this));
    column->addWidget(m_pages, 1);
    m_whole->addWidget(new Ground(context.theme, Ground::Kind::Page, this));
    m_whole->addWidget(shown);
    auto* home = new QVBoxLayout(this);
    home->setContentsMargins(0, 0, 0, 0);
    home->addWidget(m_whole);
    connect(m_tabs, &Segmented::changed, this, [this](int tab) { setTab(Tab(tab)); });
    connect(m_fields, &RecordFields::saved, this, &RecordDetail::save);
    connect(m_fields, &RecordFields::partRequested, this, &RecordDetail::part);
    connect(m_fields, &RecordFields::recordRequested, this, &RecordDetail::recordRequested);
    connect(m_banner, &Banner::actionChosen, this, &RecordDetail::undo);
}

QWidget* RecordDetail::makeHead()
{
    const Theme& theme = m_context.theme;
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    const int side = theme.px(Theme::margin);
    column->setContentsMargins(side, theme.px(Theme::gap), side, theme.px(8));
    column->setSpacing(theme.px(4));
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_place->setWordWrap(true);
    m_origin->setWordWrap(true);
    static_cast<TextLabel*>(m_origin)->setDim(true);
    for (QLabel* label : {m_title, m_place, m_origin})
        column->addWidget(label);
    column->addWidget(m_links);
    auto* row = new QHBoxLayout;
    row->addWidget(m_tabs);
    row->addWidget(m_banner, 1);
    column->addSpacing(theme.px(4));
    column->addLayout(row);
    return head;
}

void RecordDetail::setRecord(RecordId record)
{
    if (record == m_record)
        return reload();
    m_fields->stopEditing();
    m_banner->clear();
    m_record = record;
    reload();
}

void RecordDetail::reload()
{
    const auto view
        = m_record ? Records(m_context.project).record(m_record) : Result<RecordView>(fail(ErrorCode::UnknownRecord));
    m_whole->setCurrentIndex(view ? 1 : 0);
    if (view)
        fill(*view);
}

void RecordDetail::fill(const RecordView& view)
{
    const auto review = m_context.project.review();
    m_title->setText(recordsText::title(view.record.title));
    m_place->setText(standingOf(m_context.project, view));
    const winnow::Source* source = review->source(view.source);
    const auto run
        = std::find_if(review->runs.begin(), review->runs.end(), [&](const Run& r) { return r.id == view.run; });
    m_origin->setText(tr("%1 · %2, line %3 · %4")
                          .arg(source ? source->name : QString(), run == review->runs.end() ? QString() : run->fileName,
                               numberText(view.line), view.uid));
    while (QLayoutItem* item = m_linkRow->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const recordsText::Link& link : recordsText::links(view.record)) {
        auto* button = new QPushButton(link.name, m_links);
        setLook(*button, Look::Link);
        button->setToolTip(link.url.toDisplayString());
        m_linkRow->addWidget(button);
        connect(button, &QPushButton::clicked, this, [url = link.url] { QDesktopServices::openUrl(url); });
    }
    m_links->setVisible(m_linkRow->count() > 0);
    m_fields->setRecord(view);
    fillTab();
}

void RecordDetail::setTab(Tab tab)
{
    m_tabs->setCurrent(tab);
    m_pages->setCurrentIndex(tab);
    fillTab();
}

void RecordDetail::fillTab()
{
    if (!m_record)
        return;
    if (m_pages->currentIndex() == Raw) {
        const auto raw = Records(m_context.project).rawText(m_record);
        m_raw->setPlainText(raw ? recordsText::text(*raw) : words::sentence(raw.error()));
    } else if (m_pages->currentIndex() == Log) {
        auto entries = Records(m_context.project).history(m_record);
        m_log->setEntries(entries ? std::move(*entries) : std::vector<LogEntry>());
    }
}

QString RecordDetail::rawText() const
{
    return m_raw->toPlainText();
}

void RecordDetail::save(Field field, const QString& text)
{
    m_context.hands.over(
        this,
        [project = &m_context.project, record = m_record, field, text] {
            return Records(*project).edit(record, field, text.toStdString());
        },
        [this, field](const Result<void>& done) {
            if (!done)
                return m_banner->say(words::sentence(done.error()), Tone::Exclude);
            reload();
            m_banner->say(tr("%1 changed.").arg(words::name(field)));
            m_banner->offer(tr("Undo"), tr("Ctrl+Z"));
        });
}

void RecordDetail::part(RecordId other)
{
    m_context.hands.over(
        this,
        [project = &m_context.project, record = m_record, other] {
            return Duplicates(*project).judge(record, other, false);
        },
        [this](const Result<void>& done) {
            if (!done)
                return m_banner->say(words::sentence(done.error()), Tone::Exclude);
            reload();
            m_banner->say(tr("Parted: two records again."));
            m_banner->offer(tr("Undo"), tr("Ctrl+Z"));
        });
}

void RecordDetail::undo()
{
    m_context.hands.over(
        this,
        [project = &m_context.project] {
            return History(*project).undo([](const History::Step& s) {
                return s.kind == QLatin1String("field") || s.kind == QLatin1String("assigned");
            });
        },
        [this](const Result<History::Step>& undone) {
            if (!undone)
                return m_banner->say(words::sentence(undone.error()), Tone::Exclude);
            reload();
            m_banner->say(tr("Undone."));
        });
}

} // namespace winnow::ui
