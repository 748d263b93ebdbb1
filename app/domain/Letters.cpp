// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Letters.h"

#include <QCoreApplication>

namespace winnow::words {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Letters", text);
}

/// Without what any file system refuses or a shell trips over, and not too long for one.
QString plain(const QString& text)
{
    QString name;
    for (const QChar c : text.simplified())
        name
            += c.category() == QChar::Other_Control || QStringLiteral("/\\:*?\"<>|").contains(c) ? QLatin1Char('_') : c;
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    name = name.left(60).trimmed();
    return name.isEmpty() ? QStringLiteral("Winnow") : name;
}

} // namespace

QString letter(const BundleInfo& info, const QString& fileName)
{
    switch (info.kind) {
    case BundleKind::Start:
        return say("Dear %1,\n\nI invite you to the review “%2”. Please save the attached file “%3” and open it with "
                   "Winnow: it asks whether you are %1 and makes a project file of your own. Screen at your own pace, "
                   "without a connection; nobody sees your votes before the conflicts are opened. When you are done, "
                   "choose “Send my work…” and mail me the file that it writes.\n\n%4")
            .arg(info.receiver, info.title, fileName, info.sender);
    case BundleKind::Work:
    case BundleKind::Copy:
        return say("Dear all,\n\nthe attached file “%2” holds all my work on the review “%1” so far. Please save it "
                   "and "
                   "choose “Bring in…” in Winnow. It does no harm to bring it in twice, or after a later one.\n\n%3")
            .arg(info.title, fileName, info.sender);
    case BundleKind::Conflicts: break;
    }
    return say("Dear %1,\n\nplease settle the conflicts of the review “%2” that the attached file “%3” holds; how each "
               "of "
               "us voted is not in it. Open it with Winnow, decide under “Conflicts”, then choose “Send my work…” and "
               "mail us the file that it writes.\n\n%4")
        .arg(info.receiver, info.title, fileName, info.sender);
}

QString sentence(NotReady what)
{
    switch (what) {
    case NotReady::Question:
        return say("The review has no question yet; write it down under Team before others start.");
    case NotReady::Criteria: return say("There are no criteria yet; agree on them under Team before others start.");
    case NotReady::Reasons:
        return say("There are no exclusion reasons yet; agree on them under Team before others start.");
    case NotReady::Imports:
        return say("Nothing has been imported yet; import the searches first, so that all screen the same.");
    case NotReady::Duplicates:
        return say("Duplicates have not been joined yet; join them first, or each of you reads them twice.");
    case NotReady::People: break;
    }
    return say("Fewer people screen than votes are needed; add your coauthors under Team first.");
}

QString summary(const BundleInfo& info)
{
    const QString sender = info.sender.isEmpty() ? say("Somebody") : info.sender;
    switch (info.kind) {
    case BundleKind::Start: return say("“%1”: %2 invites %3").arg(info.title, sender, info.receiver);
    case BundleKind::Work: return say("“%1”: work of %2").arg(info.title, sender);
    case BundleKind::Conflicts: return say("“%1”: conflicts for %2, from %3").arg(info.title, info.receiver, sender);
    case BundleKind::Copy: break;
    }
    return say("“%1”: another copy of the project").arg(info.title);
}

QString fileStem(const QString& title)
{
    return plain(title);
}

QString fileName(const BundleInfo& info)
{
    const QString review = plain(info.title);
    switch (info.kind) {
    case BundleKind::Start: return say("%1 – start – for %2.winnowz").arg(review, plain(info.receiver));
    case BundleKind::Conflicts: return say("%1 – conflicts – for %2.winnowz").arg(review, plain(info.receiver));
    case BundleKind::Work:
    case BundleKind::Copy: break;
    }
    return QStringLiteral("%1 – %2 – %3.winnowz")
        .arg(review, plain(info.sender), info.madeAt.toLocalTime().date().toString(Qt::ISODate));
}

} // namespace winnow::words
