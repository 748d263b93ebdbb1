// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/Latex.h"

#include "formats/LatexCommands.h"
#include "formats/Text.h"
#include "formats/Utf8.h"

#include <QString>

#include <algorithm>
#include <array>

namespace winnow::formats {
namespace {

using std::string_view;
constexpr CharSet special("\\{}$~-`'^_");
constexpr CharSet verbatimSpecial("\\{}");

/// A letter and its marks as one character, where Unicode has one.
std::string composed(const std::string& letter)
{
    return QString::fromUtf8(letter.data(), qsizetype(letter.size()))
        .normalized(QString::NormalizationForm_C)
        .toStdString();
}

/// Walks once over the text. Accents wait for the letter they belong to, so that nothing has to be nested here.
class LatexReader {
public:
    explicit LatexReader(string_view latex) : latex_(latex) { out_.reserve(latex.size()); }

    std::string read()
    {
        while (at_ < latex_.size()) {
            const auto end = special.findIn(latex_, at_);
            plain(latex_.substr(at_, end - at_));
            at_ = end;
            if (at_ < latex_.size())
                sign(latex_[at_]);
        }
        dropMarks();
        return std::move(out_);
    }

private:
    [[nodiscard]] string_view rest(std::size_t from) const { return latex_.substr(std::min(from, latex_.size())); }

    void plain(string_view text)
    {
        if (!marks_.empty() && !text.empty()) {
            const auto blanks = std::min(text.find_first_not_of(" \t\r\n"), text.size());
            text.remove_prefix(blanks);
            if (text.empty())
                return;
            const int length = std::max(1, sequenceLength(text, 0));
            const auto letter = std::min(static_cast<std::size_t>(length), text.size());
            marked(text.substr(0, letter));
            text.remove_prefix(letter);
        }
        out_ += text;
    }

    void marked(string_view letter)
    {
        std::string both(letter == "\xC4\xB1" ? "i" : letter == "\xC8\xB7" ? "j" : letter);
        both += marks_;
        marks_.clear();
        markName_ = {};
        out_ += composed(both);
    }

    void symbol(string_view text)
    {
        if (marks_.empty())
            out_ += text;
        else
            marked(text);
    }

    /// \~{} and \^{} write the sign itself; a mark without a letter is none.
    void dropMarks()
    {
        if (markName_ == "~" || markName_ == "^")
            out_ += markName_;
        marks_.clear();
        markName_ = {};
    }

    void sign(char c)
    {
        switch (c) {
        case '\\': command(); return;
        case '{': ++at_; return;
        case '}':
            if (!marks_.empty())
                dropMarks();
            ++at_;
            return;
        case '$': dollar(); return;
        case '^':
        case '_': script(c); return;
        default: break;
        }
        if (!marks_.empty())
            dropMarks();
        ligature(c);
    }

    void ligature(char c)
    {
        struct Ligature {
            string_view written;
            string_view text;
        };
        static constexpr std::array ligatures{Ligature{"---", "\xE2\x80\x94"}, Ligature{"--", "\xE2\x80\x93"},
                                              Ligature{"``", "\xE2\x80\x9C"},  Ligature{"''", "\xE2\x80\x9D"},
                                              Ligature{"`", "\xE2\x80\x98"},   Ligature{"~", " "}};
        const bool alone = (c == '-' || c == '\'') && !rest(at_ + 1).starts_with(c); // nearly always
        for (const Ligature& ligature : ligatures) {
            if (!alone && rest(at_).starts_with(ligature.written)) {
                out_ += ligature.text;
                at_ += ligature.written.size();
                return;
            }
        }
        out_ += c;
        ++at_;
    }

    /// `$` begins or ends maths if what follows looks like it; "$5 to $10" does not.
    void dollar()
    {
        ++at_;
        if (maths_) {
            maths_ = false;
            return;
        }
        const auto end = latex_.find('$', at_);
        const string_view inside = latex_.substr(at_, end == npos ? 0 : end - at_);
        const bool formula = inside.find_first_of("\\^_{=<>") != npos
            || (!inside.empty() && inside.size() <= 3 && inside.find(' ') == npos && isLetter(inside[0]));
        if (end != npos && (formula || inside.empty()))
            maths_ = true;
        else
            out_ += '$';
    }

    /// "_2", "_{12}", "^{-1}" in maths: Unicode has small digits and signs; all else is written on the line.
    void script(char c)
    {
        ++at_;
        if (!maths_) {
            out_ += c;
            return;
        }
        string_view text = rest(at_).substr(0, 1);
        std::size_t length = text.size();
        if (text == "{") {
            const auto end = rest(at_).substr(0, 12).find('}');
            text = end == npos ? string_view() : rest(at_ + 1).substr(0, end - 1);
            length = end == npos ? 0 : end + 1;
        }
        small(text, length, c == '^');
    }
    /// Writes `text` small and steps over `length` bytes, if all of it can be small.
    void small(string_view text, std::size_t length, bool up)
    {
        std::string written;
        for (const char c : text) {
            const string_view one = up ? raised(c) : sunk(c);
            if (one.empty())
                return;
            written += one;
        }
        out_ += written;
        at_ += written.empty() ? 0 : length;
    }

