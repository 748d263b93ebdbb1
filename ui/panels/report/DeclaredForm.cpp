// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/report/DeclaredForm.h"

#include "models/SourcesModel.h"
#include "project/Flow.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <limits>
#include <map>

namespace winnow::ui {

DeclaredForm::DeclaredForm(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(new QVBoxLayout)
    , m_box(new QComboBox(this))
    , m_number(new QLineEdit(this))
    , m_why(new QLineEdit(this))
    , m_declare(new QPushButton(tr("Declare"), this))
    , m_hint(new TextLabel(context.theme, Text::Small,
                           tr("What Winnow cannot compute, with your name, the date and why; marked † in the figure."),
                           this))
{
    const Theme& theme = context.theme;
    for (const QString& box : Flow::declarableBoxes())
        m_box->addItem(nameOf(box), box);
    m_box->setAccessibleName(tr("Which number"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_number->setValidator(new QIntValidator(0, std::numeric_limits<int>::max(), m_number));
    m_number->setPlaceholderText(tr("Number"));
    m_number->setAccessibleName(tr("Number"));
    m_why->setPlaceholderText(tr("Why, and where it comes from"));
    m_why->setAccessibleName(tr("Why"));
    m_hint->setWordWrap(true);
    static_cast<TextLabel*>(m_hint)->setDim(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(m_hint);
    column->addLayout(m_list);
    column->addWidget(m_box);
    auto* row = new QHBoxLayout;
    m_number->setFixedWidth(theme.px(72));
    row->addWidget(m_number);
    row->addWidget(m_declare);
    row->addStretch(1);
    column->addWidget(m_why);
    column->addLayout(row);
    const auto declare = [this] {
        if (m_declare->isEnabled())
            Q_EMIT declared(m_box->currentData().toString(), m_number->text().toLongLong(), m_why->text().trimmed());
    };
    connect(m_declare, &QPushButton::clicked, this, declare);
    connect(m_why, &QLineEdit::returnPressed, this, declare);
    connect(m_why, &QLineEdit::textChanged, this, &DeclaredForm::check);
    connect(m_number, &QLineEdit::textChanged, this, &DeclaredForm::check);
    connect(m_number, &QLineEdit::returnPressed, this, declare);
    connect(&context.project, &Project::meChanged, this, &DeclaredForm::check);
    connect(&context.project, &Project::changed, this, [this](const QList<qint64>&, bool lists) {
        if (lists)
            check();
    });
    check();
}

void DeclaredForm::check()
{
    const QString whyNot = m_context.whyNot(Right::Work);
    for (QWidget* field : std::initializer_list<QWidget*>{m_box, m_number, m_why})
        allow(*field, whyNot);
    allow(*m_declare, whyNot, !m_why->text().trimmed().isEmpty() && m_number->hasAcceptableInput());
}

QString DeclaredForm::nameOf(const QString& box)
{
    const std::map<QString, QString> names{
        {QStringLiteral("previous_studies"), tr("Studies of the previous version")},
        {QStringLiteral("previous_reports"), tr("Reports of the previous version")},
        {QStringLiteral("website_results"), tr("Websites looked at")},
        {QStringLiteral("organisation_results"), tr("Organisations asked")},
        {QStringLiteral("duplicates"), tr("Duplicates removed elsewhere")},
    };
    const auto found = names.find(box);
    return found == names.end() ? box : found->second;
}

void DeclaredForm::setDeclared(const std::vector<Declared>& declared)
{
    if (declared == m_known)
        return;
    m_known = declared;
    while (QLayoutItem* item = m_list->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Declared& d : declared) {
        auto* line = new TextLabel(m_context.theme, Text::Body,
                                   tr("%1: %2 (%3: %4)").arg(nameOf(d.box), numberText(d.number), d.by, d.why), this);
        line->setWordWrap(true);
        m_list->addWidget(line);
    }
    m_why->clear();
    m_number->clear();
}

} // namespace winnow::ui
