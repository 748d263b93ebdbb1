// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/KeyTable.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace winnow::ui::keyTable {

namespace {

constexpr auto R = Where::Reader;
constexpr auto P = Where::Pairs;
constexpr auto B = Where::Both;

// The order is the order of the help page.
constexpr std::array rows{
    Row{Action::Include, "include", "I", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Include")},
    Row{Action::Exclude, "exclude", "E", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude")},
    Row{Action::Maybe, "maybe", "M", "U M", R, false, QT_TRANSLATE_NOOP("Keys", "Maybe")},
    Row{Action::Reason1, "reason-1", "1", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 1")},
    Row{Action::Reason2, "reason-2", "2", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 2")},
    Row{Action::Reason3, "reason-3", "3", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 3")},
    Row{Action::Reason4, "reason-4", "4", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 4")},
    Row{Action::Reason5, "reason-5", "5", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 5")},
    Row{Action::Reason6, "reason-6", "6", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 6")},
    Row{Action::Reason7, "reason-7", "7", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 7")},
    Row{Action::Reason8, "reason-8", "8", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 8")},
    Row{Action::Reason9, "reason-9", "9", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Exclude with reason 9")},
    Row{Action::Undo, "undo", "U Ctrl+Z Backspace", "Ctrl+Z Backspace", B, false,
        QT_TRANSLATE_NOOP("Keys", "Undo my last step")},
    Row{Action::Redo, "redo", "Shift+U Ctrl+Shift+Z Ctrl+Y", nullptr, B, false,
        QT_TRANSLATE_NOOP("Keys", "Redo what I undid")},
    Row{Action::Next, "next", "Down J", nullptr, B, true, QT_TRANSLATE_NOOP("Keys", "Next record")},
    Row{Action::Previous, "previous", "Up K", nullptr, B, true, QT_TRANSLATE_NOOP("Keys", "Previous record")},
    Row{Action::NextUnvoted, "next-unvoted", "Return", nullptr, R, false,
        QT_TRANSLATE_NOOP("Keys", "Go on to my next unvoted record")},
    Row{Action::First, "first", "Ctrl+Home", nullptr, B, false, QT_TRANSLATE_NOOP("Keys", "First record")},
    Row{Action::Last, "last", "Ctrl+End", nullptr, B, false, QT_TRANSLATE_NOOP("Keys", "Last record")},
    Row{Action::Find, "find", "/ Ctrl+F", nullptr, B, false, QT_TRANSLATE_NOOP("Keys", "Find")},
    Row{Action::Note, "note", "N", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Write a note")},
    Row{Action::Label, "label", "L", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Set a label")},
    Row{Action::LastVotes, "last-votes", "V", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "My last votes")},
    Row{Action::ToggleList, "toggle-list", "T", nullptr, B, false, QT_TRANSLATE_NOOP("Keys", "Show or hide the list")},
    Row{Action::ToggleSelect, "toggle-select", "X", nullptr, R, false,
        QT_TRANSLATE_NOOP("Keys", "Select or deselect the record")},
    Row{Action::SelectAll, "select-all", "Ctrl+A", nullptr, R, false,
        QT_TRANSLATE_NOOP("Keys", "Select all that are shown")},
    Row{Action::OpenDoi, "open-doi", "D", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Open the DOI")},
    Row{Action::OpenPubmed, "open-pubmed", "P", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Open in PubMed")},
    Row{Action::OpenFulltext, "open-fulltext", "F", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Open the full text")},
    Row{Action::OpenLibrary, "open-library", "O", nullptr, R, false, QT_TRANSLATE_NOOP("Keys", "Ask my library")},
    Row{Action::Same, "same", "S", nullptr, P, false, QT_TRANSLATE_NOOP("Keys", "Same: join the two")},
    Row{Action::Different, "different", "D", nullptr, P, false, QT_TRANSLATE_NOOP("Keys", "Different: keep both")},
    Row{Action::LinkStudy, "link-study", "L", nullptr, P, false,
        QT_TRANSLATE_NOOP("Keys", "Link: two reports of one study")},
    Row{Action::Skip, "skip", "Space", nullptr, P, false, QT_TRANSLATE_NOOP("Keys", "Skip the pair")},
    Row{Action::ZoomIn, "zoom-in", "Ctrl++ Ctrl+=", nullptr, B, true, QT_TRANSLATE_NOOP("Keys", "Larger text")},
    Row{Action::ZoomOut, "zoom-out", "Ctrl+-", nullptr, B, true, QT_TRANSLATE_NOOP("Keys", "Smaller text")},
    Row{Action::ZoomReset, "zoom-reset", "Ctrl+0", nullptr, B, false,
        QT_TRANSLATE_NOOP("Keys", "Text in its usual size")},
    Row{Action::Help, "help", "? F1", nullptr, B, false, QT_TRANSLATE_NOOP("Keys", "Show the keys")},
};

struct Place {
    int first; ///< kernel key code of the leftmost
    const char* keys;
};

// Kernel key codes (linux/input-event-codes.h) run along each row; Windows' scan codes are the same here.
constexpr std::array places{Place{2, "1234567890"}, Place{16, "QWERTYUIOP"}, Place{30, "ASDFGHJKL"},
                            Place{44, "ZXCVBNM"}};

#ifdef Q_OS_WIN
constexpr int firstPlace = 0;
#else
constexpr int firstPlace = 8;
#endif

} // namespace

const Row& row(Action action)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [action](const Row& r) { return r.action == action; });
    Q_ASSERT(found != rows.end());
    return *found;
}

std::vector<Action> actions()
{
    std::vector<Action> all;
    for (const Row& one : rows)
        all.push_back(one.action);
    return all;
}

std::vector<QKeySequence> presetKeys(Action action, bool rayyan)
{
    const Row& one = row(action);
    return sequences(QString::fromLatin1(rayyan && one.rayyan ? one.rayyan : one.keys));
}

std::optional<Action> parse(const QString& word)
{
    const auto found
        = std::find_if(rows.begin(), rows.end(), [&word](const Row& r) { return word == QLatin1String(r.word); });
    return found == rows.end() ? std::nullopt : std::optional(found->action);
}

std::vector<QKeySequence> sequences(const QString& text)
{
    std::vector<QKeySequence> keys;
    for (const QString& one : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QKeySequence sequence = QKeySequence::fromString(one, QKeySequence::PortableText);
        if (sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown)
            keys.push_back(sequence);
    }
    return keys;
}

QString written(const std::vector<QKeySequence>& keys)
{
    QStringList texts;
    for (const QKeySequence& sequence : keys)
        texts << sequence.toString(QKeySequence::PortableText);
    return texts.join(QLatin1Char(' '));
}

int keyAtPlace(quint32 nativeScanCode)
{
    const int code = int(nativeScanCode) - firstPlace;
    for (const Place& place : places) {
        const int offset = code - place.first;
        if (offset >= 0 && offset < int(std::char_traits<char>::length(place.keys)))
            return place.keys[offset];
    }
    return 0;
}

} // namespace winnow::ui::keyTable
