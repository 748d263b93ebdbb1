// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace winnow::ui {

class KeyCap;
class Theme;

/// The find field of a tool row: 30 px, with the badge of its key while empty and not in use.
/// Esc keeps the text and says left(), so that the reader takes the focus back; Down and Enter too.
class SearchField final : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const Theme& theme, const QString& key = {}, QWidget* parent = nullptr);
    void setKey(const QString& key);
    QSize sizeHint() const override;

Q_SIGNALS:
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void placeBadge();

    const Theme& m_theme;
    KeyCap* m_badge;
};

} // namespace winnow::ui
