// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace winnow::ui {

class RolesButton;
class Theme;

/// The people of a review: a name and roles each, and a row to add one more. It changes nothing itself: it says what is
/// wanted, and its owner hands it the new people.
class PeopleEditor final : public QWidget {
    Q_OBJECT
public:
    explicit PeopleEditor(const Theme& theme, QWidget* parent = nullptr);

    /// Nothing happens if nobody differs. `me` is marked.
    void setPeople(const std::vector<Reviewer>& people, ReviewerId me = {});
    void setEditable(bool on);
    /// Why who sits here may not add a person, and not rename, move out or give roles; empty: may.
    void setWritable(const QString& whyNoAdding, const QString& whyNoLeading);
    void setRemovable(bool on) { m_removable = on; }
    /// People of a review that exists are never removed: they leave, and may come back.
    void setRetirable(bool on) { m_retirable = on; }

    [[nodiscard]] QLineEdit* nameField(int row) const;
    [[nodiscard]] QLineEdit* addField() const { return m_addName; }
    /// Wants the person whose name stands in the row to add one, as Enter does there; nothing if it is empty.
    void add();

Q_SIGNALS:
    /// The person of that row as it should be.
    void edited(int row, const winnow::Reviewer& person);
    void addWanted(const QString& name, winnow::Roles roles);
    void removeWanted(int row);
    void retireWanted(int row, bool gone);

private:
    void build();
    void buildRow(int row);
    QPushButton* rowButton(int row, const QString& text, const QString& name);

    const Theme& m_theme;
    std::vector<Reviewer> m_people;
    ReviewerId m_me;
    QString m_whyNoAdding;
    QString m_whyNoLeading;
    bool m_editable = true;
    bool m_removable = false;
    bool m_retirable = false;
    QWidget* m_rows = nullptr;
    std::vector<QLineEdit*> m_names;
    QLineEdit* m_addName;
    RolesButton* m_addRoles;
    QPushButton* m_addButton;
};

} // namespace winnow::ui
