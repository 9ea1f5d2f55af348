#include "rules/cause.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxCause = 200;

// "post-1234" → "post-#": numbers count things, they do not tell kinds apart.
void append_without_digits(std::string& out, std::string_view text) {
  bool in_number = false;
  for (char c : text) {
    const bool digit = is_ascii_digit(c);
    if (!digit) out += c;
    if (digit && !in_number) out += '#';
    in_number = digit;
  }
}

void append_classes(std::string& out, std::string_view classes) {
  std::vector<std::string> tokens;
  for (std::string_view token : split_whitespace(classes))
    append_without_digits(tokens.emplace_back(), token);
  std::ranges::sort(tokens);
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  for (const std::string& token : tokens) out.append(".").append(token);
}

// Long ones keep their beginning and are told apart by a hash.
std::string bounded(std::string cause) {
  if (cause.size() <= kMaxCause) return cause;
  constexpr std::size_t kHash = 16;
  constexpr std::size_t kEllipsis = 3;
  return shorten(cause, kMaxCause - kHash - kEllipsis) + hex(fnv1a(cause));
}

}  // namespace

std::string cause(const Verdict& verdict) {
  if (!verdict.cause.empty()) return bounded(collapse_whitespace(printable(verdict.cause)));
  std::string out(verdict.message);
  if (!verdict.element) return out;
  out.append(" ").append(verdict.element.tag());
  constexpr std::array<std::string_view, 3> kAttributes = {"role", "type", "name"};
  for (std::string_view attribute : kAttributes) {
    const std::string_view value = verdict.element.attribute_or(attribute, "");
    if (value.empty()) continue;
    out.append("[").append(attribute).append("=");
    append_without_digits(out, value);
    out += ']';
  }
  if (const std::string_view id = verdict.element.attribute_or("id", ""); !id.empty()) {
    out += '#';
    append_without_digits(out, id);
  }
  append_classes(out, verdict.element.attribute_or("class", ""));
  return bounded(collapse_whitespace(printable(out)));
}

}  // namespace veedor::rules
