// The cases of a rule, read from its cases.md: what it fails, passes, cannot tell, and does not apply to.
#pragma once

#include <string>
#include <vector>

#include "rules/catalog/markdown.h"

namespace veedor::catalog {

enum class Expected { failed, passed, inapplicable, cant_tell };

// What lies at an address that the page of a case refers to: "resource: URL KIND what is said of it".
struct CaseResource {
  std::string url;
  std::string kind;  // "html", "audio", "video", a media type, "gone", …
  std::string text;
  int line = 0;
};

struct Case {
  Expected expected = Expected::failed;
  std::string description = {};
  int line = 0;
  std::string message = {};  // the key that a verdict must have; "" where any will do
  std::string page = "https://example.org/";
  std::string now = "2026-11-23";
  std::vector<CaseResource> resources = {};
  std::string kind = {};  // of the block: "html", "http", "host", "site"
  std::string text = {};  // the block
  int text_line = 0;      // of its first line
};

std::vector<Case> read_cases(const Markdown& markdown, Problems& problems);
// At least one case each of failed, passed and inapplicable, and one for every message.
void check_cases(const std::vector<Case>& cases, const std::string& file, const std::vector<Entry>& messages,
                 Problems& problems);

}  // namespace veedor::catalog
