// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/Result.h"
#include "store/Catalog.h"
#include "store/Database.h"
#include "store/Replicas.h"

#include <memory>

namespace winnow::store {

/// A project file from somebody else, to be read only and only once it was found to be as ours are: the same tables,
/// indexes and views as a file of that version has, word for word, and nothing besides. A trigger, view or virtual
/// table of its own could run code of its sender's choosing inside a query of ours.
class ForeignProject {
public:
    /// A file of an older version is read from a copy that was brought up to ours. Errors: those of files, NotAProject,
    /// NewerBundle, ProjectUnsafe, ProjectDamaged.
    static Result<std::unique_ptr<ForeignProject>> open(const QString& path);
    ~ForeignProject();
    ForeignProject(const ForeignProject&) = delete;
    ForeignProject& operator=(const ForeignProject&) = delete;

    [[nodiscard]] Database& db() { return *m_db; }
    [[nodiscard]] const Catalog& catalog() const { return m_catalog; }
    [[nodiscard]] const Replicas& replicas() const { return *m_replicas; }

private:
    ForeignProject() = default;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Replicas> m_replicas;
    Catalog m_catalog;
    QString m_temporaryCopy;
};

/// Uids of the project and of the copy that a file is, without reading more of it; empty: it is no project of ours.
[[nodiscard]] std::pair<std::string, std::string> identityOf(const QString& path);

/// What a schema holds that a file of its version does not have, or the other way round; empty: it is as ours are.
/// Throws StoreError.
[[nodiscard]] QString strangeInSchema(Database& db);

} // namespace winnow::store
