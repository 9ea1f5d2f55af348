// Document::selector: the path that a person would write to an element, from the nearest ancestor with an id
// of its own.
#include <algorithm>
#include <map>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/html/document_tree.h"

namespace veedor::html {
namespace {

constexpr std::size_t kReadableSteps = 6;
constexpr std::size_t kMaxSteps = 64;        // deeper trees are hostile: there the last steps must do
constexpr std::size_t kMaxCandidates = 500;  // elements of one tag that a shortened path is tried against

const NodeData& data_of(Element element) { return *static_cast<const NodeData*>(element.id()); }

// Numbers all children of one parent at once, so that a thousand findings in one list cost one pass over it.
const StartTag& numbered(Element element) {
  const StartTag& own = *data_of(element).start_tag;
  if (own.place != 0) return own;
  std::map<std::pair<NodeData::Kind, std::string_view>, std::uint32_t> counts;
  const Element first = element.parent() ? element.parent().first_child() : element;
  const auto count_of = [&](Element sibling) -> std::uint32_t& {
    return counts[{data_of(sibling).kind, sibling.tag()}];
  };
  for (Element sibling = first; sibling; sibling = sibling.next_sibling())
    data_of(sibling).start_tag->place = ++count_of(sibling);
  for (Element sibling = first; sibling; sibling = sibling.next_sibling())
    data_of(sibling).start_tag->of_type = count_of(sibling);
  return own;
}

// 0 where no sibling has the same type.
unsigned nth_of_type(Element element) {
  const StartTag& place = numbered(element);
  return place.of_type > 1 ? place.place : 0;
}

// CSS Syntax §4.3.7: "o:p" is written "o\:p".
std::string escaped(std::string_view name) {
  std::string out;
  for (char c : name) {
    const bool plain = is_ascii_alnum(c) || c == '-' || c == '_' || static_cast<unsigned char>(c) >= 0x80;
    if (!plain) out += '\\';
    out += c;
  }
  return out;
}

std::string step(Element element) {
  std::string out = escaped(element.tag());
  if (unsigned nth = nth_of_type(element)) out += ":nth-of-type(" + std::to_string(nth) + ")";
  return out;
}

// An id that needs no escaping.
bool is_simple_id(std::string_view id) {
  if (id.empty() || (!is_ascii_alpha(id.front()) && id.front() != '_')) return false;
  return std::ranges::all_of(id, [](char c) { return is_ascii_alnum(c) || c == '-' || c == '_'; });
}

// Does the path of steps, read from the element up, fit `candidate` too?
bool fits(std::span<const Element> path, Element candidate) {
  for (Element wanted : path) {
    if (!candidate || candidate.tag() != wanted.tag()) return false;
    const unsigned nth = nth_of_type(wanted);
    if (nth != 0 && numbered(candidate).place != nth) return false;
    candidate = candidate.parent();
  }
  return true;
}

std::string join(std::span<const Element> path) {
  std::string out;
  for (auto at = path.rbegin(); at != path.rend(); ++at) {
    if (!out.empty()) out += " > ";
    out += step(*at);
  }
  return out;
}

}  // namespace

std::string Document::selector(Element element) const {
  std::vector<Element> path;  // from the element up to its anchor
  std::string anchor;
  Element at = element;
  for (; at && path.size() < kMaxSteps; at = at.parent()) {
    const std::string_view id = at.attribute_or("id", "");
    if (is_simple_id(id) && all_by_id(id).size() == 1) {
      anchor = "#" + std::string(id);
      break;
    }
    path.push_back(at);
  }
  if (path.empty()) return anchor;
  if (path.size() > 1 && path.back() == root()) path.pop_back();  // "body > main" needs no "html >"

  const std::span<const Element> whole = path;
  const bool too_deep = at && anchor.empty();
  if (whole.size() > kReadableSteps) {
    const auto last = whole.first(kReadableSteps);
    const std::span<const Element> candidates = element.in_html_namespace() ? all(element.tag()) : elements();
    const bool only_one =
        candidates.size() <= kMaxCandidates && std::ranges::none_of(candidates, [&](Element other) {
          return other != element && fits(last, other);
        });
    if (only_one || too_deep) return anchor.empty() ? join(last) : anchor + " " + join(last);
  }
  return anchor.empty() ? join(whole) : anchor + " > " + join(whole);
}

}  // namespace veedor::html
