#include "scanner/a11y/native_role.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "scanner/a11y/aria.h"
#include "scanner/a11y/element_kind.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

struct TagRole {
  std::string_view tag;
  std::string_view role;
};
constexpr bool before(const TagRole& a, const TagRole& b) { return a.tag < b.tag; }

template <std::size_t N>
const TagRole* find(const std::array<TagRole, N>& sorted, std::string_view tag) {
  const auto* const found = std::lower_bound(sorted.begin(), sorted.end(), TagRole{tag, ""}, before);
  return found != sorted.end() && found->tag == tag ? found : nullptr;
}

// The elements whose role depends on nothing else.
constexpr auto kTagRoles = std::to_array<TagRole>({
    {"address", "group"},    {"article", "article"}, {"blockquote", "blockquote"},
    {"button", "button"},    {"caption", "caption"}, {"code", "code"},
    {"datalist", "listbox"}, {"dd", "definition"},   {"del", "deletion"},
    {"details", "group"},    {"dfn", "term"},        {"dialog", "dialog"},
    {"dir", "list"},         {"dt", "term"},         {"em", "emphasis"},
    {"fieldset", "group"},   {"figure", "figure"},   {"form", "form"},
    {"h1", "heading"},       {"h2", "heading"},      {"h3", "heading"},
    {"h4", "heading"},       {"h5", "heading"},      {"h6", "heading"},
    {"hgroup", "group"},     {"hr", "separator"},    {"html", "document"},
    {"ins", "insertion"},    {"main", "main"},       {"mark", "mark"},
    {"menu", "list"},        {"meter", "meter"},     {"nav", "navigation"},
    {"ol", "list"},          {"optgroup", "group"},  {"option", "option"},
    {"output", "status"},    {"p", "paragraph"},     {"progress", "progressbar"},
    {"s", "deletion"},       {"search", "search"},   {"strong", "strong"},
    {"sub", "subscript"},    {"sup", "superscript"}, {"table", "table"},
    {"textarea", "textbox"}, {"time", "time"},       {"ul", "list"},
});
static_assert(std::is_sorted(kTagRoles.begin(), kTagRoles.end(), before));

// The others (date, color, file, password …) have none in HTML-AAM.
constexpr auto kInputRoles = std::to_array<TagRole>({
    {"button", "button"},
    {"checkbox", "checkbox"},
    {"email", "textbox"},
    {"image", "button"},
    {"number", "spinbutton"},
    {"radio", "radio"},
    {"range", "slider"},
    {"reset", "button"},
    {"search", "searchbox"},
    {"submit", "button"},
    {"tel", "textbox"},
    {"text", "textbox"},
    {"url", "textbox"},
});
static_assert(std::is_sorted(kInputRoles.begin(), kInputRoles.end(), before));

