// What a worker does with one answer. A page is examined in two steps: decoded, parsed, summarised and
// recognised; then, when its style sheets are there, judged and freed. Pure: no I/O, no clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <vector>

#include "rules/engine.h"
#include "scanner/crawl/links.h"
#include "scanner/facts/linked_resources.h"
#include "scanner/facts/page.h"
#include "scanner/facts/resource.h"
#include "scanner/facts/sheets.h"
#include "scanner/facts/site.h"
#include "scanner/html/document.h"

namespace veedor::cli {

enum class JobKind : std::uint8_t { page, judgement, script, sheet, resource };

struct Examined {
  JobKind kind = JobKind::page;
  std::size_t number = 0;
  std::optional<facts::Page> page;            // parsed, not yet judged: it waits for `linked` and `wanted`
  facts::LinkedSheets linked;                 // of a page that waits, or of a sheet
  std::vector<facts::WantedResource> wanted;  // of a page that waits
  facts::PageSummary summary;                 // of a page
  rules::Judgement judgement;                 // of a page that was read
  std::optional<std::int64_t> hsts;           // seconds, of a page that came over HTTPS; 0 where it has none
  bool links_cut = false;                     // there were more than are read
  std::vector<crawl::Link> links;             // of a page that was read
  std::vector<facts::MissingSheet> missing_sheets;  // of a page that was read
  std::vector<facts::Component> components;         // of a script
  std::shared_ptr<const css::Sheet> sheet;          // of a style sheet; shared by the pages that link it
  // Of what a page refers to, or of a page that others may refer to; shared by those.
  std::shared_ptr<const facts::Resource> resource;
  std::exception_ptr failure;  // a fault of ours; collect() throws it again on the caller's thread
};

struct Job {
  JobKind kind = JobKind::page;
  std::size_t number = 0;  // in the order handed out: results are put in order by it
  int depth = 0;
  bool describe = false;                          // the page may be of use to others that refer to it
  facts::Response response;                       // a page, a script
  std::shared_ptr<const facts::Response> answer;  // a sheet, which may be read in several ways; a resource
  facts::SheetReading reading;
  std::unique_ptr<Examined> parsed;  // a page to be judged
  facts::Sheets sheets;              // its style sheets
};

// What bounds a single page, sheet or resource.
struct Budgets {
  html::Budget page;
  css::SheetLimits sheet;
};

Examined examine(Job job, const Budgets& budgets);

}  // namespace veedor::cli
