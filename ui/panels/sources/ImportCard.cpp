// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/ImportCard.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/PeopleForm.h"
#include "panels/sources/RunForm.h"
#include "services/Style.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <array>

namespace winnow::ui {

namespace {

/// Formats that can be chosen by hand, as Imports takes them; proper names, not translated.
struct FormatName {
    const char* id;
    const char* name;
};
constexpr std::array formatNames{
    FormatName{"ris", "RIS"},       FormatName{"nbib", "PubMed / MEDLINE"},   FormatName{"endnote-xml", "EndNote XML"},
    FormatName{"csv", "CSV table"}, FormatName{"tsv", "Tab-separated table"},
};

constexpr std::array kinds{SourceKind::Database,     SourceKind::Register, SourceKind::Website,
                           SourceKind::Organisation, SourceKind::Citation, SourceKind::Other};

/// The card says which file it is; the folder would only make the sentence longer.
QString shortSentence(Error error)
{
    error.context = QFileInfo(error.context).fileName();
    return words::sentence(error);
}

} // namespace

ImportCard::ImportCard(PanelContext& context, const QString& file, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_file(file)
    , m_card(new Card(context.theme, {}, this))
    , m_facts(new TextLabel(context.theme, Text::Body, {}, this))
    , m_remove(new QPushButton(this))
    , m_format(new QComboBox(this))
    , m_source(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_form(new RunForm(context.theme, RunForm::Shape::Wide, this))
    , m_sentence(new TextLabel(context.theme, Text::Body, {}, this))
    , m_unreadable(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_fields = makeFields();
    m_sentence->setWordWrap(true);
    setLook(*m_unreadable, Look::Link);
    m_unreadable->hide();
    m_card->column()->addWidget(makeHead());
    m_card->column()->addWidget(m_fields);
    m_card->column()->addWidget(m_sentence);
    m_card->column()->addWidget(m_unreadable, 0, Qt::AlignLeading);
    connect(m_remove, &QPushButton::clicked, this, &ImportCard::removeRequested);
    connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            Q_EMIT formatChosen(m_format->currentData().toString());
    });
    connect(m_kind, &QComboBox::activated, this, [this] { m_kindChosen = true; });
    connect(m_unreadable, &QPushButton::clicked, this, [this] {
        if (m_report)
            Q_EMIT unreadableRequested(m_report->run, m_file);
    });
    connect(&context.theme, &Theme::changed, this, &ImportCard::dress);
    setAccessibleName(QFileInfo(file).fileName());
    setState(State::Looking);
}

QWidget* ImportCard::makeHead()
{
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(m_context.theme.px(Theme::gap));
    auto* name = new TextLabel(m_context.theme, Text::Strong, QFileInfo(m_file).fileName(), head);
    name->setToolTip(m_file);
    static_cast<TextLabel*>(m_facts)->setDim(true);
    setLook(*m_remove, Look::Link);
    m_remove->setText(tr("Leave out"));
    m_remove->setAccessibleName(tr("Leave out %1").arg(QFileInfo(m_file).fileName()));
    row->addWidget(name);
    row->addWidget(m_facts, 1);
    row->addWidget(m_remove);
    return head;
}

QWidget* ImportCard::makeFields()
{
    for (const FormatName& format : formatNames)
        m_format->addItem(QString::fromLatin1(format.name), QString::fromLatin1(format.id));
    m_format->setCurrentIndex(-1);
    for (const SourceKind kind : kinds)
        m_kind->addItem(words::name(kind), int(kind));
    auto* fields = new QWidget(this);
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_context.theme.px(Theme::gap));
    grid->setVerticalSpacing(m_context.theme.px(8));
    grid->addWidget(namedField(m_context.theme, tr("Source"), m_source), 0, 0, 1, 2);
    grid->addWidget(namedField(m_context.theme, tr("Kind"), m_kind), 0, 2);
    grid->addWidget(namedField(m_context.theme, tr("Format"), m_format), 0, 3);
    grid->addWidget(m_form, 1, 0, 1, 4);
    for (int i = 0; i < 4; ++i)
        grid->setColumnStretch(i, 1);
    return fields;
}

