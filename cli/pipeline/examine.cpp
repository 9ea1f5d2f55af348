#include "cli/pipeline/examine.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "rules/support/hsts.h"
#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/components/recognise.h"
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

// Of the first field alone (RFC 6797 §8.1); browsers ignore it over plain HTTP.
std::optional<std::int64_t> hsts_of(const facts::Page& page) {
  if (!page.response().final_url.https()) return std::nullopt;
  const auto field = page.response().headers.find("strict-transport-security");
  const std::optional<rules::Hsts> hsts = field ? rules::parse_hsts(*field) : std::nullopt;
  constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
  return hsts ? static_cast<std::int64_t>(std::min(hsts->max_age, kMost)) : 0;
}

// The second step: everything that the page needs is there.
void judge(Examined& examined, facts::Page page) {
  examined.judgement = rules::judge(page);
  examined.hsts = hsts_of(page);
  examined.summary.gaps = page.gaps();
}

// The page as one that another page refers to.
std::shared_ptr<const facts::Resource> described(const facts::Page& page, std::uint64_t content_hash) {
  facts::Resource resource{.outcome = facts::Outcome::read,
                           .status = page.response().status,
                           .final_url = page.url().without_fragment().href(),
                           .media_type = page.response().media_type(),
                           .bytes_hash = content_hash,
                           .whole = true,
                           .page = facts::linked_page(page.document(), page.url(), facts::TabbableBy::markup),
                           .media = std::nullopt};
  return std::make_shared<const facts::Resource>(std::move(resource));
}

Examined examine_page(Job job, const Budgets& budgets) {
  Examined examined{.kind = JobKind::page, .number = job.number};
  facts::Response& response = job.response;
  const facts::Outcome outcome = outcome_of(response);
  examined.summary = facts::summarise(response, outcome);
  examined.summary.depth = job.depth;
  if (outcome != facts::Outcome::read) return examined;

  html::Decoded decoded = html::decode(response.body, response.content_type());
  const std::uint64_t content_hash = fnv1a(response.body);
  response.body = {};
  Result<html::Document> document = html::Document::parse(std::move(decoded.text), budgets.page);
  if (!document) {
    examined.summary.outcome = facts::Outcome::over_budget;
    return examined;
  }
  facts::Page page(std::move(response), *std::move(document), std::move(decoded.encoding));
  examined.summary = facts::summarise(page);
  examined.summary.outcome = facts::Outcome::read;
  examined.summary.depth = job.depth;
  examined.summary.content_hash = content_hash;
  examined.summary.components = components::in_page(page);
  examined.links = crawl::links(page);
  examined.links_cut = examined.links.size() >= crawl::kMaxLinks;
  examined.linked = facts::linked_sheets(page, budgets.sheet);
  examined.wanted = facts::linked_resources(page);
  if (job.describe) examined.resource = described(page, content_hash);
  if (examined.linked.wanted.empty() && examined.wanted.empty()) {
    judge(examined, facts::Page(std::move(page), std::exchange(examined.linked.own, {})));
  } else {
    examined.page = std::move(page);
  }
  return examined;
}

Examined judge_parsed(Job job) {
  Examined examined = std::move(*job.parsed);
  facts::Page page(*std::exchange(examined.page, std::nullopt), std::move(job.sheets));
  judge(examined, std::move(page));
  return examined;
}

Examined read_sheet(const Job& job, css::SheetLimits limits) {
  Examined examined{.kind = JobKind::sheet, .number = job.number};
  const facts::Response& answer = *job.answer;
  std::string text = facts::sheet_text(answer.body, answer.content_type(), job.reading.encoding);
  // Of a sheet whose end was not fetched the parser must not think that it has all of it.
  if (answer.outcome == facts::Outcome::too_large && !text.empty())
    limits.bytes = std::min(limits.bytes, text.size() - 1);
  examined.sheet = css::parse_sheet(std::move(text), answer.final_url.display(), job.reading.mode, limits);
  examined.linked = facts::linked_sheets(*examined.sheet, job.reading, limits);
  return examined;
}

Examined read_resource(const Job& job, html::Budget budget) {
  // A page behind a link is looked at once and not judged: it gets less than one of the scan.
  budget.memory = std::min(budget.memory, std::size_t{32} << 20U);
  Examined examined{.kind = JobKind::resource, .number = job.number};
  examined.resource = std::make_shared<const facts::Resource>(facts::resource_of(*job.answer, budget));
  return examined;
}

Examined examine_script(const Job& job) {
  Examined examined{.kind = JobKind::script, .number = job.number};
  const facts::Response& response = job.response;
  if (response.success()) examined.components = components::in_script(response.final_url, response.body);
  return examined;
}

}  // namespace

Examined examine(Job job, const Budgets& budgets) {
  switch (job.kind) {
    case JobKind::page:
      return examine_page(std::move(job), budgets);
    case JobKind::judgement:
      return judge_parsed(std::move(job));
    case JobKind::script:
      return examine_script(job);
    case JobKind::resource:
      return read_resource(job, budgets.page);
    case JobKind::sheet:
      break;
  }
  return read_sheet(job, budgets.sheet);
}

}  // namespace veedor::cli
