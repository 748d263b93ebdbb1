// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "PagesRoom.h"

#include "panels/screening/NoteField.h"
#include "panels/screening/PickPopover.h"
#include "panels/screening/QueueList.h"
#include "panels/screening/Reader.h"
#include "panels/screening/ReportBox.h"
#include "panels/screening/ScreeningPanel.h"
#include "panels/screening/ScreeningTools.h"
#include "panels/screening/SidePanel.h"
#include "panels/screening/VoteBar.h"
#include "project/Records.h"
#include "project/Screening.h"
#include "project/Setup.h"
#include "support/Suite.h"
#include "widgets/Banner.h"
#include "widgets/Chip.h"
#include "widgets/EmptyState.h"
#include "widgets/SearchField.h"
#include "widgets/SectionLabel.h"
#include "widgets/VoteButton.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

namespace winnow::test {

/// The screening room over six records of 2015–2020, with two reasons each on the keys 1 and 2. Ana sits here.
class ScreeningRoom : public PagesRoom {
public:
    explicit ScreeningRoom(Stage at = Stage::Title, int votesNeeded = 2) : PagesRoom(votesNeeded), stage(at) { }

    static QByteArray six()
    {
        return entry("Alpha cells in mice", "Adams, A.", 2015, "AB  - BACKGROUND: Mice. RESULTS: They run.\n")
            + entry("Beta cells in humans", "Brown, B.", 2016, "AB  - Humans were treated.\nDO  - 10.1000/beta\n")
            + entry("Gamma rays", "Clark, C.", 2017) + entry("Delta waves", "Davis, D.", 2018, "AB  - Sleep.\n")
            + entry("Epsilon sheets", "Evans, E.", 2019, "AB  - Protein.\n")
            + entry("Zeta potential", "Ford, F.", 2020, "AB  - Colloids.\n");
    }

    /// Opens the room; with the window in front and the queue read.
    void open(const QByteArray& ris = six())
    {
        if (!ris.isEmpty())
            import(QStringLiteral("six.ris"), ris);
        reopen();
    }
    void reopen()
    {
        panel.reset();
        panel = std::make_unique<ui::ScreeningPanel>(*context, stage);
        present(*panel);
        panel->activate();
        settle();
    }
    /// Waits until all that was asked has been answered.
    void settle() const
    {
        QTRY_VERIFY(panel->settled());
        QCoreApplication::processEvents();
        QTRY_VERIFY(panel->settled());
    }
    /// A press where the focus is.
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(qApp->focusWidget(), Qt::Key(key), modifiers);
        settle();
    }
    void type(const QString& text) const { QTest::keyClicks(qApp->focusWidget(), text); }

    template <class W> [[nodiscard]] W* part() const { return panel->findChild<W*>(); }
    [[nodiscard]] ui::QueueModel& model() const { return *static_cast<ui::QueueModel*>(list()->model()); }
    [[nodiscard]] ui::QueueList* list() const { return part<ui::QueueList>(); }
    [[nodiscard]] ui::Reader* reader() const { return part<ui::Reader>(); }
    [[nodiscard]] ui::PickPopover* popover() const { return part<ui::PickPopover>(); }
    [[nodiscard]] ui::ScreeningTools* tools() const { return part<ui::ScreeningTools>(); }
    [[nodiscard]] ui::SidePanel* side() const { return part<ui::SidePanel>(); }
    [[nodiscard]] QString said() const { return part<ui::VoteBar>()->banner()->text(); }
    [[nodiscard]] QString title() const
    {
        return panel->current() ? QString::fromStdString(reader()->record().title) : QString();
    }
    [[nodiscard]] QString progress() const { return tools()->progressLabel()->text(); }

    /// My votes as the file has them: "I", "E1" (with the reason's key), "M" or "-" for each report in order of import.
    [[nodiscard]] QString votes() const { return votesIn(*project); }
    [[nodiscard]] QString votesIn(Project& at) const
    {
        const auto all = Screening(at, stage).myVotes();
        const auto queue = Screening(at, stage).queue();
        QStringList texts;
        for (const RecordId id : *queue) {
            const auto found = all->find(id.value);
            const Verdict verdict = found == all->end() ? Verdict::None : found->second.verdict;
            QString text = verdict == Verdict::Include ? QStringLiteral("I")
                : verdict == Verdict::Exclude          ? QStringLiteral("E")
                : verdict == Verdict::Maybe            ? QStringLiteral("M")
                                                       : QStringLiteral("-");
            const auto review = at.review();
            if (const Reason* reason = found == all->end() ? nullptr : review->reason(found->second.reason))
                text += QString::number(reason->key);
            texts << text;
        }
        return texts.join(QLatin1Char(' '));
    }
    [[nodiscard]] std::vector<RecordId> queue() const { return *Screening(*project, stage).queue(); }

    Stage stage;
    std::unique_ptr<ui::ScreeningPanel> panel;
};

} // namespace winnow::test
