// The shared declarative refresh steps of the HTML Standard, step by step.
#include "scanner/crawl/refresh.h"

#include "scanner/base/text.h"

namespace veedor::crawl {
namespace {

void skip_whitespace(std::string_view& input) {
  while (!input.empty() && is_ascii_whitespace(input.front())) input.remove_prefix(1);
}

bool skip(std::string_view& input, char lower) {
  if (input.empty() || ascii_lower(input.front()) != lower) return false;
  input.remove_prefix(1);
  return true;
}

// Steps 2–7: the delay. False when this is no refresh.
bool skip_delay(std::string_view& input) {
  skip_whitespace(input);
  if (input.empty() || (!is_ascii_digit(input.front()) && input.front() != '.')) return false;
  while (!input.empty() && (is_ascii_digit(input.front()) || input.front() == '.')) input.remove_prefix(1);
  return true;
}

// Step 11, "skip quotes": up to the quote that closes, if one opens.
std::string_view unquoted(std::string_view input) {
  if (input.empty() || (input.front() != '"' && input.front() != '\'')) return input;
  const char quote = input.front();
  input.remove_prefix(1);
  return input.substr(0, input.find(quote));
}

}  // namespace

std::optional<std::string_view> refresh_target(std::string_view content) {
  std::string_view input = content;
  if (!skip_delay(input) || input.empty()) return std::nullopt;
  if (input.front() != ';' && input.front() != ',' && !is_ascii_whitespace(input.front()))
    return std::nullopt;
  skip_whitespace(input);
  if (!skip(input, ';')) skip(input, ',');
  skip_whitespace(input);
  if (input.empty()) return std::nullopt;

  const std::string_view whole = input;
  if (!skip(input, 'u')) return unquoted(input);
  if (!skip(input, 'r') || !skip(input, 'l')) return whole;
  skip_whitespace(input);
  if (!skip(input, '=')) return whole;
  skip_whitespace(input);
  return unquoted(input);
}

}  // namespace veedor::crawl
