#include "scanner/tls/server_hello.h"

#include <algorithm>
#include <array>

#include "scanner/tls/protocol.h"

namespace veedor::tls {
namespace {

// RFC 8446 §4.1.3: the SHA-256 of "HelloRetryRequest", in the place of the random number.
constexpr std::array<std::uint8_t, 32> kRetryRandom = {
    0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
    0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C};

// False where the extension's body is not what its type asks for.
bool read_extension(std::uint16_t type, BytesView body, ServerHello& hello) {
  Reader reader(body);
  if (type == extension::supported_versions) {
    std::optional<std::uint32_t> version = reader.number(2);
    if (!version || !reader.empty()) return false;
    hello.version = static_cast<std::uint16_t>(*version);
  } else if (type == extension::key_share) {
    std::optional<std::uint32_t> group = reader.number(2);
    if (!group || (!hello.retry_request && !reader.vector(2)) || !reader.empty()) return false;
    hello.group = static_cast<std::uint16_t>(*group);
  }
  return true;
}

}  // namespace

Result<ServerHello> parse_server_hello(BytesView body) {
  Reader reader(body);
  ServerHello hello;
  std::optional<std::uint32_t> version = reader.number(2);
  std::optional<BytesView> random = reader.take(32);
  std::optional<BytesView> session = reader.vector(1);
  std::optional<std::uint32_t> suite = reader.number(2);
  std::optional<std::uint32_t> compression = reader.number(1);
  if (!version || !random || !session || !suite || !compression) return Error{"the ServerHello is cut off"};
  if (*version >> 8 != 3) return Error{"the ServerHello has an unknown version"};
  if (session->size() > 32) return Error{"the session identifier is too long"};
  hello.version = static_cast<std::uint16_t>(*version);
  hello.suite = static_cast<std::uint16_t>(*suite);
  hello.compression = static_cast<std::uint8_t>(*compression);
  hello.retry_request = std::ranges::equal(*random, kRetryRandom);
  if (reader.empty()) return hello;  // RFC 5246 §7.4.1.3: the extensions may be left out

  std::optional<BytesView> list = reader.vector(2);
  if (!list || !reader.empty()) return Error{"the extensions have a wrong length"};
  Reader extensions(*list);
  while (!extensions.empty()) {
    std::optional<std::uint32_t> type = extensions.number(2);
    std::optional<BytesView> data = extensions.vector(2);
    if (!type || !data) return Error{"an extension is cut off"};
    const auto number = static_cast<std::uint16_t>(*type);
    // RFC 8446 §4.2: never two of a type. It also bounds the list, and so this search.
    if (std::ranges::find(hello.extensions, number) != hello.extensions.end()) {
      return Error{"an extension is there twice"};
    }
    if (hello.extensions.size() == 64) return Error{"there are too many extensions"};
    if (!read_extension(number, *data, hello)) return Error{"an extension has a wrong body"};
    hello.extensions.push_back(number);
  }
  return hello;
}

}  // namespace veedor::tls
