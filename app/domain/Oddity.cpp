// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Oddity.h"

#include <QCoreApplication>

#include <array>

namespace winnow::words {
namespace {

struct OddityWording {
    const char* word;
    const char* sentence;
};

// In the order of Oddity::Kind. %1 is the file, %2 the name, %3 the day.
constexpr std::array oddityWordings{
    OddityWording{
        "coauthors-file",
        QT_TRANSLATE_NOOP("Oddities",
                          "This is the project file of %2; two people in one file could not screen blind of each "
                          "other at two places; make your own copy of it and send your work from there.")},
    OddityWording{
        "conflicted-copy",
        QT_TRANSLATE_NOOP("Oddities",
                          "A cloud folder has put %1 beside this file because both were changed; nothing is lost; "
                          "bring it in, then delete it.")},
    OddityWording{
        "second-copy",
        QT_TRANSLATE_NOOP("Oddities",
                          "This file is a duplicate of %1; work in the one does not show in the other; go on in one "
                          "of them and bring the other in.")},
    OddityWording{
        "older-than-remembered",
        QT_TRANSLATE_NOOP("Oddities",
                          "This file is older than what you had here on %3, as after restoring a backup; what came "
                          "since is not in it; bring in the files that you and your coauthors sent since.")},
    OddityWording{
        "two-people-one-name",
        QT_TRANSLATE_NOOP("Oddities",
                          "Two people are called %2; their votes are counted apart; rename one of them under Team "
                          "so that you can tell them apart.")},
    OddityWording{
        "clock-behind",
        QT_TRANSLATE_NOOP("Oddities",
                          "The newest change is dated %3, ahead of this computer's clock; the order of the work is "
                          "kept all the same; compare the clocks of all who take part.")},
    OddityWording{
        "clock-ahead",
        QT_TRANSLATE_NOOP("Oddities",
                          "The newest change is from %3, more than a year before this computer's clock; if nobody "
                          "rested that long the clock is wrong; set it before you go on.")},
};

const OddityWording& oddityWordingOf(Oddity::Kind kind)
{
    return oddityWordings.at(size_t(kind));
}

} // namespace

QString sentence(const Oddity& oddity)
{
    const QString day = oddity.when.toLocalTime().date().toString(Qt::ISODate);
    return QCoreApplication::translate("Oddities", oddityWordingOf(oddity.kind).sentence)
        .replace(QLatin1String("%1"), oddity.file)
        .replace(QLatin1String("%2"), oddity.name)
        .replace(QLatin1String("%3"), day);
}

QString wordOf(Oddity::Kind kind)
{
    return QString::fromLatin1(oddityWordingOf(kind).word);
}

} // namespace winnow::words
