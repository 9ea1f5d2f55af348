// Style rules, their declarations, and the stack of blocks.
#include "scanner/css/syntax/sheet_parser.h"

#include "scanner/css/selector/parse.h"
#include "scanner/css/syntax/declaration_parts.h"
#include "scanner/css/syntax/scope.h"
#include "scanner/css/value/property.h"

namespace veedor::css {
namespace {

// Allowed on average. For the default limits this is less than what a table of selectors takes.
constexpr std::size_t kSimplesPerRule = 5;
constexpr std::size_t kMaxRewritten = std::size_t{4} << 20;

}  // namespace

SheetParser::SheetParser(Sheet& sheet, const SheetLimits& limits)
    : sheet_(sheet),
      limits_(limits),
      values_{.text = sheet.source, .pool = sheet.pool, .mode = sheet.mode},
      reader_(sheet.source, sheet.pool),
      layers_(sheet) {}

void SheetParser::parse_sheet() {
  frames_.push_back({});
  while (!frames_.empty()) {
    if (stopped_) return leave();
    const Item item = reader_.next(frame().contents);
    switch (item.kind) {
      case Item::Kind::end:
        leave();
        break;
      case Item::Kind::rule:
        style_rule(item);
        break;
      case Item::Kind::at_rule:
        at_rule(item);
        break;
      case Item::Kind::declaration:
        declaration(item);
        break;
    }
    check_limits();
  }
}

// CSS Style Attributes §3: declarations only.
void SheetParser::parse_style_attribute() {
  for (Item item = reader_.next(Contents::declarations); item.kind != Item::Kind::end && !stopped_;
       item = reader_.next(Contents::declarations)) {
    if (item.has_block) {
      reader_.skip_block();
    } else if (item.kind == Item::Kind::declaration) {
      declaration(item);
    }
    check_limits();
  }
  sheet_.blocks.push_back({.first = 0, .count = static_cast<std::uint32_t>(sheet_.declarations.size())});
}

void SheetParser::stop() {
  stopped_ = true;
  sheet_.truncated = true;
}

void SheetParser::check_limits() {
  const bool full = sheet_.selectors.complexes.size() > limits_.rules ||
                    sheet_.selectors.simples.size() > limits_.rules * kSimplesPerRule ||
                    sheet_.selectors.lists.size() > limits_.rules * kSimplesPerRule ||
                    sheet_.conditions.size() > limits_.rules || sheet_.layers.size() > limits_.rules ||
                    sheet_.layer_mentions.size() > limits_.rules || sheet_.imports.size() > limits_.rules ||
                    sheet_.registered.size() > limits_.rules || sheet_.pool.bytes() > limits_.texts ||
                    rewritten_ > kMaxRewritten;
  if (full) stop();
}

SheetParser::Mark SheetParser::mark() const {
  const SelectorTable& table = sheet_.selectors;
  return {.rules = sheet_.rules.size(),
          .conditions = sheet_.conditions.size(),
          .mentions = sheet_.layer_mentions.size(),
          .simples = table.simples.size(),
          .compounds = table.compounds.size(),
          .complexes = table.complexes.size(),
          .lists = table.lists.size(),
          .list_items = table.list_items.size(),
          .texts = texts_.size()};
}

// A block without effect leaves no selectors and conditions behind: sheets hold many, and hostile ones
// millions.
void SheetParser::take_back(const Mark& mark) {
  texts_.resize(mark.texts);
  if (sheet_.rules.size() > mark.rules) return;
  SelectorTable& table = sheet_.selectors;
  table.simples.resize(mark.simples);
  table.compounds.resize(mark.compounds);
  table.complexes.resize(mark.complexes);
  table.lists.resize(mark.lists);
  table.list_items.resize(mark.list_items);
  if (sheet_.layer_mentions.size() == mark.mentions) sheet_.conditions.resize(mark.conditions);
}

SheetParser::Frame SheetParser::child(Contents contents) const {
  Frame inner = frame();
  inner.contents = contents;
  inner.mark = mark();
  return inner;
}

void SheetParser::enter(Frame inner) {
  phase_ = Phase::rules;
  end_run();
  inner.declarations = static_cast<std::uint32_t>(sheet_.declarations.size());
  inner.mark.rules = sheet_.rules.size();  // the run that just ended is not this block's
  frames_.push_back(inner);
}

void SheetParser::leave() {
  end_run();
  if (frames_.size() > 1) take_back(frame().mark);
  frames_.pop_back();
  if (!frames_.empty()) {
    frames_.back().declarations = static_cast<std::uint32_t>(sheet_.declarations.size());
  }
}

// The run of declarations becomes a rule for each selector: CSS Nesting 1 §4.2, CSSNestedDeclarations.
void SheetParser::end_run() {
  const Frame& open = frame();
  const auto count = static_cast<std::uint32_t>(sheet_.declarations.size() - open.declarations);
  if (count == 0) return;
  const std::span<const std::uint32_t> complexes = sheet_.selectors.items_of(open.selectors);
  if (sheet_.rules.size() + complexes.size() > limits_.rules) {
    sheet_.declarations.resize(open.declarations);
    return stop();
  }
  const auto block = static_cast<std::uint32_t>(sheet_.blocks.size());
  sheet_.blocks.push_back({.first = open.declarations, .count = count});
  for (std::size_t i = 0; i < complexes.size(); ++i) {
    const TextRange text = texts_[open.texts + i];
    sheet_.rules.push_back({.complex = complexes[i],
                            .block = block,
                            .condition = open.condition,
                            .layer = open.layer,
                            .text_begin = text.begin,
                            .text_end = text.end});
  }
  frames_.back().declarations = static_cast<std::uint32_t>(sheet_.declarations.size());
}

bool SheetParser::too_deep(const Item& item) {
  const bool deep = item.has_block && frames_.size() > static_cast<std::size_t>(limits_.nesting);
  if (!deep && !item.too_long) return false;
  sheet_.truncated = true;
  if (item.has_block) reader_.skip_block();
  return true;
}

std::optional<std::uint32_t> SheetParser::selector_list(std::span<const Token> tokens) {
  const SelectorContext context{.pool = sheet_.pool, .parent_list = frame().selectors};
  if (frame().scope_limit == 0 && !frame().directly_in_scope) {
    return parse_selector_list(tokens, context, sheet_.selectors);
  }
  const std::vector<Token> limited =
      limit_selectors(tokens, scope_limits_[frame().scope_limit], frame().directly_in_scope);
  rewritten_ += limited.size();
  if (limited.empty() && !tokens.empty()) sheet_.truncated = true;
  return parse_selector_list(limited, context, sheet_.selectors);
}

// Where each of the `count` selectors of a list stands in the source.
void SheetParser::note_texts(std::span<const Token> tokens, std::size_t count) {
  const std::size_t first = texts_.size();
  Brackets brackets;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= tokens.size(); ++at) {
    if (at == tokens.size() || (tokens[at].is(TokenKind::comma) && !brackets.any())) {
      const std::span<const Token> part = trim(tokens.subspan(begin, at - begin));
      if (!part.empty()) texts_.push_back({.begin = part.front().begin, .end = part.back().end});
      begin = at + 1;
    } else {
      brackets.see(tokens[at].kind);
    }
  }
  const TextRange whole{.begin = tokens.front().begin, .end = tokens.back().end};
  if (texts_.size() - first != count) texts_.resize(first);
  texts_.resize(first + count, whole);
}

