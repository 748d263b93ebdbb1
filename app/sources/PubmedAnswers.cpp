// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/PubmedAnswers.h"

#include "formats/Xml.h"
#include "net/Redact.h"
#include "sources/Asking.h"

#include <algorithm>
#include <string_view>

namespace winnow::sources {
namespace {

using formats::XmlWalker;
using std::string_view;

/// Texts of the elements of an eSearchResult, by their names and the name around them.
class FoundReader {
public:
    explicit FoundReader(const QByteArray& xml) : m_walker({xml.constData(), size_t(xml.size())}) { }

    PubmedFound take()
    {
        for (auto token = m_walker.next(); token != XmlWalker::Token::Finished; token = m_walker.next()) {
            if (token == XmlWalker::Token::Start) {
                m_path.emplace_back(m_walker.name());
                m_text.clear();
            } else if (token == XmlWalker::Token::Text) {
                m_walker.appendText(m_text);
            } else if (!m_path.empty()) {
                element();
                m_path.pop_back();
                m_text.clear();
            }
        }
        return std::move(m_found);
    }

private:
    void element()
    {
        const string_view name = m_path.back();
        const QString text = QString::fromStdString(m_text).simplified();
        const bool top = m_path.size() == 2;
        if (top && name == "Count")
            m_found.count = text.toLongLong();
        else if (name == "Id" && !text.isEmpty())
            m_found.ids.push_back(text.toStdString());
        else if (top && name == "WebEnv")
            m_found.webEnv = text;
        else if (top && name == "QueryKey")
            m_found.queryKey = text;
        else if (top && name == "QueryTranslation")
            m_found.translation = text;
        else if (name == "ERROR")
            m_found.error = net::redacted(text);
        else if (!text.isEmpty())
            warn(name, text);
    }

    void warn(string_view name, const QString& text)
    {
        if (name == "PhraseNotFound" || name == "QuotedPhraseNotFound")
            m_found.warnings.append(
                words(QT_TRANSLATE_NOOP("Words", "PubMed does not know “%1” and searched without it.")).arg(text));
        else if (name == "FieldNotFound")
            m_found.warnings.append(
                words(QT_TRANSLATE_NOOP("Words", "PubMed has no field “%1”: it searched all fields.")).arg(text));
        else if (name == "PhraseIgnored")
            m_found.warnings.append(words(QT_TRANSLATE_NOOP("Words", "PubMed ignored “%1”.")).arg(text));
        else if (name == "OutputMessage")
            m_found.warnings.append(words(QT_TRANSLATE_NOOP("Words", "PubMed says: %1")).arg(text));
    }

    XmlWalker m_walker;
    std::vector<string_view> m_path;
    std::string m_text;
    PubmedFound m_found;
};

string_view between(string_view text, string_view open, string_view close, std::size_t& at)
{
    const auto start = text.find(open, at);
    const auto from = start == string_view::npos ? start : text.find('>', start + open.size());
    const auto to = from == string_view::npos ? from : text.find(close, from);
    if (to == string_view::npos) {
        at = string_view::npos;
        return {};
    }
    at = to;
    return text.substr(from + 1, to - from - 1);
}

/// The next article or book; npos: none. "<PubmedArticleSet" is neither.
std::size_t nextEntry(string_view xml, std::size_t from)
{
    for (auto at = xml.find("<Pubmed", from); at != string_view::npos; at = xml.find("<Pubmed", at + 1)) {
        for (const string_view name : {string_view("<PubmedArticle"), string_view("<PubmedBookArticle")}) {
            const string_view rest = xml.substr(at);
            if (rest.starts_with(name) && rest.size() > name.size()
                && (rest[name.size()] == '>' || rest[name.size()] == ' '))
                return at;
        }
    }
    return string_view::npos;
}

} // namespace

Result<PubmedFound> pubmedFound(const QByteArray& xml)
{
    PubmedFound found = FoundReader(xml).take();
    if (found.count < 0 && found.error.isEmpty())
        return fail(ErrorCode::AnswerUnreadable, {}, net::told(xml));
    return found;
}

std::vector<std::string> pubmedIds(const QByteArray& xml)
{
    const string_view text(xml.constData(), size_t(xml.size()));
    std::vector<std::string> ids;
    for (auto at = nextEntry(text, 0); at != string_view::npos; at = nextEntry(text, at + 1)) {
        std::size_t in = at;
        const string_view id = between(text, "<PMID", "</PMID>", in);
        if (!id.empty())
            ids.emplace_back(id);
    }
    return ids;
}

QString pubmedError(const QByteArray& body)
{
    std::size_t at = 0;
    const string_view said
        = between({body.constData(), size_t(std::min<qsizetype>(body.size(), 4000))}, "<ERROR", "</ERROR>", at);
    return net::told(QByteArray(said.data(), qsizetype(said.size())));
}

} // namespace winnow::sources
