// The style sheets that pages and other sheets link: under which key each is known, which ones are wanted,
// and how the bytes of one become a sheet.
#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/css/sheet.h"
#include "scanner/url/url.h"

namespace veedor::facts {

class Page;

inline constexpr std::size_t kMaxSheetsOfPage = 64;  // imports included

// What could be read, by sheet_key(); null where nothing could. Sheets are shared by all pages that link
// them, on any thread: nobody changes one.
using Sheets = std::map<std::string, std::shared_ptr<const css::Sheet>, std::less<>>;

// The resolved URL without its fragment; a data: URL as it is written. "" for what leads nowhere: no URL, or
// one of another scheme than http, https and data.
std::string sheet_key(std::string_view reference, const url::Url& base);
// As css::SheetFinder asks for it; `page_base` stands for an empty `base`. What leads nowhere is an empty
// sheet, as it is to a browser, and null is what could not be read.
std::shared_ptr<const css::Sheet> find_sheet(const Sheets& sheets, std::string_view reference,
                                             std::string_view base, const url::Url& page_base);
// The sheet that a browser would have where it ignores what came: nothing in it.
std::shared_ptr<const css::Sheet> empty_sheet();

// How a page reads its sheets.
struct SheetReading {
  css::ParserMode mode = css::ParserMode::standard;
  std::string encoding;  // the page's, for sheets that declare none
  auto operator<=>(const SheetReading&) const = default;
};
SheetReading reading_of(const Page& page);

// What one page, or one sheet, links.
struct LinkedSheets {
  std::vector<url::Url> wanted;  // http and https, without fragment, in order, each once; at most 64 + 1
  Sheets own;                    // the data: URLs, read here, and those that they import
};
// <link rel=stylesheet> and the imports of <style>. Alternative and disabled sheets are not wanted, nor is
// what stands in <noscript>: a browser runs scripts.
LinkedSheets linked_sheets(const Page& page, const css::SheetLimits& limits);
// The imports of a sheet.
LinkedSheets linked_sheets(const css::Sheet& sheet, const SheetReading& reading,
                           const css::SheetLimits& limits);

// Bytes to UTF-8 by CSS Syntax 3 §3.2: byte order mark, charset of Content-Type, @charset, the page's
// encoding, UTF-8.
std::string sheet_text(std::string_view bytes, std::string_view content_type, std::string_view encoding);

}  // namespace veedor::facts
