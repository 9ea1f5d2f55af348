#include "cli/stored_report.h"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>

#include "cli/speech.h"
#include "reports/json/json_report.h"

namespace veedor::cli {

Result<reports::Report> read_stored_report(const std::string& name, Language language) {
  std::ifstream file;
  if (name != "-") {
    errno = 0;
    file.open(name, std::ios::binary);
    if (!file) {
      const std::string reason = std::error_code(errno, std::generic_category()).message();
      return complain(Word::error_cannot_read, language, {{"file", name}, {"reason", reason}});
    }
  }
  std::istream& in = name == "-" ? std::cin : file;
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  Result<reports::Report> report = reports::read_json(text, language);
  if (!report)
    return complain(Word::error_bad_report, language, {{"file", name}, {"reason", report.error().message}});
  return report;
}

}  // namespace veedor::cli
