#include "rules/support/reveal.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "rules/support/text_extent.h"
#include "rules/support/used_styles.h"
#include "scanner/css/cascade/rule_index.h"
#include "scanner/css/declared.h"
#include "scanner/css/selector/match.h"
#include "scanner/css/value/property.h"

namespace veedor::rules {
namespace {

using css::Property;

constexpr std::size_t kMaxRules = 60;  // of each kind
constexpr std::size_t kMaxElements = 50;
constexpr std::uint64_t kSteps = 400'000;  // of matching
constexpr int kMaxSiblings = 3;

// A rule that shows something.
struct Showing {
  const css::Sheet* sheet;
  const css::Complex* complex;
};
struct Rules {
  std::vector<Showing> by_hover;
  std::vector<Showing> by_focus;
  std::vector<std::uint32_t> by_class;  // what such rules are about, see subject_hash()
};

bool shows(const css::Sheet& sheet, const css::Block& block) {
  for (std::size_t i = block.first; i < block.first + block.count; ++i) {
    const css::Declaration& declaration = sheet.declarations[i];
    const css::Value& value = declaration.value;
    if (declaration.property == Property::display && value.kind() == css::ValueKind::keyword &&
        !value.is("none"))
      return true;
    if (declaration.property == Property::visibility && value.is("visible")) return true;
    if (declaration.property == Property::opacity && value.kind() == css::ValueKind::number &&
        value.number() > 0.5)
      return true;
  }
  return false;
}

// Their numbers, ascending.
std::vector<std::uint32_t> showing_blocks(const css::Sheet& sheet) {
  std::vector<std::uint32_t> blocks;
  for (Property property : {Property::display, Property::visibility, Property::opacity}) {
    for (const std::uint32_t block : sheet.declared->blocks_with(property)) {
      if (shows(sheet, sheet.blocks[block])) blocks.push_back(block);
    }
  }
  std::ranges::sort(blocks);
  blocks.erase(std::ranges::unique(blocks).begin(), blocks.end());
  return blocks;
}

// The names in the last compound: what the rule is about, whatever stands before it.
std::uint32_t subject_hash(const css::Sheet& sheet, const css::Complex& complex) {
  std::uint32_t hash = 0;
  const css::Compound& subject = sheet.selectors.compounds_of(complex).front();
  for (const css::Simple& simple : sheet.selectors.simples_of(subject)) {
    if (simple.kind == css::SimpleKind::tag || simple.kind == css::SimpleKind::class_ ||
        simple.kind == css::SimpleKind::id)
      hash += simple.hash;
  }
  return hash;
}

// ".open > ul", "[aria-expanded=true] + ul": a script can do what the mouse does.
bool is_by_class(const css::Complex& complex) { return complex.count > 1 && !complex.states.any(); }

// Is anything shown under the mouse at all?
bool any_by_hover(const css::Styles& styles) {
  for (const css::SheetUse& use : styles.sheets()) {
    if (use.user_agent) continue;
    const css::Sheet& sheet = *use.sheet;
    const auto shown = [&](const css::IndexedRule& indexed) {
      const css::StyleRule& rule = sheet.rules[indexed.rule];
      const css::Complex& complex = sheet.selectors.complexes[rule.complex];
      return complex.states.hover && complex.count >= 2 && use.holds[rule.condition] &&
             shows(sheet, sheet.blocks[rule.block]);
    };
    const css::Buckets& states = sheet.index->states;
    for (const css::Bucket* bucket : {&states.ids, &states.classes, &states.attributes, &states.tags}) {
      if (std::ranges::any_of(bucket->all(), shown)) return true;
    }
    if (std::ranges::any_of(states.universal, shown)) return true;
  }
  return false;
}

Rules showing_rules(const css::Styles& styles) {
  Rules rules;
  for (const css::SheetUse& use : styles.sheets()) {
    if (use.user_agent) continue;
    for (const std::uint32_t block : showing_blocks(*use.sheet)) {
      for (const css::StyleRule& rule : css::rules_of_block(*use.sheet, block)) {
        const css::Complex& complex = use.sheet->selectors.complexes[rule.complex];
        if (complex.count < 2 || complex.pseudo_element != css::PseudoElement::none ||
            !use.holds[rule.condition])
          continue;
        if (complex.states.hover && rules.by_hover.size() < kMaxRules)
          rules.by_hover.push_back({use.sheet.get(), &complex});
        if ((complex.states.focus || complex.states.focus_visible) && rules.by_focus.size() < kMaxRules)
          rules.by_focus.push_back({use.sheet.get(), &complex});
        if (is_by_class(complex)) rules.by_class.push_back(subject_hash(*use.sheet, complex));
      }
    }
  }
  std::ranges::sort(rules.by_class);
  return rules;
}

bool is_hidden(const css::Style& style) {
  return style.not_rendered() || !style.visible() || style[Property::opacity].number() <= 0;
}

bool is_shown_around(html::Element element, const css::Styles& styles) {
  const css::Style& around = styles.of(element.parent());
  return !around.not_rendered() && around.visible();
}

bool has_text(html::Element element) {
  for (std::string_view tag : {"script", "style", "noscript", "template", "datalist", "option"}) {
    if (element.is(tag)) return false;
  }
  constexpr int kMaxNodes = 100;
  int seen = 0;
  for (html::Node node = element.first_child_node(); node && seen < kMaxNodes;
       node = node.next_in(element), ++seen) {
    if (node.is_text() && characters(node.text(), 2) > 1) return true;
  }
  return false;
}

// The first ones that a rule may show.
std::vector<html::Element> hidden_texts(const facts::Page& page) {
  std::vector<html::Element> found;
  for (html::Element element : page.shared<UsedStyles>().elements_with(is_hidden)) {
    if (found.size() >= kMaxElements) break;
    if (element.in_html_namespace() && element.parent() && is_shown_around(element, page.styles()) &&
        has_text(element))
      found.push_back(element);
  }
  return found;
}

class Matcher {
 public:
  explicit Matcher(const html::Document& document)
      : cache_(document),
        context_{
            .document = document, .quirks = document.quirks_mode(), .steps_left = &steps_, .cache = cache_} {}

