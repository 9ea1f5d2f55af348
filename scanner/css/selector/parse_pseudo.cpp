// Pseudo-classes and pseudo-elements (Selectors 4 §3.5 to §16, CSS Pseudo-Elements 4, CSS Shadow Parts 1).
#include <optional>
#include <string>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/css/selector/an_plus_b.h"
#include "scanner/css/selector/parser.h"
#include "scanner/css/selector/pseudo_names.h"

namespace veedor::css {
namespace {

bool is_user_action(PseudoClass pseudo) {
  return pseudo == PseudoClass::hover || pseudo == PseudoClass::active || pseudo == PseudoClass::focus ||
         pseudo == PseudoClass::focus_visible || pseudo == PseudoClass::focus_within;
}

bool is_structural(PseudoClass pseudo) {
  return pseudo >= PseudoClass::root && pseudo <= PseudoClass::nth_last_of_type;
}

// Which pseudo-classes may follow a pseudo-element (Selectors 4 §3.6.3; parts: CSS Shadow Parts 1 §3).
bool may_follow(PseudoElement element, PseudoClass pseudo) {
  if (is_user_action(pseudo)) return true;
  if (element == PseudoElement::other)
    return pseudo == PseudoClass::never || pseudo == PseudoClass::disabled ||
           pseudo == PseudoClass::enabled;  // of scroll bars
  return element == PseudoElement::part && !is_structural(pseudo);
}

// Which pseudo-elements have a pseudo-element of their own (CSS Pseudo-Elements 4 §4, CSS Scoping 1 §3.4).
bool may_follow(PseudoElement element, PseudoElement next) {
  if (element == PseudoElement::slotted || element == PseudoElement::part) {
    return next != PseudoElement::slotted && next != PseudoElement::part;
  }
  return (element == PseudoElement::before || element == PseudoElement::after) &&
         next == PseudoElement::marker;
}

States states_of(PseudoClass pseudo) {
  return {.hover = pseudo == PseudoClass::hover,
          .active = pseudo == PseudoClass::active,
          .focus = pseudo == PseudoClass::focus || pseudo == PseudoClass::focus_within,
          .focus_visible = pseudo == PseudoClass::focus_visible};
}

}  // namespace

void SelectorParser::count_list(std::uint32_t list, Draft& draft) const {
  add(draft.specificity, table_.lists[list].specificity);
  add(draft.states, table_.lists[list].states);
}

// Appends a pseudo-class that has no argument.
void SelectorParser::add_pseudo_class(PseudoClass pseudo, Draft& draft) {
  simples_.push_back({.kind = SimpleKind::pseudo_class, .pseudo = pseudo});
  add(draft.specificity, {.b = 1});
  add(draft.states, states_of(pseudo));
}

bool SelectorParser::pseudo(TokenStream& in, Draft& draft) {
  in.next();
  const bool element = in.peek().is(TokenKind::colon);
  if (element) in.next();
  const Token& name = in.next();
  if (name.is(TokenKind::ident)) {
    if (!element) return plain_pseudo_class(name.text, draft);
    const std::optional<PseudoElement> known = pseudo_element(name.text);
    return known && add_pseudo_element(*known, draft);
  }
  if (!name.is(TokenKind::function)) return false;
  const std::span<const Token> arguments = in.block();
  if (!element) return function_pseudo_class(name.text, arguments, draft);
  const std::optional<PseudoElement> known = functional_pseudo_element(name.text);
  if (!known || !add_pseudo_element(*known, draft)) return false;
  if (*known == PseudoElement::slotted) return slotted(arguments, draft);
  if (*known == PseudoElement::part) return part(arguments);
  TokenStream rest(arguments);
  rest.skip_whitespace();
  return !rest.at_end();
}

bool SelectorParser::plain_pseudo_class(std::string_view name, Draft& draft) {
  if (const auto legacy = legacy_pseudo_element(name)) return add_pseudo_element(*legacy, draft);
  const std::optional<PseudoClass> known = pseudo_class(name);
  if (!known) return false;
  if (draft.pseudo_element == PseudoElement::none) {
    add_pseudo_class(*known, draft);
    return true;
  }
  // The pseudo-element itself would have to be hovered or focused, whatever its element is.
  if (!may_follow(draft.pseudo_element, *known)) return false;
  add_pseudo_class(PseudoClass::never, draft);
  return true;
}

bool SelectorParser::add_pseudo_element(PseudoElement element, Draft& draft) {
  if (draft.form != Form::rule) return false;  // §3.6: not within :is(), :not() …
  if (draft.pseudo_element != PseudoElement::none) {
    if (!may_follow(draft.pseudo_element, element)) return false;
    element = PseudoElement::other;
  }
  draft.pseudo_element = element;
  add(draft.specificity, {.c = 1});
  return true;
}

bool SelectorParser::function_pseudo_class(std::string_view name, std::span<const Token> arguments,
                                           Draft& draft) {
  const std::optional<PseudoClass> known = functional_pseudo_class(name);
  if (!known || draft.pseudo_element != PseudoElement::none) return false;
  switch (*known) {
    case PseudoClass::is:
    case PseudoClass::where:
    case PseudoClass::not_:
    case PseudoClass::has:
      return logical(*known, arguments, draft);
    case PseudoClass::nth_child:
    case PseudoClass::nth_last_child:
    case PseudoClass::nth_of_type:
    case PseudoClass::nth_last_of_type:
      return nth(*known, arguments, draft);
    case PseudoClass::host:
    case PseudoClass::host_context:
      return host(*known, arguments, draft);
    case PseudoClass::lang:
      return language(arguments, draft);
    case PseudoClass::dir:
      return direction(arguments, draft);
    default:
      add_pseudo_class(*known, draft);
      return !arguments.empty();
  }
}

bool SelectorParser::logical(PseudoClass pseudo, std::span<const Token> arguments, Draft& draft) {
  const bool has = pseudo == PseudoClass::has;
  if (has && in_has_) return false;
  const bool outer_in_has = std::exchange(in_has_, in_has_ || has);
  const bool forgives = pseudo == PseudoClass::is || pseudo == PseudoClass::where;
  ++depth_;
  const std::optional<std::uint32_t> index = list(arguments, has        ? Form::relative
                                                             : forgives ? Form::forgiving
                                                                        : Form::strict);
  --depth_;
  in_has_ = outer_in_has;
  if (!index) return false;
  simples_.push_back({.kind = SimpleKind::list, .pseudo = pseudo, .list = *index});
  if (pseudo == PseudoClass::where) {
    add(draft.states, table_.lists[*index].states);
  } else {
    count_list(*index, draft);
  }
  return true;
}

bool SelectorParser::nth(PseudoClass pseudo, std::span<const Token> arguments, Draft& draft) {
  TokenStream in(arguments);
  const std::optional<AnPlusB> formula = parse_an_plus_b(in);
  if (!formula) return false;
  in.skip_whitespace();
  std::uint32_t of = 0;
  if (!in.at_end()) {
    if (pseudo != PseudoClass::nth_child && pseudo != PseudoClass::nth_last_child) return false;
    const Token& word = in.next();
    if (!word.is(TokenKind::ident) || !ascii_iequals(word.text, "of")) return false;
    ++depth_;
    const std::optional<std::uint32_t> index = list(in.rest(), Form::strict);
    --depth_;
    if (!index) return false;
    of = *index;
  }
  add_pseudo_class(pseudo, draft);
  Simple& simple = simples_.back();
  simple.list = of;
  simple.step = formula->step;
  simple.offset = formula->offset;
  count_list(of, draft);
  return true;
}

bool SelectorParser::host(PseudoClass pseudo, std::span<const Token> arguments, Draft& draft) {
  ++depth_;
  const std::optional<std::uint32_t> index = list(arguments, Form::compound);
  --depth_;
  if (!index) return false;
  add_pseudo_class(pseudo, draft);
  simples_.back().list = *index;
  count_list(*index, draft);
  return true;
}

// Comma-separated identifiers and strings. One view has to hold them all: a range with a comma within could
// never match, so it is left out.
bool SelectorParser::language(std::span<const Token> arguments, Draft& draft) {
  TokenStream in(arguments);
  std::string ranges;
  bool any = false;
  while (true) {
    in.skip_whitespace();
    const Token& range = in.next();
    if (!range.is(TokenKind::ident) && !range.is(TokenKind::string)) return false;
    if (range.text.find(',') == std::string_view::npos) {
      if (any) ranges += ',';
      ranges += range.text;
      any = true;
    }
    in.skip_whitespace();
    if (in.at_end()) break;
    if (!in.next().is(TokenKind::comma)) return false;
  }
  add_pseudo_class(any ? PseudoClass::lang : PseudoClass::never, draft);
  simples_.back().name = context_.pool.keep(std::move(ranges));
  return true;
}

// §13.1: other identifiers than ltr and rtl are valid, but match nothing.
bool SelectorParser::direction(std::span<const Token> arguments, Draft& draft) {
  TokenStream in(arguments);
  in.skip_whitespace();
  const Token& word = in.next();
  in.skip_whitespace();
  if (!word.is(TokenKind::ident) || !in.at_end()) return false;
  const bool rtl = ascii_iequals(word.text, "rtl");
  add_pseudo_class(rtl || ascii_iequals(word.text, "ltr") ? PseudoClass::dir : PseudoClass::never, draft);
  simples_.back().name = rtl ? "rtl" : "ltr";
  return true;
}

bool SelectorParser::slotted(std::span<const Token> arguments, Draft& draft) {
  ++depth_;
  const std::optional<std::uint32_t> index = list(arguments, Form::compound);
  --depth_;
  if (!index) return false;
  simples_.push_back({.kind = SimpleKind::list, .pseudo = PseudoClass::pseudo_argument, .list = *index});
  count_list(*index, draft);
  return true;
}

// CSS Shadow Parts 1 §3: all the names are in part="". They become [part~=a][part~=b].
bool SelectorParser::part(std::span<const Token> arguments) {
  TokenStream in(arguments);
  const std::size_t first_simple = simples_.size();
  const std::size_t first_compound = compounds_.size();
  in.skip_whitespace();
  do {
    const Token& name = in.next();
    if (!name.is(TokenKind::ident) || simples_.size() - first_simple >= kMaxSimples) return false;
    simples_.push_back({.kind = SimpleKind::attribute,
                        .test = AttributeTest::includes,
                        .attribute_case = AttributeCase::sensitive,
                        .hash = hash_name("part"),
                        .name = "part",
                        .folded = "part",
                        .value = name.text});
    in.skip_whitespace();
  } while (!in.at_end());
  if (!finish_compound(first_simple, Combinator::none)) return false;
  const std::size_t first_item = items_.size();
  items_.push_back(finish_complex(first_compound, Draft{}));
  compounds_.resize(first_compound);
  const std::uint32_t index = finish_list(first_item);
  simples_.push_back({.kind = SimpleKind::list, .pseudo = PseudoClass::pseudo_argument, .list = index});
  return true;
}

}  // namespace veedor::css
