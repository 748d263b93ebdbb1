// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/AgreementPage.h"

#include "services/Theme.h"
#include "widgets/DenseTable.h"
#include "widgets/EmptyState.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <array>

namespace winnow::ui {

namespace {

constexpr std::array agreementWidths{330, 200, 110, 110, 90, 100};

QString labelOfKey(const appraisal::Judge& judge, const QString& key)
{
    for (const appraisal::Domain* domain : appraisal::domainsOf(judge.instrument(), judge.variant())) {
        if (domain->id == key)
            return domain->isOverall() ? domain->label : QString(domain->id + QStringLiteral("  ") + domain->label);
        if (appraisal::applicabilityKey(domain->id) == key)
            return AgreementPage::tr("%1  Applicability").arg(domain->id);
    }
    return key;
}

} // namespace

AgreementPage::AgreementPage(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(theme, this))
    , m_head(new TextLabel(theme, Text::Body, {}, this))
    , m_model(new QStandardItemModel(0, int(agreementWidths.size()), this))
    , m_table(new DenseTable(theme, this))
{
    m_empty->setTitle(tr("Nothing to compare yet"));
    m_empty->setSentence(tr("Once two people have assessed the same study or result with this instrument and it was "
                            "opened with Compare, their agreement on each domain stands here."));
    m_head->setText(tr("From what each had said before an assessment was opened. Kappa is weighted by how far two "
                       "judgements lie apart; judgements outside of the order, such as “No information”, are left out "
                       "of it and counted beside it."));
    m_head->setWordWrap(true);
    m_head->setDim(true);
    m_head->setContentsMargins(theme.px(14), theme.px(Theme::gap), theme.px(14), theme.px(Theme::gap));
    m_model->setHorizontalHeaderLabels(
        {tr("Domain"), tr("Appraisers"), tr("Judged by both"), tr("Left out"), tr("Agree"), tr("Weighted κ")});
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Agreement"));
    for (std::size_t i = 0; i < agreementWidths.size(); ++i)
        m_table->horizontalHeader()->resizeSection(int(i), theme.px(agreementWidths[i]));
    auto* body = new Ground(theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(body);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
}

void AgreementPage::show(const std::vector<DomainAgreement>& agreement, const appraisal::Judge& judge,
                         const std::map<ReviewerId, QString>& names)
{
    const auto nameOf = [&names](ReviewerId id) {
        const auto found = names.find(id);
        return found == names.end() ? QString() : found->second;
    };
    const auto percent = [](const std::optional<double>& share) {
        return share ? tr("%1 %").arg(QLocale().toString(*share * 100, 'f', 0)) : QStringLiteral("–");
    };
    m_model->removeRows(0, m_model->rowCount());
    for (const DomainAgreement& one : agreement) {
        const QStringList cells{
            labelOfKey(judge, one.domain), tr("%1 and %2").arg(nameOf(one.a), nameOf(one.b)),
            QLocale().toString(one.n),     QLocale().toString(one.leftOut),
            percent(one.percent),          one.kappa ? QLocale().toString(*one.kappa, 'f', 2) : QStringLiteral("–")};
        QList<QStandardItem*> row;
        for (const QString& cell : cells) {
            row << new QStandardItem(cell);
            row.back()->setEditable(false);
            if (row.size() > 2)
                row.back()->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        }
        m_model->appendRow(row);
    }
    m_pages->setCurrentIndex(agreement.empty() ? 0 : 1);
}

} // namespace winnow::ui
