// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/Theme.h"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace winnow::ui {

/// A short list to pick from, opened in place over the page: exclusion reasons, labels. Typing narrows it, a digit
/// picks the line that carries it, Up, Down and Enter do what they always do, Esc closes. It is not modal: a press
/// anywhere else closes it.
class PickPopover final : public QFrame {
    Q_OBJECT

public:
    struct Item {
        qint64 id = 0;
        QString text;
        int digit = 0; ///< 1–9, shown as a badge; 0: none
        bool chosen = false;

        bool operator==(const Item&) const = default;
    };
    struct Offer {
        QString title;
        QString placeholder;
        std::vector<Item> items;
        QString none; ///< said while there are no items at all
        QString addVerb; ///< "New label “%1”": what is typed and matches nothing can be added; empty: it cannot
    };

    explicit PickPopover(const Theme& theme, QWidget* parent);

    /// Opens above `anchor` (in coordinates of the parent), as wide as needed; the field takes the focus.
    void open(const Offer& offer, const QRect& anchor);
    void close();
    [[nodiscard]] QLineEdit* field() const { return m_field; }
    [[nodiscard]] QStringList shownTexts() const;

Q_SIGNALS:
    void picked(qint64 id);
    void added(const QString& text);
    /// Closed, with or without a pick: the reader takes the focus back.
    void closed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    void place();
    bool key(class QKeyEvent& event);
    void pickRow(int row);

    const Theme& m_theme;
    Offer m_offer;
    QRect m_anchor;
    QLabel* m_title;
    QLabel* m_none;
    QLineEdit* m_field;
    QListWidget* m_list;
};

} // namespace winnow::ui
