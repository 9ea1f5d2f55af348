#include "scanner/tls/wire/records.h"

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {

void MessageReader::feed(BytesView bytes) {
  if (!broken_.empty()) return;
  if (bytes.size() > kMaxTotal - raw_.size()) {
    malformed("too much data");
    return;
  }
  raw_.insert(raw_.end(), bytes.begin(), bytes.end());
}

Event MessageReader::malformed(std::string_view reason) {
  broken_ = reason;
  return Malformed{broken_};
}

Event MessageReader::next() {
  while (true) {
    if (!broken_.empty()) return Malformed{broken_};

    Reader message(BytesView(handshake_).subspan(handshake_position_));
    const std::size_t waiting = message.left();
    if (std::optional<std::uint32_t> head = message.number(4)) {  // one byte of type, three of length
      const std::size_t length = *head & 0xFFFFFF;
      if (length > kMaxMessage) return malformed("handshake message is too long");
      if (std::optional<BytesView> body = message.take(length)) {
        handshake_position_ += waiting - message.left();
        return HandshakeMessage{static_cast<std::uint8_t>(*head >> 24), *body};
      }
    }

    Reader record(BytesView(raw_).subspan(raw_position_));
    const std::size_t unread = record.left();
    std::optional<std::uint32_t> type = record.number(1);
    if (!type) return NeedMore{};
    // Judged before the rest is there: a server that speaks HTTP is told apart at its first byte.
    if (*type < content::change_cipher_spec || *type > content::heartbeat) return malformed("no TLS record");
    std::optional<std::uint32_t> version = record.number(2);
    if (!version) return NeedMore{};
    if (*version >> 8 != 3) return malformed("unknown record version");
    std::optional<std::uint32_t> length = record.number(2);
    if (!length) return NeedMore{};
    if (*length > kMaxRecord) return malformed("record is too long");
    // RFC 8446 §5.1: only application data may be empty.
    if (*length == 0 && *type != content::application_data) return malformed("empty record");
    std::optional<BytesView> body = record.take(*length);
    if (!body) return NeedMore{};
    raw_position_ += unread - record.left();

    if (*type == content::alert) {
      if (body->size() != 2) return malformed("alert of a wrong length");
      return Alert{(*body)[0], (*body)[1]};
    }
    if (*type != content::handshake) return OtherRecord{static_cast<std::uint8_t>(*type), *body};
    handshake_.insert(handshake_.end(), body->begin(), body->end());
  }
}

}  // namespace veedor::tls
