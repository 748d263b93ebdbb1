// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/KeysHelp.h"

#include "services/Keys.h"
#include "services/Settings.h"
#include "services/Theme.h"
#include "widgets/FlowLayout.h"
#include "widgets/Frames.h"
#include "widgets/KeyCap.h"
#include "widgets/SectionLabel.h"
#include "widgets/Segmented.h"

#include <QApplication>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

using Rows = QList<std::pair<QString, QString>>; ///< keys, what they do

struct Group {
    QString head;
    std::vector<Action> actions;
};

std::vector<Group> groups()
{
    using A = Action;
    return {
        {KeysHelp::tr("Voting"), {A::Include, A::Exclude, A::Maybe, A::Reason1, A::Undo, A::Redo, A::LastVotes}},
        {KeysHelp::tr("Moving"),
         {A::Next, A::Previous, A::NextUnvoted, A::First, A::Last, A::ToggleList, A::ToggleSelect, A::SelectAll}},
        {KeysHelp::tr("Reading"),
         {A::Find, A::Note, A::Label, A::OpenDoi, A::OpenPubmed, A::OpenFulltext, A::OpenLibrary, A::ZoomIn, A::ZoomOut,
          A::ZoomReset}},
        {KeysHelp::tr("Duplicates"), {A::Same, A::Different, A::LinkStudy, A::Skip}},
    };
}

QString native(const char* keys)
{
    return QKeySequence(QLatin1String(keys)).toString(QKeySequence::NativeText);
}

Rows windowRows()
{
    return {{native("Ctrl+1") + QStringLiteral(" – ") + native("Ctrl+9"), KeysHelp::tr("Go to a workspace")},
            {native("Ctrl+O"), KeysHelp::tr("Open a review")},
            {native("Ctrl+I"), KeysHelp::tr("Import files")},
            {native("Ctrl+Shift+F"), KeysHelp::tr("Search a database")},
            {native("F11"), KeysHelp::tr("Full screen")},
            {QStringLiteral("?, F1"), KeysHelp::tr("Show the keys")}};
}

Rows rowsOf(const Group& group, const Keys& keys)
{
    Rows rows;
    for (const Action action : group.actions) {
        const bool reasons = action == Action::Reason1;
        const QString text = reasons
            ? keys.keyText(Action::Reason1) + QStringLiteral(" – ") + keys.keyText(Action::Reason9)
            : keys.allKeysText(action);
        rows.append({text, reasons ? KeysHelp::tr("Exclude with that reason") : Keys::nameOf(action)});
    }
    return rows;
}

constexpr int badgesWidth = 116;
constexpr int helpWidth = 900;
constexpr int helpHeight = 600;

} // namespace

