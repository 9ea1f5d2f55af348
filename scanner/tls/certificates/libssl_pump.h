// Carries libssl's bytes over a line of the loop, with its deadline and its limit. Private to this folder.
#pragma once

#include <string>

#include "scanner/facts/outcome.h"
#include "scanner/tls/certificates/openssl_types.h"
#include "scanner/tls/line/line.h"

namespace veedor::tls {

class LibsslPump {
 public:
  // `ssl` may be null; then it is not ready.
  LibsslPump(Line& line, SSL* ssl);
  bool ready() const { return ready_; }

  // `read` when the handshake, or another one in the same connection, is complete.
  facts::Outcome shake_hands(std::string& detail);
  // Until a session has come, or that long.
  void wait_for_ticket(const SessionPtr& session, std::chrono::milliseconds at_most);
  // Sends what libssl has written.
  facts::Outcome flush();
  // RFC 5246 §7.2.2: the server answered with no_renegotiation.
  bool refused_renegotiation() const { return refused_renegotiation_; }

 private:
  facts::Outcome fill();
  static void note_alert(const SSL* ssl, int where, int value);

  Line& line_;
  SSL* ssl_;
  bool ready_ = false;
  bool refused_renegotiation_ = false;
  std::size_t received_ = 0;
};

}  // namespace veedor::tls
