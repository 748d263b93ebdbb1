// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FindQuery.h"

#include "store/RecordRows.h"
#include "store/Trail.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace winnow {
namespace {

/// Letters and digits stay; all else parts words, as the index's tokenizer does.
std::vector<std::string> wordsIn(const QString& text)
{
    std::vector<std::string> words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.push_back(word.toStdString());
        word.clear();
    };
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else
            flush();
    }
    flush();
    return words;
}

void addWords(std::string& expression, const QString& text, bool together, bool lastIsBeginning)
{
    const auto words = wordsIn(text);
    if (together && !words.empty()) {
        std::string phrase;
        for (const std::string& word : words)
            phrase += (phrase.empty() ? "" : " ") + word;
        expression += '"' + phrase + "\" ";
        return;
    }
    for (size_t i = 0; i < words.size(); ++i)
        expression += '"' + words[i] + (lastIsBeginning && i + 1 == words.size() ? "\"* " : "\" ");
}

/// Walks the index in order of number, a page at a time, until enough are found.
template <class Accept>
void collect(store::Reader& reader, const std::string& expression, qint64 page, Accept accept)
{
    qint64 after = 0;
    while (true) {
        const auto hits = store::matching(reader, expression, after, page);
        for (const qint64 id : hits) {
            if (!accept(id))
                return;
        }
        if (qint64(hits.size()) < page)
            return;
        after = hits.back();
    }
}

/// Reports whose note or label of the viewer holds the text.
std::unordered_set<qint64> remarked(store::Reader& reader, const QString& typed)
{
    std::unordered_set<qint64> reports;
    const QString wanted = typed.trimmed();
    for (const Stage stage : {Stage::Title, Stage::Fulltext}) {
        for (const store::MarkRow& row : store::ownMarks(reader, store::ChangeKind::Note, int(stage))) {
            const auto* text = std::get_if<std::string>(&row.value);
            if (text && QString::fromStdString(*text).contains(wanted, Qt::CaseInsensitive))
                reports.insert(store::reportOf(reader, row.subject));
        }
        for (const Label& label : reader.catalog().labels) {
            if (!label.name.contains(wanted, Qt::CaseInsensitive))
                continue;
            for (const store::MarkRow& row :
                 store::ownMarks(reader, store::ChangeKind::Tag, store::stageSlot(label.id.value, stage))) {
                if (std::holds_alternative<qint64>(row.value) && std::get<qint64>(row.value))
                    reports.insert(store::reportOf(reader, row.subject));
            }
        }
    }
    return reports;
}

bool sortedByNumber(std::span<const RecordId> ids)
{
    return std::is_sorted(ids.begin(), ids.end());
}

} // namespace

std::string findExpression(const QString& typed)
{
    std::string expression;
    const QStringList parts = typed.split(QLatin1Char('"'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool quoted = i % 2 == 1 && i + 1 < parts.size();
        const bool open = i + 1 == parts.size() && !typed.endsWith(QLatin1Char(' '));
        addWords(expression, parts[i], quoted, open && !quoted);
    }
    return expression;
}

std::vector<RecordId> findIn(store::Reader& reader, const QString& typed, std::span<const RecordId> within,
                             qint64 limit)
{
    const std::string expression = findExpression(typed);
    std::vector<RecordId> found;
    if (expression.empty())
        return found;
    const bool inOrder = sortedByNumber(within);
    std::unordered_set<qint64> seen;
    const std::unordered_set<qint64> extra = remarked(reader, typed);
    const auto belongs = [&](qint64 report) {
        return within.empty() || (inOrder && std::binary_search(within.begin(), within.end(), RecordId(report)))
            || !inOrder;
    };
    const auto accept = [&](qint64 record) {
        if (!reader.catalog().isLive(record))
            return true;
        const qint64 report = store::reportOf(reader, record);
        if (belongs(report) && seen.insert(report).second && inOrder)
            found.emplace_back(report);
        return !inOrder || qint64(found.size()) < limit;
    };
    collect(reader, expression, std::max<qint64>(limit, 200), accept);
    for (const qint64 report : extra)
        accept(report);
    if (inOrder) {
        std::sort(found.begin(), found.end());
    } else {
        // In an order of the person's own all hits are needed before the first can be told.
        for (const RecordId id : within) {
            if (seen.contains(id.value) && qint64(found.size()) < limit)
                found.push_back(id);
        }
    }
    if (qint64(found.size()) > limit)
        found.resize(size_t(limit));
    return found;
}

} // namespace winnow
