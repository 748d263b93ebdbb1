// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>

namespace CLI {
class App;
}

/// What commands ask for, so that it is called, checked and explained the same everywhere. CLI11 stays behind this
/// door: it is slow to compile. A name that starts with "--" is an option, any other one stands in its place on the
/// line.
namespace winnow::cli {

struct OptionSpec {
    bool required = false;
    std::string type = "TEXT"; ///< what the help calls its value
    std::string needs = {}; ///< an option that must be there as well
    std::string excludes = {}; ///< an option that must not
};

/// Takes a value; answers what is wrong with it, or nothing.
using Take = std::function<std::string(const QString& value)>;

void addOption(CLI::App& app, const std::string& name, const Take& take, const std::string& help,
               const OptionSpec& spec = {});
void addText(CLI::App& app, const std::string& name, QString& target, const std::string& help,
             const OptionSpec& spec = {});
/// May be repeated; in its place on the line it takes all that is left.
void addTexts(CLI::App& app, const std::string& name, QStringList& target, const std::string& help,
              const OptionSpec& spec = {});
void addFlag(CLI::App& app, const std::string& name, bool& target, const std::string& help,
             const OptionSpec& spec = {});

/// The first word: a .winnow file.
void addProject(CLI::App& app, QString& target);
/// Who decides: required.
void addActor(CLI::App& app, QString& target);
/// Who looks; without it nobody's undisclosed votes are shown.
void addViewer(CLI::App& app, QString& target);
/// Who does what anybody may do; without it the lead.
void addHelper(CLI::App& app, QString& target);
void addStage(CLI::App& app, Stage& target);
/// A table to be read: required.
void addTable(CLI::App& app, const std::string& name, QString& target, const std::string& columns);
/// YYYY-MM-DD.
void addDate(CLI::App& app, const std::string& name, QDate& target, const std::string& help);
/// Zero or more.
void addCount(CLI::App& app, const std::string& name, qint64& target, const std::string& help, bool required = false);
/// From 0 to 1.
void addShare(CLI::App& app, const std::string& name, double& target, const std::string& help);

/// A word out of a fixed list: `parse` knows them, `choices` names them to people.
template <class Enum, class Parse>
void addWord(CLI::App& app, const std::string& name, std::optional<Enum>& target, Parse parse,
             const std::string& choices, const std::string& help, bool required = false)
{
    const auto take = [&target, parse, choices](const QString& word) {
        target = parse(word);
        return target ? std::string() : "“" + word.toStdString() + "” is none of " + choices;
    };
    addOption(app, name, take, help, {.required = required, .type = choices});
}

/// Whether a table's "yes" or "no" says yes; none: something else.
[[nodiscard]] std::optional<bool> parseYesNo(QStringView word);

} // namespace winnow::cli
