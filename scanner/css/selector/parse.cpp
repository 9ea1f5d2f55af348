// Selector lists, complex selectors and compounds (Selectors 4 §18, CSS Nesting 1 §2).
#include "scanner/css/selector/parse.h"

#include <algorithm>
#include <limits>

#include "scanner/css/selector/parser.h"

namespace veedor::css {
namespace {

bool opens(TokenKind kind) {
  return kind == TokenKind::function || kind == TokenKind::open_round || kind == TokenKind::open_square ||
         kind == TokenKind::open_curly;
}

bool closes(TokenKind kind) {
  return kind == TokenKind::close_round || kind == TokenKind::close_square || kind == TokenKind::close_curly;
}

// How many tokens stand before the next comma that is not within brackets.
std::size_t length_of_item(std::span<const Token> tokens) {
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenKind kind = tokens[i].kind;
    if (opens(kind)) ++depth;
    if (closes(kind) && depth > 0) --depth;
    if (kind == TokenKind::comma && depth == 0) return i;
  }
  return tokens.size();
}

// CSS Nesting 1 §2: wherever it stands, also in what a forgiving list drops.
bool contains_nesting_selector(std::span<const Token> tokens) {
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.is_delim('&'); });
}

std::uint16_t saturated(unsigned sum) {
  return static_cast<std::uint16_t>(std::min<unsigned>(sum, std::numeric_limits<std::uint16_t>::max()));
}

Combinator combinator_of(const Token& token) {
  if (token.is_delim('>')) return Combinator::child;
  if (token.is_delim('+')) return Combinator::next_sibling;
  if (token.is_delim('~')) return Combinator::subsequent_sibling;
  return Combinator::none;
}

// What stands between two compounds; `none` where there is no white space and no combinator.
Combinator read_combinator(TokenStream& in) {
  const bool space = in.peek().is(TokenKind::whitespace);
  in.skip_whitespace();
  const Combinator combinator = combinator_of(in.peek());
  if (combinator == Combinator::none) return space ? Combinator::descendant : Combinator::none;
  in.next();
  in.skip_whitespace();
  return combinator;
}

}  // namespace

void add(Specificity& sum, const Specificity& more) {
  sum.a = saturated(0U + sum.a + more.a);
  sum.b = saturated(0U + sum.b + more.b);
  sum.c = saturated(0U + sum.c + more.c);
}

void add(States& all, const States& more) {
  all.hover = all.hover || more.hover;
  all.active = all.active || more.active;
  all.focus = all.focus || more.focus;
  all.focus_visible = all.focus_visible || more.focus_visible;
}

std::optional<std::uint32_t> parse_selector_list(std::span<const Token> tokens,
                                                 const SelectorContext& context, SelectorTable& table) {
  return SelectorParser(context, table).parse(tokens);
}

std::optional<std::uint32_t> SelectorParser::list(std::span<const Token> tokens, Form form) {
  if (depth_ > kMaxSelectorNesting) return std::nullopt;
  const Mark before = mark();
  const std::size_t first_item = items_.size();
  if (!items(tokens, form)) {
    take_back(before);
    items_.resize(first_item);
    return std::nullopt;
  }
  return finish_list(first_item);
}

// Appends the indexes of the selectors to items_.
bool SelectorParser::items(std::span<const Token> tokens, Form form) {
  while (true) {
    const std::size_t length = length_of_item(tokens);
    const Mark before = mark();
    const std::optional<std::uint32_t> index = complex(tokens.first(length), form);
    if (index) {
      items_.push_back(*index);
    } else if (form == Form::forgiving) {
      take_back(before);
    } else {
      return false;
    }
    if (length == tokens.size()) return true;
    if (form == Form::compound) return false;
    tokens = tokens.subspan(length + 1);
  }
}

std::optional<std::uint32_t> SelectorParser::complex(std::span<const Token> tokens, Form form) {
  const std::size_t first_simple = simples_.size();
  const std::size_t first_compound = compounds_.size();
  Draft draft{.form = form};
  Combinator combinator = Combinator::none;
  TokenStream in(tokens);
  std::optional<std::uint32_t> index;
  if (start(in, tokens, draft, combinator) && compounds(in, draft, combinator) &&
      compounds_.size() - first_compound <= kMaxCompounds) {
    index = finish_complex(first_compound, draft);
  }
  simples_.resize(first_simple);
  compounds_.resize(first_compound);
  return index;
}

