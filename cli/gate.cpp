#include "cli/gate.h"

#include <algorithm>
#include <cstdio>

#include "cli/severity_words.h"
#include "cli/speech.h"
#include "scanner/base/text.h"

namespace veedor::cli {
namespace {

// Only what is fairly sure to be a failure of what is required breaches; what could not be told never does.
long breaches(const reports::Report& report, rules::Severity fail_on) {
  return std::ranges::count_if(report.findings, [&](const reports::Finding& finding) {
    return finding.outcome == rules::Outcome::failed && finding.standing == rules::Standing::required &&
           finding.confidence != rules::Confidence::low && finding.severity <= fail_on &&
           finding.status != "suppressed";
  });
}

bool incomplete(const reports::Report& report) {
  return std::ranges::any_of(report.sites, [](const reports::Site& site) {
    return site.scores.withheld == reports::Withheld::too_few_pages_read;
  });
}

}  // namespace

Exit judge_gate(const reports::Report& report, std::optional<rules::Severity> fail_on) {
  if (report.scan.interrupted) return Exit::interrupted;
  if (incomplete(report)) return Exit::incomplete;
  return fail_on && breaches(report, *fail_on) > 0 ? Exit::breached : Exit::passed;
}

Exit tell_gate(const reports::Report& report, std::optional<rules::Severity> fail_on) {
  const Language language = report.scan.language;
  const Exit exit = judge_gate(report, fail_on);
  Values values;
  if (fail_on) {
    values = {{"severity", say(word_of(*fail_on), language)},
              {"count", std::to_string(breaches(report, *fail_on))}};
  }
  Word word = fail_on ? Word::gate_passed : Word::gate_off;
  if (exit == Exit::interrupted) word = Word::gate_interrupted;
  if (exit == Exit::incomplete) word = Word::gate_incomplete;
  if (exit == Exit::breached)
    word = breaches(report, *fail_on) == 1 ? Word::gate_breached_one : Word::gate_breached;
  std::fprintf(stderr, "%s\n", say(word, language, values).c_str());
  return exit;
}

Exit fail(const Error& error, Language language) {
  const std::string message = printable(error.message);  // it may repeat what a file or an argument held
  std::fprintf(stderr, "%s\n", say(Word::error, language, {{"message", message}}).c_str());
  return Exit::usage;
}

void tell_written(const std::vector<Output>& outputs, Language language) {
  for (const Output& output : outputs) {
    if (output.file != "-")
      std::fprintf(stderr, "%s\n", say(Word::written, language, {{"file", printable(output.file)}}).c_str());
  }
}

}  // namespace veedor::cli
