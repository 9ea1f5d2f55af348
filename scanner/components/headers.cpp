// What header fields say of the server, its language and its content management system.
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "scanner/base/text.h"
#include "scanner/components/product.h"
#include "scanner/components/recognise.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

using facts::Certainty;
using facts::Component;
using facts::ComponentKind;

constexpr std::size_t kMaxValue = 512;
constexpr std::size_t kMaxEvidence = 160;

// Distributions correct faults without raising the version.
constexpr std::array<std::string_view, 16> kDistributions = {
    "debian", "ubuntu",       "+deb",   "red hat", "redhat", "centos", "rocky linux", "almalinux",
    "fedora", "oracle linux", "amazon", "suse",    "sury",   "alpine", "gentoo",      "raspbian"};

bool names_distribution(std::string_view value) {
  return std::ranges::any_of(kDistributions,
                             [&](std::string_view name) { return ascii_icontains(value, name); });
}

Component component(const url::Url& url, std::string_view id, ComponentKind kind, std::string_view version,
                    std::string_view field, std::string_view value) {
  return {.name = std::string(id),
          .version = std::string(version),
          .kind = kind,
          .certainty = Certainty::likely,
          .method = facts::Method::header,
          .location = url.display(),
          .evidence = shorten(printable(std::string(field) + ": " + std::string(value)), kMaxEvidence),
          .distribution = names_distribution(value)};
}

// The numbers that a header's version begins with: "7.4.33" of "7.4.33-1+deb11u5" and of "7.4.3-4ubuntu2.18".
std::string_view upstream_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  const std::size_t end = std::min(text.find_first_not_of("0123456789."), text.size());
  std::string_view numbers = text.substr(0, end);
  while (numbers.ends_with('.')) numbers.remove_suffix(1);
  // OpenSSL's letters are part of its version: 1.0.2u
  const std::size_t length = numbers.size();
  const bool letter = length < text.size() && is_ascii_alpha(text[length]) &&
                      (length + 1 == text.size() || !is_ascii_alnum(text[length + 1]));
  if (letter) return text.substr(0, length + 1);
  return numbers;
}

// RFC 9110 §10.2.4: "name/version" with comments in parentheses.
struct ProductToken {
  std::string_view name;
  std::string_view version;
  std::string_view comment;  // what stands in the parentheses after it
};

constexpr std::size_t kMaxTokens = 32;

std::vector<ProductToken> product_tokens(std::string_view value) {
  std::vector<ProductToken> tokens;
  std::size_t at = 0;
  while (at < value.size() && tokens.size() < kMaxTokens) {
    if (value[at] == '(') {
      const std::size_t end = std::min(value.find(')', at), value.size());
      if (!tokens.empty()) tokens.back().comment = value.substr(at + 1, end - at - 1);
      at = end + 1;
    } else if (const std::size_t end = std::min(value.find_first_of(" \t,;(", at), value.size()); end == at) {
      ++at;
    } else {
      const std::string_view token = value.substr(at, end - at);
      const std::size_t slash = std::min(token.find('/'), token.size());
      tokens.push_back({token.substr(0, slash), token.substr(std::min(slash + 1, token.size())), {}});
      at = end;
    }
  }
  return tokens;
}

std::string_view version_of(const Product& product, const ProductToken& token) {
  if (product.spelling == "apache-coyote") return {};  // its number is that of the connector, not Tomcat's
  // "Jetty(9.4.43.v20210629)" is older usage
  return upstream_version(token.version.empty() && product.id == "eclipse-jetty" ? token.comment
                                                                                 : token.version);
}

void read_products(const url::Url& url, std::string_view field, std::string_view value,
                   std::vector<Component>& found) {
  value = value.substr(0, kMaxValue);
  const std::vector<ProductToken> tokens = product_tokens(value);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Product* product = product_named(tokens[i].name);
    if (product == nullptr && i + 1 < tokens.size()) {  // a name of two words: "Apache Tomcat/9.0.1"
      product = product_named(std::string(tokens[i].name) + " " + std::string(tokens[i + 1].name));
      if (product != nullptr) ++i;
    }
    if (product == nullptr) continue;
    found.push_back(
        component(url, product->id, product->kind, version_of(*product, tokens[i]), field, value));
  }
}

void read_generator_field(const url::Url& url, std::string_view value, std::vector<Component>& found) {
  const auto generator = read_generator(value);
  if (!generator) return;
  found.push_back(component(url, generator->product->id, generator->product->kind, generator->version,
                            "X-Generator", value));
}

// Fields whose presence alone says which software answers, and whose value may be its version.
struct TellTale {
  std::string_view field;
  std::string_view contains;  // "" for anything
  std::string_view id;
  ComponentKind kind;
  bool has_version = false;
};

constexpr std::array kTellTales = std::to_array<TellTale>({
    {"x-aspnet-version", "", "asp.net", ComponentKind::framework, true},
    {"x-aspnetmvc-version", "", "asp.net-mvc", ComponentKind::framework, true},
    {"x-drupal-cache", "", "drupal", ComponentKind::cms},
    {"x-drupal-dynamic-cache", "", "drupal", ComponentKind::cms},
    {"x-content-encoded-by", "joomla", "joomla", ComponentKind::cms},
    {"x-pingback", "xmlrpc.php", "wordpress", ComponentKind::cms},
    {"x-redirect-by", "wordpress", "wordpress", ComponentKind::cms},
    {"link", "api.w.org", "wordpress", ComponentKind::cms},
    {"x-typo3-parsetime", "", "typo3", ComponentKind::cms},
    {"x-redirect-by", "typo3", "typo3", ComponentKind::cms},
    {"liferay-portal", "", "liferay", ComponentKind::cms},
    {"microsoftsharepointteamservices", "", "sharepoint", ComponentKind::cms, true},
    {"x-jenkins", "", "jenkins", ComponentKind::framework, true},
    {"x-varnish", "", "vinyl-cache", ComponentKind::server},
});

void read_tell_tales(const url::Url& url, const facts::Headers& headers, std::vector<Component>& found) {
  for (const TellTale& sign : kTellTales) {
    for (std::string_view value : headers.all(sign.field)) {
      value = value.substr(0, kMaxValue);
      if (!sign.contains.empty() && !ascii_icontains(value, sign.contains)) continue;
      const std::string_view version = sign.has_version ? upstream_version(value) : std::string_view();
      found.push_back(component(url, sign.id, sign.kind, version, sign.field, value));
    }
  }
}

}  // namespace

std::vector<Component> in_headers(const url::Url& url, const facts::Headers& headers) {
  std::vector<Component> found;
  for (std::string_view value : headers.all("server")) read_products(url, "Server", value, found);
  for (std::string_view value : headers.all("x-powered-by")) read_products(url, "X-Powered-By", value, found);
  for (std::string_view value : headers.all("x-generator")) read_generator_field(url, value, found);
  read_tell_tales(url, headers, found);
  return merge(found);
}

}  // namespace veedor::components
