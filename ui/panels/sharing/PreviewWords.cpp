// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sharing/PreviewWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <tuple>

namespace winnow::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(winnow::ui::PreviewWords)
};

QString moment(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime(), QLocale::ShortFormat);
}

QString number(qint64 n)
{
    return QLocale().toString(n);
}

/// One thing in its number: English has two forms, a translation as many as it needs.
QString counted(qint64 n, const QString& one, const char* many)
{
    return n == 1 ? one : Words::tr(many, nullptr, int(std::min<qint64>(n, 1000000000)));
}

/// "1,498 new votes, 1 new reason": what is not zero.
QString partsOf(const NewWork& work)
{
    const std::array parts{
        std::tuple(work.votes, Words::tr("1 new vote"), QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln new votes")),
        std::tuple(work.notes, Words::tr("1 note"), QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln notes")),
        std::tuple(work.labels, Words::tr("1 label given"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln labels given")),
        std::tuple(work.ticks, Words::tr("1 criterion ticked"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln criteria ticked")),
        std::tuple(work.reasons, Words::tr("1 change to the reasons"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln changes to the reasons")),
        std::tuple(work.edits, Words::tr("1 edit of a record"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln edits of records")),
        std::tuple(work.joins, Words::tr("1 pair judged"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln pairs judged")),
        std::tuple(work.openings, Words::tr("1 report opened"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln reports opened")),
        std::tuple(work.resolutions, Words::tr("1 conflict settled"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln conflicts settled")),
        std::tuple(work.imports, Words::tr("1 change to an import"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln changes to imports")),
        std::tuple(work.other, Words::tr("1 other change"),
                   QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln other changes")),
    };
    QStringList said;
    for (const auto& [count, one, many] : parts)
        if (count > 0)
            said << counted(count, one, many);
    return said.join(QStringLiteral(", "));
}

QString headOf(const BundlePreview& preview)
{
    const BundleInfo& info = preview.info;
    const QString sender = info.sender.isEmpty() ? Words::tr("somebody") : info.sender;
    switch (info.kind) {
    case BundleKind::Start: return Words::tr("The start of the review from %1, %2").arg(sender, moment(info.madeAt));
    case BundleKind::Conflicts: return Words::tr("Conflicts to settle from %1, %2").arg(sender, moment(info.madeAt));
    case BundleKind::Copy: return Words::tr("Another copy of this review");
    case BundleKind::Work: break;
    }
    return Words::tr("The work of %1, sent %2").arg(sender, moment(info.madeAt));
}

QStringList warningsOf(const BundlePreview& preview)
{
    QStringList warnings;
    if (preview.inMyName)
        warnings << Words::tr("The sender goes by your name, in another copy. If both are you, bring it in. If two "
                              "people share the name, give one of them another name under Team first.");
    if (preview.clashes > 0)
        warnings << counted(
            preview.clashes,
            Words::tr("1 report would be decided twice, differently: neither decision counts until it "
                      "is settled under Conflicts."),
            QT_TRANSLATE_NOOP("winnow::ui::PreviewWords",
                              "%Ln reports would be decided twice, differently: neither decision counts "
                              "until they are settled under Conflicts."));
    if (preview.fromTheFuture > 0)
        warnings << Words::tr("Some of it is dated more than a day ahead of this computer's clock: one of the two "
                              "clocks is wrong. Nothing is lost, but dates in the log will be off.");
    return warnings;
}

} // namespace

PreviewWords wordsOf(const BundlePreview& preview)
{
    PreviewWords words;
    words.head = headOf(preview);
    for (const NewWork& work : preview.people)
        words.brings << Words::tr("%1: %2", "name, what is new").arg(work.person, partsOf(work));
    for (const NewImport& import : preview.imports)
        words.brings << Words::tr("Comes along: %1 (%2)", "file, number of records")
                            .arg(import.file,
                                 counted(import.records, Words::tr("1 record"),
                                         QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln records")));
    if (preview.restored > 0)
        words.brings << counted(
            preview.restored, Words::tr("1 change that was taken back counts again"),
            QT_TRANSLATE_NOOP("winnow::ui::PreviewWords", "%Ln changes that were taken back count again"));
    words.warnings = warningsOf(preview);
    if (preview.nothingNew())
        words.foot = Words::tr("Nothing new: everything in it is here already.");
    else if (preview.already > 0)
        words.foot = Words::tr("Bringing it in is one step that can be taken back. %1 changes in it are here already. "
                               "Votes of others stay hidden from you until conflicts are opened.")
                         .arg(number(preview.already));
    else
        words.foot = Words::tr("Bringing it in is one step that can be taken back. Votes of others stay hidden from "
                               "you until conflicts are opened.");
    return words;
}

QString originOf(const BundleInfo& info)
{
    if (info.kind == BundleKind::Copy)
        return info.sender.isEmpty() ? Words::tr("another copy") : Words::tr("a copy of %1").arg(info.sender);
    return Words::tr("from %1, %2")
        .arg(info.sender.isEmpty() ? Words::tr("somebody") : info.sender, moment(info.madeAt));
}

} // namespace winnow::ui