  // The first of `showing` that matches while what stands around or before the element is in that state.
  const Showing* first(html::Element element, const std::vector<Showing>& showing, css::States states) {
    for (const Showing& rule : showing) {
      if (holds(element, rule, element.parent(), states)) return &rule;
    }
    int siblings = 0;
    for (html::Element other = element.parent().first_child(); other && other != element && siblings < 64;
         other = other.next_sibling(), ++siblings)
      push(other);
    for (html::Element other : before_) {
      if (!other) continue;
      for (const Showing& rule : showing) {
        if (holds(element, rule, other, states)) return &rule;
      }
    }
    before_ = {};
    return nullptr;
  }

 private:
  bool holds(html::Element element, const Showing& rule, html::Element in_state, css::States states) {
    context_.state_element = in_state;
    context_.states = states;
    const bool matched = css::matches(element, *rule.complex, rule.sheet->selectors, context_);
    context_.state_element = {};
    context_.states = {};
    return matched;
  }
  void push(html::Element element) {
    std::ranges::rotate(before_, before_.begin() + 1);
    before_.back() = element;
  }

  std::uint64_t steps_ = kSteps;
  css::MatchCache cache_;
  css::MatchContext context_;
  std::array<html::Element, kMaxSiblings> before_ = {};
};

}  // namespace

std::vector<Revealed> revealed_by_hover(const facts::Page& page) {
  const css::Styles& styles = page.styles();
  std::vector<Revealed> found;
  const std::vector<html::Element> hidden = hidden_texts(page);
  if (hidden.empty() || !any_by_hover(styles)) return found;
  const Rules rules = showing_rules(styles);
  if (rules.by_hover.empty()) return found;
  Matcher matcher(page.document());
  for (html::Element element : hidden) {
    const Showing* hovered = matcher.first(element, rules.by_hover, {.hover = true});
    if (hovered == nullptr) continue;
    const bool by_class =
        std::ranges::binary_search(rules.by_class, subject_hash(*hovered->sheet, *hovered->complex));
    found.push_back(
        {.element = element,
         .by_focus = by_class || matcher.first(element, rules.by_focus,
                                               {.focus = true, .focus_visible = true}) != nullptr});
  }
  return found;
}

}  // namespace veedor::rules
