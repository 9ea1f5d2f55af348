// ```site blocks.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

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

bool apply(const Setting& setting, SiteSummary& site) {
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
