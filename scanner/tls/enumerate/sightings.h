// What the answers show beside the suite they chose: extensions, keys, certificates. It costs no connection.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "scanner/facts/tls/suite.h"
#include "scanner/facts/tls/tls.h"
#include "scanner/tls/wire/client_hello.h"
#include "scanner/tls/wire/flight.h"

namespace veedor::tls {

class Sightings {
 public:
  // The answer to `hello`, which went on in one of SSL 3.0 to TLS 1.3.
  void add(const ClientHello& hello, const Flight& flight);

  // Only what was seen or could have been seen; the rest stays not_tested.
  void describe(facts::TlsFeatures& features) const;
  void describe(facts::KeyExchangeFacts& exchange) const;

  // The chains shown with suites that authenticate so, each the first of its kind; DER, as sent.
  const std::map<facts::Authentication, std::vector<Bytes>>& chains() const { return chains_; }
  const Bytes& staple() const { return staple_; }

 private:
  void add_key(const facts::Suite& suite, const ServerKeyExchange& exchange);

  struct Seen {
    bool asked = false;
    bool answered = false;
  };
  static facts::Support support(const Seen& seen);

  Seen renegotiation_, master_secret_, encrypt_then_mac_, heartbeat_, ticket_, compression_, stapling_;
  std::vector<std::string> alpn_;
  std::vector<std::string> next_protocols_;
  std::uint32_t timestamps_ = 0;
  std::vector<facts::DhKey> dh_;
  std::set<std::string> dh_values_;
  std::set<std::string> ecdh_values_;
  std::size_t dh_seen_ = 0;
  std::size_t ecdh_seen_ = 0;
  std::vector<std::uint16_t> schemes_;
  std::map<facts::Authentication, std::vector<Bytes>> chains_;
  Bytes staple_;
};

}  // namespace veedor::tls
