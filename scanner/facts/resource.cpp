#include "scanner/facts/resource.h"

#include <charconv>
#include <utility>

#include "scanner/base/hash.h"
#include "scanner/base/text.h"
#include "scanner/facts/response.h"
#include "scanner/html/encoding.h"

namespace veedor::facts {
namespace {

constexpr int kPartialContent = 206;

bool is_html(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

// Browsers look at the bytes of what is played, unless the type says that it is something else to see.
bool may_be_media(std::string_view type) {
  return type.empty() || type.starts_with("audio/") || type.starts_with("video/") ||
         type == "application/octet-stream" || type == "application/ogg" || type == "application/mp4";
}

std::optional<std::uint64_t> number_in(std::string_view text) {
  text = trim(text);
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Some servers send a part with status 200.
bool is_part(const Response& answer) {
  return answer.status == kPartialContent || answer.headers.find("content-range").has_value();
}

// How many bytes the whole of it has (RFC 9110 §14.4, §8.6).
std::optional<std::uint64_t> total_of(const Response& answer) {
  if (is_part(answer)) {
    const std::string_view range = answer.headers.find("content-range").value_or("");
    const std::size_t slash = range.rfind('/');
    return slash == std::string_view::npos ? std::nullopt : number_in(range.substr(slash + 1));
  }
  if (answer.outcome == Outcome::read) return answer.body.size();
  if (answer.headers.find("content-encoding")) return std::nullopt;  // the length is that of what was sent
  return number_in(answer.headers.find("content-length").value_or(""));
}

std::optional<LinkedPage> page_of(const Response& answer, html::Budget budget) {
  html::Decoded decoded = html::decode(answer.body, answer.content_type());
  const Result<html::Document> document = html::Document::parse(std::move(decoded.text), budget);
  if (!document) return std::nullopt;
  return linked_page(*document, answer.final_url, TabbableBy::styles);
}

}  // namespace

Resource resource_of(const Response& answer, html::Budget budget) {
  Resource resource{.outcome = answer.outcome,
                    .status = answer.status,
                    .final_url = answer.final_url.without_fragment().href(),
                    .media_type = answer.media_type(),
                    .bytes_hash = fnv1a(answer.body),
                    .whole = answer.outcome == Outcome::read && !is_part(answer),
                    .page = std::nullopt,
                    .media = std::nullopt};
  const bool success = answer.status >= 200 && answer.status < 300;
  if (answer.outcome == Outcome::too_large && success) resource.outcome = Outcome::read;  // its beginning was
  if (!resource.success()) return resource;
  const std::optional<std::uint64_t> total = total_of(answer);
  resource.whole = resource.whole || (total && *total == answer.body.size());
  if (is_html(resource.media_type)) {
    resource.page = page_of(answer, budget);
  } else if (may_be_media(resource.media_type)) {
    resource.media = media::read(answer.body, total);
  }
  return resource;
}

}  // namespace veedor::facts
