// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QTextBrowser>

#include <optional>

namespace winnow::ui {

class Theme;

/// Two records side by side, field by field: what is equal is dim, characters that differ are marked.
class PairView final : public QTextBrowser {
    Q_OBJECT

public:
    explicit PairView(const Theme& theme, QWidget* parent = nullptr);
    void setPair(const std::optional<RecordView>& left, const std::optional<RecordView>& right, const Review& review);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void write();
    [[nodiscard]] QString row(const QString& name, const QString& left, const QString& right) const;
    [[nodiscard]] QString nameCell(const QString& name) const;
    [[nodiscard]] QString line(QStringList cells) const;

    const Theme& m_theme;
    std::optional<RecordView> m_left;
    std::optional<RecordView> m_right;
    QString m_leftSource;
    QString m_rightSource;
};

} // namespace winnow::ui
