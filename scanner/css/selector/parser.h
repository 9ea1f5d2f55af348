// The parser behind parse_selector_list(). Shared by the files of this folder only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/css/selector/parse.h"
#include "scanner/css/selector/selector.h"
#include "scanner/css/syntax/tokenizer.h"

namespace veedor::css {

class SelectorParser {
 public:
  SelectorParser(const SelectorContext& context, SelectorTable& table) : context_(context), table_(table) {}

  // The list of a rule.
  std::optional<std::uint32_t> parse(std::span<const Token> tokens) { return list(tokens, Form::rule); }

 private:
  // What a list is made of.
  enum class Form {
    rule,       // complex selectors, relative to the parent's where there is one; pseudo-elements allowed
    strict,     // complex selectors: :not(), "of S"
    forgiving,  // the same, but invalid ones are dropped: :is(), :where()
    relative,   // to an anchor: :has()
    compound,   // one compound selector: :host(), ::slotted()
  };

  // What is known of a complex selector while it is parsed.
  struct Draft {
    Form form = Form::rule;
    PseudoElement pseudo_element = PseudoElement::none;
    States states = {};
    Specificity specificity = {};
  };

  // Where the tables ended before something that may turn out to be invalid.
  struct Mark {
    std::size_t simples, compounds, complexes, lists, items;
  };

  // parse.cpp: lists, complex selectors, compounds
  std::optional<std::uint32_t> list(std::span<const Token> tokens, Form form);
  bool items(std::span<const Token> tokens, Form form);
  std::optional<std::uint32_t> complex(std::span<const Token> tokens, Form form);
  bool start(TokenStream& in, std::span<const Token> tokens, Draft& draft, Combinator& combinator);
  bool compounds(TokenStream& in, Draft& draft, Combinator combinator);
  bool compound(TokenStream& in, Draft& draft, Combinator combinator);
  std::uint32_t finish_list(std::size_t first_item);
  std::uint32_t finish_complex(std::size_t first_compound, const Draft& draft);
  bool finish_compound(std::size_t first_simple, Combinator combinator);
  Mark mark() const;
  void take_back(const Mark& mark);

  // parse_simple.cpp: simple selectors; each appends to simples_
  bool simple(TokenStream& in, Draft& draft, bool first, bool& matched);
  bool type(TokenStream& in, Draft& draft);
  bool attribute(std::span<const Token> tokens, Draft& draft);
  void nesting(Draft& draft);
  void tag(std::string_view name, Draft& draft);
  std::string_view lower(std::string_view name);

  // parse_pseudo.cpp
  bool pseudo(TokenStream& in, Draft& draft);
  bool plain_pseudo_class(std::string_view name, Draft& draft);
  bool function_pseudo_class(std::string_view name, std::span<const Token> arguments, Draft& draft);
  bool logical(PseudoClass pseudo, std::span<const Token> arguments, Draft& draft);
  bool nth(PseudoClass pseudo, std::span<const Token> arguments, Draft& draft);
  bool host(PseudoClass pseudo, std::span<const Token> arguments, Draft& draft);
  bool language(std::span<const Token> arguments, Draft& draft);
  bool direction(std::span<const Token> arguments, Draft& draft);
  bool add_pseudo_element(PseudoElement element, Draft& draft);
  bool slotted(std::span<const Token> arguments, Draft& draft);
  bool part(std::span<const Token> arguments);
  void add_pseudo_class(PseudoClass pseudo, Draft& draft);
  // Adds a list's specificity and states to those of the selector that holds it.
  void count_list(std::uint32_t list, Draft& draft) const;

  const SelectorContext& context_;
  SelectorTable& table_;
  // Of the complex selectors being parsed, in the order of the text; each level appends, then moves its part
  // to the table.
  std::vector<Simple> simples_;
  std::vector<Compound> compounds_;
  std::vector<std::uint32_t> items_;
  int depth_ = 0;        // of functions
  bool in_has_ = false;  // §17.1: :has() is not valid in :has()
};

// §17: sums do not wrap.
void add(Specificity& sum, const Specificity& more);
void add(States& all, const States& more);

}  // namespace veedor::css
