// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/SectionLabel.h"

#include <QEvent>
#include <QFontInfo>

namespace winnow::ui {

TextLabel::TextLabel(const Theme& theme, Text size, const QString& text, QWidget* parent)
    : QLabel(text, parent)
    , m_theme(theme)
    , m_size(size)
{
    setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, [this] { dress(); });
    connect(&theme, &Theme::readingSizeChanged, this, [this] { dress(); });
    TextLabel::dress();
}

void TextLabel::setDim(bool dim)
{
    m_dim = dim;
    dress();
}

void TextLabel::dress()
{
    setFont(m_theme.font(m_size));
    QPalette palette;
    palette.setColor(QPalette::WindowText, m_dim ? m_theme.colours().dim : m_theme.colours().ink);
    setPalette(palette);
}

bool TextLabel::event(QEvent* event)
{
    if (event->type() == QEvent::Polish)
        keepSide();
    return QLabel::event(event);
}

/// QLabel aligns by the direction of the text, the layouts by the direction of the window.
void TextLabel::keepSide()
{
    const Qt::Alignment sides = alignment() & (Qt::AlignLeft | Qt::AlignRight);
    if (!isRightToLeft() || !sides || alignment().testFlag(Qt::AlignAbsolute))
        return;
    const Qt::Alignment mirrored = sides.testFlag(Qt::AlignLeft) ? Qt::AlignRight : Qt::AlignLeft;
    setAlignment((alignment() & Qt::AlignVertical_Mask) | mirrored | Qt::AlignAbsolute);
}

SectionLabel::SectionLabel(const Theme& theme, const QString& text, Case letters, QWidget* parent)
    : TextLabel(theme, Text::Section, text, parent)
    , m_case(letters)
{
    setDim(true);
}

void SectionLabel::dress()
{
    TextLabel::dress();
    if (m_case == Case::AsWritten || text().isRightToLeft())
        return; // spacing would tear joined letters apart
    QFont spaced = font();
    spaced.setCapitalization(QFont::AllUppercase);
    spaced.setLetterSpacing(QFont::AbsoluteSpacing, 0.06 * QFontInfo(spaced).pixelSize());
    setFont(spaced);
}

} // namespace winnow::ui
