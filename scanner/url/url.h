// A URL as the WHATWG URL Standard parses and serialises it.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/result.h"

namespace veedor::url {

enum class HostKind : std::uint8_t { none, empty, domain, ipv4, ipv6, opaque };

struct Record;

// What parse() reads at most; a longer input is an error. The serialisation may be longer (percent-encoding).
inline constexpr std::size_t kMaxInput = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxHref = 4 * kMaxInput;

// An immutable URL record. The views that its getters return live as long as the object.
class Url {
 public:
  Url() = default;  // no URL: every part is empty
  // URL Standard §4.4, "basic URL parser". Without a base, a relative reference is an error.
  static Result<Url> parse(std::string_view input);
  static Result<Url> parse(std::string_view input, const Url& base);

  const std::string& href() const { return href_; }  // the serialisation, fragment included
  std::string_view scheme() const;                   // "https", without the colon
  std::string_view username() const;
  std::string_view password() const;
  std::string_view host() const;  // "example.org", "[::1]"; empty where there is none
  HostKind host_kind() const { return host_kind_; }
  std::optional<std::uint16_t> port() const;  // none where it is the scheme's default
  std::uint16_t effective_port() const;       // 0 for a scheme that has no default
  std::string_view path() const;              // "/a/b"
  std::string_view query() const;             // without "?"; see has_query()
  bool has_query() const;
  std::string_view fragment() const;  // without "#"
  bool has_fragment() const;

  bool http_or_https() const;
  bool https() const { return scheme() == "https"; }
  std::string origin() const;          // "https://example.org:8443"; "null" for an opaque origin
  std::string path_and_query() const;  // what goes into a request line
  Url without_fragment() const;
  // "https://example.org:8443/a?b" without user name and password: what a report may show.
  std::string display() const;

  bool operator==(const Url& other) const { return href_ == other.href_; }
  auto operator<=>(const Url& other) const { return href_ <=> other.href_; }

 private:
  static Result<Url> parse(std::string_view input, const Url* base);
  explicit Url(const Record& record);  // URL Standard §4.5, "URL serializer"
  std::string_view part(std::size_t from, std::size_t to) const;

  std::string href_;
  // Where the parts are in href_; an absent part is empty, and the flags tell absent from empty.
  std::uint32_t scheme_end_ = 0;  // the colon's place
  std::uint32_t username_ = 0, username_end_ = 0;
  std::uint32_t password_ = 0, password_end_ = 0;
  std::uint32_t host_ = 0, host_end_ = 0;
  std::uint32_t path_ = 0, path_end_ = 0;
  std::uint32_t query_ = 0, query_end_ = 0;
  std::uint32_t fragment_ = 0;
  std::uint16_t port_ = 0;
  bool has_port_ = false, has_query_ = false, has_fragment_ = false;
  HostKind host_kind_ = HostKind::none;
};

// URL Standard §3.3, "domain to ASCII" (be_strict false): lower-cased, Punycode. An error for what is no
// domain.
Result<std::string> domain_to_ascii(std::string_view domain);

// "example.gob.ec" for "www.example.gob.ec", by the Public Suffix List; the host itself where there is none
// (an IP address).
std::string registrable_domain(std::string_view host);

std::string percent_decode(std::string_view text);

}  // namespace veedor::url
