#include "scanner/components/product.h"

#include <algorithm>
#include <array>

#include "scanner/base/text.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

using facts::ComponentKind;

// As they stand before the slash in Server, X-Powered-By and the like.
constexpr std::array kProducts = std::to_array<Product>({
    {"apache", "apache-http-server", ComponentKind::server},
    {"apache-coyote", "tomcat", ComponentKind::server},
    {"apache tomcat", "tomcat", ComponentKind::server},
    {"apache-tomcat", "tomcat", ComponentKind::server},
    {"tomcat", "tomcat", ComponentKind::server},
    {"nginx", "nginx", ComponentKind::server},
    {"openresty", "openresty", ComponentKind::server},
    {"microsoft-iis", "microsoft-iis", ComponentKind::server},
    {"lighttpd", "lighttpd", ComponentKind::server},
    {"litespeed", "litespeed", ComponentKind::server},
    {"caddy", "caddy", ComponentKind::server},
    {"jetty", "eclipse-jetty", ComponentKind::server},
    {"squid", "squid", ComponentKind::server},
    {"varnish", "vinyl-cache", ComponentKind::server},
    {"envoy", "envoy", ComponentKind::server},
    {"openssl", "openssl", ComponentKind::server},
    {"gunicorn", "gunicorn", ComponentKind::server},
    {"werkzeug", "werkzeug", ComponentKind::server},
    {"wildfly", "wildfly", ComponentKind::server},
    {"jboss-eap", "red-hat-jboss-eap", ComponentKind::server},
    {"oracle-http-server", "oracle-http-server", ComponentKind::server},
    {"ibm_http_server", "ibm-http-server", ComponentKind::server},
    {"glassfish", "glassfish", ComponentKind::server},
    {"plesklin", "plesk", ComponentKind::server},
    {"pleskwin", "plesk", ComponentKind::server},
    {"phusion passenger", "passenger", ComponentKind::server},
    {"php", "php", ComponentKind::language},
    {"python", "python", ComponentKind::language},
    {"cpython", "python", ComponentKind::language},
    {"ruby", "ruby", ComponentKind::language},
    {"perl", "perl", ComponentKind::language},
    {"asp.net", "asp.net", ComponentKind::framework},
    {"express", "express", ComponentKind::framework},
    {"next.js", "nextjs", ComponentKind::framework},
    {"nuxt", "nuxt", ComponentKind::framework},
});

// As <meta name="generator"> and X-Generator begin.
constexpr std::array kGenerators = std::to_array<Product>({
    {"wordpress", "wordpress", ComponentKind::cms},
    {"drupal", "drupal", ComponentKind::cms},
    {"joomla!", "joomla", ComponentKind::cms},
    {"joomla", "joomla", ComponentKind::cms},
    {"typo3", "typo3", ComponentKind::cms},
    {"mediawiki", "mediawiki", ComponentKind::cms},
    {"moodle", "moodle", ComponentKind::cms},
    {"plone", "plone", ComponentKind::cms},
    {"liferay", "liferay", ComponentKind::cms},
    {"concrete5", "concrete-cms", ComponentKind::cms},
    {"concrete cms", "concrete-cms", ComponentKind::cms},
    {"silverstripe", "silverstripe", ComponentKind::cms},
    {"contao", "contao", ComponentKind::cms},
    {"dokuwiki", "dokuwiki", ComponentKind::cms},
    {"prestashop", "prestashop", ComponentKind::cms},
    {"magento", "magento", ComponentKind::cms},
    {"phpbb", "phpbb", ComponentKind::cms},
    {"discourse", "discourse", ComponentKind::cms},
    {"umbraco", "umbraco", ComponentKind::cms},
    {"craft cms", "craft-cms", ComponentKind::cms},
    {"neos", "neos", ComponentKind::cms},
    {"backdrop", "backdrop", ComponentKind::cms},
    {"wagtail", "wagtail", ComponentKind::cms},
    {"kirby", "kirby", ComponentKind::cms},
    {"statamic", "statamic", ComponentKind::cms},
    {"shopware", "shopware", ComponentKind::cms},
    {"mautic", "mautic", ComponentKind::cms},
    {"dspace", "dspace", ComponentKind::cms},
    {"open journal systems", "open-journal-systems", ComponentKind::cms},
    {"xoops", "xoops", ComponentKind::cms},
    {"ez publish", "ez-publish", ComponentKind::cms},
    {"vbulletin", "vbulletin", ComponentKind::cms},
    {"ghost", "ghost", ComponentKind::cms},
    {"microsoft sharepoint", "sharepoint", ComponentKind::cms},
    {"hugo", "hugo", ComponentKind::framework},
    {"docusaurus", "docusaurus", ComponentKind::framework},
    {"gatsby", "gatsby", ComponentKind::framework},
});

constexpr std::size_t kMaxGenerator = 300;

// "10" where "10.2.3" would be better: what some systems give away.
std::string major_number(std::string_view text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool alone =
      end == text.size() || is_ascii_whitespace(text[end]) || text[end] == ',' || text[end] == ';';
  return end > 0 && end <= 2 && alone ? std::string(text.substr(0, end)) : std::string();
}

// The first version after the name; words that are not numbers may stand between: "TYPO3 CMS 4.7",
// "Joomla! 1.5 - Open Source".
std::string version_after(std::string_view rest) {
  constexpr int kMaxWords = 4;
  int words = 0;
  for (std::string_view word : split_whitespace(rest)) {
    if (++words > kMaxWords) break;
    if (word.front() == '(' || word.find("://") != std::string_view::npos) break;
    if (word.size() > 1 && word.front() == 'v' && is_ascii_digit(word[1])) word.remove_prefix(1);
    const std::string_view version = leading_version(word);
    if (!version.empty()) return std::string(version);
    if (std::string major = major_number(word); !major.empty()) return major;
  }
  return {};
}

}  // namespace

const Product* product_named(std::string_view token) {
  const auto found = std::ranges::find_if(
      kProducts, [&](const Product& product) { return ascii_iequals(product.spelling, token); });
  return found == kProducts.end() ? nullptr : &*found;
}

std::optional<Generator> read_generator(std::string_view content) {
  content = trim(content).substr(0, kMaxGenerator);
  for (const Product& product : kGenerators) {
    const std::size_t length = product.spelling.size();
    if (!ascii_iequals(content.substr(0, length), product.spelling)) continue;
    if (content.size() > length && is_ascii_alnum(content[length])) continue;
    // "WordPress.com" is the hosting service, whose version is not the site's to keep
    if (content.substr(length).starts_with(".com")) continue;
    return Generator{&product, version_after(content.substr(length))};
  }
  return std::nullopt;
}

}  // namespace veedor::components
