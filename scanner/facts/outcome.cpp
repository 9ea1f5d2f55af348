// The published names of the outcomes.
#include "scanner/facts/outcome.h"

#include <array>
#include <cassert>

namespace veedor::facts {
namespace {

constexpr std::array<std::string_view, kOutcomeCount> kNames = {
    "read",
    "unknown_host",
    "dns_failed",
    "unreachable",
    "refused",
    "address_blocked",
    "tls_failed",
    "certificate_untrusted",
    "timed_out",
    "too_slow",
    "connection_lost",
    "too_large",
    "bad_http",
    "bad_content_encoding",
    "too_many_redirects",
    "redirect_loop",
    "bad_redirect",
    "redirect_out_of_scope",
    "disallowed_by_robots",
    "rate_limited",
    "http_error",
    "not_html",
    "empty",
    "over_budget",
    "proxy_failed",
    "interrupted",
    "internal_error",
};
static_assert(!kNames.back().empty(), "every outcome has a name");

}  // namespace

std::string_view name(Outcome outcome) {
  const auto index = static_cast<std::size_t>(outcome);
  assert(index < kNames.size());
  return kNames[index];
}

}  // namespace veedor::facts
