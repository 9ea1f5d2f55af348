#include <string_view>

#include "scanner/tls/attacks/attacks.h"

namespace veedor::tls {

using facts::Exposed;
using facts::Exposure;

Exposed try_opossum(Loop& loop, const Address& http, const std::string& host,
                    std::chrono::milliseconds timeout) {
  constexpr std::size_t kMaxAnswer = 4096;
  Line line(loop, http, timeout);
  if (line.open() != Ending::answered) return {Exposure::inconclusive, "plain HTTP could not be reached"};
  const std::string request = "OPTIONS / HTTP/1.1\r\nHost: " + host +
                              "\r\nUpgrade: TLS/1.0\r\nConnection: Upgrade\r\nContent-Length: 0\r\n\r\n";
  line.send(Bytes(request.begin(), request.end()));
  Bytes answer;
  while (answer.size() < kMaxAnswer) {
    const std::string_view text(reinterpret_cast<const char*>(answer.data()), answer.size());
    if (text.find('\n') != std::string_view::npos) {
      const bool upgraded = text.starts_with("HTTP/1.1 101") || text.starts_with("HTTP/1.0 101");
      return upgraded
                 ? Exposed{Exposure::vulnerable, "plain HTTP answered \"Upgrade: TLS/1.0\" with status 101"}
                 : Exposed{Exposure::safe, "plain HTTP does not become TLS"};
    }
    if (line.receive(answer) != Ending::answered) break;
  }
  return {Exposure::inconclusive, "plain HTTP gave no answer to a wish for TLS"};
}

}  // namespace veedor::tls
