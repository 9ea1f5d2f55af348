#include "tests/css/declared.h"

#include <array>
#include <cstdio>

#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

namespace {

std::string number_text(double number) {
  std::array<char, 32> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.6g", number);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string unit_text(Unit unit) {
  constexpr std::array<std::string_view, 32> kNames = {
      "px", "cm",   "mm",   "q",    "in",  "pt",  "pc",  "em",    "rem",   "ex", "rex",
      "ch", "rch",  "cap",  "rcap", "ic",  "ric", "lh",  "rlh",   "vw",    "vh", "vi",
      "vb", "vmin", "vmax", "cqw",  "cqh", "cqi", "cqb", "cqmin", "cqmax", ""};
  return std::string(kNames[static_cast<std::size_t>(unit)]);
}

std::string wide_text(Wide wide) {
  constexpr std::array<std::string_view, 5> kNames = {"initial", "inherit", "unset", "revert",
                                                      "revert-layer"};
  return "wide(" + std::string(kNames[static_cast<std::size_t>(wide)]) + ")";
}

std::string wrapped(std::string_view name, std::string_view text) {
  return std::string(name) + "(" + std::string(text) + ")";
}

}  // namespace

std::string told(const Value& value) {
  const double number = static_cast<double>(value.number());
  switch (value.kind()) {
    case ValueKind::none:
      return "nothing";
    case ValueKind::keyword:
      return std::string(value.text());
    case ValueKind::number:
      return number_text(number);
    case ValueKind::length:
      return number_text(number) + unit_text(value.unit());
    case ValueKind::percentage:
      return number_text(number) + "%";
    case ValueKind::length_percentage:
      return "calc(" + number_text(number) + "px + " + number_text(static_cast<double>(value.percent())) +
             "%)";
    case ValueKind::colour:
      return to_string(value.colour());
    case ValueKind::raw:
      return wrapped("raw", value.text());
    case ValueKind::math:
      return wrapped("math", value.text());
    case ValueKind::colour_expression:
      return wrapped("expression", value.text());
    case ValueKind::wide:
      return wide_text(value.wide());
    case ValueKind::unresolved:
      return wrapped("var", value.text()) + " of " + std::string(name(value.shorthand()));
  }
  return {};
}

std::string declared(std::string_view property, std::string_view value, ParserMode mode) {
  TextPool pool;
  const std::vector<Token> tokens = tokenize(value, pool);
  std::vector<Declaration> out;
  const ValueSource source{.text = value, .pool = pool, .mode = mode};
  if (!parse_declaration(find_property(property), property, tokens, source, out)) {
    return out.empty() ? "invalid" : "invalid, yet something was appended";
  }
  std::string text;
  for (const Declaration& declaration : out) {
    if (!text.empty()) text += "; ";
    const bool custom = declaration.property == Property::custom;
    text += std::string(custom ? declaration.custom_name : name(declaration.property)) + ": " +
            told(declaration.value);
  }
  return text;
}

std::string value_of(std::string_view property, std::string_view value, ParserMode mode) {
  const std::string text = declared(property, value, mode);
  const std::size_t colon = text.find(": ");
  return colon == std::string::npos ? text : text.substr(colon + 2);
}

bool supports(std::string_view property, std::string_view value) {
  TextPool pool;
  const std::vector<Token> tokens = tokenize(value, pool);
  return supports_declaration(property, tokens, {.text = value, .pool = pool});
}

}  // namespace veedor::css
