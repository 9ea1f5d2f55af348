// The public face of the accessibility tree, and what its state keeps of names.
#include "scanner/a11y/tree.h"

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/text_alternative.h"
#include "scanner/a11y/tree_state.h"

namespace veedor::a11y {

TreeState::TreeState(const css::Styles& styles_of_document)
    : styles(styles_of_document),
      document(styles.document()),
      flat(document.flat_tree()),
      in_sight_(document.element_count()),
      excluded_(document.element_count()) {}
TreeState::~TreeState() = default;

std::string_view TreeState::keep(std::string text) {
  return text.empty() ? std::string_view() : texts_.emplace_back(std::move(text));
}

TextAlternative& TreeState::text_alternative() {
  if (!text_alternative_) text_alternative_ = std::make_unique<TextAlternative>(*this);
  return *text_alternative_;
}

const Named& TreeState::named(html::Element element) {
  static const Named nothing{.known = true};
  if (!element) return nothing;
  if (names_.empty()) names_.resize(document.element_count());
  Named& found = names_[element.index()];
  if (!found.known) {
    NameSource source = NameSource::none;
    const std::string_view name = keep(text_alternative().name(element, source));
    found = {.begin = name.data(),
             .size = static_cast<std::uint32_t>(name.size()),
             .source = name.empty() ? NameSource::none : source,
             .known = true};
  }
  return found;
}

std::string_view TreeState::description(html::Element element) {
  if (!element) return {};
  const auto known = descriptions_.find(element.id());
  if (known != descriptions_.end()) return known->second;
  const NameSource source = named(element).source;
  return descriptions_.emplace(element.id(), keep(text_alternative().description(element, source)))
      .first->second;
}

Tree::Tree(const css::Styles& styles) : state_(std::make_unique<TreeState>(styles)) {}
Tree::~Tree() = default;

const css::Styles& Tree::styles() const { return state_->styles; }
const html::Document& Tree::document() const { return state_->document; }

std::string_view Tree::role(html::Element element) const { return state_->role(element); }
std::string_view Tree::implicit_role(html::Element element) const { return state_->implicit_role(element); }
std::string_view Tree::explicit_role(html::Element element) const { return state_->explicit_role(element); }

std::span<const html::Element> Tree::with_role(std::string_view role) const {
  return state_->with_role(role);
}

std::string_view Tree::name(html::Element element) const { return state_->named(element).name(); }
NameSource Tree::name_source(html::Element element) const { return state_->named(element).source; }
std::string_view Tree::description(html::Element element) const { return state_->description(element); }

bool Tree::is_rendered(html::Element element) const { return state_->rendering(element).rendered; }
bool Tree::is_hidden(html::Element element) const { return state_->hidden(element); }
bool Tree::is_in_sight(html::Element element) const { return state_->in_sight(element); }
std::span<const Tree::Text> Tree::texts_in_sight() const { return state_->texts_in_sight(); }
bool Tree::is_excluded(html::Element element) const { return state_->excluded(element); }

bool Tree::is_focusable(html::Element element) const { return state_->focusable(element); }
bool Tree::is_tabbable(html::Element element) const {
  return is_focusable(element) && tabindex(element).value_or(0) >= 0;
}

html::Element Tree::parent(html::Element element) const { return state_->parent(element); }

html::Element Tree::context(html::Element element) const {
  html::Element up = parent(element);
  for (; up; up = parent(up)) {
    const std::string_view role = state_->standing(up).role;
    if (!role.empty() && role != "none") break;
  }
  return up;
}

std::span<const html::Element> Tree::owned(html::Element element) const { return state_->owned(element); }

}  // namespace veedor::a11y
