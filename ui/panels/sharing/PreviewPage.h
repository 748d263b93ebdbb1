// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Sharing.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Card;
class TextLabel;
class Theme;

/// What a file from a coauthor would change, before anything is changed: bring it in, or leave it.
class PreviewPage final : public QWidget {
    Q_OBJECT
public:
    explicit PreviewPage(const Theme& theme, QWidget* parent = nullptr);

    void reading(const QString& file);
    void display(const QString& file, const BundlePreview& preview);
    [[nodiscard]] QPushButton* bringInButton() const { return m_bringIn; }
    [[nodiscard]] QPushButton* leaveButton() const { return m_leave; }
    /// All that it says, line by line.
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void wanted(const QString& file);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addLine(const QString& text, bool warning);

    const Theme& m_theme;
    QString m_file;
    TextLabel* m_name;
    TextLabel* m_head;
    Card* m_card;
    QWidget* m_rows = nullptr;
    TextLabel* m_foot;
    QPushButton* m_bringIn;
    QPushButton* m_leave;
    QStringList m_said;
};

} // namespace winnow::ui
