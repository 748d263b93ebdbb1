// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/sources/Accesses.h"

#include <QMap>

#include <mutex>

namespace winnow::ui {
namespace {

/// What a secret is called in the keychain: "scopus key".
QString secretName(const QString& service, bool institution)
{
    return service + (institution ? QStringLiteral(" institution token") : QStringLiteral(" key"));
}

} // namespace

struct Accesses::Kept {
    mutable std::mutex mutex;
    QMap<QString, QString> secrets; ///< by secretName()
    QString email;

    [[nodiscard]] QString secret(const QString& name) const
    {
        const std::scoped_lock lock(mutex);
        return secrets.value(name);
    }
};

Accesses::Accesses(Settings& settings, std::unique_ptr<Vault> vault, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_vault(std::move(vault))
    , m_kept(std::make_shared<Kept>())
{
    m_kept->email = settings.text(Setting::ContactAddress);
    for (const sources::Service& service : sources::registry()) {
        const QString id = QString::fromLatin1(service.id);
        if (service.key != sources::Key::None)
            m_toRead << secretName(id, false);
        if (service.key == sources::Key::Required)
            m_toRead << secretName(id, true);
    }
}

Accesses::~Accesses() = default;

void Accesses::whenRead(QObject* context, std::function<void()> then)
{
    if (m_read)
        return then();
    connect(this, &Accesses::changed, context, std::move(then), Qt::SingleShotConnection);
    if (!m_begun) {
        m_begun = true;
        readNext();
    }
}

/// One after another: a keychain that is locked asks for its password once.
void Accesses::readNext()
{
    if (m_toRead.isEmpty() || !m_trouble.isEmpty()) {
        m_read = true;
        Q_EMIT changed();
        return;
    }
    const QString name = m_toRead.takeFirst();
    m_vault->read(name, this, [this, name](const QString& secret, const QString& trouble) {
        if (!secret.isEmpty()) {
            const std::scoped_lock lock(m_kept->mutex);
            m_kept->secrets.insert(name, secret);
        }
        m_trouble = trouble;
        readNext();
    });
}

QString Accesses::key(const QString& service, bool institution) const
{
    return m_kept->secret(secretName(service, institution));
}

void Accesses::setKey(const QString& service, const QString& key, bool institution)
{
    const QString name = secretName(service, institution);
    {
        const std::scoped_lock lock(m_kept->mutex);
        if (m_kept->secrets.value(name) == key)
            return;
        m_kept->secrets.insert(name, key);
    }
    m_vault->write(name, key, this, [this](const QString& trouble) {
        m_trouble = trouble;
        Q_EMIT changed();
    });
}

bool Accesses::isGiven(const QString& service, bool institution)
{
    const sources::Service* known = sources::findService(service);
    if (!known)
        return false;
    const sources::Access given = sources::accessFromEnvironment(*known);
    return !(institution ? given.institution : given.key).isEmpty();
}

QString Accesses::email() const
{
    const std::scoped_lock lock(m_kept->mutex);
    return m_kept->email;
}

void Accesses::setEmail(const QString& email)
{
    {
        const std::scoped_lock lock(m_kept->mutex);
        if (m_kept->email == email)
            return;
        m_kept->email = email;
    }
    m_settings.set(Setting::ContactAddress, email);
    Q_EMIT changed();
}

std::function<sources::Access(const sources::Service&)> Accesses::way() const
{
    return [kept = m_kept](const sources::Service& service) {
        sources::Access access = sources::accessFromEnvironment(service);
        const QString id = QString::fromLatin1(service.id);
        const std::scoped_lock lock(kept->mutex);
        if (access.key.isEmpty())
            access.key = kept->secrets.value(secretName(id, false));
        if (access.institution.isEmpty())
            access.institution = kept->secrets.value(secretName(id, true));
        if (access.email.isEmpty())
            access.email = kept->email;
        return access;
    };
}

} // namespace winnow::ui
