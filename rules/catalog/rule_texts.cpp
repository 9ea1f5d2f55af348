#include "rules/catalog/rule_texts.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::catalog {
namespace {

constexpr std::string_view kWhy = "Why it matters";
constexpr std::string_view kFix = "How to fix";
constexpr std::string_view kTrainers = "For trainers";
constexpr std::string_view kMessages = "Messages";
constexpr std::array kSections = {kWhy, kFix, kTrainers, kMessages};

constexpr std::string_view kShow = "How to show it";
constexpr std::string_view kHurt = "Who is hurt";
constexpr std::string_view kAttacker = "What an attacker does";

// Goes through the blocks of one file and fills in the texts.
class Reader {
 public:
  Reader(const Markdown& markdown, Problems& problems) : markdown_(markdown), problems_(problems) {
    texts_.file = markdown.file;
  }

  RuleTexts read() {
    for (const Block& block : markdown_.blocks) {
      if (block.level == 0) reject_text(block, "text before the title");
      if (block.level == 1) read_title(block);
      if (block.level == 2) read_section(block);
      if (block.level == 3) read_sub_section(block);
      if (block.level > 3) problem(block.line, "headings deeper than ### are not used");
    }
    check_complete();
    sort_entries(texts_.messages, texts_.file, problems_);
    return std::move(texts_);
  }

 private:
  void problem(int line, std::string text) { problems_.push_back({texts_.file, line, std::move(text)}); }

  void reject_text(const Block& block, const std::string& what) {
    const auto line = std::ranges::find_if_not(block.lines, &Line::blank);
    if (line != block.lines.end()) problem(line->number, what);
  }

  void read_title(const Block& block) {
    if (!texts_.title.empty()) problem(block.line, "a second title");
    texts_.title = block.heading;
    reject_text(block, "text outside a section");
  }

  void read_section(const Block& block) {
    section_ = block.heading;
    if (std::ranges::find(kSections, section_) == kSections.end()) {
      problem(block.line, "unknown section '" + section_ +
                              "'; the headings are the same English words in every language");
      return;
    }
    if (!seen_.insert(section_).second) problem(block.line, "the section '" + section_ + "' appears twice");
    if (section_ == kMessages) {
      texts_.messages = read_entries(block.lines, texts_.file, problems_);
      if (texts_.messages.empty()) problem(block.line, "the section 'Messages' is empty");
      return;
    }
    const std::string text = body(block.lines);
    if (section_ == kTrainers) {
      reject_text(block, "text outside a sub-section");
      return;
    }
    if (text.empty()) problem(block.line, "the section '" + section_ + "' is empty");
    if (section_ == kWhy) texts_.why = text;
    if (section_ == kFix) {
      texts_.fix.insert(texts_.fix.begin(), {"", text});
      check_summary(text.substr(0, text.find('\n')), block.line);
    }
  }

  // The first paragraph of a fix stands alone in lists, so it is one sentence.
  void check_summary(std::string_view paragraph, int line) {
    bool one = paragraph.ends_with('.');
    for (std::size_t stop = paragraph.find(". "); stop != std::string_view::npos;
         stop = paragraph.find(". ", stop + 1)) {
      const char next = paragraph[std::min(stop + 2, paragraph.size() - 1)];
      if (next >= 'A' && next <= 'Z') one = false;
    }
    if (!one && !paragraph.empty())
      problem(line, "the first paragraph of the fix is not one sentence that ends in a full stop");
  }

  void read_sub_section(const Block& block) {
    const std::string where = section_ + "/" + block.heading;
    if (section_ != kFix && section_ != kTrainers) {
      problem(block.line, "sub-headings belong to 'How to fix' and 'For trainers' only");
      return;
    }
    if (!seen_.insert(where).second) problem(block.line, "the heading '" + block.heading + "' appears twice");
    const std::string text = body(block.lines);
    if (text.empty()) problem(block.line, "the section '" + block.heading + "' is empty");
    if (section_ == kFix) {
      texts_.fix.push_back({block.heading, text});
      return;
    }
    if (block.heading != kShow && block.heading != kHurt && block.heading != kAttacker) {
      problem(block.line, "unknown heading '" + block.heading + "' under 'For trainers'");
    }
    texts_.trainers.push_back({block.heading, text});
  }

  void check_complete() {
    if (texts_.title.empty()) problem(1, "the title ('# …') is missing");
    for (std::string_view section : kSections) {
      if (!seen_.contains(std::string(section)))
        problem(0, "the section '## " + std::string(section) + "' is missing");
    }
    if (!seen_.contains(std::string(kTrainers))) return;
    const auto has = [this](std::string_view heading) {
      return std::ranges::find(texts_.trainers, heading, &TextSection::heading) != texts_.trainers.end();
    };
    if (!has(kShow)) problem(0, "'### How to show it' is missing under 'For trainers'");
    if (!has(kHurt) && !has(kAttacker)) {
      problem(0, "'### Who is hurt' or '### What an attacker does' is missing under 'For trainers'");
    }
  }

  const Markdown& markdown_;
  Problems& problems_;
  RuleTexts texts_;
  std::string section_;
  std::set<std::string> seen_;  // "How to fix", "How to fix/nginx"
};

void compare_headings(const std::vector<TextSection>& here, const std::vector<TextSection>& there,
                      const std::string& file_there, Problems& problems) {
  for (const TextSection& section : here) {
    if (std::ranges::find(there, section.heading, &TextSection::heading) == there.end()) {
      problems.push_back(
          {file_there, 0, "'### " + section.heading + "' is missing; the other language has it"});
    }
  }
}

}  // namespace

RuleTexts read_rule_texts(const Markdown& markdown, Problems& problems) {
  return Reader(markdown, problems).read();
}

void compare_rule_texts(const RuleTexts& en, const RuleTexts& es, Problems& problems) {
  compare_headings(en.fix, es.fix, es.file, problems);
  compare_headings(es.fix, en.fix, en.file, problems);
  compare_headings(en.trainers, es.trainers, es.file, problems);
  compare_headings(es.trainers, en.trainers, en.file, problems);
  compare_entries(en.messages, en.file, es.messages, es.file, problems);
}

}  // namespace veedor::catalog
