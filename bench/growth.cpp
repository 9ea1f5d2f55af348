#include "bench/growth.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "bench/measure.h"
#include "bench/styled.h"

namespace veedor::bench {
namespace {

constexpr int kRuns = 5;
constexpr std::array kSizes = {1'000, 2'000, 5'000, 10'000, 20'000, 50'000};

// Sections as an institution's pages have them; each has kPerSection elements. Classes come from `classes`
// different ones, so that a larger sheet also says more about the page.
constexpr int kPerSection = 20;
std::string page_of(int elements, int classes) {
  std::string html =
      "<!doctype html><html lang=es><link rel=stylesheet href=/static/site.css><body class=c0><main>";
  int next = 0;
  const auto name = [&] { return "c" + std::to_string((next = (next + 37) % classes)); };
  for (int i = 0; i < elements / kPerSection; ++i) {
    const std::string id = std::to_string(i);
    html += "<section id=s" + id + " class='container " + name() + "'><h2>Title " + id +
            "</h2><div class='row " + name() + "'><div class=col-md-8><p class='" + name() +
            "'>Some words <strong>and</strong> <a href=/" + id + " class='btn " + name() +
            "'>a link</a> <img src=x.png alt=Plan></p><p class='" + name() +
            "'>More <em>words</em></p><ul class=list-group><li>One</li><li class='" + name() +
            "'>Two</li></ul><label for=f" + id + ">Name</label><input id=f" + id +
            " class=form-control><button class='btn btn-primary'>Send</button></div><div class='col-md-4 " +
            name() + "' style='color:#777'><span>Aside</span></div></div></section>\n";
  }
  return html;
}

html::Document parse(std::string source) {
  Result<html::Document> document = html::Document::parse(
      std::move(source), {.memory = std::size_t{1} << 30, .cpu = std::chrono::seconds(60)});
  if (!document) std::abort();  // the page is ours: a bug
  return *std::move(document);
}

// Rules as sheets have them: mostly one class, some with ancestors, tags, attributes or states.
std::string sheet_of(int rules) {
  std::string css;
  for (int i = 0; i < rules; ++i) {
    const std::string n = std::to_string(i);
    switch (i % 10) {
      case 0:
        css += ".c" + n + " > p { color: #345; margin-top: 2px }\n";
        break;
      case 1:
        css += ".c" + n + " .btn { padding: 1px 2px }\n";
        break;
      case 2:
        css += "#x" + n + " { display: none }\n";
        break;
      case 3:
        css += ".c" + n + ":hover { text-decoration: underline }\n";
        break;
      case 4:
        css += "[data-c" + n + "] { opacity: .5 }\n";
        break;
      default:
        css += ".c" + n + " { font-size: 14px; color: rgb(10, 20, 30) }\n";
        break;
    }
  }
  return css;
}

class Table {
 public:
  explicit Table(const char* of) : of_(of) { std::printf("growth with the number of %s:\n", of); }

  void add(int size, double seconds) {
    std::printf("  %6d %-12s %10.2f ms\n", size, of_, seconds * 1e3);
    points_.emplace_back(size, seconds);
  }
  void finish(std::size_t incomplete) const {
    std::printf("  exponent %.2f%s\n", exponent(points_),
                incomplete > 0 ? " (of no worth: some styles have gaps)" : "");
  }

 private:
  const char* of_;
  std::vector<std::pair<double, double>> points_;
};

double cost_of(const html::Document& document, const std::shared_ptr<const css::Sheet>& sheet, Seen& seen) {
  return cost(kRuns, [&] {
    const css::Styles styles(document, finder_of(sheet));
    style_all(styles, seen);
    const a11y::Tree tree(styles);
    name_all(tree, document, seen);
  });
}

}  // namespace

void print_growth(const std::shared_ptr<const css::Sheet>& sheet) {
  Seen seen;
  Table elements("elements");
  for (const int size : kSizes) elements.add(size, cost_of(parse(page_of(size, 500)), sheet, seen));
  elements.finish(seen.incomplete);

  seen = {};
  Table rules("rules");
  const html::Document document = parse(page_of(1'000, 1'000));
  std::vector<std::pair<int, double>> parsed;
  for (const int size : kSizes) {
    const std::string source = sheet_of(size);
    std::shared_ptr<const css::Sheet> grown;
    parsed.emplace_back(size, cost(kRuns, [&] { grown = css::parse_sheet(source, "/static/site.css"); }));
    rules.add(size, cost_of(document, grown, seen));
  }
  rules.finish(seen.incomplete);
  Table parsing("rules parsed");
  for (const auto& [size, seconds] : parsed) parsing.add(size, seconds);
  parsing.finish(0);
}

}  // namespace veedor::bench
