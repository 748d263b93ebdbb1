// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/SourcesSide.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/RunForm.h"
#include "services/Style.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int sideWidth = 300;
constexpr SourceKind offeredKinds[] = {SourceKind::Database,     SourceKind::Register, SourceKind::Website,
                                       SourceKind::Organisation, SourceKind::Citation, SourceKind::Other};

} // namespace

SourcesSide::SourcesSide(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_totals(nullptr)
    , m_totalsHome(new QWidget(this))
    , m_name(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_form(new RunForm(context.theme, RunForm::Shape::Narrow, this))
    , m_save(new QPushButton(tr("Save details"), this))
    , m_records(new QPushButton(tr("Show its records"), this))
    , m_unreadable(new QPushButton(this))
    , m_takeBack(new QPushButton(this))
{
    const Theme& theme = context.theme;
    setFixedWidth(theme.px(sideWidth));
    auto* scroll = new QScrollArea(this);
    auto* ground = new Ground(theme, Ground::Kind::Window, scroll);
    auto* inner = new QVBoxLayout(ground);
    inner->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                              theme.px(Theme::gap));
    inner->setSpacing(theme.px(8));
    inner->addWidget(new SectionLabel(theme, tr("Sources"), SectionLabel::Case::AsWritten, ground));
    inner->addWidget(m_totalsHome);
    m_totals = new QGridLayout(m_totalsHome);
    m_totals->setContentsMargins(0, 0, 0, 0);
    m_chosen = makeChosen();
    inner->addSpacing(theme.px(Theme::gap));
    inner->addWidget(m_chosen);
    inner->addStretch(1);
    scroll->setWidget(ground);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(new Rule(theme, Qt::Vertical, this));
    row->addWidget(scroll, 1);
    setRun(nullptr);
}

QWidget* SourcesSide::makeChosen()
{
    const Theme& theme = m_context.theme;
    auto* home = new QWidget(this);
    auto* column = new QVBoxLayout(home);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(new SectionLabel(theme, tr("The chosen import"), SectionLabel::Case::AsWritten, home));
    m_name->setWordWrap(true);
    column->addWidget(m_name);
    column->addWidget(m_form);
    column->addWidget(m_save, 0, Qt::AlignLeading);
    column->addSpacing(theme.px(4));
    for (QPushButton* button : {m_records, m_unreadable, m_takeBack}) {
        setLook(*button, Look::Link);
        column->addWidget(button, 0, Qt::AlignLeading);
    }
    m_save->setToolTip(tr("Ctrl+Enter"));
    m_records->setToolTip(tr("Enter, in the table"));
    m_takeBack->setToolTip(tr("Delete, in the table"));
    connect(m_form, &RunForm::edited, this, [this] { setEdited(true); });
    connect(m_save, &QPushButton::clicked, this, &SourcesSide::save);
    connect(m_records, &QPushButton::clicked, this, [this] { Q_EMIT recordsRequested(m_run.id); });
    connect(m_unreadable, &QPushButton::clicked, this,
            [this] { Q_EMIT unreadableRequested(m_run.id, m_run.fileName); });
    connect(m_takeBack, &QPushButton::clicked, this, [this] { Q_EMIT takeBackRequested(m_run.id, !m_run.live); });
    return home;
}

void SourcesSide::setTotals(const std::vector<NamedCount>& totals)
{
    QHash<QString, qint64> byName;
    for (const NamedCount& total : totals)
        byName.insert(total.name, total.n);
    while (QLayoutItem* item = m_totals->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_kinds.clear();
    int row = 0;
    const auto review = m_context.project.review();
    for (const Source& source : review->sources) {
        const QString number = numberText(byName.value(source.name));
        auto* name = new QPushButton(source.name, m_totalsHome);
        auto* kind = new QPushButton(words::name(source.kind), m_totalsHome);
        setLook(*name, Look::Link);
        setLook(*kind, Look::Quiet);
        name->setAccessibleName(tr("%1: %2 records, show them").arg(source.name, number));
        kind->setAccessibleName(tr("%1 is a: %2. Change").arg(source.name, words::name(source.kind)));
        kind->setToolTip(tr("Change which column of the flow diagram it belongs to"));
        m_totals->addWidget(name, row, 0, Qt::AlignLeading);
        m_totals->addWidget(kind, row, 1, Qt::AlignLeading);
        m_totals->addWidget(new TextLabel(m_context.theme, Text::Body, number, m_totalsHome), row, 2,
                            Qt::AlignTrailing);
        m_kinds.insert(source.name, kind);
        allow(*kind, m_whyNot);
        connect(name, &QPushButton::clicked, this, [this, source] { Q_EMIT sourceRequested(source.id, source.name); });
        connect(kind, &QPushButton::clicked, this, [this, source] { askKind(source); });
        ++row;
    }
    m_totals->setColumnStretch(1, 1);
}

void SourcesSide::setWritable(const QString& whyNot)
{
    m_whyNot = whyNot;
    for (QPushButton* kind : std::as_const(m_kinds))
        allow(*kind, whyNot);
    allow(*m_form, whyNot);
    allow(*m_save, whyNot, m_edited);
    allow(*m_takeBack, whyNot);
}

void SourcesSide::askKind(const Source& source)
{
    Choice choice{tr("Kind of %1").arg(source.name), tr("It counts in the flow diagram as"), {}, 0};
    for (const SourceKind kind : offeredKinds) {
        if (kind == source.kind)
            choice.current = int(choice.options.size());
        choice.options << words::name(kind);
    }
    m_context.dialogs.choose(choice, this,
                             [this, id = source.id](int index) { Q_EMIT kindChosen(id, offeredKinds[index]); });
}

void SourcesSide::setRun(const Run* run)
{
    m_chosen->setVisible(run);
    // What is being typed stays: the same import is only filled in anew when nothing waits to be saved.
    const bool typing = run && run->id == m_run.id && m_edited;
    m_run = run ? *run : Run();
    if (!run)
        return;
    m_name->setText(run->fileName);
    if (!typing) {
        m_form->setDetails(run->details);
        setEdited(false);
    }
    m_records->setVisible(run->live);
    m_unreadable->setVisible(run->unreadable > 0);
    m_unreadable->setText(tr("Entries that could not be read: %1").arg(numberText(run->unreadable)));
    m_takeBack->setText(run->live ? tr("Take this import back") : tr("Bring this import back"));
}

void SourcesSide::setEdited(bool on)
{
    m_edited = on;
    allow(*m_save, m_whyNot, on);
}

void SourcesSide::save()
{
    const auto details = m_form->details();
    if (!details || !m_save->isEnabled())
        return;
    setEdited(false);
    Q_EMIT detailsChanged(m_run.id, *details);
}

void SourcesSide::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return save();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
