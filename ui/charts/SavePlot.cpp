// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/SavePlot.h"

#include "charts/PlotChart.h"
#include "figures/Text.h"
#include "services/Colours.h"

#include <QBuffer>
#include <QChart>
#include <QFileInfo>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace winnow::ui {
namespace {

// In pixels of 96 to the inch: SVG's own, and Qt Charts'.
constexpr int dpi = 96;
constexpr int pngDpi = 300;
constexpr double pointsAPixel = 0.75;
constexpr int width = 640;
constexpr int margin = 16;
constexpr int gap = 10;
constexpr int columnsHeight = 280;
constexpr int barHeight = 26;
constexpr int aroundBars = 60; ///< axis and legend
constexpr int nameWidth = 260;

QFont fontOf(double pixels, bool bold = false)
{
    QFont font(figures::figureFamily());
    font.setPixelSize(int(pixels));
    font.setBold(bold);
    return font;
}

/// The page of one chart: laid out once, painted on any device.
class Page {
public:
    explicit Page(const PrintedPlot& printed)
        : m_printed(printed)
        , m_chart(printed.plot, look(printed.rightToLeft))
        , m_flags(int(Qt::TextWordWrap) | int(Qt::AlignTop) | int(printed.rightToLeft ? Qt::AlignRight : Qt::AlignLeft))
    {
        const double titleHeight = heightOf(printed.title, titleFont());
        m_title = QRectF(margin, margin, width - 2 * margin, titleHeight);
        const double high = printed.plot.shape == Plot::Shape::Columns
            ? columnsHeight
            : aroundBars + barHeight * double(printed.plot.items.size());
        m_plot = QRectF(margin, m_title.bottom() + gap, width - 2 * margin, high);
        m_note = QRectF(margin, m_plot.bottom() + gap, width - 2 * margin, heightOf(printed.note, noteFont()));
        m_scene.addItem(m_chart.chart());
        m_chart.chart()->setGeometry(QRectF(QPointF(0, 0), m_plot.size()));
        m_chart.chart()->layout()->activate();
    }

    [[nodiscard]] QSize size() const
    {
        const double bottom = m_printed.note.isEmpty() ? m_plot.bottom() : m_note.bottom();
        return {width, int(std::ceil(bottom + margin))};
    }

    void paint(QPainter& painter)
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(titleFont()); // before the first stroke: SVG would name the alias of a default font
        painter.fillRect(QRectF(QPointF(0, 0), size()), lightColours().paper);
        painter.setPen(lightColours().paperInk);
        painter.setFont(titleFont());
        painter.drawText(m_title, m_flags, m_printed.title);
        painter.setFont(noteFont());
        painter.drawText(m_note, m_flags, m_printed.note);
        // The scene's own rectangle may be of an earlier layout.
        m_scene.render(&painter, m_plot, m_chart.chart()->geometry(), Qt::KeepAspectRatio);
    }

private:
    static QFont titleFont() { return fontOf(14, true); }
    static QFont noteFont() { return fontOf(10.5); }
    static PlotLook look(bool rightToLeft)
    {
        const Colours c = lightColours();
        return {c.paper, c.paperInk, c.paperInk, c.line, c.accent, c.exclude, fontOf(11), nameWidth, rightToLeft};
    }
    [[nodiscard]] double heightOf(const QString& text, const QFont& font) const
    {
        if (text.isEmpty())
            return 0;
        const QRect room(0, 0, width - 2 * margin, 10000);
        return QFontMetrics(font).boundingRect(room, m_flags, text).height();
    }

    const PrintedPlot& m_printed;
    QGraphicsScene m_scene;
    PlotChart m_chart;
    int m_flags;
    QRectF m_title;
    QRectF m_plot;
    QRectF m_note;
};

QByteArray svgBytes(const PrintedPlot& printed)
{
    Page page(printed);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(dpi);
    svg.setSize(page.size());
    svg.setViewBox(QRect(QPoint(0, 0), page.size()));
    svg.setTitle(printed.title);
    svg.setDescription(printed.note);
    QPainter painter(&svg);
    page.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pdfBytes(const PrintedPlot& printed)
{
    Page page(printed);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter pdf(&buffer);
    pdf.setTitle(printed.title);
    pdf.setCreator(QStringLiteral("Winnow"));
    pdf.setPageSize(QPageSize(QSizeF(page.size()) * pointsAPixel, QPageSize::Point, QString(), QPageSize::ExactMatch));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&pdf);
    painter.scale(double(pdf.resolution()) / dpi, double(pdf.resolution()) / dpi);
    page.paint(painter);
    painter.end();
    return bytes;
}

QByteArray pngBytes(const PrintedPlot& printed)
{
    Page page(printed);
    const double scale = double(pngDpi) / dpi;
    QImage image((QSizeF(page.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDotsPerMeterX(int(std::lround(pngDpi / 0.0254)));
    image.setDotsPerMeterY(int(std::lround(pngDpi / 0.0254)));
    image.setText(QStringLiteral("Title"), printed.title);
    QPainter painter(&image);
    painter.scale(scale, scale);
    page.paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

Result<QByteArray> plotBytes(const PrintedPlot& printed, const QString& suffix)
{
    const QString kind = suffix.toLower();
    if (kind == QLatin1String("svg"))
        return svgBytes(printed);
    if (kind == QLatin1String("pdf"))
        return pdfBytes(printed);
    if (kind == QLatin1String("png"))
        return pngBytes(printed);
    return fail(ErrorCode::BadInput, suffix);
}

Result<void> savePlot(const PrintedPlot& printed, const QString& path)
{
    const auto bytes = plotBytes(printed, QFileInfo(path).suffix());
    if (!bytes)
        return fail(ErrorCode::BadInput, path);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return fail(ErrorCode::FileNotWritable, path, file.errorString());
    return {};
}

} // namespace winnow::ui
