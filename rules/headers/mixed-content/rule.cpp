// A page served over HTTPS loads parts of itself over plain HTTP (Mixed Content §3).
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "rules/support/csp.h"
#include "rules/support/transport.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

struct Source {
  std::string_view tag;
  std::string_view attribute;
  std::string_view message;
};

// Mixed Content §4: browsers ask for images, sound and video over HTTPS instead and refuse everything else,
// images chosen with srcset included (the request's initiator is "imageset").
constexpr std::array<Source, 17> kSources = {{
    {"script", "src", "blocked"},
    {"iframe", "src", "blocked"},
    {"frame", "src", "blocked"},
    {"object", "data", "blocked"},
    {"embed", "src", "blocked"},
    {"track", "src", "blocked"},
    {"img", "src", "media"},
    {"audio", "src", "media"},
    {"video", "src", "media"},
    {"video", "poster", "media"},
    {"source", "src", "media"},
    {"input", "src", "media"},
    {"body", "background", "media"},
    {"table", "background", "media"},
    {"td", "background", "media"},
    {"th", "background", "media"},
    {"bgsound", "src", "media"},
}};

// Whoever blocks scripts sees it; others never load it.
bool is_fallback(html::Element element) { return static_cast<bool>(element.ancestor("noscript")); }

class Search {
 public:
  explicit Search(const facts::Page& page) : page_(page), references_(page) {}

  Verdicts run() {
    for (const Source& source : kSources) attributes(source);
    links();
    sets("img", "srcset");
    sets("source", "srcset");
    styles();
    if (verdicts_.empty() && seen_) verdicts_.push_back({Outcome::passed});
    return std::move(verdicts_);
  }

 private:
  void judge(html::Element element, std::string_view reference, std::string_view message) {
    if (trim(reference).empty()) return;
    seen_ = true;
    const auto target = references_.in_clear(reference);
    if (!target || is_fallback(element)) return;
    verdicts_.push_back(
        {.outcome = Outcome::failed,
         .message = message,
         .element = element,
         .values = {{"url", shorten(printable(target->display()), 160)}},
         .cause = std::string(message) + " " + std::string(element.tag()) + " " + target->origin()});
  }

  void attributes(const Source& source) {
    for (html::Element element : page_.document().all(source.tag)) {
      if (source.tag == "input" && !ascii_iequals(element.attribute_or("type", ""), "image")) continue;
      judge(element, element.attribute_or(source.attribute, ""), source.message);
    }
  }

  void links() {
    constexpr std::array<std::string_view, 5> kLoaded = {"stylesheet", "preload", "modulepreload", "manifest",
                                                         "prefetch"};
    for (html::Element link : page_.document().all("link")) {
      for (std::string_view word : split_whitespace(link.attribute_or("rel", ""))) {
        const bool icon = ascii_iequals(word, "icon") || ascii_iequals(word, "apple-touch-icon");
        const bool loaded =
            std::ranges::any_of(kLoaded, [&](auto name) { return ascii_iequals(name, word); });
        if (!icon && !loaded) continue;
        judge(link, link.attribute_or("href", ""), icon ? "media" : "blocked");
        break;
      }
    }
  }

  // "a.png 1x, b.png 2x": a URL ends at white space, candidates at a comma (HTML Standard §4.8.4.3.10).
  void sets(std::string_view tag, std::string_view attribute) {
    for (html::Element element : page_.document().all(tag)) {
      std::string_view rest = element.attribute_or(attribute, "");
      const std::size_t before = verdicts_.size();
      while (!rest.empty() && verdicts_.size() == before) {  // one candidate is enough to tell
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n\f\r,"), rest.size()));
        const std::size_t end = std::min(rest.find_first_of(" \t\n\f\r"), rest.size());
        const std::string_view candidate = rest.substr(0, end);
        judge(element, candidate.substr(0, candidate.find_last_not_of(',') + 1), "blocked");
        rest.remove_prefix(candidate.ends_with(',') ? end : std::min(rest.find(',', end), rest.size()));
      }
    }
  }

  void styles() {
    for (html::Element style : page_.document().all("style")) style_sheet(style, style.text());
    if (page_.document().source().find("url(") == std::string::npos) return;
    for (html::Element element : page_.document().elements()) {
      if (const auto declarations = element.attribute("style")) style_sheet(element, *declarations);
    }
  }

  // The addresses after url( and @import, comments left out; the first that fails is enough.
  void style_sheet(html::Element element, std::string_view css) {
    const std::size_t before = verdicts_.size();
    for (std::size_t at = css.find_first_of("/u@");
         at != std::string_view::npos && verdicts_.size() == before; at = css.find_first_of("/u@", at)) {
      const std::string_view rest = css.substr(at);
      if (rest.starts_with("/*")) {
        at = std::min(css.find("*/", at + 2), css.size());
      } else if (rest.starts_with("url(") || rest.starts_with("@import")) {
        at += rest.starts_with("url(") ? 4 : 7;
        const std::size_t begin = std::min(css.find_first_not_of(" \t\n\f\r\"'", at), css.size());
        const std::size_t end = std::min(css.find_first_of("\"'); \t\n\f\r", begin), css.size());
        const std::string_view reference = css.substr(begin, end - begin);
        if (reference.starts_with("url(")) continue;  // of @import: found next
        judge(element, reference, "style");
        at = end;
      } else {
        ++at;
      }
    }
  }

  const facts::Page& page_;
  PageReferences references_;
  Verdicts verdicts_;
  bool seen_ = false;
};

Verdicts check(const facts::Page& page) {
  if (!page.https()) return {};
  Verdicts verdicts = Search(page).run();
  const bool failed = !verdicts.empty() && verdicts.front().outcome == Outcome::failed;
  if (failed && upgrades_insecure_requests(page)) return {{Outcome::passed}};  // they leave as https:
  return verdicts;
}

}  // namespace

extern constexpr Rule mixed_content = define({
    .id = "headers/mixed-content",
    .severity = Severity::moderate,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319", "CWE-311"}, .owasp = {"A02:2021"}, .asvs = {"12.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::headers
