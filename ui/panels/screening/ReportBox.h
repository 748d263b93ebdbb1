// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/screening/ReadAhead.h"
#include "services/Theme.h"

#include <QWidget>

#include <array>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QStringListModel;

namespace winnow::ui {

/// What the team settles about a report at full text: whether its text is there, whether it can be classified, and
/// which study it belongs to. Shared, not blind (rules.md A6, A7).
class ReportBox final : public QWidget {
    Q_OBJECT

public:
    ReportBox(const Theme& theme, QWidget* parent = nullptr);

    /// Why who sits here may not classify and group, and not say how far the retrieval is; empty: may.
    void setWritable(const QString& whyNoRemark, const QString& whyNoRetrieval);
    void setStudies(const std::vector<Study>& studies);
    void showPage(const ReadPage& page);

    [[nodiscard]] QComboBox* retrieval() const { return m_retrieval; }
    [[nodiscard]] QLineEdit* retrievalNote() const { return m_note; }
    /// Where the full text is free to read; hidden where nothing is known.
    [[nodiscard]] QLabel* freePlace() const { return m_free; }
    [[nodiscard]] QComboBox* classification() const { return m_class; }
    [[nodiscard]] QLineEdit* study() const { return m_study; }
    /// In the order of Tab.
    [[nodiscard]] std::array<QWidget*, 4> fields() const;

Q_SIGNALS:
    /// Of the report that was shown when it was written.
    void retrieved(winnow::RecordId report, const winnow::RetrievalState& state);
    void classified(winnow::RecordId report, winnow::Classification classification);
    /// An empty name: on its own.
    void grouped(winnow::RecordId report, const QString& study);
    void linkChosen(const QUrl& url);
    /// Esc or Enter: the reader takes the focus.
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void sendRetrieval();
    void sendStudy();
    void writeFreePlace();

    const Theme& m_theme;
    std::optional<FreeText> m_place;
    RetrievalState m_state;
    QString m_studyKept;
    RecordId m_report;
    QComboBox* m_retrieval;
    QLineEdit* m_note;
    QLabel* m_free;
    QComboBox* m_class;
    QLineEdit* m_study;
    QStringListModel* m_studies;
};

} // namespace winnow::ui
