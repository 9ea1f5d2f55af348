// The at-rules that a cascade has to know.
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/syntax/scope.h"
#include "scanner/css/syntax/sheet_parser.h"
#include "scanner/css/syntax/supports.h"

namespace veedor::css {

struct SheetParser::AtRule {
  enum class Place : std::uint8_t { sheet, rules, anywhere };
  enum class Form : std::uint8_t { statement, block, either };
  std::string_view name;
  Handler handler;
  Place place = Place::anywhere;  // outermost level only; not within style rules; within them too
  Form form = Form::block;
};

const SheetParser::AtRule* SheetParser::find_at_rule(std::string_view name) {
  using Place = AtRule::Place;
  using Form = AtRule::Form;
  static constexpr AtRule kAtRules[] = {
      {.name = "media", .handler = &SheetParser::media},
      {.name = "supports", .handler = &SheetParser::supports},
      {.name = "container", .handler = &SheetParser::container},
      {.name = "layer", .handler = &SheetParser::layer, .form = Form::either},
      {.name = "scope", .handler = &SheetParser::scope},
      {.name = "import", .handler = &SheetParser::import, .place = Place::sheet, .form = Form::statement},
      {.name = "namespace",
       .handler = &SheetParser::namespace_,
       .place = Place::sheet,
       .form = Form::statement},
      // Known, and without an effect on a page at rest.
      {.name = "starting-style", .handler = &SheetParser::ignored},
      {.name = "font-face", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "keyframes", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "-webkit-keyframes", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "page", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "counter-style", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "font-feature-values", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "font-palette-values", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "position-try", .handler = &SheetParser::ignored, .place = Place::rules},
      {.name = "view-transition", .handler = &SheetParser::ignored, .place = Place::rules},
  };
  for (const AtRule& known : kAtRules) {
    if (ascii_iequals(known.name, name)) return &known;
  }
  return nullptr;
}

// Anything unknown, misplaced or invalid is left out with its block.
void SheetParser::at_rule(const Item& item) {
  if (too_deep(item)) return;
  const bool in_style = frame().contents == Contents::style;
  if (ascii_iequals(item.keyword.text, "property") && item.has_block && !in_style) {
    return registered_property(item);
  }
  std::optional<Frame> inner;
  if (const AtRule* known = find_at_rule(item.keyword.text)) {
    const bool fits_place = known->place == AtRule::Place::anywhere || frame().contents == Contents::sheet ||
                            (known->place == AtRule::Place::rules && !in_style);
    const bool fits_form =
        known->form == AtRule::Form::either || (known->form == AtRule::Form::block) == item.has_block;
    if (fits_place && fits_form) inner = (this->*known->handler)(item);
  }
  if (inner) return enter(*inner);
  if (item.has_block) reader_.skip_block();
}

std::uint32_t SheetParser::add_condition(Condition::Kind kind, std::uint32_t parent, MediaQueryList media) {
  sheet_.conditions.push_back({.parent = parent, .kind = kind, .media = std::move(media)});
  return static_cast<std::uint32_t>(sheet_.conditions.size() - 1);
}

// A block of what may stand around it; within a style rule it holds declarations, too (CSS Nesting 1 §4).
SheetParser::Frame SheetParser::group() const {
  return child(frame().contents == Contents::style ? Contents::style : Contents::rules);
}

std::optional<SheetParser::Frame> SheetParser::media(const Item& item) {
  Frame inner = group();
  MediaQueryList queries = MediaQueryList::parse(item.tokens);
  if (!queries.always()) {
    inner.condition = add_condition(Condition::Kind::media, inner.condition, std::move(queries));
  }
  return inner;
}

std::optional<SheetParser::Frame> SheetParser::supports(const Item& item) {
  const std::optional<bool> supported = evaluate_supports(item.tokens, values_);
  if (supported) phase_ = Phase::rules;
  if (!supported.value_or(false)) return {};
  return group();
}

std::optional<SheetParser::Frame> SheetParser::container(const Item& item) {
  if (item.tokens.empty()) return {};
  Frame inner = group();
  inner.condition = add_condition(Condition::Kind::container, inner.condition);
  sheet_.has_container_queries = true;
  return inner;
}

// CSS Cascade 5 §6.4.4
std::optional<SheetParser::Frame> SheetParser::layer(const Item& item) {
  const std::vector<LayerName> names = parse_layer_names(item.tokens);
  if (item.has_block) {
    if (names.size() > 1 || (names.empty() && !item.tokens.empty())) return {};
    Frame inner = group();
    inner.layer = layers_.mention(inner.layer, names.empty() ? LayerName() : names[0], inner.condition);
    return inner;
  }
  if (names.empty() || frame().contents == Contents::style) return {};
  for (const LayerName& name : names) layers_.mention(frame().layer, name, frame().condition);
  // Before the first @import it is no matter; behind it, no other may follow.
  if (phase_ != Phase::layers) phase_ = Phase::rules;
  return {};
}

std::optional<SheetParser::Frame> SheetParser::scope(const Item& item) {
  std::optional<Scope> scope = parse_scope(item.tokens);
  // Without a root it is the element around <style> or <link>, which nearly always is <head>.
  if (!scope || scope->root.empty()) return {};
  Frame inner = child(Contents::style);
  const std::optional<std::uint32_t> list = selector_list(scope->root);
  if (!list) return {};
  inner.selectors = *list;
  inner.texts = texts_.size();
  note_texts(item.tokens, sheet_.selectors.items_of(*list).size());
  inner.directly_in_scope = true;
  if (!scope->limit.empty()) {
    inner.scope_limit = scope_limits_.size();
    scope_limits_.push_back(std::move(scope->limit));
  }
  return inner;
}

// Namespaces tell SVG's elements from HTML's where selectors name them with a prefix, which pages do not.
std::optional<SheetParser::Frame> SheetParser::namespace_(const Item&) {
  if (phase_ < Phase::namespaces) phase_ = Phase::namespaces;
  return {};
}

std::optional<SheetParser::Frame> SheetParser::ignored(const Item&) {
  phase_ = Phase::rules;
  return {};
}

}  // namespace veedor::css
