// What is kept of a page that another page refers to.
#include <algorithm>
#include <string_view>
#include <utility>

#include "scanner/a11y/element_kind.h"
#include "scanner/a11y/tree.h"
#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/css/cascade/styles.h"
#include "scanner/facts/resource.h"
#include "scanner/facts/text_blocks.h"

namespace veedor::facts {
namespace {

constexpr std::size_t kMaxTitle = 200;
constexpr std::size_t kMaxId = 100;
constexpr std::size_t kMaxScript = 64U << 10;  // bytes of one that are looked at
constexpr int kDigits = 3;

template <class Hashes>
void sort_once(Hashes& hashes) {
  std::ranges::sort(hashes);
  hashes.erase(std::ranges::unique(hashes).begin(), hashes.end());
}

html::Element main_of(const html::Document& document) {
  if (const html::Element main = document.first("main")) return main;
  for (html::Element element : document.with_attribute("role")) {
    if (ascii_iequals(trim(element.attribute_or("role", "")), "main")) return element;
  }
  return {};
}

bool is_word_byte(char c) { return is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

void add_words(std::string_view text, LinkedPage& page) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_byte(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    int digits = 0;
    for (; at < text.size() && is_word_byte(text[at]); ++at) digits += is_ascii_digit(text[at]) ? 1 : 0;
    const auto hash = static_cast<std::uint32_t>(fnv1a(text.substr(begin, at - begin)));
    page.words.push_back(hash);
    if (digits >= kDigits) page.numbers.push_back(hash);
  }
}

std::uint64_t hash_of(const std::vector<TextBlock>& blocks) {
  std::uint64_t hash = kFnvOffset;
  for (const TextBlock& block : blocks) hash = fnv1a(" ", fnv1a(block.text, hash));
  return hash;
}

// HTML Standard §4.2.5.3, "shared declarative refresh steps"; only what happens without waiting.
std::string moved_to(const html::Document& document, const url::Url& url) {
  for (html::Element meta : document.all("meta")) {
    if (!ascii_iequals(trim(meta.attribute_or("http-equiv", "")), "refresh")) continue;
    std::string_view content = trim(meta.attribute_or("content", "").substr(0, 4096));
    if (!content.starts_with('0')) continue;
    content.remove_prefix(1);
    content = trim(content);
    if (content.empty() || (content[0] != ';' && content[0] != ',')) continue;
    content = trim(content.substr(1));
    if (content.size() >= 3 && ascii_iequals(content.substr(0, 3), "url")) {
      const std::string_view rest = trim(content.substr(3));
      if (rest.starts_with('=')) content = trim(rest.substr(1));
    }
    if (!content.empty() && (content[0] == '\'' || content[0] == '"')) {
      const char quote = content[0];
      content.remove_prefix(1);
      content = content.substr(0, content.find(quote));
    }
    const std::string base = document.base_href();
    const Result<url::Url> against = base.empty() ? url : url::Url::parse(base, url);
    if (!against) continue;
    const Result<url::Url> target = url::Url::parse(content, *against);
    if (target) return target->without_fragment().href();
  }
  return "";
}

void look_at_scripts(const html::Document& document, LinkedPage& page) {
  for (html::Element script : document.all("script")) {
    const std::string type = ascii_lower(trim(script.attribute_or("type", "")));
    if (type.find("json") != std::string::npos) continue;  // data
    page.has_script = true;
    if (script.has("src") || page.reads_query) continue;
    const html::Node code = script.first_child_node();
    const std::string_view text = code ? code.text().substr(0, kMaxScript) : std::string_view();
    page.reads_query = text.find("location.search") != std::string_view::npos ||
                       text.find("URLSearchParams") != std::string_view::npos ||
                       text.find("searchParams") != std::string_view::npos;
  }
}

void note_hidden_parts(const html::Document& document, LinkedPage& page) {
  for (std::string_view attribute : {"hidden", "style"}) {
    for (html::Element element : document.with_attribute(attribute)) {
      const std::string_view id = trim(element.attribute_or("id", ""));
      if (id.empty() || id.size() > kMaxId || page.hidden.size() >= kMaxHiddenParts) continue;
      const std::string style = ascii_lower(element.attribute_or("style", "").substr(0, 200));
      const bool hidden = element.has("hidden") || style.find("display:none") != std::string::npos ||
                          style.find("display: none") != std::string::npos;
      if (hidden) page.hidden.emplace_back(id);
    }
  }
  sort_once(page.hidden);
}

bool has_tabbable(const html::Document& document, TabbableBy by) {
  const bool by_markup = std::ranges::any_of(document.elements(), [](html::Element element) {
    return a11y::takes_focus(element) && a11y::tabindex(element).value_or(0) >= 0;
  });
  if (!by_markup || by == TabbableBy::markup) return by_markup;
  const css::Styles styles(document, [](std::string_view, std::string_view) { return nullptr; });
  const a11y::Tree tree(styles);
  return std::ranges::any_of(document.elements(),
                             [&](html::Element element) { return tree.is_tabbable(element); });
}

}  // namespace

LinkedPage linked_page(const html::Document& document, const url::Url& url, TabbableBy tabbable) {
  LinkedPage page;
  page.title = shorten(document.title(), kMaxTitle);
  page.moved_to = moved_to(document, url);
  const std::vector<TextBlock> all = text_blocks(document.root());
  const html::Element main = main_of(document);
  const std::vector<TextBlock> content = main ? text_blocks(main) : all;
  page.text_hash = all.empty() ? 0 : hash_of(all);
  page.main_hash = main && !content.empty() ? hash_of(content) : 0;
  if (const html::Element heading = document.first("h1")) {
    const std::vector<TextBlock> title = text_blocks(heading);
    page.heading_hash = title.empty() ? 0 : hash_of(title);
  }
  for (const TextBlock& block : all) page.blocks.push_back(block.hash);
  for (const TextBlock& block : content) add_words(block.text, page);
  sort_once(page.blocks);
  sort_once(page.words);
  sort_once(page.numbers);
  page.complete =
      all.size() < kMaxTextBlocks && page.words.size() <= kMaxWords && page.blocks.size() <= kMaxBlocksKept;
  if (page.words.size() > kMaxWords) page.words.resize(kMaxWords);
  if (page.numbers.size() > kMaxWords) page.numbers.resize(kMaxWords);
  if (page.blocks.size() > kMaxBlocksKept) page.blocks.resize(kMaxBlocksKept);
  look_at_scripts(document, page);
  note_hidden_parts(document, page);
  for (std::string_view tag : {"iframe", "frame", "object", "embed", "img", "video", "audio", "canvas"})
    page.has_embedded = page.has_embedded || !document.all(tag).empty();
  page.has_tabbable = has_tabbable(document, tabbable);
  return page;
}

}  // namespace veedor::facts
