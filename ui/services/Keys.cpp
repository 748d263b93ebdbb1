// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Keys.h"

#include "services/KeyTable.h"
#include "services/Settings.h"

#include <QCoreApplication>
#include <QKeyEvent>

#include <algorithm>

namespace winnow::ui {

namespace {

constexpr Qt::KeyboardModifiers chordModifiers = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;

QKeyCombination combinationOf(const QKeySequence& sequence)
{
    return sequence[0];
}

bool isLetterOrDigit(int key)
{
    return (key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9);
}

/// Signs are found on other keys in other countries, mostly with Shift: Shift says nothing about them.
bool isSign(int key)
{
    return key > Qt::Key_Space && key < 0x7f && !isLetterOrDigit(key);
}

int normalised(int key, Qt::KeyboardModifiers modifiers)
{
    Qt::KeyboardModifiers kept = modifiers & (chordModifiers | Qt::ShiftModifier);
    const bool digit = key >= Qt::Key_0 && key <= Qt::Key_9;
    if (isSign(key) || digit)
        kept &= ~Qt::ShiftModifier; // a French 1 needs Shift
    if (key == Qt::Key_Enter)
        key = Qt::Key_Return;
    return QKeyCombination(kept, Qt::Key(key)).toCombined();
}

/// Keys that work even when single letters are switched off: chords, function keys and the keys that no text is made
/// of.
bool isSingleLetter(const QKeySequence& sequence)
{
    const QKeyCombination one = combinationOf(sequence);
    return !(one.keyboardModifiers() & chordModifiers) && one.key() >= Qt::Key_Space && one.key() < 0x7f;
}

/// The character that a press types, or 0. With Ctrl the text is a control character: then the key counts.
int typedKey(const QKeyEvent& event)
{
    if (event.modifiers() & chordModifiers)
        return event.key();
    const QString text = event.text();
    if (text.size() != 1 || text.at(0).unicode() <= 0x20 || text.at(0).unicode() >= 0x7f)
        return event.key();
    return text.at(0).toUpper().unicode();
}

/// The place counts only for what no Latin keyboard would mean by it: a letter of another script anywhere, and
/// whatever stands on the digit row. A Latin letter or a sign always means itself.
bool placeCounts(const QKeyEvent& event, int placeKey)
{
    const int typed = typedKey(event);
    if (isLetterOrDigit(typed) || event.modifiers().testFlag(Qt::KeypadModifier))
        return false;
    if (placeKey >= Qt::Key_0 && placeKey <= Qt::Key_9)
        return !event.modifiers().testFlag(Qt::ShiftModifier) && typed > Qt::Key_Space && typed < 0x01000000;
    return typed >= 0x7f && typed < 0x01000000;
}

QString pretty(const QKeySequence& sequence)
{
    switch (combinationOf(sequence).toCombined()) {
    case Qt::Key_Return: return QStringLiteral("↵");
    case Qt::Key_Backspace: return QStringLiteral("⌫");
    case Qt::Key_Up: return QStringLiteral("↑");
    case Qt::Key_Down: return QStringLiteral("↓");
    default: return sequence.toString(QKeySequence::NativeText);
    }
}

} // namespace

Keys::Keys(QObject* parent) : QObject(parent)
{
    index();
}

std::optional<Action> Keys::actionFor(const QKeyEvent& event, Room room) const
{
    if (event.type() != QEvent::KeyPress && event.type() != QEvent::ShortcutOverride)
        return std::nullopt;
    std::optional<Action> action = find(room, typedKey(event), event.modifiers());
    if (!action) {
        const int place = keyTable::keyAtPlace(event.nativeScanCode());
        if (place != 0 && placeCounts(event, place))
            action = find(room, place, event.modifiers());
    }
    if (action && event.isAutoRepeat() && !repeats(*action))
        return std::nullopt;
    return action;
}

std::optional<Action> Keys::find(Room room, int key, Qt::KeyboardModifiers modifiers) const
{
    const auto found = m_byKey.find({room, normalised(key, modifiers)});
    if (found == m_byKey.end())
        return std::nullopt;
    const QKeySequence sequence(QKeyCombination::fromCombined(found->first.second));
    if (!m_singleKeys && isSingleLetter(sequence))
        return std::nullopt;
    return found->second;
}

void Keys::index()
{
    m_byKey.clear();
    for (const Action action : all()) {
        for (const QKeySequence& sequence : bindings(action)) {
            const QKeyCombination one = combinationOf(sequence);
            for (const Room room : {Room::Reader, Room::Pairs}) {
                if (belongs(action, room))
                    m_byKey.emplace(std::pair(room, normalised(one.key(), one.keyboardModifiers())), action);
            }
        }
    }
}

void Keys::setPreset(Preset preset)
{
    m_preset = preset;
    m_own.clear();
    index();
    Q_EMIT changed();
}

void Keys::setSingleKeys(bool on)
{
    m_singleKeys = on;
    Q_EMIT changed();
}

std::vector<QKeySequence> Keys::bindings(Action action) const
{
    const auto own = m_own.find(action);
    return own != m_own.end() ? own->second : keyTable::presetKeys(action, m_preset == Preset::Rayyan);
}

void Keys::bind(Action action, const std::vector<QKeySequence>& keys)
{
    std::vector<QKeySequence> single;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(single),
                 [](const QKeySequence& sequence) { return sequence.count() == 1; });
    const auto taken = [&single](const QKeySequence& sequence) {
        return std::find(single.begin(), single.end(), sequence) != single.end();
    };
    for (const Action other : all()) {
        const bool meet = (belongs(action, Room::Reader) && belongs(other, Room::Reader))
            || (belongs(action, Room::Pairs) && belongs(other, Room::Pairs));
        std::vector<QKeySequence> left = bindings(other);
        if (other != action && meet && std::erase_if(left, taken) > 0)
            m_own[other] = left;
    }
    m_own[action] = single;
    index();
    Q_EMIT changed();
}

