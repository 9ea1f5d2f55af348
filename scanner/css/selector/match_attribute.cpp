// Ids, classes and attribute selectors (Selectors 4 §6; HTML Standard §4.16.1).
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/selector/matcher.h"

namespace veedor::css {
namespace {

// HTML Standard §4.16.1: on HTML elements their values match without ASCII case.
constexpr std::array<std::string_view, 46> kInsensitive{
    "accept",     "accept-charset", "align",     "alink",    "axis",     "bgcolor", "charset",
    "checked",    "clear",          "codetype",  "color",    "compact",  "declare", "defer",
    "dir",        "direction",      "disabled",  "enctype",  "face",     "frame",   "hreflang",
    "http-equiv", "lang",           "language",  "link",     "media",    "method",  "multiple",
    "nohref",     "noresize",       "noshade",   "nowrap",   "readonly", "rel",     "rev",
    "rules",      "scope",          "scrolling", "selected", "shape",    "target",  "text",
    "type",       "valign",         "valuetype", "vlink"};
static_assert(std::is_sorted(kInsensitive.begin(), kInsensitive.end()));

bool ignores_case(html::Element element, const Simple& simple) {
  if (simple.attribute_case != AttributeCase::by_document) {
    return simple.attribute_case == AttributeCase::insensitive;
  }
  return element.in_html_namespace() &&
         std::binary_search(kInsensitive.begin(), kInsensitive.end(), simple.folded);
}

bool same(std::string_view a, std::string_view b, bool ignore_case) {
  return ignore_case ? ascii_iequals(a, b) : a == b;
}

// Calls `accept` for each word of `text` until it says yes.
template <class Accept>
bool any_word(std::string_view text, const Accept& accept) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && !is_ascii_whitespace(text[i])) continue;
    if (i > begin && accept(text.substr(begin, i - begin))) return true;
    begin = i + 1;
  }
  return false;
}

bool includes(std::string_view words, std::string_view word, bool ignore_case) {
  return any_word(words, [&](std::string_view each) { return same(each, word, ignore_case); });
}

bool test(const Simple& simple, std::string_view actual, bool ignore_case) {
  const std::string_view wanted = simple.value;
  const bool fits = actual.size() >= wanted.size();
  switch (simple.test) {
    case AttributeTest::exists:
      return true;
    case AttributeTest::equals:
      return same(actual, wanted, ignore_case);
    case AttributeTest::includes:
      return includes(actual, wanted, ignore_case);
    case AttributeTest::dash:
      return fits && same(actual.substr(0, wanted.size()), wanted, ignore_case) &&
             (actual.size() == wanted.size() || actual[wanted.size()] == '-');
    case AttributeTest::prefix:
      return !wanted.empty() && fits && same(actual.substr(0, wanted.size()), wanted, ignore_case);
    case AttributeTest::suffix:
      return !wanted.empty() && fits &&
             same(actual.substr(actual.size() - wanted.size()), wanted, ignore_case);
    case AttributeTest::substring:
      if (wanted.empty() || !fits) return false;
      return ignore_case ? ascii_icontains(actual, wanted) : actual.find(wanted) != std::string_view::npos;
  }
  return false;
}

// Long values cost what comparing them costs.
bool pay(const Simple& simple, std::string_view actual, MatchContext& context) {
  if (actual.size() < 64) return true;
  const std::size_t factor = simple.test == AttributeTest::substring ? 1 + simple.value.size() / 16 : 1;
  return spend(context, actual.size() / 64 * factor);
}

// Prefixes that the parser gives to attributes of SVG and MathML; "xlink:href" is href in any namespace.
bool is_name(std::string_view attribute, std::string_view name, bool any_namespace) {
  if (attribute == name) return true;
  if (!any_namespace || !attribute.ends_with(name)) return false;
  const std::string_view prefix = attribute.substr(0, attribute.size() - name.size());
  return prefix == "xlink:" || prefix == "xml:" || prefix == "xmlns:";
}

std::optional<std::string_view> find(html::Element element, std::string_view name, MatchContext& context) {
  if (element.attribute_count() > 16 && !spend(context, element.attribute_count() / 8)) return std::nullopt;
  return element.attribute(name);
}

}  // namespace

bool matches_attribute(html::Element element, const Simple& simple, MatchContext& context) {
  const std::string_view name = element.in_html_namespace() ? simple.folded : simple.name;
  if (!simple.any_namespace) {
    const std::optional<std::string_view> value = find(element, name, context);
    return value && pay(simple, *value, context) && test(simple, *value, ignores_case(element, simple));
  }
  const std::size_t count = element.attribute_count();
  if (count > 16 && !spend(context, count / 8)) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const html::Attribute attribute = element.attribute_at(i);
    if (!is_name(attribute.name, name, true) || !pay(simple, attribute.value, context)) continue;
    if (test(simple, attribute.value, ignores_case(element, simple))) return true;
  }
  return false;
}

bool matches_id(html::Element element, const Simple& simple, MatchContext& context) {
  const std::optional<std::string_view> id = find(element, "id", context);
  return id && same(*id, simple.name, context.quirks);
}

bool matches_class(html::Element element, const Simple& simple, MatchContext& context) {
  const std::optional<std::string_view> classes = find(element, "class", context);
  if (!classes || classes->size() < simple.name.size() || !pay(simple, *classes, context)) return false;
  return includes(*classes, simple.name, context.quirks);
}

}  // namespace veedor::css
