#include "tests/conformance/chromium_snapshot.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace veedor::conformance {
namespace {

using nlohmann::json;

std::string text_of(const json& item, const char* key) {
  return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : std::string();
}

int number_of(const json& item, const char* key, int fallback) {
  return item.contains(key) && item[key].is_number_integer() ? item[key].get<int>() : fallback;
}

SnapshotElement element_of(const json& item) {
  SnapshotElement element;
  element.path = text_of(item, "p");
  element.in_tree = number_of(item, "ign", 1) == 0;  // without `ign` there is no node at all
  element.role = text_of(item, "role");
  element.name = text_of(item, "name");
  element.description = text_of(item, "desc");
  element.focusable = number_of(item, "foc", 0) == 1;
  if (item.contains("st") && item["st"].is_array() && item["st"].size() == kSnapshotProperties.size()) {
    element.styles.emplace();
    for (std::size_t i = 0; i < kSnapshotProperties.size(); ++i)
      (*element.styles)[i] = item["st"][i].is_string() ? item["st"][i].get<std::string>() : std::string();
  }
  return element;
}

}  // namespace

std::optional<std::vector<Snapshot>> read_snapshots(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::vector<Snapshot> snapshots;
  for (std::string line; std::getline(in, line);) {
    const json page = json::parse(line, nullptr, false);
    if (!page.is_object() || !page.contains("els") || !page["els"].is_array()) continue;
    Snapshot& snapshot = snapshots.emplace_back();
    snapshot.path = text_of(page, "path");
    for (const json& item : page["els"]) snapshot.elements.push_back(element_of(item));
  }
  return snapshots;
}

}  // namespace veedor::conformance
