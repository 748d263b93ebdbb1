// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Prisma.h"
#include "panels/Panel.h"

class QCheckBox;
class QLabel;
class QVBoxLayout;

namespace winnow::ui {

class DeclaredForm;

/// Beside the flow diagram: whether it adds up, what still waits, how it is drawn, and what was declared.
class ReportSide final : public QWidget {
    Q_OBJECT

public:
    explicit ReportSide(PanelContext& context, QWidget* parent = nullptr);

    void setCounts(const FlowCounts& counts);
    [[nodiscard]] bool perSource() const;
    [[nodiscard]] bool reasonsByFrequency() const;

    [[nodiscard]] QCheckBox* perSourceBox() const { return m_perSource; }
    [[nodiscard]] QCheckBox* frequencyBox() const { return m_byFrequency; }
    [[nodiscard]] DeclaredForm* declared() const { return m_declared; }
    /// What is said about the counts, line by line.
    [[nodiscard]] QStringList lines() const;

Q_SIGNALS:
    void optionsChanged();
    /// Something waits: show these records.
    void boxRequested(const QString& key, const QString& name);

private:
    void addLine(const QString& text, bool good);
    void addWaiting(const QString& key, const QString& words, qint64 number);

    PanelContext& m_context;
    QVBoxLayout* m_counts;
    QCheckBox* m_perSource;
    QCheckBox* m_byFrequency;
    DeclaredForm* m_declared;
};

} // namespace winnow::ui
