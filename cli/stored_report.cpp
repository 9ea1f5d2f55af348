#include "cli/stored_report.h"

#include "cli/read_file.h"
#include "cli/speech.h"
#include "reports/json/json_report.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

constexpr std::size_t kMaxReport = std::size_t{1} << 30;

}  // namespace

Result<reports::Report> read_stored_report(const std::string& name, Language language) {
  const Result<std::string> text = read_file(name, kMaxReport, language);
  if (!text) return text.error();
  Result<reports::Report> report = reports::read_json(*text, language);
  if (report) return report;
  return complain(Word::error_bad_report, language,
                  {{"file", printable(name)}, {"reason", report.error().message}});
}

}  // namespace veedor::cli
