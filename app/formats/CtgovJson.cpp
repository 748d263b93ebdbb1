// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/CtgovJson.h"

#include "formats/Identifiers.h"
#include "formats/JsonEntries.h"
#include "formats/Text.h"
#include "formats/TextInput.h"

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;
using Node = std::uint32_t;

constexpr std::array<string_view, 1> ctgovLists{"studies"};
constexpr std::array<string_view, 1> ctgovOwn{"protocolSection"};
constexpr JsonEntryKeys ctgovKeys{ctgovLists, ctgovOwn};

/// The interface of 2019 to 2024 ("full studies").
constexpr std::array<string_view, 2> classicLists{"FullStudiesResponse", "FullStudies"};
constexpr std::array<string_view, 1> classicOwn{"Study"};
constexpr JsonEntryKeys classicKeys{classicLists, classicOwn};

/// What it called the fields that have a place in a record. All others are kept under the name they come with.
string_view nowCalled(string_view path)
{
    struct Renamed {
        string_view classic;
        string_view now;
    };
    static constexpr std::array renamed{
        Renamed{"IdentificationModule.NCTId", "identificationModule.nctId"},
        Renamed{"IdentificationModule.BriefTitle", "identificationModule.briefTitle"},
        Renamed{"IdentificationModule.OfficialTitle", "identificationModule.officialTitle"},
        Renamed{"StatusModule.StudyFirstSubmitDate", "statusModule.studyFirstSubmitDate"},
        Renamed{"StatusModule.StartDateStruct.StartDate", "statusModule.startDateStruct.date"},
        Renamed{"DescriptionModule.BriefSummary", "descriptionModule.briefSummary"},
        Renamed{"ConditionsModule.ConditionList.Condition", "conditionsModule.conditions"},
        Renamed{"ConditionsModule.KeywordList.Keyword", "conditionsModule.keywords"},
        Renamed{"ArmsInterventionsModule.InterventionList.Intervention", "armsInterventionsModule.interventions"},
    };
    const auto found
        = std::find_if(renamed.begin(), renamed.end(), [&](const Renamed& field) { return field.classic == path; });
    return found == renamed.end() ? path : found->now;
}

class CtgovAssembler {
public:
    explicit CtgovAssembler(const JsonDocument& study) : study_(study) { }

    Record take()
    {
        const Node root = JsonDocument::root;
        if (study_.empty() || study_.isText(root))
            return {};
        sections(root);
        finish();
        return std::move(record_);
    }

private:
    void sections(Node study)
    {
        for (Node node = study_.firstIn(study); node != JsonDocument::none; node = study_.after(node, study)) {
            const string_view key = study_[node].key;
            const bool object = study_[node].kind == JsonDocument::Kind::Object;
            if (key == "protocolSection" || key == "ProtocolSection")
                flatten({}, node);
            else if (key == "Study" && object && study == JsonDocument::root)
                sections(node);
            else
                keep(keyOf(node), study_.isText(node) ? study_.text(node) : std::string(study_[node].raw));
        }
    }

    [[nodiscard]] std::string keyOf(Node node) const
    {
        std::string key;
        appendJsonDecoded(key, study_[node].key);
        return key;
    }

    /// Walks down the objects; lists end in one field.
    void flatten(const std::string& path, Node object)
    {
        for (Node node = study_.firstIn(object); node != JsonDocument::none; node = study_.after(node, object)) {
            const std::string below = path.empty() ? keyOf(node) : path + "." + keyOf(node);
            if (study_[node].kind == JsonDocument::Kind::Object)
                flatten(below, node);
            else if (study_[node].kind == JsonDocument::Kind::Array)
                list(below, node);
            else
                field(below, study_.text(node));
        }
    }

    void list(const std::string& written, Node array)
    {
        const string_view path = nowCalled(written);
        const bool keywords = path == "conditionsModule.conditions" || path == "conditionsModule.keywords";
        std::string joined;
        for (Node node = study_.firstIn(array); node != JsonDocument::none; node = study_.after(node, array)) {
            if (path == "armsInterventionsModule.interventions")
                record_.keywords.push_back(oneLine(study_.text(node, "name") + study_.text(node, "InterventionName")));
            if (keywords)
                record_.keywords.push_back(oneLine(study_.text(node)));
            appendItem(joined, study_.isText(node) ? study_.text(node) : std::string(study_[node].raw), "; ");
        }
        if (!keywords)
            keep(written, joined);
    }

    void field(const std::string& written, const std::string& value)
    {
        const string_view path = nowCalled(written);
        if (path == "identificationModule.briefTitle")
            record_.title = oneLine(value);
        else if (path == "identificationModule.officialTitle")
            official_ = oneLine(value);
        else if (path == "identificationModule.nctId")
            record_.nct = findNct(value);
        else if (path == "descriptionModule.briefSummary")
            record_.abstract = paragraphs(value);
        else
            keep(written, paragraphs(value));
        if (path == "statusModule.studyFirstSubmitDate" || path == "statusModule.startDateStruct.date")
            year(value, path == "statusModule.studyFirstSubmitDate");
    }

    /// The year of registration, which is when the entry was published; else that of the start.
    void year(const std::string& date, bool registered)
    {
        if (registered || record_.year == 0)
            record_.year = yearOf(date);
    }

    void keep(const std::string& path, std::string value)
    {
        if (!value.empty())
            record_.extra.emplace_back(path, std::move(value));
    }

    void finish()
    {
        if (record_.title.empty())
            record_.title = official_;
        else if (official_ != record_.title)
            keep("identificationModule.officialTitle", official_);
        std::erase(record_.keywords, std::string());
        record_.sourceId = record_.nct;
        if (!record_.nct.empty())
            record_.url = "https://clinicaltrials.gov/study/" + record_.nct;
        record_.type = "Registry entry";
        record_.database = "ClinicalTrials.gov";
    }

    const JsonDocument& study_;
    Record record_;
    std::string official_;
};

} // namespace

Record ctgovRecord(const JsonDocument& study)
{
    return CtgovAssembler(study).take();
}

int ctgovJsonLikeness(string_view head, QStringView)
{
    JsonDocument entry;
    return firstJsonEntry(head, ctgovKeys, entry) || firstJsonEntry(head, classicKeys, entry) ? 95 : 0;
}

Result<void> readCtgovJson(TextInput& input, ReadSink& sink)
{
    if (input.buffered().empty())
        input.fill();
    JsonDocument entry;
    const bool classic
        = !firstJsonEntry(input.buffered(), ctgovKeys, entry) && firstJsonEntry(input.buffered(), classicKeys, entry);
    readJsonEntries(input, sink, classic ? classicKeys : ctgovKeys, ctgovRecord);
    return {};
}

} // namespace winnow::formats
