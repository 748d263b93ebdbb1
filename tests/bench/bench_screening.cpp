// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_screening [--project FILE | --records N] [--votes 300] [--pause MS] [--searching N] [--dir DIR]
// The screening room over a project, offscreen: from a key being pressed to the end of painting the next abstract, for
// votes and for moving on, with the votes made durable in between. `--pause` is what a reader takes for an abstract
// (default 40 ms: enough to read ahead). With `--searching`, a search of N records from a server in this program is
// fetched and brought in meanwhile, and only keys that were pressed before it ended count. The project is changed:
// votes are cast in it.
#include "BenchSearcher.h"

#include "panels/screening/Reader.h"
#include "panels/screening/ScreeningPanel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QTimer>

#include <array>
#include <optional>

using namespace winnow;
using namespace winnow::bench;
using namespace winnow::ui;

namespace {

/// Tells when the window has been painted with the reader in it.
class PaintWatch final : public QApplication {
public:
    using QApplication::QApplication;
    void expect(const QWidget* window, const QWidget* page)
    {
        m_window = window;
        m_page = page;
        m_seen = m_painted = false;
    }
    [[nodiscard]] bool painted() const { return m_painted; }
    bool notify(QObject* receiver, QEvent* event) override
    {
        const bool update = event->type() == QEvent::UpdateRequest;
        const bool page = event->type() == QEvent::Paint && receiver == m_page;
        const bool done = QApplication::notify(receiver, event);
        m_seen = m_seen || page;
        m_painted = m_painted || (update && m_seen);
        return done;
    }

private:
    const QWidget* m_window = nullptr;
    const QWidget* m_page = nullptr;
    bool m_seen = false;
    bool m_painted = false;
};

/// Dialogs that are never asked here.
class NoDialogs final : public Dialogs {
public:
    void openFiles(const FileQuestion&, QObject*, std::function<void(const QStringList&)>) override { }
    void openFile(const FileQuestion&, QObject*, std::function<void(const QString&)>) override { }
    void saveFile(const FileQuestion&, QObject*, std::function<void(const QString&)>) override { }
    void confirm(const Confirmation&, QObject*, std::function<void()>, std::function<void()>) override { }
    void askText(const TextQuestion&, QObject*, std::function<void(const QString&)>) override { }
    void choose(const Choice&, QObject*, std::function<void(int)>) override { }
    void askColour(const QString&, const QColor&, QObject*, std::function<void(const QColor&)>) override { }
    void inform(const QString&, const QString&) override { }
    void report(const Error&) override { }
};

void pass(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

/// Milliseconds from the press to the end of painting the page that follows.
double press(PaintWatch& application, ScreeningPanel& panel, Reader& reader, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, QString(QChar(key)).toLower());
    application.expect(panel.window(), reader.viewport());
    const Stopwatch watch;
    QCoreApplication::sendEvent(&reader, &down);
    while (!application.painted() && watch.ms() < 5000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    return watch.ms();
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    PaintWatch application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const QString path = projectFile(place, arguments, clock);
    const auto project = openProject(path, clock);
    Theme theme;
    theme.setScheme(Scheme::Light);
    theme.applyTo(application);
    Icons icons(theme);
    Keys keys;
    NoDialogs dialogs;
    Settings settings = Settings::inFile(place.path(QStringLiteral("settings.ini")));
    Hands hands;
    Jobs jobs;
    PanelContext context{*project, hands, jobs, theme, icons, keys, dialogs, settings};

    const Stopwatch opening;
    ScreeningPanel panel(context, Stage::Title);
    panel.resize(1198, 668);
    panel.show();
    panel.activate();
    while (!panel.current() && opening.seconds() < 120)
        pass(1);
    if (!panel.current())
        giveUp("nothing to screen in this project");
    const double opened = opening.ms();
    auto* reader = panel.findChild<Reader*>();
    const int pause = int(arguments.number("pause", 40));
    pass(10 * pause);

    const long long reports = panel.findChild<QAbstractItemView*>()->model()->rowCount();
    const long long votes = std::min(arguments.number("votes", 300), reports / 2);
    constexpr std::array voteKeys{Qt::Key_E, Qt::Key_E, Qt::Key_1, Qt::Key_I, Qt::Key_M};
    Samples voting, moving, returning;
    std::optional<SearchMeanwhile> search;
    const long long wanted = arguments.number("searching", 0);
    if (wanted > 0)
        search.emplace(*project, clock, wanted);
    for (long long i = 0; i < votes && (!search || search->running()); ++i) {
        voting.add(press(application, panel, *reader, voteKeys[std::size_t(i) % voteKeys.size()]));
        pass(pause);
    }
    const long long searched = search ? search->finish() : 0;
    while (!panel.settled())
        pass(5);
    for (long long i = 0; i < std::min<long long>(votes, reports - votes - 1); ++i) {
        moving.add(press(application, panel, *reader, Qt::Key_J));
        pass(pause);
    }
    for (int i = 0; i < 10 && i < votes && !search; ++i) { // the last step is the search, which no key here undoes
        returning.add(press(application, panel, *reader, Qt::Key_U));
        while (!panel.settled())
            pass(5);
    }
    const Result<Progressed> progress = Screening(*project, Stage::Title).progress();
    JsonLine("screening")
        .add("reports", reports)
        .add("open_ms", opened)
        .add("searched", searched)
        .add("votes", static_cast<long long>(voting.size()))
        .add("vote_to_next_painted", voting)
        .add("move_to_next_painted", moving)
        .add("undo_to_painted", returning)
        .add("done", static_cast<long long>(progress ? progress->done : -1))
        .print();
    return 0;
}
