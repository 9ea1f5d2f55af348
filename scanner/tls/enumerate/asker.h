// Asks one service one hello at a time, a connection each, and says honestly how each was answered.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "scanner/facts/tls/version.h"
#include "scanner/tls/line/line.h"
#include "scanner/tls/wire/client_hello.h"
#include "scanner/tls/wire/flight.h"
#include "scanner/tls/wire/ssl2.h"

namespace veedor::tls {

struct Answer {
  Ending ending = Ending::not_asked;
  std::uint8_t alert = 0;  // the description of a fatal one
  Flight flight;           // where `ending` is `answered`
};

// `refused` for a clear "no" to the whole hello, `offered` where the server goes on in `version`.
facts::Support judge(const Answer& answer, facts::TlsVersion version);

class Asker {
 public:
  // `server_name` is empty for an address. Waits on a connection end within `timeout`.
  Asker(Loop& loop, const Address& address, std::string server_name, std::chrono::milliseconds timeout);

  // A hello with all suites, groups, schemes and extensions that make sense in `version`.
  ClientHello hello(facts::TlsVersion version) const;
  // The same for a client that sends no server name.
  ClientHello hello_without_name(facts::TlsVersion version) const;

  // Asks again where the connection broke, once.
  Answer ask(ClientHello hello);
  // The same in two segments, some time apart.
  Answer ask_in_pieces(ClientHello hello);
  // As `ask`, never twice.
  Answer ask_once(Bytes hello, std::size_t first_piece = 0);

  struct Ssl2Answer {
    Ending ending = Ending::not_asked;
    Ssl2Hello hello;
  };
  Ssl2Answer ask_ssl2();

  Loop& loop() { return loop_; }
  const Address& address() const { return address_; }
  const std::string& server_name() const { return server_name_; }
  std::chrono::milliseconds timeout() const { return timeout_; }
  // Nothing is asked any more, since the service stopped answering.
  bool given_up() const { return failures_ >= kGiveUp; }
  // It answered at least once.
  bool answered() const { return answered_; }

 private:
  static constexpr int kGiveUp = 6;  // failures in a row
  Answer ask_again(const Bytes& hello, std::size_t first_piece);
  void note(Ending ending);

  Loop& loop_;
  Address address_;
  std::string server_name_;
  std::chrono::milliseconds timeout_;
  int failures_ = 0;
  bool answered_ = false;
};

// The suites that `version` can use, by code; those of today's servers first.
std::vector<std::uint16_t> suites_for(facts::TlsVersion version);

}  // namespace veedor::tls
