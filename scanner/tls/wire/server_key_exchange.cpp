#include "scanner/tls/wire/server_key_exchange.h"

#include <algorithm>

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::KeyExchange;

Bytes without_leading_zeros(BytesView number) {
  const auto first = std::ranges::find_if(number, [](std::uint8_t byte) { return byte != 0; });
  return {first, number.end()};
}

bool read_dh(Reader& reader, ServerKeyExchange& exchange) {
  std::optional<BytesView> prime = reader.vector(2);
  std::optional<BytesView> generator = reader.vector(2);
  std::optional<BytesView> value = reader.vector(2);
  if (!prime || !generator || !value) return false;
  exchange.prime = without_leading_zeros(*prime);
  exchange.generator = without_leading_zeros(*generator);
  exchange.public_value.assign(value->begin(), value->end());
  return true;
}

bool read_ecdh(Reader& reader, ServerKeyExchange& exchange) {
  constexpr std::uint32_t kNamedCurve = 3;
  std::optional<std::uint32_t> kind = reader.number(1);
  if (!kind) return false;
  if (*kind != kNamedCurve) {  // RFC 8422 §5.4: deprecated; its parameters are not read
    reader.take(reader.left());
    return true;
  }
  std::optional<std::uint32_t> group = reader.number(2);
  std::optional<BytesView> point = reader.vector(1);
  if (!group || !point) return false;
  exchange.group = static_cast<std::uint16_t>(*group);
  exchange.public_value.assign(point->begin(), point->end());
  return true;
}

bool read_export_rsa(Reader& reader, ServerKeyExchange& exchange) {
  std::optional<BytesView> modulus = reader.vector(2);
  std::optional<BytesView> exponent = reader.vector(2);
  if (!modulus || !exponent) return false;
  exchange.export_rsa_bits = static_cast<int>(without_leading_zeros(*modulus).size()) * 8;
  return true;
}

bool read_signature(Reader& reader, std::uint16_t version, ServerKeyExchange& exchange) {
  if (reader.empty()) return false;
  if (version >= wire_number(facts::TlsVersion::tls1_2)) {
    std::optional<std::uint32_t> scheme = reader.number(2);
    if (!scheme) return false;
    exchange.scheme = static_cast<std::uint16_t>(*scheme);
  }
  return reader.vector(2) && reader.empty();
}

}  // namespace

Result<ServerKeyExchange> parse_server_key_exchange(BytesView body, const facts::Suite& suite,
                                                    std::uint16_t version) {
  Reader reader(body);
  ServerKeyExchange exchange;
  bool read = true;
  switch (suite.exchange) {
    case KeyExchange::dhe:
      read = read_dh(reader, exchange);
      break;
    case KeyExchange::ecdhe:
      read = read_ecdh(reader, exchange);
      break;
    case KeyExchange::rsa:
      read = read_export_rsa(reader, exchange);  // RFC 2246 §7.4.3: only export suites send one
      break;
    default:
      return exchange;
  }
  if (!read) return Error{"the key exchange is cut off"};
  if (suite.anonymous() || (suite.exchange == KeyExchange::ecdhe && !exchange.group)) return exchange;
  if (!read_signature(reader, version, exchange)) return Error{"the signature has a wrong length"};
  return exchange;
}

}  // namespace veedor::tls
