// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/DraftDesk.h"

#include <chrono>

namespace winnow::ui {

namespace {

constexpr std::chrono::milliseconds pause{120};
constexpr int stepsKept = 500;

} // namespace

int placeOf(const appraisal::Remark& remark)
{
    if (remark.key != 0)
        return remark.key;
    if (remark.part.startsWith(QLatin1String("scales")) || remark.part.startsWith(QLatin1String("answer_sets")))
        return place::lists;
    return remark.part.startsWith(QLatin1String("translations")) ? place::languages : place::about;
}

QString refusalOf(const QString& label, const QString& text)
{
    return text.isEmpty()
        ? DraftDesk::tr("%1 cannot be empty: it stays as it was.").arg(label)
        : DraftDesk::tr("“%1” cannot stand under %2: it is taken, or it is no such thing.").arg(text, label);
}

/// The draft before and after: it is small, and so nothing can go back otherwise than it came.
class DraftDesk::Step final : public QUndoCommand {
public:
    Step(DraftDesk& desk, const QString& name, int where, QString field, appraisal::InstrumentDraft after)
        : QUndoCommand(name)
        , m_desk(desk)
        , m_where(where)
        , m_field(std::move(field))
        , m_before(desk.m_draft)
        , m_after(std::move(after))
    {
    }

    [[nodiscard]] int id() const override { return m_field.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* next = static_cast<const Step*>(other);
        if (m_desk.m_sealed || next->m_field != m_field)
            return false;
        m_after = next->m_after;
        return true;
    }
    void undo() override
    {
        m_desk.put(m_before);
        Q_EMIT m_desk.went(m_where);
    }
    void redo() override
    {
        m_desk.put(m_after);
        if (m_done)
            Q_EMIT m_desk.went(m_where);
        m_done = true;
    }

private:
    DraftDesk& m_desk;
    int m_where;
    QString m_field;
    appraisal::InstrumentDraft m_before;
    appraisal::InstrumentDraft m_after;
    bool m_done = false;
};

DraftDesk::DraftDesk(QObject* parent) : QObject(parent)
{
    m_steps.setUndoLimit(stepsKept);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &DraftDesk::examineNow);
}

void DraftDesk::begin(appraisal::InstrumentDraft draft)
{
    m_steps.clear();
    m_examination = {};
    put(draft);
    examineNow();
}

bool DraftDesk::change(const QString& name, int where, const Work& work, const QString& field)
{
    appraisal::InstrumentDraft after = m_draft;
    if (!work(after) || after == m_draft)
        return false;
    m_steps.push(new Step(*this, name, where, field, std::move(after)));
    m_sealed = field.isEmpty();
    return true;
}

void DraftDesk::put(const appraisal::InstrumentDraft& draft)
{
    m_draft = draft;
    m_examined = false;
    ++m_round;
    m_pause.start();
    Q_EMIT changed();
}

void DraftDesk::examineNow()
{
    m_pause.stop();
    m_looking.over(
        this, [draft = m_draft] { return appraisal::examine(draft); },
        [this, round = m_round](const appraisal::Examination& examination) {
            if (round != m_round) // it has changed since, and is looked at again
                return;
            m_examination = examination;
            m_examined = true;
            Q_EMIT examinedAnew();
        });
}

} // namespace winnow::ui
