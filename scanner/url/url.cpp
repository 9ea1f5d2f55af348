#include "scanner/url/url.h"

#include <utility>

#include "scanner/url/record.h"

namespace veedor::url {
namespace {

std::uint32_t offset(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

Result<Url> Url::parse(std::string_view input) { return parse(input, nullptr); }

Result<Url> Url::parse(std::string_view input, const Url& base) { return parse(input, &base); }

Result<Url> Url::parse(std::string_view input, const Url* base) {
  Result<Record> record = parse_record(input, base);
  if (!record) return record.error();
  Url url(*record);
  if (url.href_.size() > kMaxHref) return Error{"the URL is too long"};
  return url;
}

Url::Url(const Record& record) : host_kind_(record.host_kind) {
  href_ = record.scheme;
  scheme_end_ = offset(href_);
  href_ += ':';
  if (host_kind_ != HostKind::none) {
    href_ += "//";
    username_ = offset(href_);
    href_ += record.username;
    username_end_ = password_ = offset(href_);
    if (!record.password.empty()) {
      href_ += ':';
      password_ = offset(href_);
      href_ += record.password;
    }
    password_end_ = offset(href_);
    if (password_end_ > username_) href_ += '@';
    host_ = offset(href_);
    href_ += record.host;
    host_end_ = offset(href_);
    has_port_ = record.port.has_value();
    port_ = record.port.value_or(0);
    if (has_port_) href_ += ':' + std::to_string(port_);
  } else if (record.path.starts_with("//")) {
    href_ += "/.";  // so that the path is not read as a host
  }
  path_ = offset(href_);
  href_ += record.path;
  path_end_ = offset(href_);
  has_query_ = record.query.has_value();
  if (has_query_) href_ += '?';
  query_ = offset(href_);
  if (has_query_) href_ += *record.query;
  query_end_ = offset(href_);
  has_fragment_ = record.fragment.has_value();
  if (has_fragment_) href_ += '#';
  fragment_ = offset(href_);
  if (has_fragment_) href_ += *record.fragment;
}

Record to_record(const Url& url) {
  Record record{.scheme = std::string(url.scheme()),
                .username = std::string(url.username()),
                .password = std::string(url.password()),
                .host_kind = url.host_kind(),
                .host = std::string(url.host()),
                .port = url.port(),
                .path = std::string(url.path()),
                .query = {},
                .fragment = {}};
  if (url.has_query()) record.query = std::string(url.query());
  if (url.has_fragment()) record.fragment = std::string(url.fragment());
  return record;
}

std::string_view Url::part(std::size_t from, std::size_t to) const {
  return std::string_view(href_).substr(from, to - from);
}

std::string_view Url::scheme() const { return part(0, scheme_end_); }
std::string_view Url::username() const { return part(username_, username_end_); }
std::string_view Url::password() const { return part(password_, password_end_); }
std::string_view Url::host() const { return part(host_, host_end_); }
std::string_view Url::path() const { return part(path_, path_end_); }
std::string_view Url::query() const { return part(query_, query_end_); }
std::string_view Url::fragment() const { return part(fragment_, href_.size()); }
bool Url::has_query() const { return has_query_; }
bool Url::has_fragment() const { return has_fragment_; }

std::optional<std::uint16_t> Url::port() const {
  if (!has_port_) return std::nullopt;
  return port_;
}

std::uint16_t Url::effective_port() const { return has_port_ ? port_ : default_port(scheme()).value_or(0); }

bool Url::http_or_https() const { return scheme() == "http" || scheme() == "https"; }

// URL Standard §4.7, "origin".
std::string Url::origin() const {
  if (scheme() == "blob") {
    Result<Url> inner = parse(path());
    return inner && inner->http_or_https() ? inner->origin() : "null";
  }
  if (!is_special(scheme()) || scheme() == "file") return "null";
  return std::string(scheme()) + "://" + std::string(part(host_, path_));
}

std::string Url::path_and_query() const {
  return std::string(part(path_, has_query_ ? query_end_ : path_end_));
}

Url Url::without_fragment() const {
  Url copy = *this;
  copy.href_.resize(query_end_);
  copy.fragment_ = query_end_;
  copy.has_fragment_ = false;
  return copy;
}

std::string Url::display() const {
  if (host_ == username_) return href_;
  return std::string(part(0, username_)) + href_.substr(host_);
}

}  // namespace veedor::url
