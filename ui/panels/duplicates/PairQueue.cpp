// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/duplicates/PairQueue.h"

#include "domain/Words.h"
#include "panels/duplicates/Parting.h"

#include <QCoreApplication>
#include <QLocale>

namespace winnow::ui {
namespace {

struct PairWords {
    Q_DECLARE_TR_FUNCTIONS(winnow::ui::PairWords)
};

} // namespace

const std::vector<ShownPair>& PairLists::of(PairList list) const
{
    switch (list) {
    case PairList::Joined: return joined;
    case PairList::Contradictions: return contradictions;
    case PairList::Doubtful: break;
    }
    return doubtful;
}

Result<PairLists> readPairs(Project& project)
{
    const Duplicates duplicates(project);
    const auto queue = duplicates.queue();
    const auto contradictions = duplicates.contradictions();
    const auto joined = joinedRecords(project);
    if (!queue || !contradictions || !joined)
        return Failure(!queue ? queue.error() : !contradictions ? contradictions.error() : joined.error());
    PairLists lists;
    for (const DoubtfulPair& pair : *queue)
        lists.doubtful.push_back({pair.b, pair.a, pair.score, pair.doubt});
    for (const RecordId record : *joined)
        lists.joined.push_back({record, {}, 0, PairDoubt::None});
    for (const PairContradiction& c : *contradictions) {
        for (std::size_t i = 1; i < c.chain.size(); ++i)
            lists.contradictions.push_back({c.chain[i], c.chain[i - 1], 0, PairDoubt::None});
        lists.contradictions.push_back({c.b, c.a, 0, PairDoubt::Chain});
    }
    return lists;
}

QString whyTogether(Project& project, const ShownPair& pair, PairList list)
{
    const Duplicates duplicates(project);
    QStringList parts;
    if (const auto accords = duplicates.compare(pair.partner, pair.record)) {
        for (const AspectAccord& accord : *accords)
            parts << words::name(accord);
    }
    QString why = parts.join(QStringLiteral(", "));
    if (list == PairList::Doubtful)
        return PairWords::tr("Score %1: %2. %3.")
            .arg(QLocale().toString(pair.score, 'f', 2), why, words::name(pair.doubt));
    const auto by = duplicates.joinedBy(pair.record);
    if (!by || !*by)
        return why;
    return ((*by)->byPerson ? PairWords::tr("Joined by a person: %1.").arg(why)
                            : PairWords::tr("Joined by %2: %1.").arg(why, words::name((*by)->rule)));
}

} // namespace winnow::ui
