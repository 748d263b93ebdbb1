// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Vault.h"

#include <QObject>
#include <QPointer>

#include <qt6keychain/keychain.h>

namespace winnow::ui {
namespace {

const QLatin1String vaultService("winnow");

QString troubleOf(const QKeychain::Job& job)
{
    const bool fine = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
    return fine ? QString() : job.errorString();
}

/// Jobs delete themselves when they have told.
template <class Job> Job* vaultJob(const QString& name)
{
    auto* job = new Job(vaultService);
    job->setKey(name);
    job->setInsecureFallback(false);
    return job;
}

} // namespace

void SystemVault::read(const QString& name, QObject* context, Read then)
{
    auto* job = vaultJob<QKeychain::ReadPasswordJob>(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)](QKeychain::Job*) {
        then(job->error() == QKeychain::NoError ? job->textData() : QString(), troubleOf(*job));
    });
    job->start();
}

void SystemVault::write(const QString& name, const QString& secret, QObject* context, Written then)
{
    const auto told = [then = std::move(then)](QKeychain::Job* job) { then(troubleOf(*job)); };
    if (secret.isEmpty()) {
        auto* job = vaultJob<QKeychain::DeletePasswordJob>(name);
        QObject::connect(job, &QKeychain::Job::finished, context, told);
        return job->start();
    }
    auto* job = vaultJob<QKeychain::WritePasswordJob>(name);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context, told);
    job->start();
}

} // namespace winnow::ui
