// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/Icons.h"

#include "services/Theme.h"

#include <QFileInfo>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

#include <algorithm>
#include <array>

namespace winnow::ui {

namespace {

struct SignName {
    Sign sign;
    const char* name;
};

constexpr std::array signNames{
    SignName{Sign::Overview, "go-home"},
    SignName{Sign::Sources, "server-database"},
    SignName{Sign::Duplicates, "merge"},
    SignName{Sign::Screening, "view-filter"},
    SignName{Sign::FullTexts, "document-multiple"},
    SignName{Sign::Conflicts, "vcs-merge-request"},
    SignName{Sign::RiskOfBias, "flag"},
    SignName{Sign::Extraction, "table"},
    SignName{Sign::Synthesis, "office-chart-scatter"},
    SignName{Sign::Report, "news-subscribe"},
    SignName{Sign::Sharing, "document-share"},
    SignName{Sign::Open, "document-open"},
    SignName{Sign::New, "document-new"},
    SignName{Sign::Save, "document-save"},
    SignName{Sign::Import, "document-import"},
    SignName{Sign::Export, "document-export"},
    SignName{Sign::Print, "document-print"},
    SignName{Sign::Copy, "edit-copy"},
    SignName{Sign::Paste, "edit-paste"},
    SignName{Sign::Delete, "edit-delete"},
    SignName{Sign::Edit, "document-edit"},
    SignName{Sign::Add, "list-add"},
    SignName{Sign::Remove, "list-remove"},
    SignName{Sign::Close, "window-close"},
    SignName{Sign::Cancel, "dialog-cancel"},
    SignName{Sign::Ok, "dialog-ok"},
    SignName{Sign::Undo, "edit-undo"},
    SignName{Sign::Redo, "edit-redo"},
    SignName{Sign::Find, "edit-find"},
    SignName{Sign::Filter, "view-filter"},
    SignName{Sign::Sort, "view-sort"},
    SignName{Sign::Refresh, "view-refresh"},
    SignName{Sign::Settings, "configure"},
    SignName{Sign::Keys, "configure-shortcuts"},
    SignName{Sign::Help, "help-contents"},
    SignName{Sign::Info, "documentinfo"},
    SignName{Sign::Warning, "messagebox_warning"},
    SignName{Sign::Error, "error"},
    SignName{Sign::Question, "question"},
    SignName{Sign::Back, "go-previous"},
    SignName{Sign::Forward, "go-next"},
    SignName{Sign::Up, "go-up"},
    SignName{Sign::Down, "go-down"},
    SignName{Sign::More, "overflow-menu"},
    SignName{Sign::Link, "link"},
    SignName{Sign::Note, "note"},
    SignName{Sign::Label, "tag"},
    SignName{Sign::Person, "user"},
    SignName{Sign::People, "group"},
    SignName{Sign::Hidden, "view-hidden"},
    SignName{Sign::Shown, "view-visible"},
    SignName{Sign::Lock, "lock"},
    SignName{Sign::History, "view-history"},
    SignName{Sign::Folder, "document-open-folder"},
    SignName{Sign::Document, "documentation"},
    SignName{Sign::Pdf, "viewpdf"},
    SignName{Sign::Chart, "office-chart-bar"},
    SignName{Sign::Table, "view-list-details"},
    SignName{Sign::List, "view-list-text"},
    SignName{Sign::ZoomIn, "zoom-in"},
    SignName{Sign::ZoomOut, "zoom-out"},
    SignName{Sign::FullScreen, "view-fullscreen"},
    SignName{Sign::Calendar, "view-calendar"},
    SignName{Sign::SidePanel, "sidebar-collapse"},
};

// The small drawings of Breeze are lines in one ink; the large ones are paintings, so that even large signs are drawn
// from the small ones, as vectors.
constexpr int smallDrawing = 16;
constexpr int largeDrawing = 22;

QString drawingIn(const QString& folder, const QString& name, int size)
{
    for (const char* kind : {"actions", "places", "status"}) {
        const QString file = QStringLiteral("%1/breeze/%2/%3/%4.svg")
                                 .arg(folder, QString::fromLatin1(kind), QString::number(size), name);
        if (QFileInfo::exists(file))
            return file;
    }
    return {};
}

QString drawingOf(const QString& name, int size)
{
    const bool small = size < (smallDrawing + largeDrawing) / 2;
    for (const int drawn : {small ? smallDrawing : largeDrawing, small ? largeDrawing : smallDrawing}) {
        for (const QString& folder : QIcon::themeSearchPaths()) {
            if (QString file = drawingIn(folder, name, drawn); !file.isEmpty())
                return file;
        }
    }
    return {};
}

/// The shape of a sign in one colour. Without Breeze whatever icon theme there is, without any an empty picture.
QPixmap drawn(const QString& name, const QSize& pixels, int designSize, const QColor& colour)
{
    const QString key = QStringLiteral("winnow-sign/%1/%2/%3/%4")
                            .arg(name, QString::number(pixels.width()), QString::number(designSize), colour.name());
    QPixmap result;
    if (QPixmapCache::find(key, &result))
        return result;
    result = QPixmap(pixels);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    if (const QString file = drawingOf(name, designSize); !file.isEmpty())
        QSvgRenderer(file).render(&painter);
    else
        QIcon::fromTheme(name).paint(&painter, result.rect());
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(result.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, result);
    return result;
}

/// Draws a sign in the theme's present ink, whenever it is drawn.
class InkEngine final : public QIconEngine {
public:
    InkEngine(const Theme& theme, QString name) : m_theme(&theme), m_name(std::move(name)) { }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1;
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        painter->drawPixmap(square, scaledPixmap(square.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = std::min(size.width(), size.height());
        return drawn(m_name, QSize(side, side), int(side / scale), inkFor(mode));
    }
    QIconEngine* clone() const override { return new InkEngine(*this); }
    QString key() const override { return QStringLiteral("winnow-ink"); }

private:
    QColor inkFor(QIcon::Mode mode) const
    {
        if (!m_theme)
            return Qt::gray;
        const Colours& colours = m_theme->colours();
        if (mode == QIcon::Disabled)
            return mixed(colours.window, colours.dim, 0.5);
        return mode == QIcon::Selected ? colours.selectionText : colours.ink;
    }

    QPointer<const Theme> m_theme;
    QString m_name;
};

} // namespace

QString Icons::nameOf(Sign sign)
{
    const auto found = std::find_if(signNames.begin(), signNames.end(),
                                    [sign](const SignName& entry) { return entry.sign == sign; });
    return found == signNames.end() ? QString() : QString::fromLatin1(found->name);
}

std::vector<Sign> Icons::all()
{
    std::vector<Sign> signs;
    for (const SignName& entry : signNames)
        signs.push_back(entry.sign);
    return signs;
}

QIcon Icons::icon(Sign sign) const
{
    return QIcon(new InkEngine(m_theme, nameOf(sign)));
}

QPixmap Icons::pixmap(Sign sign, int size, const QColor& colour, qreal ratio) const
{
    QPixmap result = drawn(nameOf(sign), QSize(size, size) * ratio, size, colour);
    result.setDevicePixelRatio(ratio);
    return result;
}

QString Icons::fileOf(Sign sign, int size)
{
    return drawingOf(nameOf(sign), size);
}

void Icons::chooseTheme(bool dark)
{
    const QString folder = QStringLiteral("/usr/share/icons");
    QStringList paths = QIcon::themeSearchPaths();
    if (!paths.contains(folder))
        QIcon::setThemeSearchPaths(paths << folder);
    QIcon::setThemeName(dark ? QStringLiteral("breeze-dark") : QStringLiteral("breeze"));
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
}

} // namespace winnow::ui
