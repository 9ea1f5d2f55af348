// veedor scan: one command from an address to scored reports.
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/gate.h"
#include "cli/interrupt.h"
#include "cli/outputs.h"
#include "cli/pipeline/scan.h"
#include "cli/progress.h"
#include "cli/scan_flags.h"
#include "cli/speech.h"

namespace veedor::cli {
namespace {

// Without -f: the summary on the terminal, and both reports in the caller's folder.
std::vector<Output> default_outputs() {
  return {{Format::text, "-"}, {Format::html, "veedor-report.html"}, {Format::json, "scan.json"}};
}

std::optional<Error> gather_targets(const ScanFlags& flags, Language language,
                                    std::vector<std::string>& words) {
  words = flags.targets;
  for (const std::string& name : flags.urls_from) {
    Result<std::vector<std::string>> addresses = read_url_list(name, language);
    if (!addresses) return addresses.error();
    words.insert(words.end(), addresses->begin(), addresses->end());
  }
  return std::nullopt;
}

Exit run(CLI::App& app, ScanFlags& flags, Language& language) {
  if (auto error = apply_config(app, flags, language)) return fail(*error, language);
  Result<std::vector<Output>> outputs = parse_outputs(flags.formats, language);
  if (!outputs) return fail(outputs.error(), language);
  if (outputs->empty()) outputs = default_outputs();
  Result<std::optional<rules::Severity>> fail_on = parse_fail_on(flags.fail_on, language);
  if (!fail_on) return fail(fail_on.error(), language);
  std::vector<std::string> words;
  if (auto error = gather_targets(flags, language, words)) return fail(*error, language);
  Result<Targets> targets = read_targets(words, language);
  if (!targets) return fail(targets.error(), language);
  Result<ScanOptions> options = scan_options(flags, *targets, language);
  if (!options) return fail(options.error(), language);
  if (auto error = check_writable(*outputs, language)) return fail(*error, language);

  const std::atomic<bool>& stop = stop_on_signals(say(Word::interrupted, language));
  ProgressLine progress(flags.quiet ? ProgressStyle::none : default_progress_style(), language);
  Result<reports::Report> report = scan(
      *options, [&](const Progress& state) { progress.show(state); }, stop);
  progress.clear();
  if (!report)
    return fail(complain(Word::error_scan, language, {{"reason", report.error().message}}), language);
  const TextStyle style{.colour = stdout_wants_colour(), .verbose = flags.verbose, .quiet = flags.quiet};
  if (auto error = write_outputs(*outputs, *report, style)) return fail(*error, language);
  if (!flags.quiet) tell_written(*outputs, language);
  return tell_gate(*report, *fail_on);
}

}  // namespace

Action add_scan(CLI::App& app, Language& language) {
  CLI::App* command = app.add_subcommand("scan", say(Word::about_scan, language));
  auto flags = std::make_shared<ScanFlags>();  // shared by the parser's callbacks and the action, which
                                               // outlive this function
  declare(*command, *flags, language);
  return [command, flags, &language] { return run(*command, *flags, language); };
}

}  // namespace veedor::cli
