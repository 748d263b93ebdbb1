// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

namespace winnow::figures {

/// Every word of the flow figure, so that the window can hand in a translation. The defaults are the labels of the
/// PRISMA 2020 template for new reviews (BMJ 2021;372:n71, CC BY 4.0); no word depends on a number, so no plurals.
struct FlowWords {
    QLocale numbers{QLocale::English};
    QString count = QStringLiteral("(n = %1)"); ///< kept on one line, and shown with plain spaces
    QString title = QStringLiteral("PRISMA 2020 flow diagram");
    QString description = QStringLiteral("Records identified from databases and registers: %1; records screened: %2; "
                                         "reports assessed for eligibility: %3; studies included: %4; "
                                         "reports of included studies: %5.");

    QString viaDatabases = QStringLiteral("Identification of studies via databases and registers");
    QString viaOther = QStringLiteral("Identification of studies via other methods");
    QString identification = QStringLiteral("Identification");
    QString screening = QStringLiteral("Screening");
    QString included = QStringLiteral("Included");

    QString identifiedFrom = QStringLiteral("Records identified from:");
    QString databases = QStringLiteral("Databases");
    QString registers = QStringLiteral("Registers");
    QString websites = QStringLiteral("Websites");
    QString organisations = QStringLiteral("Organisations");
    QString citations = QStringLiteral("Citation searching");
    QString otherMethods = QStringLiteral("Other (experts, authors, hand searching)");

    QString removed = QStringLiteral("Records removed ");
    QString beforeScreening = QStringLiteral("before screening"); ///< set in italics, between `removed` and a colon
    QString duplicates = QStringLiteral("Duplicate records removed");
    QString automation = QStringLiteral("Records marked as ineligible by automation tools");
    QString otherReasons = QStringLiteral("Records removed for other reasons");

    QString screened = QStringLiteral("Records screened");
    QString titleExcluded = QStringLiteral("Records excluded");
    QString sought = QStringLiteral("Reports sought for retrieval");
    QString notRetrieved = QStringLiteral("Reports not retrieved");
    QString assessed = QStringLiteral("Reports assessed for eligibility");
    QString excluded = QStringLiteral("Reports excluded");
    QString classification = QStringLiteral("Reports awaiting classification");
    QString ongoing = QStringLiteral("Reports of ongoing studies");
    QString newStudies = QStringLiteral("Studies included in review");
    QString newReports = QStringLiteral("Reports of included studies");

    QString awaitingScreening = QStringLiteral("Records awaiting screening");
    QString awaitingRetrieval = QStringLiteral("Reports awaiting retrieval");
    QString awaitingAssessment = QStringLiteral("Reports awaiting assessment");

    QString interim = QStringLiteral("Interim: %1"); ///< %1: the two below that are not zero
    QString recordsPending = QStringLiteral("records pending");
    QString reportsPending = QStringLiteral("reports pending");

    /// %1 label, %2 number, %3 person, %4 date (ISO, UTC), %5 why
    QString declared = QStringLiteral("%1: %2 declared by %3 on %4: %5");
    QString notRead = QStringLiteral("Of these, not read: screening was stopped by a rule");
    QString notReadBy = QStringLiteral("Of these, not read: screening was stopped by %1");
};

} // namespace winnow::figures
