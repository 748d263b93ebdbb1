// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/FoundPage.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/FoundSection.h"
#include "project/Credits.h"
#include "project/Records.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

/// What is found out about records that are here: notices, entities, full texts.
namespace winnow::ui {

namespace {

constexpr int entitiesListed = 12; // of each kind

} // namespace

void FoundPage::makeNotices(QVBoxLayout* column)
{
    m_notices = new FoundSection(m_context.theme, tr("Retractions, concerns, corrections"),
                                 tr("Asks PubMed and Crossref about every record. What they know is shown in lists and "
                                    "over the abstract; it never casts a vote."),
                                 this);
    connect(m_notices->addButton(tr("Check")), &QPushButton::clicked, this, &FoundPage::checkNotices);
    connect(m_notices, &FoundSection::linkChosen, this, [this] {
        const auto noticed = RecordNotices(m_context.project).noticed();
        if (noticed)
            Q_EMIT recordsRequested(tr("Retracted or corrected"), QList<RecordId>(noticed->begin(), noticed->end()));
    });
    column->addWidget(m_notices);
}

void FoundPage::checkNotices()
{
    ask<NoticesReport>(
        m_notices, tr("looking for retractions"),
        [project = &m_context.project, online = way()](const JobContext& job) {
            return RecordNotices(*project).check(*online, job);
        },
        [this](const NoticesReport& report) {
            QStringList lines{tr("Records asked about: %1; new notices: %2.")
                                  .arg(numberText(report.asked), numberText(report.fresh))};
            qint64 all = 0;
            for (const auto& [kind, n] : report.found) {
                lines << tr("%1: %2", "kind of notice: records").arg(words::wordOf(kind), numberText(n));
                all += n;
            }
            if (all > 0)
                lines << QStringLiteral("<a href=\"noticed\">%1</a>").arg(tr("Show these records"));
            for (const QString& trouble : report.troubles)
                lines << trouble.toHtmlEscaped();
            m_notices->say(lines.join(QStringLiteral("<br>")), false);
        });
}

void FoundPage::makeEntities(QVBoxLayout* column)
{
    m_entities = new FoundSection(m_context.theme, tr("What records speak of"),
                                  tr("Genes, chemicals, diseases, species, variants and cell lines from PubTator, kept "
                                     "in this file. Machines see them, and are wrong at times."),
                                  this);
    connect(m_entities->addButton(tr("Fetch")), &QPushButton::clicked, this, &FoundPage::fetchEntities);
    m_fullTextsToo = m_entities->addChoice(tr("open full texts, too"));
    m_fullTextsToo->setToolTip(
        tr("Slower. Where a full text is open, PubTator says what stands in it, not only in title "
           "and abstract."));
    connect(m_entities->addButton(tr("Save as a table…")), &QPushButton::clicked, this, [this] {
        saveTable(
            tr("Save what records speak of"), QStringLiteral("entities.csv"),
            [project = &m_context.project]() -> Result<QByteArray> {
                const auto tallies = Entities(*project).tallies();
                return tallies ? Result<QByteArray>(Entities::csv(*tallies)) : Failure(tallies.error());
            },
            m_entities);
    });
    connect(m_entities, &FoundSection::linkChosen, this, &FoundPage::showEntity);
    column->addWidget(m_entities);
}

void FoundPage::fetchEntities()
{
    ask<EntitiesReport>(
        m_entities, tr("asking PubTator"),
        [project = &m_context.project, online = way(), full = m_fullTextsToo->isChecked()](const JobContext& job) {
            return Entities(*project).fetch(*online, full, job);
        },
        [this](const EntitiesReport&) { refresh(); });
}

/// A name leads to the records that speak of it; the most frequent ones of each kind.
void FoundPage::tellEntities(const std::vector<EntityTally>& tallies)
{
    QStringList lines;
    for (int kind = 1; kind <= entityKinds; ++kind) {
        QStringList names;
        qint64 more = 0;
        for (const EntityTally& tally : tallies) {
            if (tally.entity.kind != EntityKind(kind))
                continue;
            if (names.size() == entitiesListed) {
                ++more;
                continue;
            }
            names << QStringLiteral("<a href=\"%1 %2\">%3</a>&nbsp;%4")
                         .arg(QString::number(kind), QString::fromStdString(tally.entity.id).toHtmlEscaped(),
                              QString::fromStdString(tally.entity.name).toHtmlEscaped(), numberText(tally.records));
        }
        if (names.isEmpty())
            continue;
        if (more > 0)
            names << tr("and %1 more").arg(numberText(more));
        lines
            << QStringLiteral("<b>%1</b>: %2").arg(words::pluralOf(EntityKind(kind)), names.join(QStringLiteral(", ")));
    }
    m_entities->say(lines.join(QStringLiteral("<br>")));
}

void FoundPage::showEntity(const QString& target)
{
    const auto kind = EntityKind(target.section(QLatin1Char(' '), 0, 0).toInt());
    const std::string id = target.section(QLatin1Char(' '), 1).toStdString();
    m_reading.over(
        this, [project = &m_context.project, kind, id] { return Entities(*project).recordsWith(kind, id); },
        [this, id](const Result<std::vector<RecordId>>& records) {
            if (records)
                Q_EMIT recordsRequested(tr("Speaks of %1").arg(QString::fromStdString(id)),
                                        QList<RecordId>(records->begin(), records->end()));
        });
}

void FoundPage::makeFreeTexts(QVBoxLayout* column)
{
    m_freeTexts = new FoundSection(m_context.theme, tr("Free full texts"),
                                   tr("Asks Unpaywall and Europe PMC about the reports that are sought. Only what its "
                                      "licence lets you copy is fetched."),
                                   this);
    connect(m_freeTexts->addButton(tr("Look for them")), &QPushButton::clicked, this, &FoundPage::lookForFreeTexts);
    m_fetchTexts = m_freeTexts->addButton(tr("Fetch PDFs"));
    m_saveMissing = m_freeTexts->addButton(tr("Save a list for the library…"));
    connect(m_fetchTexts, &QPushButton::clicked, this, &FoundPage::fetchFreeTexts);
    connect(m_saveMissing, &QPushButton::clicked, this, [this] {
        saveTable(
            tr("Save a list for the library"), QStringLiteral("for-the-library.csv"),
            [project = &m_context.project, missing = m_missingTexts] {
                return FreeTexts(*project).listForLibrary(missing);
            },
            m_freeTexts);
    });
    m_fetchTexts->hide();
    m_saveMissing->hide();
    column->addWidget(m_freeTexts);
}

void FoundPage::makeCredits(QVBoxLayout* column)
{
    const QString credits = creditsOfFinding().join(QStringLiteral(" · "));
    m_credits = new TextLabel(m_context.theme, Text::Small,
                              tr("%1. None of them endorses what is made of it.").arg(credits), this);
    m_credits->setDim(true);
    m_credits->setWordWrap(true);
    column->addWidget(m_credits);
}

void FoundPage::lookForFreeTexts()
{
    ask<FreeTextsReport>(
        m_freeTexts, tr("looking for full texts"),
        [project = &m_context.project, online = way()](const JobContext& job) {
            return FreeTexts(*project).look(*online, job);
        },
        [this](const FreeTextsReport& report) { tellFreeTexts(report); });
}

void FoundPage::tellFreeTexts(const FreeTextsReport& report)
{
    const auto copies = std::count_if(report.found.begin(), report.found.end(),
                                      [](const auto& one) { return one.second.mayBeFetched(); });
    QStringList lines{tr("To be read freely: %1; of these with a licence to copy: %2; found nowhere: %3.")
                          .arg(numberText(qint64(report.found.size())), numberText(copies),
                               numberText(qint64(report.missing.size())))};
    if (report.found.empty() && report.missing.empty())
        lines = QStringList{tr("No report is sought for retrieval yet.")};
    for (const QString& trouble : report.troubles)
        lines << trouble.toHtmlEscaped();
    m_missingTexts = report.missing;
    m_fetchTexts->setVisible(copies > 0);
    m_saveMissing->setVisible(!report.missing.empty());
    m_freeTexts->say(lines.join(QStringLiteral("<br>")));
}

/// They go to a folder beside the review, where they are found again.
void FoundPage::fetchFreeTexts()
{
    const QFileInfo file(m_context.project.path());
    const QString folder
        = file.absolutePath() + QLatin1Char('/') + file.completeBaseName() + QStringLiteral(" full texts");
    ask<FetchedTexts>(
        m_freeTexts, tr("fetching full texts"),
        [project = &m_context.project, online = way(), folder](const JobContext& job) {
            return FreeTexts(*project).fetch(*online, folder, true, job);
        },
        [this, folder](const FetchedTexts& fetched) {
            QStringList lines{tr("Fetched and received: %1, in %2.")
                                  .arg(numberText(qint64(fetched.files.size())), folder.toHtmlEscaped())};
            if (fetched.notAllowed > 0)
                lines << tr("To be read at their place only: %1.").arg(numberText(fetched.notAllowed));
            if (!fetched.failed.empty())
                lines << tr("Where the address gave no PDF: %1.").arg(numberText(qint64(fetched.failed.size())));
            m_freeTexts->say(lines.join(QStringLiteral("<br>")));
        });
}

void FoundPage::saveTable(const QString& title, const QString& name, std::function<Result<QByteArray>()> table,
                          FoundSection* section)
{
    const FileQuestion question{title, tr("Tables (*.csv)"), {}, name, QStringLiteral("csv")};
    m_context.dialogs.saveFile(question, this, [this, table = std::move(table), section](const QString& path) {
        m_reading.over(
            this,
            [table, path]() -> Result<void> {
                const auto bytes = table();
                if (!bytes)
                    return Failure(bytes.error());
                QSaveFile file(path);
                if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
                    return fail(ErrorCode::FileNotWritable, path, file.errorString());
                return {};
            },
            [path, section](const Result<void>& done) {
                if (!done)
                    return section->say(words::sentence(done.error()).toHtmlEscaped(), true);
                section->say(tr("Saved as %1.").arg(path.toHtmlEscaped()));
            });
    });
}

void FoundPage::refresh()
{
    for (FoundSection* section : {m_adding, m_chasing}) {
        section->setBusy(false);
        section->setWhyNot(m_context.whyNot(Right::Extend));
    }
    for (FoundSection* section : {m_filling, m_notices, m_freeTexts}) {
        section->setBusy(false);
        section->setWhyNot(m_context.whyNot(Right::Work));
    }
    m_entities->setBusy(false);
    m_entities->setWhyNot(m_context.project.readOnly() ? whyReadOnly() : QString());
    if (m_notices->said().isEmpty()) {
        const auto day = RecordNotices(m_context.project).lastChecked();
        if (day)
            m_notices->say(day->isValid() ? tr("Last checked on %1.").arg(day->toString(Qt::ISODate))
                                          : tr("Never checked."));
    }
    m_reading.over(
        this, [project = &m_context.project] { return Entities(*project).tallies(); },
        [this](const Result<std::vector<EntityTally>>& tallies) {
            if (tallies)
                tellEntities(*tallies);
        });
}

} // namespace winnow::ui
