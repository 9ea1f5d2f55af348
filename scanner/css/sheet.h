// A style sheet, parsed once: rules, declarations and conditions in flat tables that nobody changes
// afterwards. Shared by all pages and threads that link it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/css/media/media_query.h"
#include "scanner/css/selector/selector.h"
#include "scanner/css/text_pool.h"
#include "scanner/css/value/declaration.h"

namespace veedor::css {

// Bounds of one sheet. What lies beyond is left out, and `truncated` says so.
struct SheetLimits {
  std::size_t bytes = 8U << 20;
  std::size_t rules = 200'000;  // one for each complex selector
  std::size_t declarations = 1'000'000;
  std::size_t texts = 32U << 20;  // bytes of escapes resolved
  int nesting = 64;               // of blocks within blocks
};

struct RuleIndex;  // cascade/rule_index.h
class Declared;    // declared.h

// A run of declarations.
struct Block {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// One complex selector with its block.
struct StyleRule {
  std::uint32_t complex = 0;     // index in selectors.complexes
  std::uint32_t block = 0;       // index in blocks
  std::uint32_t condition = 0;   // index in conditions; 0: none
  std::uint32_t layer = 0;       // index in layers; 0: not layered
  std::uint32_t text_begin = 0;  // the selector as written: bytes of the source
  std::uint32_t text_end = 0;
};

// @media and the like around a rule; all of the chain must hold.
struct Condition {
  std::uint32_t parent = 0;  // 0: none
  enum class Kind : std::uint8_t {
    media,
    never,
    container
  } kind = Kind::media;  // container: needs layout, taken as false
  MediaQueryList media;
};

// A cascade layer in the order of first mention; names are those of one level ("a" of "a.b").
struct Layer {
  std::uint32_t parent = 0;  // 0: the outermost level
  std::string_view name;     // "" for an anonymous layer, which is never the same as another
};

// A place that names a layer, in source order. Which layers come first depends on the conditions that hold
// (CSS Cascade 5 §6.4.3); mentions that cannot change that are left out.
struct LayerMention {
  std::uint32_t layer = 0;
  std::uint32_t condition = 0;
};

struct Import {
  std::string_view url;               // as written
  std::uint32_t condition = 0;        // media and supports()
  std::uint32_t layer = 0;            // of the imported rules; 0: none
  std::uint32_t layers_before = 0;    // how many of the sheet's layers were mentioned before it
  std::uint32_t mentions_before = 0;  // how many of layer_mentions
  std::uint32_t offset = 0;
};

// @property: a custom property with an initial value of its own.
struct RegisteredProperty {
  std::string_view name;
  bool inherits = true;
  std::string_view initial;  // "" for none
  bool has_initial = false;
};

struct Sheet {
  std::string url;     // "" for <style>
  std::string source;  // UTF-8; every view of this sheet points into it, into `pool`, or at static text
  TextPool pool;
  std::vector<StyleRule> rules;  // in source order
  std::vector<Block> blocks;
  std::vector<Declaration> declarations;
  SelectorTable selectors;
  std::vector<Condition> conditions = {Condition{}};  // 0: always
  std::vector<Layer> layers = {Layer{}};              // 0: none
  std::vector<LayerMention> layer_mentions;
  std::vector<Import> imports;
  std::vector<RegisteredProperty> registered;
  ParserMode mode = ParserMode::standard;
  std::shared_ptr<const RuleIndex> index;    // the rules by what their elements must be
  std::shared_ptr<const Declared> declared;  // the blocks by what they declare; null for style=""
  bool truncated = false;
  bool has_container_queries = false;
  std::vector<std::uint32_t> line_starts;  // byte offsets, for place()

  // From 1; the column counts bytes.
  struct Place {
    unsigned line = 0, column = 0;
  };
  Place place(std::uint32_t offset) const;
};

// Parses by CSS Syntax 3 §5: never fails, whatever the bytes; the views stay valid as long as the sheet.
std::shared_ptr<const Sheet> parse_sheet(std::string source, std::string url,
                                         ParserMode mode = ParserMode::standard,
                                         const SheetLimits& limits = {});
// The contents of style="": one block, number 0, and no rules.
std::shared_ptr<const Sheet> parse_style_attribute(std::string source,
                                                   ParserMode mode = ParserMode::standard);

}  // namespace veedor::css
