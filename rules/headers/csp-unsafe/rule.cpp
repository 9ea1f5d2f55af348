// A Content-Security-Policy is there, but a script that somebody slips into the page would still run. A
// weakness counts only where every policy of the page has it: browsers enforce them all (CSP3 §3.3).
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/csp.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

using Policies = std::vector<CspPolicy>;

// Where anybody can publish a file, or where a file lies that runs text as a script (old AngularJS, JSONP): a
// policy that trusts the whole host trusts everybody. After the list of CSP Evaluator.
constexpr std::array<std::string_view, 14> kOpenHosts = {
    "ajax.googleapis.com",    "cdn.jsdelivr.net", "cdnjs.cloudflare.com",
    "cdn.statically.io",      "esm.sh",           "gitcdn.xyz",
    "raw.githack.com",        "rawgit.com",       "cdn.rawgit.com",
    "storage.googleapis.com", "s3.amazonaws.com", "unpkg.com",
    "cdn.skypack.dev",        "yastatic.net"};

const CspDirective* elements(const CspPolicy& policy) {
  return policy.effective({"script-src-elem", "script-src", "default-src"});
}
const CspDirective* attributes(const CspPolicy& policy) {
  return policy.effective({"script-src-attr", "script-src", "default-src"});
}
const CspDirective* scripts(const CspPolicy& policy) {
  return policy.effective({"script-src", "default-src"});
}

// CSP3 §6.3.2: a sandbox without allow-scripts runs none.
bool forbids_scripts(const CspPolicy& policy) {
  const CspDirective* sandbox = policy.directive("sandbox");
  return sandbox != nullptr && !has_source(*sandbox, "allow-scripts");
}

bool judges_scripts(const CspPolicy& policy) { return elements(policy) != nullptr; }

Verdict failed(std::string_view message, const CspDirective& directive, std::string_view source) {
  const std::string name = shorten(printable(ascii_lower(directive.name)), 40);
  const std::string text = shorten(printable(source), 80);
  return {.outcome = Outcome::failed,
          .message = message,
          .values = {{"directive", name}, {"source", text}},
          .cause = std::string(message) + " " + name + " " + text};
}

template <class Test>
bool all(const Policies& policies, Test test) {
  return std::ranges::all_of(policies, test);
}

// The directive of the first policy that `find` has an answer for, if every policy has one.
template <class Find>
const CspDirective* shared_weakness(const Policies& policies, Find find) {
  if (!all(policies, [&](const CspPolicy& policy) { return find(policy) != nullptr; })) return nullptr;
  return find(policies.front());
}

const CspDirective* inline_elements(const CspPolicy& policy) {
  const CspDirective* directive = elements(policy);
  return directive != nullptr && allows_inline(*directive) ? directive : nullptr;
}
const CspDirective* inline_attributes(const CspPolicy& policy) {
  const CspDirective* directive = attributes(policy);
  return directive != nullptr && allows_inline(*directive) ? directive : nullptr;
}

// Trusted Types §4.1: eval of a text is refused all the same.
const CspDirective* evaluation(const CspPolicy& policy) {
  const CspDirective* directive = scripts(policy);
  if (directive == nullptr || !has_source(*directive, "'unsafe-eval'")) return nullptr;
  const CspDirective* types = policy.directive("require-trusted-types-for");
  return types != nullptr && has_source(*types, "'script'") ? nullptr : directive;
}

const CspDirective* any_host(const CspPolicy& policy) {
  const CspDirective* directive = elements(policy);
  return directive != nullptr && any_host_source(*directive) ? directive : nullptr;
}

const CspDirective* data_scripts(const CspPolicy& policy) {
  const CspDirective* directive = elements(policy);
  if (directive == nullptr || has_source(*directive, "'strict-dynamic'")) return nullptr;
  return has_source(*directive, "data:") ? directive : nullptr;
}

// "*.github.io" and "*.com": everybody can have a host there, as the Public Suffix List says.
bool is_open_suffix(std::string_view source) {
  const auto host = source_host(source);
  if (!host || !host->starts_with("*.") || source_path(source).size() > 1) return false;
  const std::string below = "a" + ascii_lower(host->substr(1));
  return url::registrable_domain(below) == below;
}

const CspDirective* open_suffix(const CspPolicy& policy) {
  const CspDirective* directive = elements(policy);
  if (directive == nullptr || has_source(*directive, "'strict-dynamic'")) return nullptr;
  return std::ranges::any_of(directive->sources, is_open_suffix) ? directive : nullptr;
}

