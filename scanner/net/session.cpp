// Checks the options once, so that a wrong one is an error of the command and not of every page.
#include "scanner/net/session.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "scanner/base/text.h"

namespace veedor::net {
namespace {

// What could end a header line or a cookie and begin another.
bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

std::optional<Error> check_ca_file(const std::string& path) {
  if (path.empty()) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{"the CA file " + path + " cannot be read"};
  constexpr std::size_t kMost = 16U << 20;
  std::string text;
  for (std::string line; text.size() < kMost && std::getline(file, line);) {
    if (line.starts_with("-----BEGIN ") && line.find("CERTIFICATE-----") != std::string::npos)
      return std::nullopt;
    text += line;
  }
  return Error{"the CA file " + path + " holds no certificate in PEM form"};
}

std::optional<Error> check_proxy(const std::string& proxy) {
  if (proxy.empty()) return std::nullopt;
  const std::unique_ptr<CURLU, CurlFree<CURLU, curl_url_cleanup>> parts(curl_url());
  if (!parts) return Error{"memory ran out"};
  constexpr std::array<std::string_view, 6> kSchemes = {"http",    "https",  "socks4",
                                                        "socks4a", "socks5", "socks5h"};
  char* scheme = nullptr;
  const bool parsed = curl_url_set(parts.get(), CURLUPART_URL, proxy.c_str(),
                                   CURLU_NON_SUPPORT_SCHEME | CURLU_DEFAULT_SCHEME) == CURLUE_OK &&
                      curl_url_get(parts.get(), CURLUPART_SCHEME, &scheme, CURLU_DEFAULT_SCHEME) == CURLUE_OK;
  const std::string name = scheme ? scheme : "";
  curl_free(scheme);
  if (!parsed) return Error{"the proxy " + proxy + " is no URL"};
  if (std::find(kSchemes.begin(), kSchemes.end(), name) == kSchemes.end()) {
    return Error{"a proxy of the kind " + name + " is not supported"};
  }
  return std::nullopt;
}

std::optional<Error> check_headers(const Options& options) {
  for (const facts::Header& header : options.headers) {
    if (header.name.empty() || has_control(header.name) || has_control(header.value) ||
        header.name.find_first_of(": ") != std::string::npos) {
      return Error{"\"" + printable(header.name) + "\" cannot be sent as a header"};
    }
  }
  for (const std::string& cookie : options.cookies) {
    const std::size_t equals = cookie.find('=');
    if (equals == 0 || equals == std::string::npos || has_control(cookie)) {
      return Error{"a cookie has the form name=value"};
    }
  }
  if (has_control(options.user_agent)) return Error{"the user agent holds a control character"};
  return std::nullopt;
}

StringList string_list(const std::vector<std::string>& lines) {
  StringList list;
  for (const std::string& line : lines) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (!longer) return nullptr;
    (void)list.release();  // `longer` begins with it
    list.reset(longer);
  }
  return list;
}

std::vector<std::string> header_lines(const std::vector<facts::Header>& headers) {
  std::vector<std::string> lines;
  for (const facts::Header& header : headers) {
    // libcurl's spelling of a header without a value is "Name;".
    lines.push_back(header.value.empty() ? header.name + ";" : header.name + ": " + header.value);
  }
  return lines;
}

// The user's cookies start in the shared jar, so that the site can change and delete them as it does its own.
// The line is a Netscape cookie file's: host, not for subdomains, path, only over TLS, end of the session,
// name, value.
bool put_cookie(CURL* handle, std::string_view host, std::string_view cookie) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const std::size_t equals = cookie.find('=');
  const std::string name(trim(cookie.substr(0, equals)));
  const bool secure = name.starts_with("__Secure-") || name.starts_with("__Host-");
  const std::string line = std::string(host) + "\tFALSE\t/\t" + (secure ? "TRUE" : "FALSE") + "\t0\t" + name +
                           '\t' + std::string(trim(cookie.substr(equals + 1)));
  return curl_easy_setopt(handle, CURLOPT_COOKIELIST, line.c_str()) == CURLE_OK;
}

bool fill_share(const Session& session) {
  for (const curl_lock_data shared :
       {CURL_LOCK_DATA_COOKIE, CURL_LOCK_DATA_DNS, CURL_LOCK_DATA_SSL_SESSION}) {
    if (curl_share_setopt(session.share.get(), CURLSHOPT_SHARE, shared) != CURLSHE_OK) return false;
  }
  const EasyHandle handle(curl_easy_init());
  if (!handle || curl_easy_setopt(handle.get(), CURLOPT_SHARE, session.share.get()) != CURLE_OK) return false;
  for (const std::string& host : session.guard.named_hosts()) {
    for (const std::string& cookie : session.options.cookies) {
      if (!put_cookie(handle.get(), host, cookie)) return false;
    }
  }
  return true;
}

}  // namespace

Result<std::unique_ptr<Session>> Session::create(Options options, AddressGuard guard) {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) return Error{curl_easy_strerror(started)};
  if (auto error = check_ca_file(options.ca_file)) return *error;
  if (auto error = check_proxy(options.proxy)) return *error;
  if (auto error = check_headers(options)) return *error;

  auto session = std::make_unique<Session>();
  session->options = std::move(options);
  session->guard = std::move(guard);
  session->headers = string_list(header_lines(session->options.headers));
  session->connect_to = string_list(session->options.connect_to);
  session->share.reset(curl_share_init());
  const bool complete = (session->options.headers.empty() || session->headers) &&
                        (session->options.connect_to.empty() || session->connect_to);
  if (!complete || !session->share || !fill_share(*session)) return Error{"libcurl could not be prepared"};
  return session;
}

}  // namespace veedor::net
