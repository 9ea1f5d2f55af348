// A whole handshake by libssl with a suite of AES-128-CBC and SHA-1, after which records can be made by hand:
// for what libssl would never send.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "scanner/facts/tls/version.h"
#include "scanner/tls/line/line.h"
#include "scanner/tls/wire/records.h"

namespace veedor::tls {

class CbcSession {
 public:
  CbcSession(Loop& loop, const Address& address, std::chrono::milliseconds timeout);
  ~CbcSession();

  // True once the handshake is complete, in TLS 1.1 or 1.2, and the keys are known.
  bool begin(const std::string& server_name);

  // One record of application data (RFC 5246 §6.2.3.2), once. With `wrong_padding` all bytes of the padding
  // but its length are wrong, which the receiver has to check.
  Bytes record(const std::string& text, bool wrong_padding) const;

  // Sends the record and tells of which kind the next one is that comes; nothing where none comes within
  // `wait`.
  std::optional<std::uint8_t> ask(Bytes record, std::chrono::milliseconds wait);

 private:
  struct Keys;
  Line line_;
  std::unique_ptr<Keys> keys_;
};

}  // namespace veedor::tls
