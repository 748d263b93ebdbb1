// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/InstrumentsRoom.h"

#include "appraisal/InstrumentJson.h"
#include "appraisal/Shipped.h"
#include "domain/Words.h"
#include "panels/appraisal/editor/InstrumentEditor.h"
#include "project/Instruments.h"
#include "services/Style.h"
#include "widgets/Banner.h"
#include "widgets/DenseTable.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace winnow::ui {

namespace {

QString titleOf(const appraisal::Instrument& instrument)
{
    return InstrumentsRoom::tr("%1, version %2").arg(instrument.name, instrument.version);
}

void stretch(QTableView& table, const Theme& theme, const std::vector<int>& widths)
{
    QHeaderView& head = *table.horizontalHeader();
    for (int i = 0; i < int(widths.size()); ++i) {
        const int width = widths[std::size_t(i)];
        head.setSectionResizeMode(i, width ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (width)
            head.resizeSection(i, theme.px(width));
    }
}

} // namespace

InstrumentsRoom::InstrumentsRoom(PanelContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new LibraryModel(this))
    , m_differences(new DifferenceModel(this))
    , m_pages(new QStackedWidget(this))
    , m_list(new DenseTable(context.theme, this))
    , m_table(new DenseTable(context.theme, this))
    , m_about(new TextLabel(context.theme, Text::Small, {}, this))
    , m_compared(new TextLabel(context.theme, Text::Strong, {}, this))
    , m_back(new QPushButton(tr("Assessments"), this))
    , m_resume(new QPushButton(tr("Go on editing"), this))
    , m_new(new QPushButton(tr("New"), this))
    , m_edit(new QPushButton(tr("Edit"), this))
    , m_duplicate(new QPushButton(tr("Duplicate"), this))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_export(new QPushButton(tr("Export…"), this))
    , m_compare(new QPushButton(tr("Compare with…"), this))
    , m_banner(new Banner(context.theme, this))
    , m_editor(new InstrumentEditor(context, this))
{
    m_pages->addWidget(makeLibrary());
    m_pages->addWidget(makeComparison());
    m_pages->addWidget(m_editor);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(m_banner, &Banner::actionChosen, this, [this] {
        if (m_toMend)
            edit(*m_toMend);
    });
    connect(m_editor, &InstrumentEditor::back, this, [this] {
        m_pages->setCurrentIndex(Library);
        refresh();
        m_list->setFocus();
    });
    connect(m_editor, &InstrumentEditor::kept, this, [this] {
        m_wantedId = m_editor->desk().draft().head.id;
        m_wantedVersion = m_editor->desk().draft().head.version;
        Q_EMIT kept();
    });
}

QWidget* InstrumentsRoom::makeLibrary()
{
    auto* page = new Ground(m_context.theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, page);
    setLook(*m_back, Look::Quiet);
    m_back->setIcon(m_context.icons.icon(Sign::Back));
    tools->addWidget(m_back);
    tools->addStretch();
    for (QPushButton* button : {m_resume, m_compare, m_export, m_import, m_duplicate, m_edit, m_new})
        tools->addWidget(button);
    setLook(*m_new, Look::Primary);
    column->addWidget(tools);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Instruments"));
    stretch(*m_list, m_context.theme, {0, 130, 90, 110});
    column->addWidget(m_list, 1);
    m_about->setWordWrap(true);
    m_about->setDim(true);
    m_about->setContentsMargins(m_context.theme.px(Theme::margin), m_context.theme.px(8),
                                m_context.theme.px(Theme::margin), m_context.theme.px(8));
    column->addWidget(new Rule(m_context.theme, Qt::Horizontal, page));
    column->addWidget(m_about);
    column->addWidget(m_banner);
    m_new->setToolTip(tr("Insert"));
    // As they stand.
    const std::array<QWidget*, 9> order{m_back,      m_resume, m_compare, m_export, m_import,
                                        m_duplicate, m_edit,   m_new,     m_list};
    for (std::size_t i = 1; i < order.size(); ++i)
        QWidget::setTabOrder(order[i - 1], order[i]);
    connect(m_back, &QPushButton::clicked, this, &InstrumentsRoom::back);
    connect(m_resume, &QPushButton::clicked, this, [this] { m_pages->setCurrentIndex(Editing); });
    connect(m_new, &QPushButton::clicked, this, [this] { edit(appraisal::blankDraft()); });
    connect(m_edit, &QPushButton::clicked, this, &InstrumentsRoom::editChosen);
    connect(m_duplicate, &QPushButton::clicked, this, &InstrumentsRoom::duplicateChosen);
    connect(m_import, &QPushButton::clicked, this, &InstrumentsRoom::askImport);
    connect(m_export, &QPushButton::clicked, this, &InstrumentsRoom::askExport);
    connect(m_compare, &QPushButton::clicked, this, &InstrumentsRoom::askCompare);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InstrumentsRoom::choose);
    connect(m_list, &DenseTable::rowOpened, this, &InstrumentsRoom::editChosen);
    return page;
}

