// Content-Security-Policy: the policies that a page is under, and what each lets through (CSP Level 3).
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "scanner/facts/page.h"

namespace veedor::rules {

struct CspDirective {
  std::string_view name;                  // as written; compared without case
  std::vector<std::string_view> sources;  // the words after it
};

// One policy; views into the header field or the attribute that it was read from.
class CspPolicy {
 public:
  // §2.2.1, "parse a serialized CSP": a directive that is repeated counts once, the first time.
  static CspPolicy parse(std::string_view text);

  bool empty() const { return directives_.empty(); }
  // Null where the policy does not have it.
  const CspDirective* directive(std::string_view name) const;
  // The first of these directives that the policy has: the order of fallback. Null if it has none.
  const CspDirective* effective(std::initializer_list<std::string_view> names) const;

 private:
  friend std::vector<CspPolicy> csp_policies(const facts::Page& page);
  std::vector<CspDirective> directives_;
};

// The policies that a browser enforces on the page, all at once: those of every header field, each of which
// may hold several, and of every <meta> in <head>. In a <meta>, frame-ancestors, sandbox and the reporting
// directives are not there (§3.3). Policies without a directive are left out. The views live as long as the
// page.
std::vector<CspPolicy> csp_policies(const facts::Page& page);

// §6.7.3.2, "does a source list allow all inline behavior": 'unsafe-inline' that no nonce, hash or
// 'strict-dynamic' takes back.
bool allows_inline(const CspDirective& directive);
// Without regard to case, as keywords are compared.
bool has_source(const CspDirective& directive, std::string_view source);
// The first of `directive`'s sources that lets any host through: "*", "https:", "http://*". A scheme such as
// "data:" is another matter. Nothing where 'strict-dynamic' makes browsers ignore hosts.
std::optional<std::string_view> any_host_source(const CspDirective& directive);
// "cdn.example.org" of "https://cdn.example.org:443/lib/"; nothing for keywords, nonces, hashes and schemes.
std::optional<std::string_view> source_host(std::string_view source);
// The part from the first '/' after the host; "" where the source has none.
std::string_view source_path(std::string_view source);
// The value of 'nonce-…'; nothing for other sources.
std::optional<std::string_view> nonce(std::string_view source);
bool is_hash(std::string_view source);  // 'sha256-…'

// Upgrade Insecure Requests §3: requests for http: leave as https:.
bool upgrades_insecure_requests(const facts::Page& page);

}  // namespace veedor::rules
