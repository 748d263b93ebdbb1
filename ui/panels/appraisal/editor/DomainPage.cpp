// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/DomainPage.h"

#include "panels/appraisal/editor/DraftParts.h"
#include "panels/appraisal/editor/GapList.h"
#include "panels/appraisal/editor/RulesEdit.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

namespace winnow::ui {

using appraisal::DraftDomain;
using appraisal::InstrumentDraft;
using parts::ofDomain;
using parts::toDomain;

namespace {

std::vector<DraftFields::Option> scalesOf(const InstrumentDraft& draft, bool none)
{
    std::vector<DraftFields::Option> options;
    if (none)
        options.push_back({QString(), DomainPage::tr("not judged")});
    for (const appraisal::Scale& scale : draft.head.scales) {
        QStringList levels;
        for (const appraisal::Level& level : scale.levels)
            levels << level.name;
        options.push_back({scale.id, scale.id + QStringLiteral(": ") + levels.join(QStringLiteral(" · "))});
    }
    return options;
}

} // namespace

DomainPage::DomainPage(const Theme& theme, DraftDesk& desk, QWidget* parent) : DraftPage(theme, desk, parent)
{
    addFields();
    addRemarks({});
    addHead(tr("Rules that propose a judgement"));
    m_rules = addRules(false);
    m_coverage = new TextLabel(theme, Text::Small);
    m_ruleRemarks = addRemarks(QStringLiteral("rules"));
    addWidget(m_coverage);
    m_gaps = addGaps(false);
    addApplicability();
    m_applicabilityRules = addRules(true);
    m_applicabilityCoverage = new TextLabel(theme, Text::Small);
    addRemarks(QStringLiteral("applicability.rules"));
    addWidget(m_applicabilityCoverage);
    m_applicabilityGaps = addGaps(true);
    for (TextLabel* label : {m_coverage, m_applicabilityCoverage}) {
        label->setDim(true);
        label->setWordWrap(true);
    }
    connect(&desk, &DraftDesk::examinedAnew, this, &DomainPage::showRules);
}

void DomainPage::addFields()
{
    const auto key = [this] { return place(); };
    m_label = fields()->line(tr("Name"), ofDomain(key, [](const DraftDomain& d) { return d.domain.label; }),
                             toDomain(key, [](DraftDomain& d, const QString& text) { d.domain.label = text; }));
    m_label->setPlaceholderText(tr("as in “Missing outcome data”"));
    m_id = fields()->name(
        tr("Short name"), ofDomain(key, [](const DraftDomain& d) { return d.domain.id; }),
        [key](InstrumentDraft& draft, const QString& text) { return appraisal::renameNode(draft, key(), text); });
    fields()->prose(tr("Help"), ofDomain(key, [](const DraftDomain& d) { return d.domain.help; }),
                    toDomain(key, [](DraftDomain& d, const QString& text) { d.domain.help = text; }), 2);
    fields()->choice(
        tr("Judged as"), [](const InstrumentDraft& draft) { return scalesOf(draft, true); },
        ofDomain(key, [](const DraftDomain& d) { return d.domain.scale; }),
        toDomain(key, [](DraftDomain& d, const QString& text) { d.domain.scale = text; }));
    QLineEdit* variants = fields()->name(
        tr("In variants"), ofDomain(key, [](const DraftDomain& d) { return parts::spoken(d.domain.variants); }),
        toDomain(key, [](DraftDomain& d, const QString& text) { d.domain.variants = parts::wordsIn(text); }));
    variants->setPlaceholderText(tr("all"));
    fields()->follow(
        [this, variants] { fields()->form()->setRowVisible(variants, !desk().draft().head.variants.empty()); });
    fields()->check(
        tr("Asks which way the bias goes"),
        ofDomain(key, [](const DraftDomain& d) { return d.domain.direction ? QStringLiteral("yes") : QString(); }),
        toDomain(key, [](DraftDomain& d, const QString& text) { d.domain.direction = !text.isEmpty(); }));
    setFirst(m_label);
}

RulesEdit* DomainPage::addRules(bool applicability)
{
    auto* edit = new RulesEdit(theme(), applicability ? tr("Rules of applicability") : tr("Rules"));
    fields()->ownUndo(edit);
    addWidget(edit);
    connect(edit, &RulesEdit::written, this,
            [this, applicability](const QStringList& rules) { writeRules(applicability, rules); });
    return edit;
}

void DomainPage::writeRules(bool applicability, const QStringList& rules)
{
    desk().change(
        tr("Rules"), place(),
        [&](InstrumentDraft& draft) {
            DraftDomain* domain = appraisal::findDomain(draft, place());
            if (domain)
                (applicability ? domain->applicabilityRules : domain->rules) = rules;
            return domain != nullptr;
        },
        QStringLiteral("rules %1 %2").arg(place()).arg(applicability));
}

GapList* DomainPage::addGaps(bool applicability)
{
    auto* gaps = new GapList(theme());
    fields()->ownUndo(gaps->list());
    addWidget(gaps);
    connect(gaps, &GapList::ruleWanted, this,
            [this, applicability](const QString& rule, bool whole) { addRule(applicability, rule, whole); });
    return gaps;
}

/// Below the others, as a step of its own. One that is only begun is gone on with where it ends.
void DomainPage::addRule(bool applicability, const QString& rule, bool whole)
{
    RulesEdit* edit = applicability ? m_applicabilityRules : m_rules;
    QStringList rules = edit->rules();
    while (!rules.isEmpty() && rules.back().trimmed().isEmpty())
        rules.removeLast();
    rules << rule;
    desk().seal();
    writeRules(applicability, rules);
    desk().seal();
    if (!whole)
        edit->goTo(int(rules.size()) - 1, int(rule.size()) + 1);
}

/// Beside the risk of bias: whether what was studied is what the review asks about.
void DomainPage::addApplicability()
{
    const auto key = [this] { return place(); };
    auto* more = new DraftFields(theme(), desk());
    connect(more, &DraftFields::refused, this, &DomainPage::sayRefused);
    m_applicability = more->check(
        tr("Also judges applicability"),
        ofDomain(key, [](const DraftDomain& d) { return d.domain.applicability ? QStringLiteral("yes") : QString(); }),
        [key](InstrumentDraft& draft, const QString& text) {
            DraftDomain* domain = appraisal::findDomain(draft, key());
            if (domain && text.isEmpty())
                domain->domain.applicability.reset();
            else if (domain)
                domain->domain.applicability = appraisal::Applicability{
                    {}, {}, draft.head.scales.empty() ? QString() : draft.head.scales.front().id, {}};
            return domain != nullptr;
        });
    const auto asked = [](auto member) {
        return [member](const DraftDomain& d) {
            return d.domain.applicability ? (*d.domain.applicability).*member : QString();
        };
    };
    const auto say = [](auto member) {
        return [member](DraftDomain& d, const QString& text) {
            if (d.domain.applicability)
                (*d.domain.applicability).*member = text;
        };
    };
    using appraisal::Applicability;
    QLineEdit* question = more->line(tr("Asks"), ofDomain(key, asked(&Applicability::question)),
                                     toDomain(key, say(&Applicability::question)));
    QComboBox* scale = more->choice(
        tr("Judged as"), [](const InstrumentDraft& draft) { return scalesOf(draft, false); },
        ofDomain(key, asked(&Applicability::scale)), toDomain(key, say(&Applicability::scale)));
    more->follow([this, more, question, scale] {
        const bool on = m_applicability->isChecked();
        more->form()->setRowVisible(question, on);
        more->form()->setRowVisible(scale, on);
    });
    fields()->follow([this, more] { more->setPlace(place()); });
    addWidget(more);
}

void DomainPage::refresh()
{
    DraftPage::refresh();
    const DraftDomain* domain = appraisal::findDomain(desk().draft(), place());
    if (!domain)
        return;
    setHeading(domain->domain.isOverall() ? tr("Overall judgement") : tr("Domain %1").arg(domain->domain.id));
    m_id->setEnabled(!domain->domain.isOverall());
    m_rules->setRules(domain->rules);
    m_applicabilityRules->setRules(domain->applicabilityRules);
    m_applicabilityRules->setVisible(domain->domain.applicability.has_value());
    showRules();
}

void DomainPage::showRules()
{
    const DraftDomain* domain = appraisal::findDomain(desk().draft(), place());
    if (!domain || !isVisible())
        return;
    std::vector<appraisal::Remark> rules;
    std::vector<appraisal::Remark> applicability;
    bool gap = false;
    for (const appraisal::Remark& remark : desk().examination().remarks) {
        if (remark.key != place())
            continue;
        gap = gap || remark.flaw == appraisal::Flaw::Gap;
        if (remark.part == QLatin1String("rules"))
            rules.push_back(remark);
        else if (remark.part == QLatin1String("applicability.rules"))
            applicability.push_back(remark);
    }
    m_rules->setRemarks(rules);
    m_applicabilityRules->setRemarks(applicability);
    const auto tell = [&](TextLabel* label, bool applies, bool shown) {
        QString text = appraisal::coverageText(desk().examination(), domain->domain.id, applies);
        if (!text.isEmpty() && !gap && !applies)
            text += QLatin1Char(' ') + tr("Each has an answer in the rules.");
        label->setText(text);
        label->setVisible(shown && !text.isEmpty());
    };
    tell(m_coverage, false, true);
    tell(m_applicabilityCoverage, true, domain->domain.applicability.has_value());
    m_gaps->show(desk().examination(), domain->domain.id, false);
    m_applicabilityGaps->show(desk().examination(), domain->domain.id, true);
}

QString DomainPage::rulesText() const
{
    return m_ruleRemarks->text() + QLatin1Char('\n') + m_coverage->text();
}

void DomainPage::goTo(const appraisal::Remark& remark)
{
    if (remark.part == QLatin1String("rules") || remark.flaw == appraisal::Flaw::Gap)
        return m_rules->goTo(remark.line, remark.at);
    if (remark.part == QLatin1String("applicability.rules"))
        return m_applicabilityRules->goTo(remark.line, remark.at);
    DraftPage::goTo(remark);
}

} // namespace winnow::ui