QWidget* InstrumentsRoom::makeComparison()
{
    auto* page = new Ground(m_context.theme, Ground::Kind::Page, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* tools = new ToolRow(m_context.theme, ToolRow::Line::Below, page);
    auto* back = new QPushButton(tr("Instruments"), page);
    back->setIcon(m_context.icons.icon(Sign::Back));
    setLook(*back, Look::Quiet);
    tools->addWidget(back);
    tools->addWidget(m_compared);
    tools->addStretch();
    column->addWidget(tools);
    m_table->setModel(m_differences);
    m_table->setAccessibleName(tr("Differences"));
    m_table->setWordWrap(true);
    stretch(*m_table, m_context.theme, {80, 220, 0, 0});
    column->addWidget(m_table, 1);
    connect(back, &QPushButton::clicked, this, [this] {
        m_pages->setCurrentIndex(Library);
        m_list->setFocus();
    });
    return page;
}

void InstrumentsRoom::activate()
{
    m_banner->clear();
    if (!m_lookedForLeft)
        readLeft();
    refresh();
    if (m_pages->currentIndex() == Library)
        m_list->setFocus();
}

/// What was being built when the window closed lies on the desk again.
void InstrumentsRoom::readLeft()
{
    m_lookedForLeft = true;
    m_reading.over(
        this, [project = &m_context.project] { return leftDraft(*project); },
        [this](const Result<QByteArray>& json) {
            const auto draft = json ? appraisal::readDraft(*json) : std::nullopt;
            if (draft && !m_editor->unkept())
                m_editor->resume(*draft);
            choose();
        });
}

void InstrumentsRoom::refresh()
{
    m_reading.over(
        this, [project = &m_context.project] { return ownInstruments(*project); },
        [this](const Result<std::vector<appraisal::Instrument>>& own) {
            if (!own)
                return m_banner->say(words::sentence(own.error()), Tone::Exclude);
            std::vector<LibraryModel::Row> rows;
            for (const appraisal::Instrument& one : *own)
                rows.push_back({one, true});
            for (const QString& id : appraisal::shippedIds())
                rows.push_back({*appraisal::findShipped(id), false});
            if (const LibraryModel::Row* now = chosen(); now && m_wantedId.isEmpty()) {
                m_wantedId = now->instrument.id;
                m_wantedVersion = now->instrument.version;
            }
            m_model->setRows(std::move(rows));
            m_list->setCurrentIndex(m_model->index(std::max(0, m_model->rowOf(m_wantedId, m_wantedVersion)), 0));
            m_wantedId.clear();
            choose();
        });
}

const LibraryModel::Row* InstrumentsRoom::chosen() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < int(m_model->rows().size()) ? &m_model->rows()[std::size_t(row)] : nullptr;
}

/// What can be done with the chosen one, and what it is.
void InstrumentsRoom::choose()
{
    const LibraryModel::Row* row = chosen();
    for (QPushButton* button : {m_duplicate, m_export, m_compare})
        button->setEnabled(row);
    m_edit->setEnabled(row && row->own);
    m_edit->setToolTip(row && !row->own ? tr("What comes with Winnow stays as it is: duplicate it and change the copy")
                                        : tr("Makes another version of it (Enter)"));
    const QString whyNot = m_context.whyNot(Right::Extend);
    m_import->setEnabled(whyNot.isEmpty());
    m_import->setToolTip(whyNot);
    m_resume->setVisible(m_editor->unkept());
    if (!row)
        return m_about->clear();
    QStringList parts{row->instrument.citation, row->instrument.guidance, row->instrument.help};
    parts.removeAll(QString());
    if (!row->own)
        parts.prepend(tr("The questions are Winnow’s own paraphrase and do not replace the official guidance."));
    m_about->setText(parts.isEmpty() ? tr("Nothing is said about it yet.") : parts.join(QStringLiteral("  ·  ")));
}

/// What lies on the desk and is not kept is not put away without asking.
void InstrumentsRoom::edit(const appraisal::InstrumentDraft& draft)
{
    if (!m_editor->unkept())
        return begin(draft);
    const QString name = m_editor->desk().draft().head.name;
    const Confirmation question{tr("Put away what you have written?"),
                                tr("“%1” has changes that are not kept in the review. They are lost when another "
                                   "instrument is opened.")
                                    .arg(name.isEmpty() ? tr("New instrument") : name),
                                tr("Put away")};
    m_context.dialogs.confirm(question, this, [this, draft] { begin(draft); });
}

void InstrumentsRoom::begin(const appraisal::InstrumentDraft& draft)
{
    m_pages->setCurrentIndex(Editing);
    m_editor->begin(draft);
}

