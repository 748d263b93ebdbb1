// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Sharing.h"

#include <QObject>

#include <functional>

namespace winnow {
class Project;
}

namespace winnow::ui {

class Dialogs;
class InvitationPage;
class Notices;
class Session;
class Settings;

/// What becomes of a coauthor's file that reaches the window, by menu, double click or drop: work for the open review
/// is shown before it is brought in, an invitation becomes a copy of one's own, and a file of another review says so.
class BundleDoor final : public QObject {
    Q_OBJECT
public:
    struct House {
        Session& session;
        Settings& settings;
        Dialogs& dialogs;
        Notices& notices;
        InvitationPage& invitation;
    };
    explicit BundleDoor(const House& house, QObject* parent = nullptr);

    void receive(const QString& file);
    /// A review was opened: the file that waited for it is shown.
    void reviewOpened();

    /// A coauthor's project file: asks who takes it and where the copy of one's own is kept, and opens that.
    void makeCopyOf(const Project& theirs);

Q_SIGNALS:
    /// Show in the open review what the file would change.
    void previewWanted(const QString& file);
    void invitationWanted();
    void homeWanted();

private:
    void decide(const QString& file, const BundleInfo& info);
    void offerOwnCopy(const QString& file, const BundleInfo& info, const QString& copy);
    void makeCopy();
    void askWhere(const QString& title, std::function<void(const QString&)> then);

    House m_house;
    QString m_waiting; ///< shown as soon as its review is open
};

} // namespace winnow::ui
