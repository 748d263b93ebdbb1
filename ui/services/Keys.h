// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

#include <map>
#include <optional>
#include <vector>

class QKeyEvent;

namespace winnow::ui {

class Settings;

/// What a key can do in the rooms where single letters act (the reader, the lists, the duplicate pairs).
enum class Action {
    Include,
    Exclude,
    Maybe,
    Reason1,
    Reason2,
    Reason3,
    Reason4,
    Reason5,
    Reason6,
    Reason7,
    Reason8,
    Reason9,
    Undo,
    Redo,
    Next,
    Previous,
    NextUnvoted,
    First,
    Last,
    Find,
    Note,
    Label,
    LastVotes,
    ToggleList,
    ToggleSelect,
    SelectAll,
    OpenDoi,
    OpenPubmed,
    OpenFulltext,
    OpenLibrary,
    Same,
    Different,
    LinkStudy,
    Skip,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Help,
};

/// Keys that do not betray. A key is known by what it types or, where that is no Latin letter (Cyrillic, Arabic, Greek
/// … and the digit row of a French keyboard), by its physical place. So E excludes on every keyboard and in every
/// language, and no key ever does two things. Held keys repeat only for moving and zooming: a vote needs a press.
///
/// Who has the focus is the caller's business: ask only where letters are not being typed into a field.
class Keys final : public QObject {
    Q_OBJECT
public:
    /// Rayyan: U is maybe (undo stays on Ctrl+Z and Backspace).
    enum class Preset { Winnow, Rayyan };
    /// Where letters act: reading and voting (screening, conflicts, full texts), or judging pairs of duplicates.
    enum class Room { Reader, Pairs };

    explicit Keys(QObject* parent = nullptr);

    /// The action of a press; none for a release, a held vote key, an unbound key or a switched-off letter.
    [[nodiscard]] std::optional<Action> actionFor(const QKeyEvent& event, Room room = Room::Reader) const;

    [[nodiscard]] Preset preset() const { return m_preset; }
    /// Also forgets own bindings.
    void setPreset(Preset preset);
    /// Whether keys without Ctrl, Alt or an F number act at all (WCAG 2.1.4). Arrows, Enter and Backspace always do.
    [[nodiscard]] bool singleKeys() const { return m_singleKeys; }
    void setSingleKeys(bool on);

    [[nodiscard]] std::vector<QKeySequence> bindings(Action action) const;
    /// Each sequence is one key with its modifiers. Takes it away from any other action that had it and shares a room.
    void bind(Action action, const std::vector<QKeySequence>& keys);

    /// The first key of an action as shown on badges and in help ("E", "↵", "Ctrl+F"); empty if unbound.
    [[nodiscard]] QString keyText(Action action) const;
    /// All of its keys for the help page ("U, Ctrl+Z, ⌫").
    [[nodiscard]] QString allKeysText(Action action) const;
    /// What the action does, translated, for help and remapping.
    [[nodiscard]] static QString nameOf(Action action);
    [[nodiscard]] static std::vector<Action> all();
    /// 1–9 for Reason1–Reason9, 0 for any other action.
    [[nodiscard]] static int reasonDigit(Action action);
    /// The action exists in the room; moving, undo, find and help exist in both.
    [[nodiscard]] static bool belongs(Action action, Room room);
    /// The action may repeat while its key is held.
    [[nodiscard]] static bool repeats(Action action);

    void load(const Settings& settings);
    void save(Settings& settings) const;

Q_SIGNALS:
    /// Badges show their keys anew.
    void changed();

private:
    [[nodiscard]] std::optional<Action> find(Room room, int key, Qt::KeyboardModifiers modifiers) const;
    void index();

    Preset m_preset = Preset::Winnow;
    bool m_singleKeys = true;
    std::map<Action, std::vector<QKeySequence>> m_own;
    std::map<std::pair<Room, int>, Action> m_byKey;
};

} // namespace winnow::ui
