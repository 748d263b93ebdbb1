// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftDesk.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPlainTextEdit;

namespace winnow::ui {

class Theme;

/// Fields that show a part of the draft and change it as somebody types, each bound by what it reads and what it
/// writes. They never take the text away from somebody who is typing, and Ctrl+Z in them undoes steps of the draft.
class DraftFields final : public QWidget {
    Q_OBJECT

public:
    using Draft = appraisal::InstrumentDraft;
    using Read = std::function<QString(const Draft&)>;
    using Write = std::function<bool(Draft&, const QString&)>;
    struct Option {
        QString value;
        QString label;

        bool operator==(const Option&) const = default;
    };
    using Options = std::function<std::vector<Option>(const Draft&)>;

    DraftFields(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);

    /// Where steps are said to be made.
    void setPlace(int place);
    [[nodiscard]] int place() const { return m_place; }
    /// Shows the draft as it is.
    void refresh();
    [[nodiscard]] QFormLayout* form() const { return m_form; }

    /// Changes with each letter.
    QLineEdit* line(const QString& label, const Read& read, const Write& write);
    /// Changes once, when it is left or Enter is pressed; what is refused goes back, and `refused` says so.
    QLineEdit* name(const QString& label, const Read& read, const Write& write);
    /// Some lines.
    QPlainTextEdit* prose(const QString& label, const Read& read, const Write& write, int lines);
    QComboBox* choice(const QString& label, const Options& options, const Read& read, const Write& write);
    /// "yes" and "" stand for on and off.
    QCheckBox* check(const QString& label, const Read& read, const Write& write);
    /// Anything else that follows the draft.
    void follow(const std::function<void()>& refresh) { m_refreshing.push_back(refresh); }

    /// Ctrl+Z and Ctrl+Y of a field undo and redo steps of the draft.
    void ownUndo(QWidget* field);

Q_SIGNALS:
    void refused(const QString& label, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(const QString& label, QWidget* field);
    bool write(const QString& label, const Write& write, const QString& text, bool typed);

    const Theme& m_theme;
    DraftDesk& m_desk;
    QFormLayout* m_form;
    int m_place = place::about;
    bool m_showing = false;
    std::vector<std::function<void()>> m_refreshing;
};

} // namespace winnow::ui
