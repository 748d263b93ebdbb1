// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Entities.h"
#include "services/Theme.h"

#include <QUrl>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace winnow::ui {

/// Beside the abstract: what it speaks of, by kind. A name leads to its authoritative record, by pointer or by Tab and
/// Enter; one without such a record is plain text.
class EntityList final : public QWidget {
    Q_OBJECT

public:
    explicit EntityList(const Theme& theme, QWidget* parent = nullptr);

    void showEntities(const std::vector<EntityMention>& entities);
    /// The names of one kind, as they can be pressed; nullptr: none is shown.
    [[nodiscard]] QLabel* names(EntityKind kind) const;

Q_SIGNALS:
    void linkChosen(const QUrl& url);

private:
    void write();
    [[nodiscard]] QString namesOf(EntityKind kind) const;

    const Theme& m_theme;
    std::vector<EntityMention> m_entities;
    QVBoxLayout* m_column;
    QLabel* m_origin;
    std::vector<std::pair<QLabel*, QLabel*>> m_kinds; ///< head and names, by kind
};

} // namespace winnow::ui
