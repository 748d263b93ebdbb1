// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <map>
#include <string>
#include <utility>
#include <vector>

/// What every benchmark program needs: its arguments, quantiles, memory, and one line of JSON as the answer.
namespace winnow::bench {

/// `--name value` pairs. Numbers may be written 10k, 1M.
class Arguments {
public:
    Arguments(int argc, char** argv)
    {
        for (int i = 1; i + 1 < argc; i += 2) {
            if (std::strncmp(argv[i], "--", 2) == 0)
                m_values[argv[i] + 2] = argv[i + 1];
        }
    }
    [[nodiscard]] std::string text(const std::string& name, const std::string& fallback = {}) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? fallback : found->second;
    }
    [[nodiscard]] long long number(const std::string& name, long long fallback) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? fallback : parse(found->second);
    }
    [[nodiscard]] double fraction(const std::string& name, double fallback) const
    {
        const auto found = m_values.find(name);
        return found == m_values.end() ? fallback : std::strtod(found->second.c_str(), nullptr);
    }
    /// "10k,100k" as numbers.
    [[nodiscard]] std::vector<long long> numbers(const std::string& name, const std::string& fallback) const
    {
        std::vector<long long> list;
        std::string rest = text(name, fallback);
        while (!rest.empty()) {
            const std::size_t comma = std::min(rest.find(','), rest.size());
            list.push_back(parse(rest.substr(0, comma)));
            rest.erase(0, comma + 1);
        }
        return list;
    }

private:
    static long long parse(const std::string& text)
    {
        const long long n = std::strtoll(text.c_str(), nullptr, 10);
        const char unit = text.empty() ? '0' : text.back();
        return unit == 'k' ? n * 1000 : unit == 'M' ? n * 1000000 : n;
    }
    std::map<std::string, std::string> m_values;
};

class Stopwatch {
public:
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    [[nodiscard]] double ms() const { return seconds() * 1000; }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// Processor time of this program: what one core needs, whatever else runs on the machine.
class CoreTime {
public:
    [[nodiscard]] double seconds() const { return double(std::clock() - m_start) / double(CLOCKS_PER_SEC); }

private:
    std::clock_t m_start = std::clock();
};

/// Measured times; quantiles by the nearest rank, so that each is a time that was seen.
class Samples {
public:
    void add(double value) { m_values.push_back(value); }
    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] double quantile(double q) const
    {
        if (m_values.empty())
            return 0;
        std::vector<double> sorted = m_values;
        std::sort(sorted.begin(), sorted.end());
        const auto rank = std::size_t(std::ceil(q * double(sorted.size())));
        return sorted[std::min(sorted.size() - 1, rank == 0 ? 0 : rank - 1)];
    }
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double largest() const { return quantile(1.0); }

private:
    std::vector<double> m_values;
};

/// The most memory held since start() (resident, of this process).
class PeakMemory {
public:
    PeakMemory()
    {
        std::ofstream("/proc/self/clear_refs") << "5"; // from here on the high-water mark is ours
    }
    [[nodiscard]] static double megabytes()
    {
        std::ifstream status("/proc/self/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmHWM:"))
                return std::strtod(line.c_str() + 6, nullptr) / 1024;
        }
        return 0;
    }
};

/// One object on one line, in the order in which things were added.
class JsonLine {
public:
    explicit JsonLine(const std::string& bench) { add("bench", bench); }
    JsonLine& add(const std::string& key, const std::string& text) { return put(key, '"' + text + '"'); }
    JsonLine& add(const std::string& key, double value)
    {
        char text[32];
        std::snprintf(text, sizeof text, "%.4g", value);
        if (std::abs(value) >= 1000)
            std::snprintf(text, sizeof text, "%.0f", value);
        return put(key, text);
    }
    JsonLine& add(const std::string& key, long long value) { return put(key, std::to_string(value)); }
    JsonLine& add(const std::string& prefix, const Samples& ms)
    {
        add(prefix + "_median_ms", ms.median());
        add(prefix + "_p95_ms", ms.quantile(0.95));
        add(prefix + "_p99_ms", ms.quantile(0.99));
        return add(prefix + "_max_ms", ms.largest());
    }
    void print() const { std::printf("{%s}\n", m_text.c_str()); }

private:
    JsonLine& put(const std::string& key, const std::string& value)
    {
        m_text += (m_text.empty() ? "\"" : ",\"") + key + "\":" + value;
        return *this;
    }
    std::string m_text;
};

/// Ends the program with a sentence: a benchmark that could not do its work has no figure to tell.
[[noreturn]] inline void giveUp(const std::string& why)
{
    std::fprintf(stderr, "benchmark: %s\n", why.c_str());
    std::exit(1);
}

} // namespace winnow::bench
