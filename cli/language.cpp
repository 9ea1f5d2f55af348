#include "cli/language.h"

#include <cstdlib>

#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

std::optional<std::string_view> environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

}  // namespace

std::optional<Language> parse_language(std::string_view text) {
  const std::string code = ascii_lower(text.substr(0, 2));
  const bool ends = text.size() == 2 || (text.size() > 2 && !is_ascii_alnum(text[2]));
  if (!ends) return std::nullopt;
  if (code == "es") return Language::es;
  if (code == "en") return Language::en;
  return std::nullopt;
}

Language choose_language(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) return parse_language(argument.substr(7)).value_or(Language::en);
    if (argument == "--lang" && i + 1 < argc) return parse_language(argv[i + 1]).value_or(Language::en);
  }
  // POSIX: LC_ALL wins over LC_MESSAGES, which wins over LANG.
  for (const char* name : {"VEEDOR_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (auto value = environment(name)) return parse_language(*value).value_or(Language::en);
  }
  return Language::en;
}

}  // namespace veedor::cli
