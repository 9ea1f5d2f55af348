// Pages per CPU second of each stage apart: fetch, decode and parse, rules. CPU time of the whole process, so
// that a busy machine does not change the figures.
//
//   veedor_bench FOLDER URL    FOLDER holds the same pages that URL serves
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <sys/resource.h>

#include "cli/pipeline/examine.h"
#include "rules/catalogue.h"
#include "rules/engine.h"
#include "scanner/components/recognise.h"
#include "scanner/crawl/links.h"
#include "scanner/facts/page.h"
#include "scanner/html/encoding.h"
#include "scanner/net/client.h"

namespace fs = std::filesystem;
using namespace veedor;

namespace {

struct Source {
  std::string path;  // below FOLDER
  std::string bytes;
};

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::vector<Source> read_pages(const fs::path& folder) {
  std::vector<Source> pages;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".html") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    pages.push_back(
        {fs::relative(entry.path(), folder).string(), std::string(std::istreambuf_iterator<char>(in), {})});
  }
  std::ranges::sort(pages, {}, &Source::path);
  return pages;
}

void print(const char* stage, std::size_t pages, double seconds) {
  std::printf("%-28s %8.1f pages per CPU second  %9.1f us a page\n", stage,
              static_cast<double>(pages) / seconds, seconds * 1e6 / static_cast<double>(pages));
}

double fetch(const std::vector<Source>& pages, const std::string& base) {
  const Result<url::Url> root = url::Url::parse(base);
  if (!root) return 0;
  net::Options options;
  options.user_agent = "veedor-bench";
  options.rate = 0;
  Result<net::Client> client = net::Client::create(
      options, net::AddressGuard(std::set<std::string, std::less<>>{std::string(root->host())}));
  if (!client) return 0;
  const double start = cpu_seconds();
  std::size_t read = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (Result<url::Url> url = url::Url::parse(pages[i].path, *root))
      client->start({.id = i, .url = *std::move(url)});
  }
  while (client->pending() > 0) {
    for (const net::Finished& finished : client->run(std::chrono::milliseconds(200)))
      read += finished.response.success() ? 1 : 0;
  }
  const double seconds = cpu_seconds() - start;
  if (read != pages.size()) std::printf("fetch: only %zu of %zu pages were read\n", read, pages.size());
  return seconds;
}

facts::Response response_of(const Source& source, const url::Url& root) {
  facts::Response response;
  if (Result<url::Url> url = url::Url::parse(source.path, root))
    response.requested = response.final_url = *std::move(url);
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.headers.add("content-type", "text/html; charset=utf-8");
  return response;
}

// The stages of one page after another, as in a scan: what one leaves in the cache the next one finds.
struct Stages {
  double parse = 0, links = 0, summary = 0, components = 0, rules = 0, freeing = 0;
  std::size_t verdicts = 0;
};

Stages examine_all(const std::vector<Source>& pages, const url::Url& root) {
  Stages total;
  for (const Source& source : pages) {
    double last = cpu_seconds();
    auto lap = [&last](double& stage) {
      const double now = cpu_seconds();
      stage += now - last;
      last = now;
    };
    {
      html::Decoded decoded = html::decode(source.bytes, "text/html; charset=utf-8");
      Result<html::Document> document = html::Document::parse(std::move(decoded.text));
      lap(total.parse);
      if (!document) continue;
      const facts::Page page(response_of(source, root), *std::move(document), decoded.encoding);
      total.verdicts += crawl::links(page).size();
      lap(total.links);
      total.verdicts += facts::summarise(page).skeleton.size();
      lap(total.summary);
      total.verdicts += components::in_page(page).size();
      lap(total.components);
      total.verdicts += rules::judge(page).groups.size();
      lap(total.rules);
    }
    lap(total.freeing);
  }
  return total;
}

// Each page rule alone over all pages: which one to look at when the sum grows.
void print_rules(const std::vector<Source>& pages, const url::Url& root) {
  std::vector<facts::Page> parsed;
  for (std::size_t i = 0; i < std::min<std::size_t>(pages.size(), 200); ++i) {
    Result<html::Document> document = html::Document::parse(pages[i].bytes);
    if (document) parsed.emplace_back(response_of(pages[i], root), *std::move(document), "utf-8");
  }
  std::vector<std::pair<double, std::string_view>> costs;
  for (const rules::Rule* rule : rules::all_rules()) {
    if (!rule->is_page_rule()) continue;
    const double start = cpu_seconds();
    for (const facts::Page& page : parsed) static_cast<void>(std::get<rules::PageCheck>(rule->check)(page));
    costs.emplace_back(cpu_seconds() - start, rule->id);
  }
  std::ranges::sort(costs, std::greater<>());
  for (const auto& [seconds, id] : costs)
    std::printf("  %-36s %9.2f us a page\n", std::string(id).c_str(),
                seconds * 1e6 / static_cast<double>(parsed.size()));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: veedor_bench FOLDER URL\n");
    return 2;
  }
  const std::vector<Source> pages = read_pages(argv[1]);
  const Result<url::Url> root = url::Url::parse(argv[2]);
  if (pages.empty() || !root) {
    std::fprintf(stderr, "veedor_bench: no pages, or no URL\n");
    return 2;
  }
  print("fetch", pages.size(), fetch(pages, argv[2]));
  const Stages stages = examine_all(pages, *root);
  print("decode and parse", pages.size(), stages.parse);
  print("links", pages.size(), stages.links);
  print("summary and skeleton", pages.size(), stages.summary);
  print("components", pages.size(), stages.components);
  print("rules", pages.size(), stages.rules);
  std::printf("rules : parse = %.3f\n", stages.rules / stages.parse);
  std::printf("each page rule alone:\n");
  print_rules(pages, *root);
  return 0;
}
