// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace winnow::ui {

class Segmented;
class TextLabel;
class Theme;

/// What holds of a study before anybody judges it: its design, and who is to assess it.
class StudyPage final : public QWidget {
    Q_OBJECT

public:
    explicit StudyPage(const Theme& theme, QWidget* parent = nullptr);

    /// `shown`: how many studies the grid shows; `whyNotAssign`: empty, or why who sits here may not.
    void show(const QString& study, const QString& design, const std::vector<Reviewer>& people,
              const std::vector<ReviewerId>& given, int shown, const QString& whyNotAssign);
    /// Further designs that instruments speak of.
    void setDesigns(const QStringList& designs);

    [[nodiscard]] QComboBox* design() const { return m_design; }
    [[nodiscard]] const std::vector<QCheckBox*>& people() const { return m_boxes; }
    [[nodiscard]] Segmented* scope() const { return m_scope; }
    [[nodiscard]] QPushButton* assignButton() const { return m_assign; }

Q_SIGNALS:
    void designSaid(const QString& design);
    void assigned(const std::vector<winnow::ReviewerId>& people, bool allShown);
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillPeople(const std::vector<Reviewer>& people, const std::vector<ReviewerId>& given, bool may);

    const Theme& m_theme;
    std::vector<ReviewerId> m_people;
    std::vector<QCheckBox*> m_boxes;
    TextLabel* m_head;
    QComboBox* m_design;
    QVBoxLayout* m_list;
    Segmented* m_scope;
    QPushButton* m_assign;
    TextLabel* m_why;
};

} // namespace winnow::ui
