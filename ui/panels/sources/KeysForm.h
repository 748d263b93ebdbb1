// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"

#include <QMap>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace winnow::ui {

class Accesses;

/// Keys and contact address of who sits here, what the terms of each service want, and whether the team's licence lets
/// it pass Scopus abstracts on.
class KeysForm final : public QWidget {
    Q_OBJECT

public:
    KeysForm(PanelContext& context, QWidget* parent = nullptr);

    void setAccesses(Accesses* accesses);
    /// What is kept, and whether the team said that it is licensed.
    void refresh();
    void setLicensed(bool licensed);

    [[nodiscard]] QLineEdit* email() const { return m_email; }
    [[nodiscard]] QLineEdit* key(const QString& service) const { return m_keys.value(service); }
    [[nodiscard]] QLineEdit* institution() const { return m_institution; }
    [[nodiscard]] QCheckBox* licence() const { return m_licence; }
    [[nodiscard]] QLabel* note() const { return m_note; }

Q_SIGNALS:
    void licenceChosen(bool licensed);

private:
    void addService(QVBoxLayout* column, const QString& id);
    QLineEdit* addKey(QVBoxLayout* column, const QString& head, const QString& service, bool institution);
    void keep();

    PanelContext& m_context;
    Accesses* m_accesses = nullptr;
    QLineEdit* m_email;
    QMap<QString, QLineEdit*> m_keys;
    QLineEdit* m_institution = nullptr;
    QCheckBox* m_licence;
    QLabel* m_note;
};

} // namespace winnow::ui
