// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/RecordColumns.h"

#include "cli/Json.h"
#include "domain/Words.h"

#include <algorithm>
#include <array>

namespace winnow::cli {
namespace {

using View = RecordView;
using Pairs = std::vector<std::pair<std::string, std::string>>;

ColumnValue sourceName(const View& view, const Review& review)
{
    const Source* source = review.source(view.source);
    return source ? source->name.toStdString() : std::string();
}

ColumnValue authors(const View& view, const Review&)
{
    std::vector<std::string> names;
    for (const Author& author : view.record.authors)
        names.push_back(displayName(author));
    return names;
}

ColumnValue year(const View& view, const Review&)
{
    return view.record.year ? ColumnValue(qint64(view.record.year)) : ColumnValue();
}

ColumnValue reason(const View& view, const Review& review)
{
    const Reason* found = review.reason(view.reason);
    return found ? found->text.toStdString() : std::string();
}

/// A tag that is repeated has its texts one per line: the keys of an object are different.
ColumnValue extra(const View& view, const Review&)
{
    Pairs pairs;
    for (const auto& field : view.record.extra) {
        const auto same
            = std::find_if(pairs.begin(), pairs.end(), [&](const auto& p) { return p.first == field.first; });
        if (same == pairs.end())
            pairs.push_back(field);
        else
            same->second += '\n' + field.second;
    }
    return pairs;
}

template <std::string Record::*member> ColumnValue text(const View& view, const Review&)
{
    return view.record.*member;
}

constexpr std::array allColumns{
    RecordColumn{"id", [](const View& v, const Review&) -> ColumnValue { return v.uid.toStdString(); }},
    RecordColumn{"number", [](const View& v, const Review&) -> ColumnValue { return v.number; }},
    RecordColumn{"name", [](const View& v, const Review&) -> ColumnValue { return v.name.toStdString(); }},
    RecordColumn{"source_id", text<&Record::sourceId>},
    RecordColumn{"report", [](const View& v, const Review&) -> ColumnValue { return v.reportUid.toStdString(); }},
    RecordColumn{"source", sourceName},
    RecordColumn{"title", text<&Record::title>},
    RecordColumn{"abstract", text<&Record::abstract>},
    RecordColumn{"authors", authors},
    RecordColumn{"year", year},
    RecordColumn{"journal", text<&Record::journal>},
    RecordColumn{"volume", text<&Record::volume>},
    RecordColumn{"issue", text<&Record::issue>},
    RecordColumn{"pages", text<&Record::pages>},
    RecordColumn{"doi", text<&Record::doi>},
    RecordColumn{"pmid", text<&Record::pmid>},
    RecordColumn{"pmcid", text<&Record::pmcid>},
    RecordColumn{"nct", text<&Record::nct>},
    RecordColumn{"issn", text<&Record::issn>},
    RecordColumn{"isbn", text<&Record::isbn>},
    RecordColumn{"keywords", [](const View& v, const Review&) -> ColumnValue { return v.record.keywords; }},
    RecordColumn{"language", text<&Record::language>},
    RecordColumn{"type", text<&Record::type>},
    RecordColumn{"url", text<&Record::url>},
    RecordColumn{"extra", extra},
    RecordColumn{"place",
                 [](const View& v, const Review&) -> ColumnValue { return words::wordOf(v.place).toStdString(); }},
    RecordColumn{"reason", reason},
    RecordColumn{"line", [](const View& v, const Review&) -> ColumnValue { return v.line; }},
};

struct JsonOf {
    std::string& out;

    void operator()(std::monostate) const { out += "null"; }
    void operator()(qint64 number) const { out += std::to_string(number); }
    void operator()(const std::string& one) const { appendJson(out, std::string_view(one)); }
    void operator()(const std::vector<std::string>& several) const
    {
        out += '[';
        for (size_t i = 0; i < several.size(); ++i) {
            out += i ? "," : "";
            appendJson(out, std::string_view(several[i]));
        }
        out += ']';
    }
    void operator()(const Pairs& pairs) const
    {
        out += '{';
        for (size_t i = 0; i < pairs.size(); ++i) {
            out += i ? "," : "";
            appendJson(out, std::string_view(pairs[i].first));
            out += ':';
            appendJson(out, std::string_view(pairs[i].second));
        }
        out += '}';
    }
};

struct TextOf {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(qint64 number) const { return std::to_string(number); }
    std::string operator()(const std::string& one) const { return one; }
    std::string operator()(const std::vector<std::string>& several) const
    {
        std::string joined;
        for (const std::string& one : several)
            joined += (joined.empty() ? "" : "; ") + one;
        return joined;
    }
    std::string operator()(const Pairs& pairs) const
    {
        std::string joined;
        for (const auto& [tag, value] : pairs)
            joined += (joined.empty() ? "" : "; ") + tag + ": " + value;
        return joined;
    }
};

} // namespace

std::span<const RecordColumn> recordColumns()
{
    return allColumns;
}

const RecordColumn* recordColumn(std::string_view name)
{
    const auto found = std::find_if(allColumns.begin(), allColumns.end(),
                                    [&](const RecordColumn& column) { return name == column.name; });
    return found == allColumns.end() ? nullptr : &*found;
}

void appendJson(std::string& out, const ColumnValue& value)
{
    std::visit(JsonOf{out}, value);
}

std::string plainText(const ColumnValue& value)
{
    std::string text = std::visit(TextOf{}, value);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return text;
}

} // namespace winnow::cli
