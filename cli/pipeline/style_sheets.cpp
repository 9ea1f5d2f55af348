#include "cli/pipeline/style_sheets.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/css/cascade/gather.h"

namespace veedor::cli {
namespace {

constexpr std::string_view kOtherHost = "other_host";
constexpr std::string_view kOverLimit = "over_limit";
constexpr std::string_view kMixedContent = "mixed_content";
constexpr std::string_view kNotCss = "not_css";
constexpr std::string_view kBrokenLink = "broken_link";

// Reasons for which a browser goes without the sheet as well: nothing is missing from the styles then.
bool is_same_to_browsers(std::string_view reason) {
  return reason == kBrokenLink || reason == kNotCss || reason == kMixedContent;
}

bool upgrades_insecure_requests(const facts::Page& page) {
  constexpr std::string_view kDirective = "upgrade-insecure-requests";
  const auto header = page.response().headers.joined("content-security-policy");
  if (header && ascii_icontains(*header, kDirective)) return true;
  const auto metas = page.document().all("meta");
  return std::ranges::any_of(metas, [&](html::Element meta) {
    return ascii_iequals(meta.attribute_or("http-equiv", ""), "content-security-policy") &&
           ascii_icontains(meta.attribute_or("content", ""), kDirective);
  });
}

// Mixed Content §4.4: a style sheet over plain HTTP is not loaded into a page over HTTPS.
bool is_mixed_content(const facts::Page& page, const url::Url& url) {
  return page.https() && !url.https() && !upgrades_insecure_requests(page);
}

// HTML Standard §4.6.7.19: the type must be CSS, but a page in quirks mode takes anything of its own origin.
// Browsers take what has no type at all. With nosniff nothing else will do (Fetch Standard §3.6).
bool is_css(const facts::Response& answer, const facts::Page& page) {
  const std::string type = answer.media_type();
  if (type == "text/css") return true;
  if (const auto options = answer.headers.find("x-content-type-options");
      options && ascii_iequals(trim(*options), "nosniff"))
    return false;
  const bool same_origin = answer.final_url.origin() == page.url().origin();
  return type.empty() || (page.document().quirks_mode() && same_origin);
}

}  // namespace

StyleSheets::StyleSheets(const Wiring& wiring) : wiring_(wiring), cache_(wiring.limits) {
  wiring.fetcher.answer_to(Side::sheets, [this](std::size_t number, facts::Response answer) {
    cache_.store(*wanted_[number], std::move(answer));
  });
}

void StyleSheets::settle(std::size_t page) {
  undecided_.erase(page);
  advance();
}

void StyleSheets::wait(Examined page) {
  const std::size_t number = page.number;
  waiting_.emplace(number, std::move(page));
  advance();
}

void StyleSheets::take(Examined sheet) {
  --reading_;
  const auto& [cached, reading] = reads_[sheet.number];
  cache_.store(*cached, cached->readings[reading], std::move(sheet.sheet), std::move(sheet.linked));
  advance();
}

// Decides every page that can be decided now.
void StyleSheets::advance() {
  for (auto at = waiting_.begin(); at != waiting_.end();) {
    Walk walked = walk(at->second);
    if (!walked.complete) {
      ++at;
      continue;
    }
    undecided_.erase(at->first);
    judge(std::move(at->second), std::move(walked));
    at = waiting_.erase(at);
  }
  start_reading();
}

StyleSheets::Walk StyleSheets::walk(const Examined& page) {
  Walk walk{.page = *page.page,
            .reading = facts::reading_of(*page.page),
            .first = *undecided_.begin() == page.number,
            .may_hurry = may_hurry(page.number)};
  add(page.linked, 0, walk);
  for (std::size_t i = 0; i < walk.items.size(); ++i) {
    const Item item = walk.items[i];
    if (i < facts::kMaxSheetsOfPage && item.depth <= css::kMaxImportDepth) {
      visit(item, walk);
    } else {
      miss(item.url, kOverLimit, walk);
    }
  }
  return walk;
}

// One more than may be used, so that it is known that there were more.
void StyleSheets::add(const facts::LinkedSheets& linked, int depth, Walk& walk) {
  for (const auto& [key, sheet] : linked.own) walk.sheets.emplace(key, sheet);
  for (const url::Url& url : linked.wanted) {
    if (walk.items.size() > facts::kMaxSheetsOfPage) return;
    if (walk.seen.insert(url.href()).second) walk.items.push_back({url, depth});
  }
}

void StyleSheets::miss(const url::Url& url, std::string_view reason, Walk& walk) {
  walk.missing.push_back({.url = url.display(), .reason = std::string(reason)});
  walk.sheets[url.href()] = is_same_to_browsers(reason) ? facts::empty_sheet() : nullptr;
  if (reason == kOverLimit) walk.truncated = true;
}

void StyleSheets::visit(const Item& item, Walk& walk) {
  if (is_mixed_content(walk.page, item.url)) return miss(item.url, kMixedContent, walk);
  if (!in_reach(item.url)) return miss(item.url, kOtherHost, walk);
  CachedSheet* sheet = counted(item.url, walk);
  if (sheet == nullptr) return;
  if (!sheet->missing.empty()) return miss(item.url, sheet->missing, walk);
  if (!sheet->answer) {
    walk.complete = false;
    return;
  }
  if (!is_css(*sheet->answer, walk.page)) return miss(item.url, kNotCss, walk);

  using State = ReadSheet::State;
  ReadSheet& reading = sheet->readings[walk.reading];
  const bool in_turn = walk.first && walk.complete;
  if (reading.state == State::wanted && cache_.full()) reading.state = State::refused;
  if (reading.state == State::wanted && (in_turn || cache_.held() < wiring_.limits.bytes))
    read(*sheet, walk.reading);
  if (reading.state == State::read && in_turn) cache_.admit(*sheet, reading);
  if (reading.state == State::refused) return miss(item.url, kOverLimit, walk);
  // Imports come in after everything before them is known: else their order would depend on what came first.
  walk.complete = walk.complete && reading.state == State::admitted;
  if (!walk.complete) return;
  walk.sheets[item.url.href()] = reading.sheet;
  add(reading.linked, item.depth + 1, walk);
}

// The sheet, once it is among those that the scan asks for; null where that is not decided, or never will be.
CachedSheet* StyleSheets::counted(const url::Url& url, Walk& walk) {
  CachedSheet* sheet = cache_.find(url.href());
  if (sheet == nullptr || !sheet->counted) {
    if (cache_.enough()) {
      miss(url, kOverLimit, walk);
      return nullptr;
    }
    if (!walk.first) {
      walk.complete = false;
      if (walk.may_hurry) want(sheet == nullptr ? cache_.add(url) : *sheet);
      return nullptr;
    }
    if (sheet == nullptr) sheet = &cache_.add(url);
    cache_.count(*sheet);
  }
  if (walk.first && (walk.complete || cache_.held() < wiring_.limits.bytes)) want(*sheet);
  return sheet;
}

void StyleSheets::want(CachedSheet& sheet) {
  if (std::exchange(sheet.requested, true)) return;
  wanted_.push_back(&sheet);
  // One byte more than is parsed, so that the parser sees that there was more.
  wiring_.fetcher.want(
      Side::sheets, {.id = wanted_.size() - 1, .url = sheet.url, .max_body = wiring_.limits.sheet.bytes + 1});
}

// Before its turn a page may ask for what it would be granted then in any case: however many sheets the pages
// before it turn out to use, there is room for its own.
bool StyleSheets::may_hurry(std::size_t page) const {
  const auto before = std::distance(undecided_.begin(), undecided_.lower_bound(page));
  const std::size_t most = (static_cast<std::size_t>(before) + 1) * facts::kMaxSheetsOfPage;
  return cache_.has_room(most) && cache_.held() < wiring_.limits.bytes / 2;
}

bool StyleSheets::in_reach(const url::Url& url) const {
  return wiring_.scope.has_host(url) || wiring_.style_hosts.has_host(url);
}

void StyleSheets::read(CachedSheet& sheet, const facts::SheetReading& reading) {
  sheet.readings[reading].state = ReadSheet::State::under_way;
  to_read_.push_back(reads_.size());
  reads_.emplace_back(&sheet, reading);
}

void StyleSheets::start_reading() {
  for (; !to_read_.empty() && reading_ < kReading; to_read_.pop_front()) {
    const auto& [sheet, reading] = reads_[to_read_.front()];
    Job job{.kind = JobKind::sheet, .number = to_read_.front(), .answer = sheet->answer, .reading = reading};
    [[maybe_unused]] const bool taken = wiring_.workers.submit(job);
    assert(taken);
    ++reading_;
  }
}

void StyleSheets::judge(Examined page, Walk walk) {
  truncated_ = truncated_ || walk.truncated;
  page.missing_sheets = std::move(walk.missing);
  Job job{.kind = JobKind::judgement, .number = page.number, .sheets = std::move(walk.sheets)};
  job.parsed = std::make_unique<Examined>(std::move(page));
  [[maybe_unused]] const bool taken = wiring_.workers.submit(job);
  assert(taken);
}

}  // namespace veedor::cli
