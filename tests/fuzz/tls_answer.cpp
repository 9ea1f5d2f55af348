// What a TLS server may answer: whole, byte by byte, and as SSL 2.0.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "scanner/tls/wire/flight.h"
#include "scanner/tls/wire/protocol.h"
#include "scanner/tls/wire/ssl2.h"

namespace {

using namespace veedor::tls;

// The events of the bytes in pieces of that size, counted; the flight as far as it is understood.
std::size_t read(BytesView bytes, std::size_t piece, Flight& flight) {
  MessageReader reader;
  std::size_t events = 0;
  while (!bytes.empty()) {
    const BytesView next = bytes.first(std::min(piece, bytes.size()));
    bytes = bytes.subspan(next.size());
    reader.feed(next);
    while (true) {
      const Event event = reader.next();
      if (std::holds_alternative<NeedMore>(event)) break;
      ++events;
      if (std::holds_alternative<Malformed>(event)) return events;
      const auto* message = std::get_if<HandshakeMessage>(&event);
      if (message != nullptr && !read_message(*message, flight)) return events;
    }
  }
  return events;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const BytesView bytes(data, size);
  Flight whole;
  Flight pieces;
  if (read(bytes, size, whole) != read(bytes, 7, pieces)) std::abort();
  if (whole.complete != pieces.complete || whole.certificates != pieces.certificates) std::abort();
  if (whole.certificates.size() > 32 || (whole.hello && whole.hello->extensions.size() > 64)) std::abort();
  const auto ssl2 = parse_ssl2_hello(bytes);
  if (ssl2 && *ssl2 && (*ssl2)->certificate.size() > size) std::abort();
  return 0;
}
