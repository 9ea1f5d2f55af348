// The bytes as a style sheet: parsed in both modes, read to the last view, and used on a small page.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>

#include "scanner/css/cascade/styles.h"
#include "scanner/css/sheet.h"
#include "scanner/html/document.h"

namespace {

using namespace veedor;

// Of everything that style sheets tell apart, a little.
constexpr const char* kPage =
    "<!doctype html><html lang=es><link rel=stylesheet href=a.css><body class='a b' style='--x: 1px'>"
    "<h1 id=a>T</h1><p class=a dir=rtl>t<a href=x class=b>x</a><br><q>q</q></p><ul><li>1<li class='a "
    "b'>2</ul>"
    "<table><caption>c<tr><th>h<td>d</table><form><label>n<input required type=text></label><input "
    "type=checkbox "
    "checked><select><option selected>o</select><textarea>t</textarea><button disabled>b</button></form>"
    "<details><summary>s</summary>d</details><svg viewBox='0 0 1 1'><circle r=1 fill=red /></svg><div "
    "hidden><i><b>z</b></i></div>";

const html::Document& page() {
  static const Result<html::Document> document = html::Document::parse(kPage);
  if (!document) std::abort();
  return *document;
}

// Read, so that a view into freed or foreign memory is found.
std::size_t sum(std::string_view text) {
  std::size_t total = text.size();
  for (const char c : text) total += static_cast<unsigned char>(c);
  return total;
}

std::size_t read_selectors(const css::Sheet& sheet) {
  std::size_t total = 0;
  for (const css::StyleRule& rule : sheet.rules) {
    total += sum(std::string_view(sheet.source).substr(rule.text_begin, rule.text_end - rule.text_begin));
    total += sheet.place(rule.text_begin).column + sheet.blocks.at(rule.block).count;
    static_cast<void>(sheet.layers.at(rule.layer));
    for (std::uint32_t at = rule.condition; at != 0; at = sheet.conditions.at(at).parent)
      total += sheet.conditions.at(at).media.matches({}) ? 1 : 0;
    for (const css::Compound& compound :
         sheet.selectors.compounds_of(sheet.selectors.complexes.at(rule.complex))) {
      for (const css::Simple& simple : sheet.selectors.simples_of(compound))
        total += sum(simple.name) + sum(simple.folded) + sum(simple.value) +
                 sheet.selectors.items_of(simple.list).size();
    }
  }
  return total;
}

std::size_t read_declarations(const css::Sheet& sheet) {
  std::size_t total = 0;
  for (const css::Declaration& declaration : sheet.declarations)
    total += sum(css::name(declaration.property)) + sum(declaration.custom_name) +
             sum(declaration.value.text()) + sheet.place(declaration.offset).line;
  for (const css::Import& import : sheet.imports) total += sum(import.url);
  for (const css::RegisteredProperty& property : sheet.registered)
    total += sum(property.name) + sum(property.initial);
  for (const css::Layer& layer : sheet.layers) total += sum(layer.name);
  return total;
}

std::size_t read_style(const css::Styles& styles, const css::Style& style) {
  std::size_t total = sum(styles.custom_property(style, "--x"));
  for (std::size_t i = 0; i < css::kLonghands; ++i) {
    const auto property = static_cast<css::Property>(i);
    total += sum(style[property].text());
    const css::Provenance from = styles.provenance(style, property);
    total += sum(from.url) + sum(from.selector) + from.line;
  }
  return total;
}

std::size_t read_styles(const std::shared_ptr<const css::Sheet>& sheet) {
  int left = 4;  // a sheet that imports is imported itself, some times
  const css::Styles styles(page(),
                           [&](std::string_view, std::string_view) { return left-- > 0 ? sheet : nullptr; });
  std::size_t total = 0;
  for (const html::Element element : page().elements()) {
    total += read_style(styles, styles.of(element));
    for (const css::PseudoElement pseudo : {css::PseudoElement::before, css::PseudoElement::after}) {
      if (const css::Style* style = styles.of(element, pseudo)) total += read_style(styles, *style);
    }
  }
  css::States states;
  states.hover = states.focus = states.focus_visible = true;
  total += read_style(styles, styles.in_state(page().all("a").front(), states));
  return total + (styles.gaps().empty() ? 0 : 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string source(data, data + size);
  for (const css::ParserMode mode : {css::ParserMode::standard, css::ParserMode::quirks}) {
    const std::shared_ptr<const css::Sheet> sheet = css::parse_sheet(source, "http://localhost/a.css", mode);
    if (read_selectors(*sheet) + read_declarations(*sheet) + read_styles(sheet) == 0) std::abort();
    const std::shared_ptr<const css::Sheet> attribute = css::parse_style_attribute(source, mode);
    static_cast<void>(read_declarations(*attribute));
  }
  return 0;
}
