// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <QStringList>

namespace winnow::ui {

/// A button that drops down a list of which any number can be chosen: "Languages: English, German".
class ChoicesButton final : public QPushButton {
    Q_OBJECT

public:
    /// `none` is what it says while nothing is chosen.
    ChoicesButton(const QString& none, QWidget* parent = nullptr);

    void addChoice(const QString& id, const QString& name);
    [[nodiscard]] QStringList chosen() const;
    /// Silent: changed() is said for the user's choices only.
    void setChosen(const QStringList& ids);

Q_SIGNALS:
    void changed();

private:
    void dress();

    QString m_none;
};

} // namespace winnow::ui
