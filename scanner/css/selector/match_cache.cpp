// Tables over all elements of a document, each built in one pass.
#include "scanner/css/selector/match_cache.h"

#include <cstddef>
#include <unordered_map>

#include "scanner/base/text.h"
#include "scanner/css/selector/form_groups.h"
#include "scanner/css/selector/match.h"

namespace veedor::css {
namespace {

constexpr std::size_t kMaxFactBytes = 32U << 20;

std::uint32_t number(html::Element element) { return static_cast<std::uint32_t>(element.index()); }

}  // namespace

MatchCache::MatchCache(const html::Document& document)
    : document_(document), elements_(document.elements()) {}

MatchCache::~MatchCache() = default;

html::Element MatchCache::previous_sibling(html::Element element) {
  if (previous_.empty()) find_siblings();
  const std::size_t index = element.index();
  if (index >= previous_.size() || previous_[index] == 0) return {};
  return elements_[previous_[index] - 1];
}

MatchCache::Place MatchCache::place(html::Element element) {
  if (places_.empty()) find_places();
  const std::size_t index = element.index();
  return index < places_.size() ? places_[index] : Place{};
}

MatchCache::Place MatchCache::type_place(html::Element element) {
  if (type_places_.empty()) find_type_places();
  const std::size_t index = element.index();
  return index < type_places_.size() ? type_places_[index] : Place{};
}

void MatchCache::find_siblings() {
  previous_.resize(elements_.size());
  for (html::Element element : elements_) {
    if (const html::Element next = element.next_sibling()) previous_[next.index()] = number(element) + 1;
  }
}

// Positions forwards, since a sibling follows in document order, then counts backwards.
void MatchCache::find_places() {
  if (previous_.empty()) find_siblings();
  places_.resize(elements_.size());
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    places_[i].position = previous_[i] == 0 ? 1 : places_[previous_[i] - 1].position + 1;
  }
  for (std::size_t i = elements_.size(); i-- > 0;) {
    if (places_[i].count == 0) places_[i].count = places_[i].position;
    if (previous_[i] != 0) places_[previous_[i] - 1].count = places_[i].count;
  }
}

void MatchCache::find_type_places() {
  std::unordered_map<std::string_view, std::uint32_t> types;
  std::unordered_map<std::uint64_t, std::uint32_t> counts;  // by parent and type
  std::vector<std::uint64_t> keys(elements_.size());
  type_places_.resize(elements_.size());
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    const html::Element element = elements_[i];
    const auto tag = types.try_emplace(element.tag(), static_cast<std::uint32_t>(types.size())).first->second;
    const html::Element parent = element.parent();
    const std::uint64_t family = parent ? parent.index() + 1 : 0;
    keys[i] = family << 32 | std::uint64_t{tag} << 1 | (element.in_html_namespace() ? 1U : 0U);
    type_places_[i].position = ++counts[keys[i]];
  }
  for (std::size_t i = 0; i < elements_.size(); ++i) type_places_[i].count = counts[keys[i]];
}

const FormGroups* MatchCache::forms(MatchContext& context) {
  if (forms_ == nullptr) {
    auto forms = std::make_unique<FormGroups>(context);
    if (*context.steps_left == 0) return nullptr;  // what was cut short is not kept
    forms_ = std::move(forms);
  }
  return forms_.get();
}

template <class Fact>
std::span<Fact> MatchCache::facts(std::map<Key, std::vector<Fact>>& table, const Key& key) {
  const auto found = table.find(key);
  if (found != table.end()) return found->second;
  const std::size_t bytes = elements_.size() * sizeof(Fact);
  if (fact_bytes_ + bytes > kMaxFactBytes) return {};
  fact_bytes_ += bytes;
  return table.try_emplace(key, elements_.size()).first->second;
}

std::span<MatchCache::Known> MatchCache::known(const SelectorTable& table, std::uint32_t complex,
                                               html::Element host) {
  return facts(known_, {&table, complex, host.id()});
}

std::span<MatchCache::Place> MatchCache::ranks(const SelectorTable& table, std::uint32_t list,
                                               html::Element host) {
  return facts(ranks_, {&table, list, host.id()});
}

std::span<MatchCache::Direction> MatchCache::directions() {
  if (directions_.empty()) directions_.resize(elements_.size());
  return directions_;
}

// HTML Standard, "content language state" of <meta>: the last one that has no comma; its first word.
std::string_view MatchCache::content_language() {
  if (content_language_) return *content_language_;
  content_language_ = "";
  for (html::Element meta : document_.all("meta")) {
    if (!ascii_iequals(meta.attribute_or("http-equiv", ""), "content-language")) continue;
    const std::string_view content = trim(meta.attribute_or("content", ""));
    if (content.empty() || content.find(',') != std::string_view::npos) continue;
    content_language_ = content.substr(0, content.find_first_of(" \t\n\f\r"));
  }
  return *content_language_;
}

}  // namespace veedor::css
