// The basic URL parser of URL Standard §4.4. Each state is a function that ends in the next one, on bytes of
// UTF-8: every set of code points that the states look for is ASCII.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/url/host.h"
#include "scanner/url/percent_encoding.h"
#include "scanner/url/record.h"

namespace veedor::url {
namespace {

using Failure = std::optional<Error>;

bool is_drive_letter(std::string_view text) {
  return text.size() == 2 && is_ascii_alpha(text[0]) && (text[1] == ':' || text[1] == '|');
}

bool starts_with_drive_letter(std::string_view text) {
  return is_drive_letter(text.substr(0, 2)) &&
         (text.size() == 2 || std::string_view("/\\?#").find(text[2]) != std::string_view::npos);
}

// "/C:", a path whose one segment is a normalised Windows drive letter.
bool is_drive_path(std::string_view path) {
  return path.size() == 3 && path[0] == '/' && is_ascii_alpha(path[1]) && path[2] == ':';
}

bool is_single_dot(std::string_view segment) { return segment == "." || ascii_iequals(segment, "%2e"); }

bool is_double_dot(std::string_view segment) {
  return segment == ".." || ascii_iequals(segment, ".%2e") || ascii_iequals(segment, "%2e.") ||
         ascii_iequals(segment, "%2e%2e");
}

class Parser {
 public:
  Parser(std::string input, std::optional<Record> base) : input_(std::move(input)), base_(std::move(base)) {}

  Failure scheme_start();
  Record take() { return std::move(record_); }

 private:
  Failure no_scheme();
  Failure relative();
  Failure relative_slash();
  Failure authority_after_slashes();
  Failure authority();
  Failure host_and_port(std::string_view text);
  Failure port(std::string_view digits);
  Failure file();
  Failure file_slash();
  Failure file_host();
  Failure path_start();
  Failure path();
  Failure opaque_path();
  Failure after_path();

  bool at_end() const { return at_ >= input_.size(); }
  bool at(char c) const { return !at_end() && input_[at_] == c; }
  bool at_slash() const { return at('/') || (special_ && at('\\')); }
  bool at_path_end() const { return at_end() || at('?') || at('#'); }
  std::string_view rest() const { return std::string_view(input_).substr(at_); }
  // From here to the first of `stops`, or to the end; moves there.
  std::string_view take_until(std::string_view stops);
  bool base_is_file() const { return base_ && base_->scheme == "file"; }
  void copy_authority();
  void add_segment(std::string segment, bool followed_by_slash);
  void shorten_path();

