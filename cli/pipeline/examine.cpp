#include "cli/pipeline/examine.h"

#include <utility>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/components/recognise.h"
#include "scanner/facts/page.h"
#include "scanner/html/encoding.h"

namespace veedor::cli {
namespace {

bool is_html(std::string_view media_type) {
  return media_type == "text/html" || media_type == "application/xhtml+xml";
}

// MIME Sniffing §7.1 would look at the bytes when there is no type; a byte of NUL says that this is no text.
bool looks_like_html(const facts::Response& response) {
  const std::string type = response.media_type();
  if (!type.empty()) return is_html(type);
  const std::string_view start = std::string_view(response.body).substr(0, 1024);
  return start.find('\0') == std::string_view::npos && start.find('<') != std::string_view::npos;
}

// What can be said of a page before it is parsed; `read` when it is worth parsing.
facts::Outcome outcome_of(const facts::Response& response) {
  using facts::Outcome;
  if (response.outcome != Outcome::read) return response.outcome;
  if (response.status >= 400) return Outcome::http_error;
  if (!looks_like_html(response)) return Outcome::not_html;
  if (trim(response.body).empty()) return Outcome::empty;
  return Outcome::read;
}

}  // namespace

Examined examine(Job job, const html::Budget& budget) {
  Examined examined{.kind = job.kind, .number = job.number};
  facts::Response& response = job.response;
  if (job.kind == JobKind::script) {
    if (response.success()) examined.components = components::in_script(response.final_url, response.body);
    return examined;
  }
  const facts::Outcome outcome = outcome_of(response);
  examined.summary = facts::summarise(response, outcome);
  examined.summary.depth = job.depth;
  if (outcome != facts::Outcome::read) return examined;

  html::Decoded decoded = html::decode(response.body, response.content_type());
  const std::uint64_t content_hash = fnv1a(response.body);
  response.body = {};
  Result<html::Document> document = html::Document::parse(std::move(decoded.text), budget);
  if (!document) {
    examined.summary.outcome = facts::Outcome::over_budget;
    return examined;
  }
  const facts::Page page(std::move(response), *std::move(document), std::move(decoded.encoding));
  examined.summary = facts::summarise(page);
  examined.summary.outcome = facts::Outcome::read;
  examined.summary.depth = job.depth;
  examined.summary.content_hash = content_hash;
  examined.summary.components = components::in_page(page);
  examined.links = crawl::links(page);
  examined.links_cut = examined.links.size() >= crawl::kMaxLinks;
  examined.judgement = rules::judge(page);
  return examined;
}

}  // namespace veedor::cli
