// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"
#include "appraisal/Instrument.h"

#include <QByteArray>

/// An instrument while somebody writes it. Domains and items have numbers that stay theirs through every change of
/// name and place, and rules are texts, so that half of one is kept as it stands.
namespace winnow::appraisal {

struct DraftItem {
    int key = 0;
    Item item = {}; ///< without its condition
    QString askedIf = {}; ///< as written; empty: always asked

    bool operator==(const DraftItem&) const = default;
};

struct DraftDomain {
    int key = 0;
    Domain domain = {}; ///< without items and rules
    std::vector<DraftItem> items = {};
    QStringList rules = {}; ///< as written, a line each; empty lines are nothing
    QStringList applicabilityRules = {};

    bool operator==(const DraftDomain&) const = default;
};

struct InstrumentDraft {
    Instrument head = {}; ///< all but the domains
    std::vector<DraftDomain> domains = {};
    int lastKey = 0;

    bool operator==(const InstrumentDraft&) const = default;
};

[[nodiscard]] InstrumentDraft draftOf(const Instrument& instrument);
/// What a new instrument begins with: the answers and the scale that most tools use, and nothing asked yet.
[[nodiscard]] InstrumentDraft blankDraft();
/// The same under another id and name, as version 1.
[[nodiscard]] InstrumentDraft duplicateOf(const Instrument& instrument, const QString& id, const QString& name);
/// The JSON of it, with rules as they are written: what is unreadable in it is found by reading it.
[[nodiscard]] QByteArray writeDraft(const InstrumentDraft& draft);
/// Such a text, and that of any instrument that has faults, as a draft to be mended. What is no instrument: none.
[[nodiscard]] std::optional<InstrumentDraft> readDraft(const QByteArray& json);
/// What can be read of it: rules and conditions that cannot are left out.
[[nodiscard]] Instrument readable(const InstrumentDraft& draft);

// Looking things up. nullptr: no domain or item has this number.

[[nodiscard]] DraftDomain* findDomain(InstrumentDraft& draft, int key);
[[nodiscard]] const DraftDomain* findDomain(const InstrumentDraft& draft, int key);
[[nodiscard]] DraftItem* findItem(InstrumentDraft& draft, int key);
[[nodiscard]] const DraftItem* findItem(const InstrumentDraft& draft, int key);
/// The domain that a domain or an item is in.
[[nodiscard]] DraftDomain* domainAround(InstrumentDraft& draft, int key);
[[nodiscard]] const DraftDomain* domainAround(const InstrumentDraft& draft, int key);

// Building. A number of 0 says that nothing was done; so does false.

/// Behind the domain `after` (0: behind all but the overall one), judged on the first scale.
int addDomain(InstrumentDraft& draft, int after = 0);
/// The domain of the overall judgement, at the end. There is one at most.
int addOverall(InstrumentDraft& draft);
/// Behind an item, or at the end of a domain; answered as the item before it.
int addItem(InstrumentDraft& draft, int after);
/// A copy right behind, with free ids; rules of a copied domain speak of its own items.
int copyOf(InstrumentDraft& draft, int key);
bool remove(InstrumentDraft& draft, int key);
/// An item to the place `at` of a domain (counted without it), or a domain to the place `at`, with `domain` 0.
bool moveTo(InstrumentDraft& draft, int key, int domain, int at);
/// A place up or down; an item goes on into the next domain.
bool moveBy(InstrumentDraft& draft, int key, int by);
bool indent(InstrumentDraft& draft, int key, int by);

// Names. What is renamed is renamed in every rule, condition and translation that speaks of it and can be read. False:
// the name is the same, empty, or another one's.

bool renameNode(InstrumentDraft& draft, int key, const QString& id);
bool renameAnswer(InstrumentDraft& draft, const QString& set, std::size_t answer, const QString& code);
/// Of an item with answers of its own.
bool renameAnswer(InstrumentDraft& draft, int item, std::size_t answer, const QString& code);
bool renameLevel(InstrumentDraft& draft, const QString& scale, std::size_t level, const QString& name);
bool renameSet(InstrumentDraft& draft, const QString& set, const QString& id);
bool renameScale(InstrumentDraft& draft, const QString& scale, const QString& id);
bool renameVariant(InstrumentDraft& draft, const QString& variant, const QString& id);

} // namespace winnow::appraisal
