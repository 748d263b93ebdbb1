// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/team/PeopleEditor.h"

#include "panels/team/RolesButton.h"
#include "services/Allow.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace winnow::ui {

PeopleEditor::PeopleEditor(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_addName(new QLineEdit(this))
    , m_addRoles(new RolesButton(this))
    , m_addButton(new QPushButton(tr("Add"), this))
{
    m_addName->setPlaceholderText(tr("Add a person: full name"));
    m_addName->setAccessibleName(m_addName->placeholderText());
    m_addButton->setEnabled(false);
    auto* last = new QHBoxLayout;
    last->setSpacing(theme.px(8));
    last->addWidget(m_addName, 1);
    last->addWidget(m_addRoles);
    last->addWidget(m_addButton);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addLayout(last);
    connect(m_addName, &QLineEdit::textChanged, this,
            [this](const QString& text) { allow(*m_addButton, m_whyNoAdding, !text.trimmed().isEmpty()); });
    connect(m_addName, &QLineEdit::returnPressed, this, &PeopleEditor::add);
    connect(m_addButton, &QPushButton::clicked, this, &PeopleEditor::add);
    connect(m_addRoles, &RolesButton::rolesChanged, m_addRoles, &RolesButton::setRoles);
}

void PeopleEditor::setPeople(const std::vector<Reviewer>& people, ReviewerId me)
{
    if (people == m_people && me == m_me)
        return;
    m_people = people;
    m_me = me;
    build();
}

void PeopleEditor::setEditable(bool on)
{
    m_editable = on;
    for (QWidget* part : std::initializer_list<QWidget*>{m_addName, m_addRoles, m_addButton})
        part->setVisible(on);
    if (m_rows)
        m_rows->setEnabled(on);
}

void PeopleEditor::setWritable(const QString& whyNoAdding, const QString& whyNoLeading)
{
    m_whyNoAdding = whyNoAdding;
    allow(*m_addName, whyNoAdding);
    allow(*m_addRoles, whyNoLeading); // roles beyond the usual one are the lead's to give
    allow(*m_addButton, whyNoAdding, !m_addName->text().trimmed().isEmpty());
    if (std::exchange(m_whyNoLeading, whyNoLeading) != whyNoLeading)
        build();
}

void PeopleEditor::build()
{
    // The old rows may be in the middle of saying what was typed into them.
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    m_rows->setEnabled(m_editable);
    m_names.clear();
    auto* grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(m_theme.px(8));
    grid->setColumnStretch(0, 1);
    for (int row = 0; row < int(m_people.size()); ++row)
        buildRow(row);
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_rows);
    m_rows->setVisible(!m_people.empty());
    QWidget* before = m_rows;
    for (QLineEdit* name : m_names) {
        setTabOrder(before, name);
        before = name;
    }
    setTabOrder(before, m_addName);
}

void PeopleEditor::buildRow(int row)
{
    auto* grid = static_cast<QGridLayout*>(m_rows->layout());
    const Reviewer& person = m_people[size_t(row)];
    auto* name = new QLineEdit(person.name, m_rows);
    name->setAccessibleName(tr("Name of person %1").arg(row + 1));
    auto* roles = new RolesButton(m_rows);
    roles->setRoles(person.roles);
    grid->addWidget(name, row, 0);
    grid->addWidget(roles, row, 1);
    m_names.push_back(name);
    connect(name, &QLineEdit::editingFinished, this, [this, row, name] {
        Reviewer wanted = m_people[size_t(row)];
        wanted.name = name->text().trimmed();
        if (wanted.name.isEmpty())
            name->setText(m_people[size_t(row)].name);
        else if (wanted != m_people[size_t(row)])
            Q_EMIT edited(row, wanted);
    });
    connect(roles, &RolesButton::rolesChanged, this, [this, row](Roles wanted) {
        Reviewer whole = m_people[size_t(row)];
        whole.roles = wanted;
        Q_EMIT edited(row, whole);
    });
    if (person.id && person.id == m_me)
        grid->addWidget(new TextLabel(m_theme, Text::Small, tr("me"), m_rows), row, 2);
    if (m_removable) {
        QPushButton* remove = rowButton(row, tr("Remove"), tr("Remove %1").arg(person.name));
        connect(remove, &QPushButton::clicked, this, [this, row] { Q_EMIT removeWanted(row); });
    }
    if (m_retirable) {
        const bool gone = person.retired;
        QPushButton* leave
            = rowButton(row, gone ? tr("Bring back") : tr("Mark as left"),
                        gone ? tr("Bring %1 back").arg(person.name) : tr("%1 has left").arg(person.name));
        leave->setToolTip(tr("Their votes stay and count; they are no longer asked or offered"));
        connect(leave, &QPushButton::clicked, this, [this, row, gone] { Q_EMIT retireWanted(row, !gone); });
        // A name is its bearer's own; the rest is the lead's.
        const bool own = person.id && person.id == m_me;
        allow(*name, own ? QString() : m_whyNoLeading, !gone);
        allow(*roles, m_whyNoLeading, !gone);
        allow(*leave, m_whyNoLeading);
    }
}

QPushButton* PeopleEditor::rowButton(int row, const QString& text, const QString& name)
{
    auto* button = new QPushButton(text, m_rows);
    setLook(*button, Look::Quiet);
    button->setAccessibleName(name);
    static_cast<QGridLayout*>(m_rows->layout())->addWidget(button, row, 3);
    return button;
}

QLineEdit* PeopleEditor::nameField(int row) const
{
    return row >= 0 && row < int(m_names.size()) ? m_names[size_t(row)] : nullptr;
}

void PeopleEditor::add()
{
    const QString name = m_addName->text().trimmed();
    if (name.isEmpty())
        return;
    m_addName->clear();
    Q_EMIT addWanted(name, m_addRoles->roles());
}

} // namespace winnow::ui
