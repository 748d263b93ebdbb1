// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Flow.h"

#include <QHash>

class QGridLayout;
class QLabel;
class QPushButton;

namespace winnow::ui {

class RunForm;

/// Beside the table: what each source delivered in all, and the details of the chosen import, to be mended.
class SourcesSide final : public QWidget {
    Q_OBJECT

public:
    explicit SourcesSide(PanelContext& context, QWidget* parent = nullptr);

    /// Records of each source; read from the tallies.
    void setTotals(const std::vector<NamedCount>& totals);
    /// None: nothing is chosen.
    void setRun(const Run* run);

    [[nodiscard]] RunForm* form() const { return m_form; }
    [[nodiscard]] QPushButton* saveButton() const { return m_save; }
    [[nodiscard]] QPushButton* takeBackButton() const { return m_takeBack; }
    [[nodiscard]] QPushButton* unreadableButton() const { return m_unreadable; }
    [[nodiscard]] QPushButton* recordsButton() const { return m_records; }
    /// The button that changes the kind of the source called `name`.
    /// Why who sits here may change nothing of it; empty: may.
    void setWritable(const QString& whyNot);
    [[nodiscard]] QPushButton* kindButton(const QString& name) const { return m_kinds.value(name); }

Q_SIGNALS:
    void sourceRequested(winnow::SourceId source, const QString& name);
    void kindChosen(winnow::SourceId source, winnow::SourceKind kind);
    void detailsChanged(winnow::RunId run, const winnow::RunDetails& details);
    void takeBackRequested(winnow::RunId run, bool back);
    void unreadableRequested(winnow::RunId run, const QString& file);
    void recordsRequested(winnow::RunId run);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeChosen();
    void askKind(const Source& source);
    void save();

    PanelContext& m_context;
    void setEdited(bool on);

    Run m_run;
    QString m_whyNot;
    bool m_edited = false; ///< details wait to be saved
    QHash<QString, QPushButton*> m_kinds;
    QGridLayout* m_totals;
    QWidget* m_totalsHome;
    QWidget* m_chosen = nullptr;
    QLabel* m_name;
    RunForm* m_form;
    QPushButton* m_save;
    QPushButton* m_records;
    QPushButton* m_unreadable;
    QPushButton* m_takeBack;
};

} // namespace winnow::ui
