// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/screening/ReaderDocument.h"

#include "panels/screening/AbstractSections.h"
#include "panels/screening/RecordLinks.h"
#include "widgets/KeyCap.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace winnow::ui {

namespace {

constexpr std::size_t authorsShown = 3;

QString text(const std::string& utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size())).simplified();
}

QString tr(const char* words)
{
    return QCoreApplication::translate("Reader", words);
}

/// Writes a document paragraph by paragraph in the roles of the theme.
class Setter {
public:
    Setter(QTextDocument& document, const ReaderLook& look) : m_cursor(&document), m_look(look) { }

    /// Begins a paragraph whose lines are `line` pixels high, with `above` pixels before it.
    void paragraph(double line, int above)
    {
        QTextBlockFormat format;
        format.setLineHeight(m_look.theme.px(line), QTextBlockFormat::FixedHeight);
        format.setTopMargin(m_look.theme.px(above));
        if (m_first)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format, QTextCharFormat());
        m_first = false;
    }
    void write(const QString& words, Text size, const QColor& colour)
    {
        m_cursor.insertText(words, format(size, colour));
    }
    /// With a dotted line under what is known by name; its tip says what it is.
    void writeMarked(const QString& words, Text size, const QColor& colour)
    {
        if (!m_look.findings)
            return write(words, size, colour);
        for (const MarkedStretch& stretch : markedText(words, *m_look.findings)) {
            QTextCharFormat written = format(size, colour);
            if (!stretch.tip.isEmpty()) {
                written.setUnderlineStyle(QTextCharFormat::DotLine);
                written.setUnderlineColor(m_look.theme.colours().dim);
                written.setToolTip(stretch.tip);
            }
            m_cursor.insertText(stretch.text, written);
        }
    }
    void dim(const QString& words) { write(words, Text::Body, m_look.theme.colours().dim); }
    void label(const QString& words)
    {
        QTextCharFormat spaced = format(Text::Section, m_look.theme.colours().dim);
        if (!words.isRightToLeft()) {
            spaced.setFontCapitalization(QFont::AllUppercase);
            spaced.setFontLetterSpacingType(QFont::AbsoluteSpacing);
            spaced.setFontLetterSpacing(0.06 * QFontInfo(m_look.theme.font(Text::Section)).pixelSize());
        }
        m_cursor.insertText(words, spaced);
        m_cursor.insertText(QString(2, QChar(QChar::Nbsp)), format(Text::Reading, m_look.theme.colours().ink));
    }
    void link(const QString& words, const QString& target)
    {
        QTextCharFormat anchor = format(Text::Body, m_look.theme.colours().accent);
        anchor.setAnchor(true);
        anchor.setAnchorHref(target);
        m_cursor.insertText(words, anchor);
    }
    void key(Action action)
    {
        const QString shown = m_look.keys.keyText(action);
        if (shown.isEmpty())
            return;
        m_cursor.insertText(QString(QChar(QChar::Nbsp)), format(Text::Small, m_look.theme.colours().dim));
        QTextCharFormat badge;
        badge.setObjectType(KeyInText::kind);
        badge.setProperty(KeyInText::keyProperty, shown);
        badge.setVerticalAlignment(QTextCharFormat::AlignMiddle);
        m_cursor.insertText(QString(QChar(QChar::ObjectReplacementCharacter)), badge);
    }

private:
    [[nodiscard]] QTextCharFormat format(Text size, const QColor& colour) const
    {
        QTextCharFormat written;
        written.setFont(m_look.theme.font(size));
        written.setForeground(colour);
        return written;
    }

    QTextCursor m_cursor;
    const ReaderLook& m_look;
    bool m_first = true;
};

QString shortName(const Author& author)
{
    return text(author.given.empty() || author.collective ? author.family : author.family + " " + author.given);
}

void setAuthors(Setter& setter, const Record& record, bool all)
{
    const std::size_t n = record.authors.size();
    const std::size_t shown = all || n <= authorsShown + 1 ? n : authorsShown;
    QStringList names;
    for (std::size_t i = 0; i < shown; ++i)
        names << shortName(record.authors[i]);
    setter.dim(names.join(QStringLiteral(", ")));
    if (shown < n) {
        setter.dim(QStringLiteral(", "));
        setter.link(tr(QT_TRANSLATE_NOOP("Reader", "and %1 more")).arg(n - shown), QStringLiteral("winnow:authors"));
    } else if (n > authorsShown + 1) {
        setter.dim(QStringLiteral(" "));
        setter.link(tr(QT_TRANSLATE_NOOP("Reader", "fewer")), QStringLiteral("winnow:authors"));
    }
}

QString journalLine(const Record& record)
{
    QString line = text(record.journal);
    QString place = text(record.volume);
    if (!record.issue.empty())
        place += QLatin1Char('(') + text(record.issue) + QLatin1Char(')');
    if (!record.pages.empty())
        place += (place.isEmpty() ? QString() : QStringLiteral(":")) + text(record.pages);
    if (!place.isEmpty())
        line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + place;
    return line;
}