void InstrumentsRoom::editChosen()
{
    const LibraryModel::Row* row = chosen();
    if (!row)
        return;
    if (!row->own)
        return duplicateChosen();
    // Another version of it: what assessments were made with stays as it is.
    appraisal::InstrumentDraft draft = appraisal::draftOf(row->instrument);
    do
        draft.head.version = versionAfter(draft.head.version);
    while (m_model->rowOf(draft.head.id, draft.head.version) >= 0);
    edit(draft);
}

void InstrumentsRoom::duplicateChosen()
{
    const LibraryModel::Row* row = chosen();
    if (!row)
        return;
    QString id = row->instrument.id + QStringLiteral("-own");
    for (int n = 2; m_model->rowOf(id, QStringLiteral("1")) >= 0; ++n)
        id = row->instrument.id + QStringLiteral("-own-%1").arg(n);
    edit(appraisal::duplicateOf(row->instrument, id, tr("%1 (own version)").arg(row->instrument.name)));
}

void InstrumentsRoom::askImport()
{
    const FileQuestion question{tr("Import an instrument"), tr("Instruments (*.json);;All files (*)"), {}, {}, {}};
    m_context.dialogs.openFile(question, this, [this](const QString& path) { takeFile(path); });
}

void InstrumentsRoom::takeFile(const QString& path)
{
    m_context.hands.over(
        this,
        [project = &m_context.project, path]() -> Result<appraisal::Instrument> {
            const auto reading = readInstrumentFile(path);
            if (!reading)
                return Failure(reading.error());
            if (!reading->instrument)
                return Failure(unsound(QFileInfo(path).fileName(), reading->findings));
            if (const auto kept = storeInstrument(*project, *reading->instrument); !kept)
                return Failure(kept.error());
            return *reading->instrument;
        },
        [this, path](const Result<appraisal::Instrument>& instrument) {
            if (!instrument) {
                m_banner->say(words::sentence(instrument.error()), Tone::Exclude);
                return offerMending(path);
            }
            m_wantedId = instrument->id;
            m_wantedVersion = instrument->version;
            m_banner->say(tr("%1 is in the review: assessments can use it.").arg(titleOf(*instrument)));
            refresh();
            Q_EMIT kept();
        });
}

/// A file with faults can be opened as far as it is understood, and mended there.
void InstrumentsRoom::offerMending(const QString& path)
{
    QFile file(path);
    m_toMend
        = file.open(QIODevice::ReadOnly) ? appraisal::readDraft(file.read(appraisal::limits::bytes)) : std::nullopt;
    if (m_toMend)
        m_banner->offer(tr("Open and mend it"));
}

void InstrumentsRoom::askExport()
{
    const LibraryModel::Row* row = chosen();
    if (!row)
        return;
    const FileQuestion question{tr("Export the instrument"),
                                tr("Instruments (*.json)"),
                                {},
                                row->instrument.id + QLatin1Char('-') + row->instrument.version
                                    + QStringLiteral(".json"),
                                QStringLiteral("json")};
    m_context.dialogs.saveFile(question, this, [this, instrument = row->instrument](const QString& path) {
        if (auto saved = writeInstrumentFile(appraisal::writeInstrument(instrument), path); !saved)
            return m_banner->say(words::sentence(saved.error()), Tone::Exclude);
        m_banner->say(tr("Written to %1.").arg(path));
    });
}

void InstrumentsRoom::askCompare()
{
    const LibraryModel::Row* row = chosen();
    if (!row)
        return;
    // Other versions of the same one come first.
    std::vector<appraisal::Instrument> others;
    for (const bool same : {true, false}) {
        for (const LibraryModel::Row& other : m_model->rows()) {
            if (&other != row && (other.instrument.id == row->instrument.id) == same)
                others.push_back(other.instrument);
        }
    }
    QStringList titles;
    for (const appraisal::Instrument& other : others)
        titles << titleOf(other);
    const Choice question{tr("Compare %1").arg(titleOf(row->instrument)), tr("with the earlier"), titles, 0};
    m_context.dialogs.choose(question, this, [this, others, after = row->instrument](int at) {
        compare(others.at(std::size_t(at)), after);
    });
}

void InstrumentsRoom::compare(const appraisal::Instrument& before, const appraisal::Instrument& after)
{
    std::vector<appraisal::Difference> differences = appraisal::compare(before, after);
    m_compared->setText(
        differences.empty()
            ? tr("%1 and %2 say the same").arg(titleOf(before), titleOf(after))
            : tr("From %1 to %2, differences: %3").arg(titleOf(before), titleOf(after)).arg(differences.size()));
    m_differences->setRows(std::move(differences));
    m_pages->setCurrentIndex(Comparison);
    m_table->resizeRowsToContents();
    m_table->setFocus();
}

QString InstrumentsRoom::comparedText() const
{
    return m_compared->text();
}

void InstrumentsRoom::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_pages->currentIndex() == Comparison) {
        m_pages->setCurrentIndex(Library);
        return m_list->setFocus();
    }
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT back();
    if (event->key() == Qt::Key_Insert && m_pages->currentIndex() == Library)
        return m_new->click();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
