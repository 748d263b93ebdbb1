// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

/// Runs the real command line as users do, and looks at what comes back.
namespace winnow::tests {

struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject json() const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
    }
    [[nodiscard]] QStringList errorLines() const
    {
        return QString::fromUtf8(err).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    [[nodiscard]] QStringList keys() const { return json().keys(); }
};

inline constexpr int patience = 120000; ///< ms

/// Any program, as it is.
inline Run runProgram(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments, QIODevice::ReadOnly);
    Run run;
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit)
        run.code = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

inline QString program()
{
    return QStringLiteral(WINNOW_CLI_UNDER_TEST);
}

inline Run call(const QStringList& arguments)
{
    return runProgram(program(), arguments);
}

/// A folder of its own for one test, with small files in it.
class Bench {
public:
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }

    QString write(const QString& name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    [[nodiscard]] static QByteArray read(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// `n` articles in RIS: "Trial 1 of sour honey" …, years from 2001, DOIs 10.5555/PREFIX.1 …
    QString ris(const QString& name, int n, const QByteArray& prefix) const
    {
        QByteArray text;
        for (int i = 1; i <= n; ++i) {
            const QByteArray number = QByteArray::number(i);
            text += "TY  - JOUR\nTI  - Trial " + number + " of sour honey, " + prefix
                + "\nAU  - Mara, Lea\nAU  - Ott, B.\nPY  - " + QByteArray::number(2000 + i)
                + "\nT2  - Journal of Honey\nDO  - 10.5555/" + prefix + "." + number
                + "\nAB  - We gave honey to bees.\nC1  - first\nC1  - second\nAN  - " + prefix + number
                + "\nER  - \n\n";
        }
        return write(name, text);
    }

    /// A project of Ana (lead) and Ben with six records of two sources, no duplicates.
    QString project(const QString& name = QStringLiteral("p.winnow")) const
    {
        const QString file = path(name);
        if (call({QStringLiteral("new"), file, QStringLiteral("--title"), QStringLiteral("Honey"),
                  QStringLiteral("--reviewer"), QStringLiteral("Ana"), QStringLiteral("--reviewer"),
                  QStringLiteral("Ben"), QStringLiteral("--fulltext-reason"), QStringLiteral("Wrong population"),
                  QStringLiteral("--fulltext-reason"), QStringLiteral("Not honey")})
                    .code
                != 0
            || call({QStringLiteral("import"), file, ris(QStringLiteral("a.ris"), 4, "aa"), QStringLiteral("--source"),
                     QStringLiteral("PubMed")})
                    .code
                != 0
            || call({QStringLiteral("import"), file, ris(QStringLiteral("b.ris"), 2, "bb"), QStringLiteral("--source"),
                     QStringLiteral("ClinicalTrials.gov")})
                    .code
                != 0)
            qFatal("cannot make a project");
        return file;
    }

private:
    QTemporaryDir m_folder;
};

/// The ids of a project's records, in order.
inline QStringList idsOf(const QString& project, const QStringList& more = {})
{
    QStringList ids;
    const QStringList words{QStringLiteral("records"), project, QStringLiteral("--json"), QStringLiteral("--fields"),
                            QStringLiteral("id")};
    for (const QJsonValue& record : call(words + more).json()[QLatin1String("records")].toArray())
        ids << record[QLatin1String("id")].toString();
    return ids;
}

} // namespace winnow::tests
