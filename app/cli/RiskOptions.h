// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "project/RiskPlots.h"

namespace CLI {
class App;
}

namespace winnow::cli {

/// What commands ask for plots of the risk of bias.
class RiskOptions {
public:
    void addTo(CLI::App& app);
    /// Reads the table of studies too. BadInput: no instrument is named.
    Result<RiskPlotRequest> request() const;

private:
    RiskPlotRequest m_request;
    std::optional<RiskPalette> m_palette;
    std::optional<figures::RiskOrder> m_order;
    QString m_studies;
    bool m_byDesign = false;
};

} // namespace winnow::cli
