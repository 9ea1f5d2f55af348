// The role of an element: what role="" says where that counts, else what the element is of itself.
#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/native_role.h"
#include "scanner/a11y/tree_state.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

std::string_view canonical(const AriaRole& role) {
  if (role.name == "presentation") return "none";
  return role.name == "image" ? "img" : role.name;
}

bool needs_name(std::string_view role) { return role == "region" || role == "form"; }

// ARIA 1.2 §8.1: the first token that names a role which authors may use and that `accept` lets pass.
template <typename Accept>
std::string_view first_role(html::Element element, Accept accept) {
  constexpr std::size_t kMaxRoles = 1024;  // bytes
  const auto tokens = element.attribute("role");
  if (!tokens) return {};
  for (std::string_view token : split_whitespace(tokens->substr(0, kMaxRoles))) {
    const AriaRole* const role = find_aria_role(ascii_lower(token));
    if (role != nullptr && !role->abstract && accept(canonical(*role))) return canonical(*role);
  }
  return {};
}

// The token in force, without regard to names. ARIA 1.2 §7.1: presentational roles yield to focus and to
// global attributes. Of the roles that need a context (§5.2.7), browsers drop listitem alone where it is
// missing; on an <li> the author's word counts.
std::string_view written_role(html::Element element, std::string_view around_but_group) {
  const std::string_view role = first_role(element, [](std::string_view) { return true; });
  if (role == "none" && (takes_focus(element) || has_global_aria(element))) return {};
  const bool astray = role == "listitem" && !element.is("li") && around_but_group != "list" &&
                      around_but_group != "directory";
  return astray ? std::string_view() : role;
}

bool is_table_part(html::Element element) {
  return element.is("tr") || element.is("tbody") || element.is("thead") || element.is("tfoot") ||
         element.is("td") || element.is("th");
}

bool is_list(html::Element element) { return element.is("ul") || element.is("ol") || element.is("menu"); }

bool opens_section(html::Element element, std::string_view written) {
  const bool native =
      element.is("article") || element.is("aside") || element.is("nav") || element.is("section");
  return native || written == "article" || written == "complementary" || written == "navigation" ||
         written == "region";
}

Place place_in(const Standing& around) {
  return {.in_section = around.in_section,
          .in_main = around.in_main,
          .around = around.around,
          .list = around.list,
          .table = around.table};
}

}  // namespace

Standing TreeState::stand(html::Element element, const Standing& around) {
  const bool html = element.in_html_namespace();
  const Place place = place_in(around);
  Standing result{.known = true};
  result.aria_hidden = around.aria_hidden || says_aria_hidden(element);
  result.native = native_role(element, place);
  result.written = written_role(element, around.around_but_group);
  result.name_decides =
      needs_name(result.written) || (result.written.empty() && !role_by_name(element, place).empty());
  result.role = result.written.empty() ? result.native : result.written;
  if (result.role == "generic") result.role = "";
  result.in_section = around.in_section || opens_section(element, result.written);
  result.in_main = around.in_main || element.is("main") || result.written == "main";
  const bool meaningless = result.role.empty() || result.role == "none";
  result.around = meaningless ? around.around : result.role;
  result.around_but_group = meaningless || result.role == "group" ? around.around_but_group : result.role;
  if (html && is_list(element)) result.list = result.role;
  if (html && element.is("table")) result.table = result.role;
  if (html && is_table_part(element)) result.table = result.written == "none" ? "none" : around.table;
  return result;
}

const Standing& TreeState::standing(html::Element element) {
  static const Standing nothing{.known = true};
  if (!element) return nothing;
  if (standings_.empty()) standings_.resize(document.element_count());
  Standing& wanted = standings_[element.index()];
  if (wanted.known) return wanted;
  std::vector<html::Element> path;
  html::Element up = element;
  for (; up && !standings_[up.index()].known; up = parent(up)) path.push_back(up);
  const Standing* around = up ? &standings_[up.index()] : &nothing;
  for (auto step = path.rbegin(); step != path.rend(); ++step) {
    Standing& place = standings_[step->index()];
    place = stand(*step, *around);
    around = &place;
  }
  return wanted;
}

std::string_view TreeState::implicit_role(html::Element element) {
  const Standing& found = standing(element);
  const std::string_view with_name = role_by_name(element, place_in(standing(parent(element))));
  return !with_name.empty() && !named(element).name().empty() ? with_name : found.native;
}

// ARIA 1.3 §9.1: a region or form without a name counts as if its token were not there.
std::string_view TreeState::explicit_role(html::Element element) {
  const std::string_view written = standing(element).written;
  if (!needs_name(written) || !named(element).name().empty()) return written;
  const std::string_view next = first_role(element, [](std::string_view role) { return !needs_name(role); });
  const bool conflict = next == "none" && (takes_focus(element) || has_global_aria(element));
  return conflict ? std::string_view() : next;
}

std::string_view TreeState::role(html::Element element) {
  const Standing& found = standing(element);
  if (!found.name_decides) return found.role;
  const std::string_view written = explicit_role(element);
  if (written.empty()) return implicit_role(element);
  return written == "generic" ? std::string_view() : written;
}

std::span<const html::Element> TreeState::with_role(std::string_view wanted) {
  if (!by_role_) {
    by_role_.emplace();
    for (html::Element element : document.elements()) (*by_role_)[role(element)].push_back(element);
  }
  const auto found = by_role_->find(wanted);
  return found == by_role_->end() ? std::span<const html::Element>() : found->second;
}

}  // namespace veedor::a11y
