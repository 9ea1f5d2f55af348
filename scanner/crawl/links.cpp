// Finds the links of a page, and whether its author asks not to follow them.
#include "scanner/crawl/links.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "scanner/base/text.h"
#include "scanner/crawl/refresh.h"
#include "scanner/crawl/robots.h"
#include "scanner/crawl/robots_lines.h"

namespace veedor::crawl {
namespace {

constexpr std::size_t kMaxReference = 8'192;  // longer ones are data, or hostile

bool has_token(std::string_view tokens, std::string_view wanted) {
  const auto parts = split_whitespace(tokens);
  return std::any_of(parts.begin(), parts.end(), [&](auto part) { return ascii_iequals(part, wanted); });
}

bool forbids_following(std::string_view directive) {
  return ascii_iequals(directive, "nofollow") || ascii_iequals(directive, "none");
}

// One X-Robots-Tag field: "noindex, nofollow" or "otherbot: noindex, nofollow". A name in front holds for
// what comes after it.
bool header_forbids(std::string_view field) {
  bool for_us = true;
  for (std::string_view part : split(field, ',')) {
    part = trim(part);
    if (const auto colon = part.find(':'); colon != std::string_view::npos) {
      const std::string_view agent = trim(part.substr(0, colon));
      const bool valued_directive = agent.starts_with("max-") || ascii_iequals(agent, "unavailable_after");
      const bool a_name = agent == "*" || (!agent.empty() && product_token(agent) == agent);
      if (valued_directive || !a_name) continue;
      for_us = agent == "*" || ascii_iequals(agent, kProductToken);
      part = trim(part.substr(colon + 1));
    }
    if (for_us && forbids_following(part)) return true;
  }
  return false;
}

bool meta_forbids(html::Element meta) {
  const std::string_view name = trim(meta.attribute_or("name", ""));
  if (!ascii_iequals(name, "robots") && !ascii_iequals(name, kProductToken)) return false;
  for (std::string_view part : split(meta.attribute_or("content", ""), ',')) {
    const auto words = split_whitespace(part);
    if (std::any_of(words.begin(), words.end(), forbids_following)) return true;
  }
  return false;
}

bool page_forbids(const facts::Page& page) {
  const auto fields = page.response().headers.all("x-robots-tag");
  const auto metas = page.document().all("meta");
  return std::any_of(fields.begin(), fields.end(), header_forbids) ||
         std::any_of(metas.begin(), metas.end(), meta_forbids);
}

// Pages only: no feeds, no alternative style sheets, no oEmbed.
bool links_a_page(html::Element link) {
  const std::string_view rel = link.attribute_or("rel", "");
  if (has_token(rel, "next") || has_token(rel, "prev")) return true;
  if (!has_token(rel, "alternate") || has_token(rel, "stylesheet")) return false;
  const std::string_view type = trim(link.attribute_or("type", "text/html"));
  return ascii_iequals(type, "text/html") || ascii_iequals(type, "application/xhtml+xml");
}

std::optional<std::string_view> reference_of(html::Element element) {
  if (element.is("a") || element.is("area")) return element.attribute("href");
  if (element.is("iframe") || element.is("frame")) return element.attribute("src");
  if (element.is("link") && links_a_page(element)) return element.attribute("href");
  if (element.is("meta") && ascii_iequals(element.attribute_or("http-equiv", ""), "refresh")) {
    return refresh_target(element.attribute_or("content", ""));
  }
  return std::nullopt;
}

}  // namespace

std::vector<Link> links(const facts::Page& page) {
  std::vector<Link> found;
  // Every reference would carry a giant <base> with it.
  if (page.document().base_href().size() > kMaxReference) return found;
  const bool none_followed = page_forbids(page);
  std::unordered_map<std::string, std::size_t> seen;

  for (html::Element element : page.document().elements()) {
    if (found.size() >= kMaxLinks) break;
    const auto reference = reference_of(element);
    if (!reference || reference->size() > kMaxReference) continue;
    const auto url = page.resolve(*reference);
    if (!url || !url->http_or_https()) continue;

    Link link{.url = url->without_fragment(),
              .nofollow = none_followed || has_token(element.attribute_or("rel", ""), "nofollow")};
    const auto [known, fresh] = seen.try_emplace(link.url.href(), found.size());
    if (fresh) {
      found.push_back(std::move(link));
    } else if (!link.nofollow) {
      found[known->second].nofollow = false;  // one link that may be followed is enough
    }
  }
  return found;
}

}  // namespace veedor::crawl