KeysHelp::KeysHelp(const Theme& theme, Keys& keys, Settings& settings, QWidget* over)
    : QWidget(over)
    , m_theme(theme)
    , m_keys(keys)
    , m_settings(settings)
    , m_card(new Card(theme, tr("Keys"), this))
    , m_preset(new Segmented(theme, this))
    , m_single(new QCheckBox(tr("Single letters act"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setAccessibleName(tr("Keys"));
    auto* middle = new QGridLayout(this);
    middle->setRowStretch(0, 1);
    middle->setRowStretch(2, 1);
    middle->setColumnStretch(0, 1);
    middle->setColumnStretch(2, 1);
    middle->setColumnStretch(1, 100);
    middle->setRowStretch(1, 100);
    middle->addWidget(m_card, 1, 1);
    m_card->setMaximumSize(theme.px(helpWidth), theme.px(helpHeight));
    auto* area = new QScrollArea(m_card);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new Ground(theme, Ground::Kind::Page, area);
    new QGridLayout(page);
    page->layout()->setContentsMargins(0, 0, 0, 0);
    area->setWidget(page);
    m_card->column()->addWidget(area, 1);
    m_groups = page;
    buildFoot();
    fill();
    over->installEventFilter(this);
    connect(&keys, &Keys::changed, this, &KeysHelp::fill);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void KeysHelp::buildFoot()
{
    m_preset->setOptions({tr("Winnow"), tr("Rayyan")});
    m_preset->setAccessibleName(tr("Keys as in"));
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(Theme::gap));
    row->addWidget(new TextLabel(m_theme, Text::Body, tr("Keys as in"), m_card));
    row->addWidget(m_preset);
    row->addWidget(m_single);
    row->addStretch(1);
    row->addWidget(new KeyCap(m_theme, tr("Esc"), m_card));
    row->addWidget(m_close);
    m_card->column()->addWidget(new Rule(m_theme, Qt::Horizontal, m_card));
    m_card->column()->addLayout(row);
    connect(m_close, &QPushButton::clicked, this, &KeysHelp::close);
    connect(m_preset, &Segmented::changed, this, [this](int index) {
        m_keys.setPreset(Keys::Preset(index));
        m_keys.save(m_settings);
    });
    connect(m_single, &QCheckBox::toggled, this, [this](bool on) {
        m_keys.setSingleKeys(on);
        m_keys.save(m_settings);
    });
}

/// Each key as a badge of its own; what does not fit in one row goes on in the next.
QWidget* KeysHelp::badges(const QString& keys, QWidget* parent)
{
    auto* box = new QWidget(parent);
    box->setFixedWidth(m_theme.px(badgesWidth));
    auto* flow = new FlowLayout(m_theme.px(4), box);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const QString& key : keys.split(QStringLiteral(", "), Qt::SkipEmptyParts))
        flow->addWidget(new KeyCap(m_theme, key, box));
    return box;
}

QWidget* KeysHelp::group(const QString& head, const Rows& rows)
{
    auto* box = new QWidget(m_groups);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, m_theme.px(16), m_theme.px(12));
    grid->setVerticalSpacing(m_theme.px(6));
    grid->setHorizontalSpacing(m_theme.px(10));
    grid->setColumnStretch(1, 1);
    grid->addWidget(new SectionLabel(m_theme, head, SectionLabel::Case::AsWritten, box), 0, 0, 1, 2);
    for (const auto& [keys, what] : rows) {
        const int row = grid->rowCount();
        auto* text = new TextLabel(m_theme, Text::Body, what, box);
        text->setWordWrap(true);
        text->setAccessibleName(keys + QStringLiteral(": ") + what);
        grid->addWidget(badges(keys, box), row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1, Qt::AlignTop);
    }
    grid->setRowStretch(grid->rowCount(), 1);
    return box;
}

void KeysHelp::fill()
{
    auto* grid = static_cast<QGridLayout*>(m_groups->layout());
    while (QLayoutItem* item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<Group> all = groups();
    grid->addWidget(group(all[0].head, rowsOf(all[0], m_keys)), 0, 0);
    grid->addWidget(group(all[1].head, rowsOf(all[1], m_keys)), 0, 1);
    grid->addWidget(group(all[2].head, rowsOf(all[2], m_keys)), 0, 2, 2, 1);
    grid->addWidget(group(all[3].head, rowsOf(all[3], m_keys)), 1, 0);
    grid->addWidget(group(tr("Window"), windowRows()), 1, 1);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    m_preset->setCurrent(int(m_keys.preset()));
    const QSignalBlocker quiet(m_single);
    m_single->setChecked(m_keys.singleKeys());
}

void KeysHelp::open()
{
    if (isVisible())
        return close();
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    m_close->setFocus(Qt::OtherFocusReason);
}

void KeysHelp::close()
{
    if (isHidden())
        return;
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void KeysHelp::paintEvent(QPaintEvent*)
{
    QColor veil = m_theme.colours().desk;
    veil.setAlphaF(0.85F);
    QPainter painter(this);
    painter.fillRect(rect(), veil);
}

void KeysHelp::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    // Nothing of what is typed here may reach the reader below.
    event->accept();
}

bool KeysHelp::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

bool KeysHelp::focusNextPrevChild(bool next)
{
    const QList<QWidget*> ring{m_preset, m_single, m_close};
    const int at = int(ring.indexOf(QApplication::focusWidget()));
    const int count = int(ring.size());
    ring[(at + (next ? 1 : count - 1)) % count]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace winnow::ui
