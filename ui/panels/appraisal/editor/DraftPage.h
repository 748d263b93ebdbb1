// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/appraisal/editor/DraftFields.h"
#include "panels/appraisal/editor/DraftTable.h"

#include <QScrollArea>

class QVBoxLayout;

namespace winnow::ui {

class RulesEdit;
class TextLabel;

/// The fields of one part of the draft, one below the other.
class DraftPage : public QScrollArea {
    Q_OBJECT

public:
    DraftPage(const Theme& theme, DraftDesk& desk, QWidget* parent = nullptr);

    /// The part that is shown; of the kind that the page is for.
    virtual void setPlace(int place);
    [[nodiscard]] int place() const { return m_fields->place(); }
    /// To the part of it that a remark is about.
    virtual void goTo(const appraisal::Remark& remark);
    [[nodiscard]] QWidget* first() const { return m_first; }
    /// Its heading, as somebody reads it.
    [[nodiscard]] QString heading() const;

Q_SIGNALS:
    /// One sentence: a name that was not taken.
    void refused(const QString& sentence);

protected:
    /// Follows the draft while it is shown.
    virtual void refresh();
    void showEvent(QShowEvent* event) override;
    void setHeading(const QString& heading);
    [[nodiscard]] DraftFields* fields() { return m_fields; }
    [[nodiscard]] DraftDesk& desk() { return m_desk; }
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    void setFirst(QWidget* field) { m_first = field; }
    /// Below what there is.
    void addHead(const QString& text);
    void addWidget(QWidget* widget);
    DraftTable* addTable(const QString& name, std::vector<DraftTable::Column> columns, DraftTable::Access access);
    /// What is to be said of one part of this place.
    TextLabel* addRemarks(const QString& part);
    void sayRefused(const QString& label, const QString& text);

private:
    void showRemarks();

    struct Remarks {
        QString part;
        TextLabel* label;
    };

    const Theme& m_theme;
    DraftDesk& m_desk;
    QVBoxLayout* m_column;
    TextLabel* m_heading;
    DraftFields* m_fields;
    QWidget* m_first = nullptr;
    std::vector<DraftTable*> m_tables;
    std::vector<Remarks> m_remarks;
};

} // namespace winnow::ui
