// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Versions.h"
#include "project/Project.h"

#include <map>
#include <optional>
#include <vector>

namespace winnow {

/// A version of an instrument that the project keeps. It never changes: what is edited is another version.
struct KeptInstrument {
    InstrumentId id;
    QString instrument; ///< its own id: "rob2"
    QString version;
    QString name;

    bool operator==(const KeptInstrument&) const = default;
};

/// Which result of a study is judged (rules.md G1); all empty: the study as a whole.
struct ResultOf {
    QString comparison = {};
    QString outcome = {};
    QString measure = {};
    QString time = {};

    bool operator==(const ResultOf&) const = default;
};

/// One study, or one result of it, under one version of an instrument. The same in every copy for the same words.
struct Appraisal {
    AppraisalId id;
    RecordId record; ///< of the study: its first one
    InstrumentId instrument;
    QString variant;
    ResultOf result;
    std::vector<ReviewerId> appraisers; ///< who is to appraise it; empty: whoever likes

    bool operator==(const Appraisal&) const = default;
};

/// A passage that supports an answer: where it stands in a file that was read.
struct Quote {
    QString file; ///< hash of its content
    int page = 0; ///< from 1; 0: not said
    QString range; ///< of characters on the page: "120-188"
    QString text;

    bool operator==(const Quote&) const = default;
};

/// Characters of a page as a quote keeps them ("120-188", counted from 1), however somebody writes them: "120 – 188".
/// Nothing said is nothing; none: it is no range.
[[nodiscard]] std::optional<QString> rangeSaid(const QString& text);

/// What ties a quote to a file, wherever it lies: the SHA-256 of its content, hexadecimal. FileMissing, IsDirectory,
/// FileUnreadable.
[[nodiscard]] Result<QString> hashOfFile(const QString& path);

/// An answer with what supports it, or a judgement with its reason.
struct Said {
    QString value; ///< code of an answer, name of a level or direction; empty: none
    QString why;
    std::vector<Quote> quotes;

    bool operator==(const Said&) const = default;
};

/// What one person said, or what all agreed on.
struct AppraisalSheet {
    ReviewerId by; ///< none: agreed on
    std::map<QString, Said> answers = {}; ///< by item
    std::map<QString, Said> judgements = {}; ///< by key of appraisal::Filling::judgements

    bool operator==(const AppraisalSheet&) const = default;
    [[nodiscard]] bool empty() const { return answers.empty() && judgements.empty(); }
    [[nodiscard]] appraisal::Filling filling() const;
};

enum class AppraisalState {
    Blind, ///< others' answers are hidden from whoever looks
    Opened, ///< disclosed, and no consensus yet
    Settled,
    Reopened, ///< somebody has changed an answer since the consensus
    DecidedTwice, ///< two copies agreed on different things: neither counts until it is settled
};

/// All of one appraisal that the viewer may see.
struct AppraisalView {
    Appraisal appraisal;
    AppraisalState state = AppraisalState::Blind;
    AppraisalSheet mine = {};
    std::vector<AppraisalSheet> others = {}; ///< once opened; by person
    std::vector<AppraisalSheet> independent = {}; ///< once opened: what each had said before, for agreement
    AppraisalSheet consensus = {}; ///< what stands of it
    QStringList clashing = {}; ///< keys that were settled twice
};

/// Appraising studies and results (rules.md G): personal and blind until it is opened, as votes are; one step of the
/// log for each call. Errors beside those named: UnknownReviewer, RoleForbids, HasLeft, UnknownAppraisal.
class Appraisals {
public:
    explicit Appraisals(Project& project) : m_project(project) { }

    /// Keeps a version of an instrument in the project; known ones are only named. InstrumentUnsound.
    Result<InstrumentId> keep(const appraisal::Instrument& instrument);
    /// In the order of their names, then versions.
    Result<std::vector<KeptInstrument>> instruments() const;
    /// UnknownInstrument, InstrumentUnsound (it came from elsewhere and has faults).
    Result<appraisal::Instrument> instrument(InstrumentId id) const;

    struct Request {
        RecordId study; ///< any record of it
        InstrumentId instrument;
        QString variant; ///< empty: the first one
        ResultOf result;
    };
    /// What is said of several studies at once: by me, or as what their appraisers agreed on.
    struct Batch {
        InstrumentId instrument;
        QString variant;
        ResultOf result;
        std::vector<std::pair<RecordId, std::map<QString, Said>>> studies;
        bool agreed = false;
        bool open = false; ///< disclose them behind it, which is a step of its own
    };
    struct BatchOutcome {
        struct Refused {
            std::size_t study = 0; ///< in Batch::studies
            QString key; ///< empty: all that was said of it
            Error error;
        };
        std::vector<AppraisalId> appraisals; ///< each once, in the order of the studies
        qint64 applied = 0; ///< answers and judgements
        std::vector<Refused> refused;
    };
    struct Copied {
        qint64 said = 0; ///< answers and judgements
        std::vector<appraisal::Lost> lost; ///< what has no place there
    };

    /// Finds it, or makes it. UnknownRecord, UnknownInstrument, UnknownVariant, OutcomeRequired (the instrument judges
    /// results), WholeStudy (it judges studies, and a result was named).
    Result<AppraisalId> begin(const Request& request);
    /// Those of studies that are here.
    Result<std::vector<Appraisal>> all() const;
    Result<AppraisalView> view(AppraisalId id) const;
    /// Of all of them, in the order of `all`.
    Result<std::vector<AppraisalView>> views() const;

    /// A record of the study that people call so: by the name of a group of reports, a short name ("Burt 2019a"), or
    /// what names a record. UnknownRecord.
    Result<RecordId> studyNamed(const QString& name) const;
    /// The name of the group, else the short name of the report, else its number.
    Result<QString> nameOfStudy(RecordId record) const;

    /// My answers and judgements, by key; an empty value takes one back. BadInput (no such item, answer or judgement; a
    /// judgement against the proposal needs a reason; it was given to others).
    Result<void> say(AppraisalId id, const std::map<QString, Said>& said);
    /// Who is to appraise these, and nobody else; nobody: whoever likes. For the lead.
    Result<void> assign(const std::vector<AppraisalId>& ids, const std::vector<ReviewerId>& people);
    /// Begins what is not begun, and says something of each: one step for all. What cannot be said is left out and
    /// told; the rest counts. Errors are those that concern all of it.
    Result<BatchOutcome> sayAll(const Batch& batch);
    /// Carries what I have said of one appraisal to another one, in one step: where nothing is said yet, of one domain
    /// or (empty) of all. From another variant or version of the instrument what has a place there, by ids.
    Result<Copied> copy(AppraisalId from, AppraisalId to, const QString& domain = {});
    /// Discloses what the appraisers said. AppraisalUnfinished: fewer than two people have answered everything, or
    /// one of those who have begun has not.
    Result<void> open(AppraisalId id);
    /// What the appraisers agree on, by key. NotInConflict while it is not opened; BadInput as `say`.
    Result<void> settle(AppraisalId id, const std::map<QString, Said>& agreed);

private:
    Project& m_project;
};

/// What an appraisal comes to: the consensus where there is one, else what the viewer said.
struct AppraisalOutcome {
    appraisal::Judged judged;
    ReviewerId by; ///< none: by consensus
};
[[nodiscard]] AppraisalOutcome outcomeOf(const AppraisalView& view, const appraisal::Judge& judge);

} // namespace winnow
