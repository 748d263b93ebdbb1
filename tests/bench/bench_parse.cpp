// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench_parse [--records N] [--dir DIR]
// The same records as RIS, EndNote XML and BibTeX (as far as Winnow writes them), each read alone and imported, beside
// what people use: bibutils (ris2xml, endx2xml, bib2xml: parse and print) and rispy (parse to dictionaries; its own
// clock, without the start of Python). A program that is not here is left out. The import is compared with a bare loop
// over SQLite that inserts the same rows into the same tables in as many batches. One line for each format; files are
// in the page cache.
#include "BenchProject.h"

#include "base/Clock.h"
#include "formats/Read.h"
#include "formats/Write.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

#include <sqlite3.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>

using namespace winnow;
using namespace winnow::bench;

namespace {

/// Takes records and lets them go.
struct Counting : formats::ReadSink {
    bool record(Record&& record, const RawSpan&) override
    {
        const Record taken = std::move(record);
        records += taken.title.empty() ? 0 : 1;
        return true;
    }
    void unreadable(Unreadable&&) override { }
    bool progress(qint64) override { return true; }

    long long records = 0;
};

/// Passes records on to a writer.
struct Rewriting final : Counting {
    Rewriting(formats::RecordWriter& to, QFile& into) : writer(to), file(into) { }
    bool record(Record&& record, const RawSpan&) override
    {
        writer.write(record, text);
        if (text.size() > (1U << 20))
            flush();
        return true;
    }
    void flush()
    {
        if (file.write(text.data(), qint64(text.size())) != qint64(text.size()))
            giveUp("a file could not be written");
        text.clear();
    }
    formats::RecordWriter& writer;
    QFile& file;
    std::string text;
};

void rewrite(const QString& from, const QString& to, const formats::Format& format)
{
    QFile file(to);
    if (!file.open(QIODevice::WriteOnly))
        giveUp("a file could not be written");
    const auto writer = formats::makeWriter(format);
    Rewriting sink(*writer, file);
    writer->begin(sink.text);
    orGiveUp(formats::readFile(from, orGiveUp(formats::detect(from)), sink));
    writer->end(sink.text);
    sink.flush();
}

struct Parse {
    double seconds = 0;
    double peakMb = 0; ///< beyond what the program holds anyway
    long long records = 0;
};

/// Detecting and reading, best of three.
Parse parse(const QString& file)
{
    Parse best;
    for (int round = 0; round < 3; ++round) {
        const PeakMemory memory;
        const double before = PeakMemory::megabytes();
        const Stopwatch watch;
        Counting sink;
        orGiveUp(formats::readFile(file, orGiveUp(formats::detect(file)), sink));
        const double seconds = watch.seconds();
        // Later rounds reuse what the first one took.
        const double most = std::max(best.peakMb, PeakMemory::megabytes() - before);
        best = {round == 0 ? seconds : std::min(seconds, best.seconds), most, sink.records};
    }
    return best;
}

/// Seconds that a program of bibutils takes; negative: it is not here.
double bibutils(const QString& program, const QString& file, double& peakMb)
{
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return -1;
    QProcess process;
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    const Stopwatch watch;
    process.start(path, {file});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return -1;
    const double seconds = watch.seconds();
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    peakMb = double(usage.ru_maxrss) / 1024; // of the greediest program so far
    return seconds;
}

/// Seconds by rispy's own clock; negative: it is not here.
double rispy(const QString& file)
{
    const QString script = QStringLiteral("import sys, time\n"
                                          "import rispy\n"
                                          "start = time.perf_counter()\n"
                                          "with open(sys.argv[1], encoding='utf-8') as f:\n"
                                          "    entries = rispy.load(f)\n"
                                          "print(time.perf_counter() - start)\n");
    QProcess process;
    process.start(QStringLiteral("python3"), {QStringLiteral("-c"), script, file});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return -1;
    return process.readAllStandardOutput().trimmed().toDouble();
}

/// SQLite by itself: a connection set up as the project file's.
class Bare {
public:
    explicit Bare(const QString& path)
    {
        if (sqlite3_open(path.toUtf8().constData(), &m_db) != SQLITE_OK)
            giveUp("SQLite could not open a file");
        run("PRAGMA page_size = 4096");
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA synchronous = FULL");
        run("PRAGMA wal_autocheckpoint = 0");
        run("PRAGMA cache_size = -65536");
    }
    ~Bare() { sqlite3_close(m_db); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    void run(const std::string& sql)
    {
        if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_db));
    }
    [[nodiscard]] sqlite3_stmt* prepare(const std::string& sql)
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            giveUp(sqlite3_errmsg(m_db));
        return statement;
    }

private:
    sqlite3* m_db = nullptr;
};

/// The rows of one table, in memory.
struct Rows {
    std::string name;
    std::string definition;
    int columns = 0;
    std::vector<sqlite3_value*> values;

    [[nodiscard]] std::size_t size() const { return values.size() / std::size_t(std::max(columns, 1)); }
};

