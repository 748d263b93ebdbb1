// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Records.h"

class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace winnow::ui {

class Banner;
class DenseTable;
class FlowLayout;
class RecordFields;
class RecordsLogModel;
class Segmented;

/// One record in full: fields, the entry as it stands in its file, and what was done about it.
class RecordDetail final : public QWidget {
    Q_OBJECT

public:
    enum Tab { Fields, Raw, Log };

    explicit RecordDetail(PanelContext& context, QWidget* parent = nullptr);

    /// None: an empty page.
    void setRecord(RecordId record);
    /// The same record anew; open editors and place stay.
    void reload();
    [[nodiscard]] RecordId record() const { return m_record; }
    void setTab(Tab tab);

    [[nodiscard]] RecordFields* fields() const { return m_fields; }
    [[nodiscard]] Segmented* tabs() const { return m_tabs; }
    [[nodiscard]] QString rawText() const;
    [[nodiscard]] RecordsLogModel* log() const { return m_log; }
    [[nodiscard]] Banner* banner() const { return m_banner; }
    void undo();

Q_SIGNALS:
    void recordRequested(winnow::RecordId record);

private:
    [[nodiscard]] QWidget* makeHead();
    void fill(const RecordView& view);
    void fillTab();
    void save(Field field, const QString& text);
    void part(RecordId other);

    PanelContext& m_context;
    RecordId m_record;
    QStackedWidget* m_whole;
    QLabel* m_title;
    QLabel* m_place;
    QLabel* m_origin;
    QWidget* m_links;
    FlowLayout* m_linkRow;
    Segmented* m_tabs;
    Banner* m_banner;
    QStackedWidget* m_pages;
    RecordFields* m_fields;
    QPlainTextEdit* m_raw;
    DenseTable* m_history;
    RecordsLogModel* m_log;
};

} // namespace winnow::ui
