#include "scanner/tls/wire/ssl2.h"

namespace veedor::tls {
namespace {

constexpr std::uint8_t kClientHello = 1;
constexpr std::uint8_t kServerHello = 4;
constexpr std::uint8_t kX509 = 1;

}  // namespace

Bytes write_ssl2_hello(const std::vector<std::uint32_t>& kinds,
                       const std::array<std::uint8_t, 16>& challenge) {
  Writer message;
  message.number(kClientHello, 1);
  message.number(0x0002, 2);
  message.number(static_cast<std::uint32_t>(kinds.size() * 3), 2);
  message.number(0, 2);  // no session
  message.number(static_cast<std::uint32_t>(challenge.size()), 2);
  for (std::uint32_t kind : kinds) message.number(kind, 3);
  message.append(challenge);

  Writer record;
  record.number(static_cast<std::uint32_t>(0x8000 | message.size()), 2);  // the high bit: no padding
  record.append(message.take());
  return record.take();
}

Result<std::optional<Ssl2Hello>> parse_ssl2_hello(BytesView bytes) {
  const Error no_hello{"no SERVER-HELLO of SSL 2.0"};
  if (bytes.empty()) return std::optional<Ssl2Hello>();
  if ((bytes[0] & 0x80) == 0) return no_hello;  // a record of TLS begins with 20 to 24
  Reader record(bytes);
  std::optional<std::uint32_t> header = record.number(2);
  if (!header) return std::optional<Ssl2Hello>();
  std::optional<BytesView> body = record.take(*header & 0x7FFF);
  if (!body) return std::optional<Ssl2Hello>();

  Reader message(*body);
  const auto type = message.number(1);
  const auto session_hit = message.number(1);
  const auto certificate_type = message.number(1);
  const auto version = message.number(2);
  const auto certificate_length = message.number(2);
  const auto kinds_length = message.number(2);
  const auto connection_length = message.number(2);
  if (type != kServerHello || !session_hit || certificate_type != kX509 || version != 0x0002U ||
      !certificate_length || !kinds_length || !connection_length || *kinds_length % 3 != 0)
    return no_hello;
  std::optional<BytesView> certificate = message.take(*certificate_length);
  std::optional<BytesView> kinds = message.take(*kinds_length);
  if (!certificate || !kinds || message.left() != *connection_length) return no_hello;

  Ssl2Hello hello;
  hello.certificate.assign(certificate->begin(), certificate->end());
  for (Reader list(*kinds); !list.empty();) hello.kinds.push_back(*list.number(3));
  return std::optional(std::move(hello));
}

}  // namespace veedor::tls
