// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/AppraisalCarrying.h"

#include <algorithm>

namespace winnow {

void siftSaid(const Under& under, const AppraisalSheet& sheet, std::map<QString, Said>& said, const ToldUnsayable& told)
{
    while (!said.empty()) {
        const auto fit = sayable(under, sheet, said);
        if (fit)
            return;
        // The context is a key, or what was said there and cannot be.
        const QString& context = fit.error().context;
        const auto at = std::find_if(said.begin(), said.end(), [&context](const auto& one) {
            return one.first == context || one.second.value == context;
        });
        told(at == said.end() ? QString() : at->first, fit.error());
        if (at == said.end())
            return said.clear();
        said.erase(at);
    }
}

Carried carried(const AppraisalSheet& source, const AppraisalSheet& target, const Under& to)
{
    appraisal::Migration migration = appraisal::migrate(source.filling(), to.appraisal.variant, to.instrument);
    Carried carried{.said = {}, .lost = std::move(migration.lost)};
    for (const auto& [key, value] : migration.filling.answers) {
        if (!target.answers.contains(key))
            carried.said[key] = source.answers.at(key);
    }
    for (const auto& [key, value] : migration.filling.judgements) {
        if (!target.judgements.contains(key))
            carried.said[key] = source.judgements.at(key);
    }
    siftSaid(to, target, carried.said, [](const QString&, const Error&) {});
    return carried;
}

} // namespace winnow
