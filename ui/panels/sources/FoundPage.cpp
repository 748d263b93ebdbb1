// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/FoundPage.h"

#include "domain/Words.h"
#include "models/SourcesModel.h"
#include "panels/sources/Accesses.h"
#include "panels/sources/FoundSection.h"
#include "project/Imports.h"
#include "project/Records.h"
#include "project/SearchWords.h"
#include "widgets/Frames.h"
#include "widgets/SectionLabel.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace winnow::ui {

namespace {

constexpr int pageWidth = 760;

/// Lines of a section; each is escaped already.
QString foundLines(const QStringList& lines)
{
    return lines.join(QStringLiteral("<br>"));
}

/// A way of finding is asked as the database behind it is searched; others get the address of who asks.
sources::Access asSearched(const sources::Service& service, const Online::Accesses& known)
{
    for (const sources::Service& searched : sources::registry()) {
        if (QLatin1String(searched.variable) == QLatin1String(service.variable))
            return known(searched);
    }
    sources::Access access = sources::accessFromEnvironment(service);
    if (access.email.isEmpty())
        access.email = known(sources::registry().front()).email;
    return access;
}

} // namespace

FoundPage::FoundPage(PanelContext& context, QWidget* parent) : QWidget(parent), m_context(context)
{
    const Theme& theme = context.theme;
    auto* tools = new ToolRow(theme, ToolRow::Line::Below, this);
    auto* back = new QPushButton(tr("Back to the sources"), tools);
    tools->addWidget(back);
    tools->addWidget(new TextLabel(theme, Text::Strong, tr("Find more, and complete what is here"), tools));
    tools->addStretch();
    auto* ground = new Ground(theme, Ground::Kind::Desk, this);
    auto* inner = new QWidget(ground);
    inner->setMaximumWidth(theme.px(pageWidth));
    auto* column = new QVBoxLayout(inner);
    column->setContentsMargins(0, theme.px(Theme::margin), 0, theme.px(Theme::margin));
    column->setSpacing(theme.px(Theme::gap));
    makeAdding(column);
    makeChasing(column);
    makeFilling(column);
    makeNotices(column);
    makeEntities(column);
    makeFreeTexts(column);
    makeCredits(column);
    column->addStretch(1);
    auto* middle = new QHBoxLayout(ground);
    middle->setContentsMargins(theme.px(Theme::margin), 0, theme.px(Theme::margin), 0);
    middle->addStretch(1);
    middle->addWidget(inner, 100);
    middle->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(ground);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(tools);
    whole->addWidget(scroll, 1);
    setFocusProxy(m_seeds);
    connect(back, &QPushButton::clicked, this, &FoundPage::closed);
    connect(&context.project, &Project::meChanged, this, &FoundPage::refresh);
}

/// The way out is made when it is first wanted: it has a thread of its own.
std::shared_ptr<Online> FoundPage::way()
{
    if (m_online)
        return m_online;
    m_online = std::make_shared<Online>(m_context.project.clock());
    if (m_accesses)
        m_online->setAccesses(
            [known = m_accesses()->way()](const sources::Service& service) { return asSearched(service, known); });
    return m_online;
}

void FoundPage::whenKeysAreRead(std::function<void()> then)
{
    if (!m_accesses)
        return then();
    m_accesses()->whenRead(this, std::move(then));
}

void FoundPage::makeAdding(QVBoxLayout* column)
{
    m_adding
        = new FoundSection(m_context.theme, tr("Add records that you know of"),
                           tr("One to a line: DOI, PubMed ID, PMC or NCT number, or title. They come in as “Added by "
                              "hand”, in the column of other methods."),
                           this);
    m_seeds = new QPlainTextEdit(m_adding);
    m_seeds->setAccessibleName(tr("Records to add"));
    // Each line keeps its direction: in a window from right to left a DOI would be turned around.
    m_seeds->setPlaceholderText(QStringLiteral("\u206610.1001/jama.2018.18743\u2069\n\u206630644983\u2069\n"
                                               "\u2066NCT00273364\u2069"));
    m_seeds->setTabChangesFocus(true);
    m_seeds->setLayoutDirection(Qt::LeftToRight); // an identifier is read so in any language
    m_seeds->setFixedHeight(m_context.theme.px(88));
    m_adding->addInput(m_seeds);
    connect(m_adding->addButton(tr("Add  Ctrl+Enter"), Look::Primary), &QPushButton::clicked, this,
            [this] { add(m_seeds->toPlainText()); });
    connect(m_adding, &FoundSection::linkChosen, this, &FoundPage::add);
    column->addWidget(m_adding);
}

