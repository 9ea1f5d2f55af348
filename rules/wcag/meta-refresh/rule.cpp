// A page that reloads or leaves on its own after a while, before slow readers have finished.
#include "rules/rule.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr long kMaxSeconds = 1'000'000'000;
constexpr long kTwentyHours = 72'000;  // WCAG 2.2 SC 2.2.1, the exception "20 hour"

struct Refresh {
  long seconds = 0;
  bool leaves = false;  // for another address
};

// HTML Standard §4.2.5.3, shared declarative refresh steps; nothing for content that browsers ignore.
std::optional<Refresh> read_refresh(std::string_view content) {
  content = trim(content);
  Refresh refresh;
  std::size_t i = 0;
  for (; i < content.size() && is_ascii_digit(content[i]); ++i) {
    refresh.seconds = std::min(refresh.seconds * 10 + (content[i] - '0'), kMaxSeconds);
  }
  if (i == 0 && content.substr(0, 1) != ".") return std::nullopt;
  while (i < content.size() && (is_ascii_digit(content[i]) || content[i] == '.')) ++i;
  const std::string_view rest = content.substr(i);
  if (rest.empty()) return refresh;
  if (rest[0] != ';' && rest[0] != ',' && !is_ascii_whitespace(rest[0])) return std::nullopt;
  std::string_view target = trim(rest);
  if (!target.empty() && (target[0] == ';' || target[0] == ',')) target = trim(target.substr(1));
  refresh.leaves = !target.empty();
  return refresh;
}

Verdicts check(const facts::Page& page) {
  for (html::Element meta : page.document().all("meta")) {
    if (!ascii_iequals(trim(meta.attribute_or("http-equiv", "")), "refresh")) continue;
    const auto refresh = read_refresh(meta.attribute_or("content", ""));
    if (!refresh || meta.ancestor("noscript")) continue;  // only for browsers that run no scripts
    // Of several, the first one counts for ACT bc659a: the others come too late.
    if (refresh->seconds == 0 || refresh->seconds > kTwentyHours) return {{Outcome::passed}};
    return {{.outcome = Outcome::failed,
             .message = refresh->leaves ? "redirect" : "reload",
             .element = meta,
             .values = {{"seconds", std::to_string(refresh->seconds)}}}};
  }
  return {};
}

}  // namespace

// What fails bc659a fails bisz58 as well, which allows no exception.
extern constexpr Rule meta_refresh = define({
    .id = "wcag/meta-refresh",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.wcag = {"2.2.1", "2.2.4", "3.2.5"}, .act = {"bc659a", "bisz58"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
