// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/QtTransport.h"
#include "project/Seeds.h"
#include "support/FakeLibrary.h"
#include "support/FakePause.h"
#include "support/ReviewDsl.h"

namespace winnow::test {

/// A review and a small literature.
struct Shelf {
    Desk desk{1, 1};
    FakeLibrary library;
    net::QtTransport transport{QStringLiteral("Winnow/test")};
    FakePause pause{desk.clock};
    Online online{desk.clock, transport, pause};
    QString key = QStringLiteral("s3cret");

    explicit Shelf(std::map<qint64, FakeWork> works) : library(std::move(works))
    {
        desk.as("Ana");
        online.setAccesses([this](const sources::Service& service) {
            return sources::Access{library.base(service.variable), key, {}, QStringLiteral("ana@example.org")};
        });
    }
    [[nodiscard]] SeedsReport add(const char* text)
    {
        const auto report = Seeds(*desk.project, online).add(seedsIn(QString::fromLatin1(text)), {});
        if (!report)
            qWarning("%s", qPrintable(outcome(report)));
        return report.value_or(SeedsReport());
    }
    [[nodiscard]] Record record(int n) const { return Records(*desk.project).record(desk.record(n))->record; }
    [[nodiscard]] qint64 count() const { return qint64(Records(*desk.project).all()->size()); }
    void include(int n)
    {
        MUST(desk.vote(Stage::Title, desk.record(n), Verdict::Include));
        const Reports::RetrievalRequest got{desk.record(n), {Retrieval::Received, {}, {}}};
        MUST(Reports(*desk.project).setRetrieval({&got, 1}));
        MUST(desk.vote(Stage::Fulltext, desk.record(n), Verdict::Include));
    }
};

} // namespace winnow::test
