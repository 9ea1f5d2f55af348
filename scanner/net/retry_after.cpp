// Reads Retry-After; dates are left to libcurl, which knows the three spellings of RFC 9110 §5.6.7.
#include "scanner/net/retry_after.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <string>

#include <curl/curl.h>

#include "scanner/base/text.h"

namespace veedor::net {
namespace {

constexpr std::chrono::seconds kLongest = std::chrono::hours(24 * 366);

}  // namespace

std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Time now) {
  value = trim(value);
  if (value.empty()) return std::nullopt;
  if (std::all_of(value.begin(), value.end(), is_ascii_digit)) {
    long long seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc{}) return kLongest;  // more digits than a number holds
    return std::min(std::chrono::seconds(seconds), kLongest);
  }
  const std::time_t date = curl_getdate(std::string(value).c_str(), nullptr);
  if (date < 0) return std::nullopt;
  return std::clamp(Time(std::chrono::seconds(date)) - now, std::chrono::seconds(0), kLongest);
}

std::chrono::milliseconds retry_pause(std::optional<std::string_view> retry_after, Time now, int attempts,
                                      std::chrono::seconds cap) {
  const std::chrono::seconds backoff(1LL << std::clamp(attempts - 1, 0, 10));
  const std::chrono::seconds asked =
      retry_after ? parse_retry_after(*retry_after, now).value_or(backoff) : backoff;
  return std::min(asked, std::max(cap, std::chrono::seconds(0)));
}

}  // namespace veedor::net
