// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/SaveFigure.h"

#include "figures/Paint.h"
#include "figures/Text.h"

#include <QBuffer>
#include <QFileInfo>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace winnow::figures {
namespace {

constexpr double pointsPerInch = 72;
constexpr int pngDpi = 300;

void paintScaled(const Figure& figure, QPaintDevice& device, double dpi)
{
    QPainter painter(&device);
    painter.scale(dpi / pointsPerInch, dpi / pointsPerInch);
    paint(figure, painter);
}

/// Readers may lack our font: Verdana has nearly the same widths, then any sans serif. Text content cannot match,
/// its quotes are escaped.
QByteArray withFallbackFonts(QByteArray svg)
{
    const QByteArray ours = "font-family=\"" + figureFamily().toUtf8();
    const QByteArray alone = ours + '"';
    const QByteArray withOthers = ours + ", Verdana, Helvetica, Arial, sans-serif\"";
    return svg.replace(alone, withOthers);
}

QByteArray svgBytes(const Figure& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(static_cast<int>(pointsPerInch)); // one unit is one point, in the view box and in font sizes
    svg.setSize(QSizeF(std::ceil(figure.size.width()), std::ceil(figure.size.height())).toSize());
    svg.setViewBox(QRectF(QPointF(0, 0), figure.size));
    svg.setTitle(figure.title);
    svg.setDescription(figure.description);
    paintScaled(figure, svg, pointsPerInch);
    return withFallbackFonts(bytes);
}

QPageSize pageOf(const Figure& figure)
{
    return QPageSize(figure.size, QPageSize::Point, QString(), QPageSize::ExactMatch);
}

QByteArray pdfOf(const std::vector<Figure>& pages)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setTitle(pages.front().title);
    pdf.setCreator(QStringLiteral("Winnow"));
    pdf.setPageSize(pageOf(pages.front()));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&pdf);
    painter.scale(pdf.resolution() / pointsPerInch, pdf.resolution() / pointsPerInch);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0) {
            pdf.setPageSize(pageOf(pages[i]));
            pdf.newPage();
        }
        paint(pages[i], painter);
    }
    painter.end();
    return bytes;
}

QByteArray pdfBytes(const Figure& figure)
{
    return pdfOf({figure});
}

QByteArray pngBytes(const Figure& figure)
{
    constexpr double scale = pngDpi / pointsPerInch;
    QImage image(static_cast<int>(std::ceil(figure.size.width() * scale)),
                 static_cast<int>(std::ceil(figure.size.height() * scale)), QImage::Format_RGB32);
    image.fill(Qt::white);
    const int dotsPerMetre = static_cast<int>(std::lround(pngDpi / 0.0254));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.setText(QStringLiteral("Title"), figure.title);
    image.setText(QStringLiteral("Description"), figure.description);
    paintScaled(figure, image, pngDpi);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

struct Writer {
    QString suffix;
    QByteArray (*bytes)(const Figure&);
};

const std::vector<Writer>& writers()
{
    static const std::vector<Writer> list = {
        {QStringLiteral("svg"), svgBytes},
        {QStringLiteral("pdf"), pdfBytes},
        {QStringLiteral("png"), pngBytes},
    };
    return list;
}

Failure notWritten(const QSaveFile& file, const QString& path)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, path, file.errorString());
}

Result<void> write(const QByteArray& bytes, const QString& path)
{
    const QFileInfo target(path);
    if (target.exists() && !target.isFile()) // a folder, pipe or device must never be replaced by a file
        return fail(ErrorCode::FileNotWritable, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file, path);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return notWritten(file, path);
    return {};
}

Result<QStringList> saved(const Result<void>& written, const QStringList& names)
{
    if (!written)
        return Failure(written.error());
    return names;
}

} // namespace

QStringList figureSuffixes()
{
    QStringList suffixes;
    for (const Writer& writer : writers())
        suffixes << writer.suffix;
    return suffixes;
}

Result<QByteArray> figureBytes(const Figure& figure, const QString& suffix)
{
    for (const Writer& writer : writers())
        if (writer.suffix.compare(suffix, Qt::CaseInsensitive) == 0)
            return writer.bytes(figure);
    return fail(ErrorCode::BadInput, suffix);
}

Result<void> saveFigure(const Figure& figure, const QString& path)
{
    const Result<QByteArray> bytes = figureBytes(figure, QFileInfo(path).suffix());
    if (!bytes)
        return fail(bytes.error().code, path, bytes.error().context);
    return write(*bytes, path);
}

Result<QStringList> saveFigures(const std::vector<Figure>& pages, const QString& path)
{
    const QFileInfo target(path);
    if (pages.empty())
        return fail(ErrorCode::BadInput, path);
    if (target.suffix().compare(QStringLiteral("pdf"), Qt::CaseInsensitive) == 0)
        return saved(write(pdfOf(pages), path), {path});
    QStringList names;
    for (const Figure& page : pages) {
        const QString name = names.isEmpty()
            ? path
            : QStringLiteral("%1/%2-%3.%4")
                  .arg(target.path(), target.completeBaseName(), QString::number(names.size() + 1), target.suffix());
        if (const Result<void> written = saveFigure(page, name); !written)
            return Failure(written.error());
        names << name;
    }
    return names;
}

} // namespace winnow::figures
