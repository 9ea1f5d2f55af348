#include "scanner/css/cascade/page_styles.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"
#include "scanner/css/cascade/hints.h"
#include "scanner/css/cascade/names_of.h"
#include "scanner/html/flat_tree.h"

namespace veedor::css {
namespace {

// Steps of matching: a page of a thousand elements needs some ten thousand.
constexpr std::uint64_t kSteps = 20'000'000;
constexpr std::uint64_t kStepsPerElement = 500;

constexpr auto kReplaced = std::to_array<std::string_view>({
    "audio",
    "br",
    "canvas",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "img",
    "input",
    "meter",
    "object",
    "progress",
    "select",
    "textarea",
    "video",
    "wbr",
});
static_assert(std::ranges::is_sorted(kReplaced));

ParserMode mode_of(const html::Document& document) {
  return document.quirks_mode() ? ParserMode::quirks : ParserMode::standard;
}

// The colour schemes that the page says it supports, where no sheet does (HTML Standard §4.2.5.1).
std::string_view declared_schemes(const html::Document& document) {
  for (html::Element meta : document.all("meta")) {
    if (ascii_iequals(meta.attribute_or("name", ""), "color-scheme"))
      return trim(meta.attribute_or("content", ""));
  }
  return {};
}

}  // namespace

PageStyles::Scope::Scope(PageStyles& page, html::Element shadow_root, const SheetFinder& find)
    : gathered(gather_sheets(page.document_, shadow_root, find, page.environment_, page.sheet_budget_)),
      context{.document = page.document_,
              .quirks = page.document_.quirks_mode(),
              .host = shadow_root.host(),
              .steps_left = &page.steps_left_,
              .cache = page.cache_},
      matcher(gathered.uses, context, page.places_) {}

PageStyles::PageStyles(const html::Document& document, const SheetFinder& find,
                       const Environment& environment)
    : document_(document),
      environment_(environment),
      steps_left_(kSteps + kStepsPerElement * document.element_count()),
      cache_(document),
      builder_(environment, mode_of(document)),
      styles_(document.element_count()),
      filters_(document.element_count()),
      reactions_(document.element_count()) {
  scopes_.emplace(document.root().index(), std::make_unique<Scope>(*this, html::Element(), find));
  for (html::Element element : document.shadow_elements()) {
    if (element.host()) scopes_.emplace(element.index(), std::make_unique<Scope>(*this, element, find));
  }
  for (const auto& [root, scope] : scopes_) {
    has_state_rules_ = has_state_rules_ || scope->matcher.has_state_rules();
    colours_.add(scope->gathered.colours);
    for (const SheetUse& use : scope->gathered.uses) {
      for (const RegisteredProperty& property : use.sheet->registered)
        builder_.custom_properties().register_property(property);
    }
  }
}

PageStyles::Scope& PageStyles::scope_of(html::Element element) {
  const bool in_document = element.index() < document_.elements().size();
  const html::Element root = in_document ? document_.root() : html::tree_root(element);
  return *scopes_.find(root.index())->second;
}

// An element that no slot shows still has a parent to inherit from.
html::Element PageStyles::inherits_from(html::Element element) const {
  if (document_.flat_tree().plain()) return element.parent();
  const html::Element flat = document_.flat_tree().parent(element);
  if (flat) return flat;
  return element.host() ? element.host() : element.parent();
}

const Style& PageStyles::of(html::Element element) {
  if (!element) return builder_.initial();
  path_.clear();
  for (html::Element up = element; up && styles_[up.index()] == nullptr; up = inherits_from(up))
    path_.push_back(up);
  for (auto down = path_.rbegin(); down != path_.rend(); ++down) compute(*down);
  return *styles_[element.index()];
}

void PageStyles::compute(html::Element element) {
  if (const html::Element parent = element.parent()) {
    AncestorFilter& filter = filters_[element.index()] = filters_[parent.index()];
    for_each_hash(parent, mode_of(document_), [&](std::uint32_t hash) { filter.add(hash); });
  }
  const html::Element parent = inherits_from(element);
  const Style* inherited = parent ? styles_[parent.index()] : nullptr;
  styles_[element.index()] = &builder_.build(match(element), inherited, subject_of(element));
  reactions_[element.index()] = scope_of(element).matcher.last_reactions();
}

Reactions PageStyles::reactions(html::Element element) {
  if (!element) return {};
  of(element);
  return reactions_[element.index()];
}

const MatchSet& PageStyles::match(html::Element element) {
  own_.clear();
  add_own_blocks(element, own_);
  return scope_of(element).matcher.match(element, own_, filters_[element.index()]);
}

void PageStyles::add_own_blocks(html::Element element, std::vector<MatchedBlock>& blocks) {
  std::string hints = presentational_hints(element, document_);
  if (element == document_.root()) {
    if (const std::string_view schemes = declared_schemes(document_); !schemes.empty())
      hints.append("color-scheme:").append(schemes.substr(0, 100));
  }
  if (!hints.empty())
    blocks.push_back({.level = Level::attribute_hint, .sheet = attribute_sheet(hints, ParserMode::standard)});
  if (const auto style = element.attribute("style"); style && !trim(*style).empty())
    blocks.push_back({.level = Level::style_attribute, .sheet = attribute_sheet(*style, mode_of(document_))});
  if (document_.flat_tree().plain()) return;
  if (const html::Element shadow_root = element.shadow_root())
    scope_of(shadow_root).matcher.add_outer_rules(element, {}, blocks);
  if (const html::Element slot = document_.flat_tree().parent(element); slot && slot != element.parent())
    scope_of(slot).matcher.add_outer_rules(element, slot, blocks);
}

// Equal texts are parsed once.
const Sheet* PageStyles::attribute_sheet(std::string_view text, ParserMode mode) {
  std::string key(mode == ParserMode::quirks ? "q" : "s");  // the same text means other things
  key += text;
  const auto known = attribute_sheets_.find(key);
  if (known != attribute_sheets_.end()) return known->second.get();
  std::shared_ptr<const Sheet> sheet = parse_style_attribute(std::string(text), mode);
  return attribute_sheets_.emplace(std::move(key), std::move(sheet)).first->second.get();
}

Subject PageStyles::subject_of(html::Element element) const {
  if (element == document_.root()) return Subject::root;
  const bool replaced = element.in_html_namespace() && std::ranges::binary_search(kReplaced, element.tag());
  return replaced ? Subject::replaced : Subject::element;
}

const Style* PageStyles::of(html::Element element, PseudoElement pseudo) {
  if (!element) return nullptr;
  const Style& parent = of(element);
  const bool generated = pseudo == PseudoElement::before || pseudo == PseudoElement::after;
  if (generated && !reactions_[element.index()].generates) return nullptr;
  const MatchSet* set = scope_of(element).matcher.match(element, pseudo, filters_[element.index()]);
  if (set == nullptr) return nullptr;
  const Style& style = builder_.build(*set, &parent, Subject::pseudo_element);
  const Value& content = style[Property::content];
  return generated && (content.is("none") || content.is("normal")) ? nullptr : &style;
}

const Style& PageStyles::in_state(html::Element element, States states) {
  const Style& usual = of(element);
  if (!element || !states.any() || !has_state_rules_) return usual;
  auto known = std::ranges::find(in_states_, states, &InState::states);
  if (known == in_states_.end())
    known = in_states_.insert(known, {.states = states, .styles = std::vector<const Style*>(styles_.size())});
  const Style*& style = known->styles[element.index()];
  if (style == nullptr) style = &compute_in_state(element, states);
  return *style;
}

const Style& PageStyles::compute_in_state(html::Element element, States states) {
  std::vector<html::Element> chain;
  for (html::Element up = element; up; up = inherits_from(up)) chain.push_back(up);
  const Style* style = nullptr;
  const Style* usual_above = nullptr;
  // Where nothing reacts, the usual style is the answer: nearly everywhere.
  const bool plain = document_.flat_tree().plain();
  for (auto down = chain.rbegin(); down != chain.rend(); ++down) {
    const bool user_agent_reacts = *down == element && (states.focus_visible || states.active);
    const bool changed = style != usual_above || user_agent_reacts || !plain;
    usual_above = styles_[down->index()];
    if (!changed && !reactions_[down->index()].react(states)) {
      style = usual_above;
      continue;
    }
    MatchContext& context = scope_of(*down).context;
    context.state_element = element;
    context.states = states;
    style = &builder_.build(match(*down), style, subject_of(*down));
    context.state_element = {};
    context.states = {};
  }
  return *style;
}

Gaps PageStyles::gaps() const {
  Gaps gaps;
  for (const auto& [root, scope] : scopes_) gaps.add(scope->gathered.gaps);
  if (steps_left_ == 0 || builder_.out_of_budget()) gaps.add(Gap::budget);
  return gaps;
}

}  // namespace veedor::css
