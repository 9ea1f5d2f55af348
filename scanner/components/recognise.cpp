// Sorts sightings and keeps the surest of each.
#include "scanner/components/recognise.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace veedor::components {
namespace {

using facts::Certainty;
using facts::Component;

// What the best sighting of a component at one place says.
struct Best {
  Certainty with_version = Certainty::possible;
  bool has_version = false;
};

// A place that shows a version does not also show the component without one, and what a script says of itself
// outweighs what its URL says.
bool is_outweighed(const Component& component, const Best& best) {
  if (component.version.empty()) return best.has_version;
  return component.certainty < best.with_version && best.with_version == Certainty::confirmed;
}

// What the pages of an origin all show (the server's banner, the generator) is one sighting, not one a page.
bool is_shown_by_pages(const Component& component) {
  return component.method == facts::Method::header || component.method == facts::Method::generator ||
         component.method == facts::Method::markup;
}

// "https://example.org" of "https://example.org/a/b"
std::string_view origin_of(std::string_view location) {
  const std::size_t host = location.find("://");
  return location.substr(0, host == std::string_view::npos ? host : location.find('/', host + 3));
}

// `components` are sorted by name, version and location: the first location of each origin stays.
void drop_repeated_on_pages(std::vector<Component>& components) {
  std::set<std::tuple<std::string, std::string, facts::Method, std::string>> seen;
  std::erase_if(components, [&seen](const Component& component) {
    return is_shown_by_pages(component) &&
           !seen.emplace(component.name, component.version, component.method, origin_of(component.location))
                .second;
  });
}

}  // namespace

std::vector<Component> merge(const std::vector<Component>& components) {
  std::map<std::pair<std::string_view, std::string_view>, Best> places;
  for (const Component& component : components) {
    if (component.version.empty()) continue;
    Best& best = places[{component.name, component.location}];
    best.has_version = true;
    best.with_version = std::max(best.with_version, component.certainty);
  }
  std::vector<Component> kept;
  kept.reserve(components.size());
  for (const Component& component : components) {
    const auto place = places.find({component.name, component.location});
    if (place == places.end() || !is_outweighed(component, place->second)) kept.push_back(component);
  }

  const auto key = [](const Component& component) {
    return std::tie(component.name, component.version, component.location);
  };
  std::ranges::sort(kept, [&](const Component& a, const Component& b) {
    if (key(a) != key(b)) return key(a) < key(b);
    if (a.certainty != b.certainty) return a.certainty > b.certainty;
    return a < b;
  });
  const auto repeated = std::unique(kept.begin(), kept.end(),
                                    [&](const Component& a, const Component& b) { return key(a) == key(b); });
  kept.erase(repeated, kept.end());
  drop_repeated_on_pages(kept);
  std::ranges::sort(kept);
  return kept;
}

}  // namespace veedor::components
