#include "scanner/tls/enumerate/sightings.h"

#include <algorithm>
#include <bit>

#include "scanner/tls/enumerate/common_primes.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Support;

// Texts of the server's go into reports: names of protocols are short and plain (RFC 7301 §6).
bool is_plain_name(const std::string& name) {
  return !name.empty() && name.size() <= 32 &&
         std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F; });
}

void add_name(const std::string& name, std::vector<std::string>& names) {
  if (is_plain_name(name) && names.size() < 16 && std::ranges::find(names, name) == names.end())
    names.push_back(name);
}

int bits_of(const Bytes& number) {
  if (number.empty()) return 0;
  return static_cast<int>(number.size() - 1) * 8 + std::bit_width(static_cast<unsigned>(number.front()));
}

// RFC 7919 §5.1, NIST SP 800-56A: 1 < public value < prime − 1, and a generator that is not 0 or 1.
bool in_range(const ServerKeyExchange& exchange) {
  const auto is_small = [](const Bytes& number) {
    return std::ranges::all_of(number.begin(), number.empty() ? number.end() : number.end() - 1,
                               [](std::uint8_t byte) { return byte == 0; }) &&
           (number.empty() || number.back() <= 1);
  };
  return !is_small(exchange.public_value) && !is_small(exchange.generator);
}

}  // namespace

void Sightings::add(const ClientHello& hello, const Flight& flight) {
  const ServerHello& server = *flight.hello;
  if (!server.alpn.empty()) add_name(server.alpn, alpn_);
  for (const std::string& name : server.next_protocols) add_name(name, next_protocols_);
  timestamps_ = std::max(timestamps_, server.timestamps);
  const facts::Suite* suite = facts::find_suite(server.suite);
  if (server.version >= wire_number(facts::TlsVersion::tls1_3)) return;

  const auto look = [&server](Seen& seen, bool asked, std::uint16_t extension) {
    seen.asked |= asked;
    seen.answered |= asked && server.has(extension);
  };
  const bool extensions = hello.extensions && hello.version != facts::TlsVersion::ssl3;
  look(renegotiation_, true, extension::renegotiation_info);  // by its SCSV, which every hello has
  look(master_secret_, extensions && hello.extended_master_secret, extension::extended_master_secret);
  look(heartbeat_, extensions && hello.heartbeat, extension::heartbeat);
  look(ticket_, extensions && hello.session_ticket, extension::session_ticket);
  const bool cbc = suite != nullptr && suite->mode == facts::Mode::cbc;  // RFC 7366 §3: for these alone
  look(encrypt_then_mac_, extensions && hello.encrypt_then_mac && cbc, extension::encrypt_then_mac);
  stapling_.asked |= extensions && hello.status_request;
  stapling_.answered |= !flight.staple.empty();
  if (!flight.staple.empty() && staple_.empty()) staple_ = flight.staple;
  compression_.asked |= hello.compressions.size() > 1;
  compression_.answered |= server.compression != 0;

  if (suite == nullptr) return;
  if (!flight.certificates.empty()) chains_.try_emplace(suite->authentication, flight.certificates);
  if (flight.key_exchange) add_key(*suite, *flight.key_exchange);
}

void Sightings::add_key(const facts::Suite& suite, const ServerKeyExchange& exchange) {
  if (exchange.scheme && std::ranges::find(schemes_, *exchange.scheme) == schemes_.end())
    schemes_.push_back(*exchange.scheme);
  if (exchange.group) {
    ++ecdh_seen_;
    ecdh_values_.emplace(exchange.public_value.begin(), exchange.public_value.end());
  }
  if (exchange.prime.empty()) return;
  ++dh_seen_;
  dh_values_.emplace(exchange.public_value.begin(), exchange.public_value.end());
  facts::DhKey key{.bits = bits_of(exchange.prime),
                   .prime_name = std::string(common_prime_name(exchange.prime)),
                   .export_grade = suite.export_grade,
                   .safe_size = in_range(exchange)};
  const auto same = [&key](const facts::DhKey& other) {
    return other.bits == key.bits && other.prime_name == key.prime_name &&
           other.export_grade == key.export_grade && other.safe_size == key.safe_size;
  };
  if (dh_.size() < 16 && std::ranges::find_if(dh_, same) == dh_.end()) dh_.push_back(std::move(key));
}

Support Sightings::support(const Seen& seen) {
  if (!seen.asked) return Support::not_tested;
  return seen.answered ? Support::offered : Support::refused;
}

void Sightings::describe(facts::TlsFeatures& features) const {
  features.secure_renegotiation = support(renegotiation_);
  features.extended_master_secret = support(master_secret_);
  features.encrypt_then_mac = support(encrypt_then_mac_);
  features.heartbeat = support(heartbeat_);
  features.session_tickets = support(ticket_);
  features.compression = support(compression_);
  features.ocsp_stapling = support(stapling_);
  for (const std::string& name : alpn_) add_name(name, features.alpn);
  features.npn = next_protocols_;
  features.scts_in_handshake = std::max(features.scts_in_handshake, timestamps_);
}

void Sightings::describe(facts::KeyExchangeFacts& exchange) const {
  exchange.dh = dh_;
  exchange.signature_schemes = schemes_;
  // Fresh keys differ in all handshakes; a key that serves for some time shows up twice.
  const auto reused = [](std::size_t seen, std::size_t distinct) {
    if (seen < 2) return Support::not_tested;
    return distinct < seen ? Support::offered : Support::refused;
  };
  exchange.dh_key_reused = reused(dh_seen_, dh_values_.size());
  exchange.ecdh_key_reused = reused(ecdh_seen_, ecdh_values_.size());
}

}  // namespace veedor::tls
