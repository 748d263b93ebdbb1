// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "services/Keys.h"
#include "services/Theme.h"

#include <QWidget>

namespace winnow::ui {

class Banner;
class KeyCap;
class VoteButton;

/// Under the abstract: what the last vote did, the three buttons, how to go on. The sides have the same width whatever
/// they say, so that the buttons never move.
class VoteBar final : public QWidget {
    Q_OBJECT

public:
    VoteBar(const Theme& theme, const Keys& keys, QWidget* parent = nullptr);

    /// My vote on what is shown.
    void setVerdict(Verdict verdict);
    /// Votes can be cast; `why` not is said as long as nothing else is.
    void setVoting(bool on, const QString& why = {});
    /// Said and offered to be undone.
    void say(const QString& sentence, bool canBeUndone);
    /// Somebody else sits down: what was said of the last vote is not theirs to read (rules.md C1).
    void forget();
    void warn(const QString& sentence);
    /// How many records a vote would go to; 1 says nothing.
    void setCount(int n);
    [[nodiscard]] Banner* banner() const { return m_banner; }
    [[nodiscard]] VoteButton* button(Verdict verdict) const;

Q_SIGNALS:
    void voted(winnow::Verdict verdict);
    void reasonsWanted();
    void undoWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showKeys();
    VoteButton* addButton(Tone tone, Verdict verdict);

    const Theme& m_theme;
    const Keys& m_keys;
    Banner* m_banner;
    VoteButton* m_exclude;
    VoteButton* m_maybe;
    VoteButton* m_include;
    QWidget* m_hints;
    KeyCap* m_previous;
    KeyCap* m_next;
    QString m_why;
};

} // namespace winnow::ui
