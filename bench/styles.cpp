// What computed styles and the accessibility tree cost beside the parsing of the page, with a style sheet as
// large sites link them; then how both grow.
//
//   veedor_styles_bench FOLDER SHEET.css …    every page of FOLDER links all the sheets, taken as one
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bench/growth.h"
#include "bench/measure.h"
#include "bench/styled.h"
#include "scanner/html/encoding.h"

namespace fs = std::filesystem;
using namespace veedor;
using bench::cpu_seconds;

namespace {

constexpr int kRuns = 7;

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

// CPU seconds of all pages; each stage frees what it made.
struct Stages {
  double parse = 0, styles = 0, tree = 0;
};

Stages run(const std::vector<std::string>& pages, const css::SheetFinder& find, bench::Seen& seen) {
  Stages total;
  for (const std::string& bytes : pages) {
    double last = cpu_seconds();
    const auto lap = [&last](double& stage) {
      const double now = cpu_seconds();
      stage += now - last;
      last = now;
    };
    html::Decoded decoded = html::decode(bytes, "text/html; charset=utf-8");
    const Result<html::Document> document = html::Document::parse(std::move(decoded.text));
    lap(total.parse);
    if (!document) continue;
    {
      const css::Styles styles(*document, find);
      bench::style_all(styles, seen);
      lap(total.styles);
      {
        const a11y::Tree tree(styles);
        bench::name_all(tree, *document, seen);
      }
      lap(total.tree);
    }
    lap(total.styles);
  }
  return total;
}

void print_stages(const std::vector<std::string>& pages, const css::SheetFinder& find) {
  std::vector<double> parse, styles, tree, ratio;
  bench::Seen seen;
  for (int i = 0; i < kRuns; ++i) {
    seen = {};
    const Stages stages = run(pages, find, seen);
    parse.push_back(stages.parse);
    styles.push_back(stages.styles);
    tree.push_back(stages.tree);
    ratio.push_back((stages.styles + stages.tree) / stages.parse);
  }
  const auto pages_count = static_cast<double>(pages.size());
  const auto print = [&](const char* stage, double seconds) {
    std::printf("%-28s %9.1f us a page\n", stage, seconds * 1e6 / pages_count);
  };
  std::printf("%zu pages of %.0f elements on average, medians of %d runs:\n", pages.size(),
              static_cast<double>(seen.elements) / pages_count, kRuns);
  print("decode and parse", bench::median(parse));
  print("styles", bench::median(styles));
  print("roles and names", bench::median(tree));
  print("styles, roles and names", bench::median(styles) + bench::median(tree));
  std::printf("styles and tree : parse = %.3f (at most 1.0)\n", bench::median(ratio));
  if (seen.incomplete > 0) std::printf("%zu pages have gaps in their styles\n", seen.incomplete);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: veedor_styles_bench FOLDER SHEET.css ...\n");
    return 2;
  }
  const std::vector<std::string> pages = read_pages(argv[1]);
  std::string source;
  for (int i = 2; i < argc; ++i) source += read_file(argv[i]);
  if (pages.empty() || source.empty()) {
    std::fprintf(stderr, "veedor_styles_bench: no pages, or no style sheet\n");
    return 2;
  }
  std::shared_ptr<const css::Sheet> sheet;
  const double seconds = bench::cost(kRuns, [&] { sheet = css::parse_sheet(source, "/static/site.css"); });
  std::printf("style sheet: %zu rules, %zu declarations, %.2f MB%s; parsed at %.1f MB a CPU second\n",
              sheet->rules.size(), sheet->declarations.size(), static_cast<double>(source.size()) / 1e6,
              sheet->truncated ? ", truncated" : "", static_cast<double>(source.size()) / 1e6 / seconds);
  print_stages(pages, bench::finder_of(sheet));
  bench::print_growth(sheet);
  return 0;
}