// Reads the combinator that a relative selector may begin with; writes the parent's & where it is implied.
bool SelectorParser::start(TokenStream& in, std::span<const Token> tokens, Draft& draft,
                           Combinator& combinator) {
  in.skip_whitespace();
  const Combinator written = combinator_of(in.peek());
  if (draft.form == Form::relative) {
    combinator = written == Combinator::none ? Combinator::descendant : written;
  } else if (draft.form == Form::rule && context_.parent_list != 0) {
    if (written == Combinator::none && contains_nesting_selector(tokens)) return true;
    const std::size_t first_simple = simples_.size();
    nesting(draft);
    if (!finish_compound(first_simple, Combinator::none)) return false;
    combinator = written == Combinator::none ? Combinator::descendant : written;
  }
  if (written != Combinator::none && combinator != Combinator::none) {
    in.next();
    in.skip_whitespace();
  }
  return true;
}

bool SelectorParser::compounds(TokenStream& in, Draft& draft, Combinator combinator) {
  while (true) {
    if (!compound(in, draft, combinator)) return false;
    if (in.at_end()) return true;
    const Combinator next = read_combinator(in);
    if (in.at_end()) return next == Combinator::descendant;  // white space at the end
    if (next == Combinator::none || draft.form == Form::compound) return false;
    if (draft.pseudo_element != PseudoElement::none) return false;  // stands at the right end alone
    combinator = next;
  }
}

bool SelectorParser::compound(TokenStream& in, Draft& draft, Combinator combinator) {
  const std::size_t first_simple = simples_.size();
  bool first = true;
  while (true) {
    bool matched = false;
    if (!simple(in, draft, first, matched)) return false;
    if (!matched) break;
    // CSS Nesting 1 §2: & may stand before the type selector.
    first = first && simples_.size() > first_simple && simples_.back().pseudo == PseudoClass::nesting;
    if (simples_.size() - first_simple > kMaxSimples) return false;
  }
  if (simples_.size() == first_simple) {
    if (draft.pseudo_element == PseudoElement::none) return false;
    simples_.push_back(Simple{});  // "::before" is "*::before"
  }
  return finish_compound(first_simple, combinator);
}

// Moves the simple selectors from `first_simple` on to the table.
bool SelectorParser::finish_compound(std::size_t first_simple, Combinator combinator) {
  if (table_.simples.size() + (simples_.size() - first_simple) > kMaxTableSimples) return false;
  compounds_.push_back({.first = static_cast<std::uint32_t>(table_.simples.size()),
                        .count = static_cast<std::uint16_t>(simples_.size() - first_simple),
                        .combinator = combinator});
  const auto begin = simples_.begin() + static_cast<std::ptrdiff_t>(first_simple);
  table_.simples.insert(table_.simples.end(), begin, simples_.end());
  simples_.resize(first_simple);
  return true;
}

// Moves the compounds from `first_compound` on to the table, rightmost first.
std::uint32_t SelectorParser::finish_complex(std::size_t first_compound, const Draft& draft) {
  const auto index = static_cast<std::uint32_t>(table_.complexes.size());
  table_.complexes.push_back({.first = static_cast<std::uint32_t>(table_.compounds.size()),
                              .count = static_cast<std::uint16_t>(compounds_.size() - first_compound),
                              .pseudo_element = draft.pseudo_element,
                              .states = draft.states,
                              .specificity = draft.specificity});
  const auto end = compounds_.rend() - static_cast<std::ptrdiff_t>(first_compound);
  table_.compounds.insert(table_.compounds.end(), compounds_.rbegin(), end);
  return index;
}

std::uint32_t SelectorParser::finish_list(std::size_t first_item) {
  SelectorList list{.first = static_cast<std::uint32_t>(table_.list_items.size()),
                    .count = static_cast<std::uint32_t>(items_.size() - first_item)};
  for (std::size_t i = first_item; i < items_.size(); ++i) {
    const Complex& item = table_.complexes[items_[i]];
    list.specificity = std::max(list.specificity, item.specificity);
    add(list.states, item.states);
    table_.list_items.push_back(items_[i]);
  }
  items_.resize(first_item);
  table_.lists.push_back(list);
  return static_cast<std::uint32_t>(table_.lists.size() - 1);
}

SelectorParser::Mark SelectorParser::mark() const {
  return {.simples = table_.simples.size(),
          .compounds = table_.compounds.size(),
          .complexes = table_.complexes.size(),
          .lists = table_.lists.size(),
          .items = table_.list_items.size()};
}

void SelectorParser::take_back(const Mark& mark) {
  table_.simples.resize(mark.simples);
  table_.compounds.resize(mark.compounds);
  table_.complexes.resize(mark.complexes);
  table_.lists.resize(mark.lists);
  table_.list_items.resize(mark.items);
}

}  // namespace veedor::css
