// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/TaggedEntry.h"

namespace winnow::formats {

/// Fields of which the first one that is not empty matters.
enum Slot {
    TY,
    TI,
    T1,
    CT,
    BT,
    ST,
    TT,
    T2,
    T3,
    JF,
    JO,
    JA,
    J1,
    J2,
    J9,
    PY,
    Y1,
    DA,
    YR,
    VL,
    VO,
    IS,
    CP,
    SP,
    EP,
    PG,
    C7,
    DO,
    AN,
    ID,
    UT,
    U2,
    LA,
    DB,
    DP,
    M1,
    M3,
    PT,
    UR,
    PMID,
    slotCount,
    none = slotCount
};

[[nodiscard]] constexpr Slot slotOf(Tag tag)
{
    switch (tag) {
    case tagOf("TY"): return TY;
    case tagOf("TI"): return TI;
    case tagOf("T1"): return T1;
    case tagOf("CT"): return CT;
    case tagOf("BT"): return BT;
    case tagOf("ST"): return ST;
    case tagOf("TT"): return TT;
    case tagOf("T2"): return T2;
    case tagOf("T3"): return T3;
    case tagOf("JF"): return JF;
    case tagOf("JO"): return JO;
    case tagOf("JA"): return JA;
    case tagOf("J1"): return J1;
    case tagOf("J2"): return J2;
    case tagOf("J9"): return J9;
    case tagOf("PY"): return PY;
    case tagOf("Y1"): return Y1;
    case tagOf("DA"): return DA;
    case tagOf("YR"): return YR;
    case tagOf("VL"): return VL;
    case tagOf("VO"): return VO;
    case tagOf("IS"): return IS;
    case tagOf("CP"): return CP;
    case tagOf("SP"): return SP;
    case tagOf("EP"): return EP;
    case tagOf("PG"): return PG;
    case tagOf("C7"): return C7;
    case tagOf("DO"):
    case tagOf("DI"):
    case tagOf("DOI"): return DO;
    case tagOf("AN"): return AN;
    case tagOf("ID"): return ID;
    case tagOf("UT"): return UT;
    case tagOf("U2"): return U2;
    case tagOf("LA"): return LA;
    case tagOf("DB"): return DB;
    case tagOf("DP"): return DP;
    case tagOf("M1"): return M1;
    case tagOf("M3"): return M3;
    case tagOf("PT"): return PT;
    case tagOf("UR"): return UR;
    case tagOf("PMID"):
    case tagOf("PM"): return PMID;
    default: return none;
    }
}

/// Fields that may hold an identifier of the work itself: links, accession numbers, custom and user fields.
/// T3, N1 and M1 may not: they hold identifiers of errata, retractions and cited works.
[[nodiscard]] constexpr bool mayIdentify(Tag tag)
{
    switch (tag) {
    case tagOf("C1"):
    case tagOf("C2"):
    case tagOf("C3"):
    case tagOf("C4"):
    case tagOf("C5"):
    case tagOf("C6"):
    case tagOf("C7"):
    case tagOf("C8"):
    case tagOf("U1"):
    case tagOf("U2"):
    case tagOf("U3"):
    case tagOf("U4"):
    case tagOf("U5"):
    case tagOf("L1"):
    case tagOf("L2"):
    case tagOf("L3"):
    case tagOf("L4"):
    case tagOf("LK"):
    case tagOf("UR"):
    case tagOf("AN"):
    case tagOf("ID"):
    case tagOf("M3"):
    case tagOf("JO"):
    case tagOf("PMC"): return true;
    default: return false;
    }
}

} // namespace winnow::formats
