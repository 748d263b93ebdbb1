// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Keys.h"
#include "services/Settings.h"
#include "support/Suite.h"

#include <QKeyEvent>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace suite_KeysTest {

using namespace winnow::ui;
using Found = std::optional<Action>;
using Room = Keys::Room;

namespace {

// X11 key codes of physical places, named by the US letter that stands there.
enum Place : quint32 {
    Place1 = 10,
    Place2 = 11,
    Place9 = 18,
    PlaceE = 26,
    PlaceU = 30,
    PlaceI = 31,
    PlaceO = 32,
    PlaceD = 40,
    PlaceM = 58
};

QKeyEvent press(int key, const QString& text, quint32 place = 0, Qt::KeyboardModifiers modifiers = Qt::NoModifier,
                bool repeat = false)
{
    return QKeyEvent(QEvent::KeyPress, key, modifiers, place, 0, 0, text, repeat);
}

QKeyEvent pressOf(const QKeySequence& sequence)
{
    const QKeyCombination one = sequence[0];
    const bool types = !(one.keyboardModifiers() & Qt::ControlModifier) && one.key() < 0x7f;
    QString text = types ? QString(QChar(one.key())) : QString();
    if (!one.keyboardModifiers().testFlag(Qt::ShiftModifier))
        text = text.toLower();
    return press(one.key(), text, 0, one.keyboardModifiers());
}

} // namespace

class KeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lettersOfTheDesign_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("action");
        const auto row = [](const char* name, int key, const char* text, int modifiers, Action action) {
            QTest::newRow(name) << key << QString::fromUtf8(text) << modifiers << int(action);
        };
        row("i", Qt::Key_I, "i", 0, Action::Include);
        row("e", Qt::Key_E, "e", 0, Action::Exclude);
        row("m", Qt::Key_M, "m", 0, Action::Maybe);
        row("caps lock", Qt::Key_E, "E", 0, Action::Exclude);
        row("u", Qt::Key_U, "u", 0, Action::Undo);
        row("shift u", Qt::Key_U, "U", int(Qt::ShiftModifier), Action::Redo);
        row("ctrl z", Qt::Key_Z, "\x1a", int(Qt::ControlModifier), Action::Undo);
        row("backspace", Qt::Key_Backspace, "\b", 0, Action::Undo);
        row("enter", Qt::Key_Return, "\r", 0, Action::NextUnvoted);
        row("keypad enter", Qt::Key_Enter, "\r", int(Qt::KeypadModifier), Action::NextUnvoted);
        row("down", Qt::Key_Down, "", 0, Action::Next);
        row("up", Qt::Key_Up, "", 0, Action::Previous);
        row("slash", Qt::Key_Slash, "/", 0, Action::Find);
        row("german slash", Qt::Key_Slash, "/", int(Qt::ShiftModifier), Action::Find);
        row("ctrl f", Qt::Key_F, "\x06", int(Qt::ControlModifier), Action::Find);
        row("question mark", Qt::Key_Question, "?", int(Qt::ShiftModifier), Action::Help);
        row("f1", Qt::Key_F1, "", 0, Action::Help);
        row("n", Qt::Key_N, "n", 0, Action::Note);
        row("l", Qt::Key_L, "l", 0, Action::Label);
        row("3", Qt::Key_3, "3", 0, Action::Reason3);
        row("keypad 3", Qt::Key_3, "3", int(Qt::KeypadModifier), Action::Reason3);
        row("french 3", Qt::Key_3, "3", int(Qt::ShiftModifier), Action::Reason3);
        row("ctrl plus", Qt::Key_Plus, "+", int(Qt::ControlModifier | Qt::ShiftModifier), Action::ZoomIn);
    }
    void lettersOfTheDesign()
    {
        QFETCH(int, key);
        QFETCH(QString, text);
        QFETCH(int, modifiers);
        QFETCH(int, action);
        const Keys keys;
        QVERIFY(keys.actionFor(press(key, text, 0, Qt::KeyboardModifiers(modifiers))) == Action(action));
    }

    void otherScriptsGoByPlace()
    {
        const Keys keys;
        // Russian: У stands where E is, Г where U is, Ш where I is, Ь where M is.
        QVERIFY(keys.actionFor(press(0x0423, QStringLiteral("у"), PlaceE)) == Action::Exclude);
        QVERIFY(keys.actionFor(press(0x0428, QStringLiteral("ш"), PlaceI)) == Action::Include);
        QVERIFY(keys.actionFor(press(0x042c, QStringLiteral("ь"), PlaceM)) == Action::Maybe);
        QVERIFY(keys.actionFor(press(0x0413, QStringLiteral("Г"), PlaceU, Qt::ShiftModifier)) == Action::Redo);
        // Arabic: ث where E is, ه where I is.
        QVERIFY(keys.actionFor(press(0x062b, QStringLiteral("ث"), PlaceE)) == Action::Exclude);
        QVERIFY(keys.actionFor(press(0x0647, QStringLiteral("ه"), PlaceI)) == Action::Include);
        // Arabic-Indic digits on the digit row.
        QVERIFY(keys.actionFor(press(0x0661, QStringLiteral("١"), Place1)) == Action::Reason1);
        // Greek Ctrl+Ζ: the key has no Latin name.
        QVERIFY(keys.actionFor(press(0x0396, QString(), 52, Qt::ControlModifier)) == Action::Undo);
    }

    void latinLettersMeanThemselves()
    {
        const Keys keys;
        // German: Z and Y are swapped; Ctrl+Z stays Ctrl+Z wherever it stands.
        QVERIFY(keys.actionFor(press(Qt::Key_Z, QStringLiteral("\x1a"), 29, Qt::ControlModifier)) == Action::Undo);
        // German Ü stands where [ is, and means nothing.
        QVERIFY(keys.actionFor(press(Qt::Key_Udiaeresis, QStringLiteral("ü"), 34)) == Found());
        // Dvorak: the place of E types a full stop, the place of I types C, the place of D types E.
        QVERIFY(keys.actionFor(press(Qt::Key_Period, QStringLiteral("."), PlaceE)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_C, QStringLiteral("c"), PlaceI)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_E, QStringLiteral("e"), PlaceD)) == Action::Exclude);
        // Turkish dotless ı stands where I is.
        QVERIFY(keys.actionFor(press(Qt::Key_I, QStringLiteral("ı"), PlaceI)) == Action::Include);
    }

    void frenchDigitRow()
    {
        const Keys keys;
        QVERIFY(keys.actionFor(press(Qt::Key_Ampersand, QStringLiteral("&"), Place1)) == Action::Reason1);
        QVERIFY(keys.actionFor(press(Qt::Key_Eacute, QStringLiteral("é"), Place2)) == Action::Reason2);
        QVERIFY(keys.actionFor(press(Qt::Key_Ccedilla, QStringLiteral("ç"), Place9)) == Action::Reason9);
        // US Shift+1 is an exclamation mark and nothing else.
        QVERIFY(keys.actionFor(press(Qt::Key_Exclam, QStringLiteral("!"), Place1, Qt::ShiftModifier)) == Found());
    }

    void heldKeysDoNotVote()
    {
        const Keys keys;
        for (const Action action : Keys::all()) {
            const QKeySequence first = keys.bindings(action).at(0);
            const QKeyEvent once = pressOf(first);
            const QKeyEvent held(QEvent::KeyPress, once.key(), once.modifiers(), once.text(), true);
            const Room room = Keys::belongs(action, Room::Reader) ? Room::Reader : Room::Pairs;
            QVERIFY2(keys.actionFor(once, room) == action, qPrintable(Keys::nameOf(action)));
            QVERIFY2(keys.actionFor(held, room).has_value() == Keys::repeats(action), qPrintable(Keys::nameOf(action)));
        }
        QVERIFY(!Keys::repeats(Action::Include));
        QVERIFY(!Keys::repeats(Action::Undo));
        QVERIFY(!Keys::repeats(Action::Reason1));
        QVERIFY(!Keys::repeats(Action::Same));
        QVERIFY(Keys::repeats(Action::Next));
    }

    void nothingElseActs()
    {
        const Keys keys;
        QVERIFY(keys.actionFor(press(Qt::Key_E, QStringLiteral("E"), PlaceE, Qt::ShiftModifier)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_E, QStringLiteral("\x05"), PlaceE, Qt::ControlModifier)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_E, QStringLiteral("e"), PlaceE, Qt::AltModifier)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_Shift, QString(), 50, Qt::ShiftModifier)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_0, QStringLiteral("0"), 19)) == Found());
        const QKeyEvent release(QEvent::KeyRelease, Qt::Key_E, Qt::NoModifier, PlaceE, 0, 0, QStringLiteral("e"));
        QVERIFY(keys.actionFor(release) == Found());
    }

    void noKeyDoesTwoThings_data()
    {
        QTest::addColumn<int>("preset");
        QTest::newRow("Winnow") << int(Keys::Preset::Winnow);
        QTest::newRow("Rayyan") << int(Keys::Preset::Rayyan);
    }
    void noKeyDoesTwoThings()
    {
        QFETCH(int, preset);
        Keys keys;
        keys.setPreset(Keys::Preset(preset));
        for (const Room room : {Room::Reader, Room::Pairs}) {
            QSet<QString> seen;
            for (const Action action : Keys::all()) {
                if (!Keys::belongs(action, room))
                    continue;
                for (const QKeySequence& sequence : keys.bindings(action)) {
                    const QString text = sequence.toString(QKeySequence::PortableText);
                    QVERIFY2(!seen.contains(text), qPrintable(text));
                    seen.insert(text);
                    QVERIFY2(keys.actionFor(pressOf(sequence), room) == action, qPrintable(text));
                }
            }
        }
    }

    void rayyanPreset()
    {
        Keys keys;
        QSignalSpy changes(&keys, &Keys::changed);
        keys.setPreset(Keys::Preset::Rayyan);
        QCOMPARE(changes.count(), 1);
        QVERIFY(keys.actionFor(press(Qt::Key_U, QStringLiteral("u"))) == Action::Maybe);
        QVERIFY(keys.actionFor(press(Qt::Key_Z, QString(), 0, Qt::ControlModifier)) == Action::Undo);
        QVERIFY(keys.actionFor(press(Qt::Key_Backspace, QString())) == Action::Undo);
        QCOMPARE(keys.keyText(Action::Maybe), QStringLiteral("U"));
        QCOMPARE(keys.keyText(Action::Undo), QStringLiteral("Ctrl+Z"));
    }

    void pairsHaveTheirOwnLetters()
    {
        const Keys keys;
        QVERIFY(keys.actionFor(press(Qt::Key_S, QStringLiteral("s")), Room::Pairs) == Action::Same);
        QVERIFY(keys.actionFor(press(Qt::Key_D, QStringLiteral("d")), Room::Pairs) == Action::Different);
        QVERIFY(keys.actionFor(press(Qt::Key_Space, QStringLiteral(" ")), Room::Pairs) == Action::Skip);
        QVERIFY(keys.actionFor(press(Qt::Key_U, QStringLiteral("u")), Room::Pairs) == Action::Undo);
        QVERIFY(keys.actionFor(press(Qt::Key_E, QStringLiteral("e")), Room::Pairs) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_D, QStringLiteral("d")), Room::Reader) == Action::OpenDoi);
        QVERIFY(keys.actionFor(press(Qt::Key_Space, QStringLiteral(" ")), Room::Reader) == Found());
    }

    void switchedOffLetters()
    {
        Keys keys;
        keys.setSingleKeys(false);
        QVERIFY(keys.actionFor(press(Qt::Key_E, QStringLiteral("e"), PlaceE)) == Found());
        QVERIFY(keys.actionFor(press(0x0423, QStringLiteral("у"), PlaceE)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_3, QStringLiteral("3"))) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_Slash, QStringLiteral("/"))) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_U, QStringLiteral("U"), PlaceU, Qt::ShiftModifier)) == Found());
        QVERIFY(keys.actionFor(press(Qt::Key_F, QString(), 0, Qt::ControlModifier)) == Action::Find);
        QVERIFY(keys.actionFor(press(Qt::Key_Down, QString())) == Action::Next);
        QCOMPARE(keys.keyText(Action::Include), QString());
        QCOMPARE(keys.keyText(Action::Find), QStringLiteral("Ctrl+F"));
    }

    void remapping()
    {
        Keys keys;
        keys.bind(Action::Include, {QKeySequence(Qt::Key_Y), QKeySequence(Qt::Key_N)});
        QVERIFY(keys.actionFor(press(Qt::Key_Y, QStringLiteral("y"))) == Action::Include);
        QVERIFY(keys.actionFor(press(Qt::Key_N, QStringLiteral("n"))) == Action::Include);
        QVERIFY(keys.actionFor(press(Qt::Key_I, QStringLiteral("i"))) == Found());
        QVERIFY(keys.bindings(Action::Note).empty());
        QCOMPARE(keys.keyText(Action::Note), QString());
        QCOMPARE(keys.allKeysText(Action::Include), QStringLiteral("Y, N"));
        // D belongs to two rooms: taking it in the reader leaves the pairs alone.
        keys.bind(Action::Exclude, {QKeySequence(Qt::Key_D)});
        QVERIFY(keys.bindings(Action::OpenDoi).empty());
        QVERIFY(keys.actionFor(press(Qt::Key_D, QStringLiteral("d")), Room::Pairs) == Action::Different);
        // A sequence of two keys is not one key.
        keys.bind(Action::Maybe, {QKeySequence(Qt::Key_G, Qt::Key_G)});
        QVERIFY(keys.bindings(Action::Maybe).empty());
    }

    void bindingsAreKept()
    {
        const QTemporaryDir folder;
        Settings settings = Settings::inFile(folder.filePath(QStringLiteral("winnow.ini")));
        Keys keys;
        keys.setPreset(Keys::Preset::Rayyan);
        keys.bind(Action::Include, {QKeySequence(Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::Key_Plus)});
        keys.bind(Action::Find, {QKeySequence(Qt::Key_Equal)});
        keys.setSingleKeys(false);
        keys.save(settings);
        Keys again;
        again.load(settings);
        QVERIFY(again.preset() == Keys::Preset::Rayyan);
        QVERIFY(!again.singleKeys());
        QVERIFY(again.bindings(Action::Include) == keys.bindings(Action::Include));
        QVERIFY(again.bindings(Action::ZoomIn) == keys.bindings(Action::ZoomIn));
        QVERIFY(again.bindings(Action::Find) == keys.bindings(Action::Find));
    }

    void spoiltSettingsAreHarmless()
    {
        const QTemporaryDir folder;
        Settings settings = Settings::inFile(folder.filePath(QStringLiteral("winnow.ini")));
        settings.set(Setting::KeyPreset, 77);
        settings.set(Setting::KeyBindings,
                     QStringList{QStringLiteral("nonsense"), QStringLiteral("="), QStringLiteral("exclude=Nokey!! X"),
                                 QStringLiteral("fly=I")});
        Keys keys;
        keys.load(settings);
        QVERIFY(keys.preset() == Keys::Preset::Winnow);
        QVERIFY(keys.actionFor(press(Qt::Key_I, QStringLiteral("i"))) == Action::Include);
        QVERIFY(keys.bindings(Action::Maybe).at(0) == QKeySequence(Qt::Key_M));
    }

    void textsForBadges()
    {
        const Keys keys;
        QCOMPARE(keys.keyText(Action::Exclude), QStringLiteral("E"));
        QCOMPARE(keys.keyText(Action::NextUnvoted), QStringLiteral("↵"));
        QCOMPARE(keys.keyText(Action::Next), QStringLiteral("↓"));
        QCOMPARE(keys.allKeysText(Action::Undo), QStringLiteral("U, Ctrl+Z, ⌫"));
        QCOMPARE(keys.keyText(Action::Reason7), QStringLiteral("7"));
        QCOMPARE(Keys::reasonDigit(Action::Reason7), 7);
        QCOMPARE(Keys::reasonDigit(Action::Undo), 0);
        for (const Action action : Keys::all())
            QVERIFY(!Keys::nameOf(action).isEmpty());
    }
};

WINNOW_TEST(KeysTest)

} // namespace suite_KeysTest

#include "KeysTest.moc"
