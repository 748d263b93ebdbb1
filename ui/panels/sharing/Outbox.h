// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/Panel.h"
#include "project/Sharing.h"

#include <functional>

namespace winnow::ui {

/// What goes out to coauthors: asks for whom and where to, and writes the file in a job.
class Outbox final : public QObject {
    Q_OBJECT
public:
    Outbox(PanelContext& context, QObject* parent) : QObject(parent), m_context(context) { }

    void sendWork();
    void invite();
    void sendConflicts();

Q_SIGNALS:
    void written(const winnow::SentBundle& sent);
    /// There is nobody to send anything to.
    void teamWanted();

private:
    void inviteSomebody();
    using Writing = std::function<Result<SentBundle>(Sharing&, const QString& out, const JobContext&)>;
    [[nodiscard]] std::vector<Reviewer> others() const;
    void choosePerson(const QString& title, std::function<void(const Reviewer&)> then);
    void write(BundleKind kind, ReviewerId forWhom, const QString& title, Writing writing);

    PanelContext& m_context;
};

} // namespace winnow::ui
