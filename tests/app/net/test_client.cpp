// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/HttpClient.h"
#include "support/FakePause.h"
#include "support/Suite.h"

#include <future>

namespace suite_client {

using namespace winnow;
using namespace winnow::net;
using winnow::test::FakePause;
using winnow::test::FixedClock;

namespace {

/// Answers from a list; the last one stays.
class Script final : public Transport {
public:
    Outcome exchange(const Request& request, qint64, const std::stop_token& stop) override
    {
        asked.push_back(request);
        if (onAsk)
            onAsk();
        if (stop.stop_requested())
            return {{}, Trouble::Stopped, {}};
        return outcomes[std::min(asked.size() - 1, outcomes.size() - 1)];
    }
    std::vector<Outcome> outcomes;
    std::vector<Request> asked;
    std::function<void()> onAsk;
};

Outcome answered(int status, const QByteArray& body = "{}", const QList<Header>& headers = {})
{
    return {{status, headers, body, 0}, Trouble::None, {}};
}
Outcome trouble(Trouble what)
{
    return {{}, what, {}};
}

struct Room {
    FixedClock clock{1'000'000};
    FakePause pause{clock};
    HostQueues queues;
    Script script;
    std::vector<Waiting> waitings;
    HttpClient client{{script, queues, pause, clock, [] { return 1.0; }}};
    std::stop_source stop;
    Request request{QUrl(QStringLiteral("https://api.example.org/works?q=1")), {}, {}, Content::Json};

    explicit Room(std::vector<Outcome> outcomes)
    {
        script.outcomes = std::move(outcomes);
        client.setManners({400, 60'000, 5, 600'000});
        client.setWaitingSink([this](const Waiting& waiting) { waitings.push_back(waiting); });
    }
    Result<Answer> ask(const OwnWords& own = {}) { return client.ask(request, stop.get_token(), own); }
};

} // namespace

/// How a service is asked, without a network: time passes as the test says.
class NetClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void requestsAreSpaced();
    void theServiceMaySetThePace();
    void retryAfterIsKeptTo();
    void withoutRetryAfterThePauseGrows();
    void faultsAreTriedAgain();
    void otherRefusalsAreNot();
    void aBusyServiceIsGivenUp();
    void hoursOfWaitingAreAQuota();
    void aServiceMaySayItInItsOwnWords();
    void stoppingEndsTheWait();
    void aSleepingLaptopHasWaited();
    void twoClientsShareAQueue();
    void errorsNameTheHostOnly();
};

void NetClientTest::requestsAreSpaced()
{
    Room room({answered(200)});
    QVERIFY(room.ask());
    QVERIFY(room.ask());
    room.clock.advance(300);
    QVERIFY(room.ask());
    QCOMPARE(room.pause.waits, (std::vector<qint64>{400, 100}));
    QVERIFY(room.waitings.empty()); // under a second is not worth telling
}

