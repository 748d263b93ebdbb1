// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Imports.h"
#include "widgets/Frames.h"

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace winnow::ui {

class ColumnsForm;
class PeopleForm;
class RunForm;

/// One file on the import page: what it seems to be, what PRISMA wants to know of it, and how its import ended.
class ImportCard final : public QWidget {
    Q_OBJECT

public:
    enum class State { Looking, Ready, NeedsColumns, NotReadable, Waiting, Running, Done, Failed, Cancelled };

    ImportCard(PanelContext& context, const QString& file, QWidget* parent = nullptr);

    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    /// As far as the user has chosen it; the rest is guessed.
    [[nodiscard]] const Reading& reading() const { return m_reading; }

    void setPreview(const Result<ImportPreview>& preview);
    /// None if a field needs mending; the field has the focus then. Of a file that is in already: in its place.
    [[nodiscard]] std::optional<ImportRequest> request();
    /// Waiting, Running and Cancelled.
    void setState(State state);
    void setResult(const Result<ImportReport>& result);
    [[nodiscard]] const std::optional<ImportReport>& report() const { return m_report; }
    /// Entries of the import that are still not readable.
    void setUnreadable(qint64 entries);

    [[nodiscard]] QComboBox* formatChoice() const { return m_format; }
    [[nodiscard]] QComboBox* encodingChoice() const { return m_encoding; }
    [[nodiscard]] QComboBox* listChoice() const { return m_list; }
    [[nodiscard]] ColumnsForm* columns() const { return m_columns; }
    [[nodiscard]] QPushButton* againButton() const { return m_again; }
    [[nodiscard]] QPushButton* columnsButton() const { return m_columnsButton; }
    [[nodiscard]] QComboBox* kindChoice() const { return m_kind; }
    [[nodiscard]] QLineEdit* sourceField() const { return m_source; }
    [[nodiscard]] RunForm* form() const { return m_form; }
    [[nodiscard]] PeopleForm* people() const { return m_people; }
    [[nodiscard]] QPushButton* unreadableButton() const { return m_unreadable; }
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// The user says how the file is to be read: look again, or, where it is in the review already, read it again.
    void readingChosen();
    void removeRequested();
    void unreadableRequested(winnow::RunId run, const QString& file);
    void marksRequested(const winnow::VotesAs& votesAs);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeHow();
    [[nodiscard]] QWidget* makeFields();
    void choose();
    void tellReading();
    void showReading(const QString& format, const QString& encoding);
    void showColumns(const ImportPreview& preview);
    void chooseColumns();
    void askWhoIsWho(const ImportReport& report);
    void failed(const Error& error);
    [[nodiscard]] QString facts(const QString& format, const QString& encoding) const;
    void say(const QString& sentence, bool bad = false);
    void dress();

    PanelContext& m_context;
    QString m_file;
    State m_state = State::Looking;
    qint64 m_bytes = 0;
    bool m_bad = false;
    bool m_filling = false;
    bool m_kindChosen = false; ///< by the user; else each source has the kind its name stands for
    Reading m_reading;
    QString m_header; ///< what the columns of a table are remembered under
    std::optional<ImportReport> m_report;
    Card* m_card;
    QLabel* m_facts;
    QPushButton* m_remove;
    QComboBox* m_format;
    QComboBox* m_encoding;
    QComboBox* m_list;
    QPushButton* m_columnsButton;
    QPushButton* m_again;
    ColumnsForm* m_columns = nullptr;
    QWidget* m_how = nullptr;
    QLineEdit* m_source;
    QComboBox* m_kind;
    RunForm* m_form;
    QWidget* m_fields;
    QLabel* m_sentence;
    QPushButton* m_unreadable;
    PeopleForm* m_people = nullptr;
};

} // namespace winnow::ui
