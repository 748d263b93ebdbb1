// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Colours.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace winnow::ui {

class KeyCap;
class Theme;

/// One line that says what happened or what to know: "Excluded — wrong population.  [U] undo".
/// Neutral is plain text in a tool row (its place is kept while it is empty); any other tone lies on its own colour.
/// New text is announced to screen readers.
class Banner final : public QWidget {
    Q_OBJECT
public:
    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    void say(const QString& sentence, Tone tone = Tone::Neutral);
    void clear();
    [[nodiscard]] QString text() const;
    /// The action beside the text, with the key that also does it; empty verb: none. Cleared by the next say().
    void offer(const QString& verb, const QString& key = {});
    /// On: it takes no place while it is empty, as at the foot of a page; off at first.
    void setFolding(bool on);
    /// On: a sentence that is longer than the line goes on below; off at first.
    void setWrapping(bool on);
    /// A cross to close it; off at first.
    void setClosable(bool on);

    [[nodiscard]] QPushButton* actionButton() const { return m_action; }

Q_SIGNALS:
    void actionChosen();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    bool m_folding = false;
    Tone m_tone = Tone::Neutral;
    QLabel* m_text;
    KeyCap* m_key;
    QPushButton* m_action;
    QPushButton* m_close;
};

} // namespace winnow::ui
