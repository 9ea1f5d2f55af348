// The public face of the cascade.
#include "scanner/css/cascade/styles.h"

#include <algorithm>

#include "scanner/css/cascade/page_styles.h"

namespace veedor::css {
namespace {

// Lines of <style> count on the page, from behind its start tag.
void move_into_page(html::Element owner, Provenance& provenance) {
  const std::string_view tag = owner.source();
  const auto breaks = static_cast<unsigned>(std::ranges::count(tag, '\n'));
  if (provenance.line == 1 && breaks == 0)
    provenance.column += owner.position().column - 1 + static_cast<unsigned>(tag.size());
  provenance.line += owner.position().line - 1 + breaks;
}

Source source_of(Level level) {
  switch (level) {
    case Level::user_agent:
      return Source::user_agent;
    case Level::attribute_hint:
      return Source::attribute_hint;
    case Level::style_attribute:
      return Source::style_attribute;
    case Level::shadow_tree:
    case Level::author:
      break;
  }
  return Source::sheet;
}

}  // namespace

Styles::Styles(const html::Document& document, const SheetFinder& find, const Environment& environment)
    : page_(std::make_unique<PageStyles>(document, find, environment)), known_(page_->known()) {}

Styles::~Styles() = default;

const Style& Styles::compute(html::Element element) const { return page_->of(element); }
const Style* Styles::of(html::Element element, PseudoElement pseudo) const {
  return page_->of(element, pseudo);
}
const Style& Styles::in_state(html::Element element, States states) const {
  return page_->in_state(element, states);
}
Reactions Styles::reactions(html::Element element) const { return page_->reactions(element); }
ColourTopics Styles::colours() const { return page_->colours(); }

Provenance Styles::provenance(const Style& style, Property longhand) const {
  const DeclarationPlace& place = page_->place(style.slot(longhand).from);
  if (place.sheet == nullptr) return {};
  Provenance provenance{.source = source_of(place.level)};
  if (provenance.source != Source::sheet) return provenance;
  const Sheet& sheet = *place.sheet;
  const Sheet::Place at = sheet.place(place.declaration->offset);
  provenance.url = sheet.url;
  provenance.line = at.line;
  provenance.column = at.column;
  const StyleRule& rule = sheet.rules[place.rule];
  provenance.selector =
      std::string_view(sheet.source).substr(rule.text_begin, rule.text_end - rule.text_begin);
  if (place.use->owner) move_into_page(place.use->owner, provenance);
  return provenance;
}

std::string_view Styles::custom_property(const Style& style, std::string_view name) const {
  return page_->custom_properties().find(style.custom_, name).value_or("");
}

std::span<const SheetUse> Styles::sheets() const { return page_->sheets(); }
const Environment& Styles::environment() const { return page_->environment(); }
const html::Document& Styles::document() const { return page_->document(); }
Gaps Styles::gaps() const { return page_->gaps(); }

}  // namespace veedor::css
