// A parsed selector list, written back in one spelling, for the tests of parsing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "scanner/css/selector/parse.h"
#include "scanner/css/selector/selector.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/css/text_pool.h"

namespace veedor::css {

// Tables written back in one spelling, leftmost first, with every implied part shown.
class SelectorWriter {
 public:
  explicit SelectorWriter(const SelectorTable& table) : table_(table) {}

  std::string list(std::uint32_t index) {
    std::string text;
    for (std::uint32_t item : table_.items_of(index)) {
      if (!text.empty()) text += ", ";
      text += complex(table_.complexes[item]);
    }
    return text;
  }

 private:
  static std::string combinator(Combinator value) {
    switch (value) {
      case Combinator::none:
        return "";
      case Combinator::descendant:
        return " ";
      case Combinator::child:
        return " > ";
      case Combinator::next_sibling:
        return " + ";
      case Combinator::subsequent_sibling:
        return " ~ ";
    }
    return "?";
  }

  std::string complex(const Complex& complex) {
    std::string text;
    const auto compounds = table_.compounds_of(complex);
    for (std::size_t i = compounds.size(); i-- > 0;) {
      if (i + 1 == compounds.size() && compounds[i].combinator != Combinator::none) text += "ANCHOR";
      text += combinator(compounds[i].combinator);
      for (const Simple& simple : table_.simples_of(compounds[i])) text += this->simple(simple);
    }
    if (complex.pseudo_element != PseudoElement::none) {
      text += "::" + std::to_string(static_cast<int>(complex.pseudo_element));
    }
    return text;
  }

  std::string simple(const Simple& simple) {
    switch (simple.kind) {
      case SimpleKind::universal:
        return "*";
      case SimpleKind::tag:
        EXPECT_EQ(simple.hash, hash_name(simple.folded));
        return std::string(simple.folded) +
               (simple.name == simple.folded ? "" : "!" + std::string(simple.name));
      case SimpleKind::id:
        EXPECT_EQ(simple.hash, hash_name(simple.name));
        return "#" + std::string(simple.name);
      case SimpleKind::class_:
        EXPECT_EQ(simple.hash, hash_name(simple.name));
        return "." + std::string(simple.name);
      case SimpleKind::attribute:
        return attribute(simple);
      case SimpleKind::pseudo_class:
        return pseudo_class(simple);
      case SimpleKind::list:
        return ":" + std::to_string(static_cast<int>(simple.pseudo)) + "(" + list(simple.list) + ")";
    }
    return "?";
  }

  static std::string attribute(const Simple& simple) {
    constexpr std::string_view kTests[] = {"", "=", "~=", "|=", "^=", "$=", "*="};
    std::string text = simple.any_namespace ? "[*|" : "[";
    text += std::string(simple.name) + std::string(kTests[static_cast<int>(simple.test)]) +
            std::string(simple.value);
    if (simple.attribute_case == AttributeCase::insensitive) text += " i";
    if (simple.attribute_case == AttributeCase::sensitive) text += " s";
    return text + "]";
  }

  std::string pseudo_class(const Simple& simple) {
    std::string text = ":" + std::to_string(static_cast<int>(simple.pseudo));
    if (simple.pseudo >= PseudoClass::nth_child && simple.pseudo <= PseudoClass::nth_last_of_type) {
      text += "(" + std::to_string(simple.step) + "n" + (simple.offset < 0 ? "" : "+") +
              std::to_string(simple.offset);
      if (simple.list != 0) text += " of " + list(simple.list);
      return text + ")";
    }
    if (simple.list != 0) return text + "(" + list(simple.list) + ")";
    return simple.name.empty() ? text : text + "(" + std::string(simple.name) + ")";
  }

  const SelectorTable& table_;
};

// A parsed list with all that it points into.
class ParsedSelectors {
 public:
  explicit ParsedSelectors(std::string_view text, std::string_view parent = "")
      : text_(text), parent_text_(parent) {
    if (!parent_text_.empty()) {
      parent_ = parse_selector_list(tokenize(parent_text_, pool_), {.pool = pool_}, table_).value();
    }
    index_ = parse_selector_list(tokenize(text_, pool_), {.pool = pool_, .parent_list = parent_}, table_);
  }
  bool valid() const { return index_.has_value(); }
  std::string written() const { return index_ ? SelectorWriter(table_).list(*index_) : "invalid"; }
  const SelectorTable& table() const { return table_; }
  const Complex& complex(std::size_t item = 0) const {
    return table_.complexes[table_.items_of(index_.value())[item]];
  }
  Specificity specificity() const { return complex().specificity; }

 private:
  TextPool pool_;
  std::string text_, parent_text_;
  SelectorTable table_;
  std::uint32_t parent_ = 0;
  std::optional<std::uint32_t> index_;
};

// What the writer makes of a pseudo-class.
inline std::string spelling(PseudoClass value) { return ":" + std::to_string(static_cast<int>(value)); }

}  // namespace veedor::css
