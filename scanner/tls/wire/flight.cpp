#include "scanner/tls/wire/flight.h"

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

constexpr std::size_t kMaxCertificates = 32;

bool read_hello(BytesView body, Flight& flight) {
  if (flight.hello) return false;
  Result<ServerHello> hello = parse_server_hello(body);
  if (!hello) return false;
  flight.hello = *std::move(hello);
  // What follows in TLS 1.3 is encrypted.
  flight.complete = flight.hello->version >= wire_number(facts::TlsVersion::tls1_3);
  return true;
}

bool read_certificates(BytesView body, Flight& flight) {
  Reader reader(body);
  std::optional<BytesView> list = reader.vector(3);
  if (!list || !reader.empty() || !flight.certificates.empty()) return false;
  for (Reader certificates(*list); !certificates.empty();) {
    std::optional<BytesView> certificate = certificates.vector(3);
    if (!certificate || flight.certificates.size() == kMaxCertificates) return false;
    flight.certificates.emplace_back(certificate->begin(), certificate->end());
  }
  return true;
}

bool read_status(BytesView body, Flight& flight) {
  Reader reader(body);
  std::optional<std::uint32_t> type = reader.number(1);
  std::optional<BytesView> response = reader.vector(3);
  if (type != 1U || !response || !reader.empty()) return false;
  flight.staple.assign(response->begin(), response->end());
  return true;
}

bool read_key_exchange(BytesView body, Flight& flight) {
  if (flight.key_exchange) return false;
  const facts::Suite* suite = facts::find_suite(flight.hello->suite);
  if (suite == nullptr) return true;  // of a suite that nobody knows, nothing can be said
  Result<ServerKeyExchange> exchange = parse_server_key_exchange(body, *suite, flight.hello->version);
  if (!exchange) return false;
  flight.key_exchange = *std::move(exchange);
  return true;
}

}  // namespace

bool read_message(const HandshakeMessage& message, Flight& flight) {
  if (message.type == message::server_hello) return read_hello(message.body, flight);
  if (!flight.hello || flight.complete) return false;
  switch (message.type) {
    case message::certificate:
      return read_certificates(message.body, flight);
    case message::certificate_status:
      return read_status(message.body, flight);
    case message::server_key_exchange:
      return read_key_exchange(message.body, flight);
    case message::certificate_request:
      flight.certificate_requested = true;
      return true;
    case message::server_hello_done:
      flight.complete = true;
      return message.body.empty();
    default:
      return false;
  }
}

}  // namespace veedor::tls
