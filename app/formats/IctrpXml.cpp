// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/IctrpXml.h"

#include "formats/Identifiers.h"
#include "formats/Text.h"
#include "formats/XmlEntries.h"
#include "formats/XmlEntryReader.h"

#include <array>

namespace winnow::formats {
namespace {

using std::string_view;

constexpr std::array<string_view, 1> trialNames{"Trial"};
constexpr std::array<std::string_view, 1> trialLists{"Trials_downloaded_from_ICTRP"};
constexpr XmlEntryNames trialEntries{"Trial", trialNames, trialLists};

/// The portal's texts carry line ends as "<br>".
std::string withLineEnds(string_view text)
{
    std::string plain;
    while (!text.empty()) {
        const auto at = std::min(findNoCase(text, "<br"), text.size());
        const auto end = text.substr(at, 8).find('>');
        if (at < text.size() && end == npos) {
            plain += text.substr(0, at + 3);
            text.remove_prefix(at + 3);
            continue;
        }
        plain += text.substr(0, at);
        plain += at < text.size() ? "\n" : "";
        text.remove_prefix(std::min(at == text.size() ? at : at + end + 1, text.size()));
    }
    return paragraphs(plain);
}

class IctrpAssembler final : private XmlEntryReader {
public:
    explicit IctrpAssembler(string_view xml) : XmlEntryReader(xml) { }

    Record take()
    {
        walk();
        finish();
        return std::move(record_);
    }

private:
    [[nodiscard]] bool isInline(string_view) const override { return depth() >= 2; }

    void text(string_view value) override
    {
        const string_view name = up(0);
        if (name == "TrialID")
            record_.sourceId = oneLine(value);
        else if (name == "Public_title")
            record_.title = oneLine(value);
        else if (name == "Scientific_title")
            scientific_ = oneLine(value);
        else if (name == "web_address")
            record_.url = oneLine(value);
        else if (name == "Condition" || name == "Intervention")
            words(value);
        else if (name != "Trial")
            record_.extra.emplace_back(name, withLineEnds(value));
        if (name == "Date_registration3" || (name == "Date_registration" && record_.year == 0))
            record_.year = yearOf(value);
    }

    void words(string_view value)
    {
        const std::string lines = withLineEnds(value);
        for (const string_view line : pieces(lines, "\n")) {
            for (const string_view word : pieces(line, ";"))
                record_.keywords.emplace_back(word);
        }
    }

    void finish()
    {
        if (record_.title.empty())
            record_.title = scientific_;
        else if (!scientific_.empty() && scientific_ != record_.title)
            record_.extra.emplace_back("Scientific_title", scientific_);
        record_.nct = nctOf(record_.sourceId);
        if (record_.title.empty() && record_.sourceId.empty())
            return;
        record_.type = "Registry entry";
        record_.database = "ICTRP";
    }

    Record record_;
    std::string scientific_;
};

} // namespace

Record ictrpRecord(string_view xml)
{
    return IctrpAssembler(xml).take();
}

int ictrpXmlLikeness(string_view head, QStringView)
{
    const bool portal = head.find("<TrialID>") != npos || head.find("Trials_downloaded_from_ICTRP") != npos;
    return portal && findXmlEntry(head, trialEntries) != npos ? 95 : 0;
}

Result<void> readIctrpXml(TextInput& input, ReadSink& sink)
{
    readXmlEntries(input, sink, trialEntries, ictrpRecord);
    return {};
}

} // namespace winnow::formats
