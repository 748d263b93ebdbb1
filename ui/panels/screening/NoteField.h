// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "services/Theme.h"

#include <QPlainTextEdit>

namespace winnow::ui {

class KeyCap;

/// My note on the record. What was typed is kept whatever happens next: it is handed over when the field is left, when
/// another record comes, and when the room is closed.
class NoteField final : public QPlainTextEdit {
    Q_OBJECT

public:
    NoteField(const Theme& theme, QWidget* parent = nullptr);

    void setKey(const QString& key);
    /// The note of `report` as it is kept. While I am writing on the same report, what I write stays.
    void showNote(RecordId report, const QString& text);
    /// Hands over what was written since, if anything was.
    void flush();

Q_SIGNALS:
    void written(winnow::RecordId report, const QString& text);
    /// Esc: the reader takes the focus.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void placeHint();

    const Theme& m_theme;
    KeyCap* m_badge;
    RecordId m_report;
    QString m_kept;
};

} // namespace winnow::ui
