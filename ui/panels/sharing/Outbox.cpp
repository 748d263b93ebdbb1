// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sharing/Outbox.h"

#include "domain/Letters.h"
#include "domain/Words.h"
#include "panels/sharing/SharingJob.h"

#include <QFileInfo>

namespace winnow::ui {

std::vector<Reviewer> Outbox::others() const
{
    std::vector<Reviewer> people = m_context.project.review()->reviewers;
    std::erase_if(people, [me = m_context.project.me()](const Reviewer& one) { return one.id == me; });
    return people;
}

void Outbox::choosePerson(const QString& title, std::function<void(const Reviewer&)> then)
{
    const std::vector<Reviewer> people = others();
    if (people.empty()) {
        m_context.dialogs.inform(title, tr("You are alone in this review: add your coauthor under Team first."));
        return Q_EMIT teamWanted();
    }
    Choice question;
    question.title = title;
    question.label = tr("For whom");
    for (const Reviewer& one : people)
        question.options << one.name;
    m_context.dialogs.choose(question, this, [people, then = std::move(then)](int i) { then(people.at(size_t(i))); });
}

void Outbox::write(BundleKind kind, ReviewerId forWhom, const QString& title, Writing writing)
{
    FileQuestion question;
    question.title = title;
    question.filter = tr("Files for coauthors (*.winnowz)");
    question.suggestion = Sharing(m_context.project).suggestedName(kind, forWhom);
    question.suffix = QStringLiteral("winnowz");
    m_context.dialogs.saveFile(question, this, [this, writing = std::move(writing)](const QString& out) {
        const auto sent = std::make_shared<SentBundle>();
        runSharing(
            m_context, this, tr("Writing %1").arg(QFileInfo(out).fileName()),
            [writing, out, sent](Sharing& sharing, const JobContext& job) -> Result<void> {
                Result<SentBundle> made = writing(sharing, out, job);
                if (!made)
                    return Failure(made.error());
                *sent = std::move(*made);
                return {};
            },
            [this, sent] { Q_EMIT written(*sent); });
    });
}

void Outbox::sendWork()
{
    write(BundleKind::Work, {}, tr("Send my work"),
          [](Sharing& sharing, const QString& out, const JobContext& job) { return sharing.sendWork(out, job); });
}

/// Starting before all is ready is warned about, not forbidden (rules.md E1).
void Outbox::invite()
{
    if (others().empty())
        return inviteSomebody();
    m_context.hands.over(
        this, [project = &m_context.project] { return Sharing(*project).notReady(); },
        [this](const Result<std::vector<NotReady>>& lacking) {
            if (!lacking)
                return m_context.dialogs.report(lacking.error());
            if (lacking->empty())
                return inviteSomebody();
            QStringList sentences;
            for (const NotReady what : *lacking)
                sentences << words::sentence(what);
            m_context.dialogs.confirm(
                {tr("Invite before all is ready?"), sentences.join(QLatin1Char('\n')), tr("Invite all the same")}, this,
                [this] { inviteSomebody(); });
        });
}

void Outbox::inviteSomebody()
{
    choosePerson(tr("Invite a coauthor"), [this](const Reviewer& guest) {
        write(BundleKind::Start, guest.id, tr("Invitation for %1").arg(guest.name),
              [id = guest.id](Sharing& sharing, const QString& out, const JobContext& job) {
                  return sharing.invite(id, out, job);
              });
    });
}

void Outbox::sendConflicts()
{
    choosePerson(tr("Send conflicts to settle"), [this](const Reviewer& resolver) {
        Choice question;
        question.title = tr("Send conflicts to settle");
        question.label = tr("Of which stage");
        question.options = {words::name(Stage::Title), words::name(Stage::Fulltext)};
        m_context.dialogs.choose(question, this, [this, resolver](int i) {
            const Stage stage = i == 0 ? Stage::Title : Stage::Fulltext;
            write(BundleKind::Conflicts, resolver.id, tr("Conflicts for %1").arg(resolver.name),
                  [stage, id = resolver.id](Sharing& sharing, const QString& out, const JobContext& job) {
                      return sharing.conflictsFor(stage, id, out, job);
                  });
        });
    });
}

} // namespace winnow::ui
