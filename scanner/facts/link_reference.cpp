#include "scanner/facts/link_reference.h"

#include <algorithm>

#include "scanner/base/text.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxCode = 2048;
constexpr std::size_t kMaxBetween = 24;  // bytes between "location" and the quotation mark

// The address that location='…', location.href="…", location.assign('…') or window.open('…') has.
std::string_view address_in(std::string_view code) {
  code = code.substr(0, kMaxCode);
  std::size_t at = code.find("location");
  if (at == std::string_view::npos) at = code.find("window.open");
  if (at == std::string_view::npos) return "";
  const std::size_t quote = code.find_first_of("'\"", at);
  if (quote == std::string_view::npos || quote - at > kMaxBetween + 8) return "";
  const std::string_view between = code.substr(at, quote - at);
  const bool is_call_or_assignment =
      (between.find('=') != std::string_view::npos) != (between.find('(') != std::string_view::npos) &&
      between.find("==") == std::string_view::npos && std::ranges::all_of(between, [](char c) {
        return is_ascii_alpha(c) || is_ascii_whitespace(c) || c == '.' || c == '=' || c == '(';
      });
  if (!is_call_or_assignment) return "";
  const std::size_t end = code.find(code[quote], quote + 1);
  if (end == std::string_view::npos) return "";
  // What is put together from parts is not known: only the end of the statement may follow.
  const std::string_view after = trim(code.substr(end + 1));
  if (!after.empty() && after[0] != ';' && after[0] != ')' && after[0] != ',') return "";
  return trim(code.substr(quote + 1, end - quote - 1));
}

bool leads_nowhere(std::string_view reference) {
  return reference.empty() || reference == "#" || reference == "#!" ||
         ascii_iequals(reference.substr(0, 11), "javascript:");
}

}  // namespace

std::string_view link_reference(html::Element element) {
  const bool may_have_href = element.is("a") || element.is("area");
  if (may_have_href) {
    std::string_view reference = trim(element.attribute_or("href", ""));
    if (reference.empty() && !element.in_html_namespace())
      reference = trim(element.attribute_or("xlink:href", ""));
    if (!leads_nowhere(reference)) return reference;
  }
  return address_in(element.attribute_or("onclick", ""));
}

}  // namespace veedor::facts