  std::string input_;
  std::size_t at_ = 0;
  std::optional<Record> base_;
  Record record_;
  bool special_ = false;
};

std::string_view Parser::take_until(std::string_view stops) {
  const std::size_t start = at_;
  at_ = std::min(input_.find_first_of(stops, at_), input_.size());
  return std::string_view(input_).substr(start, at_ - start);
}

Failure Parser::scheme_start() {
  const auto* const end = std::ranges::find_if_not(input_.data(), input_.data() + input_.size(), [](char c) {
    return is_ascii_alnum(c) || c == '+' || c == '-' || c == '.';
  });
  const auto length = static_cast<std::size_t>(end - input_.data());
  if (length == 0 || !is_ascii_alpha(input_[0]) || length == input_.size() || *end != ':') return no_scheme();

  record_.scheme = ascii_lower(std::string_view(input_).substr(0, length));
  special_ = is_special(record_.scheme);
  at_ = length + 1;
  if (record_.scheme == "file") return file();
  if (special_) {
    const bool same_scheme = base_ && base_->scheme == record_.scheme;
    return same_scheme && !rest().starts_with("//") ? relative() : authority_after_slashes();
  }
  if (!at('/')) return opaque_path();
  ++at_;
  if (!at('/')) return path();
  ++at_;
  return authority();
}

Failure Parser::no_scheme() {
  if (!base_) return Error{"it is relative and there is no base URL"};
  if (base_->has_opaque_path()) {
    if (!at('#')) return Error{"it is relative and the base URL has no hierarchy"};
    record_ = *base_;
    return after_path();
  }
  return base_is_file() ? file() : relative();
}

Failure Parser::relative() {
  record_.scheme = base_->scheme;
  special_ = is_special(record_.scheme);
  if (at_slash()) {
    ++at_;
    return relative_slash();
  }
  copy_authority();
  record_.path = base_->path;
  if (at_path_end()) {
    record_.query = base_->query;
    return after_path();
  }
  shorten_path();
  return path();
}

Failure Parser::relative_slash() {
  if (special_ && at_slash()) return authority_after_slashes();
  if (at('/')) {
    ++at_;
    return authority();
  }
  copy_authority();
  return path();
}

void Parser::copy_authority() {
  record_.username = base_->username;
  record_.password = base_->password;
  record_.host_kind = base_->host_kind;
  record_.host = base_->host;
  record_.port = base_->port;
}

Failure Parser::authority_after_slashes() {
  while (at('/') || at('\\')) ++at_;
  return authority();
}

Failure Parser::authority() {
  const std::string_view text = take_until(special_ ? "/\\?#" : "/?#");
  const std::size_t sign = text.rfind('@');
  if (sign == std::string_view::npos) return host_and_port(text);
  const std::string_view credentials = text.substr(0, sign);
  const std::size_t colon = credentials.find(':');
  record_.username = percent_encode(credentials.substr(0, colon), EncodeSet::userinfo);
  if (colon != std::string_view::npos) {
    record_.password = percent_encode(credentials.substr(colon + 1), EncodeSet::userinfo);
  }
  const std::string_view host = text.substr(sign + 1);
  if (host.empty()) return Error{"there is a user name but no host"};
  return host_and_port(host);
}

Failure Parser::host_and_port(std::string_view text) {
  bool inside_brackets = false;
  const auto colon = static_cast<std::size_t>(std::ranges::find_if(text,
                                                                   [&inside_brackets](char c) {
                                                                     if (c == '[') inside_brackets = true;
                                                                     if (c == ']') inside_brackets = false;
                                                                     return c == ':' && !inside_brackets;
                                                                   }) -
                                              text.begin());
  const bool has_port = colon < text.size();
  const std::string_view name = text.substr(0, colon);
  if (name.empty() && (special_ || has_port)) return Error{"there is no host"};

  Result<Host> host = parse_host(name, special_ ? HostRules::special : HostRules::opaque);
  if (!host) return host.error();
  record_.host_kind = host->kind;
  record_.host = std::move(host->text);
  if (has_port) {
    if (Failure failure = port(text.substr(colon + 1))) return failure;
  }
  return path_start();
}

Failure Parser::port(std::string_view digits) {
  std::uint32_t value = 0;
  for (char c : digits) {
    if (!is_ascii_digit(c)) return Error{"the port is not a number"};
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
    if (value > 0xFFFF) return Error{"the port is larger than 65535"};
  }
  const auto number = static_cast<std::uint16_t>(value);
  if (!digits.empty() && number != default_port(record_.scheme)) record_.port = number;
  return std::nullopt;
}

Failure Parser::file() {
  record_.scheme = "file";
  special_ = true;
  record_.host_kind = HostKind::empty;
  if (at_slash()) {
    ++at_;
    return file_slash();
  }
  if (!base_is_file()) return path();
  record_.host_kind = base_->host_kind;
  record_.host = base_->host;
  record_.path = base_->path;
  if (at_path_end()) {
    record_.query = base_->query;
    return after_path();
  }
  if (starts_with_drive_letter(rest())) {
    record_.path.clear();
  } else {
    shorten_path();
  }
  return path();
}

Failure Parser::file_slash() {
  if (at_slash()) {
    ++at_;
    return file_host();
  }
  if (base_is_file()) {
    record_.host_kind = base_->host_kind;
    record_.host = base_->host;
    const std::string_view first = std::string_view(base_->path).substr(0, base_->path.find('/', 1));
    if (!starts_with_drive_letter(rest()) && is_drive_path(first)) record_.path = first;
  }
  return path();
}

Failure Parser::file_host() {
  const std::size_t start = at_;
  const std::string_view text = take_until("/\\?#");
  if (is_drive_letter(text)) {  // "file://C|/" is a path, not a host
    at_ = start;
    return path();
  }
  if (text.empty()) return path_start();
  Result<Host> host = parse_host(text, HostRules::special);
  if (!host) return host.error();
  if (host->text != "localhost") {
    record_.host_kind = host->kind;
    record_.host = std::move(host->text);
  }
  return path_start();
}

Failure Parser::path_start() {
  if (!special_ && at_path_end()) return after_path();
  if (at_slash()) ++at_;
  return path();
}

// Begins after the slash that opens the first segment.
Failure Parser::path() {
  for (;;) {
    const std::string_view segment = take_until(special_ ? "/\\?#" : "/?#");
    const bool slash = at_slash();
    add_segment(percent_encode(segment, EncodeSet::path), slash);
    if (!slash) return after_path();
    ++at_;
  }
}

void Parser::add_segment(std::string segment, bool followed_by_slash) {
  if (is_double_dot(segment)) shorten_path();
  if (is_double_dot(segment) || is_single_dot(segment)) {
    if (!followed_by_slash) record_.path += '/';
    return;
  }
  if (record_.scheme == "file" && record_.path.empty() && is_drive_letter(segment)) segment[1] = ':';
  record_.path += '/';
  record_.path += segment;
}

// URL Standard §4.1, "shorten a URL's path".
void Parser::shorten_path() {
  if (record_.scheme == "file" && is_drive_path(record_.path)) return;
  const std::size_t slash = record_.path.rfind('/');
  if (slash != std::string::npos) record_.path.resize(slash);
}

Failure Parser::opaque_path() {
  const std::string_view text = take_until("?#");
  record_.path = percent_encode(text, EncodeSet::c0_control);
  if (text.ends_with(' ') && !at_end()) record_.path.replace(record_.path.size() - 1, 1, "%20");
  return after_path();
}

Failure Parser::after_path() {
  if (at('?')) {
    ++at_;
    record_.query = percent_encode(take_until("#"), special_ ? EncodeSet::special_query : EncodeSet::query);
  }
  if (at('#')) {
    ++at_;
    record_.fragment = percent_encode(rest(), EncodeSet::fragment);
  }
  return std::nullopt;
}

// Without the C0 controls and spaces around it, without tabs and line ends, and well-formed.
std::string clean(std::string_view input) {
  auto is_c0_or_space = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  while (!input.empty() && is_c0_or_space(input.front())) input.remove_prefix(1);
  while (!input.empty() && is_c0_or_space(input.back())) input.remove_suffix(1);
  std::string text = repair_utf8(input);
  std::erase_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

}  // namespace

Result<Record> parse_record(std::string_view input, const Url* base) {
  if (input.size() > kMaxInput) return Error{"the URL is too long"};
  std::optional<Record> base_record;
  if (base != nullptr && !base->href().empty()) base_record = to_record(*base);
  Parser parser(clean(input), std::move(base_record));
  if (Failure failure = parser.scheme_start()) return *failure;
  return parser.take();
}

}  // namespace veedor::url
