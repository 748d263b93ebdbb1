// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/PubmedElements.h"

#include <unordered_map>

namespace winnow::formats {

PubmedElement pubmedElement(std::string_view name)
{
    using enum PubmedElement;
    static const std::unordered_map<std::string_view, PubmedElement> elements{
        {"ArticleTitle", ArticleTitle},
        {"VernacularTitle", VernacularTitle},
        {"BookTitle", BookTitle},
        {"AbstractText", AbstractText},
        {"Keyword", Keyword},
        {"CollectiveName", CollectiveName},
        {"Citation", Citation},
        {"CoiStatement", FreeText},
        {"Affiliation", FreeText},
        {"CopyrightInformation", FreeText},
        {"GeneralNote", FreeText},
        {"CollectionTitle", FreeText},
        {"SectionTitle", FreeText},
        {"VolumeTitle", FreeText},
        {"Author", Author},
        {"AuthorList", AuthorList},
        {"LastName", LastName},
        {"ForeName", ForeName},
        {"FirstName", ForeName}, // before 2008
        {"Initials", Initials},
        {"Suffix", Suffix},
        {"PMID", Pmid},
        {"ArticleId", ArticleId},
        {"ELocationID", Elocation},
        {"Identifier", Identifier},
        {"AccessionNumber", AccessionNumber},
        {"DataBankName", DataBankName},
        {"Abstract", Abstract},
        {"OtherAbstract", Abstract},
        {"Title", JournalTitle},
        {"Volume", Volume},
        {"Issue", Issue},
        {"MedlinePgn", Pages},
        {"Language", Language},
        {"PublicationType", PublicationType},
        {"MeshHeading", MeshHeading},
        {"DescriptorName", Descriptor},
        {"QualifierName", Qualifier},
        {"MedlineCitation", MedlineCitation},
        {"ArticleDate", DateGroup},
        {"DateCreated", DateGroup},
        {"DateCompleted", DateGroup},
        {"DateRevised", DateGroup},
        {"PubMedPubDate", DateGroup},
        {"ContributionDate", DateGroup},
        {"BeginningDate", DateGroup},
        {"EndingDate", DateGroup},
        {"PubDate", PubDate},
        {"Grant", SlashGroup},
        {"Chemical", WordGroup},
        {"CommentsCorrections", WordGroup},
        {"Reference", WordGroup},
        {"Investigator", WordGroup},
        {"PersonalNameSubject", WordGroup},
        {"Object", WordGroup},
    };
    const auto found = elements.find(name);
    return found == elements.end() ? Other : found->second;
}

} // namespace winnow::formats
