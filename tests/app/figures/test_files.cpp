// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/FlowCases.h"
#include "figures/FlowFigure.h"
#include "figures/SaveFigure.h"
#include "support/Suite.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

namespace suite_files {

using namespace winnow;
using namespace winnow::figures;

namespace {

Figure interim()
{
    FlowOptions options;
    options.otherMethods = true;
    return flowFigure(test::interimFlow(), options);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString in(const QString& name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void suffixes()
    {
        QCOMPARE(figureSuffixes(), QStringList({QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("png")}));
    }

    void svgKeepsTextAsText()
    {
        const Figure figure = interim();
        QVERIFY(saveFigure(figure, in(QStringLiteral("flow.SVG"))));
        const QByteArray svg = contents(in(QStringLiteral("flow.SVG")));
        QVERIFY(svg.contains("viewBox=\"0 0 770 "));
        QVERIFY(svg.contains("width=\"271.639mm\"")); // 770 pt
        QVERIFY(svg.contains("font-size=\"7.5\""));
        QVERIFY(svg.contains("sans-serif\""));
        QXmlStreamReader xml(svg);
        QStringList texts;
        QString title;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"text")
                texts << xml.readElementText();
            else if (xml.isStartElement() && xml.name() == u"title")
                title = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(texts.contains(QStringLiteral("Records screened (n = 2,310)‡")));
        QVERIFY(texts.contains(QStringLiteral("Identification")));
        QCOMPARE(title, QStringLiteral("PRISMA 2020 flow diagram"));
        QVERIFY(svg.contains("<desc>Records identified"));
    }

    void svgEscapesNames()
    {
        const auto svg = figureBytes(flowFigure(test::extremeFlow()), QStringLiteral("svg"));
        QVERIFY(svg);
        QXmlStreamReader xml(*svg);
        bool found = false;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters && xml.text() == u"<Register> & \"Sons\" (n = 7)")
                found = true;
        QVERIFY(!xml.hasError());
        QVERIFY(found);
    }

    void pdfIsOnePageOfTheFiguresSize()
    {
        const Figure figure = interim();
        const QString path = in(QStringLiteral("flow.pdf"));
        QVERIFY(saveFigure(figure, path));
        const QByteArray pdf = contents(path);
        QVERIFY(pdf.startsWith("%PDF-1."));
        QVERIFY(pdf.contains("/FontFile2"));
        QVERIFY(!pdf.contains("/Subtype /Image"));
        const QByteArray box = "/MediaBox [0 0 770 " + QByteArray::number(qRound(figure.size.height()));
        QVERIFY2(QByteArray(pdf).replace(".000000", "").replace(".00", "").contains(box), box.constData());
    }

    void pdfCanBeSearched()
    {
        const QString tool = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
        if (tool.isEmpty())
            QSKIP("pdftotext is not installed");
        const QString path = in(QStringLiteral("search.pdf"));
        QVERIFY(saveFigure(interim(), path));
        QProcess process;
        process.start(tool, {QStringLiteral("-layout"), path, QStringLiteral("-")});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        for (const char* label : {"Identification of studies via databases and registers", "Records identified from:",
                                  "Records removed before screening:", "Reports sought for retrieval (n = 96)",
                                  "Interim: records pending (n = 414), reports pending (n = 22)"})
            QVERIFY2(text.contains(QString::fromUtf8(label)), label);
    }

    void pngIsDrawnAt300Dpi()
    {
        Figure figure = interim();
        figure.size = QSizeF(770, 500);
        const QString path = in(QStringLiteral("flow.png"));
        QVERIFY(saveFigure(figure, path));
        const QImage image(path);
        QCOMPARE(image.size(), QSize(3209, 2084)); // ceilings of 770 and 500 × 300 / 72
        QCOMPARE(image.dotsPerMeterX(), 11811);
        QCOMPARE(image.text(QStringLiteral("Title")), QStringLiteral("PRISMA 2020 flow diagram"));
        QVERIFY(image.text(QStringLiteral("Description")).startsWith(QStringLiteral("Records identified")));
        QCOMPARE(image.pixelColor(0, 0), QColor(Qt::white));
    }

    void replacesAnOlderFile()
    {
        const QString path = in(QStringLiteral("again.svg"));
        QVERIFY(saveFigure(flowFigure(FlowCounts{}), path));
        QVERIFY(saveFigure(flowFigure(test::typicalFlow()), path));
        QVERIFY(contents(path).contains("2,310"));
    }

    void refusesUnknownExtensions()
    {
        for (const char* name : {"flow.gif", "flow", "flow."}) {
            const QString path = in(QString::fromUtf8(name));
            const Result<void> result = saveFigure(interim(), path);
            QVERIFY(!result);
            QCOMPARE(result.error().code, ErrorCode::BadInput);
            QCOMPARE(result.error().context, path);
            QVERIFY(!QFile::exists(path));
        }
    }

    void leavesNothingBehindWhenItCannotWrite()
    {
        QTemporaryDir folder;
        const QString missing = folder.filePath(QStringLiteral("no/such/folder/flow.svg"));
        const Result<void> result = saveFigure(interim(), missing);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::FileNotWritable);
        QCOMPARE(result.error().context, missing);
        QVERIFY(!result.error().detail.isEmpty());

        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("flow.pdf")));
        const Result<void> overFolder = saveFigure(interim(), folder.filePath(QStringLiteral("flow.pdf")));
        QVERIFY(!overFolder);
        QCOMPARE(overFolder.error().code, ErrorCode::FileNotWritable);
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList(QStringLiteral("flow.pdf")));
    }

    void neverReplacesAPipe()
    {
        const QString pipe = in(QStringLiteral("pipe.svg"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const Result<void> result = saveFigure(interim(), pipe);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::FileNotWritable);
        struct stat status = {};
        QCOMPARE(stat(QFile::encodeName(pipe).constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }

    /// A limit on the size of files stands in for a full disk.
    void keepsTheOlderFileWhenThereIsNoRoom()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("flow.svg"));
        QVERIFY(saveFigure(flowFigure(FlowCounts{}), path));
        const QByteArray older = contents(path);

        rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{1000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const Result<void> result = saveFigure(interim(), path);
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);

        QVERIFY(!result);
        QCOMPARE(contents(path), older);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("flow.svg")));
    }
};

WINNOW_WINDOW_TEST(TestFiles)

} // namespace suite_files

#include "test_files.moc"
