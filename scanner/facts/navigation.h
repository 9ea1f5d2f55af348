// How a page lets people move about: its navigation, where it offers help, and the places within it that
// links lead to. What rules that compare pages read. By markup alone, bounded whatever the page holds.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace veedor::facts {

class Page;

struct NavigationLink {
  std::string url;   // resolved, without fragment, display form
  std::string name;  // its text, or the alternative of its image; white space collapsed
  int bar = 0;       // which of the page's navigations it stands in, from 0
  bool operator==(const NavigationLink&) const = default;
};

enum class Region : std::uint8_t { header, main, footer, elsewhere };
std::string_view name(Region region);  // "header"

// A way to ask somebody: a page about contact or help, a mail address, a telephone number.
struct HelpLink {
  std::string url;  // "mailto:…" and "tel:…", too
  std::string name;
  Region region = Region::elsewhere;
  bool operator==(const HelpLink&) const = default;
};

struct Navigation {
  std::vector<NavigationLink>
      links;                   // in <nav> and role=navigation, in document order, each target once a bar
  std::vector<HelpLink> help;  // in document order, each target once
  bool operator==(const Navigation&) const = default;
};
inline constexpr std::size_t kMaxNavigationLinks = 60;
inline constexpr std::size_t kMaxHelpLinks = 8;

Navigation navigation(const Page& page);

// A link to a place within another page of the same host.
struct PlaceLink {
  std::string url;       // without fragment, display form
  std::string fragment;  // percent-decoded
  std::string name;
};
inline constexpr std::size_t kMaxPlaceLinks = 30;
std::vector<PlaceLink> place_links(const Page& page);

// Hashes (place_hash) of the ids and anchor names of a page, sorted; `complete` is false where there were
// more than are kept.
struct Places {
  std::vector<std::uint32_t> hashes;
  bool complete = true;
};
inline constexpr std::size_t kMaxPlaces = 1000;
Places places(const Page& page);
std::uint32_t place_hash(std::string_view id);

}  // namespace veedor::facts
