// An image that is hidden from screen readers, although its name says that it tells something: a logo, a
// chart.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/phrases.h"
#include "rules/support/visible_text.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"
#include "scanner/text/words.h"

namespace veedor::rules::wcag {
namespace {

// The last part of the address, without its ending.
std::string_view file_of(html::Element image) {
  std::string_view source = trim(image.attribute_or("src", ""));
  source = source.substr(0, source.find_first_of("?#"));
  return source.substr(source.rfind('/') + 1);
}

bool names_information(std::string_view file) {
  constexpr auto kSigns = std::to_array<std::string_view>(
      {"chart", "cuadro", "diagram", "diagrama", "flowchart", "graph", "grafica", "grafico", "infografia",
       "infographic", "logo", "logotipo", "mapa", "organigrama", "plano", "qr"});
  if (file.size() > 200) return false;
  std::string words(file.substr(0, file.rfind('.')));
  std::ranges::replace_if(
      words, [](char c) { return c == '-' || c == '_' || c == '.'; }, ' ');
  const auto parts = text::words_of(words);
  return std::ranges::any_of(
      kSigns, [&](std::string_view sign) { return std::ranges::find(parts, sign) != parts.end(); });
}

// Text stands with it, which may say the same: a caption, the name beside a logo.
bool has_text_beside(html::Element image, const a11y::Tree& tree) {
  html::Element around = image.parent();
  for (int level = 0; around && level < 3 && !around.is("body") && !around.is("main");
       around = around.parent(), ++level) {
    if (around.is("a") || around.is("button") || around.is("figure")) return true;
    if (!visible_text(around, tree).empty()) return true;
  }
  return around.is("p") || around.is("li");
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  int looked_at = 0;
  for (html::Element image : page.document().all("img")) {
    const bool hidden =
        (image.attribute("alt") == "" && tree.name(image).empty()) || a11y::says_aria_hidden(image);
    if (!hidden || !names_information(file_of(image)) || !tree.is_in_sight(image) || ++looked_at > 100)
      continue;
    if (has_text_beside(image, tree)) {
      if (verdicts.empty()) verdicts.push_back({Outcome::passed});
      continue;
    }
    verdicts.push_back({.outcome = Outcome::failed,
                        .message = "hidden",
                        .element = image,
                        .values = {{"image", shown(file_of(image), 60)}}});
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule image_hidden_informative = define({
    .id = "wcag/image-hidden-informative",
    .severity = Severity::moderate,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.1.1"}, .act = {"e88epe"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
