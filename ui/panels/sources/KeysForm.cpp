// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/KeysForm.h"

#include "panels/sources/Accesses.h"
#include "panels/sources/RunForm.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace winnow::ui {
namespace {

/// What its terms ask for, in our words, and where a key comes from.
QString termsOf(const QString& service)
{
    if (service == QLatin1String("pubmed"))
        return KeysForm::tr(
            "Without a key three requests a second, with one ten. Each person has a key of their own: NCBI "
            "account, Settings, API Key Management. The contact address goes along with each request.");
    if (service == QLatin1String("clinicaltrials"))
        return KeysForm::tr("No key. Name the register as the source, and the date of the search.");
    if (service == QLatin1String("europepmc"))
        return KeysForm::tr("No key. Abstracts stay under the copyright of their publishers.");
    if (service == QLatin1String("openalex"))
        return KeysForm::tr(
            "A free key of your own (openalex.org, account) lets you fetch more than 10,000 records a search "
            "and more searches a day. The data are in the public domain (CC0).");
    if (service == QLatin1String("crossref"))
        return KeysForm::tr("No key. With a contact address it answers three times as fast.");
    return KeysForm::tr(
        "A key of your own (dev.elsevier.com) and the access of your institution: its network, or a token "
        "that its library asks for. Without it the first author comes alone, and no abstracts.");
}

} // namespace

KeysForm::KeysForm(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_email(new QLineEdit(this))
    , m_licence(new QCheckBox(tr("Our licence lets us pass Scopus abstracts on: put them into exports"), this))
    , m_note(new TextLabel(context.theme, Text::Small, {}, this))
{
    const Theme& theme = context.theme;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    m_note->setWordWrap(true);
    m_email->setPlaceholderText(tr("name@institution.org"));
    m_email->setMaximumWidth(theme.px(420));
    column->addWidget(m_note);
    column->addWidget(namedField(theme, tr("Contact address, so that a service can write before it blocks"), m_email));
    for (const sources::Service& service : sources::registry())
        addService(column, QString::fromLatin1(service.id));
    column->addWidget(m_licence);
    m_licence->setToolTip(
        tr("Counts for the whole team. Without it exports hold Scopus records without their abstracts"));
    column->addStretch(1);
    connect(m_email, &QLineEdit::editingFinished, this, &KeysForm::keep);
    connect(m_licence, &QCheckBox::clicked, this, &KeysForm::licenceChosen);
}

void KeysForm::addService(QVBoxLayout* column, const QString& id)
{
    const sources::Service& service = *sources::findService(id);
    const Theme& theme = m_context.theme;
    column->addSpacing(theme.px(4));
    column->addWidget(new SectionLabel(theme, QString::fromUtf8(service.name), SectionLabel::Case::AsWritten, this));
    auto* terms = new TextLabel(
        theme, Text::Small,
        termsOf(id) + QLatin1Char(' ') + tr("Say in the report: %1.").arg(QString::fromUtf8(service.credit)), this);
    terms->setWordWrap(true);
    terms->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(terms);
    if (service.key == sources::Key::None)
        return;
    m_keys.insert(id, addKey(column, tr("Key for %1").arg(QString::fromUtf8(service.name)), id, false));
    if (service.key == sources::Key::Required)
        m_institution = addKey(column, tr("Token of the institution"), id, true);
}

QLineEdit* KeysForm::addKey(QVBoxLayout* column, const QString& head, const QString& service, bool institution)
{
    auto* field = new QLineEdit(this);
    field->setEchoMode(QLineEdit::Password);
    field->setMaximumWidth(m_context.theme.px(420));
    column->addWidget(namedField(m_context.theme, head, field));
    if (Accesses::isGiven(service, institution)) {
        field->setEnabled(false);
        field->setPlaceholderText(tr("said by the environment of this computer"));
    } else {
        field->setPlaceholderText(tr("none"));
    }
    connect(field, &QLineEdit::editingFinished, this, &KeysForm::keep);
    return field;
}

void KeysForm::setAccesses(Accesses* accesses)
{
    m_accesses = accesses;
    connect(accesses, &Accesses::changed, this, &KeysForm::refresh);
}

void KeysForm::keep()
{
    if (!m_accesses)
        return;
    // All is read before the first of them is kept: what is kept is shown anew at once.
    QMap<QString, QString> keys;
    for (auto it = m_keys.begin(); it != m_keys.end(); ++it) {
        if (it.value()->isEnabled())
            keys.insert(it.key(), it.value()->text().trimmed());
    }
    const QString institution = m_institution->text().trimmed();
    m_accesses->setEmail(m_email->text().trimmed());
    for (auto it = keys.begin(); it != keys.end(); ++it)
        m_accesses->setKey(it.key(), it.value());
    if (m_institution->isEnabled())
        m_accesses->setKey(QStringLiteral("scopus"), institution, true);
}

/// What is being typed stays.
void KeysForm::refresh()
{
    if (!m_accesses)
        return;
    const auto fill = [](QLineEdit* field, const QString& text) {
        if (field && !field->hasFocus() && field->isEnabled())
            field->setText(text);
    };
    fill(m_email, m_accesses->email());
    for (auto it = m_keys.begin(); it != m_keys.end(); ++it)
        fill(it.value(), m_accesses->key(it.key()));
    fill(m_institution, m_accesses->key(QStringLiteral("scopus"), true));
    m_note->setText(
        m_accesses->trouble().isEmpty()
            ? tr("Keys are kept in the keychain of this computer, the address in its settings: never in a "
                 "review, a log or an export.")
            : tr("The keychain of this computer cannot be used (%1). Keys written here hold until Winnow is "
                 "closed; for good they can be set as WINNOW_PUBMED_KEY, WINNOW_OPENALEX_KEY and "
                 "WINNOW_SCOPUS_KEY in the environment.")
                  .arg(m_accesses->trouble()));
}

void KeysForm::setLicensed(bool licensed)
{
    m_licence->setChecked(licensed);
    allow(*m_licence, m_context.whyNot(Right::Extend));
}

} // namespace winnow::ui
