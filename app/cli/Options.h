// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"

#include <CLI/CLI.hpp>

#include <QDate>
#include <QString>

#include <optional>
#include <string>

/// Options that several commands share, so that they are called, checked and explained the same everywhere.
namespace winnow::cli {

/// Any text, as UTF-8.
CLI::Option* addText(CLI::App& app, const std::string& name, QString& target, const std::string& help);
/// The first word: a .winnow file.
CLI::Option* addProject(CLI::App& app, QString& target);
/// Who decides: required.
CLI::Option* addActor(CLI::App& app, QString& target);
/// Who looks; without it nobody's undisclosed votes are shown.
CLI::Option* addViewer(CLI::App& app, QString& target);
CLI::Option* addStage(CLI::App& app, Stage& target);
/// YYYY-MM-DD.
CLI::Option* addDate(CLI::App& app, const std::string& name, QDate& target, const std::string& help);
/// Zero or more.
CLI::Option* addCount(CLI::App& app, const std::string& name, qint64& target, const std::string& help);

/// A word out of a fixed list: `parse` knows them, `choices` names them to people.
template <class Enum, class Parse>
CLI::Option* addWord(CLI::App& app, const std::string& name, std::optional<Enum>& target, Parse parse,
                     const std::string& choices, const std::string& help)
{
    const auto take = [name, &target, parse, choices](const std::string& word) {
        target = parse(QString::fromStdString(word));
        if (!target)
            throw CLI::ValidationError(name, "“" + word + "” is none of: " + choices);
    };
    return app.add_option_function<std::string>(name, take, help)->type_name(choices);
}

/// Whether a table's "yes" or "no" says yes; none: something else.
[[nodiscard]] std::optional<bool> parseYesNo(QStringView word);

} // namespace winnow::cli
