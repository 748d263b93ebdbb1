// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "panels/screening/ReaderFindings.h"
#include "services/Keys.h"
#include "services/Theme.h"

#include <QTextBrowser>

namespace winnow::ui {

/// The page on which a record is read: one column of 60–75 characters, in the user's reading size. Text can be
/// selected and copied; nothing in it can be changed. Letters are the screening room's, not its own.
class Reader final : public QTextBrowser {
    Q_OBJECT

public:
    Reader(const Theme& theme, const Keys& keys, QWidget* parent = nullptr);

    /// Shows it from its beginning.
    void showRecord(const Record& record, bool library, qint64 number = 0, ReaderFindings findings = {});
    /// What was found out about it has changed; the page stays where it is.
    void setFindings(ReaderFindings findings);
    void clearRecord();
    [[nodiscard]] const Record& record() const { return m_record; }
    /// A page down or up. At the end nothing moves, and nothing else happens either.
    void scrollPage(int pages);
    /// The focus is on a link within the text (by Tab): Enter is the link's.
    [[nodiscard]] bool onLink() const;

Q_SIGNALS:
    /// A web address, chosen by pointer or by key.
    void linkChosen(const QUrl& url);
    /// A link that also has a key.
    void actionChosen(winnow::ui::Action action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    QVariant loadResource(int type, const QUrl& name) override;

private:
    void set();
    void setMargins();
    void follow(const QUrl& url);

    const Theme& m_theme;
    const Keys& m_keys;
    Record m_record;
    ReaderFindings m_findings;
    qint64 m_number = 0; ///< "#1204"
    bool m_filled = false;
    bool m_library = false;
    bool m_allAuthors = false;
    int m_marginsFor = -1;
};

} // namespace winnow::ui
