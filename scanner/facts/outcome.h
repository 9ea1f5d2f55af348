// What became of a fetch: `read`, or the name of what went wrong. The names are part of scan.json and never
// change.
#pragma once

#include <cstdint>
#include <string_view>

namespace veedor::facts {

enum class Outcome : std::uint8_t {
  read,             // an answer was read to its end
  unknown_host,     // DNS knows no such name
  dns_failed,       // DNS did not answer
  unreachable,      // no route, or the connection attempt timed out
  refused,          // the port is closed
  address_blocked,  // the address guard: a private or otherwise special address that the user did not name
  tls_failed,       // no TLS handshake could be completed
  certificate_untrusted,  // the handshake ended because the certificate could not be verified
  timed_out,              // the total time ran out
  too_slow,               // the transfer rate stayed under the floor
  connection_lost,        // closed or reset before the answer was complete
  too_large,              // the decoded body passed the cap; what was read is kept
  bad_http,               // what came is not HTTP
  bad_content_encoding,   // gzip, brotli or zstd data that does not decode
  too_many_redirects,     // more than the cap
  redirect_loop,          // a hop led back to an earlier one
  bad_redirect,           // Location is missing, is no URL, or leads to a scheme other than http and https
  redirect_out_of_scope,  // a hop left the scope of the scan; it was not followed
  disallowed_by_robots,   // robots.txt forbids it; nothing was sent
  rate_limited,           // 429 or 503 until the retries were used up
  http_error,             // another status of 400 and above
  not_html,               // read, but no HTML: recorded, not judged as a page
  empty,                  // a status of success without a body
  over_budget,            // the page passed the parser's budget of memory or time
  proxy_failed,           // the given proxy could not be used
  interrupted,            // the scan was stopped first
  internal_error,         // the client failed for a reason of its own
};

// "unknown_host"; valid for ever.
std::string_view name(Outcome outcome);
// Every outcome, in the order above.
inline constexpr int kOutcomeCount = static_cast<int>(Outcome::internal_error) + 1;

}  // namespace veedor::facts
