// WHATWG URL cases of web-platform-tests: parsing, domain to ASCII, and percent-encoding as UTF-8.
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "scanner/url/url.h"
#include "tests/conformance/suite.h"

namespace veedor::conformance {
namespace {

using nlohmann::json;
using url::Url;

// The cases of a file, which are its objects: strings are comments. Nothing where the file cannot be read.
std::optional<std::vector<json>> read_cases(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) return std::nullopt;
  const json all = json::parse(in, nullptr, false);
  if (!all.is_array()) return std::nullopt;
  std::vector<json> cases;
  for (const json& item : all) {
    if (item.is_object()) cases.push_back(item);
  }
  return cases;
}

std::string text_of(const json& item, const char* key) {
  return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : std::string();
}

std::string quoted(const std::string& text) {
  return json(text).dump(-1, ' ', true, json::error_handler_t::replace);
}

Result<Url> parse(const std::string& input, const std::string* base) {
  if (base == nullptr) return Url::parse(input);
  Result<Url> base_url = Url::parse(*base);
  if (!base_url) return base_url.error();
  return Url::parse(input, *base_url);
}

// The value of an attribute of JavaScript's URL class, which the cases are written in.
std::string attribute(const Url& parsed, std::string_view name) {
  std::string port = parsed.port() ? std::to_string(*parsed.port()) : "";
  auto prefixed = [](char mark, std::string_view text) {
    return text.empty() ? std::string() : mark + std::string(text);
  };
  if (name == "href") return parsed.href();
  if (name == "protocol") return std::string(parsed.scheme()) + ":";
  if (name == "username") return std::string(parsed.username());
  if (name == "password") return std::string(parsed.password());
  if (name == "host") return std::string(parsed.host()) + (port.empty() ? "" : ":" + port);
  if (name == "hostname") return std::string(parsed.host());
  if (name == "port") return port;
  if (name == "pathname") return std::string(parsed.path());
  if (name == "search") return prefixed('?', parsed.query());
  if (name == "hash") return prefixed('#', parsed.fragment());
  return parsed.origin();
}

// What is wrong with the answer to a case; empty where nothing is.
std::string check_parsing(const json& item) {
  const std::string input = text_of(item, "input");
  const std::string base = text_of(item, "base");
  Result<Url> parsed = parse(input, item["base"].is_string() ? &base : nullptr);
  const std::string subject = quoted(input) + (base.empty() ? "" : " on " + quoted(base));
  if (item.value("failure", false)) {
    return parsed ? fmt::format("{}: got {}, expected failure", subject, quoted(parsed->href())) : "";
  }
  if (!parsed) return fmt::format("{}: failed because {}", subject, parsed.error().message);
  for (const char* name : {"href", "protocol", "username", "password", "host", "hostname", "port", "pathname",
                           "search", "hash", "origin"}) {
    if (!item.contains(name)) continue;
    const std::string got = attribute(*parsed, name);
    if (got != text_of(item, name)) {
      return fmt::format("{}: {} is {}, expected {}", subject, name, quoted(got),
                         quoted(text_of(item, name)));
    }
  }
  return "";
}

std::string check_domain(const json& item) {
  const std::string input = text_of(item, "input");
  Result<std::string> ascii = url::domain_to_ascii(input);
  const json got = ascii ? json(*ascii) : json(nullptr);
  return got == item["output"] ? ""
                               : fmt::format("domain {}: got {}, expected {}", quoted(input), got.dump(),
                                             item["output"].dump());
}

// As the standard's own test does it: the input as query and as fragment of a link in a UTF-8 document.
std::string check_encoding(const json& item) {
  const std::string input = text_of(item, "input");
  const std::string expected = text_of(item["output"], "utf-8");
  Result<Url> parsed = Url::parse("https://doesnotmatter.invalid/?" + input + "#" + input);
  if (!parsed)
    return fmt::format("percent-encoding {}: failed because {}", quoted(input), parsed.error().message);
  if (parsed->query() == expected && parsed->fragment() == expected) return "";
  return fmt::format("percent-encoding {}: got {}, expected {}", quoted(input), parsed->href(), expected);
}

void run_file(Suite& suite, const std::filesystem::path& file, std::string (*check)(const json&)) {
  const std::optional<std::vector<json>> cases = read_cases(file);
  if (!cases) {
    suite.note += fmt::format("{}: not read; ", file.filename().string());
    return;
  }
  suite.present = true;
  int right = 0;
  for (const json& item : *cases) {
    std::string miss = check(item);
    if (miss.empty()) {
      ++right;
    } else {
      suite.misses.push_back(std::move(miss));
    }
  }
  suite.right += right;
  suite.total += static_cast<int>(cases->size());
  suite.note += fmt::format("{} {}/{}; ", file.stem().string(), right, cases->size());
}

}  // namespace

Suite run_url_suite(const std::filesystem::path& data) {
  Suite suite{.name = "url", .present = false, .right = 0, .total = 0, .misses = {}, .note = {}};
  run_file(suite, data / "url" / "urltestdata.json", check_parsing);
  run_file(suite, data / "url" / "toascii.json", check_domain);
  run_file(suite, data / "url" / "percent-encoding.json", check_encoding);
  if (suite.note.ends_with("; ")) suite.note.resize(suite.note.size() - 2);
  return suite;
}

}  // namespace veedor::conformance
