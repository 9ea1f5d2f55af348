// Groups of robots.txt, and the rule that decides.
#include "scanner/crawl/robots.h"

#include <algorithm>
#include <charconv>

#include "scanner/base/text.h"
#include "scanner/crawl/robots_lines.h"
#include "scanner/crawl/robots_pattern.h"

namespace veedor::crawl {
namespace {

using std::chrono::milliseconds;

struct Line {
  std::string_view path;
  bool allow = false;
};

// What all groups of one product token say together (§2.2.1).
struct Group {
  bool present = false;
  bool open = false;  // the group being read is one of them
  std::vector<Line> lines;
  std::optional<milliseconds> delay;
};

bool names_everybody(std::string_view value) {
  return value == "*" || (value.starts_with('*') && is_ascii_whitespace(value[1]));
}

// Seconds, perhaps with a fraction. A day at most: more is a mistake, and must not overflow anything.
std::optional<milliseconds> delay_of(std::string_view value) {
  double seconds = 0;
  const auto [end, problem] =
      std::from_chars(value.data(), value.data() + value.size(), seconds, std::chars_format::fixed);
  if (problem != std::errc{} || end != value.data() + value.size() || !(seconds >= 0)) return std::nullopt;
  constexpr double kDay = 86'400;
  return milliseconds(static_cast<long long>(std::min(seconds, kDay) * 1000));
}

void add_delay(Group& group, std::optional<milliseconds> delay) {
  if (group.open && delay) group.delay = std::max(group.delay.value_or(milliseconds{0}), *delay);
}

// The first kMaxRobotsBytes, without the line that the cap cuts: half a path would forbid more than was
// written.
std::string_view capped(std::string_view body) {
  if (body.size() <= kMaxRobotsBytes) return body;
  body = body.substr(0, kMaxRobotsBytes);
  const auto line_end = body.find_last_of("\r\n");
  return body.substr(0, line_end == std::string_view::npos ? 0 : line_end);
}

}  // namespace

Robots Robots::parse(std::string_view body, std::string_view product_token) {
  Robots robots;
  Group ours;
  Group everybody;
  bool naming = false;  // the last line that counts was User-agent: the next one adds to the same group

  for (const RobotsLine& line : robots_lines(capped(body))) {
    switch (line.key) {
      case RobotsKey::user_agent: {
        if (!naming) ours.open = everybody.open = false;
        naming = true;
        const bool for_us =
            !product_token.empty() && ascii_iequals(crawl::product_token(line.value), product_token);
        if (for_us) ours.present = ours.open = true;
        if (names_everybody(line.value)) everybody.present = everybody.open = true;
        break;
      }
      case RobotsKey::allow:
      case RobotsKey::disallow:
        naming = false;
        for (Group* group : {&ours, &everybody}) {
          if (group->open) group->lines.push_back({line.value, line.key == RobotsKey::allow});
        }
        break;
      case RobotsKey::crawl_delay:  // §2.2.4: other records must not interfere with the groups
        add_delay(ours, delay_of(line.value));
        add_delay(everybody, delay_of(line.value));
        break;
      case RobotsKey::sitemap:
        if (!line.value.empty()) robots.sitemaps_.emplace_back(line.value);
        break;
      case RobotsKey::unknown:
        break;
    }
  }

  const Group& group = ours.present ? ours : everybody;
  robots.crawl_delay_ = group.delay;
  for (const Line& line : group.lines) {
    if (line.path.empty()) continue;  // an empty path matches nothing (§2.2.2)
    // An "allow" keeps the percent-encoding of unreserved characters: see allows().
    const std::string decoded = robots_pattern(line.path, Unreserved::decode);
    robots.rules_.push_back({.pattern = line.allow ? robots_pattern(line.path, Unreserved::keep) : decoded,
                             .allow = line.allow,
                             .octets = decoded.size()});
  }
  std::stable_sort(robots.rules_.begin(), robots.rules_.end(), [](const Rule& a, const Rule& b) {
    return a.octets != b.octets ? a.octets > b.octets : a.allow && !b.allow;
  });
  return robots;
}

Robots Robots::allow_all() { return {}; }

Robots Robots::disallow_all() {
  Robots robots;
  robots.rules_.push_back({.pattern = "/", .allow = false, .octets = 1});
  return robots;
}

bool Robots::allows(std::string_view path_and_query) const {
  if (path_and_query == "/robots.txt") return true;  // §2.2.2: implicitly allowed
  // The RFC compares with unreserved characters decoded; its reference tests compare "allow" as written.
  // Where the two differ, the reading that fetches less is taken.
  const std::string decoded = robots_target(path_and_query, Unreserved::decode);
  const std::string written = robots_target(path_and_query, Unreserved::keep);
  for (const Rule& rule : rules_) {
    const bool matches = robots_match(rule.pattern, decoded) ||
                         (rule.allow && written != decoded && robots_match(rule.pattern, written));
    if (matches) return rule.allow;
  }
  return true;
}

}  // namespace veedor::crawl
