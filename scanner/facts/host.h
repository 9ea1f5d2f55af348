// What was seen of one host beside its pages: its TLS service, its certificate, and what plain HTTP answers.
// What a host rule reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scanner/base/time.h"
#include "scanner/facts/response.h"
#include "scanner/facts/tls/dns.h"
#include "scanner/facts/tls/tls.h"

namespace veedor::facts {

struct Host {
  std::string name;  // "www.example.org", "127.0.0.1"
  std::uint16_t http_port = 80;
  std::uint16_t https_port = 443;
  std::vector<std::string> addresses;
  Tls tls;  // of https_port
  Dns dns;
  std::optional<Response>
      plain;   // what http://name:http_port/ answered, redirects followed; none where not asked
  Time now{};  // when the host was probed: rules never look at a clock
};

}  // namespace veedor::facts
