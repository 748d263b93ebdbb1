// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the window and the commands say of queries before anybody is asked: the databases and their query languages,
// the words for filters, what blocks of words become, what may be wrong.
#include "sources/Blocks.h"
#include "sources/FilterWords.h"
#include "sources/Service.h"
#include "sources/Syntax.h"
#include "sources/SyntaxCheck.h"
