// The computed styles of one document in one environment, each computed when first asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "scanner/css/cascade/gap.h"
#include "scanner/css/cascade/gather.h"
#include "scanner/css/cascade/reactions.h"
#include "scanner/css/cascade/style.h"
#include "scanner/css/environment.h"
#include "scanner/css/sheet.h"
#include "scanner/html/document.h"

namespace veedor::css {

class PageStyles;

class Styles {
 public:
  // Gathers <style>, <link rel=stylesheet> and their imports in order. The document must outlive the styles.
  Styles(const html::Document& document, const SheetFinder& find, const Environment& environment = {});
  ~Styles();
  Styles(const Styles&) = delete;
  Styles& operator=(const Styles&) = delete;

  // All answers live as long as this object. Not for two threads, although const: what is computed is kept.
  const Style& of(html::Element element) const {  // the initial values for a null element
    const Style* const known = element ? known_[element.index()] : nullptr;
    return known != nullptr ? *known : compute(element);
  }
  // Null where no rule makes the pseudo-element; of ::before and ::after also where their content is none or
  // normal.
  const Style* of(html::Element element, PseudoElement pseudo) const;
  // As if the element were hovered, focused …: what :hover, :focus, :active and :focus-within then change.
  // Its ancestors are hovered and have focus within, too. The same object as of() where nothing changes.
  const Style& in_state(html::Element element, States states) const;

  // What in_state() may find: which states change the element, by the author's rules. A cheap question.
  Reactions reactions(html::Element element) const;
  // In which other environments and states the sheets change colours.
  ColourTopics colours() const;

  Provenance provenance(const Style& style, Property longhand) const;
  // The value of a custom property; "" where it has none.
  std::string_view custom_property(const Style& style, std::string_view name) const;

  // The sheets of the document, shadow trees left out, in the order of the cascade: for a look at what they
  // ask for before an answer that costs more.
  std::span<const SheetUse> sheets() const;
  const Environment& environment() const;
  const html::Document& document() const;
  Gaps gaps() const;  // grows while styles are computed

 private:
  const Style& compute(html::Element element) const;

  std::unique_ptr<PageStyles> page_;
  const Style* const* known_;  // the table of page_, by Element::index()
};

}  // namespace veedor::css
