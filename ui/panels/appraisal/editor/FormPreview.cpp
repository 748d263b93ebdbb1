// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/FormPreview.h"

#include "panels/appraisal/DomainForm.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace winnow::ui {

FormPreview::FormPreview(const Theme& theme, DraftDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_variant(new QComboBox(this))
    , m_clear(new QPushButton(tr("Clear"), this))
    , m_empty(new TextLabel(theme, Text::Body, {}, this))
    , m_form(new DomainForm(theme, this))
{
    m_variant->setAccessibleName(tr("Variant"));
    m_variant->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_variant->setMinimumContentsLength(16);
    m_clear->setToolTip(tr("Forget what was answered here"));
    setLook(*m_clear, Look::Quiet);
    m_empty->setDim(true);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_empty->setContentsMargins(theme.px(Theme::margin), 0, theme.px(Theme::margin), 0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme.px(Theme::margin), theme.px(8), theme.px(8), 0);
    head->addWidget(new SectionLabel(theme, tr("The form, to be tried"), SectionLabel::Case::AsWritten, this));
    head->addStretch();
    head->addWidget(m_variant);
    head->addWidget(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_form, 1);
    connect(&desk, &DraftDesk::examinedAnew, this, &FormPreview::refresh);
    connect(m_variant, &QComboBox::activated, this, &FormPreview::refresh);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_sheet = {};
        showForm();
    });
    connect(m_form, &DomainForm::said, this, [this](const QString& key, const Said& said) {
        const bool item = appraisal::findItem(m_judge->instrument(), m_judge->variant(), key) != nullptr;
        auto& part = item ? m_sheet.answers : m_sheet.judgements;
        if (said.value.isEmpty())
            part.erase(key);
        else
            part[key] = said;
        showForm();
    });
    showForm();
}

void FormPreview::setPlace(int where)
{
    const appraisal::DraftDomain* domain = appraisal::domainAround(m_desk.draft(), where);
    if (!domain || domain->key == m_domain)
        return;
    m_domain = domain->key;
    showForm();
}

void FormPreview::listVariants()
{
    const auto& variants = m_judge->instrument().variants;
    const QString before = m_variant->currentData().toString();
    m_variant->clear();
    for (const appraisal::Variant& variant : variants)
        m_variant->addItem(variant.label, variant.id);
    m_variant->setCurrentIndex(std::max(0, m_variant->findData(before)));
    m_variant->setVisible(variants.size() > 1);
}

void FormPreview::refresh()
{
    const appraisal::Instrument& instrument = m_desk.examination().readable;
    const QString chosen = m_variant->currentData().toString();
    const QStringList variants = appraisal::variantIds(instrument);
    m_judge
        = std::make_shared<const appraisal::Judge>(instrument, variants.contains(chosen) ? chosen : variants.front());
    listVariants();
    showForm();
}

void FormPreview::showForm()
{
    const appraisal::DraftDomain* domain = appraisal::findDomain(m_desk.draft(), m_domain);
    const bool shown
        = m_judge && domain && appraisal::findDomain(m_judge->instrument(), m_judge->variant(), domain->domain.id);
    m_form->setVisible(shown);
    m_empty->setVisible(!shown);
    m_empty->setText(!m_judge || m_judge->instrument().domains.empty()
                         ? tr("As soon as there is a domain, its form stands here.")
                         : domain ? tr("The variant that is chosen here has not this domain.")
                                  : tr("Choose a domain or a question to try its form."));
    m_clear->setVisible(shown);
    if (!shown)
        return;
    const int scrolled = m_form->verticalScrollBar()->value();
    m_form->setDomain(m_judge, domain->domain.id);
    m_form->show(AppraisalView{.appraisal = {}, .mine = m_sheet}, SheetKind::Mine, {});
    m_form->verticalScrollBar()->setValue(scrolled);
}

} // namespace winnow::ui
