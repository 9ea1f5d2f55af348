#include "scanner/tls/attacks/conversation.h"

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {

Conversation::Conversation(Asker& asker)
    : asker_(asker), line_(asker.loop(), asker.address(), asker.timeout()) {}

Ending Conversation::begin(const ClientHello& hello) {
  if (asker_.given_up()) return Ending::not_asked;
  Ending ending = line_.open();
  if (ending == Ending::answered) ending = line_.send(write(hello));
  while (ending == Ending::answered && !flight_.complete) {
    const Event event = reader_.next();
    if (std::holds_alternative<NeedMore>(event)) {
      Bytes bytes;
      ending = line_.receive(bytes);
      if (ending == Ending::answered) reader_.feed(bytes);
    } else if (const auto* alert = std::get_if<Alert>(&event)) {
      if (alert->level == alert::fatal) ending = Ending::alert;
    } else {
      const auto* message = std::get_if<HandshakeMessage>(&event);
      if (message == nullptr || !read_message(*message, flight_)) ending = Ending::malformed;
    }
  }
  return ending;
}

Bytes record_of(std::uint8_t type, std::uint16_t version, BytesView body) {
  Writer record;
  record.number(type, 1);
  record.number(version, 2);
  record.vector(2, [&] { record.append(body); });
  return record.take();
}

Ending Conversation::send(std::uint8_t type, std::uint16_t version, BytesView body) {
  return line_.send(record_of(type, version, body));
}

Ending Conversation::send(Bytes records) { return line_.send(std::move(records)); }

Reply Conversation::next(std::chrono::milliseconds wait) {
  line_.shorten(wait);
  while (true) {
    const Event event = reader_.next();
    if (const auto* alert = std::get_if<Alert>(&event))
      return {
          .reaction = Reaction::alert, .alert = alert->description, .fatal = alert->level == alert::fatal};
    if (const auto* message = std::get_if<HandshakeMessage>(&event))
      return {.reaction = Reaction::message, .type = message->type};
    if (const auto* record = std::get_if<OtherRecord>(&event))
      return {.reaction = Reaction::record,
              .type = record->type,
              .body = Bytes(record->body.begin(), record->body.end())};
    if (std::holds_alternative<Malformed>(event)) return {.reaction = Reaction::malformed};
    Bytes bytes;
    const Ending ending = line_.receive(bytes);
    if (ending == Ending::closed) return {.reaction = Reaction::closed};
    if (ending == Ending::not_asked) return {.reaction = Reaction::not_asked};
    if (ending == Ending::reset) return {.reaction = Reaction::reset};
    if (ending != Ending::answered) return {.reaction = Reaction::silence};
    reader_.feed(bytes);
  }
}

ClientHello known_hello(const Asker& asker, facts::TlsVersion version,
                        const std::vector<std::uint16_t>& suites) {
  ClientHello hello = asker.hello(version);
  hello.suites = suites;
  hello.compressions = {0};
  hello.session_ticket = false;
  hello.next_protocol = false;
  return hello;
}

}  // namespace veedor::tls
