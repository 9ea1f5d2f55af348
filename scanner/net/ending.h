// How one HTTP exchange ended, and the name that facts have for it.
#pragma once

#include <cstdint>
#include <string>

#include <curl/curl.h>

#include "scanner/facts/outcome.h"

namespace veedor::net {

// Why our own callbacks ended an exchange.
enum class Stop : std::uint8_t { none, body_cap, header_cap, internal };

struct Ending {
  CURLcode code = CURLE_OK;
  Stop stop = Stop::none;
  int status = 0;
  long os_errno = 0;
  int sockets_allowed = 0;  // by the address guard
  int sockets_blocked = 0;
  bool https = false;
  bool through_proxy = false;
  long proxy_status = 0;  // of the proxy's answer to CONNECT
  bool resolved = false;  // how far it came
  bool connected = false;
  bool handshake_done = false;
  bool headers_complete = false;
  std::string message{};  // libcurl's
};

// `unknown_host` stands for both failures of DNS where libcurl cannot tell them apart: see name_lookup.h.
facts::Outcome outcome_of(const Ending& ending);

}  // namespace veedor::net
