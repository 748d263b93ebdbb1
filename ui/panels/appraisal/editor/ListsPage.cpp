// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/ListsPage.h"

#include "appraisal/Usual.h"
#include "panels/appraisal/editor/DraftLists.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

using appraisal::InstrumentDraft;

/// The names of sets or of scales, as a list that can be renamed and deleted from.
template <class T, class Rename>
DraftTable::Access namesAccess(std::vector<T> appraisal::Instrument::*list, Rename rename)
{
    return listAccess<T>([list](InstrumentDraft& draft) { return &(draft.head.*list); },
                         [](const T& one) { return QStringList{one.id}; },
                         [list, rename](InstrumentDraft& draft, int row, int, const QString& text) {
                             return rename(draft, QString((draft.head.*list)[std::size_t(row)].id), text);
                         },
                         [](const std::vector<T>&) { return T(); });
}

QString levelsOf(const appraisal::Scale& scale)
{
    QStringList names;
    for (const appraisal::Level& level : scale.levels)
        names << level.name;
    return names.join(QStringLiteral(" · "));
}

QString codesOf(const appraisal::AnswerSet& set)
{
    QStringList codes;
    for (const appraisal::Answer& answer : set.answers)
        codes << answer.code;
    return codes.join(QStringLiteral(" · "));
}

} // namespace

ListsPage::ListsPage(const Theme& theme, DraftDesk& desk, Dialogs& dialogs, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_dialogs(dialogs)
    , m_setColumn(new QVBoxLayout)
    , m_scaleColumn(new QVBoxLayout)
    , m_addSet(new QPushButton(tr("Add answers")))
    , m_addScale(new QPushButton(tr("Add a scale")))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* ground = new Ground(theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                               theme.px(Theme::gap));
    column->setSpacing(theme.px(8));
    const auto part = [&](const QString& head, QVBoxLayout* blocks, QPushButton* button, auto usual, auto words,
                          auto add) {
        auto* heading = new TextLabel(theme, Text::Heading, head);
        heading->setWordWrap(true);
        column->addWidget(heading);
        column->addLayout(blocks);
        auto* menu = new QMenu(button);
        for (std::size_t i = 0; i < usual.size(); ++i)
            connect(menu->addAction(words(usual[i])), &QAction::triggered, this, [this, add, i] { (this->*add)(i); });
        button->setMenu(menu);
        column->addWidget(button, 0, Qt::AlignLeading);
        column->addSpacing(theme.px(8));
    };
    part(tr("Answers that questions share"), m_setColumn, m_addSet, appraisal::usualAnswers(), codesOf,
         &ListsPage::addSet);
    part(tr("Scales, from the best judgement to the worst"), m_scaleColumn, m_addScale, appraisal::usualScales(),
         levelsOf, &ListsPage::addScale);
    column->addStretch(1);
    setWidget(ground);
    connect(&desk, &DraftDesk::changed, this, [this] {
        if (isVisible())
            refresh();
    });
    build();
}

void ListsPage::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    refresh();
}

void ListsPage::addSet(std::size_t usual)
{
    m_desk.change(tr("Add answers"), place::lists, [usual](InstrumentDraft& draft) {
        appraisal::AnswerSet set = appraisal::usualAnswers().at(usual);
        set.id = appraisal::freeName(draft.head.answerSets, set.id);
        draft.head.answerSets.push_back(std::move(set));
        return true;
    });
}

void ListsPage::addScale(std::size_t usual)
{
    m_desk.change(tr("Add a scale"), place::lists, [usual](InstrumentDraft& draft) {
        appraisal::Scale scale = appraisal::usualScales().at(usual);
        scale.id = appraisal::freeName(draft.head.scales, scale.id);
        draft.head.scales.push_back(std::move(scale));
        return true;
    });
}

