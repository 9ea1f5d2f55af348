#include "rules/catalog/cases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "scanner/base/text.h"

namespace veedor::catalog {
namespace {

constexpr std::array<std::pair<std::string_view, Expected>, 4> kExpected = {
    {{"failed", Expected::failed},
     {"passed", Expected::passed},
     {"inapplicable", Expected::inapplicable},
     {"cant_tell", Expected::cant_tell}}};
constexpr std::array<std::string_view, 4> kKinds = {"html", "http", "host", "site"};

std::optional<Expected> expected_named(std::string_view name) {
  for (const auto& [word, expected] : kExpected) {
    if (word == name) return expected;
  }
  return std::nullopt;
}

// "/b.html html <title>B</title>".
void read_resource(Case& test, std::string_view value, const Line& line, const std::string& file,
                   Problems& problems) {
  const std::size_t kind = value.find(' ');
  if (kind == std::string_view::npos) {
    problems.push_back({file, line.number, "expected 'resource: URL kind text'"});
    return;
  }
  const std::string_view rest = trim(value.substr(kind));
  const std::size_t end = std::min(rest.find(' '), rest.size());
  test.resources.push_back({.url = std::string(value.substr(0, kind)),
                            .kind = std::string(rest.substr(0, end)),
                            .text = std::string(trim(rest.substr(end))),
                            .line = line.number});
}

// "message: missing" and its like, between the heading and the block.
void read_setting(Case& test, const Line& line, const std::string& file, Problems& problems) {
  const std::string_view text = line.text;
  const std::size_t colon = std::min(text.find(':'), text.size());
  const std::string_view name = trim(text.substr(0, colon));
  const std::string value(trim(text.substr(std::min(colon + 1, text.size()))));
  if (name == "resource" && !value.empty()) return read_resource(test, value, line, file, problems);
  std::string* field = name == "message" ? &test.message
                       : name == "page"  ? &test.page
                       : name == "now"   ? &test.now
                                         : nullptr;
  if (field == nullptr || value.empty()) {
    problems.push_back(
        {file, line.number,
         "expected 'message: key', 'page: URL', 'now: date', 'resource: URL kind text' or a fenced block"});
    return;
  }
  *field = value;
}

void read_block(Case& test, const Block& block, const std::string& file, Problems& problems) {
  for (const Line& line : block.lines) {
    if (line.kind == LineKind::fence_open) {
      if (!test.kind.empty()) problems.push_back({file, line.number, "a case has one fenced block"});
      test.kind = trim(std::string_view(line.text).substr(line.text.find("```") + 3));
      test.text_line = line.number + 1;
      if (std::ranges::find(kKinds, test.kind) == kKinds.end()) {
        problems.push_back({file, line.number, "the block is none of ```html, ```http, ```host, ```site"});
      }
    } else if (line.kind == LineKind::fenced) {
      test.text.append(line.text).append("\n");
    } else if (line.kind == LineKind::text && !line.blank()) {
      read_setting(test, line, file, problems);
    }
  }
  if (test.kind.empty()) problems.push_back({file, block.line, "the case has no fenced block"});
}

}  // namespace

std::vector<Case> read_cases(const Markdown& markdown, Problems& problems) {
  std::vector<Case> cases;
  for (const Block& block : markdown.blocks) {
    if (block.level < 2 && is_blank(block.lines)) continue;  // nothing, or a title
    const std::size_t colon = std::min(block.heading.find(':'), block.heading.size());
    const auto expected = expected_named(std::string_view(block.heading).substr(0, colon));
    if (block.level != 2 || !expected || colon + 1 >= block.heading.size()) {
      problems.push_back(
          {markdown.file, std::max(block.line, 1),
           "expected '## failed: what', '## passed: …', '## inapplicable: …' or '## cant_tell: …'"});
      continue;
    }
    Case test{.expected = *expected,
              .description = std::string(trim(std::string_view(block.heading).substr(colon + 1))),
              .line = block.line};
    read_block(test, block, markdown.file, problems);
    cases.push_back(std::move(test));
  }
  return cases;
}

void check_cases(const std::vector<Case>& cases, const std::string& file, const std::vector<Entry>& messages,
                 Problems& problems) {
  const auto has = [&](Expected expected) {
    return std::ranges::find(cases, expected, &Case::expected) != cases.end();
  };
  for (const auto& [word, expected] : kExpected) {
    // A rule that only ever asks somebody to look has undecided cases where others have failed ones.
    const bool excused = expected == Expected::failed && has(Expected::cant_tell);
    const bool needed = expected != Expected::cant_tell && !excused;
    if (needed && !has(expected)) {
      problems.push_back({file, 0, "there is no case '## " + std::string(word) + ": …'"});
    }
  }
  for (const Entry& message : messages) {
    if (std::ranges::find(cases, message.key, &Case::message) == cases.end()) {
      problems.push_back({file, 0, "no case expects the message '" + message.key + "'"});
    }
  }
  for (const Case& test : cases) {
    if (!test.message.empty() && std::ranges::find(messages, test.message, &Entry::key) == messages.end()) {
      problems.push_back({file, test.line, "there is no message '" + test.message + "'"});
    }
  }
}

}  // namespace veedor::catalog
