// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/LookUp.h"

#include "formats/Format.h"
#include "formats/Read.h"
#include "formats/TextInput.h"
#include "project/SearchWords.h"

#include <QBuffer>

namespace winnow {
namespace {

struct LookedUp final : formats::ReadSink {
    std::vector<Record> records;

    bool record(Record&& record, const RawSpan&) override
    {
        records.push_back(std::move(record));
        return true;
    }
    void unreadable(Unreadable&&) override { }
    bool progress(qint64) override { return true; }
};

} // namespace

Result<std::vector<Record>> recordsIn(const QByteArray& body, const QString& format)
{
    const formats::Format* reader = formats::findFormat(format);
    QBuffer buffer;
    buffer.setData(body);
    if (!reader || !buffer.open(QIODevice::ReadOnly))
        return fail(ErrorCode::UnknownFormat, format);
    formats::TextInput input(buffer, formats::makeDecoder(QStringLiteral("utf-8")));
    LookedUp sink;
    if (const auto read = reader->read(input, sink); !read)
        return Failure(read.error());
    return std::move(sink.records);
}

Result<void> askTitles(Online& online, const TitleWay& how, const std::vector<QString>& titles, const JobContext& job,
                       const std::function<Result<void>(size_t, const QByteArray&)>& take)
{
    const sources::Service* service = sources::findService(QString::fromLatin1(how.way));
    if (!service || titles.empty())
        return {};
    const QString name = sources::askedName(*service);
    const sources::Access access = online.access(*service);
    net::HttpClient client = online.client(*service, access);
    const auto total = qint64(titles.size());
    qint64 done = 0;
    client.setWaitingSink([&](const net::Waiting& waiting) { job.report(done, total, waitingSentence(waiting)); });
    for (const QString& title : titles) {
        job.report(done, total, name);
        const auto answer = client.ask(how.request(title, access), job.stop);
        if (!answer)
            return answer.error().code == ErrorCode::Cancelled ? fail(ErrorCode::SearchStopped, name)
                                                               : fail(answer.error().code, name, answer.error().detail);
        if (const auto taken = take(size_t(done), answer->body); !taken)
            return fail(taken.error().code, name, taken.error().detail);
        ++done;
    }
    return {};
}

Result<void> lookUp(Online& online, const LookUp& what, const JobContext& job,
                    const std::function<void(const Record&)>& take)
{
    const sources::Service* service = sources::findService(QString::fromLatin1(what.way));
    if (!service || what.ids.empty())
        return {};
    const QString name = sources::askedName(*service);
    const sources::Access access = online.access(*service);
    sources::Query query;
    for (const std::string& id : what.ids)
        query.text += QString::fromStdString(id) + QLatin1Char(' ');
    const auto walk = service->begin(query, access);
    net::HttpClient client = online.client(*service, access);
    const auto total = qint64(what.ids.size());
    qint64 done = 0;
    client.setWaitingSink([&](const net::Waiting& waiting) { job.report(done, total, waitingSentence(waiting)); });
    while (const auto next = walk->next()) {
        job.report(done, total, name);
        const auto answer = client.ask(*next, job.stop, [&](const net::Answer& a) { return walk->ownWords(a); });
        if (!answer)
            return answer.error().code == ErrorCode::Cancelled ? fail(ErrorCode::SearchStopped, name)
                                                               : fail(answer.error().code, name, answer.error().detail);
        if (const auto taken = walk->take(*answer); !taken)
            return fail(taken.error().code, name, taken.error().detail);
        const auto records = recordsIn(answer->body, QString::fromLatin1(service->format));
        if (!records)
            return fail(records.error().code, name, records.error().detail);
        for (const Record& record : *records)
            take(record);
        const sources::Summary summary = walk->summary();
        done = summary.records;
    }
    return {};
}

} // namespace winnow
