// Splits a robots.txt into lines, and a line into key and value.
#include "scanner/crawl/robots_lines.h"

#include <optional>
#include <utility>

#include "scanner/base/text.h"

namespace veedor::crawl {
namespace {

RobotsKey key_of(std::string_view word) {
  constexpr std::pair<std::string_view, RobotsKey> kKeys[] = {
      {"user-agent", RobotsKey::user_agent},   {"allow", RobotsKey::allow},
      {"disallow", RobotsKey::disallow},       {"sitemap", RobotsKey::sitemap},
      {"crawl-delay", RobotsKey::crawl_delay},
  };
  for (const auto& [spelling, key] : kKeys) {
    if (ascii_iequals(word, spelling)) return key;
  }
  return RobotsKey::unknown;
}

void skip_byte_order_mark(std::string_view& body) {
  for (char c : std::string_view("\xEF\xBB\xBF")) {
    if (!body.starts_with(c)) return;
    body.remove_prefix(1);
  }
}

std::optional<RobotsLine> read_line(std::string_view line, unsigned number) {
  line = trim(line.substr(0, line.find('#')));
  if (const auto colon = line.find(':'); colon != std::string_view::npos) {
    const std::string_view key = trim(line.substr(0, colon));
    if (key.empty()) return std::nullopt;
    return RobotsLine{.number = number, .key = key_of(key), .value = trim(line.substr(colon + 1))};
  }
  // "disallow /": more than two words are prose, not a rule.
  const auto space = line.find_first_of(" \t");
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view value = trim(line.substr(space));
  if (value.find_first_of(" \t") != std::string_view::npos) return std::nullopt;
  return RobotsLine{.number = number, .key = key_of(line.substr(0, space)), .value = value};
}

}  // namespace

std::vector<RobotsLine> robots_lines(std::string_view body) {
  skip_byte_order_mark(body);
  std::vector<RobotsLine> lines;
  for (unsigned number = 1; !body.empty(); ++number) {
    const auto end = body.find_first_of("\r\n");
    if (auto line = read_line(body.substr(0, end), number)) lines.push_back(*line);
    if (end == std::string_view::npos) break;
    body.remove_prefix(end + (body.substr(end).starts_with("\r\n") ? 2 : 1));
  }
  return lines;
}

std::string_view product_token(std::string_view value) {
  std::size_t length = 0;
  while (length < value.size() &&
         (is_ascii_alpha(value[length]) || value[length] == '_' || value[length] == '-')) {
    ++length;
  }
  return value.substr(0, length);
}

}  // namespace veedor::crawl
