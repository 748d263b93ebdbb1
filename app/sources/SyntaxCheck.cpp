// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/SyntaxCheck.h"

#include "sources/Asking.h"
#include "sources/Syntax.h"

#include <QRegularExpression>

#include <algorithm>

namespace winnow::sources {
namespace {

/// The smallest parts that the checks speak of.
struct Token {
    enum class Kind { Open, Close, Operator, Operand };
    Kind kind = Kind::Operand;
    qsizetype at = 0;
    QString text;
};

class QueryCheck {
public:
    QueryCheck(const QString& text, const Syntax& syntax) : m_text(text), m_syntax(syntax) { }

    std::vector<QueryRemark> run()
    {
        quotes();
        if (m_syntax.booleans) {
            tokenise();
            brackets();
            operators();
        }
        tags();
        stars();
        lines();
        std::stable_sort(m_remarks.begin(), m_remarks.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        return std::move(m_remarks);
    }

private:
    void quotes();
    void tokenise();
    void brackets();
    void operators();
    bool besideOperator(size_t i);
    void tags();
    void checkTag(const QRegularExpressionMatch& match);
    void stars();
    void lines();
    void say(qsizetype at, qsizetype length, bool wrong, const QString& sentence)
    {
        m_remarks.push_back({at, length, wrong, sentence});
    }

    const QString& m_text;
    const Syntax& m_syntax;
    QString m_bare; ///< the text with spaces for what is quoted
    std::vector<Token> m_tokens;
    std::vector<QueryRemark> m_remarks;
};

void QueryCheck::quotes()
{
    m_bare = m_text;
    qsizetype open = -1;
    bool curly = false;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const QChar c = m_text[i];
        if ((c == QChar(0x201c) || c == QChar(0x201d) || c == QChar(0x201e)) && !curly) {
            say(i, 1, true, words(QT_TRANSLATE_NOOP("Words", "Curly quotes are not read as quotes: write \"…\".")));
            curly = true;
        }
        if (c == QLatin1Char('"'))
            open = open < 0 ? i : -1;
        if (open >= 0 || c == QLatin1Char('"'))
            m_bare[i] = QLatin1Char('_');
    }
    if (open >= 0)
        say(open, 1, true, words(QT_TRANSLATE_NOOP("Words", "A quote is opened and not closed.")));
}

/// Square brackets belong to the word before them.
void QueryCheck::tokenise()
{
    static const QRegularExpression parts(QStringLiteral(R"(\(|\)|(?:[^\s()\[]|\[[^\]]*\]?)+)"));
    for (auto it = parts.globalMatch(m_bare); it.hasNext();) {
        const auto match = it.next();
        const QString text = match.captured();
        const bool word = text == QLatin1String("AND") || text == QLatin1String("OR") || text == QLatin1String("NOT");
        const Token::Kind kind = text == QLatin1String("(") ? Token::Kind::Open
            : text == QLatin1String(")")                    ? Token::Kind::Close
            : word                                          ? Token::Kind::Operator
                                                            : Token::Kind::Operand;
        m_tokens.push_back({kind, match.capturedStart(), text});
    }
}

void QueryCheck::brackets()
{
    std::vector<qsizetype> open;
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        const Token& token = m_tokens[i];
        if (token.kind == Token::Kind::Open)
            open.push_back(token.at);
        if (token.kind != Token::Kind::Close)
            continue;
        if (open.empty())
            say(token.at, 1, true, words(QT_TRANSLATE_NOOP("Words", "A bracket is closed that was not opened.")));
        else
            open.pop_back();
        if (i > 0 && m_tokens[i - 1].kind == Token::Kind::Open)
            say(token.at, 1, true, words(QT_TRANSLATE_NOOP("Words", "There is nothing between the brackets.")));
    }
    for (const qsizetype at : open)
        say(at, 1, true, words(QT_TRANSLATE_NOOP("Words", "A bracket is opened and not closed.")));
}

/// An operator stands between two things; "AND NOT" is one. False: this one does not.
bool QueryCheck::besideOperator(size_t i)
{
    const Token& token = m_tokens[i];
    const bool negates = token.text == QLatin1String("NOT");
    const Token* before = i > 0 ? &m_tokens[i - 1] : nullptr;
    const Token* after = i + 1 < m_tokens.size() ? &m_tokens[i + 1] : nullptr;
    const bool nothingBefore = !before || before->kind == Token::Kind::Open
        || (before->kind == Token::Kind::Operator && !(negates && before->text == QLatin1String("AND")));
    const bool nothingAfter = !after || after->kind == Token::Kind::Close
        || (after->kind == Token::Kind::Operator && after->text != QLatin1String("NOT"));
    if (!nothingAfter && (!nothingBefore || (negates && m_syntax.fields != Syntax::Fields::Brackets)))
        return true;
    say(token.at, token.text.size(), true,
        words(QT_TRANSLATE_NOOP("Words", "There is nothing beside “%1” that it could join.")).arg(token.text));
    return false;
}

void QueryCheck::operators()
{
    std::vector<QString> levels{QString()};
    bool told = false;
    bool small = false;
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        const Token& token = m_tokens[i];
        const QString upper = token.text.toUpper();
        if (token.kind == Token::Kind::Open)
            levels.emplace_back();
        else if (token.kind == Token::Kind::Close && levels.size() > 1)
            levels.pop_back();
        else if (token.kind == Token::Kind::Operand && !small && token.text != upper && i > 0
                 && (upper == QLatin1String("AND") || upper == QLatin1String("OR") || upper == QLatin1String("NOT"))) {
            small = true;
            say(token.at, token.text.size(), false,
                words(QT_TRANSLATE_NOOP("Words", "“%1” in small letters may be read as a word: write %2."))
                    .arg(token.text, upper));
        }
        if (token.kind != Token::Kind::Operator)
            continue;
        if (!besideOperator(i) || token.text == QLatin1String("NOT"))
            continue;
        if (!told && !levels.back().isEmpty() && levels.back() != token.text) {
            told = true;
            say(token.at, token.text.size(), false,
                words(QT_TRANSLATE_NOOP("Words", "AND and OR stand beside each other without brackets. %1"))
                    .arg(words(m_syntax.mixed)));
        }
        levels.back() = token.text;
    }
}

