// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Records.h"

#include <QTextBrowser>

namespace winnow::ui {

class Theme;

/// Title, where it appeared and the abstract, at the reading size; letters go on to the panel.
class ConflictReader final : public QTextBrowser {
    Q_OBJECT

public:
    explicit ConflictReader(const Theme& theme, QWidget* parent = nullptr);
    void setRecord(const std::optional<RecordView>& view);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void write();

    const Theme& m_theme;
    std::optional<RecordView> m_view;
};

} // namespace winnow::ui
