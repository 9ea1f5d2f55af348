#include "cli/config.h"

#include <algorithm>
#include <cstdlib>

#include <toml++/toml.h>

#include "cli/read_file.h"
#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxConfig = 1U << 20;
constexpr std::size_t kMaxLine = 4096;

// Where a complaint points to.
struct Place {
  const fs::path& file;
  Language language;
  Error complain_at(Word word, int line, Values values) const {
    values.push_back({"file", file.string()});
    values.push_back({"line", std::to_string(line)});
    return complain(word, language, values);
  }
};

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

std::optional<std::string> scalar(const toml::node& node) {
  if (auto text = node.value_exact<std::string>()) return text;
  if (auto truth = node.value_exact<bool>()) return *truth ? "true" : "false";
  if (auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  if (auto number = node.value_exact<double>()) return std::to_string(*number);
  return std::nullopt;
}

std::optional<std::vector<std::string>> scalars(const toml::node& node) {
  std::vector<std::string> values;
  if (const toml::array* list = node.as_array()) {
    for (const toml::node& item : *list) {
      std::optional<std::string> value = scalar(item);
      if (!value) return std::nullopt;
      values.push_back(*std::move(value));
    }
    return values;
  }
  std::optional<std::string> value = scalar(node);
  if (!value) return std::nullopt;
  values.push_back(*std::move(value));
  return values;
}

bool carries_secret(std::string_view key, std::string_view value) {
  if (key == "cookie") return true;
  if (key != "header") return false;
  const std::string name = ascii_lower(trim(value.substr(0, value.find(':'))));
  return name == "authorization" || name == "cookie" || name == "proxy-authorization" ||
         name.find("token") != std::string::npos || name.find("key") != std::string::npos ||
         name.find("secret") != std::string::npos;
}

// Replaces "env:NAME" at the end of a value.
std::optional<Error> resolve_secret(const Place& place, const Setting& setting, std::string& value) {
  if (setting.key != "cookie" && setting.key != "header") return std::nullopt;
  const std::size_t start = setting.key == "header" ? value.find(':') + 1 : 0;
  const std::size_t env = value.find_first_not_of(' ', start);
  if (env == std::string::npos || !std::string_view(value).substr(env).starts_with("env:")) {
    if (!carries_secret(setting.key, value)) return std::nullopt;
    return place.complain_at(Word::error_config_secret, setting.line, {{"key", setting.key}});
  }
  const std::string name = value.substr(env + 4);
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing in this program changes its environment
  const char* secret = std::getenv(name.c_str());
  if (secret == nullptr)
    return place.complain_at(Word::error_config_environment, setting.line, {{"name", name}});
  value.replace(env, std::string::npos, secret);
  return std::nullopt;
}

Error unknown_key(const Place& place, const std::string& key, int line,
                  const std::vector<std::string>& known) {
  const std::string_view near = nearest(key, known);
  if (near.empty()) return place.complain_at(Word::error_config_key, line, {{"key", printable(key)}});
  return place.complain_at(Word::error_config_key_near, line,
                           {{"key", printable(key)}, {"suggestion", std::string(near)}});
}

}  // namespace

std::optional<fs::path> find_config(fs::path folder) {
  std::error_code error;
  folder = fs::absolute(folder, error);
  for (;; folder = folder.parent_path()) {
    const fs::path file = folder / "veedor.toml";
    if (fs::is_regular_file(file, error)) return file;
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) return std::nullopt;
  }
}

Result<std::vector<Setting>> read_config(const fs::path& file, const std::vector<std::string>& known,
                                         Language language) {
  const Place place{file, language};
  const Result<std::string> text = read_file(file.string(), kMaxConfig, language);
  if (!text) return text.error();
  // toml++ recurses on dotted keys: a line that no person writes must not reach it.
  for (std::string_view line : split(*text, '\n')) {
    if (line.size() > kMaxLine) return place.complain_at(Word::error_config_line, 0, {});
  }
  toml::table table;
  try {
    table = toml::parse(*text, file.string());
  } catch (const toml::parse_error& problem) {
    return place.complain_at(Word::error_config_syntax, static_cast<int>(problem.source().begin.line),
                             {{"reason", std::string(problem.description())}});
  }
  std::vector<Setting> settings;
  for (const auto& [name, node] : table) {
    Setting setting{.key = std::string(name.str()), .line = line_of(node)};
    std::ranges::replace(setting.key, '_', '-');
    if (std::ranges::find(known, setting.key) == known.end())
      return unknown_key(place, setting.key, setting.line, known);
    std::optional<std::vector<std::string>> values = scalars(node);
    if (!values) {
      return place.complain_at(
          Word::error_config_value, setting.line,
          {{"key", setting.key}, {"reason", "a text, a number, true, false, or a list of these"}});
    }
    for (std::string& value : *values) {
      if (auto error = resolve_secret(place, setting, value)) return *error;
    }
    setting.values = *std::move(values);
    settings.push_back(std::move(setting));
  }
  return settings;
}

}  // namespace veedor::cli
