// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/QueryForm.h"

#include "panels/sources/ChoicesButton.h"
#include "panels/sources/RunForm.h"
#include "project/QueryLanguage.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QApplication>
#include <QCheckBox>
#include <QCoreApplication>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace winnow::ui {
namespace {

constexpr int queryHeight = 132;
constexpr int dayPadding = 28;
constexpr size_t mostRemarks = 4;

QDate writtenDay(const QLineEdit& field)
{
    return QDate::fromString(field.text().trimmed(), Qt::ISODate);
}

bool isNoDay(const QLineEdit& field)
{
    return !field.text().trimmed().isEmpty() && !writtenDay(field).isValid();
}

} // namespace

QueryForm::QueryForm(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QPlainTextEdit(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_most(new QLineEdit(this))
    , m_humans(new QCheckBox(tr("Humans only"), this))
    , m_languages(new ChoicesButton(tr("any"), this))
    , m_types(new ChoicesButton(tr("any"), this))
    , m_example(new TextLabel(theme, Text::Small, {}, this))
    , m_remarks(new TextLabel(theme, Text::Small, {}, this))
    , m_phrasing(new TextLabel(theme, Text::Small, {}, this))
    , m_problem(new TextLabel(theme, Text::Body, {}, this))
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(theme.px(queryHeight));
    m_text->setLayoutDirection(Qt::LeftToRight); // query languages run so, whatever that of the window
    if (QApplication::isLeftToRight()) // else it would stand at the other end of the line than what is written
        m_text->setPlaceholderText(tr("The query, in the syntax of this database"));
    // A date is seen whole, however little room there is.
    const QString day = tr("2010-01-01");
    for (QLineEdit* field : {m_from, m_to})
        field->setMinimumWidth(field->fontMetrics().horizontalAdvance(day) + theme.px(dayPadding));
    m_from->setPlaceholderText(day);
    m_to->setPlaceholderText(tr("today"));
    m_most->setPlaceholderText(tr("all"));
    m_most->setToolTip(tr("Records to fetch at most; what is left out is said"));
    for (QLabel* label : {m_example, m_remarks, m_phrasing, m_problem}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    offerFilters();
    for (QPushButton* button : {m_languages, m_types})
        button->setMinimumHeight(theme.px(Theme::field));
    arrange(theme);
    connect(m_text, &QPlainTextEdit::textChanged, this, &QueryForm::follow);
    for (QLineEdit* field : {m_from, m_to, m_most})
        connect(field, &QLineEdit::textChanged, this, &QueryForm::follow);
    connect(m_humans, &QCheckBox::toggled, this, &QueryForm::follow);
    connect(m_languages, &ChoicesButton::changed, this, &QueryForm::follow);
    connect(m_types, &ChoicesButton::changed, this, &QueryForm::follow);
}

void QueryForm::offerFilters()
{
    for (const sources::FilterWord& word : sources::filterWords()) {
        ChoicesButton* button = word.kind == sources::FilterKind::Language ? m_languages : m_types;
        button->addChoice(QString::fromLatin1(word.id), QCoreApplication::translate("Words", word.name));
    }
}

void QueryForm::arrange(const Theme& theme)
{
    auto* filters = new QGridLayout;
    filters->setHorizontalSpacing(theme.px(Theme::gap));
    filters->setVerticalSpacing(theme.px(8));
    // In two rows: beside the help and the databases there is little room in a narrow window.
    filters->addWidget(namedField(theme, tr("Published from"), m_from), 0, 0);
    filters->addWidget(namedField(theme, tr("until"), m_to), 0, 1);
    filters->addWidget(namedField(theme, tr("At most"), m_most), 0, 2);
    filters->addWidget(namedField(theme, tr("Languages"), m_languages), 1, 0);
    filters->addWidget(namedField(theme, tr("Kinds of publication"), m_types), 1, 1);
    filters->addWidget(m_humans, 1, 2, Qt::AlignBottom);
    m_humans->setFixedHeight(theme.px(Theme::field)); // in line with the fields beside it
    for (int column = 0; column < 3; ++column)
        filters->setColumnStretch(column, 1);
    const QWidgetList order{m_text, m_from, m_to, m_most, m_languages, m_types, m_humans};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(8));
    column->addWidget(namedField(theme, tr("Query"), m_text));
    column->addWidget(m_example);
    column->addWidget(m_remarks);
    column->addLayout(filters);
    column->addWidget(m_phrasing);
    column->addWidget(m_problem);
    m_problem->hide();
    m_remarks->hide();
    m_phrasing->hide();
}

void QueryForm::setDatabase(const Searchable& database)
{
    m_database = database;
    m_example->setText(tr("For example: %1").arg(database.example));
    m_text->setAccessibleName(tr("Query for %1").arg(database.name));
    phrase();
    remark();
}

void QueryForm::setQuery(const sources::Query& query)
{
    m_filling = true;
    if (m_text->toPlainText() != query.text)
        m_text->setPlainText(query.text);
    m_from->setText(query.filters.from.toString(Qt::ISODate));
    m_to->setText(query.filters.to.toString(Qt::ISODate));
    m_humans->setChecked(query.filters.humans);
    m_languages->setChosen(query.filters.languages);
    m_types->setChosen(query.filters.types);
    m_most->setText(query.limit > 0 ? QString::number(query.limit) : QString());
    m_filling = false;
    m_problem->hide();
    phrase();
    remark();
}

sources::Query QueryForm::query() const
{
    sources::Query query;
    query.text = m_text->toPlainText();
    query.filters
        = {writtenDay(*m_from), writtenDay(*m_to), m_humans->isChecked(), m_languages->chosen(), m_types->chosen()};
    query.limit = std::max<qint64>(0, m_most->text().trimmed().toLongLong());
    return query;
}

void QueryForm::follow()
{
    if (m_filling)
        return;
    m_problem->hide();
    phrase();
    remark();
    Q_EMIT edited();
}

/// What the filters add is seen before anything is asked.
void QueryForm::phrase()
{
    const sources::Query now = query();
    const Phrased phrased = Searches::phrased({m_database.id, now});
    const bool filtered = now.filters != sources::Filters();
    QStringList lines;
    if (filtered && !now.text.trimmed().isEmpty())
        lines << tr("Asked as: %1").arg(phrased.sent);
    lines << phrased.warnings;
    m_phrasing->setText(lines.join(QLatin1Char('\n')));
    m_phrasing->setVisible(!lines.isEmpty());
}

/// What may be wrong is said below, and underlined where it stands.
void QueryForm::remark()
{
    const auto remarks = sources::checkQuery(m_text->toPlainText(), m_database.id);
    QStringList lines;
    QList<QTextEdit::ExtraSelection> marks;
    for (const sources::QueryRemark& one : remarks) {
        if (size_t(lines.size()) < mostRemarks)
            lines << (one.wrong ? QStringLiteral("× ") : QStringLiteral("! ")) + one.sentence;
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_text->document());
        mark.cursor.setPosition(int(one.at));
        mark.cursor.setPosition(int(one.at + one.length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(one.wrong ? m_theme.colours().exclude : m_theme.colours().maybe);
        marks << mark;
    }
    if (remarks.size() > mostRemarks)
        lines << tr("and %1 more").arg(remarks.size() - mostRemarks);
    m_text->setExtraSelections(marks);
    m_remarks->setText(lines.join(QLatin1Char('\n')));
    m_remarks->setVisible(!lines.isEmpty());
    m_example->setVisible(lines.isEmpty());
}

std::nullopt_t QueryForm::complain(QWidget* field, const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
    field->setFocus();
    return std::nullopt;
}

std::optional<sources::Query> QueryForm::checked()
{
    if (m_text->toPlainText().trimmed().isEmpty())
        return complain(m_text, tr("There is no query yet. Write it here, or have it written from the blocks."));
    for (QLineEdit* field : {m_from, m_to}) {
        if (isNoDay(*field))
            return complain(field, tr("“%1” is not a date; write it as 2026-05-03.").arg(field->text().trimmed()));
    }
    bool number = false;
    const QString most = m_most->text().trimmed();
    if (!most.isEmpty() && (most.toLongLong(&number) < 1 || !number))
        return complain(m_most, tr("“%1” is not a number of records.").arg(most));
    m_problem->hide();
    return query();
}

void QueryForm::insertTag(const QString& tag)
{
    QTextCursor cursor = m_text->textCursor();
    const QString chosen = cursor.selectedText();
    const bool before = tag.endsWith(QLatin1Char(':')) || tag.startsWith(QLatin1String("AREA"));
    if (tag.endsWith(QLatin1String("()")))
        cursor.insertText(tag.chopped(1) + chosen + QLatin1Char(')'));
    else
        cursor.insertText(before ? tag + chosen : chosen + tag);
    if (tag.endsWith(QLatin1String("()")) && chosen.isEmpty())
        cursor.movePosition(QTextCursor::Left);
    m_text->setTextCursor(cursor);
    m_text->setFocus();
}

} // namespace winnow::ui
