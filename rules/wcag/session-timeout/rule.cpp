// A script that leaves or reloads the page after some time.
#include "rules/rule.h"

#include <charconv>
#include <cstdint>
#include <string>

#include "rules/support/inline_script.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxScript = 64U << 10;
constexpr std::size_t kMaxCall = 200;  // bytes of one call of setTimeout

// 20 hours are time enough, and what comes at once is no limit of time (WCAG 2.2 SC 2.2.1).
constexpr double kSoon = 10'000;
constexpr double kLate = 72'000'000;

// "60*1000", "600000": the product of the numbers; -1 for anything else.
double milliseconds(std::string_view text) {
  double product = 1;
  for (std::string_view factor : split(text, '*')) {
    double value = 0;
    const auto [end, error] = std::from_chars(factor.data(), factor.data() + factor.size(), value);
    if (error != std::errc() || end != factor.data() + factor.size()) return -1;
    product *= value;
  }
  return product;
}

// The compact arguments of one call: leaves the page, and the last argument is a time that matters.
bool leaves_after_a_while(std::string_view call) {
  if (!contains_any(call, {"location=", "location.href=", "location.reload(", "location.replace(",
                           "location.assign(", "logout(", "cerrarSesion("}))
    return false;
  const std::size_t comma = call.rfind(',');
  if (comma == std::string_view::npos) return false;
  const double delay = milliseconds(call.substr(comma + 1));
  return delay >= kSoon && delay < kLate;
}

// Up to the parenthesis that closes the call.
std::string_view call_at(std::string_view compact, std::size_t begin) {
  int depth = 1;
  for (std::size_t i = begin; i < compact.size() && i < begin + kMaxCall; ++i) {
    depth += compact[i] == '(' ? 1 : 0;
    depth -= compact[i] == ')' ? 1 : 0;
    if (depth == 0) return compact.substr(begin, i - begin);
  }
  return {};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  for (std::string_view script : inline_scripts(page)) {
    if (script.find("setTimeout") == std::string_view::npos) continue;
    const std::string compact = compact_script(script, kMaxScript);
    constexpr std::string_view kCall = "setTimeout(";
    for (std::size_t at = compact.find(kCall); at != std::string::npos; at = compact.find(kCall, at + 1)) {
      if (leaves_after_a_while(call_at(compact, at + kCall.size())))
        return {{.outcome = Outcome::cant_tell, .message = "timeout"}};
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule session_timeout = define({
    .id = "wcag/session-timeout",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"2.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
