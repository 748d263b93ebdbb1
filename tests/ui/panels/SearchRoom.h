// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/PagesRoom.h"

#include "panels/sources/Accesses.h"
#include "panels/sources/QueryForm.h"
#include "panels/sources/SearchPage.h"
#include "panels/sources/SourcesPanel.h"
#include "project/Records.h"
#include "support/FakeServices.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <atomic>
#include <map>

namespace winnow::test {

/// A keychain that lives as long as the test, or refuses.
class TestVault final : public ui::Vault {
public:
    using Secrets = std::map<QString, QString>;
    TestVault(std::shared_ptr<Secrets> secrets, QString trouble)
        : m_secrets(std::move(secrets))
        , m_trouble(std::move(trouble))
    {
    }
    void read(const QString& name, QObject*, Read then) override
    {
        then(m_trouble.isEmpty() ? (*m_secrets)[name] : QString(), m_trouble);
    }
    void write(const QString& name, const QString& secret, QObject*, Written then) override
    {
        if (m_trouble.isEmpty())
            (*m_secrets)[name] = secret;
        then(m_trouble);
    }

private:
    std::shared_ptr<Secrets> m_secrets;
    QString m_trouble;
};

/// The panel with its search page open, and services on this computer behind it.
struct SearchRoom {
    PagesRoom room;
    FakeSet set{.records = 450};
    std::atomic<bool> silent = false; ///< the service says nothing more to those who fetch the second page
    std::atomic<bool> faulty = false; ///< `fault` is all that it says
    Reply fault;
    LocalServer server{[this](const Asked& asked) { return reply(asked); }};
    std::shared_ptr<TestVault::Secrets> secrets = std::make_shared<TestVault::Secrets>();
    ui::SourcesPanel panel{*room.context};
    ui::SearchPage& page = *panel.searchPage();

    explicit SearchRoom(const QString& trouble = {})
    {
        page.setVault(std::make_unique<TestVault>(secrets, trouble));
        auto online = std::make_shared<Online>(room.project->clock());
        online->setAccesses(accesses());
        page.setOnline(online);
        PagesRoom::present(panel);
        panel.openSearch();
    }
    /// All services stand on this computer.
    [[nodiscard]] Online::Accesses accesses()
    {
        return [this, way = page.accesses()->way()](const sources::Service& service) {
            sources::Access access = way(service);
            access.base = server.url();
            return access;
        };
    }
    Reply reply(const Asked& asked)
    {
        const QString path = asked.url.path();
        if (faulty)
            return fault;
        if (path.startsWith(QLatin1String("/content")))
            return fakeScopus(asked, set);
        if (path.endsWith(QLatin1String("/studies")))
            return fakeTrials(asked, set);
        if (path.endsWith(QLatin1String("/search")))
            return fakeEuropePmc(asked, set);
        const bool fetches = asked.url.path().endsWith(QLatin1String("efetch.fcgi"));
        if (silent && fetches && asked.value(QStringLiteral("retstart")) == QLatin1String("200"))
            return Reply{.body = "<x>", .manner = Reply::Manner::Silent};
        return fakePubmed(asked, set);
    }
    void write(const QString& query) { QTest::keyClicks(page.form()->text(), query); }
    void choose(const QString& name)
    {
        page.databases()->setFocus();
        QTest::keyClick(page.databases(), Qt::Key_Home);
        for (int i = 0; i < page.databases()->count() && !shows(name); ++i)
            QTest::keyClick(page.databases(), Qt::Key_Down);
        QVERIFY(shows(name));
    }
    [[nodiscard]] bool shows(const QString& name) const
    {
        return page.databases()->currentItem()->text().startsWith(name);
    }
    [[nodiscard]] SearchPlan plan() const { return *SearchPlans(*room.project).plan(); }
    [[nodiscard]] size_t records() const { return Records(*room.project).all()->size(); }
    [[nodiscard]] bool ended() const
    {
        return QTest::qWaitFor([&] { return !page.running(); }, 20'000);
    }
    /// Fetching stands still after the first page.
    void begin()
    {
        silent = true;
        write(QStringLiteral("walking"));
        QTest::mouseClick(page.fetchButton(), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return server.count() == 3; }, 20'000));
    }
};

inline QString query(const SearchRoom& room, const char* database)
{
    const SearchPlan plan = room.plan();
    const PlannedQuery* planned = plan.queryFor(QString::fromLatin1(database));
    return planned ? planned->query.text : QString();
}

} // namespace winnow::test
