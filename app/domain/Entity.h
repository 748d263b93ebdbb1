// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// What texts speak of. PubTator marks genes and their proteins alike, by the gene. The numbers stand in project files:
/// append only.
enum class EntityKind : int { Gene = 1, Chemical = 2, Disease = 3, Species = 4, Variant = 5, CellLine = 6 };
inline constexpr int entityKinds = 6;

/// One thing with its canonical identifier: "673" (NCBI Gene), "MESH:D008545", "9606" (NCBI Taxonomy), "rs113488022"
/// or an HGVS name, "CVCL_0030".
struct Entity {
    EntityKind kind = EntityKind::Gene;
    std::string id;
    std::string name; ///< preferred

    bool operator==(const Entity&) const = default;
};

/// The authoritative record: NCBI Gene, MeSH, OMIM, NCBI Taxonomy, dbSNP, Cellosaurus; empty where there is none (a
/// variant without an rs number).
[[nodiscard]] QString entityUrl(EntityKind kind, const std::string& id);

/// As PubTator names it, whatever the case: "Gene", "ProteinMutation", "CellLine" …
[[nodiscard]] std::optional<EntityKind> entityKindOf(std::string_view pubtator);

namespace words {
/// Machine words: "gene", "chemical", "disease", "species", "variant", "cell-line".
[[nodiscard]] QString idOf(EntityKind kind);
[[nodiscard]] std::optional<EntityKind> parseEntityKind(QStringView word);
/// Heads of lists: "Genes and proteins" …
[[nodiscard]] QString pluralOf(EntityKind kind);
} // namespace words

} // namespace winnow
