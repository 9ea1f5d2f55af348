#include "cli/pipeline/sheet_cache.h"

#include <utility>

namespace veedor::cli {
namespace {

template <class Items>
std::size_t bytes_of(const Items& items) {
  return items.size() * sizeof(items[0]);
}

constexpr std::size_t kIndexBytesOfRule = 64;  // in css::RuleIndex

// What a parsed sheet takes, roughly: a hostile one makes thirty times its length of tables.
std::size_t bytes_of_sheet(const css::Sheet& sheet) {
  return sheet.source.size() + sheet.pool.bytes() + bytes_of(sheet.rules) + bytes_of(sheet.blocks) +
         bytes_of(sheet.declarations) + bytes_of(sheet.conditions) + bytes_of(sheet.imports) +
         bytes_of(sheet.selectors.complexes) + bytes_of(sheet.selectors.compounds) +
         bytes_of(sheet.selectors.simples) + bytes_of(sheet.selectors.lists) +
         bytes_of(sheet.selectors.list_items) + bytes_of(sheet.line_starts) + bytes_of(sheet.layers) +
         bytes_of(sheet.layer_mentions) + bytes_of(sheet.registered) + sheet.rules.size() * kIndexBytesOfRule;
}

bool is_gone(int status) { return status == 404 || status == 410; }  // RFC 9110 §15.5.5, §15.5.11

// Why an answer is no style sheet, whatever its type; "" where it may be one.
std::string problem_of(const facts::Response& answer) {
  using facts::Outcome;
  if (answer.outcome == Outcome::http_error && is_gone(answer.status)) return "broken_link";
  const bool has_body = answer.outcome == Outcome::read || answer.outcome == Outcome::too_large;
  if (!has_body) return std::string(facts::name(answer.outcome));
  const bool success = answer.status >= 200 && answer.status < 300;
  return success ? "" : std::string(facts::name(Outcome::http_error));
}

}  // namespace

CachedSheet* SheetCache::find(std::string_view key) {
  const auto found = sheets_.find(key);
  return found == sheets_.end() ? nullptr : &found->second;
}

CachedSheet& SheetCache::add(const url::Url& url) {
  CachedSheet& sheet = sheets_[url.href()];
  sheet.url = url;
  return sheet;
}

bool SheetCache::count(CachedSheet& sheet) {
  if (sheet.counted) return true;
  if (enough()) return false;
  ++counted_;
  sheet.counted = true;
  return true;
}

void SheetCache::store(CachedSheet& sheet, facts::Response answer) {
  sheet.missing = problem_of(answer);
  if (!sheet.missing.empty() || full_) answer.body = {};
  held_ += answer.body.size();
  sheet.answer = std::make_shared<const facts::Response>(std::move(answer));
}

void SheetCache::store(CachedSheet& sheet, ReadSheet& reading, std::shared_ptr<const css::Sheet> parsed,
                       facts::LinkedSheets linked) {
  held_ += bytes_of_sheet(*parsed);
  reading = {.state = ReadSheet::State::read, .sheet = std::move(parsed), .linked = std::move(linked)};
  if (full_) admit(sheet, reading);
}

void SheetCache::admit(CachedSheet& sheet, ReadSheet& reading) {
  const std::size_t bytes = sheet.answer->body.size() + bytes_of_sheet(*reading.sheet);
  full_ = full_ || admitted_bytes_ + bytes > limits_.bytes;
  if (!full_) {
    admitted_bytes_ += bytes;
    reading.state = ReadSheet::State::admitted;
    return;
  }
  held_ -= bytes;
  reading = {.state = ReadSheet::State::refused};
  facts::Response without_body = *sheet.answer;  // nobody will read it again
  without_body.body = {};
  sheet.answer = std::make_shared<const facts::Response>(std::move(without_body));
}

}  // namespace veedor::cli
