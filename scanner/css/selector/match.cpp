// Lists, combinators and compounds (Selectors 4 §4, §14, CSS Scoping 1 §3).
#include "scanner/css/selector/match.h"

#include <algorithm>

#include "scanner/base/text.h"
#include "scanner/css/selector/matcher.h"

namespace veedor::css {
namespace {

// Where a search for an element to the left goes on after a failure.
struct Search {
  html::Element at;       // the last candidate
  std::size_t index = 0;  // of the compound it is a candidate for
};

bool is_about_host(const Simple& simple) {
  return simple.kind == SimpleKind::pseudo_class &&
         (simple.pseudo == PseudoClass::host || simple.pseudo == PseudoClass::host_context);
}

// Quirks Mode Standard §3.4: a compound of nothing but :hover and :active is about links only.
bool is_bare_hover(std::span<const Simple> compound) {
  return std::all_of(compound.begin(), compound.end(), [](const Simple& simple) {
    return simple.kind == SimpleKind::universal || simple.pseudo == PseudoClass::hover ||
           simple.pseudo == PseudoClass::active;
  });
}

}  // namespace

bool matches(html::Element element, const Complex& complex, const SelectorTable& table,
             MatchContext& context) {
  const bool matched = element && Matcher(table, context).selector(element, complex);
  return matched && *context.steps_left > 0;  // :not() of what was cut short does not count
}

bool matches_list(html::Element element, std::uint32_t list, const SelectorTable& table,
                  MatchContext& context) {
  const bool matched = element && Matcher(table, context).list(element, list);
  return matched && *context.steps_left > 0;
}

bool Matcher::list(html::Element element, std::uint32_t list) {
  const auto items = table_.items_of(list);
  return std::any_of(items.begin(), items.end(), [&](std::uint32_t item) {
    const Complex& candidate = table_.complexes[item];
    return candidate.pseudo_element == PseudoElement::none && complex(element, candidate, {});
  });
}

bool Matcher::selector(html::Element element, const Complex& selector) {
  const PseudoElement pseudo = selector.pseudo_element;
  if (pseudo != PseudoElement::slotted && pseudo != PseudoElement::part)
    return complex(element, selector, {});
  for (const Simple& simple : table_.simples_of(table_.compounds_of(selector).front())) {
    if (simple.pseudo == PseudoClass::pseudo_argument && !list(element, simple.list)) return false;
  }
  const html::Element subject = pseudo == PseudoElement::slotted ? context_.slot : context_.host;
  if (!subject) return false;
  if (pseudo == PseudoElement::slotted) return complex(subject, selector, {});
  MatchContext outside = context_;  // the host is asked as an element of the tree that it is in
  outside.host = {};
  return Matcher(table_, outside).complex(subject, selector, {});
}

// Right to left. The nearest candidate is always the best one: what stands to the left of a descendant
// combinator is sought among the ancestors of the candidate, and those of a nearer one include those of a
// farther one; the same holds of "~" and the siblings before. So a failure needs to take back only the search
// that is under way: that among siblings, until a parent has been reached, then the latest one among
// ancestors.
bool Matcher::complex(html::Element element, const Complex& complex, html::Element anchor) {
  const std::span<const Compound> compounds = table_.compounds_of(complex);
  const auto here = [&](html::Element at, std::size_t index) {
    if (!spend(context_)) return false;
    return index == compounds.size() ? at == anchor : compound(at, table_.simples_of(compounds[index]));
  };
  const auto above = [&](html::Element at) { return at == anchor ? html::Element() : parent(at); };

  if (!here(element, 0)) return false;
  Search ancestors, siblings;
  html::Element at = element;
  std::size_t index = 0;
  while (index < compounds.size() && compounds[index].combinator != Combinator::none) {
    const Combinator combinator = compounds[index++].combinator;
    const bool upwards = combinator == Combinator::descendant || combinator == Combinator::child;
    at = upwards ? above(at) : previous_sibling(at);
    if (upwards) siblings = {};
    if (combinator == Combinator::descendant) ancestors = {.at = at, .index = index};
    if (combinator == Combinator::subsequent_sibling) siblings = {.at = at, .index = index};

    while (!at || !here(at, index)) {
      if (*context_.steps_left == 0) return false;
      if (siblings.at) {
        siblings.at = at = previous_sibling(siblings.at);
        index = siblings.index;
      } else if (ancestors.at) {
        ancestors.at = at = above(ancestors.at);
        index = ancestors.index;
      } else {
        return false;
      }
    }
  }
  return true;
}

bool Matcher::compound(html::Element element, std::span<const Simple> simples) {
  if (context_.host && element == context_.host) return host_compound(simples);
  return std::all_of(simples.begin(), simples.end(),
                     [&](const Simple& simple) { return this->simple(element, simple, simples); });
}

// CSS Scoping 1 §3.2.1: seen from within its shadow tree, the host has no features; only :host and what is
// made of it match.
bool Matcher::host_compound(std::span<const Simple> simples) {
  bool named = false;
  for (const Simple& simple : simples) {
    const bool positive = simple.kind == SimpleKind::list &&
                          (simple.pseudo == PseudoClass::is || simple.pseudo == PseudoClass::where ||
                           simple.pseudo == PseudoClass::nesting);
    if (is_about_host(simple)) {
      if (!host(context_.host, simple)) return false;
    } else if (positive) {
      if (simple.list == 0 || !list(context_.host, simple.list)) return false;
    } else if (simple.pseudo == PseudoClass::not_) {
      if (list(context_.host, simple.list)) return false;
    } else if (simple.kind != SimpleKind::universal) {
      return false;
    }
    named = named || positive || is_about_host(simple);
  }
  return named;
}

bool Matcher::simple(html::Element element, const Simple& simple, std::span<const Simple> compound) {
  switch (simple.kind) {
    case SimpleKind::universal:
      return true;
    case SimpleKind::tag:
      return tag(element, simple);
    case SimpleKind::id:
      return matches_id(element, simple, context_);
    case SimpleKind::class_:
      return matches_class(element, simple, context_);
    case SimpleKind::attribute:
      return matches_attribute(element, simple, context_);
    case SimpleKind::pseudo_class:
      return pseudo_class(element, simple, compound);
    case SimpleKind::list:
      return logical(element, simple);
  }
  return false;
}

// HTML Standard §4.16.1: names are compared in lower case with those of HTML elements.
bool Matcher::tag(html::Element element, const Simple& simple) const {
  return element.tag() == (element.in_html_namespace() ? simple.folded : simple.name);
}

bool Matcher::logical(html::Element element, const Simple& simple) {
  switch (simple.pseudo) {
    case PseudoClass::not_:
      return !list(element, simple.list);
    case PseudoClass::has:
      return has(element, simple.list);
    case PseudoClass::nesting:
      return simple.list == 0 ? is_scope(element) : list(element, simple.list);
    case PseudoClass::pseudo_argument:
      return true;  // asked before, of the element itself
    default:
      return list(element, simple.list);
  }
}

bool Matcher::pseudo_class(html::Element element, const Simple& simple, std::span<const Simple> compound) {
  switch (simple.pseudo) {
    case PseudoClass::scope:
      return is_scope(element);
    case PseudoClass::lang:
      return matches_language(element, simple.name, context_);
    case PseudoClass::dir:
      return matches_direction(element, simple.name, context_);
    case PseudoClass::hover:
    case PseudoClass::active:
      if (context_.quirks && is_bare_hover(compound) && !is_link(element)) return false;
      return matches_state(element, simple.pseudo, context_);
    case PseudoClass::host:
    case PseudoClass::host_context:
      return false;  // asked of the host only, see compound()
    default:
      if (simple.pseudo >= PseudoClass::root && simple.pseudo <= PseudoClass::nth_last_of_type) {
        return structure(element, simple);
      }
      return matches_state(element, simple.pseudo, context_);
  }
}

// The arguments of :host() and :host-context() are asked of the host as an element of the tree that it is in.
bool Matcher::host(html::Element element, const Simple& simple) {
  if (simple.list == 0) return true;
  MatchContext outside = context_;
  outside.host = {};
  Matcher matcher(table_, outside);
  if (simple.pseudo == PseudoClass::host) return matcher.list(element, simple.list);
  for (html::Element at = element; at; at = at.parent()) {
    if (matcher.list(at, simple.list)) return true;
  }
  return false;
}

bool Matcher::is_scope(html::Element element) const {
  return element == (context_.scope ? context_.scope : context_.document.root());
}

// Above a shadow root is the host.
html::Element Matcher::parent(html::Element element) const {
  if (context_.host && element == context_.host) return {};
  const html::Element parent = element.parent();
  return parent.host() ? context_.host : parent;
}

html::Element Matcher::previous_sibling(html::Element element) const {
  if (context_.host && element == context_.host) return {};
  return context_.cache.previous_sibling(element);
}

bool Matcher::may_remember(const States& states) const {
  return !context_.scope && !(context_.state_element && states.any());
}

}  // namespace veedor::css
