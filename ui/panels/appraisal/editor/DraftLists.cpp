// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/DraftLists.h"

#include "panels/appraisal/editor/DraftParts.h"

#include <QCoreApplication>
#include <QLocale>

namespace winnow::ui {

namespace {

using appraisal::Answer;
using appraisal::InstrumentDraft;
using appraisal::Level;

QString tr(const char* text)
{
    return QCoreApplication::translate("DraftLists", text);
}

/// Empty: no points. None: no number.
std::optional<std::optional<double>> pointsIn(const QString& text)
{
    if (text.isEmpty())
        return std::optional<double>();
    bool good = false;
    double points = QLocale().toDouble(text, &good);
    if (!good)
        points = text.toDouble(&good);
    return good ? std::optional(std::optional(points)) : std::nullopt;
}

bool setAnswer(Answer& answer, int column, const QString& text)
{
    switch (column) {
    case 1: answer.label = text.isEmpty() ? answer.code : text; return true;
    case 2:
        if (const auto points = pointsIn(text))
            answer.points = *points;
        else
            return false;
        return true;
    default: answer.also = parts::wordsIn(text); return true;
    }
}

bool setLevel(Level& level, int column, const QString& text)
{
    switch (column) {
    case 1: level.label = text.isEmpty() ? level.name : text; return true;
    case 2: level.symbol = text; return true;
    case 3: level.colour = text; return true;
    case 4: level.safeColour = text; return true;
    default: level.ordered = !text.isEmpty(); return true;
    }
}

QString freeWord(const QString& stem, const auto& taken)
{
    for (int n = 1;; ++n) {
        if (const QString word = stem + QString::number(n); !taken(word))
            return word;
    }
}

} // namespace

std::vector<DraftTable::Column> answerColumns()
{
    return {{tr("Code"), 70}, {tr("Label")}, {tr("Points"), 60}, {tr("Also written")}};
}

DraftTable::Access answerAccess(const std::function<std::vector<Answer>*(InstrumentDraft&)>& answers,
                                const std::function<bool(InstrumentDraft&, int, const QString&)>& rename)
{
    const auto set = [=](InstrumentDraft& draft, int row, int column, const QString& text) {
        if (column == 0)
            return rename(draft, row, text);
        std::vector<Answer>* all = answers(draft);
        return all && setAnswer((*all)[std::size_t(row)], column, text);
    };
    const auto row = [](const Answer& one) {
        return QStringList{one.code, one.label, one.points ? QLocale().toString(*one.points) : QString(),
                           parts::spoken(one.also)};
    };
    const auto fresh = [](const std::vector<Answer>& all) {
        const QString code = freeWord(QStringLiteral("A"), [&all](const QString& word) {
            return std::any_of(all.begin(), all.end(), [&word](const Answer& one) { return one.code == word; });
        });
        return Answer{code, code, std::nullopt, {}};
    };
    return listAccess<Answer>(answers, row, set, fresh);
}

std::vector<DraftTable::Column> levelColumns()
{
    return {{tr("Name")},
            {tr("Label")},
            {tr("Sign"), 44},
            {tr("Colour"), 98, DraftTable::Kind::Colour},
            {tr("Colour-blind"), 98, DraftTable::Kind::Colour},
            {tr("In order"), 62, DraftTable::Kind::Tick}};
}

DraftTable::Access levelAccess(std::size_t place)
{
    const auto levels = [place](InstrumentDraft& draft) -> std::vector<Level>* {
        return place < draft.head.scales.size() ? &draft.head.scales[place].levels : nullptr;
    };
    const auto set = [=](InstrumentDraft& draft, int row, int column, const QString& text) {
        if (column == 0)
            return appraisal::renameLevel(draft, QString(draft.head.scales[place].id), std::size_t(row), text);
        std::vector<Level>* all = levels(draft);
        return all && setLevel((*all)[std::size_t(row)], column, text);
    };
    const auto row = [](const Level& one) {
        return QStringList{one.name,   one.label,      one.symbol,
                           one.colour, one.safeColour, one.ordered ? QStringLiteral("yes") : QString()};
    };
    const auto fresh = [](const std::vector<Level>& all) {
        const QString name = freeWord(tr("Level "), [&all](const QString& word) {
            return std::any_of(all.begin(), all.end(), [&word](const Level& one) { return one.name == word; });
        });
        return Level{name, name, QStringLiteral("#9AA1A9"), QStringLiteral("#9AA1A9"), QStringLiteral("○"), {}, true};
    };
    return listAccess<Level>(levels, row, set, fresh);
}

} // namespace winnow::ui
