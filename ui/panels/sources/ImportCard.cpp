// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/ImportCard.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/ColumnsForm.h"
#include "panels/sources/ImportSentence.h"
#include "panels/sources/PeopleForm.h"
#include "panels/sources/RunForm.h"
#include "panels/sources/TableLayouts.h"
#include "services/Style.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

constexpr std::array kinds{SourceKind::Database,     SourceKind::Register, SourceKind::Website,
                           SourceKind::Organisation, SourceKind::Citation, SourceKind::Other};

/// Lists of another tool; the first one is none.
struct ListName {
    int list;
    const char* name;
};
constexpr std::array lists{
    ListName{-1, QT_TRANSLATE_NOOP("winnow::ui::ImportCard", "No, or as the file says")},
    ListName{int(DecidedList::Irrelevant),
             QT_TRANSLATE_NOOP("winnow::ui::ImportCard", "Irrelevant by title and abstract")},
    ListName{int(DecidedList::Passed), QT_TRANSLATE_NOOP("winnow::ui::ImportCard", "Passed title and abstract")},
    ListName{int(DecidedList::Excluded), QT_TRANSLATE_NOOP("winnow::ui::ImportCard", "Excluded at full text")},
    ListName{int(DecidedList::Included), QT_TRANSLATE_NOOP("winnow::ui::ImportCard", "Included in the review")},
};

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
    , m_encoding(new QComboBox(this))
    , m_list(new QComboBox(this))
    , m_columnsButton(new QPushButton(this))
    , m_again(new QPushButton(tr("Read again so"), this))
    , m_source(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_form(new RunForm(context.theme, RunForm::Shape::Wide, this))
    , m_sentence(new TextLabel(context.theme, Text::Body, {}, this))
    , m_unreadable(new QPushButton(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    m_how = makeHow();
    m_fields = makeFields();
    m_sentence->setWordWrap(true);
    setLook(*m_unreadable, Look::Link);
    m_unreadable->hide();
    m_card->column()->addWidget(makeHead());
    m_card->column()->addWidget(m_sentence);
    m_card->column()->addWidget(m_how);
    m_card->column()->addWidget(m_fields);
    m_card->column()->addWidget(m_unreadable, 0, Qt::AlignLeading);
    connect(m_remove, &QPushButton::clicked, this, &ImportCard::removeRequested);
    for (QComboBox* choice : {m_format, m_encoding})
        connect(choice, &QComboBox::currentIndexChanged, this, &ImportCard::choose);
    connect(m_columnsButton, &QPushButton::clicked, this, [this] {
        m_columns->setVisible(!m_columns->isVisible());
        if (m_columns->isVisible())
            m_columns->first()->setFocus();
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

/// How the file is read: always there, so that a wrong guess can be taken back at any time.
QWidget* ImportCard::makeHow()
{
    m_filling = true;
    for (const Imports::FormatName& format : Imports::readable())
        m_format->addItem(format.name, format.id);
    m_encoding->addItems(Imports::encodings());
    m_format->setCurrentIndex(-1);
    m_encoding->setCurrentIndex(-1);
    m_filling = false;
    for (QComboBox* choice : {m_format, m_encoding})
        choice->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the page
    setLook(*m_columnsButton, Look::Link);
    m_columnsButton->hide();
    setLook(*m_again, Look::Primary);
    m_again->setToolTip(tr("Reads the file again; what was read before is taken back in the same step"));
    m_again->hide();
    connect(m_again, &QPushButton::clicked, this, &ImportCard::readingChosen);
    auto* how = new QWidget(this);
    auto* grid = new QGridLayout(how);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_context.theme.px(Theme::gap));
    grid->setVerticalSpacing(m_context.theme.px(8));
    grid->addWidget(namedField(m_context.theme, tr("Format"), m_format), 0, 0);
    grid->addWidget(namedField(m_context.theme, tr("Encoding"), m_encoding), 0, 1);
    grid->addWidget(m_columnsButton, 0, 2, Qt::AlignLeading | Qt::AlignBottom);
    grid->addWidget(m_again, 0, 3, Qt::AlignTrailing | Qt::AlignBottom);
    for (int i = 0; i < 4; ++i)
        grid->setColumnStretch(i, 1);
    return how;
}

QWidget* ImportCard::makeFields()
{
    for (const ListName& list : lists)
        m_list->addItem(tr(list.name), list.list);
    for (const SourceKind kind : kinds)
        m_kind->addItem(words::name(kind), int(kind));
    auto* fields = new QWidget(this);
    auto* grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_context.theme.px(Theme::gap));
    grid->setVerticalSpacing(m_context.theme.px(8));
    grid->addWidget(namedField(m_context.theme, tr("Source"), m_source), 0, 0, 1, 2, Qt::AlignTop);
    grid->addWidget(namedField(m_context.theme, tr("Kind"), m_kind), 0, 2, Qt::AlignTop);
    grid->addWidget(namedField(m_context.theme, tr("A list that was decided elsewhere"), m_list), 0, 3, Qt::AlignTop);
    grid->addWidget(m_form, 1, 0, 1, 4);
    for (int i = 0; i < 4; ++i)
        grid->setColumnStretch(i, 1);
    return fields;
}

void ImportCard::choose()
{
    if (m_filling)
        return;
    m_reading.format = m_format->currentData().toString();
    m_reading.encoding = m_encoding->currentText();
    tellReading();
}

/// A file that is in the review is read again only on a click: arrow keys pass over many choices.
void ImportCard::tellReading()
{
    if (m_state == State::Done)
        m_again->show();
    else
        Q_EMIT readingChosen();
}

void ImportCard::showReading(const QString& format, const QString& encoding)
{
    m_filling = true;
    m_format->setCurrentIndex(m_format->findData(format));
    if (m_encoding->findText(encoding) < 0)
        m_encoding->addItem(encoding);
    m_encoding->setCurrentIndex(m_encoding->findText(encoding));
    m_facts->setText(facts(m_format->currentText(), encoding));
    m_filling = false;
}

QString ImportCard::facts(const QString& format, const QString& encoding) const
{
    return tr("%1 · %2 · %3").arg(format, encoding, QLocale().formattedDataSize(m_bytes, 0, QLocale::DataSizeSIFormat));
}

void ImportCard::setPreview(const Result<ImportPreview>& preview)
{
    if (!preview) {
        setState(State::NotReadable);
        return say(shortSentence(preview.error()), true);
    }
    m_bytes = preview->bytes;
    showReading(preview->format, preview->encoding);
    // Only a guess: a file that names the databases of its records keeps them apart (rules.md F2), unless told
    // otherwise. What the user has typed or chosen stays when the format is changed.
    m_source->setPlaceholderText(tr("As the file says, else %1").arg(preview->source));
    if (!m_kindChosen)
        m_kind->setCurrentIndex(m_kind->findData(int(preview->kind)));
    say({});
    setState(preview->readable ? State::Ready : State::NeedsColumns);
    showColumns(*preview);
}

/// The columns as the file has them; what was chosen for the same header before is chosen again.
void ImportCard::showColumns(const ImportPreview& preview)
{
    m_columnsButton->setVisible(!preview.columns.empty());
    const auto read = std::count_if(preview.columns.begin(), preview.columns.end(),
                                    [](const TableColumn& column) { return column.field != QLatin1String("keep"); });
    m_columnsButton->setText(tr("Columns: %1 of %2 are read as fields, the others kept…")
                                 .arg(numberText(read), numberText(qint64(preview.columns.size()))));
    const QString header = preview.columns.empty() ? QString() : layouts::keyOf(preview.columns);
    if (header == m_header)
        return;
    m_header = header;
    m_reading.columns.clear();
    delete m_columns;
    m_columns = nullptr;
    if (header.isEmpty())
        return;
    m_columns = new ColumnsForm(m_context.theme, preview.columns, m_card);
    m_card->column()->insertWidget(m_card->column()->indexOf(m_how) + 1, m_columns);
    m_columns->setVisible(!preview.readable); // told by hand: the layout shows it only later, too late for the focus
    connect(m_columns, &ColumnsForm::chosen, this, &ImportCard::chooseColumns);
    const ColumnNames before = layouts::remembered(m_context.settings, header);
    if (before.isEmpty()) {
        if (!preview.readable)
            m_columns->first()->setFocus();
        return;
    }
    m_columns->setNames(before);
    m_reading.columns = m_columns->names();
    Q_EMIT readingChosen();
}

void ImportCard::chooseColumns()
{
    m_reading.columns = m_columns->names();
    layouts::remember(m_context.settings, m_header, m_reading.columns);
    tellReading();
}

std::optional<ImportRequest> ImportCard::request()
{
    const auto details = m_form->details();
    if (!details)
        return std::nullopt;
    ImportRequest request;
    request.file = m_file;
    request.reading = m_reading;
    request.reading.format = m_format->currentData().toString();
    if (const int list = m_list->currentData().toInt(); list >= 0)
        request.list = DecidedList(list);
    if (m_report)
        request.inPlaceOf = m_report->run;
    request.source = m_source->text().trimmed();
    if (m_kindChosen)
        request.kind = SourceKind(m_kind->currentData().toInt());
    request.details = *details;
    return request;
}

void ImportCard::setState(State state)
{
    m_state = state;
    const bool editable
        = state == State::Ready || state == State::NeedsColumns || state == State::Failed || state == State::Cancelled;
    const bool busy = state == State::Waiting || state == State::Running;
    m_again->hide();
    m_how->setVisible(!busy && state != State::Looking);
    if (m_columns && busy)
        m_columns->hide();
    m_fields->setVisible(editable || state == State::Waiting);
    m_fields->setEnabled(editable);
    m_remove->setVisible(editable || state == State::Looking || state == State::NotReadable);
    if (state == State::Looking)
        say(tr("Looking into the file …"));
    else if (state == State::NeedsColumns)
        say(tr("Winnow does not know the headings of this table. Choose what its columns hold: the title at least."));
    else if (state == State::Waiting)
        say(tr("Waiting for its turn"));
    else if (state == State::Running)
        say(tr("Importing …"));
    else if (state == State::Cancelled)
        say(tr("Cancelled. Nothing of this file is in the review."));
}

void ImportCard::setResult(const Result<ImportReport>& result)
{
    if (!result)
        return failed(result.error());
    m_report = *result;
    m_reading.format = result->format;
    m_reading.encoding = result->encoding;
    showReading(result->format, result->encoding);
    setState(State::Done);
    say(importSentence(*result));
    setUnreadable(result->unreadableCount);
    askWhoIsWho(*result);
}

/// A file that could not be read again in another way is in as it was read before.
void ImportCard::failed(const Error& error)
{
    if (m_report) {
        m_reading.format = m_report->format;
        m_reading.encoding = m_report->encoding;
        showReading(m_report->format, m_report->encoding);
        setState(State::Done);
        return say(shortSentence(error) + QLatin1Char(' ') + tr("What was read before is still in the review."), true);
    }
    if (error.code == ErrorCode::Cancelled)
        return setState(State::Cancelled);
    setState(State::Failed);
    say(shortSentence(error), true);
}

void ImportCard::setUnreadable(qint64 entries)
{
    m_unreadable->setVisible(entries > 0);
    m_unreadable->setText(entries == 1
                              ? tr("1 entry could not be read: show and mend it")
                              : tr("%Ln entries could not be read: show and mend them", nullptr, int(entries)));
}

void ImportCard::askWhoIsWho(const ImportReport& report)
{
    delete m_people;
    m_people = nullptr;
    if (report.unknownPeople.isEmpty() && report.decisionsLeft == 0)
        return;
    m_people = new PeopleForm(m_context.theme, *m_context.project.review(), report.unknownPeople, report.decisionsLeft,
                              this);
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
