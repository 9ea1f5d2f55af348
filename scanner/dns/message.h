// Messages of the DNS (RFC 1035 §4): a query's bytes, and a bounded reading of what comes back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"

namespace veedor::dns {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

namespace type {
inline constexpr std::uint16_t cname = 5;
inline constexpr std::uint16_t opt = 41;    // RFC 6891
inline constexpr std::uint16_t tlsa = 52;   // RFC 6698
inline constexpr std::uint16_t https = 65;  // RFC 9460
inline constexpr std::uint16_t caa = 257;   // RFC 8659
}  // namespace type

namespace code {
inline constexpr int no_error = 0;
inline constexpr int name_error = 3;  // NXDOMAIN
}  // namespace code

// Names are in lower case, without the final dot; "" is the root. A byte of a label that is no letter, digit,
// hyphen or underscore is written \DDD (RFC 1035 §5.1), so that two names are the same if their texts are.
struct Record {
  std::string owner;
  std::uint16_t type = 0;
  Bytes data;
  std::string target;  // of a CNAME
};

struct Message {
  std::uint16_t id = 0;
  bool response = false;
  bool authoritative = false;
  bool truncated = false;
  bool recursive = false;      // the resolver offers recursion
  bool authenticated = false;  // RFC 4035 §3.2.3: AD
  int code = 0;                // with the bits of EDNS (RFC 6891 §6.1.3)
  std::string question;
  std::uint16_t question_type = 0;
  std::vector<Record> answers;  // of class IN
};

// Asks for recursion and for the AD bit (RFC 6840 §5.7), and lets answers be 1,232 bytes long. Empty for a
// name that cannot be written: a label empty or of more than 63 bytes, 254 bytes or more in all.
Bytes query(std::uint16_t id, std::string_view name, std::uint16_t type);

// An error where a byte is missing, a name is too long, or a pointer does not lead backwards. There must be
// exactly one question. Takes time and memory in proportion to the message alone.
Result<Message> parse_message(BytesView bytes);

// A name without compression (RFC 3597 §4) at the front of `bytes`, which it is taken from.
Result<std::string> take_plain_name(BytesView& bytes);

}  // namespace veedor::dns
