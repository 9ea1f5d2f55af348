#include "cli/outputs.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

#include "cli/speech.h"
#include "reports/html/html_report.h"
#include "reports/json/json_report.h"
#include "reports/text/text_report.h"

namespace veedor::cli {
namespace {

namespace fs = std::filesystem;

std::optional<Format> parse_format(std::string_view name) {
  if (name == "text") return Format::text;
  if (name == "json") return Format::json;
  if (name == "html") return Format::html;
  return std::nullopt;
}

std::string why() { return std::error_code(errno, std::generic_category()).message(); }

Error cannot_write(const std::string& file, Language language, const std::string& reason) {
  return complain(Word::error_cannot_write, language, {{"file", file}, {"reason", reason}});
}

std::string render(Format format, const reports::Report& report, const TextStyle& style) {
  switch (format) {
    case Format::json:
      return reports::write_json(report);
    case Format::html:
      return reports::write_html(report);
    case Format::text:
      break;
  }
  return reports::write_text(report,
                             {.colour = style.colour, .verbose = style.verbose, .quiet = style.quiet});
}

bool write_stdout(std::string_view bytes) {
  return std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size() && std::fflush(stdout) == 0;
}

// A file that exists and is no regular one ("/dev/null", a pipe) is written in place.
bool is_special(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return fs::exists(status) && !fs::is_regular_file(status);
}

bool write_bytes(const fs::path& path, std::string_view bytes) {
  errno = 0;
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  return !file.fail();
}

// A new file beside `path`, of a name that nobody could have prepared; "" where the folder takes none.
std::string create_beside(const fs::path& path) {
  std::string name = path.string() + ".XXXXXX";
  const int file = mkstemp(name.data());
  if (file < 0) return "";
  const bool readable = fchmod(file, 0644) == 0;
  close(file);
  return readable ? name : "";
}

std::optional<std::string> write_file(const std::string& name, std::string_view bytes) {
  const fs::path path(name);
  const std::string beside = is_special(path) ? "" : create_beside(path);
  if (beside.empty()) return write_bytes(path, bytes) ? std::nullopt : std::optional(why());
  std::error_code error;
  if (write_bytes(beside, bytes)) {
    fs::rename(beside, path, error);
    if (!error) return std::nullopt;
  }
  const std::string reason = error ? error.message() : why();
  fs::remove(beside, error);
  return reason;
}

// Whoever reads our output may have seen enough ("| head"): that is no failure.
bool write_result_to_stdout(std::string_view bytes) { return write_stdout(bytes) || errno == EPIPE; }

}  // namespace

Result<std::vector<Output>> parse_outputs(const std::vector<std::string>& words, Language language) {
  std::vector<Output> outputs;
  for (const std::string& word : words) {
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    const std::optional<Format> format = parse_format(name);
    if (!format) return complain(Word::error_bad_format, language, {{"format", name}});
    const bool has_file = equals != std::string::npos && equals + 1 < word.size();
    const Output output{*format, has_file ? word.substr(equals + 1) : "-"};
    if (std::ranges::find(outputs, output.file, &Output::file) != outputs.end())
      return complain(Word::error_same_output, language, {{"file", output.file}});
    outputs.push_back(output);
  }
  return outputs;
}

std::optional<Error> check_writable(const std::vector<Output>& outputs, Language language) {
  for (const Output& output : outputs) {
    if (output.file == "-") continue;
    const fs::path path(output.file);
    std::error_code error;
    if (fs::is_directory(path, error))
      return cannot_write(output.file, language, std::make_error_code(std::errc::is_a_directory).message());
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    const bool writable =
        fs::exists(path, error) ? access(path.c_str(), W_OK) == 0 : access(folder.c_str(), W_OK | X_OK) == 0;
    if (!writable) return cannot_write(output.file, language, why());
  }
  return std::nullopt;
}

std::optional<Error> write_outputs(const std::vector<Output>& outputs, const reports::Report& report,
                                   const TextStyle& style) {
  const Language language = report.scan.language;
  std::optional<Error> first;
  // Files first: a terminal that goes away must not cost the reports.
  for (const bool to_stdout : {false, true}) {
    for (const Output& output : outputs) {
      if ((output.file == "-") != to_stdout) continue;
      const std::string bytes = render(output.format, report, style);
      std::optional<std::string> reason;
      if (!to_stdout) {
        reason = write_file(output.file, bytes);
      } else if (!write_result_to_stdout(bytes)) {
        reason = why();
      }
      if (reason && !first) first = cannot_write(output.file, language, *reason);
    }
  }
  return first;
}

bool stdout_wants_colour() {
  // NOLINTBEGIN(concurrency-mt-unsafe): nothing in this program changes its environment
  const char* no_colour = std::getenv("NO_COLOR");
  const char* forced = std::getenv("CLICOLOR_FORCE");
  const char* terminal = std::getenv("TERM");
  // NOLINTEND(concurrency-mt-unsafe)
  if (no_colour != nullptr && *no_colour != '\0') return false;
  if (forced != nullptr && std::string_view(forced) != "0" && *forced != '\0') return true;
  return isatty(STDOUT_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace veedor::cli
