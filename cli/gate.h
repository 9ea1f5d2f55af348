// The gate: what a report means for the exit code, said on stderr.
#pragma once

#include <optional>
#include <vector>

#include "cli/command.h"
#include "cli/outputs.h"
#include "reports/report.h"

namespace veedor::cli {

// Interrupted, incomplete, breached from `fail_on` on, or passed: in this order.
Exit judge_gate(const reports::Report& report, std::optional<rules::Severity> fail_on);
// The same, and says so on stderr.
Exit tell_gate(const reports::Report& report, std::optional<rules::Severity> fail_on);

// Says on stderr why the command cannot be carried out; the exit code for usage and configuration.
Exit fail(const Error& error, Language language);

// Names each file that was written, on stderr.
void tell_written(const std::vector<Output>& outputs, Language language);

}  // namespace veedor::cli
