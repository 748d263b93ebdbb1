// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Options.h"

#include "domain/Words.h"

#include <CLI/CLI.hpp>

#include <charconv>

namespace winnow::cli {
namespace {

void apply(CLI::App& app, CLI::Option& option, const OptionSpec& spec)
{
    option.required(spec.required);
    if (!spec.needs.empty())
        option.needs(app.get_option(spec.needs));
    if (!spec.excludes.empty())
        option.excludes(app.get_option(spec.excludes));
}

template <class Number> bool readNumber(const std::string& text, Number& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && error == std::errc() && end == text.data() + text.size();
}

} // namespace

void addOption(CLI::App& app, const std::string& name, const Take& take, const std::string& help,
               const OptionSpec& spec)
{
    const auto checked = [name, take](const std::string& value) {
        const std::string wrong = take(QString::fromStdString(value));
        if (!wrong.empty())
            throw CLI::ValidationError(name, wrong);
    };
    CLI::Option* option = app.add_option_function<std::string>(name, checked, help);
    option->type_name(spec.type);
    apply(app, *option, spec);
}

void addText(CLI::App& app, const std::string& name, QString& target, const std::string& help, const OptionSpec& spec)
{
    const auto take = [&target](const QString& text) {
        target = text;
        return std::string();
    };
    addOption(app, name, take, help, spec);
}

void addTexts(CLI::App& app, const std::string& name, QStringList& target, const std::string& help,
              const OptionSpec& spec)
{
    const auto take = [&target](const std::vector<std::string>& texts) {
        for (const std::string& text : texts)
            target << QString::fromStdString(text);
    };
    CLI::Option* option = app.add_option_function<std::vector<std::string>>(name, take, help);
    option->type_name(spec.type);
    if (name.starts_with("--"))
        option->allow_extra_args(false); // "--reviewer Ana PROJECT" names one reviewer
    apply(app, *option, spec);
}

void addFlag(CLI::App& app, const std::string& name, bool& target, const std::string& help, const OptionSpec& spec)
{
    apply(app, *app.add_flag(name, target, help), spec);
}

void addProject(CLI::App& app, QString& target)
{
    addText(app, "project", target, "the project file", {.required = true, .type = "FILE.winnow"});
}

void addActor(CLI::App& app, QString& target)
{
    addText(app, "--as", target, "the reviewer who acts", {.required = true, .type = "NAME"});
}

void addViewer(CLI::App& app, QString& target)
{
    addText(app, "--as", target, "the reviewer who looks; without it nobody's undisclosed votes are shown",
            {.type = "NAME"});
}

void addHelper(CLI::App& app, QString& target)
{
    addText(app, "--as", target, "the reviewer who acts; without it the lead", {.type = "NAME"});
}

void addStage(CLI::App& app, Stage& target)
{
    const auto take = [&target](const QString& word) {
        const auto stage = words::parseStage(word);
        target = stage.value_or(Stage::Title);
        return stage ? std::string() : "“" + word.toStdString() + "” is none of title, fulltext";
    };
    addOption(app, "--stage", take, "title (and abstract) or fulltext", {.required = true, .type = "title|fulltext"});
}

void addTable(CLI::App& app, const std::string& name, QString& target, const std::string& columns)
{
    addText(app, name, target, "table with the columns " + columns, {.required = true, .type = "FILE.csv"});
}

void addDate(CLI::App& app, const std::string& name, QDate& target, const std::string& help)
{
    const auto take = [&target](const QString& text) {
        target = QDate::fromString(text, Qt::ISODate);
        return target.isValid() ? std::string() : "“" + text.toStdString() + "” is no date like 2026-05-03";
    };
    addOption(app, name, take, help, {.type = "DATE"});
}

void addCount(CLI::App& app, const std::string& name, qint64& target, const std::string& help, bool required)
{
    const auto take = [&target](const QString& text) {
        const std::string digits = text.toStdString();
        return readNumber(digits, target) && target >= 0 ? std::string() : "“" + digits + "” is no count";
    };
    addOption(app, name, take, help, {.required = required, .type = "N"});
}

void addShare(CLI::App& app, const std::string& name, double& target, const std::string& help)
{
    const auto take = [&target](const QString& text) {
        const std::string digits = text.toStdString();
        const bool good = readNumber(digits, target) && target >= 0 && target <= 1;
        return good ? std::string() : "“" + digits + "” is no number from 0 to 1";
    };
    addOption(app, name, take, help, {.type = "X"});
}

std::optional<bool> parseYesNo(QStringView word)
{
    const QStringView bare = word.trimmed();
    if (bare.compare(QLatin1String("yes"), Qt::CaseInsensitive) == 0)
        return true;
    if (bare.compare(QLatin1String("no"), Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

} // namespace winnow::cli
