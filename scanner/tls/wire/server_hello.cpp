#include "scanner/tls/wire/server_hello.h"

#include <algorithm>
#include <array>

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

// RFC 8446 §4.1.3: the SHA-256 of "HelloRetryRequest", in the place of the random number.
constexpr std::array<std::uint8_t, 32> kRetryRandom = {
    0xCF, 0x21, 0xAD, 0x74, 0xE5, 0x9A, 0x61, 0x11, 0xBE, 0x1D, 0x8C, 0x02, 0x1E, 0x65, 0xB8, 0x91,
    0xC2, 0xA2, 0x11, 0x16, 0x7A, 0xBB, 0x8C, 0x5E, 0x07, 0x9E, 0x09, 0xE2, 0xC8, 0xA8, 0x33, 0x9C};

// RFC 8446 §4.1.3: "DOWNGRD" and a version at the end of the random number.
constexpr std::array<std::uint8_t, 7> kDowngrade = {0x44, 0x4F, 0x57, 0x4E, 0x47, 0x52, 0x44};

std::string text_of(BytesView bytes) { return {bytes.begin(), bytes.end()}; }

// RFC 7301 §3.1: exactly one name.
bool read_alpn(Reader reader, ServerHello& hello) {
  std::optional<BytesView> list = reader.vector(2);
  if (!list || !reader.empty()) return false;
  Reader names(*list);
  std::optional<BytesView> name = names.vector(1);
  if (!name || name->empty() || !names.empty()) return false;
  hello.alpn = text_of(*name);
  return true;
}

bool read_next_protocols(Reader reader, ServerHello& hello) {
  while (!reader.empty()) {
    std::optional<BytesView> name = reader.vector(1);
    if (!name || hello.next_protocols.size() == 32) return false;
    hello.next_protocols.push_back(text_of(*name));
  }
  return true;
}

// RFC 6962 §3.3: a list of opaque items.
bool read_timestamps(Reader reader, ServerHello& hello) {
  std::optional<BytesView> list = reader.vector(2);
  if (!list || !reader.empty()) return false;
  for (Reader items(*list); !items.empty(); ++hello.timestamps) {
    if (!items.vector(2)) return false;
  }
  return true;
}

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
  } else if (type == extension::alpn) {
    return read_alpn(reader, hello);
  } else if (type == extension::next_protocol) {
    return read_next_protocols(reader, hello);
  } else if (type == extension::signed_certificate_timestamp) {
    return read_timestamps(reader, hello);
  }
  return true;
}

}  // namespace

bool ServerHello::has(std::uint16_t extension) const {
  return std::ranges::find(extensions, extension) != extensions.end();
}

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
  hello.session.assign(session->begin(), session->end());
  hello.retry_request = std::ranges::equal(*random, kRetryRandom);
  hello.downgraded = std::ranges::equal(random->subspan(24, kDowngrade.size()), kDowngrade);
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
