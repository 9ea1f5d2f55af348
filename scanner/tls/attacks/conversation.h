// A connection on which a hello was answered, to go on with what an attacker would send. Private to this
// folder.
#pragma once

#include <chrono>
#include <optional>

#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/line/line.h"
#include "scanner/tls/wire/flight.h"
#include "scanner/tls/wire/records.h"

namespace veedor::tls {

// What the server sent after something that it should not have liked.
// `not_asked`: the time of the assessment ran out before it could answer.
enum class Reaction : std::uint8_t { alert, record, message, closed, reset, silence, malformed, not_asked };

struct Reply {
  Reaction reaction = Reaction::silence;
  std::uint8_t type = 0;   // of the record or message
  std::uint8_t alert = 0;  // the description
  bool fatal = false;
  Bytes body;  // of the record
};

class Conversation {
 public:
  explicit Conversation(Asker& asker);

  // `answered` once the server's flight is complete, up to ServerHelloDone; `not_asked` where the asker has
  // given up.
  Ending begin(const ClientHello& hello);
  const Flight& flight() const { return flight_; }

  // One record, as it is.
  Ending send(std::uint8_t type, std::uint16_t version, BytesView body);
  Ending send(Bytes records);
  // The next thing that comes, or `silence` after `wait`.
  Reply next(std::chrono::milliseconds wait);

 private:
  Asker& asker_;
  Line line_;
  MessageReader reader_;
  Flight flight_;
};

Bytes record_of(std::uint8_t type, std::uint16_t version, BytesView body);

// A hello that the service is known to answer in `version`, with these suites alone.
ClientHello known_hello(const Asker& asker, facts::TlsVersion version,
                        const std::vector<std::uint16_t>& suites);

}  // namespace veedor::tls
