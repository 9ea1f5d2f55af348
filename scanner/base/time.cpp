#include "scanner/base/time.h"

#include <array>
#include <cstdio>

#include "scanner/base/text.h"

namespace veedor {
namespace {

using namespace std::chrono;

// Reads exactly `digits` digits at the front of `text` and drops them; -1 when they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return -1;
  int value = 0;
  for (char c : text.substr(0, digits)) {
    if (!is_ascii_digit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

}  // namespace

std::string iso_date(Time time) {
  const year_month_day date{floor<days>(time)};
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out.data();
}

std::string iso8601(Time time) {
  const hh_mm_ss clock{time - floor<days>(time)};
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "T%02d:%02d:%02dZ", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
  return iso_date(time).append(out.data());
}

Result<Time> parse_iso8601(std::string_view text) {
  const Error bad{"'" + printable(shorten(text, 40)) +
                  "' is not a date like 2026-11-23 or 2026-11-23T04:05:06Z"};
  std::string_view rest = text;
  int y = take_number(rest, 4);
  if (y < 0 || !take(rest, '-')) return bad;
  int m = take_number(rest, 2);
  if (m < 0 || !take(rest, '-')) return bad;
  int d = take_number(rest, 2);
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
  if (d < 0 || !date.ok()) return bad;
  Time time = sys_days{date};
  if (rest.empty()) return time;
  if (!take(rest, 'T')) return bad;
  int hour = take_number(rest, 2);
  if (hour < 0 || hour > 23 || !take(rest, ':')) return bad;
  int minute = take_number(rest, 2);
  if (minute < 0 || minute > 59 || !take(rest, ':')) return bad;
  int second = take_number(rest, 2);
  if (second < 0 || second > 59 || rest != "Z") return bad;
  return time + hours{hour} + minutes{minute} + seconds{second};
}

int days_between(Time from, Time to) { return static_cast<int>(floor<days>(to - from).count()); }

}  // namespace veedor
