// A form that sends what people type over plain HTTP, or asks for a password on a page that came that way.
#include "rules/rule.h"

#include <optional>
#include <string>
#include <string_view>

#include "rules/support/csp.h"
#include "rules/support/transport.h"
#include "scanner/base/text.h"

namespace veedor::rules::headers {
namespace {

bool is_password(html::Element input) { return ascii_iequals(input.attribute_or("type", ""), "password"); }

bool is_submit(html::Element element) {
  const std::string_view type = element.attribute_or("type", element.is("button") ? "submit" : "text");
  return ascii_iequals(type, "submit") || ascii_iequals(type, "image");
}

Verdict failed(std::string_view message, html::Element element, const url::Url& target) {
  const std::string address = shorten(printable(target.display().substr(0, target.display().find('?'))), 160);
  return {.outcome = Outcome::failed,
          .message = message,
          .element = element,
          .values = {{"url", address}},
          .cause = std::string(message) + " " + address};
}

// Over plain HTTP a search may travel like the page itself; what is posted may not.
bool counts(const facts::Page& page, html::Element form, std::string_view method_attribute) {
  return page.https() || ascii_iequals(trim(form.attribute_or(method_attribute, "")), "post");
}

void judge_forms(const facts::Page& page, const PageReferences& references, Verdicts& verdicts) {
  for (html::Element form : page.document().all("form")) {
    if (ascii_iequals(trim(form.attribute_or("method", "")), "dialog")) continue;
    if (!counts(page, form, "method")) continue;
    // HTML Standard §4.10.21.3: an empty action is the page's own address, whatever <base> says.
    const std::string_view action = trim(form.attribute_or("action", ""));
    const auto target = action.empty() ? std::nullopt : references.in_clear(action);
    if (target) {
      verdicts.push_back(failed("clear-action", form, *target));
    } else if (!page.https() && action.empty()) {
      verdicts.push_back(failed("clear-action", form, page.url()));
    } else {
      verdicts.push_back({Outcome::passed});
    }
  }
}

void judge_buttons(const facts::Page& page, const PageReferences& references, std::string_view tag,
                   Verdicts& verdicts) {
  for (html::Element button : page.document().all(tag)) {
    const auto action = button.attribute("formaction");
    if (!action || trim(*action).empty() || !is_submit(button)) continue;
    if (const auto target = references.in_clear(*action); target && counts(page, button, "formmethod"))
      verdicts.push_back(failed("clear-button", button, *target));
  }
}

void judge_passwords(const facts::Page& page, Verdicts& verdicts) {
  if (page.https()) return;
  for (html::Element input : page.document().all("input")) {
    if (is_password(input)) verdicts.push_back(failed("password", input, page.url()));
  }
}

Verdicts check(const facts::Page& page) {
  if (upgrades_insecure_requests(page) && page.https()) {  // §3.2: forms leave as https: too
    return page.document().all("form").empty() ? Verdicts{} : Verdicts{{Outcome::passed}};
  }
  const PageReferences references(page);
  Verdicts verdicts;
  judge_forms(page, references, verdicts);
  judge_buttons(page, references, "button", verdicts);
  judge_buttons(page, references, "input", verdicts);
  judge_passwords(page, verdicts);
  return verdicts;
}

}  // namespace

extern constexpr Rule form_insecure_action = define({
    .id = "headers/form-insecure-action",
    .severity = Severity::serious,
    .confidence = Confidence::high,
    .references = {.cwe = {"CWE-319", "CWE-522"}, .owasp = {"A02:2021"}, .asvs = {"12.2.1"}},
    .check = check,
});

}  // namespace veedor::rules::headers
