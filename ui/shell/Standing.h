// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Flow.h"
#include "project/Hands.h"
#include "project/Screening.h"
#include "project/Sharing.h"

#include <QObject>

#include <optional>

namespace winnow::ui {

/// Where the review stands for the rail and the status bar: read beside the window's thread, once for a burst of
/// changes.
class Standing final : public QObject {
    Q_OBJECT
public:
    struct Numbers {
        std::optional<Status> status;
        std::optional<Progressed> title; ///< mine; none while nobody sits here who is asked to screen
        std::optional<Progressed> fulltext;
        bool settles = true; ///< conflicts wait for who sits here
        std::optional<WorkToSend> toSend; ///< mine; none while nobody sits here or nobody else takes part
    };

    explicit Standing(Project& project, QObject* parent = nullptr);
    [[nodiscard]] const Numbers& numbers() const { return m_numbers; }
    /// Reads again; while a reading is under way, once more after it.
    void refresh();

Q_SIGNALS:
    void changed();

private:
    void read();

    Project& m_project;
    Numbers m_numbers;
    bool m_reading = false;
    bool m_again = false;
    Hands m_hands; // first to go: a reading under way ends before the rest
};

} // namespace winnow::ui
