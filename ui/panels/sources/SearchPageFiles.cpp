// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Words.h"
#include "panels/sources/SearchPage.h"
#include "project/SearchAppendix.h"
#include "widgets/Banner.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

// What the search page writes into files and takes from them.
namespace winnow::ui {
namespace {

Result<QByteArray> fileBytes(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path);
    return file.readAll();
}

Result<void> writeBytes(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

} // namespace

void SearchPage::saveAppendix()
{
    FileQuestion question{
        tr("Write the appendix of searches"), tr("Markdown (*.md)"), {}, tr("searches.md"), QStringLiteral("md")};
    m_context.dialogs.saveFile(question, this, [this](const QString& path) {
        save(path, [](Project& project, const Searches& searches) -> Result<QByteArray> {
            const auto made = searches.made();
            if (!made)
                return Failure(made.error());
            return searchAppendix(*project.review(), *made, importedFiles(project)).toUtf8();
        });
    });
}

void SearchPage::saveSearches()
{
    FileQuestion question{tr("Write the searches for a coauthor"),
                          tr("Searches (*.json)"),
                          {},
                          tr("searches.json"),
                          QStringLiteral("json")};
    m_context.dialogs.saveFile(question, this, [this](const QString& path) {
        save(path, [](Project&, const Searches& searches) -> Result<QByteArray> {
            const auto made = searches.made();
            if (!made)
                return Failure(made.error());
            return searchesToJson(*made);
        });
    });
}

void SearchPage::save(const QString& path, std::function<Result<QByteArray>(Project&, const Searches&)> make)
{
    m_reading.over(
        this,
        [project = &m_context.project, online = m_job->online(), path, make = std::move(make)]() -> Result<void> {
            const auto bytes = make(*project, Searches(*project, *online));
            if (!bytes)
                return Failure(bytes.error());
            return writeBytes(path, *bytes);
        },
        [this, path](const Result<void>& done) {
            if (!done)
                return m_banner->say(words::sentence(done.error()), Tone::Exclude);
            m_banner->say(tr("%1 is written.").arg(QFileInfo(path).fileName()));
        });
}

/// Each once: what repeated or went on with another one is left out. Nobody is asked before it was said so.
void SearchPage::repeatFile(const QString& path)
{
    const auto bytes = fileBytes(path);
    const auto wanted = bytes ? searchesFromJson(*bytes) : Result<std::vector<SearchRecord>>(Failure(bytes.error()));
    if (!wanted)
        return m_banner->say(
            wanted.error().code == ErrorCode::BadInput
                ? tr("%1 holds no searches of Winnow; nothing was asked; choose the file that a coauthor "
                     "wrote with “For a coauthor…”.")
                      .arg(QFileInfo(path).fileName())
                : words::sentence(wanted.error()),
            Tone::Exclude);
    std::vector<SearchRequest> requests;
    QStringList names;
    for (const SearchRecord& search : *wanted) {
        if (!search.of.isEmpty())
            continue;
        requests.push_back({search.database, search.query});
        names << QStringLiteral("%1: %2").arg(search.source, search.query.text.simplified().left(60));
    }
    if (requests.empty())
        return m_banner->say(tr("%1 holds no searches.").arg(QFileInfo(path).fileName()), Tone::Exclude);
    m_context.dialogs.confirm({tr("Make these searches here?"), names.join(QLatin1Char('\n')), tr("Search")}, this,
                              [this, requests = std::move(requests)] { repeat(requests); });
}

void SearchPage::repeat(std::vector<SearchRequest> requests)
{
    m_request = requests.back();
    start(tr("repeating searches"), SearchJob::Kind::Fetch,
          [requests = std::move(requests)](Searches& s, const JobContext& job) -> Result<std::vector<SearchReport>> {
              std::vector<SearchReport> reports;
              for (const SearchRequest& request : requests) {
                  auto report = s.search(request, job);
                  if (!report)
                      return Failure(report.error());
                  reports.push_back(std::move(*report));
              }
              return reports;
          });
}

} // namespace winnow::ui
