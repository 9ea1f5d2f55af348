// Any site may show the page inside its own: neither frame-ancestors nor X-Frame-Options stops it.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "rules/support/csp.h"
#include "rules/support/header_list.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// HTML Standard §7.4.3, "check a navigation response's adherence to X-Frame-Options": several values that
// differ block when one of them is known; a single unknown one, such as ALLOW-FROM, does nothing.
bool blocks(const std::vector<std::string_view>& values) {
  const auto is = [](std::string_view value) {
    return [value](std::string_view other) { return ascii_iequals(value, other); };
  };
  const bool one = std::ranges::all_of(values, is(values.front()));
  const bool strict =
      std::ranges::any_of(values, is("deny")) || std::ranges::any_of(values, is("sameorigin"));
  return strict || (!one && std::ranges::any_of(values, is("allowall")));
}

html::Element meta_frame_options(const facts::Page& page) {
  const auto metas = page.document().all("meta");
  const auto found = std::ranges::find_if(metas, [](html::Element meta) {
    const std::string_view name = meta.attribute_or("http-equiv", "");
    return ascii_iequals(name, "x-frame-options") ||
           (ascii_iequals(name, "content-security-policy") &&
            ascii_icontains(meta.attribute_or("content", ""), "frame-ancestors"));
  });
  return found == metas.end() ? html::Element() : *found;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view separator) {
  std::string out;
  for (std::string_view word : words) {
    if (!out.empty()) out += separator;
    out += word;
    if (out.size() > 80) break;
  }
  return shorten(printable(out), 80);
}

Verdicts check(const facts::Page& page) {
  if (trim(page.document().source()).empty()) return {};  // nothing to click on
  const CspDirective* ancestors = nullptr;
  const auto policies = csp_policies(page);
  for (const CspPolicy& policy : policies) {
    const CspDirective* directive = policy.directive("frame-ancestors");
    if (directive == nullptr) continue;
    if (!any_host_source(*directive)) return {{Outcome::passed}};
    ancestors = directive;
  }
  if (ancestors != nullptr) {  // CSP3 §6.4.2.2: X-Frame-Options no longer counts
    return {{.outcome = Outcome::failed,
             .message = "ancestors-open",
             .values = {{"value", joined(ancestors->sources, " ")}}}};
  }
  const auto options = list_values(page.response().headers, "x-frame-options");
  if (!options.empty() && blocks(options)) return {{Outcome::passed}};
  if (!options.empty())
    return {{.outcome = Outcome::failed,
             .message = "options-ignored",
             .values = {{"value", joined(options, ", ")}}}};
  if (const html::Element meta = meta_frame_options(page))
    return {
        {.outcome = Outcome::failed, .message = "meta-ignored", .element = meta, .cause = "meta-ignored"}};
  return {{Outcome::failed, "missing"}};
}

}  // namespace

extern constexpr Rule framing_allowed = define({
    .id = "headers/framing-allowed",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-1021"}, .owasp = {"A05:2021"}, .asvs = {"3.4.6"}, .rfc = {"RFC 7034"}},
    .check = check,
});

}  // namespace veedor::rules::headers
