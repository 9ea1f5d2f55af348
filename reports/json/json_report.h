// scan.json: the report written and read. Everything else that veedor tells is made from it.
#pragma once

#include <string>
#include <string_view>

#include "reports/report.h"
#include "scanner/base/message.h"
#include "scanner/base/result.h"

namespace veedor::reports {

// Two spaces of indentation, keys in a fixed order, valid UTF-8 without control characters.
std::string write_json(const Report& report);
// write_json(*read_json(x)) == x for what write_json wrote. Unknown keys are ignored; the error, in
// `language`, names the place that is missing or is not what veedor writes.
Result<Report> read_json(std::string_view text, Language language = Language::en);

// The JSON Schema (draft-07) of what write_json writes.
std::string_view json_schema();

}  // namespace veedor::reports
