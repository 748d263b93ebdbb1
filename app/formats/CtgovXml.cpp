// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CtgovXml.h"

#include "formats/Identifiers.h"
#include "formats/Text.h"
#include "formats/XmlEntries.h"
#include "formats/XmlEntryReader.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 1> studyNames{"clinical_study"};
constexpr std::array<std::string_view, 2> studyLists{"search_results", "study"};
constexpr XmlEntryNames studyEntries{"clinical_study", studyNames, studyLists};

class CtgovXmlAssembler final : private XmlEntryReader {
public:
    explicit CtgovXmlAssembler(string_view xml) : XmlEntryReader(xml) { }

    Record take()
    {
        walk();
        finish();
        return std::move(record_);
    }

private:
    [[nodiscard]] bool isInline(string_view) const override { return false; }

    void text(string_view value) override
    {
        const string_view name = up(0);
        const string_view parent = up(1);
        if (name == "brief_title")
            record_.title = oneLine(value);
        else if (name == "official_title")
            official_ = oneLine(value);
        else if (name == "nct_id" && record_.nct.empty())
            record_.nct = findNct(value);
        else if (name == "textblock" && parent == "brief_summary")
            record_.abstract = unwrapped(value);
        else if (name == "condition" || name == "keyword" || name == "intervention_name")
            record_.keywords.push_back(oneLine(value));
        else if (name == "url" && parent == "required_header")
            record_.url = oneLine(value);
        else
            keep(value);
        const bool submitted = name == "firstreceived_date" || name == "study_first_submitted";
        if (submitted || (name == "start_date" && record_.year == 0))
            record_.year = yearOf(value);
    }

    /// The register breaks its texts in lines of 90 letters; an empty line parts paragraphs.
    static std::string unwrapped(string_view value)
    {
        std::string text;
        std::string paragraph;
        for (value = trimmed(value); !value.empty();) {
            const auto end = std::min(value.find('\n'), value.size());
            const string_view line = trimmed(value.substr(0, end));
            value.remove_prefix(std::min(end + 1, value.size()));
            if (line.empty())
                appendItem(text, std::exchange(paragraph, {}), "\n");
            else
                appendItem(paragraph, line, " ");
        }
        appendItem(text, paragraph, "\n");
        return text;
    }

    void keep(string_view value)
    {
        const bool inBlock = up(0) == "textblock";
        const string_view name = inBlock ? up(1) : up(0);
        const string_view parent = inBlock ? up(2) : up(1);
        const bool top = depth() <= (inBlock ? 3U : 2U);
        std::string tag = top ? std::string(name) : std::string(parent) + "/" + std::string(name);
        record_.extra.emplace_back(std::move(tag), inBlock ? unwrapped(value) : paragraphs(value));
    }

    void finish()
    {
        if (record_.title.empty())
            record_.title = official_;
        else if (!official_.empty() && official_ != record_.title)
            record_.extra.emplace_back("official_title", official_);
        record_.sourceId = record_.nct;
        if (record_.title.empty() && record_.nct.empty())
            return;
        record_.type = "Registry entry";
        record_.database = "ClinicalTrials.gov";
    }

    Record record_;
    std::string official_;
};

} // namespace

Record ctgovXmlRecord(string_view xml)
{
    return CtgovXmlAssembler(xml).take();
}

int ctgovXmlLikeness(string_view head, QStringView)
{
    return findXmlEntry(head, studyEntries) == npos ? 0 : 95;
}

Result<void> readCtgovXml(TextInput& input, ReadSink& sink)
{
    readXmlEntries(input, sink, studyEntries, ctgovXmlRecord);
    return {};
}

} // namespace winnow::formats
