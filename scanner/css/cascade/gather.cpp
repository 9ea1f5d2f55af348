#include "scanner/css/cascade/gather.h"

#include <algorithm>

#include "scanner/base/text.h"
#include "scanner/css/cascade/layers.h"
#include "scanner/css/cascade/user_agent.h"

namespace veedor::css {
namespace {

bool is_css_type(html::Element owner) {
  std::string_view type = trim(owner.attribute_or("type", ""));
  type = trim(type.substr(0, type.find(';')));
  return type.empty() || ascii_iequals(type, "text/css");
}

bool has_word(std::string_view words, std::string_view wanted) {
  const auto split = split_whitespace(words);
  return std::ranges::any_of(split, [&](std::string_view word) { return ascii_iequals(word, wanted); });
}

// A browser runs scripts, so what stands in <noscript> is text to it.
bool in_noscript(html::Element element) { return static_cast<bool>(element.ancestor("noscript")); }

class Gatherer {
 public:
  Gatherer(const html::Document& document, html::Element shadow_root, const SheetFinder& find,
           const Environment& environment, SheetBudget& budget)
      : document_(document),
        shadow_root_(shadow_root),
        find_(find),
        environment_(environment),
        budget_(budget) {}

  Gathered run() {
    gathered_.uses.push_back({.sheet = user_agent_sheet(document_.quirks_mode()), .user_agent = true});
    finish(gathered_.uses.back(), {});
    if (shadow_root_) {
      for (html::Element element = shadow_root_.next_in(shadow_root_); element;
           element = element.next_in(shadow_root_))
        add_owner(element);
    } else {
      for (html::Element element : document_.elements()) add_owner(element);
    }
    rank();
    return std::move(gathered_);
  }

 private:
  void add_owner(html::Element element) {
    if (element.is("style")) add_style(element);  // SVG has its own
    if (element.is("link") && element.in_html_namespace()) add_link(element);
  }

  bool media_holds(html::Element owner) {
    const std::string_view media = owner.attribute_or("media", "");
    if (trim(media).empty()) return true;
    const MediaQueryList queries = MediaQueryList::parse(media);
    note_topics(queries);
    return queries.matches(environment_);
  }

  void note_topics(const MediaQueryList& queries) {
    const bool scheme = queries.asks(MediaTopic::scheme);
    const bool size = queries.asks(MediaTopic::size);
    gathered_.colours.add({.scheme = scheme, .size = size, .sheets = scheme || size});
  }

  // HTML Standard §4.2.6 with CSSOM's preferred set: of titled sheets only the first title's are in use.
  bool title_counts(html::Element owner) {
    const std::string_view title = owner.attribute_or("title", "");
    if (title.empty()) return true;
    if (preferred_title_.empty()) preferred_title_ = title;
    return title == preferred_title_;
  }

  void add_style(html::Element style) {
    if (!is_css_type(style) || in_noscript(style) || !title_counts(style) || !media_holds(style)) return;
    const ParserMode mode = document_.quirks_mode() ? ParserMode::quirks : ParserMode::standard;
    add(parse_sheet(style.text(), "", mode), style, 0, 0);
  }

  void add_link(html::Element link) {
    if (!is_sheet_link(link) || in_noscript(link)) return;
    const bool alternate = has_word(link.attribute_or("rel", ""), "alternate");
    if (alternate || !title_counts(link) || !media_holds(link)) return;
    std::shared_ptr<const Sheet> sheet = find_(link.attribute_or("href", ""), "");
    if (sheet == nullptr) return gathered_.gaps.add(Gap::sheet_missing);
    add(std::move(sheet), {}, 0, 0);
  }

