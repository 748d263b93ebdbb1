// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Colours.h"

#include <QWidget>

#include <functional>

namespace winnow {
struct Error;
}

namespace winnow::ui {

class Banner;
class Theme;

/// The strip over the page that says what went wrong or what to know, with at most one thing to do about it. Takes no
/// room while there is nothing to say, and never the focus.
class Notices final : public QWidget {
    Q_OBJECT
public:
    explicit Notices(const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& sentence, Tone tone = Tone::Accent);
    void report(const Error& error);
    /// The action beside what was just said.
    void offer(const QString& verb, std::function<void()> then);
    /// What must stay in sight whatever else is said ("read only"); shown whenever there is nothing newer.
    void setStanding(const QString& sentence);
    void clear();
    [[nodiscard]] QString text() const;
    [[nodiscard]] Banner* banner() const { return m_banner; }

private:
    Banner* m_banner;
    QString m_standing;
    std::function<void()> m_then;
};

} // namespace winnow::ui
