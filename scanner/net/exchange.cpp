// The callbacks, and what is read from the handle at the end; the options are in exchange_options.cpp.
#include "scanner/net/exchange.h"

#include <algorithm>
#include <new>
#include <utility>

#include <sys/socket.h>

#include "scanner/base/text.h"
#include "scanner/net/redirect.h"

namespace veedor::net {
namespace {

constexpr std::size_t kMaxHeaderBytes = 256U << 10;  // interim answers included; libcurl stops at 300 KB
constexpr std::size_t kMaxRedirectBody = 64U << 10;  // nobody reads it; enough to keep the connection
constexpr std::size_t kMaxDetail = 300;

long number(CURL* handle, CURLINFO info) {
  long value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

curl_off_t large_number(CURL* handle, CURLINFO info) {
  curl_off_t value = 0;
  curl_easy_getinfo(handle, info, &value);
  return value;
}

std::string http_version(CURL* handle) {
  switch (number(handle, CURLINFO_HTTP_VERSION)) {
    case CURL_HTTP_VERSION_1_0:
      return "1.0";
    case CURL_HTTP_VERSION_1_1:
      return "1.1";
    case CURL_HTTP_VERSION_2_0:
      return "2";
    case CURL_HTTP_VERSION_3:
      return "3";
    default:
      return "";
  }
}

// The status in "HTTP/1.1 301 Moved"; 0 where there is none.
int status_of(std::string_view status_line) {
  const std::size_t space = status_line.find(' ');
  if (space == std::string_view::npos) return 0;
  const std::string_view digits = trim(status_line.substr(space)).substr(0, 3);
  if (digits.size() < 3 || !std::all_of(digits.begin(), digits.end(), is_ascii_digit)) return 0;
  return (digits[0] - '0') * 100 + (digits[1] - '0') * 10 + (digits[2] - '0');
}

}  // namespace

std::unique_ptr<Exchange> Exchange::create(Session& session) {
  std::unique_ptr<Exchange> exchange(new Exchange(session));
  exchange->handle_.reset(curl_easy_init());
  if (!exchange->handle_ || !exchange->set_lasting_options()) return nullptr;
  return exchange;
}

Exchange& Exchange::of(CURL* handle) {
  Exchange* exchange = nullptr;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &exchange);
  return *exchange;
}

bool Exchange::prepare(std::unique_ptr<Transfer> transfer) {
  transfer_ = std::move(transfer);
  ending_ = Ending{};
  ending_.https = transfer_->url.https();
  ending_.through_proxy = !session_.options.proxy.empty();
  fields_.clear();
  body_.clear();
  header_bytes_ = 0;
  body_begun_ = false;
  message_[0] = '\0';
  const std::size_t asked = transfer_->request.max_body;
  max_body_ = asked == 0 ? session_.options.max_body : asked;
  return set_request_options();
}

std::unique_ptr<Transfer> Exchange::conclude(CURLcode code, Ending& ending) {
  ending_.code = code;
  ending_.os_errno = number(handle(), CURLINFO_OS_ERRNO);
  ending_.proxy_status = number(handle(), CURLINFO_HTTP_CONNECTCODE);
  ending_.resolved = large_number(handle(), CURLINFO_NAMELOOKUP_TIME_T) > 0;
  if (large_number(handle(), CURLINFO_CONNECT_TIME_T) > 0) ending_.connected = true;
  ending_.handshake_done = large_number(handle(), CURLINFO_APPCONNECT_TIME_T) > 0;
  ending_.message = message_[0] != '\0' || code == CURLE_OK ? message_.data() : curl_easy_strerror(code);
  bytes_ = large_number(handle(), CURLINFO_SIZE_DOWNLOAD_T) + number(handle(), CURLINFO_HEADER_SIZE);

  facts::Response& response = transfer_->response;
  response.status = ending_.status >= 200 ? ending_.status : 0;  // an interim answer is none
  response.headers = facts::Headers(std::move(fields_));
  response.body = std::move(body_);
  response.transferred += bytes_;
  response.detail = shorten(printable(ending_.message), kMaxDetail);
  response.http_version = http_version(handle());
  const char* address = nullptr;
  curl_easy_getinfo(handle(), CURLINFO_PRIMARY_IP, &address);
  response.address = address ? address : "";

  fields_ = {};
  body_ = {};
  ending = std::move(ending_);
  return std::move(transfer_);
}

// libcurl hands over whole lines: those of interim answers (1xx), of the answer, and after the body its
// trailers.
void Exchange::take_header_line(std::string_view line) {
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  const bool new_answer = ending_.status == 0 || ending_.headers_complete;
  if (new_answer && !line.starts_with("HTTP/")) return;  // a trailer
  if (new_answer) {
    fields_.clear();
    ending_.status = status_of(line);
    ending_.headers_complete = false;
    return;
  }
  if (line.empty()) {
    ending_.headers_complete = true;
    return;
  }
  if ((line.front() == ' ' || line.front() == '\t') && !fields_.empty()) {
    fields_.back().value += ' ' + std::string(trim(line));  // RFC 9112 §5.2: obsolete line folding
    return;
  }
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return;
  fields_.push_back({ascii_lower(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))});
}

std::size_t Exchange::take_body(const char* data, std::size_t size) {
  body_begun_ = true;
  const std::size_t cap = is_redirect(ending_.status) ? std::min(max_body_, kMaxRedirectBody) : max_body_;
  const std::size_t kept = std::min(size, cap - std::min(cap, body_.size()));
  body_.append(data, kept);
  if (kept < size) ending_.stop = Stop::body_cap;
  return kept;
}

std::size_t Exchange::on_header(char* data, std::size_t unit, std::size_t count, void* exchange) {
  Exchange& self = *static_cast<Exchange*>(exchange);
  const std::size_t size = unit * count;
  self.header_bytes_ += size;
  if (self.header_bytes_ > kMaxHeaderBytes) {
    self.ending_.stop = Stop::header_cap;
    return 0;
  }
  try {
    if (!self.body_begun_) self.take_header_line({data, size});
  } catch (const std::bad_alloc&) {  // must not pass through libcurl
    self.ending_.stop = Stop::internal;
    return 0;
  }
  return size;
}

std::size_t Exchange::on_body(char* data, std::size_t unit, std::size_t count, void* exchange) {
  Exchange& self = *static_cast<Exchange*>(exchange);
  try {
    return self.take_body(data, unit * count);
  } catch (const std::bad_alloc&) {
    self.ending_.stop = Stop::internal;
    return 0;
  }
}

curl_socket_t Exchange::open_socket(const curl_sockaddr& address) {
  // The address of a proxy is the user's own choice; Client judges what can be known of the target behind it.
  if (session_.options.proxy.empty() && !session_.guard.allows(transfer_->url.host(), address.addr)) {
    ++ending_.sockets_blocked;
    return CURL_SOCKET_BAD;
  }
  ++ending_.sockets_allowed;
  return socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
}

curl_socket_t Exchange::on_socket(void* exchange, curlsocktype, curl_sockaddr* address) {
  Exchange& self = *static_cast<Exchange*>(exchange);
  try {
    return self.open_socket(*address);
  } catch (const std::bad_alloc&) {
    return CURL_SOCKET_BAD;
  }
}

// A TLS handshake begins, so TCP is connected: CURLINFO_CONNECT_TIME says that only when the handshake is
// over.
CURLcode Exchange::on_handshake(CURL*, void*, void* exchange) {
  static_cast<Exchange*>(exchange)->ending_.connected = true;
  return CURLE_OK;
}

}  // namespace veedor::net
