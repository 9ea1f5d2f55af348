#include "scanner/a11y/text_alternative.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/embedded.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

constexpr std::size_t kMaxVisits = 20'000;  // nodes of one name
constexpr std::size_t kMaxText = 16'384;    // bytes of one list of references

bool contains(html::Element outer, html::Element inner) {
  int depth = 0;
  for (html::Element up = inner; up && depth < kMaxLevels; up = up.parent(), ++depth) {
    if (up == outer) return true;
  }
  return false;
}

bool takes_placeholder(html::Element node) {
  if (!node.in_html_namespace()) return false;
  if (node.is("textarea")) return true;
  static constexpr auto kTypes =
      std::to_array<std::string_view>({"email", "number", "password", "search", "tel", "text", "url"});
  return node.is("input") && std::binary_search(kTypes.begin(), kTypes.end(), input_type(node));
}

bool is_slot(html::Element node) { return node.is("slot") && node.in_html_namespace(); }

// What stands inside is a fallback or a value, not text of the page.
bool has_no_content(html::Element node) {
  return has_fallback_content(node) || node.is("input") || node.is("select") || node.is("textarea");
}

}  // namespace

TextAlternative::TextAlternative(TreeState& state)
    : state_(state), steps_left_(200'000 + 10 * state.document.element_count()) {}

void TextAlternative::begin(html::Element root) {
  root_ = root;
  path_.clear();
  path_base_ = 0;
  visits_ = 0;
}

std::string TextAlternative::name(html::Element root, NameSource& source) {
  begin(root);
  path_.push_back(root);
  return collapse_whitespace(
      steps(root, Arrival::root, {.referenced = false, .show_hidden = state_.hidden(root)}, source));
}

bool TextAlternative::on_path(html::Element node) const {
  return std::find(path_.begin() + static_cast<std::ptrdiff_t>(path_base_), path_.end(), node) != path_.end();
}

std::string TextAlternative::text(html::Element node, Arrival arrival, Mode mode) {
  if (path_.size() >= static_cast<std::size_t>(kMaxLevels) || ++visits_ > kMaxVisits) {
    cut_off_ = true;
    return "";
  }
  if (on_path(node)) return "";  // each node is consulted once
  path_.push_back(node);
  NameSource source = NameSource::none;
  std::string result = steps(node, arrival, mode, source);
  path_.pop_back();
  return result;
}

// ARIA 1.2 §5.2.8.5. A row has cells to read, and browsers name it after them only in a grid, where it can be
// selected.
bool TextAlternative::named_by_content(html::Element node, const AriaRole* role) {
  if (is_first_summary(node)) return true;  // HTML-AAM §4.1.8
  if (role == nullptr || role->name_from != NameFrom::contents) return false;
  if (role->name != "row") return true;
  html::Element table = state_.parent(node);
  std::string_view around = state_.standing(table).around;
  for (int level = 0; around == "rowgroup" && level < kMaxLevels; ++level) {
    table = state_.parent(table);
    around = state_.standing(table).around;
  }
  return around == "grid" || around == "treegrid";
}

std::string TextAlternative::steps(html::Element node, Arrival arrival, Mode mode, NameSource& source) {
  if (is_slot(node)) return content(node, mode);  // it has no box: what is assigned to it counts
  const auto answer = [&](NameSource from, std::string text) {
    source = from;
    return text;
  };
  if (!mode.referenced) {  // 2B
    std::string text = references(node, "aria-labelledby");
    if (!is_blank(text)) return answer(NameSource::labelledby, std::move(text));
  }
  const std::string_view role_name = state_.standing(node).role;
  const AriaRole* const role = find_aria_role(role_name);
  const bool control =
      arrival != Arrival::root && node != root_ && role != nullptr && embedded(*role) != Embedded::none;
  if (control) {  // 2C
    std::string text = value(node, *role, mode);
    if (!is_blank(text)) return text;
  }
  const std::string_view label = text_attribute(node, "aria-label");  // 2D
  if (!label.empty()) return answer(NameSource::aria_label, std::string(label));
  if (control && arrival == Arrival::content)
    return "";  // an empty control adds nothing to the text around it

  if (role_name != "none") {  // 2E
    std::string text = native(node, mode);
    if (!is_blank(text)) return answer(NameSource::native, std::move(text));
  }
  const bool from_content = arrival != Arrival::root || named_by_content(node, role);
  if (from_content && !has_no_content(node)) {  // 2F, 2G, 2H
    std::string text = content(node, mode);
    if (!is_blank(text)) return answer(NameSource::content, std::move(text));
  }
  if (role_name == "none") return "";
  const std::string_view title = text_attribute(node, "title");  // 2I
  if (!title.empty()) return answer(NameSource::title, std::string(title));
  // HTML-AAM §4.1.1: the placeholder comes last.
  if (!takes_placeholder(node)) return "";
  const std::string_view placeholder = text_attribute(node, "placeholder");
  if (placeholder.empty()) return "";
  return answer(NameSource::placeholder, std::string(placeholder));
}

std::string TextAlternative::references(html::Element node, std::string_view attribute) {
  std::string text;
  for (html::Element target : referenced_elements(node, attribute, state_.document)) {
    if (text.size() > kMaxText) break;
    text.append(" ").append(reference(target));
  }
  return text;
}

// The text of a referenced element depends on who refers to it only where it contains the referrer, or where
// the referrer's bounds cut it off. Everything else is kept, so that a thousand references to one element
// cost one walk.
std::string TextAlternative::reference(html::Element target) {
  const bool keep = !contains(target, root_) || steps_left_ == 0;
  if (keep) {
    const auto known = references_.find(target.id());
    if (known != references_.end()) return known->second;
  }
  const std::size_t visits_before = visits_;
  const std::size_t base_before = path_base_;
  const bool cut_before = std::exchange(cut_off_, false);
  path_base_ = path_.size();
  std::string result =
      text(target, Arrival::reference, {.referenced = true, .show_hidden = state_.excluded(target)});
  path_base_ = base_before;
  if (keep && (!cut_off_ || steps_left_ == 0)) {
    references_.emplace(target.id(), result);
  } else {
    steps_left_ -= std::min(steps_left_, visits_ - visits_before);
  }
  cut_off_ = cut_off_ || cut_before;
  return result;
}

}  // namespace veedor::a11y