void SheetParser::style_rule(const Item& item) {
  if (too_deep(item)) return;
  Frame inner = child(Contents::style);
  const std::optional<std::uint32_t> list = selector_list(item.tokens);
  if (!list || item.tokens.empty()) {
    // A list that the table had no room for is invalid to the selector parser.
    const std::size_t wanted = sheet_.selectors.simples.size() + item.tokens.size();
    if (wanted > limits_.rules * kSimplesPerRule) sheet_.truncated = true;
    return reader_.skip_block();
  }
  inner.selectors = *list;
  inner.texts = texts_.size();
  inner.directly_in_scope = false;
  note_texts(item.tokens, sheet_.selectors.items_of(*list).size());
  enter(inner);
}

void SheetParser::declaration(const Item& item) {
  if (item.too_long) {
    sheet_.truncated = true;
    return;
  }
  const std::optional<DeclarationParts> parts = take_apart(item.tokens);
  if (!parts) return;
  const Property property = find_property(parts->name.text);
  // CSS Custom Properties 1 §2: "--" alone is reserved.
  if (property == Property::unknown || parts->name.text == "--") return;
  std::vector<Declaration>& all = sheet_.declarations;
  const std::size_t first = all.size();
  if (!parse_declaration(property, parts->name.text, parts->value, values_, all)) return;
  if (all.size() > limits_.declarations) {
    all.resize(first);
    return stop();
  }
  for (std::size_t i = first; i < all.size(); ++i) {
    all[i].important = parts->important;
    all[i].offset = parts->name.begin;
  }
}

}  // namespace veedor::css
