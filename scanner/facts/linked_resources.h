// What rules would like to know of a page beyond itself and its style sheets: the media that it plays, the
// pages in its frames, where links of the same name lead, and a neighbour that shows what pages repeat.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "scanner/url/url.h"

namespace veedor::facts {

class Page;

// Of media the beginning will do.
enum class ResourceNeed : std::uint8_t { document, beginning };
inline constexpr std::size_t kMaxLinkedDocument = std::size_t{1} << 20U;  // bytes that are read of one
inline constexpr std::size_t kMaxLinkedBeginning = 256U << 10;

struct WantedResource {
  url::Url url;  // http or https, without fragment
  ResourceNeed need = ResourceNeed::document;
  bool link = false;  // a person would get there by a link; nothing that the page loads by itself
};
inline constexpr std::size_t kMaxResourcesOfPage = 40;

// Each URL once, what is needed most first; at most kMaxResourcesOfPage. By markup alone.
std::vector<WantedResource> linked_resources(const Page& page);

}  // namespace veedor::facts
