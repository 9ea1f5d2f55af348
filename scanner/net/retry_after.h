// Retry-After (RFC 9110 §10.2.3): how long a host that says 429 or 503 wants to be left alone.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "scanner/base/time.h"

namespace veedor::net {

// Seconds, or a date compared with `now`; a date in the past is zero. Nothing for what is neither.
std::optional<std::chrono::seconds> parse_retry_after(std::string_view value, Time now);

// The pause before attempt number `attempts` + 1: what the host asks for, or one second doubled each time; at
// most `cap`.
std::chrono::milliseconds retry_pause(std::optional<std::string_view> retry_after, Time now, int attempts,
                                      std::chrono::seconds cap);

}  // namespace veedor::net