Rows rowsOf(Bare& db, const std::string& table)
{
    Rows rows{table, {}, 0, {}};
    sqlite3_stmt* sql = db.prepare("SELECT sql FROM sqlite_master WHERE name = '" + table + "'");
    if (sqlite3_step(sql) == SQLITE_ROW)
        rows.definition = reinterpret_cast<const char*>(sqlite3_column_text(sql, 0));
    sqlite3_finalize(sql);
    sqlite3_stmt* all = db.prepare("SELECT * FROM " + table);
    rows.columns = sqlite3_column_count(all);
    while (sqlite3_step(all) == SQLITE_ROW) {
        for (int i = 0; i < rows.columns; ++i)
            rows.values.push_back(sqlite3_value_dup(sqlite3_column_value(all, i)));
    }
    sqlite3_finalize(all);
    return rows;
}

/// Seconds that SQLite takes for the rows of an imported project alone, in batches of as many records as the import's.
double bareInsert(const QString& project, const QString& to)
{
    constexpr std::size_t batch = 128;
    std::array<Rows, 3> tables;
    {
        Bare from(project);
        tables = {rowsOf(from, "record"), rowsOf(from, "record_text"), rowsOf(from, "chunk")};
    }
    Bare db(to);
    std::array<sqlite3_stmt*, 3> inserts{};
    for (std::size_t t = 0; t < tables.size(); ++t) {
        db.run(tables[t].definition);
        std::string marks = "?";
        for (int i = 1; i < tables[t].columns; ++i)
            marks += ", ?";
        inserts[t] = db.prepare("INSERT INTO " + tables[t].name + " VALUES(" + marks + ")");
    }
    const std::size_t batches = std::max<std::size_t>(1, (tables[0].size() + batch - 1) / batch);
    const Stopwatch watch;
    for (std::size_t b = 0; b < batches; ++b) {
        db.run("BEGIN IMMEDIATE");
        for (std::size_t t = 0; t < tables.size(); ++t) {
            const std::size_t n = tables[t].size();
            for (std::size_t row = n * b / batches; row < n * (b + 1) / batches; ++row) {
                for (int i = 0; i < tables[t].columns; ++i)
                    sqlite3_bind_value(inserts[t], i + 1,
                                       tables[t].values[row * std::size_t(tables[t].columns) + std::size_t(i)]);
                if (sqlite3_step(inserts[t]) != SQLITE_DONE)
                    giveUp("SQLite refused a row");
                sqlite3_reset(inserts[t]);
            }
        }
        db.run("COMMIT");
    }
    const double seconds = watch.seconds();
    for (std::size_t t = 0; t < tables.size(); ++t) {
        sqlite3_finalize(inserts[t]);
        for (sqlite3_value* value : tables[t].values)
            sqlite3_value_free(value);
    }
    return seconds;
}

void measure(const Workplace& place, const Clock& clock, const QString& file, const char* format, const char* peer)
{
    const double megabytes = double(QFileInfo(file).size()) / 1e6;
    const Parse ours = parse(file);
    const QString project = place.path(QString::fromLatin1(format) + QStringLiteral(".winnow"));
    double importSeconds = 0;
    {
        const auto made = newProject(project, clock);
        const Stopwatch watch;
        importFile(*made, file);
        importSeconds = watch.seconds();
    }
    const double bare = bareInsert(project, place.path(QString::fromLatin1(format) + QStringLiteral(".bare")));
    JsonLine line("parse");
    line.add("format", std::string(format))
        .add("records", ours.records)
        .add("megabytes", megabytes)
        .add("parse_seconds", ours.seconds)
        .add("parse_mb_per_s", megabytes / ours.seconds)
        .add("parse_peak_mb", ours.peakMb)
        .add("import_seconds", importSeconds)
        .add("sqlite_seconds", bare)
        .add("import_per_sqlite", importSeconds / bare);
    double peak = 0;
    if (const double seconds = bibutils(QString::fromLatin1(peer), file, peak); seconds > 0)
        line.add("bibutils_seconds", seconds)
            .add("bibutils_peak_mb", peak)
            .add("bibutils_per_parse", seconds / ours.seconds);
    if (std::string(format) == "ris") {
        if (const double seconds = rispy(file); seconds > 0)
            line.add("rispy_seconds", seconds).add("rispy_per_parse", seconds / ours.seconds);
    }
    line.print();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const Arguments arguments(argc, argv);
    const Workplace place(arguments);
    const SystemClock clock;
    const QString ris = exportFile(place, arguments, arguments.number("records", 10000));
    measure(place, clock, ris, "ris", "ris2xml");
    for (const auto& [format, peer] : {std::pair{"endnote-xml", "endx2xml"}, std::pair{"bibtex", "bib2xml"}}) {
        const formats::Format* known = formats::findFormat(QString::fromLatin1(format));
        if (!known || !known->reads || !known->makeWriter)
            continue;
        const QString file = place.path(QString::fromLatin1(format) + QStringLiteral(".txt"));
        rewrite(ris, file, *known);
        measure(place, clock, file, format, peer);
    }
    return 0;
}
