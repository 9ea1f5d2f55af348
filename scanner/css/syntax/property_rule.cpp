// @property (CSS Properties and Values API 1 §2).
#include <optional>
#include <span>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/syntax/declaration_parts.h"
#include "scanner/css/syntax/sheet_parser.h"

namespace veedor::css {
namespace {

struct Descriptors {
  std::string_view syntax;
  std::optional<bool> inherits;
  std::optional<std::string_view> initial;
};

void read(const DeclarationParts& parts, std::string_view source, Descriptors& into) {
  const std::span<const Token> value = parts.value;
  const std::string_view text =
      value.empty() ? std::string_view()
                    : source.substr(value.front().begin, value.back().end - value.front().begin);
  if (ascii_iequals(parts.name.text, "initial-value")) into.initial = text;
  if (value.size() != 1) return;
  if (ascii_iequals(parts.name.text, "syntax") && value[0].is(TokenKind::string)) {
    into.syntax = veedor::trim(value[0].text);
  }
  if (ascii_iequals(parts.name.text, "inherits") && value[0].is(TokenKind::ident)) {
    if (ascii_iequals(value[0].text, "true")) into.inherits = true;
    if (ascii_iequals(value[0].text, "false")) into.inherits = false;
  }
}

}  // namespace

// Within a condition it is left out: what is registered holds for every environment.
void SheetParser::registered_property(const Item& item) {
  std::string_view name;
  if (item.tokens.size() == 1 && item.tokens[0].is(TokenKind::ident)) name = item.tokens[0].text;

  Descriptors found;
  for (Item part = reader_.next(Contents::style); part.kind != Item::Kind::end;
       part = reader_.next(Contents::style)) {
    if (part.has_block) {
      reader_.skip_block();
    } else if (const auto parts = take_apart(part.tokens)) {
      read(*parts, sheet_.source, found);
    }
  }
  if (!name.starts_with("--") || name.size() == 2) return;
  phase_ = Phase::rules;
  const bool complete = !found.syntax.empty() && found.inherits && (found.syntax == "*" || found.initial);
  if (!complete || frame().condition != 0) return;
  sheet_.registered.push_back({.name = name,
                               .inherits = *found.inherits,
                               .initial = found.initial.value_or(""),
                               .has_initial = found.initial.has_value()});
}

}  // namespace veedor::css
