// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/DraftCheck.h"
#include "project/Hands.h"

#include <QTimer>
#include <QUndoStack>

#include <functional>

namespace winnow::ui {

/// Where somebody is in a draft. Numbers above 0 are those of its domains and items.
namespace place {
inline constexpr int about = -1;
inline constexpr int lists = -2; ///< answers and scales
inline constexpr int languages = -3;
} // namespace place
/// Where that is which something is to be said of.
[[nodiscard]] int placeOf(const appraisal::Remark& remark);
/// Of a name that was not taken: "“2.1” cannot stand under Short name: …".
[[nodiscard]] QString refusalOf(const QString& label, const QString& text);

/// The draft that lies on the desk, with every step that made it, so that each can be undone; and what is to be said of
/// it, found out beside the window while somebody types.
class DraftDesk final : public QObject {
    Q_OBJECT

public:
    explicit DraftDesk(QObject* parent = nullptr);

    /// Another draft; what was done to the one before is forgotten.
    void begin(appraisal::InstrumentDraft draft);
    [[nodiscard]] const appraisal::InstrumentDraft& draft() const { return m_draft; }
    /// Of the draft as it was a moment ago.
    [[nodiscard]] const appraisal::Examination& examination() const { return m_examination; }
    [[nodiscard]] bool examined() const { return m_examined; }
    [[nodiscard]] QUndoStack* steps() { return &m_steps; }

    using Work = std::function<bool(appraisal::InstrumentDraft&)>;
    /// One step, called `name`, done at `where`. Steps of the same `field` in a row are one, until seal().
    /// False: `work` says that there was nothing to do.
    bool change(const QString& name, int where, const Work& work, const QString& field = {});
    /// What is typed from now on is a step of its own.
    void seal() { m_sealed = true; }

    /// Differs from what was kept or begun with.
    [[nodiscard]] bool dirty() const { return !m_steps.isClean(); }
    void setKept() { m_steps.setClean(); }
    /// It was left unkept by whoever sat here before.
    void setUnkept() { m_steps.resetClean(); }

Q_SIGNALS:
    void changed();
    /// A step was undone or done again there.
    void went(int where);
    void examinedAnew();

private:
    class Step;
    void put(const appraisal::InstrumentDraft& draft);
    void examineNow();

    appraisal::InstrumentDraft m_draft;
    appraisal::Examination m_examination;
    QUndoStack m_steps;
    QTimer m_pause; ///< between typing and looking
    Hands m_looking;
    int m_round = 0;
    bool m_examined = false;
    bool m_sealed = true;
};

} // namespace winnow::ui
