// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/QueueDesk.h"

#include "domain/Words.h"
#include "project/Imports.h"
#include "project/Records.h"

#include <QLocale>

#include <utility>

namespace winnow::ui {

namespace {

/// From here on ordering by what stands in the records shows its progress and can be cancelled.
constexpr qint64 largeQueue = 20000;
/// The first page of what was found comes at once, the rest a moment later.
constexpr qint64 firstFound = 200;
constexpr qint64 mostFound = 200000;

} // namespace

QueueDesk::QueueDesk(const PanelContext& context, Stage stage, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_stage(stage)
    , m_model(context.project)
{
    m_request.stage = stage;
    m_loader.setMaxThreadCount(1);
    m_finder.setMaxThreadCount(1);
    connect(&context.jobs, &Jobs::ended, this, [this](int job, Outcome outcome, const Error& error) {
        if (job != m_job || outcome == Outcome::Done)
            return;
        take(m_number, std::make_shared<Result<QueueSnapshot>>(Failure(error)));
    });
}

QueueDesk::~QueueDesk()
{
    ++m_asked;
    m_stop.request_stop();
    if (m_job != 0)
        m_context.jobs.cancel(m_job);
    for (QThreadPool* pool : {&m_loader, &m_finder}) {
        pool->clear();
        pool->waitForDone();
    }
}

QString QueueDesk::scope() const
{
    return QStringLiteral("%1-%2-%3")
        .arg(m_context.project.uid(), words::wordOf(m_stage))
        .arg(m_context.project.me().value);
}

void QueueDesk::takeUp()
{
    const int order = m_context.settings.number(Setting::QueueOrder, scope());
    m_request.order = order >= 0 && order <= int(QueueOrder::Random) ? QueueOrder(order) : QueueOrder::Imported;
    m_request.filter = parseQueueFilter(m_context.settings.text(Setting::QueueFilter, scope()));
    Q_EMIT requestChanged();
    load();
}

void QueueDesk::keepRequest()
{
    m_context.settings.set(Setting::QueueOrder, int(m_request.order), scope());
    m_context.settings.set(Setting::QueueFilter, wordOf(m_request.filter), scope());
}

void QueueDesk::setOrder(QueueOrder order)
{
    m_request.order = order;
    Q_EMIT requestChanged();
    load();
}

void QueueDesk::setFilter(const QueueFilter& filter)
{
    m_request.filter = filter;
    Q_EMIT requestChanged();
    load();
}

RecordId QueueDesk::place() const
{
    return RecordId(m_context.settings.number(Setting::QueuePosition, scope()));
}

void QueueDesk::keepPlace(RecordId record)
{
    if (record)
        m_context.settings.set(Setting::QueuePosition, record.value, scope());
}

void QueueDesk::load()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    if (m_job != 0)
        m_context.jobs.cancel(std::exchange(m_job, 0));
    const int number = ++m_number;
    m_loading = number;
    const Result<Progressed> size = Screening(m_context.project, m_stage).progress();
    const bool large = size && size->done + size->left > largeQueue;
    if (large && readsEveryRecord(m_request.order) && m_request.filter.kind != QueueFilter::Kind::LastVotes)
        loadAsJob(number);
    else
        loadBeside(number);
}

void QueueDesk::loadAsJob(int number)
{
    const QPointer<QueueDesk> self(this);
    m_job = m_context.jobs.start(
        tr("Ordering the queue"),
        [self, number, project = &m_context.project, request = m_request](const JobContext& job) -> Result<void> {
            auto snapshot = std::make_shared<Result<QueueSnapshot>>(loadQueue(*project, request, job));
            if (!*snapshot)
                return Failure(snapshot->error());
            if (self)
                QMetaObject::invokeMethod(self.data(), [self, number, snapshot] { self->take(number, snapshot); });
            return {};
        });
}

void QueueDesk::loadBeside(int number)
{
    m_loader.clear();
    m_loader.start([this, number, project = &m_context.project, request = m_request, stop = m_stop.get_token()] {
        auto snapshot = std::make_shared<Result<QueueSnapshot>>(loadQueue(*project, request, {stop, {}}));
        QMetaObject::invokeMethod(this, [this, number, snapshot] { take(number, snapshot); });
    });
}

void QueueDesk::take(int number, const Snapshot& snapshot)
{
    if (number != m_number)
        return;
    m_loading = 0;
    m_job = 0;
    if (!*snapshot) {
        const bool first = !m_loadedOnce && m_request.order != QueueOrder::Imported;
        m_request = m_loadedOnce ? m_shown : QueueRequest{m_stage, QueueOrder::Imported, {}};
        Q_EMIT requestChanged();
        if (snapshot->error().code != ErrorCode::Cancelled)
            Q_EMIT failed(words::sentence(snapshot->error()));
        if (first)
            load();
        return;
    }
    QueueSnapshot& fresh = **snapshot;
    m_shown = fresh.request;
    m_atStage = fresh.atStage;
    m_loadedOnce = true;
    keepRequest();
    const Progressed progress = fresh.progress;
    m_model.show(std::move(fresh.sheet));
    Q_EMIT shown(progress);
    if (!m_words.isEmpty())
        find(m_words);
}

void QueueDesk::find(const QString& words)
{
    m_words = words.simplified();
    const int asked = ++m_asked;
    m_finder.clear();
    if (m_words.isEmpty()) {
        m_finding = 0;
        if (m_model.narrowed()) {
            m_model.narrow(std::nullopt);
            Q_EMIT narrowed({});
        }
        return;
    }
    m_finding = asked;
    m_finder.start([this, asked, text = m_words, within = m_model.queue()] {
        for (const qint64 limit : {firstFound, mostFound}) {
            if (m_asked != asked)
                return;
            auto found = std::make_shared<Found>(lookUp(text, within, limit));
            QMetaObject::invokeMethod(this, [this, asked, found] { takeFound(asked, *found); });
            if (found->whole)
                return;
        }
    });
}

QueueDesk::Found QueueDesk::lookUp(const QString& words, std::shared_ptr<const std::vector<RecordId>> within,
                                   qint64 limit) const
{
    Found found;
    found.within = std::move(within);
    found.indexed = Imports(m_context.project).findIndexComplete();
    if (found.within->empty())
        return found; // an empty queue would mean all records to the finder
    const Result<std::vector<RecordId>> hits = Records(m_context.project).find(words, *found.within, limit);
    if (!hits)
        return found;
    found.whole = qint64(hits->size()) < limit || limit == mostFound;
    // Both are in the order of the queue: one pass finds the rows.
    std::size_t row = 0;
    for (const RecordId hit : *hits) {
        while (row < found.within->size() && (*found.within)[row] != hit)
            ++row;
        if (row == found.within->size())
            break;
        found.rows.push_back(int(row));
    }
    return found;
}

void QueueDesk::takeFound(int asked, const Found& found)
{
    if (asked != m_asked || found.within != m_model.queue())
        return;
    if (found.whole)
        m_finding = 0;
    const QString n = QLocale().toString(qint64(found.rows.size()));
    m_model.narrow(found.rows);
    Q_EMIT narrowed(!found.indexed    ? tr("%1 found so far: new records are still being read").arg(n)
                        : found.whole ? tr("%1 found").arg(n)
                                      : tr("first %1").arg(n));
}

} // namespace winnow::ui