// The source by which a policy trusts one of the open hosts as a whole.
std::string_view open_source(const CspPolicy& policy, std::string_view open_host) {
  const CspDirective* directive = elements(policy);
  if (directive == nullptr || has_source(*directive, "'strict-dynamic'")) return {};
  for (std::string_view source : directive->sources) {
    const auto host = source_host(source);
    if (!host || source_path(source).size() > 1) continue;
    const bool below = host->starts_with("*.") && open_host.size() >= host->size() &&
                       ascii_iequals(open_host.substr(open_host.size() - host->size() + 1), host->substr(1));
    if (below || ascii_iequals(*host, open_host)) return source;
  }
  return {};
}

bool is_loose(const CspDirective* directive) {
  return directive == nullptr || any_host_source(*directive) || has_source(*directive, "data:");
}

// A <base> that somebody slips in sends the page's own scripts, trusted by their nonce, to another host.
bool base_matters(const CspPolicy& policy) {
  const CspDirective* directive = elements(policy);
  return directive != nullptr && std::ranges::any_of(directive->sources, [](std::string_view source) {
           return nonce(source).has_value();
         });
}

void add_host_weaknesses(const Policies& policies, Verdicts& verdicts) {
  if (const CspDirective* directive = shared_weakness(policies, any_host)) {
    verdicts.push_back(failed("any-host", *directive, any_host_source(*directive).value_or("*")));
    return;
  }
  if (const CspDirective* directive = shared_weakness(policies, open_suffix))
    verdicts.push_back(
        failed("open-host", *directive, *std::ranges::find_if(directive->sources, is_open_suffix)));
  for (std::string_view host : kOpenHosts) {
    if (!all(policies, [&](const CspPolicy& policy) { return !open_source(policy, host).empty(); })) continue;
    verdicts.push_back(failed("open-host", *elements(policies.front()), open_source(policies.front(), host)));
  }
}

void add_nonce_weakness(const CspPolicy& policy, Verdicts& verdicts) {
  constexpr std::size_t kShortest =
      8;  // CSP3 §7.1 asks for 128 bits; fewer than 8 characters can be tried out
  const CspDirective* directive = elements(policy);
  if (directive == nullptr) return;
  const bool guessable = std::ranges::any_of(directive->sources, [](std::string_view source) {
    const auto value = nonce(source);
    return value && value->size() < kShortest;
  });
  if (!guessable) return;
  verdicts.push_back(failed("short-nonce", *directive, ""));
}

Verdicts check(const facts::Page& page) {
  const Policies policies = csp_policies(page);
  if (policies.empty()) return {};  // csp-missing says so
  if (std::ranges::any_of(policies, forbids_scripts)) return {{Outcome::passed}};
  Policies judging;
  std::ranges::copy_if(policies, std::back_inserter(judging), judges_scripts);
  if (judging.empty()) return {{Outcome::failed, "scripts-unrestricted"}};

  Verdicts verdicts;
  const CspDirective* inline_code = shared_weakness(judging, inline_elements);
  if (inline_code == nullptr) inline_code = shared_weakness(judging, inline_attributes);
  if (inline_code != nullptr) verdicts.push_back(failed("unsafe-inline", *inline_code, "'unsafe-inline'"));
  if (const CspDirective* directive = shared_weakness(judging, evaluation))
    verdicts.push_back(failed("unsafe-eval", *directive, "'unsafe-eval'"));
  if (const CspDirective* directive = shared_weakness(judging, data_scripts))
    verdicts.push_back(failed("data-scripts", *directive, "data:"));
  add_host_weaknesses(judging, verdicts);
  if (judging.size() == 1) add_nonce_weakness(judging.front(), verdicts);

  if (all(policies, [](const CspPolicy& policy) {
        return is_loose(policy.effective({"object-src", "default-src"}));
      }))
    verdicts.push_back({Outcome::failed, "object-src-open"});
  if (all(judging, base_matters) &&
      all(policies, [](const CspPolicy& policy) { return is_loose(policy.directive("base-uri")); }))
    verdicts.push_back({Outcome::failed, "base-uri-open"});
  if (verdicts.empty()) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule csp_unsafe = define({
    .id = "headers/csp-unsafe",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-693", "CWE-79"}, .owasp = {"A05:2021"}, .asvs = {"3.4.3"}},
    .check = check,
});

}  // namespace veedor::rules::headers
