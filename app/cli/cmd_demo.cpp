// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "cli/Options.h"
#include "project/Demo.h"

namespace winnow::cli {
namespace {

class Demo : public Command {
public:
    void addOptions(CLI::App& app) override { addProject(app, m_path); }

    Result<void> run(Context& context) override
    {
        if (auto written = writeExample(m_path, context.clock(), context.job()); !written)
            return written;
        context.answer({{QStringLiteral("project"), m_path}}, QStringLiteral("Created %1").arg(m_path));
        return {};
    }

private:
    QString m_path;
};

} // namespace

std::unique_ptr<Command> makeDemo()
{
    return std::make_unique<Demo>();
}

} // namespace winnow::cli
