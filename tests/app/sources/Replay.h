// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/Service.h"
#include "support/FakeServices.h"

#include <functional>

/// Walks without a network: what is asked goes to a function.
namespace winnow::sources {

inline Access testAccess()
{
    return {QStringLiteral("https://api.example.org"), {}, {}, {}};
}

inline test::Asked askedOf(const net::Request& request)
{
    return {request.form.isEmpty() ? "GET" : "POST", request.url, request.headers, request.form};
}

inline net::Answer answerOf(const test::Reply& reply)
{
    return {reply.status, {{"Content-Type", reply.type}}, reply.body, 0};
}

struct Walked {
    Summary summary;
    std::vector<test::Asked> asked;
    std::vector<net::Answer> answers;
    Result<void> ended;
};

/// To the end, or until an answer is not taken; at most `most` questions.
inline Walked walkThrough(Walk& walk, const test::LocalServer::Answering& answering, int most = 10'000)
{
    Walked walked;
    while (const auto request = walk.next()) {
        if (int(walked.asked.size()) == most)
            break;
        walked.asked.push_back(askedOf(*request));
        walked.answers.push_back(answerOf(answering(walked.asked.back())));
        const net::Answer& answer = walked.answers.back();
        const auto own = walk.ownWords(answer);
        const net::Judgement judged = own ? *own : net::judge({answer, net::Trouble::None, {}}, request->content);
        if (judged.what != net::Judgement::What::Good) {
            walked.ended = fail(judged.error, {}, judged.detail);
            break;
        }
        if (const auto taken = walk.take(answer); !taken) {
            walked.ended = Failure(taken.error());
            break;
        }
    }
    walked.summary = walk.summary();
    return walked;
}

} // namespace winnow::sources
