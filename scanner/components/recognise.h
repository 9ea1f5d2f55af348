// Recognises software by what a site shows of it: script URLs, file contents, headers, generators, markup.
// Observes only: whether a version is old or vulnerable is for the rules.
#pragma once

#include <string_view>
#include <vector>

#include "scanner/facts/component.h"
#include "scanner/facts/page.h"

namespace veedor::components {

// What one page shows: the URLs of its scripts and styles, its generator and markup, its headers. Sorted,
// each once.
std::vector<facts::Component> in_page(const facts::Page& page);

// What the name of a file on the web shows: "https://cdn.jsdelivr.net/npm/jquery@3.4.1/dist/jquery.min.js" is
// jquery 3.4.1. A path that is only a hash, a date or a tag gives no version.
std::vector<facts::Component> in_url(const url::Url& url);

// What the content of a script shows: banners and version literals. Reads at most the first 4 MB; linear
// time.
std::vector<facts::Component> in_script(const url::Url& url, std::string_view body);

// What the header fields of an answer show: Server, X-Powered-By, X-Generator.
std::vector<facts::Component> in_headers(const url::Url& url, const facts::Headers& headers);

// Sorted and each once; of two sightings of one component and version at one place, the surer one stays. What
// the pages of an origin all show is kept once, at the first of them.
std::vector<facts::Component> merge(const std::vector<facts::Component>& components);

}  // namespace veedor::components
