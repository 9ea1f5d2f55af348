// A choice that sends the form or leaves the page as soon as it is made.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "rules/support/fields.h"
#include "rules/support/phrases.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kMaxScript = 2000;

bool leaves_the_page(std::string_view script) {
  constexpr auto kSigns = std::to_array<std::string_view>(
      {"location", ".submit(", "submit()", "window.open", "history.", "jumpMenu", "jumpmenu"});
  script = script.substr(0, kMaxScript);
  return std::ranges::any_of(
      kSigns, [&](std::string_view sign) { return script.find(sign) != std::string_view::npos; });
}

bool submits(html::Element element) {
  if (element.is("input")) {
    const std::string_view type = a11y::input_type(element);
    return type == "submit" || type == "image" || type == "button";
  }
  return element.is("button") && !ascii_iequals(trim(element.attribute_or("type", "")), "reset");
}

// A form of nothing but one select: something must happen when it is chosen.
bool is_lone_select(html::Element select) {
  const html::Element form = form_of(select);
  if (!form) return false;
  constexpr int kMaxNodes = 400;
  int seen = 0;
  for (html::Element inner = form.next_in(form); inner; inner = inner.next_in(form)) {
    if (++seen > kMaxNodes || submits(inner) || inner.has("role")) return false;
    const bool another = inner != select && (inner.is("select") || inner.is("textarea") ||
                                             (inner.is("input") && a11y::input_type(inner) != "hidden"));
    if (another) return false;
  }
  return true;
}

bool leaves_when_chosen(html::Element field) {
  return leaves_the_page(field.attribute_or("onchange", "")) ||
         (is_choice(field) && leaves_the_page(field.attribute_or("onclick", "")));
}

Verdict about(html::Element field, Outcome outcome, std::string_view message, const a11y::Tree& tree) {
  const std::string name = shown(tree.name(field), 60);
  return {.outcome = outcome,
          .message = message,
          .element = field,
          .values = {{"field", name.empty() ? field_key(field) : name}}};
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  int looked_at = 0;
  for (html::Element field : form_fields(page)) {
    if (!field.is("select") && !is_choice(field)) continue;
    if (leaves_when_chosen(field)) {
      verdicts.push_back(about(field, Outcome::failed, "leaves", page.tree()));
    } else if (field.is("select") && ++looked_at <= 50 && is_lone_select(field)) {
      verdicts.push_back(about(field, Outcome::cant_tell, "no-button", page.tree()));
    } else if (verdicts.empty()) {
      verdicts.push_back({Outcome::passed});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule change_on_input = define({
    .id = "wcag/change-on-input",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"3.2.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