void FoundPage::add(const QString& text)
{
    const std::vector<Seed> seeds = seedsIn(text);
    if (seeds.empty())
        return m_adding->say(tr("Write at least one DOI, PubMed ID, PMC or NCT number, or title first."), true);
    ask<SeedsReport>(
        m_adding, tr("adding records"),
        [project = &m_context.project, online = way(), seeds](const JobContext& job) {
            return Seeds(*project, *online).add(seeds, job);
        },
        [this](const SeedsReport& report) { tellAdded(report); });
}

void FoundPage::tellAdded(const SeedsReport& report)
{
    QStringList lines{tr("Records added: %1.").arg(numberText(report.records))};
    if (!report.here.empty()) {
        QStringList names;
        for (const auto& [seed, record] : report.here)
            names << tr("%1 (#%2)", "identifier (number)")
                         .arg(seed.text.toHtmlEscaped())
                         .arg(Records(m_context.project).number(record));
        lines << tr("In the review already: %1.").arg(names.join(QStringLiteral(", ")));
    }
    for (const Seed& seed : report.missing)
        lines << tr("%1 was not found: look for mistakes in it.").arg(seed.text.toHtmlEscaped());
    for (const OpenTitle& open : report.open) {
        lines << (open.matches.empty()
                      ? tr("“%1” was not found.").arg(open.title.toHtmlEscaped())
                      : tr("“%1” could be one of these; choose one to add it:").arg(open.title.toHtmlEscaped()));
        for (const sources::TitleMatch& match : open.matches)
            lines << QStringLiteral("&nbsp;&nbsp;<a href=\"%1\">%2</a> · %3 %4")
                         .arg(match.doi.toHtmlEscaped(), match.title.toHtmlEscaped(), match.firstAuthor.toHtmlEscaped(),
                              match.year ? QString::number(match.year) : QString());
    }
    m_adding->say(foundLines(lines));
    if (report.missing.empty() && report.open.empty())
        m_seeds->clear();
    if (report.records > 0)
        index();
}

void FoundPage::makeChasing(QVBoxLayout* column)
{
    m_chasing
        = new FoundSection(m_context.theme, tr("Follow citations"),
                           tr("From the included reports, over OpenAlex. What comes in counts under other methods "
                              "unless a database delivered it, too: look for duplicates afterwards."),
                           this);
    m_references = new QCheckBox(tr("what they cite"), m_chasing);
    m_citing = new QCheckBox(tr("what cites them"), m_chasing);
    m_references->setChecked(true);
    m_citing->setChecked(true);
    m_chasing->addInput(m_references);
    m_chasing->addInput(m_citing);
    connect(m_chasing->addButton(tr("Follow")), &QPushButton::clicked, this, [this] { chase(false); });
    connect(m_chasing->addButton(tr("Only count")), &QPushButton::clicked, this, [this] { chase(true); });
    column->addWidget(m_chasing);
}

void FoundPage::chase(bool countOnly)
{
    const ChaseRequest request{m_references->isChecked(), m_citing->isChecked(), {}, 0};
    if (!request.references && !request.citing)
        return m_chasing->say(tr("Choose which way to follow them."), true);
    ask<ChaseReport>(
        m_chasing, countOnly ? tr("counting citations") : tr("following citations"),
        [project = &m_context.project, online = way(), request,
         countOnly](const JobContext& job) -> Result<ChaseReport> {
            Chasing chasing(*project, *online);
            const auto seeds = chasing.seeds(request);
            if (!seeds)
                return Failure(seeds.error());
            if (seeds->names.empty()) // nothing to follow is no fault
                return ChaseReport{{}, 0, seeds->without};
            return countOnly ? chasing.count(request, job) : chasing.run(request, job);
        },
        [this, countOnly](const ChaseReport& report) {
            if (report.from == 0)
                return m_chasing->say(tr("No included report has a DOI or PubMed ID to begin with yet."));
            const SearchRecord& search = report.search.search;
            QStringList lines{
                countOnly
                    ? tr("From %1 reports there are %2 works.").arg(numberText(report.from), numberText(search.hits))
                    : tr("From %1 reports %2 records came in.")
                          .arg(numberText(report.from), numberText(search.records))};
            if (!report.without.empty())
                lines << tr("Without DOI and PubMed ID, and not followed: %1.")
                             .arg(numberText(qint64(report.without.size())));
            for (const QString& warning : search.warnings)
                lines << warning.toHtmlEscaped();
            for (const sources::Gap& gap : search.gaps)
                lines << gapSentence(gap).toHtmlEscaped();
            m_chasing->say(foundLines(lines));
            if (!countOnly && search.records > 0)
                index();
        });
}