    void command()
    {
        ++at_;
        if (at_ == latex_.size())
            return;
        std::size_t end = at_;
        while (end < latex_.size() && isLetter(latex_[end]))
            ++end;
        if (end == at_)
            return control(latex_[at_]);
        const string_view name = latex_.substr(at_, end - at_);
        at_ = end;
        named(name);
    }

    /// A backslash and one sign.
    void control(char c)
    {
        const string_view sign = rest(at_).substr(0, 1);
        ++at_;
        if (!latexAccent(sign).empty() && !(maths_ && (c == '=' || c == '.')))
            return accent(sign);
        maths_ = (maths_ && c != ')' && c != ']') || c == '(' || c == '[';
        const bool silent = string_view("-/!@()[]").find(c) != npos;
        if (string_view(" ,;:\\\n\t").find(c) != npos)
            out_ += ' ';
        else if (!silent)
            out_ += c; // meant as it stands ("\%"), or nothing that LaTeX knows
    }

    void accent(string_view name)
    {
        marks_.insert(0, latexAccent(name)); // the innermost comes first
        markName_ = name;
    }

    void named(string_view name)
    {
        const bool argument = rest(at_).starts_with('{');
        const string_view text = latexSymbol(name);
        if (!latexAccent(name).empty() && (name.size() > 1 ? maths_ || argument : true))
            return accent(name);
        if (name == "textsuperscript" || name == "textsubscript")
            return scriptCommand(name == "textsuperscript");
        if (name == "url" && argument)
            return address();
        if (name == "href" || name == "noopsort" || name == "textcolor" || name == "color")
            return skipArgument();
        if (!argument)
            skipBlanks();
        if (!text.empty())
            symbol(text);
    }

    void scriptCommand(bool up)
    {
        const auto end = rest(at_).substr(0, 12).find('}');
        if (rest(at_).starts_with('{') && end != npos)
            small(rest(at_ + 1).substr(0, end - 1), end + 1, up);
    }

    /// \url{…}: "~" and "--" stand for themselves in it.
    void address()
    {
        const auto end = latex_.find_first_of("{}", at_ + 1);
        if (end == npos || latex_[end] != '}')
            return;
        out_ += fromLatexVerbatim(latex_.substr(at_ + 1, end - at_ - 1));
        at_ = end + 1;
    }

    /// A short argument without braces in it: an address, a colour, a sorting key. Blanks may stand before it.
    void skipArgument()
    {
        skipBlanks();
        const auto end = latex_.substr(0, std::min(latex_.size(), at_ + 2000)).find_first_of("{}", at_ + 1);
        if (!rest(at_).starts_with('{') || end == npos || latex_[end] != '}')
            return;
        at_ = end + 1;
        if (const auto next = latex_.find_first_not_of(" \t\r\n", at_); next != npos && latex_[next] == '{')
            at_ = next;
    }

    void skipBlanks()
    {
        while (at_ < latex_.size() && isBlank(latex_[at_]) && latex_[at_] != '\0')
            ++at_;
    }

    string_view latex_;
    std::string out_;
    std::string marks_; ///< combining marks that wait for their letter
    string_view markName_;
    std::size_t at_ = 0;
    bool maths_ = false;
};

} // namespace

std::string fromLatex(string_view latex)
{
    if (special.findIn(latex) == latex.size())
        return std::string(latex);
    return LatexReader(latex).read();
}

std::string fromLatexVerbatim(string_view latex)
{
    std::string text;
    text.reserve(latex.size());
    for (std::size_t at = 0; at < latex.size();) {
        const auto end = verbatimSpecial.findIn(latex, at);
        text += latex.substr(at, end - at);
        at = end + 1;
        const bool escape
            = end + 1 < latex.size() && latex[end] == '\\' && string_view("_%&#~{}$").find(latex[end + 1]) != npos;
        if (escape) {
            text += latex[end + 1];
            ++at;
        } else if (end < latex.size() && latex[end] == '\\') {
            text += '\\';
        }
    }
    return text;
}

std::string toLatex(string_view text)
{
    std::string latex;
    latex.reserve(text.size() + 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto end = std::min(text.find_first_of("\\{}$&%#_~^`-'", at), text.size());
        latex += text.substr(at, end - at);
        if ((at = end) == text.size())
            break;
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        switch (text[at]) {
        case '\\': latex += "\\textbackslash{}"; break;
        case '{': latex += "\\textbraceleft{}"; break;
        case '}': latex += "\\textbraceright{}"; break;
        case '~': latex += "\\textasciitilde{}"; break;
        case '^': latex += "\\textasciicircum{}"; break;
        case '`': latex += "\\textasciigrave{}"; break;
        case '-':
        case '\'': (latex += text[at]) += next == text[at] ? "{}" : ""; break;
        default: (latex += '\\') += text[at];
        }
    }
    return latex;
}

} // namespace winnow::formats
