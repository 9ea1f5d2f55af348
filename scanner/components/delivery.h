// How public delivery networks (CDNs) lay out their URLs: which part is the package and which its version.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/url/url.h"

namespace veedor::components {

// A package as a URL names it.
struct Package {
  std::string name;     // lower case: "jquery", "@angular/core", "twbs/bootstrap"
  std::string version;  // exact; "" for a tag or a range: "latest", "3", "^4"
};

// True for a host that hands out packages of others, so that a version in its paths is that of the package.
bool is_delivery_host(std::string_view host);

// The packages that the path names in the manner of the networks, on whatever host: /npm/jquery@3.4.1/,
// /ajax/libs/jquery/3.4.1/, and for their own hosts also /jquery/3.4.1/ and packages without a version.
// Usually one or none; "/combine/" has more.
std::vector<Package> packages_in(const url::Url& url);

// The path of a URL in lower case, percent-decoded and cut at its slashes; empty parts are left out.
std::vector<std::string> path_segments(const url::Url& url);

}  // namespace veedor::components
