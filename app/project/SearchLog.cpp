// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/SearchLog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

namespace winnow {
namespace {

using sources::Gap;

QJsonArray packedGaps(const std::vector<Gap>& gaps)
{
    QJsonArray array;
    for (const Gap& gap : gaps) {
        QJsonArray ids;
        for (const std::string& id : gap.ids)
            ids.append(QString::fromStdString(id));
        array.append(QJsonArray{int(gap.why), gap.records, ids});
    }
    return array;
}

std::vector<Gap> unpackedGaps(const QJsonArray& array)
{
    std::vector<Gap> gaps;
    for (const QJsonValue& value : array) {
        const QJsonArray parts = value.toArray();
        Gap gap{Gap::Why(std::clamp(parts.at(0).toInt(), 0, int(Gap::Why::Stopped))), parts.at(1).toInteger(), {}};
        for (const QJsonValue& id : parts.at(2).toArray())
            gap.ids.push_back(id.toString().toStdString());
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

QJsonArray packedAnswers(const std::vector<AnswerNote>& answers)
{
    QJsonArray array;
    for (const AnswerNote& answer : answers)
        array.append(QJsonArray{answer.at, answer.address, answer.status, answer.bytes, answer.hash, answer.kept});
    return array;
}

std::vector<AnswerNote> unpackedAnswers(const QJsonArray& array)
{
    std::vector<AnswerNote> answers;
    for (const QJsonValue& value : array) {
        const QJsonArray parts = value.toArray();
        answers.push_back({parts.at(0).toInteger(), parts.at(1).toString(), parts.at(2).toInt(),
                           parts.at(3).toInteger(), parts.at(4).toString(), parts.at(5).toBool(true)});
    }
    return answers;
}

QStringList listed(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& one : value.toArray())
        list.append(one.toString());
    return list;
}

} // namespace

std::string packSearch(const SearchRecord& s)
{
    const QJsonObject object{
        {QStringLiteral("database"), s.database},
        {QStringLiteral("source"), s.source},
        {QStringLiteral("platform"), s.platform},
        {QStringLiteral("query"), s.query.text},
        {QStringLiteral("from"), s.query.filters.from.toString(Qt::ISODate)},
        {QStringLiteral("to"), s.query.filters.to.toString(Qt::ISODate)},
        {QStringLiteral("humans"), s.query.filters.humans},
        {QStringLiteral("languages"), QJsonArray::fromStringList(s.query.filters.languages)},
        {QStringLiteral("types"), QJsonArray::fromStringList(s.query.filters.types)},
        {QStringLiteral("limit"), s.query.limit},
        {QStringLiteral("today"), s.query.today.toString(Qt::ISODate)},
        {QStringLiteral("sent"), s.sent},
        {QStringLiteral("translated"), s.translated},
        {QStringLiteral("began"), s.began},
        {QStringLiteral("ended"), s.ended},
        {QStringLiteral("hits"), s.hits},
        {QStringLiteral("delivered"), s.delivered},
        {QStringLiteral("records"), s.records},
        {QStringLiteral("new"), s.fresh},
        {QStringLiteral("known"), s.known},
        {QStringLiteral("changed"), s.changed},
        {QStringLiteral("unreadable"), s.unreadable},
        {QStringLiteral("complete"), s.complete},
        {QStringLiteral("by"), s.by},
        {QStringLiteral("of"), s.of},
        {QStringLiteral("warnings"), QJsonArray::fromStringList(s.warnings)},
        {QStringLiteral("changed_ids"), QJsonArray::fromStringList(s.changedIds)},
        {QStringLiteral("retracted_ids"), QJsonArray::fromStringList(s.retractedIds)},
        {QStringLiteral("gaps"), packedGaps(s.gaps)},
        {QStringLiteral("answers"), packedAnswers(s.answers)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

SearchRecord unpackSearch(qint64 number, const std::string& packed)
{
    const QJsonObject o = QJsonDocument::fromJson(QByteArray::fromStdString(packed)).object();
    const auto text = [&](const char* key) { return o.value(QLatin1String(key)).toString(); };
    const auto count = [&](const char* key, qint64 none = 0) { return o.value(QLatin1String(key)).toInteger(none); };
    const auto day = [&](const char* key) { return QDate::fromString(text(key), Qt::ISODate); };
    SearchRecord s;
    s.name = QString::number(number, 16);
    s.database = text("database");
    s.source = text("source");
    s.platform = text("platform");
    s.query = {text("query"),
               {day("from"), day("to"), o.value(QLatin1String("humans")).toBool(),
                listed(o.value(QLatin1String("languages"))), listed(o.value(QLatin1String("types")))},
               count("limit"),
               day("today"),
               false};
    s.sent = text("sent");
    s.translated = text("translated");
    s.began = count("began");
    s.ended = count("ended");
    s.hits = count("hits", -1);
    s.delivered = count("delivered");
    s.records = count("records");
    s.fresh = count("new");
    s.known = count("known");
    s.changed = count("changed");
    s.unreadable = count("unreadable");
    s.complete = o.value(QLatin1String("complete")).toBool();
    s.by = text("by");
    s.of = text("of");
    s.warnings = listed(o.value(QLatin1String("warnings")));
    s.changedIds = listed(o.value(QLatin1String("changed_ids")));
    s.retractedIds = listed(o.value(QLatin1String("retracted_ids")));
    s.gaps = unpackedGaps(o.value(QLatin1String("gaps")).toArray());
    s.answers = unpackedAnswers(o.value(QLatin1String("answers")).toArray());
    return s;
}

store::Edit searchEdit(const SearchRecord& search)
{
    return {store::ChangeKind::Search, 0, searchNumber(search.name), store::Value(packSearch(search))};
}

/// Known by a random number, so that searches made in two copies stand beside each other.
QString newSearchName()
{
    return QString::number(qint64(QRandomGenerator::system()->generate64() >> 2) | (qint64(1) << 60), 16);
}

qint64 searchNumber(const QString& name)
{
    return name.toLongLong(nullptr, 16);
}

} // namespace winnow
