// A passage in another language than the page that does not say so.
#include "rules/rule.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "rules/support/common_words.h"
#include "rules/support/content.h"
#include "rules/support/element_text.h"
#include "rules/support/inherited_text.h"
#include "rules/support/text_language.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

constexpr std::size_t kEnough = 600;       // bytes of a paragraph
constexpr std::size_t kMinWords = 10;      // of a paragraph: fewer may be names
constexpr std::size_t kMinQuoted = 3;      // of a quotation
constexpr std::size_t kMaxQuoted = 300;    // bytes of a quotation
constexpr std::size_t kMaxReadings = 100;  // on one page
constexpr std::size_t kMaxFindings = 20;
constexpr int kMaxUp = 64;

// The language of the nearest lang="" around an element.
std::string language_of(html::Element element) {
  int steps = 0;
  for (html::Element up = element; up && steps < kMaxUp; up = up.parent(), ++steps) {
    const std::string_view tag = trim(up.attribute_or("lang", ""));
    if (!tag.empty()) return primary_language(tag);
  }
  return "";
}

// A sentence, not a title or a name: one of its longer words begins small.
bool is_sentence(std::string_view text) {
  for (std::string_view word : split_whitespace(text)) {
    if (word.size() > 3 && word[0] >= 'a' && word[0] <= 'z') return true;
  }
  return false;
}

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr Quotes kQuotes[] = {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}};

// The next quotation at or behind `at`, which moves behind it; "" for none.
std::string_view next_quotation(std::string_view text, const Quotes& quotes, std::size_t& at) {
  const std::size_t open = text.find(quotes.open, at);
  if (open == std::string_view::npos) return "";
  const std::size_t begin = open + quotes.open.size();
  const std::size_t close = text.find(quotes.close, begin);
  if (close == std::string_view::npos) return "";
  at = close + quotes.close.size();
  return text.substr(begin, close - begin);
}

bool has_quotes(std::string_view text) {
  return std::ranges::any_of(
      kQuotes, [&](const Quotes& quotes) { return text.find(quotes.open) != std::string_view::npos; });
}

// Nothing but a few words, none of them quoted.
bool is_too_short(html::Element element) {
  const html::Node only = element.first_child_node();
  return only.is_text() && !only.next_sibling() && only.text().size() <= kEnough &&
         !is_named_in_attributes(element) && !has_quotes(only.text()) && count_words(only.text()) < kMinWords;
}

// One of the first words of an element is common in the language, and nothing in it is quoted: what most
// paragraphs show without their texts being joined. Words that go on in another text are not looked at.
bool is_plainly_in(html::Element element, const CommonLanguage& language) {
  constexpr int kMaxNodes = 100;
  int words_left = 32;
  bool common = false;
  bool word_goes_on = false;
  std::size_t size = 0;
  html::Node node = element.first_child_node();
  for (int seen = 0; node && seen < kMaxNodes && size <= kEnough; ++seen, node = node.next_in(element)) {
    const std::string_view text = node.text().substr(0, kEnough + 1);
    size += text.size();
    if (has_quotes(text)) return false;
    std::size_t begin = 0;
    while (!common && words_left > 0 && begin < text.size()) {
      std::size_t end = begin;
      while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ') ++end;
      const bool ends = end < text.size();
      if (ends && end > begin && !word_goes_on)
        common = is_common_word(text.substr(begin, end - begin), language), --words_left;
      word_goes_on = !ends;
      begin = end + 1;
    }
    if (!common && words_left == 0) return false;
  }
  return common;
}

class Search {
 public:
  explicit Search(const facts::Page& page)
      : tree_(page.tree()),
        of_page_(primary_language(page.document().root().attribute_or("lang", ""))),
        known_(find_common_language(of_page_)),
        only_root_(page.document().with_attribute("lang").size() == 1) {}

  void judge(html::Element element, Verdicts& verdicts) {
    const std::string language = only_root_ ? of_page_ : language_of(element);
    const CommonLanguage* const known = only_root_ ? known_ : find_common_language(language);
    if (known == nullptr || is_plainly_in(element, *known) || is_too_short(element)) return;
    const std::string beginning = text_beginning(element, kEnough);
    if (beginning.size() < kMinQuoted * 3) return;
    if (has_common_word(beginning, language)) return judge_quotations(beginning, language, element, verdicts);
    const std::string text = inherited_text(element, tree_, kEnough);
    if (count_words(text) >= kMinWords)
      report("passage", text, language, Doubt::for_declared, element, verdicts);
  }
  bool is_over() const { return readings_ >= kMaxReadings; }

 private:
  void judge_quotations(std::string_view text, const std::string& language, html::Element element,
                        Verdicts& verdicts) {
    for (const Quotes& quotes : kQuotes) {
      std::size_t at = 0;
      for (std::string_view quoted = next_quotation(text, quotes, at); !quoted.empty();
           quoted = next_quotation(text, quotes, at)) {
        if (quoted.size() > kMaxQuoted || count_words(quoted) < kMinQuoted || !is_sentence(quoted)) continue;
        if (has_common_word(quoted, language)) continue;
        const std::string own = inherited_text(element, tree_, kEnough);  // without what is marked
        if (collapse_whitespace(own).find(quoted) != std::string::npos)
          report("quotation", quoted, language, Doubt::for_nobody, element, verdicts);
      }
    }
  }

  // A quotation can be the name of something, which needs no mark (WCAG 2.2 SC 3.1.2).
  void report(std::string_view message, std::string_view text, const std::string& language, Doubt doubt,
              html::Element element, Verdicts& verdicts) {
    ++readings_;
    const std::string_view other = other_language(text, language, doubt);
    if (other.empty()) return;
    verdicts.push_back(
        {.outcome = doubt == Doubt::for_nobody ? Outcome::cant_tell : Outcome::failed,
         .message = message,
         .element = element,
         .values = {{"text", shown(text, 80)}, {"language", std::string(other)}, {"page", language}}});
  }

  const a11y::Tree& tree_;
  std::string of_page_;
  const CommonLanguage* known_;  // of_page_; null where its words are not known
  bool only_root_;
  std::size_t readings_ = 0;
};

// Where the page as a whole is in another language than it says, language-mismatch speaks.
bool is_in_its_language(const facts::Page& page) {
  const html::Element body = page.document().body();
  const std::string language = primary_language(page.document().root().attribute_or("lang", ""));
  if (!body || language.empty()) return false;
  constexpr std::size_t kOfPage = 2000;
  const std::string text = inherited_text(body, page.tree(), kOfPage);
  return other_language(text, language).empty();
}

Verdicts check(const facts::Page& page) {
  if (!is_html_page(page) || !page.document().root().has("lang")) return {};
  Verdicts verdicts;
  Search search(page);
  bool any = false;
  for (std::string_view tag : {"p", "blockquote", "q"}) {
    for (html::Element element : page.document().all(tag)) {
      if (search.is_over() || verdicts.size() >= kMaxFindings) break;
      // The paragraphs of a quotation are judged one by one.
      if (element.is("blockquote") && element.first_child().is("p")) continue;
      any = true;
      search.judge(element, verdicts);
    }
  }
  if (!verdicts.empty() && !is_in_its_language(page)) return {};
  if (verdicts.empty() && any) verdicts.push_back({Outcome::passed});
  return verdicts;
}

}  // namespace

extern constexpr Rule language_change_unmarked = define({
    .id = "wcag/language-change-unmarked",
    .severity = Severity::minor,
    .confidence = Confidence::low,
    .references = {.wcag = {"3.1.2"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
