// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalSheets.h"

#include "appraisal/InstrumentJson.h"
#include "project/Instruments.h"
#include "project/Writing.h"

#include <algorithm>
#include <mutex>

namespace winnow {
namespace {

using store::Change;
using store::ChangeId;

QJsonArray quotesIn(const Said& said)
{
    QJsonArray quotes;
    for (const Quote& quote : said.quotes)
        quotes.append(QJsonArray{quote.file, quote.page, quote.range, quote.text});
    return quotes;
}

QJsonArray arrayIn(const store::Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text ? QJsonDocument::fromJson(QByteArray::fromStdString(*text)).array() : QJsonArray();
}

void put(std::map<QString, Said>& said, const Change& change)
{
    auto one = unpackSaid(change.edit.value);
    if (one && !one->second.value.isEmpty())
        said[one->first] = std::move(one->second);
}

/// The latest change of each person and slot.
std::map<std::pair<qint64, qint64>, const Change*> latest(const std::vector<Change>& changes,
                                                          std::optional<ChangeId> end)
{
    std::map<std::pair<qint64, qint64>, const Change*> standing;
    for (const Change& change : changes) { // by id
        if (!end || change.id < *end)
            standing[{change.author.value, change.edit.slot}] = &change;
    }
    return standing;
}

} // namespace

Result<appraisal::Instrument> keptInstrument(store::Database& db, InstrumentId id)
{
    static std::mutex mutex;
    static std::map<std::string, appraisal::Reading> known; // by text: a kept instrument never changes
    constexpr std::size_t most = 100;
    const auto json = store::instrumentText(db, id.value);
    if (!json)
        return fail(ErrorCode::BadInput, {}, QStringLiteral("an instrument that the project does not keep"));
    const std::lock_guard lock(mutex);
    auto at = known.find(*json);
    if (at == known.end()) {
        if (known.size() >= most)
            known.clear();
        at = known.emplace(*json, appraisal::readInstrument(QByteArray::fromStdString(*json))).first;
    }
    if (!at->second.instrument)
        return Failure(unsound(QStringLiteral("instrument %1").arg(id.value), at->second.findings));
    return *at->second.instrument;
}

store::Value packSaid(const QString& key, const Said& said)
{
    return packed(QJsonArray{key, said.value, said.why, quotesIn(said)});
}

std::optional<std::pair<QString, Said>> unpackSaid(const store::Value& value)
{
    const QJsonArray array = arrayIn(value);
    if (array.size() < 4 || !array[0].isString())
        return std::nullopt;
    Said said{array[1].toString(), array[2].toString(), {}};
    for (const QJsonValue& quote : array[3].toArray())
        said.quotes.push_back({quote[0].toString(), quote[1].toInt(), quote[2].toString(), quote[3].toString()});
    return std::pair(array[0].toString(), std::move(said));
}

std::vector<AppraisalSheet> sheetsUpTo(const std::vector<Change>& answered, const std::vector<Change>& judged,
                                       std::optional<ChangeId> end)
{
    std::map<qint64, AppraisalSheet> sheets;
    for (const auto& [key, change] : latest(answered, end))
        put(sheets[key.first].answers, *change);
    for (const auto& [key, change] : latest(judged, end))
        put(sheets[key.first].judgements, *change);
    std::vector<AppraisalSheet> list;
    for (auto& [author, sheet] : sheets) {
        sheet.by = ReviewerId(author);
        if (!sheet.empty())
            list.push_back(std::move(sheet));
    }
    return list;
}

Consensus consensusOf(const std::vector<Change>& settled, const appraisal::Instrument& instrument,
                      const QString& variant)
{
    Consensus consensus;
    std::map<qint64, std::vector<Change>> bySlot;
    for (const Change& head : store::settledHeads(settled))
        bySlot[head.edit.slot].push_back(head);
    for (const auto& [slot, heads] : bySlot) {
        std::map<QString, std::pair<QString, Said>> different;
        for (const Change& head : heads) {
            if (auto one = unpackSaid(head.edit.value))
                different[one->second.value] = std::move(*one);
        }
        if (different.size() == 1 && !different.begin()->first.isEmpty()) {
            auto& [key, said] = different.begin()->second;
            const bool item = appraisal::findItem(instrument, variant, key) != nullptr;
            (item ? consensus.sheet.answers : consensus.sheet.judgements)[key] = std::move(said);
            consensus.last = std::max(consensus.last, heads.back().id);
        } else if (different.size() > 1) {
            consensus.clashing.append(different.rbegin()->second.first);
        }
    }
    return consensus;
}

} // namespace winnow