/// Slower than documented, never faster, and never for longer than the longest wait.
void NetClientTest::theServiceMaySetThePace()
{
    Room room({answered(200, "{}", {{"X-Pace", "3000"}}), answered(200, "{}", {{"X-Pace", "10"}}),
               answered(200, "{}", {{"X-Pace", "99999999"}}), answered(200)});
    room.client.setManners({.spacing = 400, .pace = [](const Answer& answer) {
                                return answer.header("X-Pace").isEmpty() ? -1 : answer.header("X-Pace").toLongLong();
                            }});
    for (int i = 0; i < 4; ++i)
        QVERIFY(room.ask());
    QCOMPARE(room.pause.waits, (std::vector<qint64>{3000, 400, 600'000}));
}

void NetClientTest::retryAfterIsKeptTo()
{
    Room room({answered(429, "{}", {{"retry-after", "12"}}), answered(200, "{\"a\":1}")});
    const auto answer = room.ask();
    QVERIFY(answer);
    QCOMPARE(answer->body, QByteArray("{\"a\":1}"));
    QCOMPARE(answer->at, 1'012'000);
    QCOMPARE(room.pause.waits, std::vector<qint64>{12'000});
    const Waiting told{Waiting::Why::Asked, QStringLiteral("api.example.org"), 1'012'000, 12'000};
    QCOMPARE(room.waitings, std::vector<Waiting>{told});
}

void NetClientTest::withoutRetryAfterThePauseGrows()
{
    Room room({answered(429), answered(429), answered(429), answered(200)});
    QVERIFY(room.ask());
    QCOMPARE(room.pause.waits, (std::vector<qint64>{1000, 2000, 4000}));
}

void NetClientTest::faultsAreTriedAgain()
{
    Room room({answered(500), answered(500), answered(200)});
    QVERIFY(room.ask());
    QCOMPARE(room.script.asked.size(), 3u);
    QCOMPARE(room.waitings.front().why, Waiting::Why::Trouble);
    Room cut({trouble(Trouble::Cut), trouble(Trouble::TimedOut), answered(200)});
    QVERIFY(cut.ask());
    QCOMPARE(cut.script.asked.size(), 3u);
}

void NetClientTest::otherRefusalsAreNot()
{
    for (const int status : {400, 401, 403, 404, 422}) {
        Room room({answered(status, "bad field"), answered(200)});
        const auto answer = room.ask();
        QVERIFY(!answer);
        QCOMPARE(answer.error().detail, QStringLiteral("bad field"));
        QCOMPARE(room.script.asked.size(), 1u);
    }
}

void NetClientTest::aBusyServiceIsGivenUp()
{
    Room room({answered(503)});
    const auto answer = room.ask();
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::ServiceFailed);
    QCOMPARE(room.script.asked.size(), 5u);
    Room silent({trouble(Trouble::TimedOut)});
    QCOMPARE(silent.ask().error().code, ErrorCode::ServiceTimedOut);
}

void NetClientTest::hoursOfWaitingAreAQuota()
{
    Room room({answered(429, "{}", {{"Retry-After", "7200"}})});
    const auto answer = room.ask();
    QCOMPARE(answer.error().code, ErrorCode::QuotaSpent);
    QCOMPARE(answer.error().detail, QStringLiteral("1970-01-01 02:16 UTC"));
    QCOMPARE(room.script.asked.size(), 1u);
    QVERIFY(room.pause.waits.empty());
}

void NetClientTest::aServiceMaySayItInItsOwnWords()
{
    Room room({answered(400, "Timeout"), answered(200)});
    const auto own = [](const Answer& answer) -> std::optional<Judgement> {
        if (answer.status == 400 && answer.body == "Timeout")
            return Judgement{Judgement::What::Again, ErrorCode::ServiceTimedOut, {}};
        return std::nullopt;
    };
    QVERIFY(room.ask(own));
    QCOMPARE(room.script.asked.size(), 2u);
}

void NetClientTest::stoppingEndsTheWait()
{
    Room room({answered(503)});
    room.script.onAsk = [&] {
        if (room.script.asked.size() == 2)
            room.stop.request_stop();
    };
    const auto answer = room.ask();
    QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    QCOMPARE(room.script.asked.size(), 2u);
    QCOMPARE(room.ask().error().code, ErrorCode::Cancelled);
}

void NetClientTest::aSleepingLaptopHasWaited()
{
    Room room({answered(503, "{}", {{"Retry-After", "300"}}), answered(200)});
    room.script.onAsk = [&] { room.clock.advance(0); };
    ClockPause real(room.clock);
    HttpClient client({room.script, room.queues, real, room.clock, [] { return 0.0; }});
    client.setWaitingSink([&](const Waiting&) { room.clock.advance(3'600'000); }); // asleep for an hour
    QVERIFY(client.ask(room.request, {}));
    QCOMPARE(room.script.asked.size(), 2u);
}

void NetClientTest::twoClientsShareAQueue()
{
    HostQueues queues;
    std::stop_source stop;
    std::future<bool> second;
    {
        const auto first = queues.take(QStringLiteral("a"), stop.get_token());
        QVERIFY(queues.take(QStringLiteral("b"), stop.get_token())); // another host does not wait
        second
            = std::async(std::launch::async, [&] { return bool(queues.take(QStringLiteral("a"), stop.get_token())); });
        QCOMPARE(second.wait_for(std::chrono::milliseconds(20)), std::future_status::timeout);
    }
    QVERIFY(second.get());
    const auto held = queues.take(QStringLiteral("a"), stop.get_token());
    stop.request_stop();
    QVERIFY(!queues.take(QStringLiteral("a"), stop.get_token()));
}

void NetClientTest::errorsNameTheHostOnly()
{
    Room room({answered(403, R"({"error":"no","api-key":"s3cret","who":"ana@example.org"})")});
    room.request.url = QUrl(QStringLiteral("https://api.example.org/works?api_key=s3cret&mailto=ana@example.org"));
    const Error error = room.ask().error();
    QCOMPARE(error.context, QStringLiteral("api.example.org"));
    QVERIFY(!error.detail.contains(QLatin1String("s3cret")));
    QVERIFY(!error.detail.contains(QLatin1String("ana@example.org")));
}

WINNOW_TEST(NetClientTest)

} // namespace suite_client

#include "test_client.moc"