void QueryCheck::tags()
{
    using Fields = Syntax::Fields;
    if (m_syntax.known.empty())
        return;
    static const QRegularExpression inBrackets(QStringLiteral(R"(\[([^\]\[]*)\])"));
    static const QRegularExpression called(QStringLiteral(R"(([A-Za-z][\w-]+)\()"));
    const QRegularExpression& tag = m_syntax.fields == Fields::Brackets ? inBrackets : called;
    for (auto it = tag.globalMatch(m_bare); it.hasNext();)
        checkTag(it.next());
}

/// A tag that the database does not know is no error there: it searches all fields for the word.
void QueryCheck::checkTag(const QRegularExpressionMatch& match)
{
    static const QRegularExpression distance(QStringLiteral(R"(:~\d+$)"));
    QString name = match.captured(1).trimmed().toLower();
    name.remove(distance);
    if (m_syntax.fields == Syntax::Fields::Call
        && (name == QLatin1String("indexterms") || name == QLatin1String("limit-to")
            || name == QLatin1String("exclude")))
        return say(
            match.capturedStart(1), match.capturedLength(1), true,
            words(QT_TRANSLATE_NOOP("Words", "%1 works on the web page of the database only.")).arg(match.captured(1)));
    const auto& known = m_syntax.known;
    if (std::any_of(known.begin(), known.end(), [&](const char* one) { return name == QLatin1String(one); }))
        return;
    for (const FieldTag& tag : m_syntax.tags) {
        const QString text = QString::fromLatin1(tag.text).toLower();
        if (text.startsWith(QLatin1Char('[') + name + QLatin1Char(']'))
            || text.startsWith(QLatin1Char('[') + name + QLatin1Char(':')) || text.startsWith(name + QLatin1Char('(')))
            return;
    }
    say(match.capturedStart(1), match.capturedLength(1), true,
        words(QT_TRANSLATE_NOOP("Words", "“%1” is no field of this database: it would be ignored or refused."))
            .arg(match.captured(1)));
}

void QueryCheck::stars()
{
    static const QRegularExpression star(QStringLiteral(R"((\w*)\*)"));
    for (auto it = star.globalMatch(m_text); it.hasNext();) {
        const auto match = it.next();
        const qsizetype before = match.capturedLength(1);
        if (!m_syntax.stars && m_syntax.booleans)
            return say(match.capturedStart(), match.capturedLength(), false,
                       words(QT_TRANSLATE_NOOP("Words",
                                               "This database does not know “*”; it looks for other forms of a word by "
                                               "itself.")));
        if (m_syntax.stars && before < m_syntax.lettersBeforeStar)
            say(match.capturedStart(), match.capturedLength(), true,
                words(QT_TRANSLATE_NOOP("Words", "“%1”: at least %2 letters have to stand before “*”."))
                    .arg(match.captured())
                    .arg(m_syntax.lettersBeforeStar));
    }
}

/// "#1 AND #2" speaks of a history that only the web page has.
void QueryCheck::lines()
{
    static const QRegularExpression line(QStringLiteral(R"((?<!\S)\(?(#\d+))"));
    const auto match = line.match(m_bare);
    if (match.hasMatch())
        say(match.capturedStart(1), match.capturedLength(1), true,
            words(QT_TRANSLATE_NOOP("Words", "“%1” is a line of another search: write that line here in brackets."))
                .arg(match.captured(1)));
}

} // namespace

std::vector<QueryRemark> checkQuery(const QString& text, QStringView service)
{
    const Syntax* syntax = syntaxOf(service);
    return syntax && !text.trimmed().isEmpty() ? QueryCheck(text, *syntax).run() : std::vector<QueryRemark>();
}

} // namespace winnow::sources
