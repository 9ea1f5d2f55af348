// What a page shows: its scripts and styles, its generator, the paths of its own host, its headers.
#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/components/product.h"
#include "scanner/components/recognise.h"
#include "scanner/components/version.h"
#include "scanner/components/wordpress.h"

namespace veedor::components {
namespace {

using facts::Certainty;
using facts::Component;
using facts::ComponentKind;
using facts::Method;

constexpr std::size_t kMaxAssets = 512;
constexpr std::size_t kMaxEvidence = 160;

struct Assets {
  std::vector<url::Url> scripts;
  std::vector<url::Url> styles;
};

bool is_stylesheet(html::Element link) {
  const auto tokens = split_whitespace(link.attribute_or("rel", ""));
  return std::ranges::any_of(tokens,
                             [](std::string_view token) { return ascii_iequals(token, "stylesheet"); });
}

void add(const facts::Page& page, html::Element element, std::string_view attribute,
         std::vector<url::Url>& urls) {
  const std::string_view reference = trim(element.attribute_or(attribute, ""));
  if (reference.empty() || urls.size() == kMaxAssets) return;
  Result<url::Url> url = page.resolve(reference);
  if (url && url->http_or_https()) urls.push_back(*std::move(url));
}

Assets assets_of(const facts::Page& page) {
  Assets assets;
  for (html::Element script : page.document().all("script")) add(page, script, "src", assets.scripts);
  for (html::Element link : page.document().all("link")) {
    if (is_stylesheet(link)) add(page, link, "href", assets.styles);
  }
  return assets;
}

Component on_page(const facts::Page& page, std::string_view id, ComponentKind kind, std::string version,
                  Certainty certainty, Method method, std::string_view evidence) {
  return {.name = std::string(id),
          .version = std::move(version),
          .kind = kind,
          .certainty = certainty,
          .method = method,
          .location = page.url().display(),
          .evidence = shorten(collapse_whitespace(printable(evidence)), kMaxEvidence)};
}

void add_generators(const facts::Page& page, std::vector<Component>& found) {
  for (html::Element meta : page.document().all("meta")) {
    if (!ascii_iequals(trim(meta.attribute_or("name", "")), "generator")) continue;
    const std::string_view content = meta.attribute_or("content", "");
    const auto generator = read_generator(content);
    if (!generator) continue;
    const Certainty certainty = generator->version.empty() ? Certainty::possible : Certainty::likely;
    found.push_back(on_page(page, generator->product->id, generator->product->kind, generator->version,
                            certainty, Method::generator, content));
  }
}

// Paths that only one system uses, on the page's own host: others' images may come from anywhere.
struct PathSign {
  std::string_view part;
  std::string_view id;
};
constexpr std::array kPathSigns = std::to_array<PathSign>({
    {"/core/misc/drupal.js", "drupal"},
    {"/misc/drupal.js", "drupal"},
    {"/sites/default/files/", "drupal"},
    {"/sites/all/modules/", "drupal"},
    {"/sites/all/themes/", "drupal"},
    {"/media/jui/", "joomla"},
    {"/media/system/js/core", "joomla"},
    {"/media/vendor/joomla", "joomla"},
    {"/typo3conf/ext/", "typo3"},
    {"/typo3temp/", "typo3"},
    {"/lib/javascript.php/", "moodle"},
    {"/theme/yui_combo.php", "moodle"},
    {"/wp-includes/", "wordpress"},
    {"/o/frontend-js-web/", "liferay"},
});

// Drupal names its version on its own scripts: /core/misc/drupal.js?v=10.2.3.
std::string drupal_version(const url::Url& asset) {
  if (asset.path().find("/core/misc/drupal") == std::string_view::npos || !asset.query().starts_with("v="))
    return {};
  const std::string_view value = asset.query().substr(2);
  return is_version(value) ? std::string(value) : std::string();
}

void add_path_signs(const facts::Page& page, const url::Url& asset, std::vector<Component>& found) {
  for (const PathSign& sign : kPathSigns) {
    if (asset.path().find(sign.part) == std::string_view::npos) continue;
    std::string version = sign.id == "drupal" ? drupal_version(asset) : std::string();
    const Certainty certainty = version.empty() ? Certainty::possible : Certainty::likely;
    found.push_back(on_page(page, sign.id, ComponentKind::cms, std::move(version), certainty, Method::markup,
                            asset.path_and_query()));
    return;
  }
}

void add_wordpress(const facts::Page& page, const std::vector<url::Url>& own, const WordPressVersion& core,
                   std::vector<Component>& found) {
  const auto sign =
      std::ranges::find_if(own, [](const url::Url& url) { return is_wordpress_path(url.path()); });
  if (sign == own.end()) return;
  // one asset alone may carry a number of its own
  const bool agreed = core.assets >= 2;
  found.push_back(on_page(page, "wordpress", ComponentKind::cms, core.version,
                          agreed ? Certainty::likely : Certainty::possible, Method::markup,
                          sign->path_and_query()));
}

// WordPress appends its own version to every script that was registered without one.
bool has_core_version(const Component& component, const std::string& core) {
  return !core.empty() && component.version == core &&
         component.location.find("ver=" + core) != std::string::npos;
}

void add_libraries(const Assets& assets, const std::string& core, std::vector<Component>& found) {
  for (const auto* urls : {&assets.scripts, &assets.styles}) {
    for (const url::Url& url : *urls) {
      for (Component& component : in_url(url)) {
        // a style sheet shows that a library is meant, not that its scripts are loaded
        if (urls == &assets.styles) component.certainty = Certainty::possible;
        if (has_core_version(component, core)) {
          component.version.clear();
          component.certainty = Certainty::possible;
        }
        found.push_back(std::move(component));
      }
    }
  }
}

std::string core_version(const std::vector<Component>& generators, const WordPressVersion& assets) {
  for (const Component& component : generators) {
    if (component.name == "wordpress" && !component.version.empty()) return component.version;
  }
  return assets.version;
}

}  // namespace

std::vector<Component> in_page(const facts::Page& page) {
  const Assets assets = assets_of(page);
  std::vector<url::Url> own;
  for (const auto* urls : {&assets.scripts, &assets.styles}) {
    std::ranges::copy_if(*urls, std::back_inserter(own),
                         [&](const url::Url& url) { return url.host() == page.url().host(); });
  }
  std::vector<Component> found;
  add_generators(page, found);
  const WordPressVersion wordpress = wordpress_version(own);
  add_libraries(assets, core_version(found, wordpress), found);
  add_wordpress(page, own, wordpress, found);
  for (const url::Url& asset : own) add_path_signs(page, asset, found);
  for (Component& component : in_headers(page.url(), page.response().headers))
    found.push_back(std::move(component));
  return merge(found);
}

}  // namespace veedor::components