  // `layer` is what the importing sheet puts the whole of it in. Recursion ends at kMaxImportDepth.
  void add(std::shared_ptr<const Sheet> sheet, html::Element owner, std::uint32_t layer, int depth) {
    if (budget_.uses == 0 || sheet->conditions.size() > budget_.conditions)
      return gathered_.gaps.add(Gap::budget);
    --budget_.uses;
    budget_.conditions -= sheet->conditions.size();
    if (sheet->has_container_queries) gathered_.gaps.add(Gap::container_queries);
    if (sheet->truncated) gathered_.gaps.add(Gap::sheet_truncated);
    if (is_importing(*sheet)) return;  // a loop of imports
    importing_.push_back(sheet.get());
    gathered_.colours.add(sheet->index->colours);
    for (const Import& import : sheet->imports) note_topics(sheet->conditions[import.condition].media);
    SheetUse use{.sheet = sheet, .owner = owner, .layer_ranks = {}, .holds = conditions(*sheet)};
    std::vector<std::uint32_t> layers = {layer};
    for (const Import& import : sheet->imports) {
      mention_layers(*sheet, import.layers_before, layers);
      if (import.layer != 0) mention_layers(*sheet, import.layer + 1U, layers);
      if (use.holds[import.condition]) add_import(*sheet, import, layers[import.layer], depth);
    }
    mention_layers(*sheet, sheet->layers.size(), layers);
    importing_.pop_back();
    finish(use, layers);
    gathered_.uses.push_back(std::move(use));
  }

  bool is_importing(const Sheet& sheet) const {
    return std::ranges::any_of(importing_, [&](const Sheet* open) {
      return open == &sheet || (!sheet.url.empty() && open->url == sheet.url);
    });
  }

  void add_import(const Sheet& sheet, const Import& import, std::uint32_t layer, int depth) {
    if (depth >= kMaxImportDepth) return gathered_.gaps.add(Gap::sheet_truncated);
    std::shared_ptr<const Sheet> imported = find_(import.url, sheet.url);
    if (imported == nullptr) return gathered_.gaps.add(Gap::sheet_missing);
    add(std::move(imported), {}, layer, depth + 1);
  }

  // The sheet's first `count` layers get their numbers on this page.
  void mention_layers(const Sheet& sheet, std::size_t count, std::vector<std::uint32_t>& layers) {
    for (std::size_t i = layers.size(); i < std::min(count, sheet.layers.size()); ++i)
      layers.push_back(order_.mention(layers[sheet.layers[i].parent], sheet.layers[i].name));
  }

  std::vector<bool> conditions(const Sheet& sheet) const {
    std::vector<bool> holds;
    holds.reserve(sheet.conditions.size());
    for (const Condition& condition : sheet.conditions) {
      const bool outer = holds.empty() || holds[condition.parent];
      holds.push_back(outer && condition.kind == Condition::Kind::media &&
                      condition.media.matches(environment_));
    }
    return holds;
  }

  // Ranks are known when all layers are: until then the numbers stand in their place.
  void finish(SheetUse& use, const std::vector<std::uint32_t>& layers) {
    if (use.holds.empty()) use.holds = conditions(*use.sheet);
    use.layer_ranks.assign(layers.begin(), layers.end());
    use.layer_ranks.resize(use.sheet->layers.size());
  }

  void rank() {
    const std::vector<std::uint16_t> ranks = order_.ranks();
    for (SheetUse& use : gathered_.uses) {
      for (std::uint16_t& rank : use.layer_ranks) rank = ranks[rank];
    }
  }

  const html::Document& document_;
  const html::Element shadow_root_;
  const SheetFinder& find_;
  const Environment& environment_;
  SheetBudget& budget_;
  LayerOrder order_;
  std::string_view preferred_title_;
  std::vector<const Sheet*> importing_;  // from the page's own sheet to the one at hand
  Gathered gathered_;
};

}  // namespace

bool is_sheet_link(html::Element link) {
  return has_word(link.attribute_or("rel", ""), "stylesheet") &&
         !trim(link.attribute_or("href", "")).empty() && !link.has("disabled") && is_css_type(link);
}

Gathered gather_sheets(const html::Document& document, html::Element shadow_root, const SheetFinder& find,
                       const Environment& environment, SheetBudget& budget) {
  return Gatherer(document, shadow_root, find, environment, budget).run();
}

}  // namespace veedor::css
