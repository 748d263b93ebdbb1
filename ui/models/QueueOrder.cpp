// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/QueueOrder.h"

#include "base/Hash.h"

#include <QCollator>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <numeric>

namespace winnow::ui {

namespace {

using Kind = QueueFilter::Kind;

struct FilterRow {
    Kind kind;
    const char* word; ///< in settings; stable
    const char* name;
};

constexpr std::array filterRows{
    FilterRow{Kind::Unscreened, "unscreened", QT_TRANSLATE_NOOP("Queue", "Unscreened")},
    FilterRow{Kind::All, "all", QT_TRANSLATE_NOOP("Queue", "All")},
    FilterRow{Kind::MyIncludes, "my-includes", QT_TRANSLATE_NOOP("Queue", "My includes")},
    FilterRow{Kind::MyExcludes, "my-excludes", QT_TRANSLATE_NOOP("Queue", "My excludes")},
    FilterRow{Kind::MyMaybes, "my-maybes", QT_TRANSLATE_NOOP("Queue", "My maybes")},
    FilterRow{Kind::Labelled, "label", ""},
    FilterRow{Kind::Noted, "noted", QT_TRANSLATE_NOOP("Queue", "With my note")},
    FilterRow{Kind::WithoutAbstract, "without-abstract", QT_TRANSLATE_NOOP("Queue", "Without abstract")},
    FilterRow{Kind::LastVotes, "last-votes", QT_TRANSLATE_NOOP("Queue", "My last votes")},
    FilterRow{Kind::SpeaksOf, "entity", ""},
    FilterRow{Kind::Noticed, "noticed", QT_TRANSLATE_NOOP("Queue", "Retracted or corrected")},
};

const FilterRow& rowOf(Kind kind)
{
    return *std::find_if(filterRows.begin(), filterRows.end(), [kind](const FilterRow& r) { return r.kind == kind; });
}

/// Puts `ids` in the order of `places`.
void arrange(std::vector<RecordId>& ids, const std::vector<std::size_t>& places)
{
    std::vector<RecordId> sorted;
    sorted.reserve(ids.size());
    for (const std::size_t place : places)
        sorted.push_back(ids[place]);
    ids = std::move(sorted);
}

std::vector<std::size_t> places(std::size_t n)
{
    std::vector<std::size_t> all(n);
    std::iota(all.begin(), all.end(), std::size_t(0));
    return all;
}

/// The last step of splitmix64 (Steele, Lea and Flood 2014): every bit of the number moves every bit of the result.
quint64 mix(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// The title without the signs and the article it begins with.
QString dictionaryTitle(const std::string& title)
{
    const QString text = QString::fromUtf8(title.data(), qsizetype(title.size())).toCaseFolded();
    qsizetype from = 0;
    while (from < text.size() && !text.at(from).isLetterOrNumber())
        ++from;
    for (const QStringView article : {u"the ", u"an ", u"a "}) {
        if (QStringView(text).mid(from).startsWith(article))
            return text.mid(from + article.size());
    }
    return text.mid(from);
}

/// "3 MESH:D008545 Melanoma".
bool parseEntity(QStringView words, Entity& entity)
{
    const qsizetype first = words.indexOf(QLatin1Char(' '));
    const qsizetype second = first < 0 ? -1 : words.indexOf(QLatin1Char(' '), first + 1);
    const int kind = first < 0 ? 0 : words.left(first).toInt();
    if (second < 0 || kind < 1 || kind > entityKinds)
        return false;
    entity = {EntityKind(kind), words.mid(first + 1, second - first - 1).toString().toStdString(),
              words.mid(second + 1).toString().toStdString()};
    return true;
}

} // namespace

QString wordOf(const QueueFilter& filter)
{
    const QString word = QString::fromLatin1(rowOf(filter.kind).word);
    if (filter.kind == Kind::SpeaksOf)
        return QStringLiteral("%1 %2 %3 %4")
            .arg(word, QString::number(int(filter.entity.kind)), QString::fromStdString(filter.entity.id),
                 QString::fromStdString(filter.entity.name));
    return filter.kind == Kind::Labelled ? QString(word + QLatin1Char(' ') + QString::number(filter.label.value))
                                         : word;
}

QueueFilter parseQueueFilter(QStringView word)
{
    const qsizetype blank = word.indexOf(QLatin1Char(' '));
    const QStringView name = blank < 0 ? word : word.left(blank);
    for (const FilterRow& row : filterRows) {
        if (name != QLatin1String(row.word))
            continue;
        const LabelId label(row.kind == Kind::Labelled ? word.mid(blank + 1).toLongLong() : 0);
        if (row.kind == Kind::Labelled && !label)
            break;
        QueueFilter filter{row.kind, label};
        if (row.kind == Kind::SpeaksOf && !parseEntity(word.mid(blank + 1), filter.entity))
            break;
        return filter;
    }
    return {};
}

QString nameOf(QueueOrder order)
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("Queue", text); };
    switch (order) {
    case QueueOrder::Newest: return tr(QT_TRANSLATE_NOOP("Queue", "Newest first"));
    case QueueOrder::Oldest: return tr(QT_TRANSLATE_NOOP("Queue", "Oldest first"));
    case QueueOrder::Title: return tr(QT_TRANSLATE_NOOP("Queue", "By title"));
    case QueueOrder::Random: return tr(QT_TRANSLATE_NOOP("Queue", "In random order"));
    case QueueOrder::Imported: break;
    }
    return tr(QT_TRANSLATE_NOOP("Queue", "As imported"));
}

QString nameOf(QueueFilter::Kind kind)
{
    const bool named = kind == Kind::Labelled || kind == Kind::SpeaksOf;
    return named ? QString() : QCoreApplication::translate("Queue", rowOf(kind).name);
}

quint64 queueSeed(const QString& projectUid, const QString& person, int stage)
{
    const QString text = projectUid + QChar(0x1f) + person + QChar(0x1f) + QString::number(stage);
    return hash64(text.toStdString());
}

void orderRandomly(std::vector<RecordId>& ids, quint64 seed)
{
    const auto place = [seed](RecordId id) { return mix(quint64(id.value) * 0x9e3779b97f4a7c15ULL ^ seed); };
    std::vector<std::pair<quint64, RecordId>> drawn;
    drawn.reserve(ids.size());
    for (const RecordId id : ids)
        drawn.emplace_back(place(id), id);
    std::sort(drawn.begin(), drawn.end());
    std::transform(drawn.begin(), drawn.end(), ids.begin(), [](const auto& one) { return one.second; });
}

void orderByYear(std::vector<RecordId>& ids, const std::vector<int>& years, bool newestFirst)
{
    std::vector<std::size_t> order = places(ids.size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if ((years[a] == 0) != (years[b] == 0))
            return years[b] == 0;
        return newestFirst ? years[a] > years[b] : years[a] < years[b];
    });
    arrange(ids, order);
}

void orderByTitle(std::vector<RecordId>& ids, const std::vector<std::string>& titles)
{
    QCollator collator{QLocale()};
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> keys;
    keys.reserve(titles.size());
    for (const std::string& title : titles)
        keys.push_back(collator.sortKey(dictionaryTitle(title)));
    std::vector<std::size_t> order = places(ids.size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    arrange(ids, order);
}

} // namespace winnow::ui
