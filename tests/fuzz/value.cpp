// "name: value" as a declaration, and the value as everything else that values are read as.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/css/media/media_query.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/css/value/compute.h"
#include "scanner/css/value/declaration.h"
#include "scanner/css/value/variables.h"

namespace {

using namespace veedor;

void check_declaration(std::string_view name, std::string_view text, css::ParserMode mode) {
  css::TextPool pool;
  const std::vector<css::Token> tokens = css::tokenize(text, pool);
  const css::ValueSource source{.text = text, .pool = pool, .mode = mode};
  std::vector<css::Declaration> declarations;
  const bool valid = css::parse_declaration(css::find_property(name), name, tokens, source, declarations);
  if (!valid && !declarations.empty()) std::abort();
  for (const css::Declaration& declaration : declarations) {
    if (declaration.property == css::Property::custom) continue;
    if (!css::is_longhand(declaration.property)) std::abort();
    const css::ValueKind kind = declaration.value.kind();
    if (kind == css::ValueKind::wide || kind == css::ValueKind::unresolved) continue;
    const css::ValueKind computed = css::compute(declaration.property, declaration.value, {}).kind();
    if (computed == css::ValueKind::math || computed == css::ValueKind::colour_expression) std::abort();
  }
}

void check_substitution(std::string_view text) {
  const css::VariableLookup lookup = [&](std::string_view name) -> std::optional<std::string_view> {
    if (name == "--a") return "1px";
    if (name == "--b") return text;
    return std::nullopt;
  };
  const std::optional<std::string> substituted = css::substitute(text, lookup);
  if (substituted && substituted->size() > css::kMaxSubstituted) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(data, data + size);
  const std::size_t colon = input.find(':');
  const std::string name = input.substr(0, colon);
  const std::string value = colon == std::string::npos ? std::string() : input.substr(colon + 1);
  check_declaration(name, value, css::ParserMode::standard);
  check_declaration(name, value, css::ParserMode::quirks);
  check_substitution(value);
  static_cast<void>(css::parse_colour(value, {}));
  static_cast<void>(css::MediaQueryList::parse(value).matches({}));
  return 0;
}
