// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RecordsText.h"

#include "domain/Words.h"

#include <QCoreApplication>
#include <QStringList>

namespace winnow::ui::recordsText {

namespace {

QString tr(const char* words, int n = -1)
{
    return QCoreApplication::translate("Records", words, nullptr, n);
}

/// Initials of given names, as bibliographies print them: "Richard K." → "RK".
QString initials(const QString& given)
{
    QString letters;
    bool start = true;
    for (const QChar c : given) {
        if (c.isLetter() && start)
            letters += c.toUpper();
        start = !c.isLetter();
    }
    return letters.isEmpty() ? given : letters;
}

QString shortName(const Author& author)
{
    const QString given = text(author.given);
    if (author.collective || given.isEmpty())
        return text(author.family);
    // "RK" is initials already.
    const bool written = given.size() <= 3 && given == given.toUpper();
    return text(author.family) + QLatin1Char(' ') + (written ? given : initials(given));
}

/// A conflict is shown where conflicts are opened, nowhere else: in a list it would tell how others voted (rules.md
/// C1).
Place outward(Place place)
{
    switch (place) {
    case Place::TitleConflict: return Place::AwaitingScreening;
    case Place::FulltextConflict:
    case Place::ReasonsDiffer: return Place::AwaitingAssessment;
    default: return place;
    }
}

QString pagesOf(const Record& record)
{
    QString line = text(record.volume);
    if (!record.issue.empty())
        line += QLatin1Char('(') + text(record.issue) + QLatin1Char(')');
    if (!record.pages.empty())
        line += (line.isEmpty() ? QString() : QStringLiteral(":")) + text(record.pages);
    return line;
}

} // namespace

QString text(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString authors(const RecordBrief& brief)
{
    const QString first = text(brief.firstAuthor);
    return brief.authors > 1 ? tr("%1 et al.").arg(first) : first;
}

QString authors(const Record& record)
{
    constexpr size_t shown = 3;
    QStringList names;
    for (size_t i = 0; i < record.authors.size() && i < shown; ++i)
        names << shortName(record.authors[i]);
    const QString line = names.join(QStringLiteral(", "));
    const int more = int(record.authors.size()) - int(shown);
    return more > 0 ? tr("%1 and %2 more").arg(line).arg(more) : line;
}

QString citation(const Record& record)
{
    const QString where = QStringList{text(record.journal), pagesOf(record)}.join(QLatin1Char(' ')).trimmed();
    QStringList parts{authors(record), record.year ? QString::number(record.year) : QString(), where,
                      text(record.type)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString title(const std::string& title)
{
    return title.empty() ? tr("(no title)") : text(title);
}

QString place(Place place, ReasonId reason, const Review& review)
{
    const QString name = words::name(outward(place));
    const bool excluded = place == Place::TitleExcluded || place == Place::FulltextExcluded;
    const Reason* why = excluded ? review.reason(reason) : nullptr;
    return why ? tr("%1: %2").arg(name, why->text) : name;
}

std::vector<Link> links(const Record& record)
{
    std::vector<Link> found;
    const auto add = [&found](const QString& name, const QString& address) {
        const QUrl url(address, QUrl::TolerantMode);
        const bool web = url.scheme() == u"http" || url.scheme() == u"https";
        if (url.isValid() && web)
            found.push_back({name, url});
    };
    if (!record.doi.empty())
        add(QStringLiteral("DOI"), QStringLiteral("https://doi.org/") + text(record.doi));
    if (!record.pmid.empty())
        add(QStringLiteral("PubMed"), QStringLiteral("https://pubmed.ncbi.nlm.nih.gov/") + text(record.pmid));
    if (!record.pmcid.empty())
        add(QStringLiteral("PubMed Central"),
            QStringLiteral("https://www.ncbi.nlm.nih.gov/pmc/articles/") + text(record.pmcid));
    if (!record.nct.empty())
        add(QStringLiteral("ClinicalTrials.gov"),
            QStringLiteral("https://clinicaltrials.gov/study/") + text(record.nct));
    add(tr("Link"), text(record.url));
    return found;
}

} // namespace winnow::ui::recordsText
