// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::bench {

/// Random numbers that are the same on every machine (splitmix64; the standard distributions are not).
class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) { }
    std::uint64_t next();
    /// 0 … n − 1.
    std::uint32_t below(std::uint32_t n) { return std::uint32_t((next() >> 32) * n >> 32); }
    bool chance(double p) { return double(next() >> 11) * 0x1.0p-53 < p; }

private:
    std::uint64_t m_state;
};

/// Some 40,000 words drawn with Zipf's frequencies: function words first, then the words of trials and reviews, then a
/// long tail put together from Greek and Latin parts. A find index sees what it would see in real abstracts.
class Vocabulary {
public:
    Vocabulary();
    [[nodiscard]] const std::string& draw(Dice& dice) const;
    /// Skips most function words, as titles and key words do.
    [[nodiscard]] const std::string& drawContent(Dice& dice) const;

private:
    std::vector<std::string> m_words;
    std::vector<double> m_cut; ///< alias table: below the cut the word itself,
    std::vector<std::uint32_t> m_other; ///< above it this one
};

enum class Shape { Ris, Nbib };

/// Record number `index` of the imagined database `seed`: always the same one, whatever was asked before.
class RecordMaker {
public:
    explicit RecordMaker(std::uint64_t seed) : m_seed(seed) { }
    /// Appends the entry as an export file holds it. Some 1.6 kB; one in eight has no abstract, one in ten no DOI.
    void append(std::string& out, std::uint64_t index, Shape shape) const;
    [[nodiscard]] std::string title(std::uint64_t index) const;

private:
    std::uint64_t m_seed;
};

struct FileRequest {
    std::uint64_t records = 10000;
    std::uint64_t seed = 1;
    std::uint64_t overlapWith = 0; ///< another seed: `overlap` of the records are that database's own; 0: none
    double overlap = 0.08;
    Shape shape = Shape::Ris;
};

/// Streams the file; memory does not grow with it. Returns its bytes, −1 if it cannot be written.
std::int64_t writeFile(const std::string& path, const FileRequest& request);

// Word lists, in generate_words_data.cpp.
extern const std::vector<std::string_view> functionWords, trialWords, wordBegins, wordMiddles, wordEnds, familyNames,
    journalFields, journalForms;

} // namespace winnow::bench
