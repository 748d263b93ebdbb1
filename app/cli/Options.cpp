// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Options.h"

#include "domain/Words.h"

#include <charconv>

namespace winnow::cli {

CLI::Option* addText(CLI::App& app, const std::string& name, QString& target, const std::string& help)
{
    const auto take = [&target](const std::string& text) { target = QString::fromStdString(text); };
    return app.add_option_function<std::string>(name, take, help)->type_name("TEXT");
}

CLI::Option* addProject(CLI::App& app, QString& target)
{
    return addText(app, "project", target, "the project file")->required()->type_name("FILE.winnow");
}

CLI::Option* addActor(CLI::App& app, QString& target)
{
    return addText(app, "--as", target, "the reviewer who acts")->required()->type_name("NAME");
}

CLI::Option* addViewer(CLI::App& app, QString& target)
{
    return addText(app, "--as", target, "the reviewer who looks; without it nobody's undisclosed votes are shown")
        ->type_name("NAME");
}

CLI::Option* addStage(CLI::App& app, Stage& target)
{
    const auto take = [&target](const std::string& word) {
        const auto stage = words::parseStage(QString::fromStdString(word));
        if (!stage)
            throw CLI::ValidationError("--stage", "“" + word + "” is none of: title, fulltext");
        target = *stage;
    };
    return app.add_option_function<std::string>("--stage", take, "title (and abstract) or fulltext")
        ->required()
        ->type_name("title|fulltext");
}

CLI::Option* addDate(CLI::App& app, const std::string& name, QDate& target, const std::string& help)
{
    const auto take = [name, &target](const std::string& text) {
        target = QDate::fromString(QString::fromStdString(text), Qt::ISODate);
        if (!target.isValid())
            throw CLI::ValidationError(name, "“" + text + "” is no date like 2026-05-03");
    };
    return app.add_option_function<std::string>(name, take, help)->type_name("DATE");
}

CLI::Option* addCount(CLI::App& app, const std::string& name, qint64& target, const std::string& help)
{
    const auto take = [name, &target](const std::string& text) {
        qint64 number = -1;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size() || number < 0)
            throw CLI::ValidationError(name, "“" + text + "” is no count: 0, 1, 2 …");
        target = number;
    };
    return app.add_option_function<std::string>(name, take, help)->type_name("N");
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
