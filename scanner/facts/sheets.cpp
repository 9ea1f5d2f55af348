#include "scanner/facts/sheets.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/css/cascade/gather.h"
#include "scanner/facts/data_url.h"
#include "scanner/facts/page.h"
#include "scanner/html/encoding.h"

namespace veedor::facts {
namespace {

constexpr int kMaxOwners = 10'000;               // <link> and <style> that are looked at on one page
constexpr std::string_view kDataBase = "data:";  // the URL of a sheet in a data: URL: nothing resolves to it

bool has_word(std::string_view list, std::string_view wanted) {
  const auto words = split_whitespace(list);
  return std::ranges::any_of(words, [&](std::string_view word) { return ascii_iequals(word, wanted); });
}

bool is_css(html::Element owner) {
  std::string_view type = trim(owner.attribute_or("type", ""));
  type = trim(type.substr(0, type.find(';')));
  return type.empty() || ascii_iequals(type, "text/css");
}

// What a browser would apply without being asked.
bool is_wanted(html::Element link) {
  return css::is_sheet_link(link) && !has_word(link.attribute_or("rel", ""), "alternate") &&
         !link.ancestor("noscript");
}

// A sheet without this has no import, and need not be parsed to know it. The word may be written with
// escapes.
bool may_import(std::string_view text) {
  return text.find('@') != std::string_view::npos &&
         (ascii_icontains(text, "@import") || text.find('\\') != std::string_view::npos);
}

// CSS Syntax 3 §3.2: @charset counts in exactly this spelling, within the first 1,024 bytes. "" for none.
// Bytes in which it can be read are not UTF-16, whatever it says.
std::string declared_charset(std::string_view bytes) {
  constexpr std::string_view kStart = "@charset \"";
  if (!bytes.starts_with(kStart)) return "";
  bytes = bytes.substr(kStart.size(), 1024 - kStart.size());
  const std::size_t end = bytes.find('"');
  if (end == std::string_view::npos || bytes.substr(end, 2) != "\";") return "";
  const std::string_view encoding = html::encoding_for_label(bytes.substr(0, end));
  return encoding.starts_with("utf-16") ? "utf-8" : std::string(encoding);
}

class Gatherer {
 public:
  Gatherer(SheetReading reading, const css::SheetLimits& limits)
      : reading_(std::move(reading)), limits_(limits) {}

  void add(std::string_view reference, const url::Url& base, int depth) {
    std::string key = sheet_key(reference, base);
    if (key.empty() || linked_.wanted.size() > kMaxSheetsOfPage || !seen_.insert(key).second) return;
    if (is_data_url(key)) return add_data(std::move(key), depth);
    if (Result<url::Url> url = url::Url::parse(key)) linked_.wanted.push_back(*std::move(url));
  }

  void add_imports(const css::Sheet& sheet, const url::Url& base, int depth) {
    if (depth > css::kMaxImportDepth) return;
    for (const css::Import& import : sheet.imports) add(import.url, base, depth);
  }

  void add_style(html::Element style, const url::Url& base) {
    std::string text = style.text();
    if (may_import(text))
      add_imports(*css::parse_sheet(std::move(text), "", reading_.mode, limits_), base, 1);
  }

  LinkedSheets linked() && { return std::move(linked_); }

 private:
  // Recursion ends at css::kMaxImportDepth.
  void add_data(std::string key, int depth) {
    if (linked_.own.size() >= kMaxSheetsOfPage) return;
    const std::optional<DataUrl> data = parse_data_url(key);
    // Its origin is opaque, so not even a page in quirks mode may take another type for CSS.
    if (!data || data->essence() != "text/css") {
      linked_.own.emplace(std::move(key), empty_sheet());
      return;
    }
    auto sheet = css::parse_sheet(sheet_text(data->bytes, data->type, reading_.encoding),
                                  std::string(kDataBase), reading_.mode, limits_);
    linked_.own.emplace(std::move(key), sheet);
    if (const Result<url::Url> base = url::Url::parse(kDataBase)) add_imports(*sheet, *base, depth + 1);
  }

  SheetReading reading_;
  css::SheetLimits limits_;
  LinkedSheets linked_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::string sheet_key(std::string_view reference, const url::Url& base) {
  reference = trim(reference);
  if (is_data_url(reference)) return std::string(reference);
  if (reference.empty()) return "";
  const Result<url::Url> url = url::Url::parse(reference, base);
  return url && url->http_or_https() ? url->without_fragment().href() : "";
}

std::shared_ptr<const css::Sheet> empty_sheet() {
  static const std::shared_ptr<const css::Sheet> kEmpty = css::parse_sheet("", std::string(kDataBase));
  return kEmpty;
}

std::shared_ptr<const css::Sheet> find_sheet(const Sheets& sheets, std::string_view reference,
                                             std::string_view base, const url::Url& page_base) {
  const Result<url::Url> other_base = base.empty() ? page_base : url::Url::parse(base);
  const std::string key = other_base ? sheet_key(reference, *other_base) : "";
  if (key.empty()) return empty_sheet();
  const auto found = sheets.find(key);
  return found == sheets.end() ? nullptr : found->second;
}

SheetReading reading_of(const Page& page) {
  return {.mode = page.document().quirks_mode() ? css::ParserMode::quirks : css::ParserMode::standard,
          .encoding = page.encoding()};
}

LinkedSheets linked_sheets(const Page& page, const css::SheetLimits& limits) {
  Gatherer gatherer(reading_of(page), limits);
  int owners = 0;
  for (const auto elements : {page.document().elements(), page.document().shadow_elements()}) {
    for (html::Element element : elements) {
      const bool is_link = element.is("link") && element.in_html_namespace();
      if (!is_link && !element.is("style")) continue;
      if (++owners > kMaxOwners) break;
      if (is_link && is_wanted(element)) gatherer.add(element.attribute_or("href", ""), page.base(), 0);
      if (!is_link && is_css(element) && !element.ancestor("noscript"))
        gatherer.add_style(element, page.base());
    }
  }
  return std::move(gatherer).linked();
}

LinkedSheets linked_sheets(const css::Sheet& sheet, const SheetReading& reading,
                           const css::SheetLimits& limits) {
  const Result<url::Url> base = url::Url::parse(sheet.url);
  if (!base) return {};
  Gatherer gatherer(reading, limits);
  gatherer.add_imports(sheet, *base, 1);
  return std::move(gatherer).linked();
}

std::string sheet_text(std::string_view bytes, std::string_view content_type, std::string_view encoding) {
  // What the header declares is what it makes of no bytes at all.
  const html::Decoded declared = html::decode({}, content_type);
  std::string label = declared.source == html::EncodingSource::header ? declared.encoding : "";
  if (label.empty()) label = declared_charset(bytes);
  if (label.empty()) label = encoding.empty() ? "utf-8" : encoding;
  return html::decode(bytes, "text/css;charset=" + label).text;  // a byte order mark comes before all
}

}  // namespace veedor::facts
