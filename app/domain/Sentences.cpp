// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace winnow::words {

namespace {

struct Wording {
    ErrorCode code;
    const char* word;
    /// %1 is what it happened to, with what the system said in brackets.
    const char* sentence;
};

// Each says what happened, what it means for the data, and what to do. A test demands a line for every code.
constexpr std::array wordings{
    Wording{ErrorCode::FileMissing, "file-missing",
            QT_TRANSLATE_NOOP("Words", "There is no file %1; nothing was changed; check the name and the folder.")},
    Wording{ErrorCode::FileUnreadable, "file-unreadable",
            QT_TRANSLATE_NOOP("Words",
                              "%1 could not be read; nothing was changed; check that you may open it and that its disk "
                              "is connected, or get "
                              "the file again.")},
    Wording{ErrorCode::FileNotWritable, "file-not-writable",
            QT_TRANSLATE_NOOP("Words",
                              "%1 could not be written; what was there before is unchanged; choose another folder or "
                              "ask for the right to write in this one.")},
    Wording{ErrorCode::FileExists, "file-exists",
            QT_TRANSLATE_NOOP("Words", "%1 exists already and was left as it is; choose another name.")},
    Wording{ErrorCode::IsDirectory, "is-directory",
            QT_TRANSLATE_NOOP("Words", "%1 is a folder, not a file; nothing was changed; name the file inside it.")},
    Wording{ErrorCode::EmptyFile, "empty-file",
            QT_TRANSLATE_NOOP("Words", "%1 is empty; nothing was imported; export it again from where it came.")},
    Wording{ErrorCode::NotABibliography, "not-a-bibliography",
            QT_TRANSLATE_NOOP("Words",
                              "%1 holds no bibliographic entries that Winnow can read; nothing was imported; export it "
                              "again as RIS, PubMed or CSV.")},
    Wording{
        ErrorCode::UnknownFormat, "unknown-format",
        QT_TRANSLATE_NOOP(
            "Words",
            "Winnow does not know the format %1; nothing was read or written; “winnow formats” lists those it knows.")},
    Wording{ErrorCode::DiskFull, "disk-full",
            QT_TRANSLATE_NOOP("Words",
                              "There is no room left on the disk for %1; what was saved before is intact; free some "
                              "space and try again.")},
    Wording{ErrorCode::NotAProject, "not-a-project",
            QT_TRANSLATE_NOOP("Words",
                              "%1 is not a Winnow project; it was left as it is; open a .winnow file, or import this "
                              "one into a project.")},
    Wording{
        ErrorCode::NewerProject, "newer-project",
        QT_TRANSLATE_NOOP(
            "Words",
            "%1 was made by a newer Winnow; it can be read but not changed here; install the newer version to go on.")},
    Wording{
        ErrorCode::ProjectHeld, "project-held",
        QT_TRANSLATE_NOOP(
            "Words", "%1 is open elsewhere; it can be read but nothing was written; close it there and try again.")},
    Wording{ErrorCode::ReadOnlyProject, "read-only-project",
            QT_TRANSLATE_NOOP("Words",
                              "%1 may only be read; nothing was changed; copy it to a folder where you may write.")},
    Wording{ErrorCode::ProjectDamaged, "project-damaged",
            QT_TRANSLATE_NOOP("Words",
                              "%1 is damaged; nothing was changed; keep a copy of the file, then run “winnow check "
                              "--repair” or go back to a backup.")},
    Wording{ErrorCode::StoreFailed, "store-failed",
            QT_TRANSLATE_NOOP("Words",
                              "The project file refused the step: %1; the step was not saved, all earlier ones are; "
                              "try again, and run “winnow check” if it happens twice.")},
    Wording{ErrorCode::UnknownReviewer, "unknown-reviewer",
            QT_TRANSLATE_NOOP("Words",
                              "Nobody called %1 belongs to this review; nothing was changed; check the spelling or add "
                              "the person first.")},
    Wording{ErrorCode::UnknownRecord, "unknown-record",
            QT_TRANSLATE_NOOP("Words", "There is no record %1 in this review; nothing was changed; check the number.")},
    Wording{ErrorCode::UnknownReason, "unknown-reason",
            QT_TRANSLATE_NOOP("Words",
                              "The exclusion reason %1 is not in the team's list; nothing was changed; add it to the "
                              "list first or choose another.")},
    Wording{ErrorCode::UnknownLabel, "unknown-label",
            QT_TRANSLATE_NOOP("Words", "There is no label %1; nothing was changed; make the label first.")},
    Wording{
        ErrorCode::UnknownStage, "unknown-stage",
        QT_TRANSLATE_NOOP("Words", "%1 is not a stage; nothing was changed; the stages are “title” and “fulltext”.")},
    Wording{ErrorCode::UnknownChange, "unknown-change",
            QT_TRANSLATE_NOOP("Words",
                              "There is no change %1 in the log; nothing was undone; “winnow log” lists the changes.")},
    Wording{
        ErrorCode::ReasonRequired, "reason-required",
        QT_TRANSLATE_NOOP(
            "Words",
            "Excluding %1 at full text needs a reason; the vote was not counted; choose one from the team's list.")},
    Wording{ErrorCode::StageNotReached, "stage-not-reached",
            QT_TRANSLATE_NOOP(
                "Words",
                "%1 has not reached this stage; the vote was not counted; decide on it at title and abstract first.")},
    Wording{
        ErrorCode::NotInConflict, "not-in-conflict",
        QT_TRANSLATE_NOOP(
            "Words", "%1 is not in an opened conflict; nothing was settled; open the conflicts of the stage first.")},
    Wording{ErrorCode::RoleForbids, "role-forbids",
            QT_TRANSLATE_NOOP(
                "Words",
                "The role of %1 does not include this; nothing was changed; the lead of the review can change roles.")},
    Wording{ErrorCode::LeadOnly, "lead-only",
            QT_TRANSLATE_NOOP("Words",
                              "Only the lead may change this, and %1 is not one; nothing was changed; ask the lead, or "
                              "be made one under Team.")},
    Wording{ErrorCode::ResolversOnly, "resolvers-only",
            QT_TRANSLATE_NOOP("Words",
                              "The team agreed that only named resolvers settle conflicts, and %1 is not one; nothing "
                              "was settled; the lead can name more under Team.")},
    Wording{ErrorCode::HasLeft, "has-left",
            QT_TRANSLATE_NOOP("Words",
                              "%1 has left this review; nothing was changed, and all they did before counts; the lead "
                              "can bring them back under Team.")},
    Wording{ErrorCode::PilotOnly, "pilot-only",
            QT_TRANSLATE_NOOP("Words",
                              "%1 does not belong to the pilot that is running; the vote was not counted; the others "
                              "open when the lead says go.")},
    Wording{ErrorCode::PilotRuns, "pilot-runs",
            QT_TRANSLATE_NOOP("Words", "%1 is still running; nothing was changed; end it with go or refine first.")},
    Wording{ErrorCode::PilotUnread, "pilot-unread",
            QT_TRANSLATE_NOOP("Words",
                              "No pilot report has two votes yet for %1; nothing was opened; let each of the team "
                              "screen the pilot first.")},
    Wording{ErrorCode::NothingToUndo, "nothing-to-undo",
            QT_TRANSLATE_NOOP(
                "Words",
                "There is nothing left to undo for %1; nothing was changed; other people's work is theirs to undo.")},
    Wording{ErrorCode::StepElsewhere, "step-elsewhere",
            QT_TRANSLATE_NOOP(
                "Words", "Your last step (%1) was not made here; nothing was undone; undo it from the menu Edit.")},
    Wording{ErrorCode::HeldByAnother, "held-by-another",
            QT_TRANSLATE_NOOP("Words",
                              "%1 was changed by somebody else since; your step was not undone and their change "
                              "stands; change it by hand if you both agree.")},
    Wording{ErrorCode::CannotBeUndone, "cannot-be-undone",
            QT_TRANSLATE_NOOP("Words", "%1 cannot be undone; nothing was changed; do the opposite step by hand.")},
    Wording{ErrorCode::StepUnfinished, "step-unfinished",
            QT_TRANSLATE_NOOP(
                "Words", "The step (%1) is still being written; nothing was undone; try again when that has ended.")},
    Wording{ErrorCode::BadInput, "bad-input",
            QT_TRANSLATE_NOOP(
                "Words", "%1 is not something Winnow can use here; nothing was changed; correct it and try again.")},
    Wording{
        ErrorCode::NotABundle, "not-a-bundle",
        QT_TRANSLATE_NOOP("Words",
                          "%1 is not a file that Winnow wrote for coauthors; nothing was changed; ask for a .winnowz "
                          "or .winnow file of this review.")},
    Wording{ErrorCode::BundleDamaged, "bundle-damaged",
            QT_TRANSLATE_NOOP("Words",
                              "%1 is damaged or was cut off on its way; nothing was changed; ask for it to be sent "
                              "again.")},
    Wording{ErrorCode::BundleUnsafe, "bundle-unsafe",
            QT_TRANSLATE_NOOP("Words",
                              "%1 holds something that Winnow never writes into such a file; nothing was changed; do "
                              "not trust it before you have spoken with its sender.")},
    Wording{ErrorCode::NewerBundle, "newer-bundle",
            QT_TRANSLATE_NOOP("Words",
                              "%1 was made by a newer Winnow; nothing was changed; install the newer version here and "
                              "bring it in again.")},
    Wording{ErrorCode::OtherReview, "other-review",
            QT_TRANSLATE_NOOP("Words",
                              "%1 belongs to another review; nothing was changed; open that review, or ask for the "
                              "file of this one.")},
    Wording{ErrorCode::MissingImport, "missing-import",
            QT_TRANSLATE_NOOP("Words",
                              "%1 speaks of records of an import that this copy does not have; nothing was changed; "
                              "ask its sender for a file with all imports.")},
    Wording{ErrorCode::ProjectUnsafe, "project-unsafe",
            QT_TRANSLATE_NOOP("Words",
                              "%1 is not built as Winnow builds its files; nothing was read from it and nothing was "
                              "changed; ask its sender for a .winnowz file instead.")},
    Wording{ErrorCode::NotAnInvitation, "not-an-invitation",
            QT_TRANSLATE_NOOP("Words",
                              "%1 is not an invitation; no copy was made of it; open your own file of the review and "
                              "bring it in there.")},
    Wording{ErrorCode::UnknownBringIn, "unknown-bring-in",
            QT_TRANSLATE_NOOP("Words",
                              "There is no bring-in %1 in this copy; nothing was changed; “winnow log” lists them.")},
    Wording{
        ErrorCode::ReferredToAnother, "referred-to-another",
        QT_TRANSLATE_NOOP("Words", "%1 settles this conflict; nothing was decided; write a note for them instead.")},
    Wording{ErrorCode::ServiceUnreachable, "service-unreachable",
            QT_TRANSLATE_NOOP("Words",
                              "%1 could not be reached; what was fetched before is kept; check the network and resume "
                              "the search.")},
    Wording{
        ErrorCode::HostUnknown, "host-unknown",
        QT_TRANSLATE_NOOP("Words",
                          "The network does not know the address of %1; what was fetched before is kept; check that "
                          "you are online and resume the search.")},
    Wording{ErrorCode::TlsFailed, "tls-failed",
            QT_TRANSLATE_NOOP("Words",
                              "No safe connection to %1 could be made; nothing was sent, and what was fetched before "
                              "is kept; check the date of this computer, or ask who runs your network.")},
    Wording{ErrorCode::ProxyFailed, "proxy-failed",
            QT_TRANSLATE_NOOP("Words",
                              "The proxy on the way to %1 did not let Winnow through; what was fetched before is kept; "
                              "check the proxy in the settings of this system.")},
    Wording{ErrorCode::CaptivePortal, "captive-portal",
            QT_TRANSLATE_NOOP("Words",
                              "Instead of %1 a web page answered, as networks do that want a login first; what was "
                              "fetched before is kept; log in to the network with a browser and resume the search.")},
    Wording{ErrorCode::ServiceTimedOut, "service-timed-out",
            QT_TRANSLATE_NOOP("Words",
                              "%1 did not answer in time, also when asked again; what was fetched before is kept; "
                              "resume the search later, or make it narrower.")},
    Wording{ErrorCode::ServiceBusy, "service-busy",
            QT_TRANSLATE_NOOP("Words",
                              "%1 asks for fewer requests, also after a pause; what was fetched before is kept; resume "
                              "the search in some minutes.")},
    Wording{ErrorCode::QuotaSpent, "quota-spent",
            QT_TRANSLATE_NOOP("Words",
                              "The quota at %1 is used up; what was fetched before is kept; resume the search when it "
                              "is renewed.")},
    Wording{ErrorCode::KeyMissing, "key-missing",
            QT_TRANSLATE_NOOP("Words",
                              "%1 can only be searched with a key of your own; nothing was fetched; enter the key, or "
                              "set it as the README says for scripts.")},
    Wording{
        ErrorCode::KeyRefused, "key-refused",
        QT_TRANSLATE_NOOP("Words",
                          "%1 did not accept the key; what was fetched before is kept; check the key and from where "
                          "it may be used.")},
    Wording{ErrorCode::NotEntitled, "not-entitled",
            QT_TRANSLATE_NOOP("Words",
                              "%1 does not allow this with your access; what was fetched before is kept; ask your "
                              "library what its subscription includes.")},
    Wording{ErrorCode::ServiceFailed, "service-failed",
            QT_TRANSLATE_NOOP("Words",
                              "%1 has a fault of its own, also when asked again; what was fetched before is kept; "
                              "resume the search later.")},
    Wording{ErrorCode::AnswerUnreadable, "answer-unreadable",
            QT_TRANSLATE_NOOP("Words",
                              "What %1 answered could not be read; what was fetched before is kept; resume the search "
                              "later, and tell us if it happens twice.")},
    Wording{ErrorCode::AnswerTooLarge, "answer-too-large",
            QT_TRANSLATE_NOOP("Words",
                              "%1 answered with more than Winnow takes at once; what was fetched before is kept; make "
                              "the search narrower.")},
    Wording{ErrorCode::QueryRefused, "query-refused",
            QT_TRANSLATE_NOOP("Words",
                              "%1 did not understand the query; nothing more was fetched; correct the query and search "
                              "again.")},
    Wording{ErrorCode::UnknownDatabase, "unknown-database",
            QT_TRANSLATE_NOOP("Words",
                              "Winnow cannot search %1 itself; nothing was fetched; search it there and import the "
                              "file that it exports.")},
    Wording{ErrorCode::UnknownSearch, "unknown-search",
            QT_TRANSLATE_NOOP(
                "Words", "There is no search %1 in this review; nothing was fetched; “winnow searches” lists them.")},
    Wording{ErrorCode::SearchUnfinished, "search-unfinished",
            QT_TRANSLATE_NOOP("Words",
                              "The search in %1 has not ended yet; nothing was fetched; resume it first, or end it "
                              "where it is.")},
    Wording{ErrorCode::SearchStopped, "search-stopped",
            QT_TRANSLATE_NOOP("Words",
                              "The search in %1 was stopped; what was fetched is kept; start the same search again and "
                              "it goes on from there.")},
    Wording{ErrorCode::Cancelled, "cancelled",
            QT_TRANSLATE_NOOP("Words",
                              "%1 was cancelled; the project is as it was before; start it again whenever you like.")},
};

const Wording* wordingOf(ErrorCode code)
{
    const auto found = std::find_if(wordings.begin(), wordings.end(),
                                    [code](const Wording& wording) { return wording.code == code; });
    return found == wordings.end() ? nullptr : &*found;
}

/// One line, without a full stop of its own.
QString oneLine(const QString& text)
{
    QString line = text.simplified();
    while (line.endsWith(QLatin1Char('.')) && !line.endsWith(QLatin1String("..")))
        line.chop(1);
    return line;
}

/// What the sentence is about. Without a context the detail, without both the plain "this".
QString subjectOf(const Error& error)
{
    const QString context = oneLine(error.context);
    const QString detail = oneLine(error.detail);
    if (context.isEmpty())
        return detail.isEmpty() ? QCoreApplication::translate("Words", "this") : detail;
    if (detail.isEmpty() || detail == context)
        return context;
    return QCoreApplication::translate("Words", "%1 (%2)", "what it happened to, what the system said")
        .arg(context, detail);
}

} // namespace

QString sentence(const Error& error)
{
    const Wording* wording = wordingOf(error.code);
    const char* pattern = wording ? wording->sentence
                                  : QT_TRANSLATE_NOOP("Words", "%1 could not be done; nothing was changed; try again.");
    QString text = QCoreApplication::translate("Words", pattern).arg(subjectOf(error));
    if (error.context.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

QString wordOf(ErrorCode code)
{
    const Wording* wording = wordingOf(code);
    return QString::fromLatin1(wording ? wording->word : "failed");
}

} // namespace winnow::words
