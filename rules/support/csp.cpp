// Content-Security-Policy: the policies that a page is under, and what each lets through (CSP Level 3).
#include "rules/support/csp.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "rules/support/header_list.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxPolicies = 32;    // more are made to cost time, not to protect
constexpr std::size_t kMaxDirectives = 64;  // CSP has about 30 names

bool any_source(const CspDirective& directive, bool (*matches)(std::string_view)) {
  return std::ranges::any_of(directive.sources, matches);
}

bool is_keyword(std::string_view source) { return source.starts_with('\''); }

// "https:" and no more: a scheme-source.
bool is_scheme(std::string_view source) {
  return source.ends_with(':') && source.find('/') == std::string_view::npos;
}

std::string_view without_scheme(std::string_view source) {
  const std::size_t mark = source.find("://");
  return mark == std::string_view::npos ? source : source.substr(mark + 3);
}

bool is_any_host(std::string_view source) {
  if (ascii_iequals(source, "https:") || ascii_iequals(source, "http:")) return true;
  const auto host = source_host(source);
  return host == "*" && source_path(source).size() <= 1;
}

// §3.3: what a <meta> cannot say.
bool is_for_headers_only(const CspDirective& directive) {
  constexpr std::array<std::string_view, 4> kNames = {"frame-ancestors", "sandbox", "report-uri",
                                                      "report-to"};
  return std::ranges::any_of(kNames,
                             [&](std::string_view name) { return ascii_iequals(name, directive.name); });
}

}  // namespace

CspPolicy CspPolicy::parse(std::string_view text) {
  CspPolicy policy;
  while (!text.empty() && policy.directives_.size() < kMaxDirectives) {
    const std::size_t end = std::min(text.find(';'), text.size());
    auto words = split_whitespace(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (words.empty() || policy.directive(words.front()) != nullptr) continue;
    const std::string_view name = words.front();
    words.erase(words.begin());
    policy.directives_.push_back({.name = name, .sources = std::move(words)});
  }
  return policy;
}

const CspDirective* CspPolicy::directive(std::string_view name) const {
  const auto found = std::ranges::find_if(
      directives_, [&](const CspDirective& directive) { return ascii_iequals(directive.name, name); });
  return found == directives_.end() ? nullptr : &*found;
}

const CspDirective* CspPolicy::effective(std::initializer_list<std::string_view> names) const {
  for (std::string_view name : names) {
    if (const CspDirective* found = directive(name)) return found;
  }
  return nullptr;
}

std::vector<CspPolicy> csp_policies(const facts::Page& page) {
  std::vector<CspPolicy> policies;
  const auto add = [&](CspPolicy policy) {
    if (!policy.empty() && policies.size() < kMaxPolicies) policies.push_back(std::move(policy));
  };
  for (std::string_view field : page.response().headers.all("content-security-policy")) {
    for (std::string_view text : split(field, ','))
      add(CspPolicy::parse(text));  // quotes mean nothing in CSP
  }
  for (html::Element meta : page.document().all("meta")) {
    if (!ascii_iequals(meta.attribute_or("http-equiv", ""), "content-security-policy")) continue;
    if (meta.parent() != page.document().head()) continue;  // HTML Standard §4.2.5.3
    CspPolicy policy = CspPolicy::parse(meta.attribute_or("content", ""));
    std::erase_if(policy.directives_, is_for_headers_only);
    add(std::move(policy));
  }
  return policies;
}

bool allows_inline(const CspDirective& directive) {
  return has_source(directive, "'unsafe-inline'") && !has_source(directive, "'strict-dynamic'") &&
         !any_source(directive,
                     [](std::string_view source) { return nonce(source).has_value() || is_hash(source); });
}

bool has_source(const CspDirective& directive, std::string_view source) {
  return std::ranges::any_of(directive.sources,
                             [&](std::string_view other) { return ascii_iequals(other, source); });
}

std::optional<std::string_view> any_host_source(const CspDirective& directive) {
  if (has_source(directive, "'strict-dynamic'")) return std::nullopt;
  const auto found = std::ranges::find_if(directive.sources, is_any_host);
  if (found == directive.sources.end()) return std::nullopt;
  return *found;
}

std::optional<std::string_view> source_host(std::string_view source) {
  if (is_keyword(source) || is_scheme(source)) return std::nullopt;
  const std::string_view rest = without_scheme(source);
  return rest.substr(0, std::min(rest.find_first_of(":/"), rest.size()));
}

std::string_view source_path(std::string_view source) {
  const std::string_view rest = without_scheme(source);
  return rest.substr(std::min(rest.find('/'), rest.size()));
}

std::optional<std::string_view> nonce(std::string_view source) {
  constexpr std::string_view kBegin = "'nonce-";
  if (!ascii_iequals(source.substr(0, kBegin.size()), kBegin) || !source.ends_with('\'')) return std::nullopt;
  if (source.size() <= kBegin.size() + 1) return std::nullopt;
  return source.substr(kBegin.size(), source.size() - kBegin.size() - 1);
}

bool is_hash(std::string_view source) {
  constexpr std::size_t kBegin = 8;  // 'sha256-
  if (source.size() <= kBegin + 1 || !source.ends_with('\'')) return false;
  const std::string_view begin = source.substr(0, kBegin);
  return ascii_iequals(begin, "'sha256-") || ascii_iequals(begin, "'sha384-") ||
         ascii_iequals(begin, "'sha512-");
}

bool upgrades_insecure_requests(const facts::Page& page) {
  return std::ranges::any_of(csp_policies(page), [](const CspPolicy& policy) {
    return policy.directive("upgrade-insecure-requests") != nullptr;
  });
}

}  // namespace veedor::rules
