#include "scanner/a11y/implicit_role.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "scanner/a11y/name.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

struct TagRole {
  std::string_view tag;
  std::string_view role;
};

// The elements whose role depends on nothing else.
constexpr auto kTagRoles = std::to_array<TagRole>({
    {"address", "group"},
    {"article", "article"},
    {"blockquote", "blockquote"},
    {"button", "button"},
    {"caption", "caption"},
    {"code", "code"},
    {"datalist", "listbox"},
    {"dd", "definition"},
    {"del", "deletion"},
    {"details", "group"},
    {"dfn", "term"},
    {"dialog", "dialog"},
    {"dt", "term"},
    {"em", "emphasis"},
    {"fieldset", "group"},
    {"figure", "figure"},
    {"form", "form"},
    {"h1", "heading"},
    {"h2", "heading"},
    {"h3", "heading"},
    {"h4", "heading"},
    {"h5", "heading"},
    {"h6", "heading"},
    {"hgroup", "group"},
    {"hr", "separator"},
    {"html", "document"},
    {"ins", "insertion"},
    {"main", "main"},
    {"mark", "mark"},
    {"menu", "list"},
    {"meter", "meter"},
    {"nav", "navigation"},
    {"ol", "list"},
    {"optgroup", "group"},
    {"option", "option"},
    {"output", "status"},
    {"p", "paragraph"},
    {"progress", "progressbar"},
    {"s", "deletion"},
    {"search", "search"},
    {"strong", "strong"},
    {"sub", "subscript"},
    {"sup", "superscript"},
    {"table", "table"},
    {"textarea", "textbox"},
    {"time", "time"},
    {"ul", "list"},
});
static_assert(std::is_sorted(kTagRoles.begin(), kTagRoles.end(),
                             [](const TagRole& a, const TagRole& b) { return a.tag < b.tag; }));

// Input types with a role of their own; the others (date, color, file, password …) have none in HTML-AAM.
constexpr auto kInputRoles = std::to_array<TagRole>({
    {"button", "button"},
    {"checkbox", "checkbox"},
    {"color", ""},
    {"date", ""},
    {"datetime-local", ""},
    {"email", "textbox"},
    {"file", ""},
    {"hidden", ""},
    {"image", "button"},
    {"month", ""},
    {"number", "spinbutton"},
    {"password", ""},
    {"radio", "radio"},
    {"range", "slider"},
    {"reset", "button"},
    {"search", "searchbox"},
    {"submit", "button"},
    {"tel", "textbox"},
    {"text", "textbox"},
    {"time", ""},
    {"url", "textbox"},
    {"week", ""},
});

std::string_view input_role(html::Element input) {
  const std::string_view type = input_type(input);
  if (type == "checkbox" && input.has("switch")) return "switch";
  const auto* const found = std::find_if(kInputRoles.begin(), kInputRoles.end(),
                                         [&](const TagRole& entry) { return entry.tag == type; });
  const std::string_view role = found->role;
  // HTML-AAM: one-line text fields with suggestions are comboboxes.
  return (role == "textbox" || role == "searchbox") && input.has("list") ? "combobox" : role;
}

std::string_view select_role(html::Element select) {
  if (select.has("multiple")) return "listbox";
  const std::string_view text = trim(select.attribute_or("size", ""));
  int size = 0;
  std::from_chars(text.data(), text.data() + text.size(), size);
  return size > 1 ? "listbox" : "combobox";
}

// Global attributes of ARIA 1.2 §6.5 that make an element meaningful; aria-hidden does the opposite.
constexpr auto kGlobalAria = std::to_array<std::string_view>({
    "aria-atomic",
    "aria-busy",
    "aria-controls",
    "aria-current",
    "aria-describedby",
    "aria-description",
    "aria-details",
    "aria-dropeffect",
    "aria-flowto",
    "aria-grabbed",
    "aria-keyshortcuts",
    "aria-label",
    "aria-labelledby",
    "aria-live",
    "aria-owns",
    "aria-relevant",
    "aria-roledescription",
});

// HTML-AAM "scoped to": within sectioning content; for <header> and <footer> within <main>, too.
enum class Scope { sections, sections_and_main };
bool is_scoped(html::Element element, Scope scope) {
  int depth = 0;
  for (html::Element up = element.parent(); up && depth < kMaxDepth; up = up.parent(), ++depth) {
    if (up.is("article") || up.is("aside") || up.is("nav") || up.is("section")) return true;
    if (scope == Scope::sections_and_main && up.is("main")) return true;
    const std::string_view role = trim(up.attribute_or("role", ""));
    if (role == "article" || role == "complementary" || role == "navigation" || role == "region") return true;
    if (scope == Scope::sections_and_main && role == "main") return true;
  }
  return false;
}