QString Keys::keyText(Action action) const
{
    const std::vector<QKeySequence> keys = bindings(action);
    for (const QKeySequence& sequence : keys) {
        if (m_singleKeys || !isSingleLetter(sequence))
            return pretty(sequence);
    }
    return {};
}

QString Keys::allKeysText(Action action) const
{
    QStringList texts;
    for (const QKeySequence& sequence : bindings(action)) {
        if (m_singleKeys || !isSingleLetter(sequence))
            texts << pretty(sequence);
    }
    return texts.join(QStringLiteral(", "));
}

QString Keys::nameOf(Action action)
{
    return QCoreApplication::translate("Keys", keyTable::row(action).name);
}

std::vector<Action> Keys::all()
{
    return keyTable::actions();
}

int Keys::reasonDigit(Action action)
{
    return action >= Action::Reason1 && action <= Action::Reason9 ? int(action) - int(Action::Reason1) + 1 : 0;
}

bool Keys::belongs(Action action, Room room)
{
    const keyTable::Where where = keyTable::row(action).where;
    return where == keyTable::Where::Both
        || where == (room == Room::Reader ? keyTable::Where::Reader : keyTable::Where::Pairs);
}

bool Keys::repeats(Action action)
{
    return keyTable::row(action).repeats;
}

void Keys::load(const Settings& settings)
{
    m_preset = settings.number(Setting::KeyPreset) == int(Preset::Rayyan) ? Preset::Rayyan : Preset::Winnow;
    m_singleKeys = settings.flag(Setting::SingleKeys);
    m_own.clear();
    for (const QString& line : settings.value(Setting::KeyBindings).toStringList()) {
        const qsizetype equals = line.indexOf(QLatin1Char('='));
        const std::optional<Action> action = keyTable::parse(line.left(equals));
        if (equals > 0 && action)
            m_own[*action] = keyTable::sequences(line.mid(equals + 1));
    }
    index();
    Q_EMIT changed();
}

void Keys::save(Settings& settings) const
{
    QStringList lines;
    for (const auto& [action, keys] : m_own)
        lines << QString(QLatin1String(keyTable::row(action).word) + QLatin1Char('=') + keyTable::written(keys));
    settings.set(Setting::KeyPreset, int(m_preset));
    settings.set(Setting::SingleKeys, m_singleKeys);
    settings.set(Setting::KeyBindings, lines);
}

} // namespace winnow::ui
