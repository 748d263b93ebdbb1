// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/LanguagesPage.h"

#include "services/Dialogs.h"
#include "services/Style.h"
#include "services/Theme.h"
#include "widgets/SectionLabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

using appraisal::InstrumentDraft;
using appraisal::Translation;

Translation* in(InstrumentDraft& draft, const QString& language)
{
    for (Translation& one : draft.head.translations) {
        if (one.language == language)
            return &one;
    }
    return nullptr;
}

QString named(const QString& code)
{
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() || QLocale(code).language() == QLocale::C ? code : QStringLiteral("%1 (%2)").arg(name, code);
}

} // namespace

LanguagesPage::LanguagesPage(const Theme& theme, DraftDesk& desk, Dialogs& dialogs, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_desk(desk)
    , m_dialogs(dialogs)
    , m_language(new QComboBox(this))
    , m_add(new QPushButton(tr("Add a language"), this))
    , m_remove(new QPushButton(tr("Delete"), this))
    , m_progress(new TextLabel(theme, Text::Small, {}, this))
    , m_table(new QTableWidget(0, 2, this))
{
    setLook(*m_remove, Look::Quiet);
    m_language->setAccessibleName(tr("Language"));
    m_progress->setDim(true);
    m_progress->setWordWrap(true);
    m_table->setHorizontalHeaderLabels({tr("Text"), tr("Translation")});
    m_table->setAccessibleName(tr("Translation"));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    auto* tools = new QHBoxLayout;
    tools->addWidget(m_language);
    tools->addWidget(m_remove);
    tools->addStretch();
    tools->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(Theme::margin), theme.px(Theme::gap), theme.px(Theme::margin),
                               theme.px(Theme::gap));
    column->addWidget(new TextLabel(theme, Text::Heading, tr("Translations"), this));
    column->addLayout(tools);
    column->addWidget(m_progress);
    column->addWidget(m_table, 1);
    connect(m_add, &QPushButton::clicked, this, &LanguagesPage::askLanguage);
    connect(m_remove, &QPushButton::clicked, this, &LanguagesPage::removeLanguage);
    connect(m_language, &QComboBox::activated, this, &LanguagesPage::fillTable);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int side) {
        if (side == 1 && !m_showing)
            write(row);
    });
    connect(&desk, &DraftDesk::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

void LanguagesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

const Translation* LanguagesPage::current() const
{
    const auto& all = m_desk.draft().head.translations;
    const int at = m_language->currentIndex();
    return at >= 0 && at < int(all.size()) ? &all[std::size_t(at)] : nullptr;
}

void LanguagesPage::refresh()
{
    const int before = m_language->currentIndex();
    m_language->clear();
    for (const Translation& one : m_desk.draft().head.translations)
        m_language->addItem(named(one.language), one.language);
    m_language->setCurrentIndex(std::min(std::max(before, 0), m_language->count() - 1));
    fillTable();
}

QTableWidgetItem* LanguagesPage::cellAt(int row, int column)
{
    if (!m_table->item(row, column))
        m_table->setItem(row, column, new QTableWidgetItem);
    return m_table->item(row, column);
}

void LanguagesPage::fillTable()
{
    const QScopedValueRollback showing(m_showing, true);
    const Translation* translation = current();
    m_language->setVisible(translation);
    m_remove->setVisible(translation);
    m_table->setVisible(translation);
    if (!translation)
        return m_progress->setText(tr("Texts stand in %1 alone. Add a language to say them in another one, too.")
                                       .arg(named(m_desk.draft().head.language)));
    const appraisal::Instrument instrument = appraisal::readable(m_desk.draft());
    const auto texts = appraisal::textKeys(instrument);
    int row = 0;
    int done = 0;
    m_table->setRowCount(int(texts.size()));
    for (const QString& key : appraisal::textKeysInOrder(instrument)) {
        const auto text = texts.find(key);
        if (text == texts.end())
            continue;
        const auto said = translation->texts.find(key);
        done += said != translation->texts.end() ? 1 : 0;
        QTableWidgetItem* from = cellAt(row, 0);
        from->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        from->setText(text->second);
        from->setToolTip(key);
        QTableWidgetItem* to = cellAt(row++, 1);
        to->setText(said == translation->texts.end() ? QString() : said->second);
        to->setData(Qt::UserRole, key);
    }
    m_table->resizeRowsToContents();
    m_progress->setText(tr("%1 of %2 texts are translated; the others stay as they are.").arg(done).arg(texts.size()));
}

void LanguagesPage::write(int row)
{
    const Translation* translation = current();
    if (!translation)
        return;
    const QTableWidgetItem& cell = *m_table->item(row, 1);
    const QString key = cell.data(Qt::UserRole).toString();
    const QString text = cell.text().trimmed();
    m_desk.change(tr("Translation"), place::languages, [&, language = translation->language](InstrumentDraft& draft) {
        Translation* one = in(draft, language);
        if (one && text.isEmpty())
            one->texts.erase(key);
        else if (one)
            one->texts[key] = text;
        return one != nullptr;
    });
}

void LanguagesPage::askLanguage()
{
    const TextQuestion question{tr("Add a language"), tr("Its code, such as de, fr or pt-BR"), {}, false};
    m_dialogs.askText(question, this, [this](const QString& said) {
        const QString code = said.trimmed();
        const bool added
            = !code.isEmpty() && m_desk.change(tr("Add a language"), place::languages, [&code](InstrumentDraft& draft) {
                  if (in(draft, code))
                      return false;
                  draft.head.translations.push_back({code, {}});
                  return true;
              });
        if (!added)
            return;
        m_language->setCurrentIndex(m_language->count() - 1);
        fillTable();
    });
}

void LanguagesPage::removeLanguage()
{
    const Translation* translation = current();
    if (!translation)
        return;
    m_desk.change(tr("Delete %1").arg(named(translation->language)), place::languages,
                  [language = translation->language](InstrumentDraft& draft) {
                      std::erase_if(draft.head.translations,
                                    [&language](const Translation& one) { return one.language == language; });
                      return true;
                  });
}

QString LanguagesPage::progressText() const
{
    return m_progress->text();
}

} // namespace winnow::ui
