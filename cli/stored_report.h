// A scan.json from an earlier scan, read back.
#pragma once

#include <string>

#include "reports/report.h"
#include "scanner/base/result.h"

namespace veedor::cli {

// "-" is standard input. The error is a sentence in `language` that names the file.
Result<reports::Report> read_stored_report(const std::string& file, Language language);

}  // namespace veedor::cli
