// ```site blocks.
#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <utility>

#include "scanner/base/hash.h"
#include "tests/rules/case_facts.h"
#include "tests/rules/case_settings.h"

namespace veedor::rules::cases {
namespace {

using facts::Component;
using facts::PageSummary;
using facts::SiteSummary;

std::string joined(const std::vector<std::string_view>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out.append(out.empty() ? "" : " ").append(words[i]);
  return out;
}

// "URL [status] [title]"
bool add_page(std::string_view text, SiteSummary& site) {
  const auto words = split_whitespace(text);
  if (words.empty()) return false;
  PageSummary page;
  page.url = words[0];
  page.final_url = page.url;
  page.media_type = "text/html";
  page.status = 200;
  std::size_t title = 1;
  if (words.size() > 1) {
    const auto [end, error] =
        std::from_chars(words[1].data(), words[1].data() + words[1].size(), page.status);
    if (error == std::errc() && end == words[1].data() + words[1].size()) title = 2;
  }
  page.title = joined(words, title);
  page.outcome = page.status >= 400 ? facts::Outcome::http_error : facts::Outcome::read;
  site.pages.push_back(std::move(page));
  return true;
}

// "PAGEURL SCRIPTURL"
bool add_script(std::string_view text, SiteSummary& site) {
  const auto words = split_whitespace(text);
  if (words.size() != 2) return false;
  const auto page = std::ranges::find(site.pages, words[0], &PageSummary::url);
  if (page == site.pages.end()) return false;
  page->scripts.emplace_back(words[1]);
  return true;
}

// "name version certainty method location [evidence …]", with "kind:cms" and "distribution" anywhere; version
// "-": unknown.
bool add_component(std::string_view text, SiteSummary& site) {
  Component component;
  std::vector<std::string_view> words;
  for (std::string_view word : split_whitespace(text)) {
    if (word == "distribution") {
      component.distribution = true;
    } else if (word.starts_with("kind:")) {
      const auto kind = enumerator(word.substr(5), facts::ComponentKind::framework,
                                   [](facts::ComponentKind value) { return facts::name(value); });
      if (!kind) return false;
      component.kind = *kind;
    } else {
      words.push_back(word);
    }
  }
  if (words.size() < 5) return false;
  const auto certainty = enumerator(words[2], facts::Certainty::confirmed,
                                    [](facts::Certainty value) { return facts::name(value); });
  const auto method =
      enumerator(words[3], facts::Method::markup, [](facts::Method value) { return facts::name(value); });
  if (!certainty || !method) return false;
  component.name = words[0];
  component.version = words[1] == "-" ? "" : words[1];
  component.certainty = *certainty;
  component.method = *method;
  component.location = words[4];
  component.evidence = joined(words, 5);
  site.components.push_back(std::move(component));
  return true;
}

// The page that the first word names, and what follows it.
PageSummary* page_named(std::string_view text, SiteSummary& site, std::string_view& rest) {
  const std::size_t space = text.find(' ');
  const auto page = std::ranges::find(site.pages, text.substr(0, space), &PageSummary::url);
  rest = space == std::string_view::npos ? "" : trim(text.substr(space));
  return page == site.pages.end() ? nullptr : &*page;
}

facts::Navigation copy_of(const PageSummary& page) {
  return page.navigation ? *page.navigation : facts::Navigation();
}

// "PAGEURL NAME > URL | NAME > URL …": one navigation bar; repeatable.
bool add_navigation(std::string_view text, SiteSummary& site) {
  std::string_view rest;
  PageSummary* const page = page_named(text, site, rest);
  if (page == nullptr) return false;
  facts::Navigation navigation = copy_of(*page);
  const int bar = navigation.links.empty() ? 0 : navigation.links.back().bar + 1;
  for (std::string_view link : split(rest, '|')) {
    const std::size_t arrow = link.find('>');
    if (arrow == std::string_view::npos) return false;
    navigation.links.push_back(
        {std::string(trim(link.substr(arrow + 1))), std::string(trim(link.substr(0, arrow))), bar});
  }
  page->navigation = std::make_shared<const facts::Navigation>(std::move(navigation));
  return true;
}

// "PAGEURL REGION URL NAME"
bool add_help(std::string_view text, SiteSummary& site) {
  std::string_view rest;
  PageSummary* const page = page_named(text, site, rest);
  const auto words = split_whitespace(rest);
  if (page == nullptr || words.size() < 3) return false;
  const auto region =
      enumerator(words[0], facts::Region::elsewhere, [](facts::Region value) { return facts::name(value); });
  if (!region) return false;
  facts::Navigation navigation = copy_of(*page);
  navigation.help.push_back({std::string(words[1]), joined(words, 2), *region});
  page->navigation = std::make_shared<const facts::Navigation>(std::move(navigation));
  return true;
}

// "PAGEURL ID ID …"
bool add_places(std::string_view text, SiteSummary& site) {
  std::string_view rest;
  PageSummary* const page = page_named(text, site, rest);
  if (page == nullptr) return false;
  for (std::string_view id : split_whitespace(rest)) page->places.hashes.push_back(facts::place_hash(id));
  std::ranges::sort(page->places.hashes);
  return true;
}

// "PAGEURL URL#FRAGMENT NAME"
bool add_place_link(std::string_view text, SiteSummary& site) {
  std::string_view rest;
  PageSummary* const page = page_named(text, site, rest);
  const auto words = split_whitespace(rest);
  if (page == nullptr || words.empty()) return false;
  const std::size_t hash = words[0].find('#');
  if (hash == std::string_view::npos) return false;
  page->place_links.push_back(
      {std::string(words[0].substr(0, hash)), std::string(words[0].substr(hash + 1)), joined(words, 1)});
  return true;
}

// "PAGEURL NUMBER": pages with the same number have the same content
bool add_content(std::string_view text, SiteSummary& site) {
  std::string_view rest;
  PageSummary* const page = page_named(text, site, rest);
  if (page == nullptr) return false;
  page->content_hash = fnv1a(rest);
  return true;
}

// "PAGEURL search site_map …"
bool add_kinds(std::string_view text, SiteSummary& site) {
  std::string_view rest;
  PageSummary* const page = page_named(text, site, rest);
  if (page == nullptr) return false;
  for (std::string_view word : split_whitespace(rest)) {
    if (word == "search") page->kinds.add(facts::ContentKind::search);
    if (word == "site_map") page->kinds.add(facts::ContentKind::site_map);
  }
  return true;
}

bool apply(const Setting& setting, SiteSummary& site) {
  if (setting.key == "navigation") return add_navigation(setting.value, site);
  if (setting.key == "help") return add_help(setting.value, site);
  if (setting.key == "places") return add_places(setting.value, site);
  if (setting.key == "place_link") return add_place_link(setting.value, site);
  if (setting.key == "content") return add_content(setting.value, site);
  if (setting.key == "kinds") return add_kinds(setting.value, site);
  if (setting.key == "page") return add_page(setting.value, site);
  if (setting.key == "script") return add_script(setting.value, site);
  if (setting.key == "component") return add_component(setting.value, site);
  if (setting.key == "origin") return site.origin = setting.value, true;
  if (setting.key != "now") return false;
  const auto time = parse_iso8601(setting.value);
  if (time) site.now = *time;
  return time.ok();
}

}  // namespace

Result<facts::SiteSummary> site_of(const catalog::Case& test) {
  const auto settings = read_settings(test.text);
  if (!settings) return settings.error();
  const auto now = parse_iso8601(test.now);
  if (!now) return now.error();
  SiteSummary site;
  site.origin = "https://example.org";
  site.now = *now;
  for (const Setting& setting : *settings) {
    if (!apply(setting, site)) return not_understood(setting);
  }
  std::ranges::sort(site.pages, {}, &PageSummary::url);
  std::ranges::sort(site.components);
  const auto repeated = std::ranges::unique(site.components);
  site.components.erase(repeated.begin(), repeated.end());
  return site;
}

}  // namespace veedor::rules::cases
