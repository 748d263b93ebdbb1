// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/PubTator.h"

#include "sources/Asking.h"

#include <algorithm>

namespace winnow::sources {
namespace {

using formats::JsonDocument;

net::Manners pubtatorManners(const Access&)
{
    return {.spacing = 400};
}

const Service pubtatorService{"pubtator",
                              "PubTator",
                              "PubTator 3 API",
                              "PUBTATOR",
                              "https://www.ncbi.nlm.nih.gov/research/pubtator3-api",
                              "",
                              SourceKind::Other,
                              Key::None,
                              "Annotations of PubTator 3, NCBI",
                              "",
                              pubtatorManners,
                              nullptr,
                              nullptr};

/// The part of "tmVar:p|SUB|V|600|E;HGVS:p.V600E;…;RS#:113488022;…" that is named.
std::string partOf(const std::string& identifier, const std::string& name)
{
    const auto at = identifier.find(name);
    if (at == std::string::npos || (at > 0 && identifier[at - 1] != ';'))
        return {};
    const auto from = at + name.size();
    return identifier.substr(from, identifier.find(';', from) - from);
}

/// "rs113488022", else "p.V600E" with its gene, else nothing that could be told apart.
std::string variantId(const JsonDocument& document, std::uint32_t infons, const std::string& identifier)
{
    std::string number = partOf(identifier, "RS#:");
    if (number.empty())
        number = document.text(infons, "rsid");
    if (number.starts_with("rs"))
        number = number.substr(2);
    if (!number.empty() && number.find_first_not_of("0123456789") == std::string::npos)
        return "rs" + number;
    if (identifier.starts_with("rs"))
        return identifier;
    std::string hgvs = partOf(identifier, "HGVS:");
    if (hgvs.empty())
        hgvs = document.text(infons, "hgvs");
    const std::string gene = partOf(identifier, "CorrespondingGene:");
    return hgvs.empty() || gene.empty() ? hgvs : hgvs + '@' + gene;
}

/// Several genes that one word may mean are parted by semicolons: each counts.
std::vector<std::string> idsOf(const JsonDocument& document, std::uint32_t infons, EntityKind kind)
{
    const std::string identifier = document.text(infons, "identifier");
    if (identifier.empty() || identifier == "-" || identifier == "None")
        return {};
    if (kind == EntityKind::Variant) {
        std::string id = variantId(document, infons, identifier);
        return id.empty() ? std::vector<std::string>() : std::vector<std::string>{std::move(id)};
    }
    std::vector<std::string> ids;
    for (std::size_t from = 0; from <= identifier.size();) {
        const auto to = std::min(identifier.find(';', from), identifier.size());
        std::string id = identifier.substr(from, to - from);
        if (kind == EntityKind::CellLine && id.starts_with("CVCL:"))
            id[4] = '_';
        if (!id.empty() && id != "-" && id.size() < 100)
            ids.push_back(std::move(id));
        from = to + 1;
    }
    return ids;
}

std::string nameFor(const JsonDocument& document, std::uint32_t infons, const std::string& id,
                    const std::string& written, EntityKind kind)
{
    if (kind == EntityKind::Variant) {
        std::string hgvs = partOf(document.text(infons, "identifier"), "HGVS:");
        return hgvs.empty() ? written : hgvs;
    }
    std::string name = document.text(infons, "name");
    return name.empty() ? (written.empty() ? id : written) : name;
}

class AnnotationReader {
public:
    explicit AnnotationReader(const JsonDocument& document) : m_document(document) { }

    Annotated read(std::uint32_t node)
    {
        m_result = {};
        m_result.pmid = m_document.text(node, "pmid");
        if (m_result.pmid.empty() || m_result.pmid == "null")
            m_result.pmid = m_document.text(node, "id");
        each(m_document.member(node, "passages"), [&](std::uint32_t passage) {
            each(m_document.member(passage, "annotations"), [&](std::uint32_t annotation) { add(annotation); });
        });
        return std::move(m_result);
    }

private:
    template <class Take> void each(std::uint32_t list, Take take)
    {
        if (list == JsonDocument::none || m_document.isText(list))
            return;
        for (auto one = m_document.firstIn(list); one != JsonDocument::none; one = m_document.after(one, list))
            take(one);
    }

    void add(std::uint32_t annotation)
    {
        const auto infons = m_document.member(annotation, "infons");
        const auto kind = entityKindOf(m_document.text(infons, "type"));
        if (!kind || m_document.text(infons, "valid") == "false")
            return;
        const std::string written = m_document.text(annotation, "text");
        for (const std::string& id : idsOf(m_document, infons, *kind)) {
            const auto found
                = std::find_if(m_result.entities.begin(), m_result.entities.end(),
                               [&](const Mentioned& m) { return m.entity.kind == *kind && m.entity.id == id; });
            Mentioned& mentioned = found != m_result.entities.end()
                ? *found
                : m_result.entities.emplace_back(
                    Mentioned{{*kind, id, nameFor(m_document, infons, id, written, *kind)}, {}});
            if (!written.empty() && written.size() < 200
                && std::find(mentioned.words.begin(), mentioned.words.end(), written) == mentioned.words.end())
                mentioned.words.push_back(written);
        }
    }

    const JsonDocument& m_document;
    Annotated m_result;
};

} // namespace

const Service& pubtator()
{
    return pubtatorService;
}

net::Request annotationsRequest(const std::vector<std::string>& pmids, bool fulltext, const Access& access)
{
    QStringList ids;
    for (const std::string& pmid : pmids)
        ids.append(QString::fromStdString(pmid));
    return asking(access.base + QStringLiteral("/publications/export/biocjson"),
                  {{QStringLiteral("pmids"), ids.join(QLatin1Char(','))},
                   {QStringLiteral("full"), fulltext ? QStringLiteral("true") : QString()}},
                  net::Content::Json);
}

Result<std::vector<Annotated>> annotationsIn(const QByteArray& body)
{
    JsonDocument document;
    QByteArray text;
    const bool whole = readAnswer(document, body, text);
    const auto list = document.empty() ? JsonDocument::none : memberAt(document, {"PubTator3"});
    if (!whole || list == JsonDocument::none || document.isText(list))
        return fail(ErrorCode::AnswerUnreadable);
    std::vector<Annotated> all;
    AnnotationReader reader(document);
    for (auto one = document.firstIn(list); one != JsonDocument::none; one = document.after(one, list))
        all.push_back(reader.read(one));
    return all;
}

} // namespace winnow::sources