void setSource(Setter& setter, const Record& record, const ReaderLook& look)
{
    QStringList parts;
    if (look.number)
        parts << QLatin1Char('#') + QString::number(look.number);
    if (record.year > 0)
        parts << QString::number(record.year);
    for (const QString& part : {journalLine(record), text(record.type)}) {
        if (!part.isEmpty())
            parts << part;
    }
    const QString dot = QStringLiteral(" · ");
    setter.dim(parts.join(dot));
    bool first = parts.isEmpty();
    for (const RecordLink& one : recordLinks(record)) {
        if (!first)
            setter.dim(dot);
        first = false;
        setter.link(one.text, one.url.toString(QUrl::FullyEncoded));
        if (one.key)
            setter.key(*one.key);
    }
    if (look.findings && !look.findings->freePlace.isEmpty()) {
        setter.dim(first ? QString() : dot);
        setter.link(tr(QT_TRANSLATE_NOOP("Reader", "free to read")), look.findings->freePlace);
    }
}

void setNoAbstract(Setter& setter, const Record& record, const ReaderLook& look)
{
    const Theme& theme = look.theme;
    setter.paragraph(theme.readingSize() * Theme::readingLine, 24);
    setter.write(tr(QT_TRANSLATE_NOOP("Reader", "This record has no abstract.")), Text::Reading, theme.colours().ink);
    setter.paragraph(22, 6);
    setter.dim(tr(QT_TRANSLATE_NOOP("Reader", "Judge it by its title, or look it up:")));
    struct Way {
        bool there;
        Action action;
        QString words;
    };
    const std::array ways{
        Way{!record.doi.empty(), Action::OpenDoi, tr(QT_TRANSLATE_NOOP("Reader", "Open the DOI"))},
        Way{!record.pmid.empty() || !record.title.empty(), Action::OpenPubmed,
            record.pmid.empty() ? tr(QT_TRANSLATE_NOOP("Reader", "Look for the title in PubMed"))
                                : tr(QT_TRANSLATE_NOOP("Reader", "Open in PubMed"))},
        Way{look.library, Action::OpenLibrary, tr(QT_TRANSLATE_NOOP("Reader", "Ask my library"))},
    };
    for (const Way& way : ways) {
        if (!way.there)
            continue;
        setter.paragraph(26, 2);
        setter.link(way.words, QStringLiteral("winnow:%1").arg(int(way.action)));
        setter.key(way.action);
    }
}

void setAbstract(Setter& setter, const Record& record, const Theme& theme)
{
    int above = 24;
    const QString abstract = QString::fromUtf8(record.abstract.data(), qsizetype(record.abstract.size()));
    for (const AbstractSection& section : abstractSections(abstract)) {
        setter.paragraph(theme.readingSize() * Theme::readingLine, above);
        if (!section.label.isEmpty())
            setter.label(section.label);
        setter.writeMarked(section.text, Text::Reading, theme.colours().ink);
        above = 12;
    }
}

/// Over the title, where nobody misses it; with a sign and words, not by colour alone.
void setNotices(Setter& setter, const ReaderLook& look)
{
    if (!look.findings)
        return;
    const Colours& colours = look.theme.colours();
    for (const ReaderFindings::Line& line : look.findings->notices) {
        setter.paragraph(22, 0);
        setter.write(QStringLiteral("\u26A0\u2002") + line.text, Text::Strong,
                     line.grave ? colours.exclude : colours.dim);
    }
    if (!look.findings->notices.empty()) {
        setter.paragraph(10, 0);
        setter.dim({});
    }
}

} // namespace

QSizeF KeyInText::intrinsicSize(QTextDocument*, int, const QTextFormat& format)
{
    return KeyCap::sizeOf(m_theme, format.property(keyProperty).toString());
}

void KeyInText::drawObject(QPainter* painter, const QRectF& rect, QTextDocument*, int, const QTextFormat& format)
{
    KeyCap::paint(*painter, m_theme, rect.toRect(), format.property(keyProperty).toString());
}

void setRecord(QTextDocument& document, const Record& record, const ReaderLook& look)
{
    const Theme& theme = look.theme;
    Setter setter(document, look);
    setNotices(setter, look);
    setter.paragraph(1.3 * 21 * theme.readingSize() / Theme::defaultReadingSize, 0);
    const QString title
        = record.title.empty() ? tr(QT_TRANSLATE_NOOP("Reader", "Without a title")) : text(record.title);
    setter.writeMarked(title, Text::Title, theme.colours().ink);
    if (!record.authors.empty()) {
        setter.paragraph(22, 10);
        setAuthors(setter, record, look.allAuthors);
    }
    setter.paragraph(22, record.authors.empty() ? 10 : 2);
    setSource(setter, record, look);
    if (record.abstract.empty())
        setNoAbstract(setter, record, look);
    else
        setAbstract(setter, record, theme);
}

} // namespace winnow::ui
