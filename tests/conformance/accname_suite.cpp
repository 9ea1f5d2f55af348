// The accessible names and descriptions that browsers' and W3C's test pages ask for.
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scanner/a11y/tree.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using nlohmann::json;

std::optional<std::string> read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::string text_of(const json& item, const char* key) {
  return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : std::string();
}

// A test page; its style sheets are within it.
struct Page {
  explicit Page(html::Document parsed)
      : document(std::move(parsed)),
        styles(document, [](std::string_view, std::string_view) { return nullptr; }),
        tree(styles) {}
  const html::Document document;
  const css::Styles styles;
  const a11y::Tree tree;
};

// Each parsed once.
class Pages {
 public:
  explicit Pages(std::filesystem::path folder) : folder_(std::move(folder)) {}
  const Page* find(const std::string& file) {
    const auto known = pages_.find(file);
    if (known != pages_.end()) return known->second.get();
    std::optional<std::string> source = read_file(folder_ / file);
    if (!source) return nullptr;
    Result<html::Document> document = html::Document::parse(std::move(*source));
    if (!document) return nullptr;
    return pages_.emplace(file, std::make_unique<Page>(std::move(*document))).first->second.get();
  }

 private:
  std::filesystem::path folder_;
  std::map<std::string, std::unique_ptr<Page>> pages_;
};

// What is wrong with a name or a description, "" for nothing; a case may ask for one of them only.
std::string difference(const json& item, const char* key, std::string_view computed) {
  if (!item.contains(key) || !item[key].is_string()) return "";
  const std::string expected = text_of(item, key);
  if (computed == expected) return "";
  return fmt::format(" {} \"{}\" instead of \"{}\"", key, computed, expected);
}

}  // namespace

Suite run_accname_suite(const std::filesystem::path& data) {
  Suite suite;
  suite.name = "accname";
  const std::optional<std::string> source = read_file(data / "accname" / "cases.json");
  if (!source) return suite;
  const json all = json::parse(*source, nullptr, false);
  if (!all.is_object() || !all.contains("cases") || !all["cases"].is_array()) return suite;
  suite.present = true;

  Pages pages(data / "accname");
  for (const json& item : all["cases"]) {
    ++suite.total;
    const std::string file = text_of(item, "file");
    const std::string id = text_of(item, "test");
    const Page* page = pages.find(file);
    const html::Element element = page != nullptr ? page->document.by_id(id) : html::Element();
    if (!element) {
      suite.misses.push_back(fmt::format("{}#{}: no such element", file, id));
      continue;
    }
    const std::string wrong = difference(item, "name", page->tree.name(element)) +
                              difference(item, "description", page->tree.description(element));
    if (wrong.empty()) {
      ++suite.right;
    } else {
      suite.misses.push_back(fmt::format("{}#{}:{} ({})", file, id, wrong, text_of(item, "comment")));
    }
  }
  return suite;
}

}  // namespace veedor::conformance
