// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/BundleDoor.h"

#include "domain/Letters.h"
#include "project/Sharing.h"
#include "services/Dialogs.h"
#include "services/Settings.h"
#include "shell/FileCommands.h"
#include "shell/InvitationPage.h"
#include "shell/Notices.h"
#include "shell/Session.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace winnow::ui {

BundleDoor::BundleDoor(const House& house, QObject* parent) : QObject(parent), m_house(house)
{
    connect(&house.invitation, &InvitationPage::accepted, this, &BundleDoor::makeCopy);
    connect(&house.invitation, &InvitationPage::declined, this, [this] {
        m_house.notices.say(tr("Nothing was changed. The file names the person that it is for: pass it on."));
        Q_EMIT homeWanted();
    });
}

void BundleDoor::receive(const QString& file)
{
    const auto info = std::make_shared<BundleInfo>();
    Jobs& jobs = m_house.session.jobs();
    const int job = jobs.start(tr("Looking into %1").arg(QFileInfo(file).fileName()),
                               [file, info](const JobContext&) -> Result<void> {
                                   Result<BundleInfo> found = Sharing::lookAt(file);
                                   if (!found)
                                       return Failure(found.error());
                                   *info = std::move(*found);
                                   return {};
                               });
    auto* once = new QObject(this);
    connect(&jobs, &Jobs::ended, once, [this, once, job, file, info](int ended, Outcome outcome, const Error& error) {
        if (ended != job)
            return;
        once->deleteLater();
        if (outcome == Outcome::Done)
            decide(file, *info);
        else if (outcome == Outcome::Failed)
            m_house.notices.report(error);
    });
}

void BundleDoor::decide(const QString& file, const BundleInfo& info)
{
    const Session::Open* open = m_house.session.open();
    if (open && open->project->uid() == info.projectUid)
        return Q_EMIT previewWanted(file);
    const QString copy = m_house.settings.text(Setting::ProjectFile, info.projectUid);
    if (!copy.isEmpty() && QFileInfo::exists(copy))
        return offerOwnCopy(file, info, copy);
    if (info.kind == BundleKind::Start || info.kind == BundleKind::Conflicts) {
        m_house.invitation.display(file, info);
        return Q_EMIT invitationWanted();
    }
    m_house.notices.say(tr("%1 belongs to the review “%2”, which this computer has no copy of. Nothing was changed. "
                           "Ask %3 for an invitation, or open your copy first.",
                           "file, title, sender")
                            .arg(QFileInfo(file).fileName(), info.title, info.sender));
}

void BundleDoor::offerOwnCopy(const QString& file, const BundleInfo& info, const QString& copy)
{
    m_house.notices.say(
        tr("%1 belongs to your review “%2”.", "file, title").arg(QFileInfo(file).fileName(), info.title));
    m_house.notices.offer(tr("Open it and look"), [this, file, copy] {
        m_waiting = file;
        m_house.session.openFile(copy);
    });
}

void BundleDoor::reviewOpened()
{
    const QString file = std::exchange(m_waiting, {});
    if (!file.isEmpty())
        receive(file);
}

void BundleDoor::makeCopy()
{
    const InvitationPage& page = m_house.invitation;
    askWhere(page.info().title, [this, bundle = page.file(), me = page.info().receiver](const QString& out) {
        m_house.session.accept(bundle, out, me);
    });
}

void BundleDoor::makeCopyOf(const Project& theirs)
{
    const auto review = theirs.review();
    Choice question{tr("Make my own copy"), tr("I am"), {}, 0};
    for (const Reviewer& person : review->team())
        question.options << person.name;
    m_house.dialogs.choose(
        question, this, [this, path = theirs.path(), title = review->settings.title, names = question.options](int i) {
            askWhere(title, [this, path, me = names[i]](const QString& out) { m_house.session.copy(path, out, me); });
        });
}

void BundleDoor::askWhere(const QString& title, std::function<void(const QString&)> then)
{
    FileQuestion question;
    question.title = tr("Where to keep my copy");
    question.filter = tr("Winnow reviews (*.winnow)");
    question.folder = FileCommands::documents();
    question.suggestion = words::fileStem(title);
    question.suffix = QStringLiteral("winnow");
    m_house.dialogs.saveFile(question, this, std::move(then));
}

} // namespace winnow::ui
