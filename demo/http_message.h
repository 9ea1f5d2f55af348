// A request and its answer as plain values, so that what is served can be tested without a socket.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace veedor::demo {

struct Request {
  std::string_view method = "GET";
  std::string_view target = "/";        // path and query, as sent
  std::string_view host = "127.0.0.1";  // the Host field
  std::string_view if_none_match = {};
  bool https = false;
};

struct Answer {
  int status = 200;
  // All but Content-Type and the framing of the body.
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string content_type = {};
  std::string body = {};
};

}  // namespace veedor::demo
