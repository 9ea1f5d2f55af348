// One HTTP answer with the hops that led to it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/outcome.h"
#include "scanner/url/url.h"

namespace veedor::facts {

struct Header {
  std::string name;   // lower case
  std::string value;  // white space trimmed; other bytes as they came
};

// Header fields in the order received; names are matched without case.
class Headers {
 public:
  Headers() = default;
  explicit Headers(std::vector<Header> fields) : fields_(std::move(fields)) {}
  void add(std::string_view name, std::string_view value);
  // The first field of that name; the view lives as long as this object.
  std::optional<std::string_view> find(std::string_view name) const;
  // The values of all fields of that name, in order.
  std::vector<std::string_view> all(std::string_view name) const;
  // All values joined with ", " (RFC 9110 §5.2); nothing when the field is absent. Never for Set-Cookie.
  std::optional<std::string> joined(std::string_view name) const;
  const std::vector<Header>& fields() const { return fields_; }

 private:
  std::vector<Header> fields_;
};

// A redirect that was followed.
struct Hop {
  url::Url url;    // what was asked for
  int status = 0;  // 301, 302, 303, 307, 308
  Headers headers;
  std::string address;  // of the server, "203.0.113.7" or "2001:db8::1"
};

struct Response {
  url::Url requested;
  url::Url final_url;  // equals `requested` where nothing was redirected
  Outcome outcome = Outcome::internal_error;
  std::string detail;  // more about a failure, in English, for the log; never needed to understand `outcome`
  int status = 0;      // of the last answer; 0 where none came
  Headers headers;     // of the last answer
  std::vector<Hop> redirects;  // in the order followed; empty without any
  std::string body;            // decoded from its content coding; bytes, not yet text
  std::string address;         // of the server that gave the last answer
  std::string http_version;    // "1.1", "2"
  long long transferred = 0;   // bytes on the wire, bodies of the hops included
  int attempts = 1;

  bool success() const { return outcome == Outcome::read && status >= 200 && status < 300; }
  // The media type of Content-Type in lower case, without parameters; "" where absent.
  std::string media_type() const;
  std::string_view content_type() const { return headers.find("content-type").value_or(""); }
};

}  // namespace veedor::facts
