// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ReportBox.h"

#include "domain/Words.h"
#include "services/Allow.h"
#include "widgets/SectionLabel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QUrl>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

Classification classificationAt(Place place)
{
    if (place == Place::AwaitingClassification)
        return Classification::Awaiting;
    return place == Place::Ongoing ? Classification::Ongoing : Classification::None;
}

} // namespace

ReportBox::ReportBox(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_retrieval(new QComboBox(this))
    , m_note(new QLineEdit(this))
    , m_free(new TextLabel(theme, Text::Small, {}, this))
    , m_class(new QComboBox(this))
    , m_study(new QLineEdit(this))
    , m_studies(new QStringListModel(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    const auto head = [&](const QString& name) {
        if (column->count() > 0)
            column->addSpacing(theme.px(10));
        column->addWidget(new SectionLabel(theme, name, SectionLabel::Case::AsWritten, this));
    };
    head(tr("Full text"));
    for (const Retrieval state :
         {Retrieval::Sought, Retrieval::Requested, Retrieval::Received, Retrieval::NotRetrieved})
        m_retrieval->addItem(words::name(state), int(state));
    m_retrieval->setAccessibleName(tr("Retrieval of the full text"));
    column->addWidget(m_retrieval);
    m_note->setPlaceholderText(tr("From whom, or why not"));
    m_note->setAccessibleName(tr("Note on the retrieval"));
    column->addWidget(m_note);
    m_free->setWordWrap(true);
    m_free->setTextFormat(Qt::RichText);
    m_free->setTextInteractionFlags(Qt::TextBrowserInteraction | Qt::LinksAccessibleByKeyboard);
    m_free->setAccessibleName(tr("Where the full text is free to read"));
    m_free->hide();
    column->addWidget(m_free);
    head(tr("Classification"));
    m_class->addItem(tr("By votes"), int(Classification::None));
    for (const Classification one : {Classification::Awaiting, Classification::Ongoing})
        m_class->addItem(words::name(one), int(one));
    m_class->setAccessibleName(tr("Classification"));
    column->addWidget(m_class);
    head(tr("Study"));
    m_study->setPlaceholderText(tr("Group with…"));
    m_study->setAccessibleName(tr("Study this report belongs to"));
    m_study->setClearButtonEnabled(true);
    auto* completer = new QCompleter(m_studies, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_study->setCompleter(completer);
    column->addWidget(m_study);
    for (QWidget* field : fields())
        field->installEventFilter(this);
    connect(m_free, &QLabel::linkActivated, this, [this](const QString& url) { Q_EMIT linkChosen(QUrl(url)); });
    connect(&theme, &Theme::changed, this, &ReportBox::writeFreePlace);
    connect(m_retrieval, &QComboBox::activated, this, &ReportBox::sendRetrieval);
    connect(m_note, &QLineEdit::editingFinished, this, &ReportBox::sendRetrieval);
    connect(m_class, &QComboBox::activated, this,
            [this] { Q_EMIT classified(m_report, Classification(m_class->currentData().toInt())); });
    connect(m_study, &QLineEdit::editingFinished, this, &ReportBox::sendStudy);
    // What is taken from the list of names is meant.
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ReportBox::sendStudy,
            Qt::QueuedConnection);
}

std::array<QWidget*, 4> ReportBox::fields() const
{
    return {m_retrieval, m_note, m_class, m_study};
}

void ReportBox::setWritable(const QString& whyNoRemark, const QString& whyNoRetrieval)
{
    allow(*m_retrieval, whyNoRetrieval);
    allow(*m_note, whyNoRetrieval);
    allow(*m_class, whyNoRemark);
    allow(*m_study, whyNoRemark);
}

void ReportBox::setStudies(const std::vector<Study>& studies)
{
    QStringList names;
    for (const Study& study : studies)
        names << study.name;
    names.sort(Qt::CaseInsensitive);
    m_studies->setStringList(names);
}

void ReportBox::showPage(const ReadPage& page)
{
    const bool same = m_report == page.view.report;
    if (!same) {
        sendRetrieval();
        sendStudy();
    }
    m_report = page.view.report;
    m_state = page.retrieval;
    m_retrieval->setCurrentIndex(m_retrieval->findData(int(m_state.state)));
    if (!same || !m_note->hasFocus())
        m_note->setText(m_state.note);
    m_class->setCurrentIndex(m_class->findData(int(classificationAt(page.view.place))));
    if (!same || !m_study->hasFocus())
        m_study->setText(page.study);
    m_studyKept = page.study;
    m_place = page.free;
    writeFreePlace();
}

/// The page of the text, its licence, and who says so and when: places move.
void ReportBox::writeFreePlace()
{
    m_free->setVisible(m_place.has_value());
    if (!m_place)
        return;
    const QString url = m_place->place.url.isEmpty() ? m_place->place.pdf : m_place->place.url;
    const QString link
        = QStringLiteral("<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>")
              .arg(url.toHtmlEscaped(), m_theme.colours().accent.name(), QUrl(url).host().toHtmlEscaped());
    const QString licence = m_place->place.licence.isEmpty() ? tr("no licence to copy") : m_place->place.licence;
    const QString unbroken
        = licence.toHtmlEscaped().replace(QLatin1Char('-'), QChar(0x2011)); // "cc-by-nc" in one piece
    m_free->setText(tr("Free to read at %1 (%2).<br>%3, %4", "place, licence; who says so, and when")
                        .arg(link, unbroken, m_place->source.toHtmlEscaped(), m_place->seen.toString(Qt::ISODate)));
}

void ReportBox::sendRetrieval()
{
    const auto state = Retrieval(m_retrieval->currentData().toInt());
    const QString note = m_note->text().simplified();
    if (!m_report || (state == m_state.state && note == m_state.note))
        return;
    m_state.state = state;
    m_state.note = note;
    Q_EMIT retrieved(m_report, m_state);
}

void ReportBox::sendStudy()
{
    const QString name = m_study->text().simplified();
    if (!m_report || name == m_studyKept)
        return;
    m_studyKept = name;
    Q_EMIT grouped(m_report, name);
}

bool ReportBox::eventFilter(QObject* watched, QEvent* event)
{
    // A wheel over the page must not change what the team settled.
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox*>(watched)) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = (key == Qt::Key_Return || key == Qt::Key_Enter) && qobject_cast<QLineEdit*>(watched);
        if (key == Qt::Key_Escape || enter) {
            // With its list of names open a field does not take leaving it for the end of editing.
            m_study->completer()->popup()->hide();
            sendRetrieval();
            sendStudy();
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace winnow::ui
