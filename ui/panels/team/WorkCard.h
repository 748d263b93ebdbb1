// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Allocations.h"
#include "project/Pilots.h"

class QPushButton;
class QSpinBox;

namespace winnow::ui {

class AllocationForm;
class TextLabel;

/// The work of one stage: its pilot, and who sees which reports. Reads and writes beside the window's thread.
class WorkCard final : public QWidget {
    Q_OBJECT
public:
    WorkCard(PanelContext& context, Stage stage, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] AllocationForm* allocation() const { return m_form; }
    [[nodiscard]] QPushButton* dealButton() const { return m_deal; }
    [[nodiscard]] QPushButton* startButton() const { return m_start; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] QPushButton* goButton() const { return m_go; }
    [[nodiscard]] QPushButton* refineButton() const { return m_refine; }
    [[nodiscard]] QSpinBox* sizeField() const { return m_size; }
    [[nodiscard]] QSpinBox* seedField() const { return m_seed; }

Q_SIGNALS:
    /// What came of an act: a sentence, and whether it went wrong.
    void said(const QString& sentence, bool bad);

private:
    using Agreements = std::vector<PairAgreement>;
    struct Read {
        Result<std::vector<PilotStanding>> pilots;
        Result<AllocationStanding> allocation;
        Agreements agreement; ///< of the last round, once its votes are open
    };
    void buildPilot(QWidget* card);
    void buildAllocation(QWidget* card);
    void showPilot(const std::vector<PilotStanding>& rounds, const Agreements& agreement);
    QString invitation();
    [[nodiscard]] QString standingWords(const PilotStanding& pilot, const Agreements& agreement) const;
    void allowByRole();
    void showAllocation(const AllocationStanding& standing);
    void end(bool go);
    template <class Work> void apply(Work work, const QString& done);

    PanelContext& m_context;
    Stage m_stage;
    TextLabel* m_pilot;
    QSpinBox* m_size;
    QSpinBox* m_seed;
    QPushButton* m_start;
    QPushButton* m_open;
    QPushButton* m_go;
    QPushButton* m_refine;
    AllocationForm* m_form;
    QPushButton* m_deal;
    bool m_dealing = false; ///< a new rule is on its way: what was read before it is not shown any more
};

} // namespace winnow::ui
