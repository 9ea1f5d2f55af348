// libcurl's options for one attempt. What is dangerous by default (proxies of the environment, other
// protocols, redirects followed unseen) is set explicitly.
#include <algorithm>
#include <string>

#include "scanner/net/exchange.h"

namespace veedor::net {
namespace {

template <class T>
bool set(CURL* handle, CURLoption option, T value) {
  return curl_easy_setopt(handle, option, value) == CURLE_OK;
}

}  // namespace

bool Exchange::set_request_options() {
  CURL* curl = handle();
  const std::string address = transfer_->url.without_fragment().href();
  const bool head = transfer_->request.method == Method::head;
  const long version = transfer_->avoid_http2 ? CURL_HTTP_VERSION_1_1 : CURL_HTTP_VERSION_2TLS;
  // Part of a compressed body is of no use.
  const bool beginning = transfer_->request.beginning && max_body_ > 0;
  const std::string range = beginning ? "0-" + std::to_string(max_body_ - 1) : "";
  const char* const codings =
      session_.options.compressed && !beginning ? "" : nullptr;  // "": every coding libcurl can undo
  curl_slist* headers = session_.guard.named(transfer_->url.host()) ? session_.headers.get() : nullptr;
  return set(curl, CURLOPT_URL, address.c_str()) && set(curl, head ? CURLOPT_NOBODY : CURLOPT_HTTPGET, 1L) &&
         set(curl, CURLOPT_HTTP_VERSION, version) && set(curl, CURLOPT_HTTPHEADER, headers) &&
         set(curl, CURLOPT_RANGE, beginning ? range.c_str() : nullptr) &&
         set(curl, CURLOPT_ACCEPT_ENCODING, codings);
}

// These hold for every request. The handle is never reset: libcurl 7.88 then forgets to free the list behind
// COOKIEFILE.
bool Exchange::set_lasting_options() {
  CURL* curl = handle();
  return set(curl, CURLOPT_PRIVATE, this) && set(curl, CURLOPT_ERRORBUFFER, message_.data()) &&
         set(curl, CURLOPT_PATH_AS_IS, 1L) &&  // the URL Standard has already resolved dot segments
         set(curl, CURLOPT_PROTOCOLS_STR, "http,https") && set(curl, CURLOPT_FOLLOWLOCATION, 0L) &&
         set(curl, CURLOPT_HTTP09_ALLOWED, 0L) &&
         set(curl, CURLOPT_USERAGENT, session_.options.user_agent.c_str()) &&
         set(curl, CURLOPT_SHARE, session_.share.get()) &&
         set(curl, CURLOPT_COOKIEFILE, "") &&  // no file, but cookies are on
         set(curl, CURLOPT_HEADERFUNCTION, &Exchange::on_header) && set(curl, CURLOPT_HEADERDATA, this) &&
         set(curl, CURLOPT_WRITEFUNCTION, &Exchange::on_body) && set(curl, CURLOPT_WRITEDATA, this) &&
         set_connection_options() && set_tls_options();
}

bool Exchange::set_connection_options() {
  const Options& options = session_.options;
  CURL* curl = handle();
  const auto milliseconds = [](std::chrono::milliseconds time) {
    return static_cast<long>(std::max<std::chrono::milliseconds::rep>(1, time.count()));
  };
  return set(curl, CURLOPT_NOSIGNAL, 1L) &&  // see sigpipe.h
         set(curl, CURLOPT_PROXY, options.proxy.c_str()) && set(curl, CURLOPT_NOPROXY, "") &&
         set(curl, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L) &&
         set(curl, CURLOPT_CONNECTTIMEOUT_MS, milliseconds(options.connect_timeout)) &&
         set(curl, CURLOPT_TIMEOUT_MS, milliseconds(options.total_timeout)) &&
         set(curl, CURLOPT_LOW_SPEED_LIMIT, options.low_speed_bytes) &&
         set(curl, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.low_speed_time.count())) &&
         (!session_.connect_to || set(curl, CURLOPT_CONNECT_TO, session_.connect_to.get())) &&
         set(curl, CURLOPT_OPENSOCKETFUNCTION, &Exchange::on_socket) &&
         set(curl, CURLOPT_OPENSOCKETDATA, this);
}

bool Exchange::set_tls_options() {
  const Options& options = session_.options;
  CURL* curl = handle();
  if (!set(curl, CURLOPT_SSL_CTX_FUNCTION, &Exchange::on_handshake) ||
      !set(curl, CURLOPT_SSL_CTX_DATA, this)) {
    return false;
  }
  if (options.verification == Verification::skip) {
    // What is to be looked at may be too weak for OpenSSL's default level: 1024-bit keys, SHA-1, TLS 1.0.
    return set(curl, CURLOPT_SSL_VERIFYPEER, 0L) && set(curl, CURLOPT_SSL_VERIFYHOST, 0L) &&
           set(curl, CURLOPT_SSL_CIPHER_LIST, "DEFAULT@SECLEVEL=0") &&
           set(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_0));
  }
  if (!set(curl, CURLOPT_SSL_VERIFYPEER, 1L) || !set(curl, CURLOPT_SSL_VERIFYHOST, 2L)) return false;
  // A given file takes the place of the system's bundle, and the system's directory of hashed certificates
  // stays beside it.
  if (!options.ca_file.empty()) return set(curl, CURLOPT_CAINFO, options.ca_file.c_str());
  // The bundle alone is read once for all handshakes; with a directory, libcurl would read it again for each.
  const bool has_bundle = curl_version_info(CURLVERSION_NOW)->cainfo != nullptr;
  return !has_bundle || set<const char*>(curl, CURLOPT_CAPATH, nullptr);
}

}  // namespace veedor::net
