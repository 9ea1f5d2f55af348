// The URL record of URL Standard §4.1 while it is being built, and the parser that fills it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/url/url.h"

namespace veedor::url {

struct Record {
  std::string scheme;
  std::string username;
  std::string password;
  HostKind host_kind = HostKind::none;
  std::string host;
  std::optional<std::uint16_t> port;
  // A list of segments as its serialisation: "" is the empty list, "/a/" the list ("a", ""). An opaque path
  // is kept as it is and never begins with a slash.
  std::string path;
  std::optional<std::string> query;
  std::optional<std::string> fragment;

  bool has_opaque_path() const { return host_kind == HostKind::none && !path.starts_with('/'); }
};

// URL Standard §4.4. `base` may be null.
Result<Record> parse_record(std::string_view input, const Url* base);

Record to_record(const Url& url);

// URL Standard §4.2: "special" schemes.
bool is_special(std::string_view scheme);
std::optional<std::uint16_t> default_port(std::string_view scheme);

}  // namespace veedor::url
