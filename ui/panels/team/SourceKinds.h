// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <vector>

namespace winnow::ui {

class Theme;

/// Each source with the box of the PRISMA figure that its records count in (rules.md A3).
class SourceKinds final : public QWidget {
    Q_OBJECT
public:
    explicit SourceKinds(const Theme& theme, QWidget* parent = nullptr);
    void setSources(const std::vector<Source>& sources);

Q_SIGNALS:
    void kindWanted(winnow::SourceId source, winnow::SourceKind kind);

private:
    const Theme& m_theme;
    std::vector<Source> m_sources;
    QWidget* m_rows = nullptr;
};

} // namespace winnow::ui
