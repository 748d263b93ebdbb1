// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/Reader.h"

#include "panels/screening/ReaderDocument.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTextFrame>

namespace winnow::ui {

namespace {

constexpr int sideMargin = 24;
constexpr int topMargin = 26;

} // namespace

Reader::Reader(const Theme& theme, const Keys& keys, QWidget* parent)
    : QTextBrowser(parent)
    , m_theme(theme)
    , m_keys(keys)
{
    setAccessibleName(tr("Record"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    document()->setDocumentMargin(0);
    document()->documentLayout()->registerHandler(KeyInText::kind, new KeyInText(theme, this));
    connect(this, &QTextBrowser::anchorClicked, this, &Reader::follow);
    connect(&theme, &Theme::changed, this, &Reader::set);
    connect(&theme, &Theme::readingSizeChanged, this, &Reader::set);
    connect(&keys, &Keys::changed, this, &Reader::set);
}

void Reader::showRecord(const Record& record, bool library, qint64 number, ReaderFindings findings)
{
    m_record = record;
    m_findings = std::move(findings);
    m_number = number;
    m_filled = true;
    m_library = library;
    m_allAuthors = false;
    set();
    verticalScrollBar()->setValue(0);
}

void Reader::setFindings(ReaderFindings findings)
{
    m_findings = std::move(findings);
    set();
}

void Reader::clearRecord()
{
    m_record = {};
    m_filled = false;
    document()->clear();
}

void Reader::set()
{
    if (!m_filled)
        return;
    const int scrolled = verticalScrollBar()->value();
    document()->clear();
    // One block of edits: the page is laid out once, not with each piece of text.
    QTextCursor whole(document());
    whole.beginEditBlock();
    setRecord(*document(), m_record, {m_theme, m_keys, m_allAuthors, m_library, m_number, &m_findings});
    m_marginsFor = -1;
    setMargins();
    whole.endEditBlock();
    moveCursor(QTextCursor::Start);
    verticalScrollBar()->setValue(scrolled);
}

void Reader::setMargins()
{
    const int width = viewport()->width();
    if (width == m_marginsFor)
        return;
    m_marginsFor = width;
    const int side = m_theme.px(sideMargin);
    const int rest = std::max(side, width - side - m_theme.readingMeasure());
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QTextFrameFormat format = document()->rootFrame()->frameFormat();
    format.setTopMargin(m_theme.px(topMargin));
    format.setBottomMargin(m_theme.px(topMargin));
    format.setLeftMargin(mirrored ? rest : side);
    format.setRightMargin(mirrored ? side : rest);
    document()->rootFrame()->setFrameFormat(format);
}

void Reader::resizeEvent(QResizeEvent* event)
{
    setMargins();
    QTextBrowser::resizeEvent(event);
}

void Reader::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(event->rect(), m_theme.colours().page);
    QTextBrowser::paintEvent(event);
}

QVariant Reader::loadResource(int, const QUrl&)
{
    return {};
}

void Reader::scrollPage(int pages)
{
    QScrollBar* bar = verticalScrollBar();
    // Two lines stay in sight, so that the eye finds its place.
    const int kept = int(2 * m_theme.readingSize() * Theme::readingLine);
    bar->setValue(bar->value() + pages * std::max(kept, bar->pageStep() - kept));
}

bool Reader::onLink() const
{
    const QTextCursor cursor = textCursor();
    return cursor.hasSelection() && cursor.charFormat().isAnchor();
}

void Reader::follow(const QUrl& url)
{
    if (url.scheme() != QLatin1String("winnow"))
        return Q_EMIT linkChosen(url);
    if (url.path() == QLatin1String("authors")) {
        m_allAuthors = !m_allAuthors;
        return set();
    }
    bool known = false;
    const int action = url.path().toInt(&known);
    if (known)
        Q_EMIT actionChosen(Action(action));
}

} // namespace winnow::ui