bool has_author_name(html::Element element) {
  return !trim(element.attribute_or("aria-label", "")).empty() ||
         !trim(element.attribute_or("aria-labelledby", "")).empty() ||
         !trim(element.attribute_or("title", "")).empty();
}

html::Element table_of(html::Element part) {
  html::Element up = part.parent();
  for (int i = 0; i < 2 && up && !up.is("table"); ++i) up = up.parent();  // cell → row → group → table
  return up.is("table") ? up : html::Element();
}

constexpr int kMaxRow = 1000;  // cells looked at to tell a column's header from a row's

// HTML Standard §4.9.12.2: a header without scope heads its column unless its row holds data.
std::string_view header_cell_role(html::Element cell) {
  const std::string_view scope = trim(cell.attribute_or("scope", ""));
  if (ascii_iequals(scope, "row") || ascii_iequals(scope, "rowgroup")) return "rowheader";
  if (ascii_iequals(scope, "col") || ascii_iequals(scope, "colgroup")) return "columnheader";
  int seen = 0;
  for (html::Element other = cell.parent().first_child(); other && seen < kMaxRow;
       other = other.next_sibling()) {
    if (other.is("td")) return "rowheader";
    ++seen;
  }
  return "columnheader";
}

// Parts of a table are what their table is: cells of a grid, or nothing where the table is presentational
// (ARIA 1.2 §7.1).
std::string_view table_part_role(html::Element part) {
  const html::Element table = table_of(part);
  const std::string_view role = table ? markup_role(table) : "";
  if (role == "none") return "none";
  if (role != "table" && role != "grid" && role != "treegrid") return "";
  if (part.is("tr")) return "row";
  if (part.is("th")) return header_cell_role(part);
  if (part.is("td")) return role == "table" ? "cell" : "gridcell";
  return "rowgroup";
}

std::string_view list_item_role(html::Element item) {
  const html::Element list = item.parent();
  if (!list.is("ul") && !list.is("ol") && !list.is("menu")) return "";
  const std::string_view role = markup_role(list);
  if (role == "none") return "none";
  return role == "list" ? "listitem" : "";
}

std::string_view image_role(html::Element image) {
  const auto alt = image.attribute("alt");
  // HTML-AAM, img with an empty alt (a space is not empty): presentational, with the same exceptions as
  // role=none.
  const bool decorative = alt && alt->empty() && !is_focusable(image) && !has_global_aria(image);
  return decorative ? "none" : "img";
}

// SVG-AAM 1.0, the part that institutions use.
std::string_view foreign_role(html::Element element) {
  if (element.is("svg")) return "graphics-document";
  if (element.is("a")) return element.has("href") ? "link" : "";
  if (element.is("image")) return "img";
  return element.is("math") ? "math" : "";
}

}  // namespace

bool has_global_aria(html::Element element) {
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const html::Attribute attribute = element.attribute_at(i);
    if (attribute.name.substr(0, 5) != "aria-") continue;
    if (std::find(kGlobalAria.begin(), kGlobalAria.end(), attribute.name) != kGlobalAria.end()) return true;
  }
  return false;
}

std::string_view input_type(html::Element input) {
  const std::string_view type = trim(input.attribute_or("type", "text"));
  const auto* const found = std::find_if(kInputRoles.begin(), kInputRoles.end(), [&](const TagRole& entry) {
    return ascii_iequals(entry.tag, type);
  });
  return found == kInputRoles.end() ? "text" : found->tag;
}

std::string_view implicit_role(html::Element element) {
  if (!element) return "";
  if (!element.in_html_namespace()) return foreign_role(element);
  const std::string_view tag = element.tag();
  const auto* const entry = std::lower_bound(kTagRoles.begin(), kTagRoles.end(), tag,
                                             [](const TagRole& a, std::string_view b) { return a.tag < b; });
  if (entry != kTagRoles.end() && entry->tag == tag) return entry->role;
  if (tag == "a" || tag == "area") return element.has("href") ? "link" : "";
  if (tag == "img") return image_role(element);
  if (tag == "input") return input_role(element);
  if (tag == "select") return select_role(element);
  if (tag == "li") return list_item_role(element);
  if (tag == "tr" || tag == "td" || tag == "th" || tag == "tbody" || tag == "thead" || tag == "tfoot") {
    return table_part_role(element);
  }
  if (tag == "header") return is_scoped(element, Scope::sections_and_main) ? "" : "banner";
  if (tag == "footer") return is_scoped(element, Scope::sections_and_main) ? "" : "contentinfo";
  if (tag == "aside")
    return has_author_name(element) || !is_scoped(element, Scope::sections) ? "complementary" : "";
  return "";
}

}  // namespace veedor::a11y
