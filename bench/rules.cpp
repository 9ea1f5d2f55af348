// What the WCAG rules cost beside the parsing of the page, styles and tree apart; then how the cost of each
// grows with links, fields, ids, cells and headings.
//
//   veedor_rules_bench FOLDER SHEET.css …    every page of FOLDER links all the sheets, taken as one
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bench/measure.h"
#include "bench/rule_growth.h"
#include "bench/styled.h"
#include "rules/catalogue.h"
#include "scanner/facts/page.h"
#include "scanner/html/encoding.h"

namespace fs = std::filesystem;
using namespace veedor;
using bench::cpu_seconds;

namespace {

constexpr int kRuns = 5;

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<std::string> read_pages(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".html") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<std::string> pages;
  for (const fs::path& file : files) pages.push_back(read_file(file));
  return pages;
}

facts::Page page_of(html::Document document, const std::shared_ptr<const css::Sheet>& sheet) {
  facts::Response response;
  response.requested = response.final_url = *url::Url::parse("http://localhost/a/b");
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.headers.add("content-type", "text/html; charset=utf-8");
  facts::Page page(std::move(response), std::move(document), "utf-8");
  facts::Sheets sheets;
  for (const url::Url& wanted : facts::linked_sheets(page, {}).wanted) sheets.emplace(wanted.href(), sheet);
  return facts::Page(std::move(page), std::move(sheets));
}

struct Costs {
  double parse = 0;
  std::vector<double> rules;  // by the order of bench::wcag_page_rules()
  double sum() const {
    double all = 0;
    for (double rule : rules) all += rule;
    return all;
  }
};

// Each rule runs once, after styles and tree: what it shares with others (Page::shared and the like) is a
// cost of the first that asks for it.
Costs run(const std::vector<std::string>& pages, const std::shared_ptr<const css::Sheet>& sheet,
          bench::Seen& seen) {
  const std::vector<const rules::Rule*> all = bench::wcag_page_rules();
  Costs costs{.parse = 0, .rules = std::vector<double>(all.size())};
  for (const std::string& bytes : pages) {
    const double start = cpu_seconds();
    html::Decoded decoded = html::decode(bytes, "text/html; charset=utf-8");
    Result<html::Document> document = html::Document::parse(std::move(decoded.text));
    costs.parse += cpu_seconds() - start;
    if (!document) continue;
    const facts::Page page = page_of(*std::move(document), sheet);
    bench::warm(page, seen);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const double before = cpu_seconds();
      seen.sum += std::get<rules::PageCheck>(all[i]->check)(page).size();
      costs.rules[i] += cpu_seconds() - before;
    }
  }
  return costs;
}

void print_costs(const std::vector<std::string>& pages, const std::shared_ptr<const css::Sheet>& sheet) {
  std::vector<double> parse, sum, ratio;
  bench::Seen seen;
  const std::vector<const rules::Rule*> all = bench::wcag_page_rules();
  std::vector<std::vector<double>> of_rule(all.size());
  for (int i = 0; i < kRuns; ++i) {
    const Costs costs = run(pages, sheet, seen);
    parse.push_back(costs.parse);
    sum.push_back(costs.sum());
    ratio.push_back(costs.sum() / costs.parse);
    for (std::size_t rule = 0; rule < all.size(); ++rule) of_rule[rule].push_back(costs.rules[rule]);
  }
  const double pages_in_us = 1e6 / static_cast<double>(pages.size());
  std::printf("%zu pages, %zu WCAG page rules, styles and tree apart:\n", pages.size(), all.size());
  std::printf("  parse %9.1f us a page\n  rules %9.1f us a page\n", bench::median(parse) * pages_in_us,
              bench::median(sum) * pages_in_us);
  std::printf("WCAG rules : parse = %.3f (median of %d runs)\n", bench::median(ratio), kRuns);
  std::vector<std::pair<double, std::string_view>> each;
  for (std::size_t i = 0; i < all.size(); ++i) each.emplace_back(bench::median(of_rule[i]), all[i]->id);
  std::ranges::sort(each, std::greater<>());
  for (const auto& [seconds, id] : each)
    std::printf("  %-40s %9.2f us a page\n", std::string(id).c_str(), seconds * pages_in_us);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: veedor_rules_bench FOLDER SHEET.css ...\n");
    return 2;
  }
  std::string source;
  for (int i = 2; i < argc; ++i) source += read_file(argv[i]) + "\n";
  const auto sheet = css::parse_sheet(std::move(source), "http://localhost/static/site.css");
  print_costs(read_pages(argv[1]), sheet);
  bench::print_rule_growth();
  return 0;
}
