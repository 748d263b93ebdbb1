// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "SearchRoom.h"

#include "panels/sources/FoundPage.h"
#include "panels/sources/FoundSection.h"
#include "support/FakeLibrary.h"

namespace winnow::test {

inline const QByteArray melanoma = R"([{"id":"1","infons":{"type":"Disease","identifier":"MESH:D008545","valid":true,)"
                                   R"("name":"Melanoma"},"text":"melanoma"}])";

inline std::map<qint64, FakeWork> fewWorks()
{
    return {{1, {.cites = {2}, .abstract = "On melanoma in mice.", .retracted = true, .annotations = melanoma}},
            {2, {.title = "Walking home"}},
            {3, {.title = "Walking away"}}};
}

/// The page of what is found otherwise, and a small literature.
struct FoundRoom {
    FakeLibrary library{fewWorks()};
    PagesRoom room{1};
    std::shared_ptr<TestVault::Secrets> secrets = std::make_shared<TestVault::Secrets>();
    ui::SourcesPanel panel{*room.context};

    FoundRoom()
    {
        library.announce();
        panel.searchPage()->setVault(std::make_unique<TestVault>(secrets, QString()));
        PagesRoom::present(panel);
        panel.activate();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    }
    [[nodiscard]] ui::FoundPage& page() const { return *panel.foundPage(); }
    [[nodiscard]] static QPushButton* button(ui::FoundSection* section, const QString& text)
    {
        for (QPushButton* one : section->findChildren<QPushButton*>()) {
            if (one->text().startsWith(text))
                return one;
        }
        return nullptr;
    }
    void add(const QString& seeds) const
    {
        page().seedField()->setFocus();
        for (const QString& line : seeds.split(QLatin1Char('\n'))) {
            if (!page().seedField()->toPlainText().isEmpty())
                QTest::keyClick(page().seedField(), Qt::Key_Return);
            QTest::keyClicks(page().seedField(), line);
        }
        QTest::keyClick(page().seedField(), Qt::Key_Return, Qt::ControlModifier);
    }
    [[nodiscard]] size_t records() const { return Records(*room.project).all()->size(); }
};

} // namespace winnow::test
