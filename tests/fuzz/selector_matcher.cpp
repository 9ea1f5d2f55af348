// Fuzzes the selector parser and the matcher: a selector list, a NUL byte, and the HTML that it is asked of.
// A second list before another NUL byte is nested in the first one.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scanner/base/text.h"
#include "scanner/css/selector/match.h"
#include "scanner/css/selector/parse.h"
#include "scanner/css/syntax/tokenizer.h"
#include "scanner/html/document.h"

namespace {

using namespace veedor;

// The part of `input` before the next NUL byte, which is taken away with it.
std::string_view take(std::string_view& input) {
  const std::size_t end = input.find('\0');
  const std::string_view part = input.substr(0, end);
  input = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  return part;
}

void match_all(const html::Document& document, const css::SelectorTable& table, bool at_rest) {
  std::uint64_t steps = 200'000;
  css::MatchCache cache(document);
  css::MatchContext context{
      .document = document, .quirks = document.quirks_mode(), .steps_left = &steps, .cache = cache};
  if (!at_rest) {
    context.state_element = document.elements().back();
    context.states = {.hover = true, .active = true, .focus = true, .focus_visible = true};
    context.host = document.body();
    context.slot = document.elements().back();
  }
  for (html::Element element : document.elements()) {
    for (const css::Complex& complex : table.complexes) {
      const bool matched = css::matches(element, complex, table, context);
      if (matched && steps == 0) std::abort();  // at 0 nothing matches
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view selectors = take(input);
  const std::string_view nested =
      input.find('\0') == std::string_view::npos ? std::string_view() : take(input);

  css::TextPool pool;
  css::SelectorTable table;
  const auto parent = css::parse_selector_list(css::tokenize(selectors, pool), {.pool = pool}, table);
  if (parent) {
    const css::SelectorContext inner{.pool = pool, .parent_list = *parent};
    (void)css::parse_selector_list(css::tokenize(nested, pool), inner, table);
  }
  if (!is_valid_utf8(input)) return 0;
  const Result<html::Document> document = html::Document::parse(std::string(input), {.memory = 4U << 20});
  if (!document) return 0;
  match_all(*document, table, true);
  match_all(*document, table, false);
  return 0;
}
