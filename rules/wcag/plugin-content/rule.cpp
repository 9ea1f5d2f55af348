// Content for plug-ins: Flash and Java applets, which browsers do not run any more.
#include "rules/rule.h"

#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

bool is_flash(html::Element element) {
  if (ascii_icontains(element.attribute_or("type", ""), "shockwave-flash")) return true;
  if (ascii_icontains(element.attribute_or("classid", ""), "d27cdb6e-ae6d-11cf-96b8-444553540000"))
    return true;
  for (std::string_view attribute : {"src", "data"}) {
    std::string_view address = trim(element.attribute_or(attribute, ""));
    address = address.substr(0, address.find_first_of("?#"));
    if (address.size() > 4 && ascii_iequals(address.substr(address.size() - 4), ".swf")) return true;
  }
  return false;
}

// Drawn without a window of its own, Flash was out of reach of screen readers.
std::string_view window_mode(html::Element element) {
  if (element.is("embed")) return trim(element.attribute_or("wmode", ""));
  constexpr int kMaxParameters = 50;
  int seen = 0;
  for (html::Element child = element.first_child(); child && seen < kMaxParameters;
       child = child.next_sibling(), ++seen) {
    if (child.is("param") && ascii_iequals(trim(child.attribute_or("name", "")), "wmode"))
      return trim(child.attribute_or("value", ""));
  }
  return "";
}

std::string_view fault(html::Element element) {
  const std::string_view mode = window_mode(element);
  if (!mode.empty() && !ascii_iequals(mode, "window")) return "window-mode";
  return is_flash(element) ? "flash" : "";
}

Verdicts check(const facts::Page& page) {
  const a11y::Tree& tree = page.tree();
  Verdicts verdicts;
  bool passed = false;
  for (std::string_view tag : {"object", "embed", "applet"}) {
    for (html::Element element : page.document().all(tag)) {
      if (tree.is_hidden(element)) continue;
      const std::string_view message = tag == "applet" ? "applet" : fault(element);
      passed |= message.empty();
      if (message.empty()) continue;
      verdicts.push_back(
          {.outcome = Outcome::failed,
           .message = message,
           .element = element,
           .values = {{"tag", shown_tag(element)}, {"mode", shown(window_mode(element), 40)}}});
    }
  }
  if (passed) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule plugin_content = define({
    .id = "wcag/plugin-content",
    .severity = Severity::moderate,
    .confidence = Confidence::medium,
    .references = {.wcag = {"2.1.1", "4.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
