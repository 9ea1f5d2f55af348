// The accessible names that browsers' and W3C's test pages ask for, computed from their markup.
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scanner/a11y/name.h"
#include "scanner/html/document.h"
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

// The test pages, each parsed once.
class Pages {
 public:
  explicit Pages(std::filesystem::path folder) : folder_(std::move(folder)) {}
  const html::Document* find(const std::string& file) {
    const auto known = pages_.find(file);
    if (known != pages_.end()) return &known->second;
    std::optional<std::string> source = read_file(folder_ / file);
    if (!source) return nullptr;
    Result<html::Document> document = html::Document::parse(std::move(*source));
    return document ? &pages_.emplace(file, std::move(*document)).first->second : nullptr;
  }

 private:
  std::filesystem::path folder_;
  std::map<std::string, html::Document> pages_;
};

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
  int without_name = 0;
  for (const json& item : all["cases"]) {
    if (!item.contains("name") || !item["name"].is_string()) {
      ++without_name;
      continue;
    }
    ++suite.total;
    const std::string file = text_of(item, "file");
    const std::string id = text_of(item, "test");
    const std::string expected = text_of(item, "name");
    const html::Document* page = pages.find(file);
    const html::Element element = page != nullptr ? page->by_id(id) : html::Element();
    if (!element) {
      suite.misses.push_back(fmt::format("{}#{}: no such element", file, id));
      continue;
    }
    const std::string name = a11y::accessible_name(element, *page);
    if (name == expected) {
      ++suite.right;
    } else {
      suite.misses.push_back(fmt::format("{}#{}: \"{}\" instead of \"{}\" ({})", file, id, name, expected,
                                         text_of(item, "comment")));
    }
  }
  if (without_name > 0)
    suite.note = fmt::format("{} cases left out: they ask for a description only", without_name);
  return suite;
}

}  // namespace veedor::conformance
