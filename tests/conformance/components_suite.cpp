// Libraries in others' script URLs and files: the right component and version, or nothing where nothing is.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scanner/components/recognise.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using facts::Component;
using nlohmann::json;

json read_json(const std::filesystem::path& file) {
  std::ifstream in(file);
  return in ? json::parse(in, nullptr, false) : json();
}

std::string text_of(const json& item, const char* key) {
  return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : std::string();
}

// The versions that a case accepts: some packages say another one of themselves.
std::vector<std::string> versions_of(const json& item) {
  std::vector<std::string> versions{text_of(item, "version")};
  for (const json& version : item.value("accept_versions", json::array())) {
    if (version.is_string()) versions.push_back(version.get<std::string>());
  }
  return versions;
}

bool has(const std::vector<Component>& found, const std::string& name,
         const std::vector<std::string>& versions) {
  return std::ranges::any_of(found, [&](const Component& component) {
    return component.name == name && std::ranges::find(versions, component.version) != versions.end();
  });
}

std::string listed(const std::vector<Component>& found) {
  std::string out;
  for (const Component& component : found) out += fmt::format(" {}@{}", component.name, component.version);
  return out.empty() ? " nothing" : out;
}

bool any_version(const std::vector<Component>& found) {
  return std::ranges::any_of(found, [](const Component& component) { return !component.version.empty(); });
}

}  // namespace

Suite run_component_urls_suite(const std::filesystem::path& data) {
  Suite suite{.name = "components/urls"};
  const json cases = read_json(data / "components" / "urls.json");
  if (!cases.is_array()) return suite;
  suite.present = true;
  const auto base = url::Url::parse("https://www.example.org/");
  for (const json& item : cases) {
    ++suite.total;
    const std::string address = text_of(item, "url");
    const auto url = url::Url::parse(address, *base);
    const std::vector<Component> found = url ? components::in_url(*url) : std::vector<Component>();
    const bool trap = text_of(item, "version").empty();
    if (trap ? !any_version(found) : has(found, text_of(item, "component"), versions_of(item))) {
      ++suite.right;
    } else {
      suite.misses.push_back(fmt::format("{}: {}@{} expected,{} found", address, text_of(item, "component"),
                                         text_of(item, "version"), listed(found)));
    }
  }
  return suite;
}

Suite run_component_files_suite(const std::filesystem::path& data) {
  Suite suite{.name = "components/files"};
  const json all = read_json(data / "components" / "cases.json");
  if (!all.is_object() || !all.contains("cases")) return suite;
  suite.present = true;
  const auto url = url::Url::parse("https://www.example.org/app.js");
  std::map<std::string, std::vector<Component>> by_file;  // a bundle is the file of several cases
  std::map<std::string, std::pair<int, int>> kinds;
  for (const json& item : all["cases"]) {
    const std::string path = text_of(item, "path");
    auto known = by_file.find(path);
    if (known == by_file.end()) {
      std::ifstream in(data / "components" / path, std::ios::binary);
      const std::string body{std::istreambuf_iterator<char>(in), {}};
      known = by_file.emplace(path, components::in_script(*url, body)).first;
    }
    const std::vector<Component>& found = known->second;
    const std::string kind = text_of(item, "kind");
    const bool negative = kind.starts_with("negative");
    const bool right = negative ? found.empty() : has(found, text_of(item, "component"), versions_of(item));
    ++suite.total;
    ++kinds[kind].second;
    if (right) {
      ++suite.right;
      ++kinds[kind].first;
    } else {
      suite.misses.push_back(fmt::format("{} {} {}: {}@{} expected,{} found", text_of(item, "id"), kind, path,
                                         text_of(item, "component"), text_of(item, "version"),
                                         listed(found)));
    }
  }
  for (const auto& [kind, count] : kinds)
    suite.note += fmt::format("{}{} {}/{}", suite.note.empty() ? "" : ", ", kind, count.first, count.second);
  return suite;
}

}  // namespace veedor::conformance
