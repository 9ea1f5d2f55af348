#include "tests/css/hostile.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace veedor::css {
namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

#ifdef __SANITIZE_ADDRESS__
constexpr bool kMemoryIsOurs = false;  // shadow memory and quarantine count, too
#else
constexpr bool kMemoryIsOurs = true;
#endif

// A field of /proc/self/status in MB; 0 where there is none.
double status_megabytes(const std::string& field) {
  std::ifstream in("/proc/self/status");
  for (std::string word; in >> word;) {
    if (word != field) continue;
    double kilobytes = 0;
    in >> kilobytes;
    return kilobytes / 1024;
  }
  return 0;
}

// proc(5): the peak counts anew from what is resident now.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::size_t style_all(const Styles& styles) {
  std::size_t sum = 0;
  States hovered;
  hovered.hover = hovered.focus = true;
  for (const html::Element element : styles.document().elements()) {
    sum += styles.of(element).display().size();
    for (const PseudoElement pseudo : {PseudoElement::before, PseudoElement::after})
      sum += styles.of(element, pseudo) != nullptr ? 1 : 0;
    if (element.index() % 4096 == 0) sum += styles.in_state(element, hovered).display().size();
  }
  return sum;
}

}  // namespace

std::string repeat(std::string_view text, int times) {
  std::string out;
  out.reserve(text.size() * static_cast<std::size_t>(times));
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

std::string numbered(int times, const std::function<std::string(std::string)>& piece) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece(std::to_string(i));
  return out;
}

html::Document parse_page(std::string html) {
  Result<html::Document> document = html::Document::parse(
      std::move(html), {.memory = std::size_t{2} << 30, .cpu = std::chrono::seconds(120)});
  if (!document) std::abort();  // the test's own page
  return *std::move(document);
}

Ordeal undergo(const std::string& html, std::string css) {
  const html::Document document = parse_page("<!doctype html><link rel=stylesheet href=a.css>" + html);
  Ordeal ordeal;
  forget_peak();
  const double resident = status_megabytes("VmRSS:");
  const double start = cpu_seconds();
  ordeal.sheet = parse_sheet(std::move(css), "http://localhost/a.css");
  const Styles styles(document, [&](std::string_view, std::string_view) { return ordeal.sheet; });
  if (style_all(styles) == 0) std::abort();  // display is never empty
  ordeal.cpu_seconds = cpu_seconds() - start;
  if (kMemoryIsOurs) ordeal.megabytes = std::max(0.0, status_megabytes("VmHWM:") - resident);
  ordeal.gaps = styles.gaps();
  return ordeal;
}

}  // namespace veedor::css
