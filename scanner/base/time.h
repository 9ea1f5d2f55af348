// Points in time as UTC seconds, and their ISO 8601 spelling.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "scanner/base/result.h"

namespace veedor {

using Time = std::chrono::sys_seconds;

// "2026-11-23T04:05:06Z"
std::string iso8601(Time time);
// "2026-11-23"
std::string iso_date(Time time);
// Reads both spellings above; an error names what was wrong.
Result<Time> parse_iso8601(std::string_view text);
// Whole days from `from` to `to`; negative when `to` is earlier.
int days_between(Time from, Time to);

}  // namespace veedor
