// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Icons.h"

#include <QAbstractButton>

namespace winnow::ui {

class Theme;

/// One of a few big choices: icon, what it does, a sentence about it, and its key.
class ChoiceButton final : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceButton(const Theme& theme, Sign sign, const QString& name, const QString& sentence, const QString& key,
                 QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Icons m_icons;
    Sign m_sign;
    QString m_sentence;
    QString m_key;
};

} // namespace winnow::ui
