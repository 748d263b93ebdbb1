// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace winnow::ui {

class Theme;

/// One field of a record: name, and text that can be edited in place. F2, Enter or a double click opens the editor,
/// Ctrl+Enter saves (Enter too where one line is all there is), Esc leaves everything as it was.
class FieldRow final : public QWidget {
    Q_OBJECT

public:
    FieldRow(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setName(const QString& name);
    /// While the editor is open only the text behind it changes.
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_shown; }
    /// Changed by somebody since it came in.
    void setEdited(bool edited);
    /// Why who sits here may not; empty: may.
    void setWritable(const QString& whyNot);
    void setOneLine(bool oneLine) { m_oneLine = oneLine; }
    [[nodiscard]] bool editing() const;
    void edit();
    void stopEditing();
    [[nodiscard]] QPlainTextEdit* editor() const { return m_editor; }

Q_SIGNALS:
    void saved(const QString& text);
    /// Up and Down from row to row.
    void moveRequested(int by);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress();
    void describe();

    const Theme& m_theme;
    QString m_shown;
    bool m_editable = false;
    bool m_edited = false;
    bool m_oneLine = false;
    QLabel* m_name;
    QLabel* m_text;
    QPlainTextEdit* m_editor;
    QLabel* m_hint;
};

} // namespace winnow::ui
