#include "scanner/a11y/name_walk.h"

#include <algorithm>
#include <array>

#include "scanner/a11y/display.h"
#include "scanner/a11y/implicit_role.h"
#include "scanner/base/text.h"

namespace veedor::a11y {
namespace {

constexpr std::size_t kMaxVisits = 20'000;  // nodes of one name
constexpr std::size_t kMaxText = 16'384;    // bytes of one name before white space is collapsed
constexpr std::size_t kMaxReferences = 64;

// accname 2F, "a native host language text alternative element": its content is its text, whatever its role.
bool is_text_alternative(html::Element node) {
  if (!node.in_html_namespace()) return false;
  return node.is("label") || node.is("legend") || node.is("caption") || node.is("figcaption") ||
         node.is("summary");
}

// What stands inside is a fallback or a value, not text of the page.
bool has_no_content(html::Element node) {
  static constexpr auto kTags = std::to_array<std::string_view>(
      {"audio", "embed", "iframe", "input", "meter", "object", "progress", "select", "textarea", "video"});
  return node.in_html_namespace() && std::binary_search(kTags.begin(), kTags.end(), node.tag());
}

bool is_aria_hidden(html::Element node) {
  return ascii_iequals(trim(node.attribute_or("aria-hidden", "")), "true");
}

bool contains(html::Element outer, html::Element inner) {
  int depth = 0;
  for (html::Element up = inner; up && depth < kMaxDepth; up = up.parent(), ++depth) {
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

}  // namespace

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_ascii_whitespace(text[i])) continue;
    if (text.substr(i, 2) != "\xC2\xA0") return false;
    ++i;
  }
  return true;
}

std::vector<html::Element> referenced_elements(html::Element element, std::string_view attribute,
                                               const html::Document& document) {
  std::vector<html::Element> elements;
  const auto ids = element.attribute(attribute);
  if (!ids) return elements;
  for (std::string_view id : split_whitespace(*ids)) {
    if (elements.size() == kMaxReferences) break;
    const html::Element target = document.by_id(id);
    if (target) elements.push_back(target);
  }
  return elements;
}

Names::Walk::Walk(const html::Document& document)
    : document_(document), jumps_left_(200'000 + 10 * document.elements().size()) {}

std::string Names::Walk::name(html::Element root) {
  if (!root) return "";
  root_ = root;
  path_.clear();
  path_base_ = 0;
  owned_.clear();
  visits_ = 0;
  return collapse_whitespace(text(root, Arrival::root, {}));
}

bool Names::Walk::on_path(html::Element node) const {
  return std::find(path_.begin() + static_cast<std::ptrdiff_t>(path_base_), path_.end(), node) != path_.end();
}

std::string Names::Walk::text(html::Element node, Arrival arrival, Mode mode) {
  if (path_.size() >= static_cast<std::size_t>(kMaxDepth) || ++visits_ > kMaxVisits) return "";
  if (on_path(node)) return "";  // each node is consulted once
  path_.push_back(node);
  std::string result = steps(node, arrival, mode);
  path_.pop_back();
  return result;
}

std::string Names::Walk::steps(html::Element node, Arrival arrival, Mode mode) {
  if (!mode.referenced) {  // 2B
    std::string text = references(node);
    if (!is_blank(text)) return text;
  }
  const std::string_view role_name = markup_role(node);
  static constexpr Role kNoRole;
  const Role* const found = find_role(role_name);
  const Role& role = found != nullptr ? *found : kNoRole;
  const bool embedded = arrival != Arrival::root && node != root_ && role.embedded != Embedded::none;
  if (embedded) {  // 2C
    std::string text = value(node, role, mode);
    if (!is_blank(text)) return text;
  }
  const std::string_view label = node.attribute_or("aria-label", "");  // 2D
  if (!is_blank(label)) return std::string(label);
  if (embedded && arrival == Arrival::content)
    return "";  // an empty control adds nothing to the text around it

  if (role_name != "none") {  // 2E
    std::string text = native(node, mode);
    if (!is_blank(text)) return text;
  }
  const bool from_content =
      arrival != Arrival::root || role.naming == Naming::contents || is_text_alternative(node);
  if (from_content && !has_no_content(node)) {  // 2F, 2G, 2H
    std::string text = content(node, mode);
    if (!is_blank(text)) return text;
  }
  if (role_name == "none") return "";
  const std::string_view title = node.attribute_or("title", "");  // 2I
  if (!is_blank(title)) return std::string(title);
  // HTML-AAM §4.1.1: the placeholder comes last.
  return takes_placeholder(node) ? std::string(node.attribute_or("placeholder", "")) : "";
}

std::string Names::Walk::references(html::Element node) {
  std::string text;
  for (html::Element target : referenced_elements(node, "aria-labelledby", document_)) {
    if (text.size() > kMaxText) break;
    text.append(" ").append(reference(target));
  }
  return text;
}

// The text of a referenced element depends on who refers to it only where it contains the referrer.
// Everything else is kept, so that a thousand references to one element cost one walk.
std::string Names::Walk::reference(html::Element target) {
  const bool keep = !contains(target, root_) || jumps_left_ == 0;
  if (keep) {
    const auto known = references_.find(target.id());
    if (known != references_.end()) return known->second;
  }
  const std::size_t visits_before = visits_;
  const std::size_t base_before = path_base_;
  path_base_ = path_.size();
  std::string result =
      text(target, Arrival::reference, {.referenced = true, .show_hidden = is_excluded(target)});
  path_base_ = base_before;
  if (keep) {
    references_.emplace(target.id(), result);
  } else {
    jumps_left_ -= std::min(jumps_left_, visits_ - visits_before);
  }
  return result;
}

std::string Names::Walk::content(html::Element node, Mode mode) {
  switch (visibility(node)) {
    case Visibility::hidden:
      mode.invisible = true;
      break;
    case Visibility::visible:
      mode.invisible = false;
      break;
    case Visibility::inherited:
      break;
  }
  std::string out;
  for (html::Node child = node.first_child_node(); child && out.size() <= kMaxText;
       child = child.next_sibling()) {
    if (child.is_text()) {
      if (!mode.invisible || mode.show_hidden) out += child.text().substr(0, kMaxText);
    } else {
      append_child(out, child.element(), mode);
    }
  }
  append_owned(out, node, mode);
  return out;
}

void Names::Walk::append_child(std::string& out, html::Element child, Mode mode) {
  if (child.is("br")) {
    out += ' ';
    return;
  }
  if (owned_.contains(child.id()) || never_rendered(child)) return;
  const Display layout = display(child);
  if (!mode.show_hidden && (layout == Display::none || is_aria_hidden(child))) return;  // 2A
  if (mode.invisible && !mode.show_hidden && has_no_content(child) &&
      visibility(child) != Visibility::visible)
    return;
  // 2F: what is laid out apart is set apart by spaces.
  const std::string_view space = layout == Display::apart ? " " : "";
  out.append(space).append(text(child, Arrival::content, mode)).append(space);
}

void Names::Walk::append_owned(std::string& out, html::Element node, Mode mode) {
  if (!node.has("aria-owns")) return;
  for (html::Element target : referenced_elements(node, "aria-owns", document_)) {
    if (jumps_left_ == 0 || out.size() > kMaxText) return;
    if (on_path(target) || contains(node, target) || owned_.contains(target.id())) continue;
    const std::size_t visits_before = visits_;
    append_child(out, target, mode);
    owned_.insert(target.id());
    jumps_left_ -= std::min(jumps_left_, visits_ - visits_before);
  }
}

}  // namespace veedor::a11y
