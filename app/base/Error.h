// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace winnow {

/// Why something could not be done. The code carries no sentence: the window and the command line each word it.
enum class ErrorCode {
    Cancelled,
    FileMissing,
    FileUnreadable,
    FileNotWritable,
    FileExists,
    IsDirectory,
    EmptyFile,
    NotABibliography,
    UnknownFormat,
    DiskFull,
    NotAProject,
    NewerProject,
    ProjectHeld,
    ReadOnlyProject,
    ProjectDamaged,
    StoreFailed,
    UnknownReviewer,
    UnknownRecord,
    UnknownReason,
    UnknownLabel,
    UnknownStage,
    UnknownChange,
    ReasonRequired,
    StageNotReached,
    NotInConflict,
    RoleForbids,
    LeadOnly,
    ResolversOnly,
    HasLeft,
    PilotOnly,
    PilotRuns,
    PilotUnread,
    NothingToUndo,
    StepElsewhere,
    HeldByAnother,
    CannotBeUndone,
    StepUnfinished,
    BadInput,
    NotABundle,
    BundleDamaged,
    BundleUnsafe,
    NewerBundle,
    OtherReview,
    MissingImport,
    ProjectUnsafe,
    NotAnInvitation,
    UnknownBringIn,
    ReferredToAnother,
    ServiceUnreachable,
    HostUnknown,
    TlsFailed,
    ProxyFailed,
    CaptivePortal,
    ServiceTimedOut,
    ServiceBusy,
    QuotaSpent,
    KeyMissing,
    KeyRefused,
    NotEntitled,
    ServiceFailed,
    AnswerUnreadable,
    AnswerTooLarge,
    QueryRefused,
    UnknownDatabase,
    UnknownSearch,
    SearchUnfinished,
    SearchStopped,
};

/// `context` names the thing it happened to (a file, a name, an id); `detail` is what the system or library said.
struct Error {
    ErrorCode code = ErrorCode::StoreFailed;
    QString context;
    QString detail;

    bool operator==(const Error&) const = default;
};

} // namespace winnow