void FoundPage::makeFilling(QVBoxLayout* column)
{
    m_filling = new FoundSection(m_context.theme, tr("Fill what is missing"),
                                 tr("Abstracts and identifiers from PubMed, Europe PMC, Crossref and OpenAlex. Records "
                                    "without any identifier are looked for by title, year and first author. Nothing "
                                    "changes before you say so, and one undo takes all of it back."),
                                 this);
    connect(m_filling->addButton(tr("Look for it")), &QPushButton::clicked, this, &FoundPage::lookForMissing);
    m_fill = m_filling->addButton(tr("Fill"), Look::Primary);
    m_fill->hide();
    connect(m_fill, &QPushButton::clicked, this, &FoundPage::fill);
    column->addWidget(m_filling);
}

void FoundPage::lookForMissing()
{
    m_fill->hide();
    ask<FillPlan>(
        m_filling, tr("looking for what is missing"),
        [project = &m_context.project, online = way()](const JobContext& job) {
            return Filling(*project).plan(*online, job);
        },
        [this](const FillPlan& plan) {
            m_plan = plan;
            QStringList lines;
            for (const auto& [field, n] : plan.byField())
                lines << tr("%1: %2", "field: number").arg(words::name(field), numberText(n));
            QStringList from;
            for (const auto& [service, n] : plan.byService())
                from << tr("%1 (%2)", "service (number)").arg(service, numberText(n));
            if (!from.isEmpty())
                lines << tr("From %1.").arg(from.join(QStringLiteral(", ")));
            if (plan.byTitle > 0)
                lines << tr("Without an identifier, and found by title: %1.").arg(numberText(plan.byTitle));
            if (plan.fields.empty())
                lines << (plan.lookedAt ? tr("Nobody has what is missing.")
                                        : tr("Nothing is missing that could be asked for."));
            if (plan.without > 0)
                lines << tr("Without an identifier, and not found by title for certain: %1.")
                             .arg(numberText(plan.without));
            for (const QString& trouble : plan.troubles)
                lines << trouble.toHtmlEscaped();
            m_filling->say(foundLines(lines));
            m_fill->setText(tr("Fill %1 fields").arg(numberText(qint64(plan.fields.size()))));
            m_fill->setVisible(!plan.fields.empty());
        });
}

void FoundPage::fill()
{
    m_fill->hide();
    ask<qint64>(
        m_filling, tr("filling what is missing"),
        [project = &m_context.project, plan = m_plan](const JobContext& job) {
            return Filling(*project).fill(plan, job);
        },
        [this](const qint64& filled) {
            m_filling->say(tr("Fields filled: %1. Undo takes all of it back.").arg(numberText(filled)));
        });
}

void FoundPage::index()
{
    m_context.jobs.start(tr("preparing find"), [project = &m_context.project](const JobContext& job) {
        return Imports(*project).buildFindIndex(job);
    });
}

void FoundPage::begun(FoundSection* section)
{
    section->setBusy(true);
    section->say(tr("Asking… The status bar shows how far it is, and stops it."));
}

void FoundPage::failed(FoundSection* section, const Error& error)
{
    refresh();
    section->say(words::sentence(error).toHtmlEscaped(), true);
}

void FoundPage::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        return add(m_seeds->toPlainText());
    if (event->key() == Qt::Key_Escape)
        return Q_EMIT closed();
    QWidget::keyPressEvent(event);
}

} // namespace winnow::ui
