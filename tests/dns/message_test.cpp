// Reading messages: what is valid, and every way in which bytes can be wrong.
#include "scanner/dns/message.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/dns/server.h"

namespace veedor::dns {
namespace {

using test::DnsAnswer;

Bytes question() { return query(0x1234, "www.example.org", type::caa); }

TEST(DnsMessage, AQueryAsksForRecursionAndTheAdBit) {
  const Bytes bytes = question();
  const Result<Message> read = parse_message(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->id, 0x1234);
  EXPECT_EQ(read->question, "www.example.org");
  EXPECT_EQ(read->question_type, type::caa);
  EXPECT_FALSE(read->response);
  EXPECT_EQ(bytes[2], 0x01);
  EXPECT_EQ(bytes[3], 0x20);
}

TEST(DnsMessage, NamesThatCannotBeWrittenAreNot) {
  const std::string label(63, 'a');
  const std::string long_name = label + "." + label + "." + label + ".";
  EXPECT_FALSE(query(1, label + ".org", type::caa).empty());
  EXPECT_TRUE(query(1, label + "a.org", type::caa).empty());
  EXPECT_FALSE(query(1, long_name + std::string(61, 'b'), type::caa).empty());
  EXPECT_TRUE(query(1, long_name + std::string(62, 'b'), type::caa).empty());
  EXPECT_TRUE(query(1, "a..org", type::caa).empty());
  EXPECT_TRUE(query(1, "", type::caa).empty());
}

TEST(DnsMessage, NamesAreCompressedBackwards) {
  Bytes bytes = DnsAnswer(question()).alias("www.example.org", "x.org").bytes();
  // The owner becomes a pointer to the question; the target "cdn" and a pointer to "example.org".
  bytes.resize(DnsAnswer(question()).bytes().size());
  const Bytes record = {0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 9, 0, 6, 3, 'C', 'd', 'n', 0xC0, 16};
  bytes.insert(bytes.end(), record.begin(), record.end());
  const Result<Message> read = parse_message(bytes);
  ASSERT_TRUE(read) << read.error().message;
  ASSERT_EQ(read->answers.size(), 1U);
  EXPECT_EQ(read->answers[0].owner, "www.example.org");
  EXPECT_EQ(read->answers[0].target, "cdn.example.org");
}

TEST(DnsMessage, PointersThatDoNotLeadBackwardsEndIt) {
  const std::size_t start = DnsAnswer(question()).bytes().size();
  const auto low = static_cast<std::uint8_t>(start);
  const Bytes owners[] = {
      {0xC0, low},                                         // to itself
      {0xC0, static_cast<std::uint8_t>(low + 2)},          // forwards
      {1, 'a', 0xC0, low},                                 // to the beginning of its own part
      {1, 'a', 0xC0, static_cast<std::uint8_t>(low + 2)},  // to the pointer
      {0xFF, 0xFF},                                        // behind the end
      {0x80, 0x00},                                        // of a kind that is reserved
      {0xC0},                                              // cut
  };
  for (const Bytes& owner : owners) {
    Bytes bytes = DnsAnswer(question()).record("", 1, {}).bytes();
    bytes.resize(start);
    bytes.insert(bytes.end(), owner.begin(), owner.end());
    const Bytes rest = {0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    if (owner.size() > 1) bytes.insert(bytes.end(), rest.begin(), rest.end());
    EXPECT_FALSE(parse_message(bytes)) << static_cast<int>(owner[0]);
  }
}

TEST(DnsMessage, ManyPointersToALongNameStayCheap) {
  Bytes bytes = query(1,
                      std::string(63, 'a') + "." + std::string(63, 'b') + "." + std::string(63, 'c') + "." +
                          std::string(50, 'd'),
                      type::caa);
  bytes = DnsAnswer(bytes).bytes();
  constexpr int kRecords = 5000;
  for (int i = 0; i < kRecords; ++i) {
    for (const int byte : {0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 0, 0, 2, 0xC0, 12})
      bytes.push_back(static_cast<std::uint8_t>(byte));
  }
  bytes[6] = kRecords >> 8;
  bytes[7] = kRecords & 0xFF;
  const Result<Message> read = parse_message(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->answers.size(), 5000U);
}

TEST(DnsMessage, ANameHasNoMorePointersThanLabels) {
  for (const int pointers : {127, 128}) {
    Bytes bytes = DnsAnswer(question()).bytes();
    const std::size_t start = bytes.size();
    // A record whose data is a chain of pointers, each to the one before and the first to the question; then
    // one that is owned by the last of them.
    const auto append = [&bytes](std::initializer_list<std::size_t> values) {
      for (const std::size_t value : values) bytes.push_back(static_cast<std::uint8_t>(value));
    };
    const std::size_t in_data = static_cast<std::size_t>(pointers) - 1;
    const std::size_t size = 2 * in_data;
    append({0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 0, size >> 8, size & 0xFF});
    const std::size_t data = start + 12;
    for (std::size_t i = 0; i < in_data; ++i) {
      const std::size_t target = i == 0 ? 12 : data + 2 * (i - 1);
      append({0xC0 | target >> 8, target & 0xFF});
    }
    const std::size_t last = data + size - 2;
    append({0xC0 | last >> 8, last & 0xFF, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0});
    bytes[7] = 2;
    EXPECT_EQ(parse_message(bytes).ok(), pointers == 127) << pointers;
  }
}

TEST(DnsMessage, StrangeBytesOfNamesAreSpeltOut) {
  Bytes bytes = {3, 'A', '.', 0x00, 0, 'x'};
  BytesView view = bytes;
  const Result<std::string> name = take_plain_name(view);
  ASSERT_TRUE(name);
  EXPECT_EQ(*name, "a\\046\\000");
  EXPECT_EQ(view.size(), 1U);
}

TEST(DnsMessage, TheCodeOfEdnsIsPartOfTheCode) {
  Bytes bytes = DnsAnswer(question()).bytes();
  const Bytes options = {0, 0, 41, 4, 0xD0, 1,
                         0, 0, 0,  0, 0};  // BADVERS: 1 before the four bits of the header
  bytes.insert(bytes.end(), options.begin(), options.end());
  bytes[11] = 1;
  const Result<Message> read = parse_message(bytes);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->code, 16);
}

TEST(DnsMessage, CutAtEveryByteItIsAnError) {
  const Bytes whole = DnsAnswer(question())
                          .alias("www.example.org", "cdn.example.net")
                          .record("cdn.example.net", type::caa, {0, 5, 'i', 's', 's', 'u', 'e', ';'})
                          .bytes();
  ASSERT_TRUE(parse_message(whole));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(parse_message(BytesView(whole).first(size))) << size;
}

TEST(DnsMessage, GarbageAtEveryByteIsReadOrRefused) {
  const Bytes whole = DnsAnswer(question())
                          .alias("www.example.org", "cdn.example.net")
                          .record("cdn.example.net", type::caa, {0, 5, 'i', 's', 's', 'u', 'e', ';'})
                          .bytes();
  int read = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      Bytes changed = whole;
      changed[at] = static_cast<std::uint8_t>(value);
      const Result<Message> message = parse_message(changed);
      if (!message) continue;
      ++read;
      EXPECT_LE(message->answers.size(), 2U);
      for (const Record& record : message->answers) EXPECT_LE(record.data.size(), whole.size());
    }
  }
  EXPECT_GT(read, 256);  // a changed identifier alone does no harm
}

}  // namespace
}  // namespace veedor::dns
