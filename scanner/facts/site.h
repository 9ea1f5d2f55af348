// What is kept of a site when its pages are gone: summaries, hosts, components. What a site rule reads.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "scanner/base/time.h"
#include "scanner/facts/component.h"
#include "scanner/facts/content_kinds.h"
#include "scanner/facts/host.h"
#include "scanner/facts/navigation.h"
#include "scanner/facts/page.h"

namespace veedor::facts {

// The shape of a page: hashes of the distinct tag paths of its DOM, sorted. Pages of one template have nearly
// the same.
using Skeleton = std::vector<std::uint32_t>;

// A redirect on the way to a page.
struct Redirect {
  std::string url;  // that answered with it
  int status = 0;
};

// A style sheet that could not be used, and why: the name of an outcome, or "broken_link" (404 and 410),
// "not_css", "mixed_content", "other_host", "over_limit".
struct MissingSheet {
  std::string url;
  std::string reason;
  int pages = 1;  // that link it, directly or by imports
};

struct PageSummary {
  std::string url;  // as asked for, display form
  std::string final_url;
  std::vector<Redirect> redirects;  // in the order followed
  int status = 0;
  Outcome outcome = Outcome::interrupted;
  std::string media_type;
  std::string title;
  std::string language;  // <html lang>
  std::string encoding;
  std::string canonical;  // <link rel=canonical>, resolved; "" if none
  std::string robots;     // <meta name=robots> and X-Robots-Tag, joined with ", "
  css::Gaps gaps;         // why its styles were less than a browser's
  int depth = 0;
  std::uint64_t content_hash = 0;  // of the body
  Skeleton skeleton;
  std::string template_id;            // set when all pages are known; "" where the page was not read
  std::vector<std::string> scripts;   // resolved URLs of <script src>, in order, each once
  std::vector<Component> components;  // seen in this page's URL references, markup and headers
  ContentKinds kinds;
  std::shared_ptr<const Navigation> navigation;  // shared by the pages that have the same; null where unknown
  std::vector<PlaceLink> place_links;
  Places places;
};

struct SiteSummary {
  std::string origin;                        // of the seed after its redirects
  std::vector<PageSummary> pages;            // sorted by URL
  std::vector<Host> hosts;                   // sorted by name
  std::vector<Component> components;         // all that was recognised, sorted, each once
  std::vector<MissingSheet> missing_sheets;  // sorted by URL and reason
  Time now{};
};

// "style_sheet_missing", "style_sheet_truncated", "style_budget"; part of scan.json.
std::string_view name(css::Gap gap);
inline constexpr std::array kAllGaps = {css::Gap::sheet_missing, css::Gap::sheet_truncated,
                                        css::Gap::container_queries, css::Gap::budget};

// The skeleton of a document: element paths to a bounded depth with classes, content-level repetition left
// out.
Skeleton skeleton(const html::Document& document);
// Gives every read page its template_id, deterministic for any order of pages: similar skeletons share one.
void assign_templates(std::vector<PageSummary>& pages);

// The summary of an answer that is no page to judge, for the reason `outcome`.
PageSummary summarise(const Response& response, Outcome outcome);
// The summary of a page that was read (url … places; not depth and template).
PageSummary summarise(const Page& page);

}  // namespace veedor::facts
