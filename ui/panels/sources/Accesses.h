// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/QueryLanguage.h"
#include "services/Settings.h"
#include "services/Vault.h"

#include <QObject>

#include <functional>
#include <memory>

namespace winnow::ui {

/// The keys and the contact address of who sits here: in the keychain of the system, the address in the settings of
/// this computer, and what the environment says (WINNOW_<D>_KEY …) above both. Nothing of it is ever in a project.
class Accesses final : public QObject {
    Q_OBJECT

public:
    Accesses(Settings& settings, std::unique_ptr<Vault> vault, QObject* parent = nullptr);
    ~Accesses() override;

    /// Reads the keychain, once, which may ask the person for a password; then, at once if it was read before, `then`.
    void whenRead(QObject* context, std::function<void()> then);
    /// Why the keychain cannot be used; keys then hold until Winnow is closed.
    [[nodiscard]] QString trouble() const { return m_trouble; }

    /// Of a service: its key, or with `institution` the token of the institution.
    [[nodiscard]] QString key(const QString& service, bool institution = false) const;
    void setKey(const QString& service, const QString& key, bool institution = false);
    /// The environment says it, so nothing else counts.
    [[nodiscard]] static bool isGiven(const QString& service, bool institution = false);
    [[nodiscard]] QString email() const;
    void setEmail(const QString& email);

    /// For Online::setAccesses: outlives this object and may be called by any thread.
    [[nodiscard]] std::function<sources::Access(const sources::Service&)> way() const;

Q_SIGNALS:
    void changed();

private:
    struct Kept;
    void readNext();

    Settings& m_settings;
    std::unique_ptr<Vault> m_vault;
    std::shared_ptr<Kept> m_kept;
    QStringList m_toRead;
    bool m_begun = false;
    bool m_read = false;
    QString m_trouble;
};

} // namespace winnow::ui
