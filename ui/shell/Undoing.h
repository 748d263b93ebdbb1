// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QObject>

namespace winnow::ui {

class Notices;
class Session;

/// Undo and redo of the menu: my own last step of the whole review, wherever it was made.
class Undoing final : public QObject {
    Q_OBJECT
public:
    Undoing(Session& session, Notices& notices, QObject* parent = nullptr);
    void undo() { step(&History::undo, true); }
    void redo() { step(&History::redo, false); }

private:
    using Way = Result<History::Step> (History::*)(const History::Accepts&);
    void step(Way way, bool back);

    Session& m_session;
    Notices& m_notices;
};

} // namespace winnow::ui
