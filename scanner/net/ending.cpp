// The table from libcurl's codes to named outcomes.
#include "scanner/net/ending.h"

#include <cerrno>

#include "scanner/net/redirect.h"

namespace veedor::net {
namespace {

using facts::Outcome;

Outcome of_status(const Ending& ending) {
  if (ending.status == 407 && ending.through_proxy) return Outcome::proxy_failed;
  if (ending.status == 429 || ending.status == 503) return Outcome::rate_limited;
  if (ending.status >= 400) return Outcome::http_error;
  return ending.status >= 200 ? Outcome::read : Outcome::bad_http;
}

Outcome of_failed_connection(const Ending& ending) {
  if (ending.sockets_blocked > 0 && ending.sockets_allowed == 0) return Outcome::address_blocked;
  if (ending.through_proxy) return Outcome::proxy_failed;
  return ending.os_errno == ECONNREFUSED ? Outcome::refused : Outcome::unreachable;
}

// The step that did not come to its end names the outcome; for the last one, low speed shows in the message
// only.
Outcome of_timeout(const Ending& ending) {
  if (!ending.connected) {
    if (ending.through_proxy) return Outcome::proxy_failed;
    return ending.resolved ? Outcome::unreachable : Outcome::dns_failed;
  }
  if (ending.https && !ending.handshake_done) return Outcome::tls_failed;
  return ending.message.starts_with("Operation too slow") ? Outcome::too_slow : Outcome::timed_out;
}

// CURLE_RECV_ERROR is both a reset connection and a chunk length that is none; only the message tells.
Outcome of_receive_error(const Ending& ending) {
  const bool chunks = ending.message.find("hunk") != std::string::npos;
  return chunks && ending.os_errno == 0 ? Outcome::bad_http : Outcome::connection_lost;
}

Outcome of_stop(Stop stop) {
  switch (stop) {
    case Stop::body_cap:
      return Outcome::too_large;
    case Stop::header_cap:
      return Outcome::bad_http;
    case Stop::none:
    case Stop::internal:
      break;
  }
  return Outcome::internal_error;
}

}  // namespace

Outcome outcome_of(const Ending& ending) {
  if (ending.headers_complete && is_redirect(ending.status))
    return Outcome::read;  // its body does not matter
  if (ending.stop != Stop::none) return of_stop(ending.stop);
  if (ending.through_proxy && ending.proxy_status >= 300) return Outcome::proxy_failed;
  switch (ending.code) {
    case CURLE_OK:
      return of_status(ending);
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_URL_MALFORMAT:
      return Outcome::unknown_host;  // of the second: the URL was parsed before: its host can be no DNS name
    case CURLE_COULDNT_CONNECT:
      return of_failed_connection(ending);
    case CURLE_OPERATION_TIMEDOUT:
      return of_timeout(ending);
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CERTPROBLEM:  // the server wants a certificate of ours
      return Outcome::tls_failed;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:  // no store of roots: nothing can be verified
    case CURLE_SSL_ISSUER_ERROR:
      return Outcome::certificate_untrusted;
    case CURLE_RECV_ERROR:
      return of_receive_error(ending);
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2_STREAM:
      return Outcome::connection_lost;
    case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9, that is no status line at all
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_HTTP2:
      return Outcome::bad_http;
    // Memory: of a header line that never ends; libcurl's own limit for it has no other name.
    case CURLE_OUT_OF_MEMORY:
      return ending.headers_complete ? Outcome::internal_error : Outcome::bad_http;
    case CURLE_BAD_CONTENT_ENCODING:
      return Outcome::bad_content_encoding;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
      return Outcome::proxy_failed;
    default:
      return Outcome::internal_error;
  }
}

}  // namespace veedor::net
