#include "scanner/components/wordpress.h"

#include <map>

#include "scanner/base/text.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

constexpr std::string_view kIncludes = "/wp-includes/";

// The folders of what WordPress takes from others, with numbers of their own.
bool is_foreign(std::string_view path) {
  for (std::string_view folder :
       {"/js/jquery/", "/dist/vendor/", "/js/tinymce/", "/js/mediaelement/", "/js/dist/"}) {
    if (path.find(folder) != std::string_view::npos) return true;
  }
  const std::string_view name = path.substr(path.rfind('/') + 1);
  for (std::string_view library :
       {"underscore", "backbone", "hoverintent", "imagesloaded", "masonry", "swfobject", "moment"}) {
    if (ascii_lower(name).starts_with(library)) return true;
  }
  return false;
}

std::string ver(const url::Url& url) {
  for (std::string_view field : split(url.query(), '&')) {
    if (field.starts_with("ver=") && is_version(field.substr(4))) return std::string(field.substr(4));
  }
  return {};
}

}  // namespace

bool is_wordpress_path(std::string_view path) {
  for (std::string_view folder : {"/wp-includes/", "/wp-content/themes/", "/wp-content/plugins/",
                                  "/wp-content/mu-plugins/", "/wp-content/uploads/"}) {
    if (path.find(folder) != std::string_view::npos) return true;
  }
  return false;
}

WordPressVersion wordpress_version(std::span<const url::Url> assets) {
  std::map<std::string, int> votes;
  for (const url::Url& asset : assets) {
    if (asset.path().find(kIncludes) == std::string_view::npos || is_foreign(asset.path())) continue;
    if (std::string version = ver(asset); !version.empty()) ++votes[std::move(version)];
  }
  WordPressVersion result;
  for (const auto& [version, count] : votes) {
    if (count > result.assets) result = {version, count};
  }
  return result;
}

}  // namespace veedor::components
