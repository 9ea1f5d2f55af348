// What a worker does with one answer: decode, parse, summarise, recognise, judge; then the page is freed.
// Pure: no I/O, no clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <vector>

#include "rules/engine.h"
#include "scanner/crawl/links.h"
#include "scanner/facts/site.h"
#include "scanner/html/document.h"

namespace veedor::cli {

enum class JobKind : std::uint8_t { page, script };

struct Job {
  JobKind kind = JobKind::page;
  std::size_t number = 0;  // in the order handed out: results are put in order by it
  int depth = 0;
  facts::Response response;
};

struct Examined {
  JobKind kind = JobKind::page;
  std::size_t number = 0;
  facts::PageSummary summary;                // of a page
  rules::Judgement judgement;                // of a page that was read
  bool links_cut = false;                    // there were more than are read
  std::vector<crawl::Link> links;            // of a page that was read
  std::vector<facts::Component> components;  // of a script
  std::exception_ptr failure;  // a fault of ours; collect() throws it again on the caller's thread
};

Examined examine(Job job, const html::Budget& budget);

}  // namespace veedor::cli
