// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/Appraisals.h"

#include <QWidget>

class QComboBox;

namespace winnow::ui {

class TextLabel;
class Theme;

/// Which way the bias of a domain is likely to go, if it goes any.
class DirectionRow final : public QWidget {
    Q_OBJECT

public:
    DirectionRow(const Theme& theme, const std::vector<appraisal::Direction>& directions, const QString& domain,
                 QWidget* parent = nullptr);

    void show(const Said& given);
    void showSaid(const QString& text, bool differ);
    void setReadOnly(bool readOnly);
    [[nodiscard]] QComboBox* directions() const { return m_choice; }
    [[nodiscard]] const QString& key() const { return m_key; }

Q_SIGNALS:
    void said(const QString& key, const winnow::Said& said);

private:
    QString m_key;
    QStringList m_names;
    Said m_given;
    QComboBox* m_choice;
    TextLabel* m_others;
};

} // namespace winnow::ui
