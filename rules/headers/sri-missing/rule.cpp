// A script or style sheet of another site that runs here without its content being checked (Subresource
// Integrity).
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rules/support/script_host.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

// Services that write their file anew for each browser or each day: a fixed hash would break them, and their
// owners offer none.
constexpr std::array<std::string_view, 26> kChanging = {"googletagmanager.com",
                                                        "google-analytics.com",
                                                        "googleapis.com",
                                                        "google.com",
                                                        "gstatic.com",
                                                        "recaptcha.net",
                                                        "youtube.com",
                                                        "doubleclick.net",
                                                        "googlesyndication.com",
                                                        "facebook.net",
                                                        "twitter.com",
                                                        "x.com",
                                                        "linkedin.com",
                                                        "licdn.com",
                                                        "hotjar.com",
                                                        "clarity.ms",
                                                        "cloudflareinsights.com",
                                                        "challenges.cloudflare.com",
                                                        "hcaptcha.com",
                                                        "typekit.net",
                                                        "stripe.com",
                                                        "paypal.com",
                                                        "instagram.com",
                                                        "tiktok.com",
                                                        "userway.org",
                                                        "cookiebot.com"};
// What googleapis.com serves unchanged.
constexpr std::string_view kHostedLibraries = "ajax.googleapis.com";

bool is_changing(std::string_view host) {
  if (host == kHostedLibraries) return false;
  return std::ranges::any_of(kChanging, [&](std::string_view service) {
    return host == service || (host.ends_with(service) && host[host.size() - service.size() - 1] == '.');
  });
}

// HTML Standard §4.12.1.1: other types are data blocks, and nothing is loaded for them.
bool is_script(html::Element script) {
  const std::string type = ascii_lower(trim(script.attribute_or("type", "")));
  return type.empty() || type == "module" || type.ends_with("javascript") || type.ends_with("ecmascript");
}

bool is_style_sheet(html::Element link) {
  const auto words = split_whitespace(link.attribute_or("rel", ""));
  return std::ranges::any_of(words, [](std::string_view word) { return ascii_iequals(word, "stylesheet"); });
}

// Subresource Integrity §3.3: words that are no hash are ignored.
bool has_hash(std::string_view integrity) {
  constexpr std::size_t kShortest = 7 + 43;  // "sha256-" and 32 bytes in base64 without its padding
  const auto words = split_whitespace(integrity);
  return std::ranges::any_of(words, [](std::string_view word) {
    const std::string algorithm = ascii_lower(word.substr(0, 7));
    return (algorithm == "sha256-" || algorithm == "sha384-" || algorithm == "sha512-") &&
           word.size() >= kShortest;
  });
}

// The address promises the newest version: its content will change, so a hash alone would break the page.
bool is_unpinned(const url::Url& target) {
  const std::string_view path = target.path();
  return moving_version(target).has_value() || path.find("@latest") != std::string_view::npos ||
         path.find("/latest/") != std::string_view::npos || path.find("-latest.") != std::string_view::npos;
}

// A key of the messages; "" where the browser checks the file. Without crossorigin it cannot read the file of
// another site, and refuses it (Subresource Integrity §3.5).
std::string_view problem(html::Element element, const url::Url& target) {
  const auto integrity = element.attribute("integrity");
  if (integrity && has_hash(*integrity)) {
    const bool module = ascii_iequals(trim(element.attribute_or("type", "")), "module");
    return element.has("crossorigin") || module ? "" : "no-crossorigin";
  }
  if (integrity && !trim(*integrity).empty()) return "invalid";
  return is_unpinned(target) ? "unpinned" : "missing";
}

class Search {
 public:
  explicit Search(const facts::Page& page) : page_(page) {}

  Verdicts run() {
    for (html::Element script : page_.document().all("script")) {
      if (is_script(script)) judge(script, script.attribute_or("src", ""));
    }
    for (html::Element link : page_.document().all("link")) {
      if (is_style_sheet(link)) judge(link, link.attribute_or("href", ""));
    }
    return std::move(verdicts_);
  }

 private:
  bool is_foreign(const url::Url& target) {
    if (!target.http_or_https() || target.host() == page_.url().host()) return false;
    if (page_.https() && !target.https()) return false;  // blocked: mixed-content says so
    if (site_.empty()) site_ = url::registrable_domain(page_.url().host());
    return url::registrable_domain(target.host()) != site_;
  }

  void judge(html::Element element, std::string_view reference) {
    reference = trim(reference);
    if (reference.empty()) return;
    const auto target = page_.resolve(reference);
    if (!target || !is_foreign(*target) || is_changing(target->host())) return;
    if (element.ancestor("noscript")) return;
    if (element.is("script") && is_compromised(target->host())) return;  // polyfill-compromised: delete it
    const std::string_view message = problem(element, *target);
    if (message.empty()) {
      verdicts_.push_back({Outcome::passed});
      return;
    }
    const std::string address = target->display();
    const std::string shown = shorten(printable(address.substr(0, address.find_first_of("?#"))), 160);
    verdicts_.push_back({.outcome = Outcome::failed,
                         .message = message,
                         .element = element,
                         .values = {{"url", shown}, {"host", std::string(target->host())}},
                         .cause = std::string(message) + " " + shown});
  }

  const facts::Page& page_;
  std::string site_;  // the page's registrable domain, once it is needed
  Verdicts verdicts_;
};

Verdicts check(const facts::Page& page) { return Search(page).run(); }

}  // namespace

extern constexpr Rule sri_missing = define({
    .id = "headers/sri-missing",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-353", "CWE-829"}, .owasp = {"A08:2021"}, .asvs = {"3.6.1"}},
    .check = check,
});

}  // namespace veedor::rules::headers
