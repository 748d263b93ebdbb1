// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sharing.h"

#include <QWidget>

class QPushButton;

namespace winnow::ui {

class Card;
class TextLabel;
class Theme;

/// "Ana invited you as Ben. Is that you?": the one question between a file in a mail and a copy of one's own.
class InvitationPage final : public QWidget {
    Q_OBJECT
public:
    explicit InvitationPage(const Theme& theme, QWidget* parent = nullptr);

    /// An invitation, or conflicts to settle: a copy can be made from it.
    void display(const QString& file, const BundleInfo& info);
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] const BundleInfo& info() const { return m_info; }
    [[nodiscard]] QPushButton* yesButton() const { return m_yes; }
    [[nodiscard]] QPushButton* noButton() const { return m_no; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void accepted();
    void declined();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_file;
    BundleInfo m_info;
    TextLabel* m_title;
    TextLabel* m_question;
    TextLabel* m_what;
    QPushButton* m_yes;
    QPushButton* m_no;
};

} // namespace winnow::ui
