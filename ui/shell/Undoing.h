// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QObject>

namespace winnow::ui {

class Notices;
class Session;

/// Undo and redo of the menu: my own last step of the whole review, wherever it was made. A step of very many changes
/// (a run that joined duplicates) is a job, with progress and cancel; any other is undone at once.
class Undoing final : public QObject {
    Q_OBJECT
public:
    Undoing(Session& session, Notices& notices, QObject* parent = nullptr);
    void undo() { begin(true); }
    void redo() { begin(false); }

private:
    void begin(bool back);
    void step(bool back);
    void stepAsJob(bool back);
    void say(bool back, const History::Step& step);

    Session& m_session;
    Notices& m_notices;
};

} // namespace winnow::ui
