// Paragraphs or lines that begin with dashes, dots or numbers: a list for the eyes only.
#include "rules/rule.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_set>

#include "rules/support/content.h"
#include "rules/support/element_text.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr int kMinItems = 3;
constexpr std::size_t kMaxItem = 200;  // bytes: longer ones are paragraphs of a numbered law

// What a line begins with: a sign, or a number; nothing where it is no item.
struct Marker {
  std::string_view sign;
  int number = 0;
  bool any() const { return !sign.empty() || number > 0; }
};

Marker marker_of(std::string_view line) {
  line = trim(line);
  for (std::string_view sign : {"- ", "* ", "•", "·", "– ", "▪", "►", "‣", "●", "○", "✓", "➢"}) {
    if (line.starts_with(sign) && line.size() > sign.size()) return {sign, 0};
  }
  int number = 0;
  const auto [end, error] =
      std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 3), number);
  const std::size_t digits = static_cast<std::size_t>(end - line.data());
  if (error != std::errc() || digits + 2 > line.size() || number <= 0) return {};
  const bool marks = (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return marks ? Marker{"", number} : Marker{};
}

bool follows(const Marker& marker, const Marker& before) {
  return before.any() && marker.sign == before.sign &&
         (marker.number == 0 || marker.number == before.number + 1);
}

// Items one after the other, of which the first is remembered.
class Run {
 public:
  // True when the run has just become a list.
  bool add(std::string_view line, html::Element element) {
    const Marker marker = line.size() > kMaxItem ? Marker{} : marker_of(line);
    if (!marker.any() || !follows(marker, last_)) count_ = 0;
    last_ = marker;
    if (!marker.any()) return false;
    if (count_ == 0) {
      first_ = element;
      text_ = line;
    }
    return ++count_ == kMinItems;
  }
  void end() { last_ = {}; }
  html::Element first() const { return first_; }
  std::string_view text() const { return text_; }

 private:
  Marker last_;
  int count_ = 0;
  html::Element first_;
  std::string_view text_;
};

void add_failure(const Run& run, std::string_view message, const a11y::Tree& tree, Verdicts& verdicts) {
  if (!tree.is_in_sight(run.first())) return;
  verdicts.push_back({.outcome = Outcome::failed,
                      .message = message,
                      .element = run.first(),
                      .values = {{"text", shown(trim(run.text()), 60)}}});
}

void judge_paragraphs(const facts::Page& page, Verdicts& verdicts) {
  Run run;
  html::Element last;
  for (html::Element paragraph : page.document().all("p")) {
    if (!last || last.next_sibling() != paragraph) run.end();
    last = paragraph;
    if (run.add(first_text(paragraph), paragraph)) add_failure(run, "paragraphs", page.tree(), verdicts);
  }
}

// The lines of one element, of which a <br> ends each.
void judge_lines_in(html::Element parent, const a11y::Tree& tree, Verdicts& verdicts) {
  Run run;
  bool begins = true;
  for (html::Node node = parent.first_child_node(); node; node = node.next_sibling()) {
    const html::Element inner = node.element();
    const std::string_view line = inner ? first_text(inner) : node.text();
    if (inner.is("br")) begins = true;
    if (!begins || trim(line).empty()) continue;
    begins = false;
    if (run.add(line, parent)) add_failure(run, "lines", tree, verdicts);
  }
}

void judge_lines(const facts::Page& page, Verdicts& verdicts) {
  std::unordered_set<const void*> seen;
  for (html::Element line_break : page.document().all("br")) {
    const html::Element parent = line_break.parent();
    if (seen.insert(parent.id()).second) judge_lines_in(parent, page.tree(), verdicts);
  }
}

Verdicts check(const facts::Page& page) {
  Verdicts verdicts;
  judge_paragraphs(page, verdicts);
  judge_lines(page, verdicts);
  const html::Document& document = page.document();
  if (verdicts.empty() && (!document.all("ul").empty() || !document.all("ol").empty()))
    verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule list_fake = define({
    .id = "wcag/list-fake",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"1.3.1"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
