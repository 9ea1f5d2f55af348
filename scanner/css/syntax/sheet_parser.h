// Fills a Sheet from its source: CSS Syntax 3 §5, CSS Nesting 1, and the at-rules that decide whether a rule
// applies. Blocks within blocks are kept on a stack of frames, not on the call stack.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "scanner/css/sheet.h"
#include "scanner/css/syntax/item_reader.h"
#include "scanner/css/syntax/layer_names.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

class SheetParser {
 public:
  // `sheet` has its source and mode, and is not moved any more.
  SheetParser(Sheet& sheet, const SheetLimits& limits);
  void parse_sheet();
  void parse_style_attribute();

 private:
  // How much a block found when it began; what is of no use once it ends is taken back to there.
  struct Mark {
    std::size_t rules = 0;
    std::size_t conditions = 0;
    std::size_t mentions = 0;
    std::size_t simples = 0, compounds = 0, complexes = 0, lists = 0, list_items = 0;
    std::size_t texts = 0;
  };
  struct Frame {
    Contents contents = Contents::sheet;
    std::uint32_t selectors = 0;  // list of the style rule, or scope, that the block belongs to; 0: none
    std::uint32_t condition = 0;
    std::uint32_t layer = 0;
    std::uint32_t declarations = 0;  // begin of the run of declarations that is being read
    std::size_t texts = 0;           // begin in texts_ of what `selectors` look like
    std::size_t scope_limit = 0;     // number in scope_limits_
    bool directly_in_scope = false;
    Mark mark;
  };
  struct TextRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  // What @import and @namespace must come before (CSS Cascade 5 §2).
  enum class Phase : std::uint8_t { layers, imports, namespaces, rules };
  using Handler = std::optional<Frame> (SheetParser::*)(const Item&);
  struct AtRule;

  // sheet_parser.cpp
  const Frame& frame() const { return frames_.back(); }
  Frame child(Contents contents) const;
  Mark mark() const;
  void take_back(const Mark& mark);
  void enter(Frame frame);
  void leave();
  bool too_deep(const Item& item);
  void style_rule(const Item& item);
  std::optional<std::uint32_t> selector_list(std::span<const Token> tokens);
  void note_texts(std::span<const Token> tokens, std::size_t count);
  void declaration(const Item& item);
  void end_run();
  void check_limits();
  void stop();

  // at_rules.cpp
  static const AtRule* find_at_rule(std::string_view name);
  void at_rule(const Item& item);
  std::uint32_t add_condition(Condition::Kind kind, std::uint32_t parent, MediaQueryList media = {});
  Frame group() const;
  std::optional<Frame> media(const Item& item);
  std::optional<Frame> supports(const Item& item);
  std::optional<Frame> container(const Item& item);
  std::optional<Frame> layer(const Item& item);
  std::optional<Frame> scope(const Item& item);
  std::optional<Frame> namespace_(const Item& item);
  std::optional<Frame> ignored(const Item& item);

  std::optional<Frame> import(const Item& item);  // import_rule.cpp
  void registered_property(const Item& item);     // property_rule.cpp

  Sheet& sheet_;
  SheetLimits limits_;
  ValueSource values_;
  ItemReader reader_;
  LayerNames layers_;
  std::vector<Frame> frames_;
  std::vector<TextRange> texts_;  // of the selectors of all open style rules
  std::vector<std::vector<Token>> scope_limits_ = {{}};
  std::size_t rewritten_ = 0;  // tokens of selectors within limited scopes
  Phase phase_ = Phase::layers;
  bool stopped_ = false;
};

}  // namespace veedor::css