ListsPage::Block ListsPage::block(const QString& name, DraftTable* table, const DraftTable::Access& names, int at)
{
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, m_theme.px(8));
    column->setSpacing(m_theme.px(4));
    auto* head = new QHBoxLayout;
    auto* field = new QLineEdit(whole);
    field->setAccessibleName(name);
    field->setMaximumWidth(m_theme.px(180));
    auto* gone = new QPushButton(tr("Delete"), whole);
    gone->setAccessibleName(tr("Delete %1").arg(name));
    setLook(*gone, Look::Quiet);
    head->addWidget(new TextLabel(m_theme, Text::Small, name, whole));
    head->addWidget(field);
    head->addStretch();
    head->addWidget(gone);
    column->addLayout(head);
    column->addWidget(table);
    connect(table, &DraftTable::refused, this, &ListsPage::sayRefused);
    connect(field, &QLineEdit::editingFinished, this, [=, this] {
        const QString text = field->text().trimmed();
        if (text == names.rows(m_desk.draft())[std::size_t(at)].value(0))
            return;
        if (!m_desk.change(name, place::lists, [&](InstrumentDraft& draft) { return names.set(draft, at, 0, text); }))
            sayRefused(name, text);
        refresh();
    });
    connect(gone, &QPushButton::clicked, this, [=, this] {
        m_desk.change(tr("Delete %1").arg(name), place::lists,
                      [&](InstrumentDraft& draft) { return names.remove(draft, at); });
    });
    return {whole, field, table};
}

/// One block for each set and scale; they are told apart by their places, so that a name can change under the hands.
void ListsPage::build()
{
    for (auto* blocks : {&m_sets, &m_scales}) {
        for (const Block& one : *blocks)
            one.whole->deleteLater();
        blocks->clear();
    }
    using appraisal::Instrument;
    const auto sets = namesAccess(&Instrument::answerSets, appraisal::renameSet);
    const auto scales = namesAccess(&Instrument::scales, appraisal::renameScale);
    for (std::size_t i = 0; i < m_desk.draft().head.answerSets.size(); ++i) {
        const auto list = [i](InstrumentDraft& draft) -> std::vector<appraisal::Answer>* {
            return i < draft.head.answerSets.size() ? &draft.head.answerSets[i].answers : nullptr;
        };
        const auto rename = [i](InstrumentDraft& draft, int row, const QString& code) {
            return appraisal::renameAnswer(draft, QString(draft.head.answerSets[i].id), std::size_t(row), code);
        };
        auto* table = new DraftTable(m_theme, m_desk, tr("Answers"), answerColumns(), answerAccess(list, rename));
        m_sets.push_back(block(tr("Answers called"), table, sets, int(i)));
        m_setColumn->addWidget(m_sets.back().whole);
    }
    for (std::size_t i = 0; i < m_desk.draft().head.scales.size(); ++i) {
        auto* table = new DraftTable(m_theme, m_desk, tr("Judgements"), levelColumns(), levelAccess(i));
        table->offerColours(m_dialogs);
        m_scales.push_back(block(tr("Scale called"), table, scales, int(i)));
        m_scaleColumn->addWidget(m_scales.back().whole);
    }
    for (auto* blocks : {&m_sets, &m_scales}) {
        for (const Block& one : *blocks)
            one.table->setPlace(place::lists);
    }
}

void ListsPage::refresh()
{
    const appraisal::Instrument& head = m_desk.draft().head;
    if (m_sets.size() != head.answerSets.size() || m_scales.size() != head.scales.size())
        build();
    for (std::size_t i = 0; i < m_sets.size(); ++i) {
        m_sets[i].name->setText(head.answerSets[i].id);
        m_sets[i].table->refresh();
    }
    for (std::size_t i = 0; i < m_scales.size(); ++i) {
        m_scales[i].name->setText(head.scales[i].id);
        m_scales[i].table->refresh();
    }
}

void ListsPage::sayRefused(const QString& label, const QString& text)
{
    Q_EMIT refused(refusalOf(label, text));
}

} // namespace winnow::ui
