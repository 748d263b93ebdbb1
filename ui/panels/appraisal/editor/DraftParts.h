// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/InstrumentDraft.h"

#include <type_traits>

/// Short ways for fields to a part of the draft: nothing is read and nothing is done where that part is gone.
namespace winnow::ui::parts {

using appraisal::InstrumentDraft;

/// "a, b" as words.
[[nodiscard]] inline QStringList wordsIn(const QString& text)
{
    QStringList words;
    for (const QString& word : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            words << word.trimmed();
    }
    return words;
}
[[nodiscard]] inline QString spoken(const QStringList& words)
{
    return words.join(QStringLiteral(", "));
}

/// Reads and writes one text of the head.
template <class Member> [[nodiscard]] auto readHead(Member appraisal::Instrument::*member)
{
    return [member](const InstrumentDraft& draft) -> QString {
        if constexpr (std::is_same_v<Member, QStringList>)
            return spoken(draft.head.*member);
        else
            return draft.head.*member;
    };
}
template <class Member> [[nodiscard]] auto writeHead(Member appraisal::Instrument::*member)
{
    return [member](InstrumentDraft& draft, const QString& text) {
        if constexpr (std::is_same_v<Member, QStringList>)
            draft.head.*member = wordsIn(text);
        else
            draft.head.*member = text;
        return true;
    };
}

/// Of the domain or item that `key()` says at the time.
template <class Key, class Read> [[nodiscard]] auto ofDomain(Key key, Read read)
{
    return [key, read](const InstrumentDraft& draft) -> QString {
        const appraisal::DraftDomain* domain = appraisal::findDomain(draft, key());
        return domain ? read(*domain) : QString();
    };
}
template <class Key, class Write> [[nodiscard]] auto toDomain(Key key, Write write)
{
    return [key, write](InstrumentDraft& draft, const QString& text) {
        appraisal::DraftDomain* domain = appraisal::findDomain(draft, key());
        if (domain)
            write(*domain, text);
        return domain != nullptr;
    };
}
template <class Key, class Read> [[nodiscard]] auto ofItem(Key key, Read read)
{
    return [key, read](const InstrumentDraft& draft) -> QString {
        const appraisal::DraftItem* item = appraisal::findItem(draft, key());
        return item ? read(*item) : QString();
    };
}
template <class Key, class Write> [[nodiscard]] auto toItem(Key key, Write write)
{
    return [key, write](InstrumentDraft& draft, const QString& text) {
        appraisal::DraftItem* item = appraisal::findItem(draft, key());
        if (item)
            write(*item, text);
        return item != nullptr;
    };
}

} // namespace winnow::ui::parts
