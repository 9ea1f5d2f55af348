// Which version of WordPress a page's own assets speak of.
#pragma once

#include <span>
#include <string>

#include "scanner/url/url.h"

namespace veedor::components {

struct WordPressVersion {
  std::string version;  // "" where the assets do not agree
  int assets = 0;       // how many say so
};

// WordPress puts its own version, as ?ver=, on its assets below /wp-includes/ that have none of their own.
// The most frequent one counts; libraries, which do have their own, are left out.
WordPressVersion wordpress_version(std::span<const url::Url> assets);

// True for a path below wp-content or wp-includes.
bool is_wordpress_path(std::string_view path);

}  // namespace veedor::components