std::string_view input_role(html::Element input) {
  const std::string_view type = input_type(input);
  if (type == "checkbox" && input.has("switch")) return "switch";
  const TagRole* const found = find(kInputRoles, type);
  const std::string_view role = found == nullptr ? "" : found->role;
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

bool holds_data(html::Element cell) { return cell.is("td") && cell.first_child_node(); }

html::Element cell_before(html::Element cell) {
  constexpr int kMaxRow = 1000;
  html::Element previous;
  int seen = 0;
  for (html::Element other = cell.parent().first_child(); other && other != cell && seen < kMaxRow;
       other = other.next_sibling(), ++seen) {
    previous = other;
  }
  return previous;
}

// scope="" decides; without it a header beside data heads their row, any other its column. The HTML Standard
// (§4.9.12.2) looks at whole rows and columns; this is what browsers do and agrees with it on plain tables.
std::string_view header_cell_role(html::Element cell) {
  const std::string_view scope = trim(cell.attribute_or("scope", ""));
  if (ascii_iequals(scope, "row") || ascii_iequals(scope, "rowgroup")) return "rowheader";
  if (ascii_iequals(scope, "col") || ascii_iequals(scope, "colgroup")) return "columnheader";
  const html::Element next = cell.next_sibling();
  const html::Element previous = cell_before(cell);
  if (holds_data(next) || holds_data(previous)) return "rowheader";
  const bool only = !next && !previous;
  return only || next.is("th") || previous.is("th") ? "columnheader" : "rowheader";
}

// Parts of a table are what their table is: cells of a grid, or nothing where the table is presentational
// (ARIA 1.2 §7.1).
std::string_view table_part_role(html::Element part, std::string_view table) {
  if (table == "none") return "none";
  if (table != "table" && table != "grid" && table != "treegrid") return "";
  if (part.is("tr")) return "row";
  if (part.is("th")) return header_cell_role(part);
  if (part.is("td")) return table == "table" ? "cell" : "gridcell";
  return "rowgroup";
}

std::string_view list_item_role(const Place& place) {
  if (place.list == "none") return "none";
  return place.around == "list" || place.around == "directory" ? "listitem" : "";
}

std::string_view image_role(html::Element image) {
  const auto alt = image.attribute("alt");
  // HTML-AAM, img with an empty alt (a space is not empty): presentational, with the same exceptions as
  // role=none.
  const bool decorative = alt && alt->empty() && !takes_focus(image) && !has_global_aria(image);
  return decorative ? "none" : "img";
}

// SVG-AAM §5.1.2: what the author named, or lets have focus, is in the tree.
bool is_meant_in_svg(html::Element element) {
  if (!text_attribute(element, "aria-label").empty() || takes_focus(element) || has_global_aria(element))
    return true;
  for (html::Element child = element.first_child(); child; child = child.next_sibling()) {
    if (child.is("title") || child.is("desc")) return !is_blank(child.text());
  }
  return false;
}

std::string_view foreign_role(html::Element element) {
  const std::string_view tag = element.tag();
  if (tag == "svg") return "graphics-document";
  if (tag == "a") return element.has("href") || element.has("xlink:href") ? "link" : "";
  if (tag == "image") return "img";
  if (tag == "math") return "math";
  static constexpr auto kShapes =
      std::to_array<std::string_view>({"circle", "ellipse", "line", "path", "polygon", "polyline", "rect"});
  if (std::binary_search(kShapes.begin(), kShapes.end(), tag))
    return is_meant_in_svg(element) ? "graphics-symbol" : "";
  const bool group = tag == "g" || tag == "foreignObject" || tag == "use";
  return group && is_meant_in_svg(element) ? "group" : "";
}

}  // namespace

bool has_global_aria(html::Element element) {
  for (std::size_t i = 0; i < element.attribute_count(); ++i) {
    const std::string_view name = element.attribute_at(i).name;
    if (name.substr(0, 5) != "aria-" || name == "aria-hidden") continue;
    const AriaAttribute* const attribute = find_aria_attribute(name);
    if (attribute != nullptr && attribute->scope == AriaScope::global) return true;
  }
  return false;
}

std::string_view native_role(html::Element element, const Place& place) {
  if (!element.in_html_namespace()) return foreign_role(element);
  const std::string_view tag = element.tag();
  if (const TagRole* entry = find(kTagRoles, tag)) return entry->role;
  if (tag == "a" || tag == "area") return element.has("href") ? "link" : "";
  if (tag == "img") return image_role(element);
  if (tag == "input") return input_role(element);
  if (tag == "select") return select_role(element);
  if (tag == "li") return list_item_role(place);
  if (tag == "tr" || tag == "td" || tag == "th" || tag == "tbody" || tag == "thead" || tag == "tfoot") {
    return table_part_role(element, place.table);
  }
  if (tag == "header") return place.in_section || place.in_main ? "" : "banner";
  if (tag == "footer") return place.in_section || place.in_main ? "" : "contentinfo";
  return tag == "aside" && !place.in_section ? "complementary" : "";
}

std::string_view role_by_name(html::Element element, const Place& place) {
  if (!element.in_html_namespace()) return "";
  if (element.is("section")) return "region";
  return element.is("aside") && place.in_section ? "complementary" : "";
}

}  // namespace veedor::a11y
