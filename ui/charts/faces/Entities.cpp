// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/Face.h"
#include "domain/Entity.h"

namespace winnow::ui {
namespace {

/// What the most records speak of.
class EntitiesFace final : public ChartFace {
    Q_DECLARE_TR_FUNCTIONS(EntitiesFace)
public:
    const char* id() const override { return "entities"; }
    QString name() const override { return tr("Entities"); }
    QString nothing() const override
    {
        return tr("What the records speak of stands here once it was fetched: Sources, Find more.");
    }
    QStringList heads() const override { return {tr("Kind"), tr("Entity"), tr("Identifier"), tr("Records")}; }
    QString nameText(const ChartMark& mark, int name) const override
    {
        const auto kind = name == 0 ? words::parseEntityKind(mark.names.value(0)) : std::nullopt;
        return kind ? words::pluralOf(*kind) : mark.names.value(name);
    }
    QString note(const ChartData& data) const override
    {
        QStringList sentences{tr("Seen by machines (PubTator): some are wrong."), restNote(data, drawnBars)};
        sentences.removeAll(QString());
        return sentences.join(u' ');
    }
    QString finding(const ChartData& data) const override
    {
        return tr("%1 records speak of %2")
            .arg(numberOf(double(data.marks.front().count())), data.marks.front().names.value(1));
    }
    Plot plot(const ChartData& data) const override { return barsOf(*this, data, drawnBars, 1); }
};

} // namespace

std::unique_ptr<ChartFace> makeEntitiesFace()
{
    return std::make_unique<EntitiesFace>();
}

} // namespace winnow::ui
