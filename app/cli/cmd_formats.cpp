// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/Commands.h"
#include "cli/Context.h"
#include "formats/Format.h"

#include <QJsonArray>

namespace winnow::cli {
namespace {

class Formats : public Command {
public:
    void addOptions(CLI::App&) override { }

    Result<void> run(Context& context) override
    {
        QJsonArray list;
        QString text;
        for (const formats::Format& format : formats::registry()) {
            const QString id = QString::fromLatin1(format.id);
            const QString name = QString::fromUtf8(format.name);
            const QStringList extensions = QString::fromLatin1(format.extensions).split(QLatin1Char(' '));
            list.append(QJsonObject{{QStringLiteral("id"), id},
                                    {QStringLiteral("name"), name},
                                    {QStringLiteral("extensions"), QJsonArray::fromStringList(extensions)},
                                    {QStringLiteral("reads"), format.reads},
                                    {QStringLiteral("writes"), format.writes}});
            text += QStringLiteral("%1 %2 %3 %4\n")
                        .arg(id, -14)
                        .arg(name, -22)
                        .arg(access(format), -12)
                        .arg(extensions.join(QStringLiteral(", ")));
        }
        context.answer({{QStringLiteral("formats"), list}}, text);
        return {};
    }

private:
    static QString access(const formats::Format& format)
    {
        if (format.reads && format.writes)
            return QStringLiteral("read, write");
        return format.reads ? QStringLiteral("read") : QStringLiteral("write");
    }
};

} // namespace

std::unique_ptr<Command> makeFormats()
{
    return std::make_unique<Formats>();
}

} // namespace winnow::cli
