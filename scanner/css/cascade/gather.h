// The style sheets of a page in the order of the cascade: the user agent's, then <style> and <link
// rel=stylesheet> in document order, each after what it imports.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "scanner/css/cascade/gap.h"
#include "scanner/css/cascade/rule_index.h"
#include "scanner/css/environment.h"
#include "scanner/css/sheet.h"
#include "scanner/html/document.h"

namespace veedor::css {

// One sheet as one page uses it in one environment.
struct SheetUse {
  std::shared_ptr<const Sheet> sheet;
  html::Element owner;  // the <style> that holds it; null for others
  bool user_agent = false;
  std::vector<std::uint16_t> layer_ranks;  // by the sheet's layers; higher is stronger
  std::vector<bool> holds;                 // by the sheet's conditions
};

struct Gathered {
  std::vector<SheetUse> uses;
  Gaps gaps;
  ColourTopics colours;  // sheets that are not in use in this environment count, too
};

// What the sheets of one page, shadow trees and imports included, may come to.
struct SheetBudget {
  std::size_t uses = 200;            // sheets, each as often as it is used
  std::size_t conditions = 500'000;  // @media and the like that are asked
};
inline constexpr int kMaxImportDepth = 8;

// Finds a linked sheet that has been read; null where it could not be. `reference` is as written in <link
// href> or @import, `base` the URL of the sheet that imports it, "" for the page's own.
using SheetFinder =
    std::function<std::shared_ptr<const Sheet>(std::string_view reference, std::string_view base)>;

// `shadow_root`: of this shadow tree; null: of the document.
Gathered gather_sheets(const html::Document& document, html::Element shadow_root, const SheetFinder& find,
                       const Environment& environment, SheetBudget& budget);

// Does this element bring a style sheet of CSS in, as far as its markup says? HTML Standard §4.2.4, §4.2.6,
// §4.6.7.19.
bool is_sheet_link(html::Element link);

}  // namespace veedor::css
