// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/FindQuery.h"

#include "store/RecordRows.h"
#include "store/Trail.h"

#include <QRegularExpression>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace winnow {
namespace {

/// Letters and digits stay; all else parts words, as the index's tokenizer does. Accents are composed with their
/// letters first, since the tokenizer parts words at most marks that stand alone.
QStringList wordsIn(const QString& text)
{
    QStringList words;
    QString word;
    const auto flush = [&] {
        if (!word.isEmpty())
            words.push_back(word);
        word.clear();
    };
    for (const char32_t c : text.normalized(QString::NormalizationForm_C).toUcs4()) {
        if (QChar::isLetterOrNumber(c))
            word += QString::fromUcs4(&c, 1);
        else
            flush();
    }
    flush();
    return words;
}

void addWords(std::string& expression, const QString& text, bool lastIsBeginning)
{
    const QStringList words = wordsIn(text);
    for (qsizetype i = 0; i < words.size(); ++i)
        expression += '"' + words[i].toStdString() + (lastIsBeginning && i + 1 == words.size() ? "\"* " : "\" ");
}

/// What is typed by quotation marks: every second part is quoted if it is closed.
struct Parts {
    explicit Parts(const QString& typed) : parts(typed.split(QLatin1Char('"'))) { }
    QStringList parts;

    [[nodiscard]] bool isQuoted(qsizetype i) const { return i % 2 == 1 && i + 1 < parts.size(); }
};

/// " walking after stroke ": words one space apart, without case and accents, for looking for one run of words in
/// another.
QString plainWords(const QString& text)
{
    QString folded;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            folded += c;
    }
    return QLatin1Char(' ') + wordsIn(folded.toCaseFolded()).join(QLatin1Char(' ')) + QLatin1Char(' ');
}

/// The quoted parts of more than one word. The index does not know what stands beside what (that would double its
/// size): it finds records with all the words, and their text decides.
QStringList phrasesIn(const QString& typed)
{
    QStringList phrases;
    const Parts parts(typed);
    for (qsizetype i = 0; i < parts.parts.size(); ++i) {
        if (parts.isQuoted(i) && wordsIn(parts.parts[i]).size() > 1)
            phrases.push_back(plainWords(parts.parts[i]));
    }
    return phrases;
}

bool holdsPhrases(store::Reader& reader, qint64 id, const QStringList& phrases)
{
    if (phrases.isEmpty())
        return true;
    const auto record = store::fullRecord(reader, id);
    if (!record)
        return false;
    QStringList texts;
    for (const Field field : {Field::Title, Field::Abstract, Field::Authors, Field::Keywords, Field::Doi})
        texts.push_back(plainWords(QString::fromStdString(fieldText(*record, field))));
    return std::all_of(phrases.begin(), phrases.end(), [&](const QString& phrase) {
        return std::any_of(texts.begin(), texts.end(), [&](const QString& text) { return text.contains(phrase); });
    });
}

/// Walks the index in order of number, a page at a time, until enough are found.
template <class Accept> void collect(store::Reader& reader, const std::string& expression, qint64 page, Accept accept)
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
            for (const LabelId any : reader.catalog().allOf(label.id)) {
                for (const store::MarkRow& row :
                     store::ownMarks(reader, store::ChangeKind::Tag, store::stageSlot(any.value, stage))) {
                    if (std::holds_alternative<qint64>(row.value) && std::get<qint64>(row.value))
                        reports.insert(store::reportOf(reader, row.subject));
                }
            }
        }
    }
    return reports;
}

/// The report of a short number, "#1204" or "1204"; 0: there is none, or it is something else.
qint64 numbered(store::Reader& reader, const QString& typed)
{
    static const QRegularExpression shortNumber(QStringLiteral("^#?[1-9][0-9]{0,17}$"));
    const QString text = typed.trimmed();
    if (!shortNumber.match(text).hasMatch())
        return 0;
    const RecordId record = store::recordNamed(reader.catalog(), text);
    return record && reader.catalog().isLive(record.value) ? store::reportOf(reader, record.value) : 0;
}

bool sortedByNumber(std::span<const RecordId> ids)
{
    return std::is_sorted(ids.begin(), ids.end());
}

} // namespace

std::string findExpression(const QString& typed)
{
    std::string expression;
    const Parts parts(typed);
    for (qsizetype i = 0; i < parts.parts.size(); ++i) {
        const bool open = i + 1 == parts.parts.size() && !typed.endsWith(QLatin1Char(' '));
        addWords(expression, parts.parts[i], open);
    }
    return expression;
}

std::vector<RecordId> findIn(store::Reader& reader, const QString& typed, std::span<const RecordId> within,
                             qint64 limit)
{
    std::vector<RecordId> found;
    const qint64 byNumber = numbered(reader, typed);
    if (byNumber && typed.trimmed().startsWith(QLatin1Char('#'))) {
        if (within.empty() || std::find(within.begin(), within.end(), RecordId(byNumber)) != within.end())
            found.emplace_back(byNumber);
        return found;
    }
    const std::string expression = findExpression(typed);
    if (expression.empty())
        return found;
    const bool inOrder = sortedByNumber(within);
    std::unordered_set<qint64> seen;
    const std::unordered_set<qint64> extra = remarked(reader, typed);
    const QStringList phrases = phrasesIn(typed);
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
    if (byNumber) // without the sign it may be a word of other records, too, such as a year
        accept(byNumber);
    collect(reader, expression, std::max<qint64>(limit, 200),
            [&](qint64 record) { return !holdsPhrases(reader, record, phrases) || accept(record); });
    for (const qint64 one : extra)
        accept(one);
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
