// The parsers of what a server sends in clear: any piece of it may be missing, wrong or too much.
#include "scanner/tls/wire/server_hello.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "scanner/tls/wire/records.h"

namespace veedor::tls {
namespace {

Bytes concat(std::initializer_list<Bytes> parts) {
  Bytes all;
  for (const Bytes& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

const Bytes kRandom(32, 0xAB);
const Bytes kRetryRandom = {0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C,
                            0x02, 0x1E, 0x65, 0xB8, 0x91, 0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB,
                            0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C};

Bytes tls1_2_hello() {
  return concat({{3, 3}, kRandom, {2, 7, 7}, {0xC0, 0x2F}, {0}, {0, 9}, {0xFF, 1, 0, 1, 0}, {0, 23, 0, 0}});
}

Bytes retry_request() {
  return concat({{3, 3},
                 kRetryRandom,
                 {0},
                 {0x13, 0x01},
                 {0},
                 {0, 12},
                 {0, 43, 0, 2, 3, 4},
                 {0, 51, 0, 2, 0x11, 0xEC}});
}

TEST(ServerHello, ReadsTls12WithExtensions) {
  const Result<ServerHello> hello = parse_server_hello(tls1_2_hello());
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->version, 0x0303);
  EXPECT_EQ(hello->suite, 0xC02F);
  EXPECT_FALSE(hello->retry_request);
  EXPECT_FALSE(hello->group);
  EXPECT_EQ(hello->extensions, (std::vector<std::uint16_t>{0xFF01, 23}));
}

TEST(ServerHello, ReadsSsl3WithoutExtensions) {
  const Result<ServerHello> hello = parse_server_hello(concat({{3, 0}, kRandom, {0}, {0, 5}, {0}}));
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->version, 0x0300);
  EXPECT_EQ(hello->suite, 5);
}

TEST(ServerHello, RetryRequestNamesVersionSuiteAndGroup) {
  const Result<ServerHello> hello = parse_server_hello(retry_request());
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->version, 0x0304);
  EXPECT_EQ(hello->suite, 0x1301);
  EXPECT_TRUE(hello->retry_request);
  EXPECT_EQ(hello->group, 0x11EC);
}

TEST(ServerHello, KeyShareOfARealHelloHasAKey) {
  const Bytes share = concat({{0, 51, 0, 8, 0, 29, 0, 4}, {1, 2, 3, 4}});
  const Result<ServerHello> hello =
      parse_server_hello(concat({{3, 3}, kRandom, {0}, {0x13, 2}, {0}, {0, 12}, share}));
  ASSERT_TRUE(hello);
  EXPECT_EQ(hello->group, 29);
}

TEST(ServerHello, EveryTruncationIsAnErrorOrLacksTheExtensions) {
  for (const Bytes& whole : {tls1_2_hello(), retry_request()}) {
    const std::size_t fixed =
        2 + 32 + 1 + whole[34] + 3;  // up to the extensions, which may be left out altogether
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const Result<ServerHello> hello = parse_server_hello(BytesView(whole).first(size));
      EXPECT_EQ(hello.ok(), size == fixed) << size;
    }
  }
}

TEST(ServerHello, WrongLengthsAndContradictionsAreErrors) {
  const Bytes start = concat({{3, 3}, kRandom, {0}, {0x13, 1}, {0}});
  const struct {
    const char* what;
    Bytes body;
  } cases[] = {
      {"superfluous byte", concat({tls1_2_hello(), {0}})},
      {"no version of TLS", concat({{2, 0}, kRandom, {0}, {0, 5}, {0}})},
      {"long session identifier", concat({{3, 3}, kRandom, {33}, Bytes(33, 1), {0, 5}, {0}})},
      {"extensions longer than the message", concat({start, {0xFF, 0xFF}, {0, 23, 0, 0}})},
      {"extension longer than the list", concat({start, {0, 4}, {0, 23, 0, 1}})},
      {"half an extension", concat({start, {0, 3}, {0, 23, 0}})},
      {"extension twice", concat({start, {0, 8}, {0, 23, 0, 0}, {0, 23, 0, 0}})},
      {"supported_versions too long", concat({start, {0, 7}, {0, 43, 0, 3, 3, 4, 0}})},
      {"supported_versions empty", concat({start, {0, 4}, {0, 43, 0, 0}})},
      {"key_share without a key", concat({start, {0, 6}, {0, 51, 0, 2, 0, 29}})},
      {"key_share with a false length", concat({start, {0, 8}, {0, 51, 0, 4, 0, 29, 0, 9}})},
  };
  for (const auto& c : cases) EXPECT_FALSE(parse_server_hello(c.body)) << c.what;
}

