// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/appraisal/editor/RulesEdit.h"

#include "services/Theme.h"

#include <QPainter>
#include <QRegularExpression>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QSyntaxHighlighter>
#include <QTextBlock>

namespace winnow::ui {

namespace {

constexpr int numbersWidth = 26;
constexpr int fewestLines = 3;
constexpr int mostLines = 14;

/// The words that carry a rule stand out a little, so that a long one can be read.
class RuleWords final : public QSyntaxHighlighter {
public:
    RuleWords(const Theme& theme, QTextDocument* document) : QSyntaxHighlighter(document), m_theme(theme) { }

protected:
    void highlightBlock(const QString& text) override
    {
        static const QRegularExpression words(QStringLiteral("\\b(if|then|otherwise|and|or|ask|you decide)\\b"),
                                              QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
        QTextCharFormat strong;
        strong.setForeground(m_theme.colours().accent);
        for (auto it = words.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), strong);
        }
        QTextCharFormat plain;
        plain.setForeground(m_theme.colours().ink);
        for (auto it = quoted.globalMatch(text); it.hasNext();) {
            const auto match = it.next();
            setFormat(int(match.capturedStart()), int(match.capturedLength()), plain);
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

RulesEdit::RulesEdit(const Theme& theme, const QString& name, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_numbers(new QWidget(this))
{
    setAccessibleName(name);
    setPlaceholderText(tr("if 1.2 is N or PN then High"));
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    // Rules are read from left to right whatever the language of the window is.
    QTextOption direction = document()->defaultTextOption();
    direction.setTextDirection(Qt::LeftToRight);
    document()->setDefaultTextOption(direction);
    setLayoutDirection(Qt::LeftToRight);
    setViewportMargins(theme.px(numbersWidth), 0, 0, 0);
    m_numbers->installEventFilter(this);
    auto* words = new RuleWords(theme, document());
    connect(&theme, &Theme::changed, words, &QSyntaxHighlighter::rehighlight);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (!m_showing)
            Q_EMIT written(rules());
    });
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this] { m_numbers->update(); });
    fit();
}

QStringList RulesEdit::rules() const
{
    const QString text = toPlainText();
    return text.isEmpty() ? QStringList() : text.split(QLatin1Char('\n'));
}

void RulesEdit::setRules(const QStringList& rules)
{
    if (rules == this->rules())
        return;
    const QScopedValueRollback showing(m_showing, true);
    setPlainText(rules.join(QLatin1Char('\n')));
}

void RulesEdit::setRemarks(const std::vector<appraisal::Remark>& remarks)
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const appraisal::Remark& remark : remarks) {
        const QTextBlock block = document()->findBlockByNumber(remark.line);
        if (remark.line < 0 || !block.isValid())
            continue;
        QTextEdit::ExtraSelection mark;
        mark.format.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
        mark.format.setUnderlineColor(remark.fault() ? m_theme.colours().exclude : m_theme.colours().maybe);
        mark.cursor = QTextCursor(block);
        const int from = std::clamp(remark.at - 1, 0, std::max(0, block.length() - 2));
        mark.cursor.setPosition(block.position() + from);
        if (remark.at > 0)
            mark.cursor.movePosition(QTextCursor::EndOfWord, QTextCursor::KeepAnchor);
        if (!mark.cursor.hasSelection())
            mark.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        marks << mark;
    }
    setExtraSelections(marks);
}

void RulesEdit::goTo(int line, int at)
{
    const QTextBlock block = document()->findBlockByNumber(std::max(0, line));
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::clamp(at - 1, 0, std::max(0, block.length() - 1)));
    setTextCursor(cursor);
    setFocus();
}

/// As high as its lines, within reason.
void RulesEdit::fit()
{
    // The layout of a plain text measures its height in lines, those that are broken among them.
    const int lines = std::clamp(int(document()->size().height()) + 1, fewestLines, mostLines);
    const QFontMetrics metrics(font());
    setFixedHeight(lines * metrics.lineSpacing() + 2 * frameWidth() + 2 * int(document()->documentMargin())
                   + m_theme.px(6));
}

void RulesEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
    const QRect all = contentsRect();
    m_numbers->setGeometry(all.left(), all.top(), m_theme.px(numbersWidth), all.height());
}

void RulesEdit::paintNumbers()
{
    QPainter painter(m_numbers);
    painter.setFont(m_theme.font(Text::Small));
    painter.setPen(m_theme.colours().dim);
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF where = blockBoundingGeometry(block).translated(contentOffset());
        if (where.top() > m_numbers->height())
            break;
        if (!block.text().trimmed().isEmpty())
            painter.drawText(QRectF(0, where.top() + viewport()->y() - m_numbers->y(),
                                    m_numbers->width() - m_theme.px(6), QFontMetrics(font()).lineSpacing()),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
    }
}

bool RulesEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_numbers && event->type() == QEvent::Paint) {
        paintNumbers();
        return true;
    }
    return QPlainTextEdit::eventFilter(watched, event);
}

} // namespace winnow::ui
