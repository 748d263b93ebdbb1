// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Services.h"
#include "shell/WhoStrip.h"

#include <QMainWindow>

#include <memory>

class QStackedWidget;

namespace winnow::ui {

class InvitationPage;
class KeysHelp;
class NewReviewPage;
class Notices;
class ReviewPage;
class StartPage;
class StatusLine;
struct PanelContext;

/// The window: menu bar, one page at a time (start, new review, the open review), the strips over it and the status
/// line under it. It knows no review: pages are shown and filled by those who do.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Services& services);
    ~MainWindow() override;

    /// Those of the services, else real ones over this window.
    [[nodiscard]] Dialogs& dialogs() const { return *m_dialogs; }
    [[nodiscard]] StartPage* startPage() const { return m_start; }
    [[nodiscard]] InvitationPage* invitationPage() const { return m_invitation; }
    [[nodiscard]] NewReviewPage* newReviewPage() const { return m_new; }
    /// None while no review is open.
    [[nodiscard]] ReviewPage* reviewPage() const { return m_review; }
    [[nodiscard]] Notices* notices() const { return m_notices; }
    [[nodiscard]] WhoStrip* who() const { return m_who; }
    [[nodiscard]] StatusLine* status() const { return m_status; }
    [[nodiscard]] KeysHelp* keysHelp() const { return m_keysHelp; }

    void showStart();
    void showInvitation();
    void showNewReview(const QString& folder, const QString& myName);
    /// Back to the review if one is open, else to the start.
    void showHome();
    ReviewPage* openReview(const PanelContext& context);
    void closeReview();

Q_SIGNALS:
    /// Files let fall anywhere on the window.
    void dropped(const QStringList& files);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    Settings& m_settings;
    std::unique_ptr<Dialogs> m_ownDialogs;
    Dialogs* m_dialogs;
    QStackedWidget* m_pages;
    Notices* m_notices;
    WhoStrip* m_who;
    StartPage* m_start;
    NewReviewPage* m_new;
    InvitationPage* m_invitation;
    ReviewPage* m_review = nullptr;
    StatusLine* m_status;
    KeysHelp* m_keysHelp;
};

} // namespace winnow::ui
