// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/DraftCheck.h"

#include <QPlainTextEdit>

namespace winnow::ui {

class Theme;

/// Rules, one a line, with their numbers; what is wrong in them is underlined where it stands.
class RulesEdit final : public QPlainTextEdit {
    Q_OBJECT

public:
    RulesEdit(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    [[nodiscard]] QStringList rules() const;
    /// Silent; the cursor stays where it is if nothing differs.
    void setRules(const QStringList& rules);
    /// Remarks about these rules alone.
    void setRemarks(const std::vector<appraisal::Remark>& remarks);
    void goTo(int line, int at);

Q_SIGNALS:
    void written(const QStringList& rules);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void paintNumbers();
    void fit();

    const Theme& m_theme;
    QWidget* m_numbers;
    bool m_showing = false;
};

} // namespace winnow::ui
