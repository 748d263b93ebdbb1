// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

/// Judgements of risk of bias as tables that other programs read.
namespace winnow::reporting {

struct RiskCellText {
    QString name; ///< as robvis has it: "Some concerns"; empty: not judged
    QString label; ///< "Some concerns"
    QString symbol;
    QString colour; ///< "#rrggbb"; empty: none
    QString support;
};
struct RiskRowText {
    QString study;
    QString group;
    double weight = 0; ///< 0: none
    std::vector<RiskCellText> cells; ///< by domain
};
struct RiskDomainText {
    QString code;
    QString label;
};
struct RiskShareText {
    QString domain;
    QString level;
    double share = 0; ///< of the studies that were judged
    double weighted = 0;
};
struct RiskTableText {
    std::vector<RiskDomainText> domains;
    bool overall = false; ///< the last domain is the overall judgement
    std::vector<RiskRowText> rows;
    std::vector<RiskShareText> shares; ///< by domain, then level
    QString note;
};

/// By kind. traffic-light: Study, a column for each domain, Overall, and Weight where there are weights, in the words
/// that robvis 0.3 reads (doi:10.1002/jrsm.1411); what was not judged is NA. rob-summary: domain, judgement and share.
/// rob-table: study, domain, judgement and support. UTF-8, "\n" line ends, quotes where needed.
[[nodiscard]] QByteArray riskCsv(const QString& kind, const RiskTableText& table, bool weighted);

/// The same as a table in a Word document (ECMA-376), its cells coloured as the plot's discs and with their symbols.
[[nodiscard]] QByteArray riskDocx(const QString& kind, const RiskTableText& table, bool weighted);

} // namespace winnow::reporting
