// Cuts what a server sends in clear into alerts and handshake messages. Bounded: the bytes may come from
// anybody, in any pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

#include "scanner/tls/wire/wire.h"

namespace veedor::tls {

struct NeedMore {};
struct Alert {
  std::uint8_t level = 0;
  std::uint8_t description = 0;
};
struct HandshakeMessage {
  std::uint8_t type = 0;
  BytesView body;  // valid until the reader is used again
};
// A record of another kind: change_cipher_spec, application data, heartbeat.
struct OtherRecord {
  std::uint8_t type = 0;
  BytesView body;  // valid until the reader is used again
};
struct Malformed {
  std::string_view reason;
};
using Event = std::variant<NeedMore, Alert, HandshakeMessage, OtherRecord, Malformed>;

class MessageReader {
 public:
  static constexpr std::size_t kMaxTotal = 262'144;         // of a whole connection in clear
  static constexpr std::size_t kMaxRecord = 16'384 + 2048;  // RFC 5246 §6.2.3, compressed and encrypted
  static constexpr std::size_t kMaxMessage = 131'072;

  // More than kMaxTotal in all is not kept, and the next event says so.
  void feed(BytesView bytes);
  // The next complete message or alert. After Malformed it stays so.
  Event next();
  // Bytes of an unfinished record or message are waiting for the rest.
  bool unfinished() const { return raw_position_ < raw_.size() || handshake_position_ < handshake_.size(); }

 private:
  Event malformed(std::string_view reason);

  // Read bytes are passed over, not erased: the total is bounded, and so is the work.
  Bytes raw_;
  std::size_t raw_position_ = 0;
  Bytes handshake_;
  std::size_t handshake_position_ = 0;
  std::string_view broken_;
};

}  // namespace veedor::tls
