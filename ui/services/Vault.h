// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QObject;

namespace winnow::ui {

/// Where secrets of this person are kept, on this computer and in no project. Nothing blocks: `then` is called later,
/// and not at all if `context` is gone by then.
class Vault {
public:
    virtual ~Vault() = default;

    /// `secret` is empty where there is none; `trouble` says in the system's words why the vault cannot be used.
    using Read = std::function<void(const QString& secret, const QString& trouble)>;
    virtual void read(const QString& name, QObject* context, Read then) = 0;
    using Written = std::function<void(const QString& trouble)>;
    /// An empty secret is forgotten.
    virtual void write(const QString& name, const QString& secret, QObject* context, Written then) = 0;
};

/// The keychain of the desktop: Secret Service, KWallet, the keychain of macOS, the credential store of Windows. Never
/// a plain file.
class SystemVault final : public Vault {
public:
    void read(const QString& name, QObject* context, Read then) override;
    void write(const QString& name, const QString& secret, QObject* context, Written then) override;
};

} // namespace winnow::ui