TEST(ServerHello, TooManyExtensionsAreAnError) {
  Bytes list;
  for (std::uint8_t i = 0; i < 100; ++i) list.insert(list.end(), {0x7A, i, 0, 0});
  EXPECT_FALSE(parse_server_hello(concat({{3, 3}, kRandom, {0}, {0, 5}, {0}, {1, 144}, list})));
}

Bytes record(std::uint8_t type, const Bytes& body) {
  const auto size = static_cast<std::uint16_t>(body.size());
  return concat(
      {{type, 3, 3, static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size & 255)}, body});
}

// "need", "alert 2 40", "message 2 (3)" or the reason why it is malformed.
std::string tell(const Event& event) {
  if (std::holds_alternative<NeedMore>(event)) return "need";
  if (const auto* alert = std::get_if<Alert>(&event)) {
    return "alert " + std::to_string(alert->level) + " " + std::to_string(alert->description);
  }
  if (const auto* message = std::get_if<HandshakeMessage>(&event)) {
    return "message " + std::to_string(message->type) + " (" + std::to_string(message->body.size()) + ")";
  }
  if (const auto* other = std::get_if<OtherRecord>(&event)) {
    return "record " + std::to_string(other->type) + " (" + std::to_string(other->body.size()) + ")";
  }
  return std::string(std::get<Malformed>(event).reason);
}

std::string first_event(const Bytes& bytes) {
  MessageReader reader;
  reader.feed(bytes);
  return tell(reader.next());
}

TEST(MessageReader, TellsWhatComes) {
  const struct {
    Bytes bytes;
    const char* expected;
  } cases[] = {
      {{}, "need"},
      {record(21, {2, 40}), "alert 2 40"},
      {record(22, {2, 0, 0, 3, 1, 2, 3}), "message 2 (3)"},
      {record(22, {14, 0, 0, 0}), "message 14 (0)"},
      {record(20, {1}), "record 20 (1)"},
      {record(23, {}), "record 23 (0)"},
      {record(24, {2, 0, 1}), "record 24 (3)"},
      {concat({record(22, {2, 0}), record(22, {0, 1, 9})}), "message 2 (1)"},
      {{'H'}, "no TLS record"},
      {{25}, "no TLS record"},
      {{22, 2, 0}, "unknown record version"},
      {{22, 3, 3, 0x48, 1}, "record is too long"},
      {{22, 3, 3, 0, 0}, "empty record"},
      {record(21, {2}), "alert of a wrong length"},
      {record(21, {2, 40, 0}), "alert of a wrong length"},
      {record(22, {2, 0x7F, 0, 0}), "handshake message is too long"},
  };
  for (const auto& c : cases) EXPECT_EQ(first_event(c.bytes), c.expected);
}

TEST(MessageReader, AnyPiecesGiveTheSameMessages) {
  const Bytes whole =
      concat({record(21, {1, 112}), record(22, {2, 0, 0, 3, 1, 2, 3, 14, 0}), record(22, {0, 0})});
  for (std::size_t piece = 1; piece <= whole.size(); ++piece) {
    MessageReader reader;
    std::vector<std::string> events;
    for (std::size_t at = 0; at < whole.size(); at += piece) {
      reader.feed(BytesView(whole).subspan(at, std::min(piece, whole.size() - at)));
      for (std::string event = tell(reader.next()); event != "need"; event = tell(reader.next()))
        events.push_back(event);
    }
    EXPECT_EQ(events, (std::vector<std::string>{"alert 1 112", "message 2 (3)", "message 14 (0)"})) << piece;
    EXPECT_FALSE(reader.unfinished());
  }
}

TEST(MessageReader, EveryTruncationWaitsForMore) {
  const Bytes whole = record(22, {2, 0, 0, 3, 1, 2, 3});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    MessageReader reader;
    reader.feed(BytesView(whole).first(size));
    EXPECT_EQ(tell(reader.next()), "need") << size;
    EXPECT_EQ(reader.unfinished(), size > 0);
  }
}

TEST(MessageReader, AFloodEnds) {
  const Bytes warning = record(21, {1, 90});
  MessageReader reader;
  std::size_t events = 0;
  for (std::string event = "need"; event != "too much data" && events < 1'000'000; ++events) {
    reader.feed(warning);
    event = tell(reader.next());
  }
  EXPECT_LE(events, MessageReader::kMaxTotal / warning.size() + 1);
  EXPECT_EQ(tell(reader.next()), "too much data");
}

}  // namespace
}  // namespace veedor::tls