void ImportCard::setPreview(const Result<ImportPreview>& preview)
{
    if (!preview) {
        m_state = State::NotReadable;
        m_fields->setVisible(preview.error().code == ErrorCode::UnknownFormat);
        return say(shortSentence(preview.error()), true);
    }
    m_filling = true;
    m_bytes = preview->bytes;
    m_format->setCurrentIndex(m_format->findData(preview->format));
    // Only a guess: a file that names the databases of its records keeps them apart (rules.md F2), unless told
    // otherwise. What the user has typed or chosen stays when the format is changed.
    m_source->setPlaceholderText(tr("As the file says, else %1").arg(preview->source));
    if (!m_kindChosen)
        m_kind->setCurrentIndex(m_kind->findData(int(preview->kind)));
    m_facts->setText(tr("%1 · %2 · %3")
                         .arg(preview->formatName, preview->encoding,
                              QLocale().formattedDataSize(preview->bytes, 0, QLocale::DataSizeSIFormat)));
    m_filling = false;
    say({});
    setState(State::Ready);
}

std::optional<ImportRequest> ImportCard::request()
{
    const auto details = m_form->details();
    if (!details)
        return std::nullopt;
    ImportRequest request;
    request.file = m_file;
    request.format = m_format->currentData().toString();
    request.source = m_source->text().trimmed();
    if (m_kindChosen)
        request.kind = SourceKind(m_kind->currentData().toInt());
    request.details = *details;
    return request;
}

void ImportCard::setState(State state)
{
    m_state = state;
    const bool editable = state == State::Ready || state == State::Failed || state == State::Cancelled;
    m_fields->setVisible(editable || state == State::Waiting);
    m_fields->setEnabled(editable);
    m_remove->setVisible(editable || state == State::Looking || state == State::NotReadable);
    if (state == State::Looking)
        say(tr("Looking into the file …"));
    else if (state == State::Waiting)
        say(tr("Waiting for its turn"));
    else if (state == State::Running)
        say(tr("Importing …"));
    else if (state == State::Cancelled)
        say(tr("Cancelled. Nothing of this file is in the review."));
}

QString ImportCard::told(const ImportReport& report) const
{
    // One is worded apart, so that English needs no plural file.
    QStringList parts{report.records == 1 ? tr("1 record came in")
                                          : tr("%Ln records came in", nullptr, int(report.records))};
    if (report.alreadyHere > 0)
        parts << tr("already here: %1").arg(numberText(report.alreadyHere));
    if (report.repeats > 0)
        parts << tr("repeated by the same source and joined: %1").arg(numberText(report.repeats));
    if (report.marks > 0)
        parts << tr("votes, notes and labels: %1").arg(numberText(report.marks));
    return parts.join(QStringLiteral(" · "));
}

void ImportCard::setResult(const Result<ImportReport>& result)
{
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled)
            return setState(State::Cancelled);
        setState(State::Failed);
        return say(shortSentence(result.error()), true);
    }
    m_report = *result;
    setState(State::Done);
    say(told(*result));
    m_unreadable->setVisible(result->unreadableCount > 0);
    m_unreadable->setText(result->unreadableCount == 1
                              ? tr("1 entry could not be read: show it")
                              : tr("%Ln entries could not be read: show them", nullptr, int(result->unreadableCount)));
    delete m_people;
    m_people = nullptr;
    if (result->unknownPeople.isEmpty())
        return;
    m_people = new PeopleForm(m_context.theme, *m_context.project.review(), result->unknownPeople, this);
    m_card->column()->addWidget(m_people);
    connect(m_people, &PeopleForm::chosen, this, &ImportCard::marksRequested);
}

QString ImportCard::sentence() const
{
    return m_sentence->text();
}

void ImportCard::say(const QString& sentence, bool bad)
{
    m_bad = bad;
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    dress();
}

void ImportCard::dress()
{
    QPalette palette;
    const Colours& c = m_context.theme.colours();
    palette.setColor(QPalette::WindowText, m_bad ? c.exclude : c.ink);
    m_sentence->setPalette(palette);
}

} // namespace winnow::ui
