// Where reports go: -f NAME[=FILE], repeatable; "-" is standard output.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "reports/report.h"
#include "scanner/base/result.h"

namespace veedor::cli {

enum class Format : std::uint8_t { text, json, html };

struct Output {
  Format format = Format::text;
  std::string file = "-";
};

struct TextStyle {
  bool colour = false;
  bool verbose = false;
  bool quiet = false;
};

// What -f asked for. The error is a sentence in `language`.
Result<std::vector<Output>> parse_outputs(const std::vector<std::string>& words, Language language);
// Says before a scan what could not be written after it: a folder stands in the file's place, or its folder
// may not be written to. Touches nothing.
std::optional<Error> check_writable(const std::vector<Output>& outputs, Language language);
// Writes all, files before standard output; a file is written beside its place and moved there whole. A
// failure does not keep the others from being written; the error names the first file that failed.
std::optional<Error> write_outputs(const std::vector<Output>& outputs, const reports::Report& report,
                                   const TextStyle& style);

// NO_COLOR, CLICOLOR_FORCE, TERM=dumb and whether stdout is a terminal.
bool stdout_wants_colour();

}  // namespace veedor::cli
